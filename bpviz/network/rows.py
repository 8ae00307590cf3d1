"""Inputs as compressed rows: only the entries that are not zero, the kernels' input format."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bpviz.network.types import Floats, Ints
from bpviz.quoting import spelled

_BLOCK = 2**16
"""Entries squared at once: what they take stays in the processor's caches."""


@dataclass(frozen=True, slots=True, eq=False)
class CompressedRows:
    """An (m, n) matrix of inputs, row by row, zeros left out; all arrays read-only.

    A zero input neither adds to z1 nor changes a weight (N4, N8), so the kernels never look at it.

    Attributes
    ----------
    starts : (m + 1,) int64
        Row i has the entries ``starts[i] … starts[i + 1] − 1``.
    indices : (nnz,) uint16 where n ≤ 65 536, else uint32
        Column of each entry, rising within a row.
    values : (nnz,) float64
        The entries.
    n_inputs : int
        n.

    Raises
    ------
    ValueError
        If these do not fit each other: the kernels read memory where they are told to.
    """

    starts: Ints
    indices: NDArray[Any]
    values: Floats
    n_inputs: int

    def __post_init__(self) -> None:
        self._check()
        for array in (self.starts, self.indices, self.values):
            array.flags.writeable = False

    def _check(self) -> None:
        for name, array, dtype in (
            ("starts", self.starts, np.int64),
            ("indices", self.indices, self.index_type(self.n_inputs)),
            ("values", self.values, np.float64),
        ):
            if array.ndim != 1 or array.dtype != dtype or not array.flags.c_contiguous:
                raise ValueError(
                    f"The array {name} has the shape {array.shape} and the type {array.dtype}; it "
                    f"must be contiguous, of one dimension, and {np.dtype(dtype)}."
                )
        entries = len(self.indices)
        starts = self.starts
        if not len(starts) or starts[0] != 0 or (starts[1:] < starts[:-1]).any():
            raise ValueError(
                "The starts of the rows decrease; they must begin with 0 and never decrease."
            )
        if not starts[-1] == entries == len(self.values):
            raise ValueError(
                f"There are {entries} columns and {len(self.values)} values for {starts[-1]} "
                "entries; there must be one of each for every entry."
            )
        if entries and self.indices.max() >= self.n_inputs:
            raise ValueError(
                f"There is an entry in column {self.indices.max()}; columns count from 0 to "
                f"{self.n_inputs - 1}."
            )
        falls = self.indices[1:] <= self.indices[:-1]
        begins = starts[1:-1]  # where a column may be smaller than the one before
        falls[begins[(begins > 0) & (begins < entries)] - 1] = False
        if falls.any():
            row = int(np.searchsorted(starts, np.argmax(falls) + 1, "right")) - 1
            raise ValueError(
                f"The columns of row {row} do not increase. Sort them, and use each once."
            )

    @staticmethod
    def index_type(n_inputs: int) -> type[np.uint16] | type[np.uint32]:
        """Smallest index type for `n_inputs` columns (a quarter of the memory, and faster)."""
        return np.uint16 if n_inputs <= 2**16 else np.uint32

    @classmethod
    def from_dense(cls, X: ArrayLike) -> CompressedRows:
        """Compress an (m, n) array of real numbers.

        Raises
        ------
        ValueError
            If `X` is not made of real numbers, or does not have two dimensions.
        """
        try:
            if np.iscomplexobj(X):
                raise TypeError
            dense = np.asarray(X, dtype=np.float64)
        except (TypeError, ValueError):
            raise ValueError(
                f"The inputs are {spelled(X)}; they must be real numbers, (m, n)."
            ) from None
        if dense.ndim != 2:
            raise ValueError(f"The inputs have {dense.ndim} dimensions; they must have 2, (m, n).")
        n_samples, n_inputs = dense.shape
        mask = dense != 0  # NaN != 0 as well: it is kept, and found by whoever checks
        starts = np.zeros(n_samples + 1, dtype=np.int64)
        np.cumsum(mask.sum(axis=1), out=starts[1:])
        columns = np.nonzero(mask)[1].astype(cls.index_type(n_inputs))
        return cls(starts, columns, dense[mask], n_inputs)

    @classmethod
    def from_sparse(cls, X: Any) -> CompressedRows:
        """Copy an (m, n) sparse matrix of real numbers, of SciPy or with its `tocsr`.

        Raises
        ------
        ValueError
            If `X` is not made of real numbers.
        """
        csr = X.tocsr(copy=True)
        csr.sum_duplicates()  # which sorts the columns of each row as well
        values = np.asarray(csr.data)
        if values.dtype.kind not in "biuf" or len(csr.shape) != 2:
            raise ValueError(f"The inputs are {spelled(X)}; they must be real numbers, (m, n).")
        n_inputs = int(csr.shape[1])
        mask = values != 0
        kept = np.zeros(len(mask) + 1, dtype=np.int64)
        np.cumsum(mask, out=kept[1:])
        starts = np.ascontiguousarray(kept[csr.indptr])
        indices = np.asarray(csr.indices)[mask].astype(cls.index_type(n_inputs))
        return cls(starts, indices, values[mask].astype(np.float64), n_inputs)

    @classmethod
    def of(cls, X: Any) -> CompressedRows:
        """Return the rows of an (m, n) array_like or sparse matrix; one (n,) row counts as m = 1.

        Raises
        ------
        ValueError
            If `X` is not made of real numbers, or has another number of dimensions.
        """
        if isinstance(X, CompressedRows):
            return X
        if hasattr(X, "tocsr"):
            return cls.from_sparse(X)
        try:
            dense = np.asarray(X)
        except ValueError:  # of rows that are not equally long
            dense = np.empty(())
        return cls.from_dense(dense[np.newaxis] if dense.ndim == 1 else X)

    def __reduce__(self) -> tuple[Any, ...]:
        return CompressedRows, (self.starts, self.indices, self.values, self.n_inputs)

    def __deepcopy__(self, memo: object) -> CompressedRows:
        return self  # nothing of it ever changes

    def __repr__(self) -> str:
        return f"<CompressedRows of {len(self)} × {self.n_inputs}, {len(self.values)} entries>"

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def mean_entries(self) -> float:
        """Non-zero entries in a row, on average."""
        return len(self.values) / max(len(self), 1)

    def row(self, i: int) -> Floats:
        """Return row i as a dense (n,) array of its own."""
        dense = np.zeros(self.n_inputs)
        part = slice(self.starts[i], self.starts[i + 1])
        dense[self.indices[part]] = self.values[part]
        return dense

    def dense(self) -> Floats:
        """Return the whole (m, n) matrix; for MNIST that is 376 MB."""
        dense = np.zeros((len(self), self.n_inputs))
        rows = np.repeat(np.arange(len(self)), np.diff(self.starts))
        dense[rows, self.indices] = self.values
        return dense

    def norms(self) -> Floats:
        """Return ‖x‖ of every row, shape (m,), float64."""
        totals = np.zeros(len(self))
        filled = np.flatnonzero(np.diff(self.starts))
        if not len(filled):
            return totals
        # No copy of all entries is made: taking that much memory is most of the time.
        largest = float(max(self.values.max(), -self.values.min()))
        # Squares of such entries would leave the range of a double; a power of two costs no digit.
        extreme = 1e150 < largest < math.inf or largest < 1e-150
        scale = math.ldexp(1.0, math.frexp(largest)[1] - 1) if extreme else 1.0
        step = max(int(_BLOCK / self.mean_entries), 1)
        for first in range(0, len(filled), step):
            rows = filled[first : first + step]
            starts = self.starts[rows]
            entries = self.values[starts[0] : self.starts[rows[-1] + 1]]
            totals[rows] = np.add.reduceat((entries / scale) ** 2, starts - starts[0])
        return np.sqrt(totals) * scale
