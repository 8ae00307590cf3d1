"""Which weights a gradient check compares, and in what pieces: all of them, or rows and some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from bpviz.network.types import Ints
from bpviz.network.weights import NetworkError
from bpviz.quoting import spelled

Shapes = Mapping[str, tuple[int, int]]
"""Rows and columns of "W1" and "W2"."""

_SHARE = 10
"""Where only some weights are compared, they are one in so many of the limit."""


class Piece(NamedTuple):
    """Some weights of one row."""

    matrix: str
    row: int
    columns: Ints


class CheckPlan:
    """The weights to compare, by matrix, row and column.

    Parameters
    ----------
    shapes : mapping
    widths : mapping of str to int
        Weights in one piece at most, for each matrix.
    limit : int, optional
        Of more weights than this, only the rows `chosen` are compared and some at random: one in
        each of equal stretches of the rows laid end to end, so that no part is left out.
    chosen : iterable of (str, int)
        Matrix and row.
    seed : int
        Fixes the random weights.

    Raises
    ------
    NetworkError
        If a chosen row does not exist.
    """

    def __init__(
        self,
        shapes: Shapes,
        widths: Mapping[str, int],
        limit: int | None,
        chosen: Iterable[tuple[str, int]],
        seed: int,
    ) -> None:
        rows = list(chosen)
        for matrix, row in rows:
            if matrix not in shapes:
                raise NetworkError(f'There is no matrix {spelled(matrix)}. Choose "W1" or "W2".')
            if not 0 <= row < shapes[matrix][0]:
                raise NetworkError(
                    f"{matrix} has no row {spelled(row)}. Choose one from 0 to "
                    f"{shapes[matrix][0] - 1}."
                )
        self._shapes, self._widths = shapes, widths
        total = sum(r * c for r, c in shapes.values())
        self.complete = limit is None or total <= limit
        """Whether every weight is compared."""
        self._drawn: dict[str, Ints] = {}
        if limit is not None and not self.complete:
            self._draw(max(limit // _SHARE, 1), rows, seed)
        self.counts = {
            matrix: r * c if self.complete else self._drawn[matrix].size
            for matrix, (r, c) in shapes.items()
        }
        """Weights to compare in each matrix."""

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces, in the order of matrices, rows and columns."""
        for matrix, (rows, columns) in self._shapes.items():
            width = self._widths[matrix]
            if self.complete:
                whole = np.arange(columns)
                parts = [whole[at : at + width] for at in range(0, columns, width)]
                yield from (Piece(matrix, row, part) for row in range(rows) for part in parts)
                continue
            row_of, column_of = np.divmod(self._drawn[matrix], columns)
            ends = [*(np.flatnonzero(np.diff(row_of)) + 1).tolist(), row_of.size]
            first = 0
            for end in ends:
                for at in range(first, end, width):
                    yield Piece(matrix, int(row_of[at]), column_of[at : min(at + width, end)])
                first = end

    def _draw(self, count: int, chosen: list[tuple[str, int]], seed: int) -> None:
        total = sum(r * c for r, c in self._shapes.values())
        edges = np.arange(count + 1) * total // count
        drawn = edges[:-1] + np.random.default_rng(seed).integers(0, np.diff(edges))
        start = 0
        for matrix, (rows, columns) in self._shapes.items():
            size = rows * columns
            mine = drawn[(drawn >= start) & (drawn < start + size)] - start
            whole = [
                np.arange(row * columns, (row + 1) * columns) for m, row in chosen if m == matrix
            ]
            every = np.sort(np.concatenate([mine, *whole]), kind="stable")
            self._drawn[matrix] = every[np.diff(every, prepend=-1) != 0]
            start += size
