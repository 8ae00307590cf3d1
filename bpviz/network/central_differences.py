"""The gradient check: every entry of both gradients against an independent slope of the loss."""

from __future__ import annotations

import time
from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from bpviz.network.checked import CheckedMatrix, GradientCheck
from bpviz.network.differences import Differences, Slopes
from bpviz.network.evaluate import check_pair, trace
from bpviz.network.rules import GradientRule
from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network, NetworkError

__all__ = ["CheckJob", "GradientCheck", "default_step_size", "gradient_check"]

_FLOOR = 1e-4
"""Entries below this share of the matrix's largest gradient are judged against that share: there
the differences are dominated by rounding."""

_RESOLVED = 100.0
"""A gradient is judged only where it is so many times what rounding may do to the difference."""

_BATCH = 20_000
"""Entries times outputs of one evaluation: some milliseconds."""

Piece = tuple[str, int, Ints]
"""Matrix, row and columns of some entries."""


def default_step_size() -> float:
    """Return the cube root of the widest precision, where truncation and rounding balance."""
    return float(np.cbrt(np.finfo(np.longdouble).eps))


class CheckJob:
    """A gradient check under way, in slices, so that it can show progress and be given up.

    Parameters
    ----------
    net : Network
    x : (n,) array_like
    y : (d,) array_like
    gradient_rule : GradientRule or str
        Formula of the closed-form side; "as_printed" shows its fault at once.
    step_size : float, optional
        s; by default `default_step_size`.
    limit : int, optional
        Of a network with more weights than this, only the rows `chosen` and as many random weights
        are compared as make a tenth of it.
    chosen : iterable of (str, int)
        Rows that are compared in any case: ("W1" or "W2", row).
    seed : int
        Fixes the random weights.

    Raises
    ------
    NetworkError
        If a shape does not fit, a row is none of the network's, `step_size` is not a finite number
        above 0, or a quantity of the step is not finite.
    """

    def __init__(
        self,
        net: Network,
        x: ArrayLike,
        y: ArrayLike,
        gradient_rule: GradientRule | str = GradientRule.EXACT,
        step_size: float | None = None,
        *,
        limit: int | None = None,
        chosen: Iterable[tuple[str, int]] = (),
        seed: int = 0,
    ) -> None:
        inputs, targets = check_pair(net, x, y)
        analytic = trace(net, inputs, targets, gradient_rule)
        s = default_step_size() if step_size is None else float(step_size)
        if not 0 < s < np.inf:
            raise NetworkError(
                f"The step size is {step_size!r}; it must be a finite number above 0."
            )
        for name in ("z1", "h", "z2", "f", "loss", "delta2", "delta1"):
            if not np.isfinite(getattr(analytic, name)).all():
                raise NetworkError(
                    f"{name} is not finite at these weights; a gradient can be checked only where "
                    "every quantity of the step is."
                )
        self.step_size = s
        self._shapes = {"W1": net.W1.shape, "W2": net.W2.shape}
        self._gradients = {"W1": analytic.grad_W1, "W2": analytic.grad_W2}
        self._differences = Differences(net, inputs, targets)
        self._pieces = self._cut(net, limit, chosen, seed)
        self._next = 0
        self._found: list[tuple[Piece, Floats, Slopes]] = []
        self._total = sum(columns.size for _, _, columns in self._pieces)
        self._compared = 0

    @property
    def done(self) -> bool:
        """Whether every entry has been compared."""
        return self._next >= len(self._pieces)

    @property
    def fraction(self) -> float:
        """Share of the entries that have been compared, 0 … 1."""
        return self._compared / max(self._total, 1)

    def advance(self, seconds: float | None = None) -> None:
        """Compare some more entries, for about `seconds`, or all that are left."""
        begun = time.perf_counter()
        while not self.done:
            matrix, row, columns = piece = self._pieces[self._next]
            of = self._differences.of_W1 if matrix == "W1" else self._differences.of_W2
            analytic = self._gradients[matrix][row, columns]
            self._found.append((piece, analytic, of(row, columns, self.step_size)))
            self._next += 1
            self._compared += columns.size
            if seconds is not None and time.perf_counter() - begun >= seconds:
                return

    def result(self) -> GradientCheck:
        """Return what was found so far."""
        return GradientCheck(
            self._matrix("W1"), self._matrix("W2"), self.step_size, self._differences.loss
        )

    def _cut(
        self, net: Network, limit: int | None, chosen: Iterable[tuple[str, int]], seed: int
    ) -> list[Piece]:
        rows_of: dict[tuple[str, int], Ints] = {}
        for matrix, row in chosen:
            if matrix not in self._shapes or not 0 <= row < self._shapes[matrix][0]:
                raise NetworkError(f"{matrix} has no row {row!r}; choose one that it has.")
        total = net.W1.size + net.W2.size
        if limit is None or total <= limit:
            for matrix, (rows, columns) in self._shapes.items():
                rows_of.update({(matrix, k): np.arange(columns) for k in range(rows)})
        else:
            drawn = np.random.default_rng(seed).choice(total, max(limit // 10, 1), replace=False)
            drawn.sort()
            for matrix, flat in (
                ("W1", drawn[drawn < net.W1.size]),
                ("W2", drawn[drawn >= net.W1.size] - net.W1.size),
            ):
                rows, columns = np.divmod(flat, self._shapes[matrix][1])
                for row in np.unique(rows):
                    rows_of[matrix, int(row)] = columns[rows == row]
            rows_of.update({(m, k): np.arange(self._shapes[m][1]) for m, k in chosen})
        width = {"W1": max(1, _BATCH // net.n_outputs), "W2": _BATCH}
        return [
            (matrix, row, columns[at : at + width[matrix]])
            for (matrix, row), columns in sorted(rows_of.items())
            for at in range(0, columns.size, width[matrix])
        ]

    def _matrix(self, name: str) -> CheckedMatrix:
        mine = [found for found in self._found if found[0][0] == name]
        none = np.empty(0)
        where = [(piece[1], piece[2]) for piece, _, _ in mine]
        analytic = np.concatenate([none, *(closed for _, closed, _ in mine)])
        numeric = np.concatenate([none, *(slopes.slope for _, _, slopes in mine)])
        rounding = np.concatenate([none, *(slopes.rounding for _, _, slopes in mine)])
        kinks = np.concatenate([none, *(slopes.kink for _, _, slopes in mine)]).astype(bool)
        size = np.maximum(np.abs(analytic), np.abs(numeric))
        gap = np.abs(analytic - numeric)
        largest = max(np.abs(analytic).max(initial=0.0), size[~kinks].max(initial=0.0))
        scale = np.maximum(size, _FLOOR * largest)
        error = np.divide(gap, scale, out=np.zeros_like(gap), where=scale > 0)
        unresolved = (size > 0) & (scale <= _RESOLVED * rounding) & ~kinks
        error[kinks | unresolved] = np.nan
        return CheckedMatrix(
            self._shapes[name],
            np.array([row for row, columns in where for _ in columns], dtype=np.int64),
            np.array([i for _, columns in where for i in columns], dtype=np.int64),
            analytic,
            numeric,
            error,
            kinks,
            unresolved,
        )


def gradient_check(
    net: Network,
    x: ArrayLike,
    y: ArrayLike,
    gradient_rule: GradientRule | str = GradientRule.EXACT,
    step_size: float | None = None,
) -> GradientCheck:
    """Compare every weight's gradient with ``(E(w + s) − E(w − s)) / 2s``.

    The loss E is evaluated from N1 and N3 alone, in the widest floating point of the machine, so
    that rounding stays far below truncation.  Weights at a kink of ReLU, and those whose gradient
    is smaller than rounding, are told apart and not counted as errors.

    Parameters
    ----------
    net : Network
    x : (n,) array_like
    y : (d,) array_like
    gradient_rule : GradientRule or str
        Formula of the closed-form side; "as_printed" shows its fault at once.
    step_size : float, optional
        s; by default the cube root of the machine's precision.

    Raises
    ------
    NetworkError
        If a shape does not fit, `step_size` is not a finite number above 0, or a quantity of the
        step is not finite.
    """
    job = CheckJob(net, x, y, gradient_rule, step_size)
    job.advance()
    return job.result()
