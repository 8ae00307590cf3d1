"""Selection: the entry of a weight matrix that a person pointed at."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.network.weights import Network
from bpviz.training.journal.entries import MatrixName

MATRIX_SYMBOLS: dict[MatrixName, str] = {"W1": "W₁", "W2": "W₂"}
"""The matrices as people write them."""


@dataclass(frozen=True, slots=True)
class Selection:
    """One entry of W₁ (l, n) or W₂ (d, l); rows and columns count from 0."""

    matrix: MatrixName
    row: int
    column: int

    @property
    def hidden_unit(self) -> int:
        """The hidden unit k that the entry belongs to: a row of W₁, a column of W₂."""
        return self.row if self.matrix == "W1" else self.column

    def exists_in(self, network: Network) -> bool:
        """Whether `network` has that weight."""
        if self.matrix == "W1":
            return self.row < network.n_hidden and self.column < network.n_inputs
        return self.row < network.n_outputs and self.column < network.n_hidden

    @property
    def words(self) -> str:
        """The entry as people write it, "W₁[3, 5]"."""
        return f"{MATRIX_SYMBOLS[self.matrix]}[{self.row}, {self.column}]"


def marked_in(matrix: MatrixName, selection: Selection | None) -> tuple[int | None, int | None]:
    """Return the row and column of `matrix` to mark for a selected weight; None for all of them.

    In the other matrix that is the same hidden unit: a row of W₁, a column of W₂.
    """
    if selection is None:
        return None, None
    if selection.matrix == matrix:
        return selection.row, selection.column
    unit = selection.hidden_unit
    return (unit, None) if matrix == "W1" else (None, unit)


@dataclass(frozen=True, slots=True)
class Highlight:
    """Where a quantity lives that a person points at; every part that is None has no share.

    Attributes
    ----------
    W1, W2 : (row, column), or None
        Entries of that matrix; a row or a column that is None stands for all of them, so
        ``(3, None)`` is row 3 and ``(None, None)`` the whole matrix.
    input, hidden, output : int or None
        One input i (a pixel of the sample), hidden unit k or output j; −1 stands for all of them.
    """

    W1: tuple[int | None, int | None] | None = None
    W2: tuple[int | None, int | None] | None = None
    input: int | None = None
    hidden: int | None = None
    output: int | None = None
