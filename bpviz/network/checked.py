"""What a gradient check found: entry by entry, and in one number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from bpviz.network.types import Floats, Ints
from bpviz.quoting import brief

Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class CheckedMatrix:
    """The entries of one matrix that were compared, in the order of rows and columns.

    Attributes
    ----------
    shape : tuple of int
        Of the matrix.
    rows, columns : (c,) int64
        Where the entries are.
    analytic, numeric : (c,) float64
        Closed form and central difference.
    relative_error : (c,) float64
        NaN where the two cannot be compared.
    kink : (c,) bool
        A kink of ReLU lies between the two evaluations, so that their difference is no slope.
    unresolved : (c,) bool
        Closed form and difference are too small to be told from the rounding of the difference.
    """

    shape: tuple[int, int]
    rows: Ints
    columns: Ints
    analytic: Floats
    numeric: Floats
    relative_error: Floats
    kink: Flags
    unresolved: Flags

    __repr__ = brief

    @property
    def complete(self) -> bool:
        """Whether every entry of the matrix was compared."""
        return self.rows.size == self.shape[0] * self.shape[1]

    @property
    def max_relative_error(self) -> float:
        """Largest relative error; 0 if no entry could be compared."""
        comparable = self.relative_error[~np.isnan(self.relative_error)]
        return float(comparable.max(initial=0.0))

    @property
    def worst(self) -> tuple[int, int] | None:
        """Row and column of the largest relative error; None if no entry could be compared."""
        if np.isnan(self.relative_error).all():
            return None
        at = int(np.nanargmax(self.relative_error))
        return int(self.rows[at]), int(self.columns[at])

    def at(self, row: int, column: int) -> int | None:
        """Return the place of an entry in the arrays; None if it was not compared."""
        if not (0 <= row < self.shape[0] and 0 <= column < self.shape[1]):
            return None
        if self.complete:
            return row * self.shape[1] + column
        first = int(np.searchsorted(self.rows, row))
        last = int(np.searchsorted(self.rows, row, side="right"))
        at = first + int(np.searchsorted(self.columns[first:last], column))
        return at if at < last and self.columns[at] == column else None

    def dense(self, values: Floats) -> Floats:
        """Return values of the entries in the shape of the matrix, NaN where none was compared."""
        matrix = np.full(self.shape, np.nan)
        matrix[self.rows, self.columns] = values
        return matrix


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """Closed-form gradient against central differences.

    The relative error is ``|a − c| / max(|a|, |c|, 1e-4 · G)`` with a the closed form, c the
    difference and G the largest entry of the matrix's gradient; 0 where both are 0.

    Attributes
    ----------
    W1, W2 : CheckedMatrix
    step_size : float
        s, half the distance of the two evaluations.
    loss : float
        N3 at the weights themselves.
    """

    W1: CheckedMatrix
    W2: CheckedMatrix
    step_size: float
    loss: float

    __repr__ = brief

    @property
    def analytic_W1(self) -> Floats:
        """Closed form, (l, n); NaN where it was not compared."""
        return self.W1.dense(self.W1.analytic)

    @property
    def numeric_W1(self) -> Floats:
        """Central differences, (l, n); NaN where none was taken."""
        return self.W1.dense(self.W1.numeric)

    @property
    def relative_error_W1(self) -> Floats:
        """Relative error, (l, n); NaN where nothing can be compared."""
        return self.W1.dense(self.W1.relative_error)

    @property
    def analytic_W2(self) -> Floats:
        """Closed form, (d, l); NaN where it was not compared."""
        return self.W2.dense(self.W2.analytic)

    @property
    def numeric_W2(self) -> Floats:
        """Central differences, (d, l); NaN where none was taken."""
        return self.W2.dense(self.W2.numeric)

    @property
    def relative_error_W2(self) -> Floats:
        """Relative error, (d, l); NaN where nothing can be compared."""
        return self.W2.dense(self.W2.relative_error)

    @property
    def complete(self) -> bool:
        """Whether every weight of both matrices was compared."""
        return self.W1.complete and self.W2.complete

    @property
    def checked(self) -> int:
        """How many weights were looked at."""
        return self.W1.rows.size + self.W2.rows.size

    @property
    def kinks(self) -> int:
        """How many of them stand at a kink of ReLU."""
        return int(self.W1.kink.sum() + self.W2.kink.sum())

    @property
    def unresolved(self) -> int:
        """How many have a gradient that is lost in the rounding of the differences."""
        return int(self.W1.unresolved.sum() + self.W2.unresolved.sum())

    @property
    def max_relative_error(self) -> float:
        """Largest relative error over every weight that was compared."""
        return max(self.W1.max_relative_error, self.W2.max_relative_error)

    @property
    def worst(self) -> tuple[Literal["W1", "W2"], int, int] | None:
        """Where it is: ("W1" or "W2", row, column), counted from 0; None if nothing compares."""
        places: list[tuple[Literal["W1", "W2"], CheckedMatrix]] = [("W1", self.W1), ("W2", self.W2)]
        best: tuple[Literal["W1", "W2"], int, int] | None = None
        largest = -1.0
        for name, matrix in places:
            at = matrix.worst
            if at is not None and matrix.max_relative_error > largest:
                best, largest = (name, *at), matrix.max_relative_error
        return best
