"""TileGrid: the rows of a matrix as pictures, side by side with gaps of one pixel."""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class TileGrid:
    """Where each entry of a (count, height · width) matrix stands in a picture of tiles.

    Tile k shows row k as a picture of `height` × `width` pixels; tiles follow one another from
    left to right, then downwards, `columns` in a line.

    Attributes
    ----------
    count, height, width, columns : int
        All at least 1, and `columns` at most `count`.
    """

    count: int
    height: int
    width: int
    columns: int

    @classmethod
    def fitting(cls, count: int, height: int, width: int, aspect: float) -> TileGrid:
        """Choose the number of columns with which the pixels come out largest.

        Parameters
        ----------
        aspect : float
            Width divided by height of the place to fill; anything that is no number above 0
            counts as 1.
        """
        if not (math.isfinite(aspect) and aspect > 0):
            aspect = 1.0

        def wide(columns: int) -> bool:
            """Whether the width, rather than the height, bounds the size of the pixels."""
            rows, across = cls(count, height, width, columns).shape
            return aspect * rows <= across

        def pixel(columns: int) -> float:
            rows, across = cls(count, height, width, columns).shape
            return min(aspect / across, 1.0 / rows)

        # With more columns a grid only becomes wider and lower, so the best one is at the turn.
        turn = bisect_left(range(1, count), True, key=wide) + 1
        best = max((max(turn - 1, 1), turn), key=pixel)
        lines = -(-count // best)
        return cls(count, height, width, -(-count // lines))  # lines as full as they can be

    @property
    def lines(self) -> int:
        """Lines of tiles."""
        return -(-self.count // self.columns)

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width of the whole picture in pixels."""
        return (
            self.lines * (self.height + 1) - 1,
            self.columns * (self.width + 1) - 1,
        )

    def picture(self, matrix: NDArray[Any], gap: float = math.nan) -> NDArray[np.float32]:
        """Lay out a (count, height · width) matrix; return a new float32 picture of `shape`.

        Gaps and missing tiles of the last line hold `gap`.
        """
        h, w, columns = self.height, self.width, self.columns
        canvas = np.full((self.lines, h + 1, columns, w + 1), gap, dtype=np.float32)
        tiles = matrix.reshape(self.count, h, w)
        full = self.count // columns
        whole = tiles[: full * columns].reshape(full, columns, h, w)
        canvas[:full, :h, :, :w] = whole.transpose(0, 2, 1, 3)
        rest = tiles[full * columns :]
        if len(rest):
            canvas[full, :h, : len(rest), :w] = rest.transpose(1, 0, 2)
        return canvas.reshape(self.lines * (h + 1), columns * (w + 1))[:-1, :-1]

    def corner(self, row: int) -> tuple[int, int]:
        """Return y and x of the upper left pixel of tile `row`."""
        columns = self.columns
        return (row // columns) * (self.height + 1), (row % columns) * (self.width + 1)

    def pixel(self, row: int, column: int) -> tuple[int, int]:
        """Return y and x of the pixel that shows the entry (row, column)."""
        top, left = self.corner(row)
        return top + column // self.width, left + column % self.width

    def entry(self, y: int, x: int) -> tuple[int, int] | None:
        """Return (row, column) of the entry at a pixel; None in a gap or outside."""
        rows, across = self.shape
        if not (0 <= y < rows and 0 <= x < across):
            return None
        line, v = divmod(y, self.height + 1)
        place, u = divmod(x, self.width + 1)
        row = line * self.columns + place
        if v == self.height or u == self.width or row >= self.count:
            return None
        return row, v * self.width + u
