"""CheckLedger: takes down what a gradient check finds in one matrix, and judges it."""

from __future__ import annotations

import numpy as np

from bpviz.network.check_plan import Piece
from bpviz.network.checked import CheckedMatrix
from bpviz.network.differences import Slopes
from bpviz.network.types import Floats

_FLOOR = 1e-4
"""Entries below this share of the matrix's largest gradient are judged against that share: there
the differences are dominated by rounding."""

_RESOLVED = 100.0
"""A gradient is judged only where it is so many times what rounding may do to the difference."""

_CLOSE = 1e-5
"""An error up to this is told as such, even where rounding alone may have made it."""

_GO = 100_000
"""Entries judged at once: a millisecond or two."""


def error_scale(analytic: Floats, numeric: Floats, largest: float) -> Floats:
    """Return what the gap between closed form and difference is divided by.

    Parameters
    ----------
    analytic, numeric : (c,) float64
        Closed form and central difference.
    largest : float
        G, the largest entry of the matrix's gradient.

    Returns
    -------
    (c,) float64
        ``max(|a|, |c|, 1e-4 · G)``; 0 only where all of the matrix is 0.
    """
    return np.maximum(np.maximum(np.abs(analytic), np.abs(numeric)), _FLOOR * largest)


class CheckLedger:
    """The entries of one matrix, as they are compared.

    Memory for all of them is taken at once and written to as they come, so that no single moment
    is long, however large the matrix.

    Parameters
    ----------
    shape : tuple of int
        Of the matrix.
    count : int
        Entries that will be compared.
    """

    def __init__(self, shape: tuple[int, int], count: int) -> None:
        self._shape = shape
        self._rows, self._columns = np.empty(count, np.int64), np.empty(count, np.int64)
        self._analytic, self._numeric = np.empty(count), np.empty(count)
        self._rounding, self._error = np.empty(count), np.empty(count)
        self._kink, self._unresolved = np.empty(count, np.bool_), np.empty(count, np.bool_)
        self._largest = 0.0
        self._filled = self._judged = 0

    @property
    def size(self) -> int:
        """Entries compared so far."""
        return self._filled

    @property
    def largest(self) -> float:
        """G: the largest gradient of the matrix so far, by either way."""
        return self._largest

    @property
    def judged(self) -> bool:
        """Whether every entry has been judged."""
        return self._judged == self._rows.size

    def add(self, piece: Piece, analytic: Floats, slopes: Slopes) -> None:
        """Take down the entries of a piece."""
        here = slice(self._filled, self._filled + piece.columns.size)
        self._rows[here], self._columns[here] = piece.row, piece.columns
        self._analytic[here], self._numeric[here] = analytic, slopes.slope
        self._rounding[here], self._kink[here] = slopes.rounding, slopes.kink
        self._filled = here.stop
        numeric = np.abs(slopes.slope[~slopes.kink])
        self._largest = max(
            self._largest, np.abs(analytic).max(initial=0.0), numeric.max(initial=0.0)
        )

    def judge(self) -> None:
        """Judge some more entries; only when all are there, because it takes the largest."""
        here = slice(self._judged, min(self._judged + _GO, self._filled))
        self._error[here], self._unresolved[here] = self._judgement(here)
        self._judged = here.stop

    def _judgement(self, here: slice) -> tuple[Floats, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
        analytic, numeric, kink = self._analytic[here], self._numeric[here], self._kink[here]
        size, gap = np.maximum(np.abs(analytic), np.abs(numeric)), np.abs(analytic - numeric)
        scale = error_scale(analytic, numeric, self._largest)
        error = np.divide(gap, scale, out=np.zeros_like(gap), where=scale > 0)
        rounding = self._rounding[here]
        unresolved = (size > 0) & (scale <= _RESOLVED * rounding)
        unresolved |= (gap <= rounding) & (error > _CLOSE)  # no more than rounding may have done
        unresolved &= ~kink
        error[kink | unresolved] = np.nan
        return error, unresolved

    def result(self) -> CheckedMatrix:
        """Return what is there, judged by what is there."""
        here = slice(0, self._filled)
        if self.judged:
            error, unresolved = self._error[here], self._unresolved[here]
        else:
            error, unresolved = self._judgement(here)
        arrays = (self._rows[here], self._columns[here], self._analytic[here], self._numeric[here],
                  error, self._kink[here], unresolved)  # fmt: skip
        for array in arrays:
            array.flags.writeable = False
        return CheckedMatrix(self._shape, *arrays)
