"""Selection: the entry of a weight matrix that a person pointed at."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.training.changes import MatrixName


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
