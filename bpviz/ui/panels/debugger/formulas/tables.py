"""Table: a vector or matrix that a phase reads or writes, as far as it is computed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from PySide6.QtCore import QCoreApplication

from bpviz.network.types import Floats
from bpviz.training.journal.entries import MatrixName
from bpviz.training.step.phases import Phase
from bpviz.ui.core.selection import MATRIX_SYMBOLS, Highlight
from bpviz.ui.panels.debugger.formulas.pieces import SYMBOLS, weight_place, where
from bpviz.ui.panels.debugger.formulas.step_numbers import AXES, Quantity, StepNumbers


class Cells(Protocol):
    """The entries of a table."""

    def entry(self, row: int, column: int) -> float:
        """Return one entry."""

    def thumbnail(self, rows: int, columns: int) -> Floats:
        """Return at most so many rows and columns, each the mean of those it stands for."""


@dataclass(frozen=True, slots=True, eq=False)
class Dense:
    """Entries that are kept in a matrix, (r, c)."""

    values: Floats

    def entry(self, row: int, column: int) -> float:
        """Return one entry."""
        return float(self.values[row, column])

    def thumbnail(self, rows: int, columns: int) -> Floats:
        """Return the means of blocks."""
        return pooled(pooled(self.values, rows, 0), columns, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Outer:
    """Entries that are products of `column` (r,) and `row` (c,); they are not all made."""

    column: Floats
    row: Floats

    def entry(self, row: int, column: int) -> float:
        """Return one entry."""
        return float(self.column[row]) * float(self.row[column])

    def thumbnail(self, rows: int, columns: int) -> Floats:
        """Return the means of blocks, which are products of means."""
        with np.errstate(all="ignore"):
            product: Floats = np.outer(pooled(self.column, rows, 0), pooled(self.row, columns, 0))
        return product


@dataclass(frozen=True, slots=True, eq=False)
class Updated:
    """Weights after an update that is still to come: `old` − `change`."""

    old: Dense
    change: Outer

    def entry(self, row: int, column: int) -> float:
        """Return one entry."""
        change = self.change.entry(row, column) if self.change.row[column] != 0 else 0.0
        return self.old.entry(row, column) - change

    def thumbnail(self, rows: int, columns: int) -> Floats:
        """Return the means of blocks."""
        with np.errstate(all="ignore"):
            return self.old.thumbnail(rows, columns) - self.change.thumbnail(rows, columns)


def pooled(values: Floats, most: int, axis: int) -> Floats:
    """Return the means of as many neighbours as it takes to have at most `most` along `axis`."""
    length = values.shape[axis]
    if length <= most:
        return values
    starts = np.arange(most) * length // most
    counts = np.diff(np.append(starts, length))
    with np.errstate(all="ignore"):
        sums = np.add.reduceat(values, starts, axis=axis)
        means: Floats = sums / (counts if axis == values.ndim - 1 else counts[:, None])
    return means


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A vector, drawn as a row, or a matrix.

    Attributes
    ----------
    symbol : str
    cells : Cells or None
        None if nothing of it is computed.
    shape : (rows, columns)
    known : (rows, columns)
        So many of each, from the first, are computed; what is beyond is drawn as empty.
    quantity : Quantity, MatrixName
        What it is: of the gradient the matrix to which it belongs.
    mark : (row, column) or None
        The row or entry at hand; a row or column that is None stands for all of them.
    constant : int or None
        The column that belongs to the constant input.
    """

    symbol: str
    cells: Cells | None
    shape: tuple[int, int]
    known: tuple[int, int]
    vector: Quantity | None = None
    matrix: MatrixName | None = None
    mark: tuple[int | None, int | None] | None = None
    constant: int | None = None

    def entry(self, row: int, column: int) -> float | None:
        """Return one entry; None if it is not computed."""
        if self.cells is None or row >= self.known[0] or column >= self.known[1]:
            return None
        return self.cells.entry(row, column)

    def name(self, row: int, column: int) -> str:
        """Return what an entry is called."""
        index = f"[{column}]" if self.vector is not None else f"[{row}, {column}]"
        if column == self.constant:
            index += " " + QCoreApplication.translate("formulas", "(constant)")
        return self.symbol + index

    def place(self, row: int, column: int) -> Highlight | None:
        """Return where an entry lives."""
        if self.vector is not None:
            return where(self.vector, column)
        return None if self.matrix is None else weight_place(self.matrix, row, column)


def vector_table(numbers: StepNumbers, name: Quantity, index: int | None) -> Table:
    """Return a vector; `index` is the entry at hand."""
    values, length = numbers.vector(name), numbers.length(AXES[name])
    cells = None if values is None else Dense(values[np.newaxis])
    symbol = SYMBOLS[name] + (")" if "(" in SYMBOLS[name] else "")
    mark = None if index is None else (0, index)
    return Table(symbol, cells, (1, length), (1, numbers.known(name)), vector=name, mark=mark)


Mark = tuple[int | None, int | None] | None


def weight_table(numbers: StepNumbers, matrix: MatrixName, mark: Mark) -> Table:
    """Return the weights that the step computes with."""
    weights = numbers.network.W1 if matrix == "W1" else numbers.network.W2
    cells, shape = Dense(weights), weights.shape
    return Table(MATRIX_SYMBOLS[matrix], cells, shape, shape, matrix=matrix, mark=mark)


def gradient_table(numbers: StepNumbers, matrix: MatrixName, mark: Mark) -> Table:
    """Return the gradient of a matrix, its rows as far as they are computed."""
    first = matrix == "W1"
    delta: Quantity = "delta1" if first else "delta2"
    column, row = numbers.vector(delta), numbers.vector("x" if first else "h")
    shape = (
        numbers.length("hidden" if first else "output"),
        numbers.length("input" if first else "hidden"),
    )
    cells = None if column is None or row is None else Outer(column, row)
    known = (numbers.known(delta), shape[1]) if cells is not None else (0, 0)
    return Table(f"∂{MATRIX_SYMBOLS[matrix]}", cells, shape, known, matrix=matrix, mark=mark)


def new_weight_table(numbers: StepNumbers, matrix: MatrixName, mark: Mark) -> Table:
    """Return the weights after the update, its rows as far as they are updated."""
    symbol, frame = f"{MATRIX_SYMBOLS[matrix]}⁺", numbers.frame
    weights = frame.network.W1 if matrix == "W1" else frame.network.W2
    rows, columns = weights.shape
    cells: Cells = Dense(weights)
    done = 0
    delta = numbers.vector("delta1" if matrix == "W1" else "delta2")
    inputs = numbers.vector("x" if matrix == "W1" else "h")
    if frame.phase is Phase.UPDATE:
        before = numbers.length("output") if matrix == "W1" else 0
        done = min(max(frame.row - before, 0), rows)
    elif numbers.updated(matrix, 0) and delta is not None and inputs is not None:
        with np.errstate(all="ignore"):
            cells = Updated(Dense(weights), Outer(numbers.rate * delta, inputs))
        done = rows
    return Table(symbol, cells, (rows, columns), (done, columns), matrix=matrix, mark=mark)


def loss_table(numbers: StepNumbers) -> Table:
    """Return the loss."""
    loss = numbers.trace.loss
    cells = None if loss is None else Dense(np.array([[loss]]))
    return Table("‖f − y‖²", cells, (1, 1), (0, 0) if cells is None else (1, 1))


def tables_of(
    numbers: StepNumbers, phase: Phase, row: int
) -> tuple[tuple[Table, ...], tuple[Table, ...]]:
    """Return what a phase reads and what it writes; `row` as in `phase_lines`."""
    data = numbers.frame.dataset
    constant = None if data is None else data.constant

    def told(table: Table) -> Table:
        along_inputs = table.vector == "x" or table.matrix == "W1"
        return replace(table, constant=constant) if along_inputs else table

    reads, writes = _tables_of(numbers, phase, row)
    return tuple(map(told, reads)), tuple(map(told, writes))


def _tables_of(
    numbers: StepNumbers, phase: Phase, row: int
) -> tuple[tuple[Table, ...], tuple[Table, ...]]:
    def vector(name: Quantity, index: int | None = None) -> Table:
        return vector_table(numbers, name, index)

    match phase:
        case Phase.DRAW:
            return (), (vector("x"), vector("y"))
        case Phase.Z1:
            return (
                (weight_table(numbers, "W1", (row, None)), vector("x")),
                (vector("z1", row),),
            )
        case Phase.H:
            return (vector("z1", row),), (vector("h", row),)
        case Phase.Z2:
            return (
                (weight_table(numbers, "W2", (row, None)), vector("h")),
                (vector("z2", row),),
            )
        case Phase.F:
            return (vector("z2", row),), (vector("f", row),)
        case Phase.LOSS:
            return (vector("f"), vector("y")), (loss_table(numbers),)
        case Phase.GRAD_W2:
            reads = (vector("f", row), vector("y", row), vector("z2", row), vector("h"))
            writes = vector("delta2", row), gradient_table(numbers, "W2", (row, None))
            return reads, writes
        case Phase.GRAD_W1:
            back = vector("delta2"), weight_table(numbers, "W2", (None, row))
            writes = vector("delta1", row), gradient_table(numbers, "W1", (row, None))
            return (*back, vector("z1", row), vector("x")), writes
    d = numbers.length("output")
    matrix: MatrixName = "W2" if row < d else "W1"
    mark = (row if row < d else row - d, None)
    return (
        (weight_table(numbers, matrix, mark), gradient_table(numbers, matrix, mark)),
        (new_weight_table(numbers, matrix, mark),),
    )
