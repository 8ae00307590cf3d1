"""StepNumbers: the quantities of the step at hand, one by one, as far as they are computed."""

from __future__ import annotations

from typing import Literal

import numpy as np

from bpviz.network.rules import GradientRule
from bpviz.network.types import Floats
from bpviz.training.events import Frame
from bpviz.training.journal.entries import MatrixName
from bpviz.training.step.partial_trace import PartialTrace
from bpviz.training.step.phases import Phase
from bpviz.ui.panels.debugger.formulas.expansion import TERMS, Expansion

Quantity = Literal[
    "x", "y", "z1", "h", "z2", "f", "sigma2_prime", "delta2", "sigma1_prime", "delta1"
]
"""Names of the vectors, as in `StepTrace`."""

Axis = Literal["input", "hidden", "output"]

AXES: dict[Quantity, Axis] = {
    "x": "input",
    "y": "output",
    "z1": "hidden",
    "h": "hidden",
    "z2": "output",
    "f": "output",
    "sigma2_prime": "output",
    "delta2": "output",
    "sigma1_prime": "hidden",
    "delta1": "hidden",
}
"""What the entries of each vector count."""


class StepNumbers:
    """The numbers of a frame's step; None wherever the step has not come that far.

    Between two steps they are those of the whole step to come (`Frame.shown`).

    Parameters
    ----------
    frame : Frame
    shown : int
        So many terms of a sum are written out.
    """

    def __init__(self, frame: Frame, shown: int = TERMS) -> None:
        self.frame = frame
        self.trace = frame.shown or PartialTrace(gradient_rule=frame.gradient_rule)
        self.network = frame.old_network
        self.rate = float(frame.learning_rate)
        self.between_steps = frame.phase is Phase.DRAW
        self._terms = shown

    @property
    def as_printed(self) -> bool:
        """Whether δ1 follows the note's printed formula."""
        return self.trace.gradient_rule is GradientRule.AS_PRINTED

    def length(self, axis: Axis) -> int:
        """Return n, l or d."""
        network = self.network
        return {
            "input": network.n_inputs,
            "hidden": network.n_hidden,
            "output": network.n_outputs,
        }[axis]

    def known(self, name: Quantity) -> int:
        """Return how many entries of a vector are computed, counted from its first."""
        values = self.vector(name)
        if values is None:
            return 0
        if name in ("sigma2_prime", "delta2"):
            return self.trace.rows_W2
        if name in ("sigma1_prime", "delta1"):
            return self.trace.rows_W1
        return len(values)

    def vector(self, name: Quantity) -> Floats | None:
        """Return a vector; its entries from `known` on mean nothing."""
        values: Floats | None = getattr(self.trace, name)
        return values

    def entry(self, name: Quantity, index: int) -> float | None:
        """Return one entry of a vector."""
        values = self.vector(name)
        return float(values[index]) if values is not None and index < self.known(name) else None

    def weight(self, matrix: MatrixName, row: int, column: int) -> float:
        """Return a weight that the step computes with: one from before its update."""
        weights = self.network.W1 if matrix == "W1" else self.network.W2
        return float(weights[row, column])

    # ---- the sums

    def z1(self, k: int) -> Expansion | None:
        """N4: z1_k = Σᵢ W₁ₖᵢ xᵢ over the inputs that are not zero; None without inputs."""
        x = self.trace.x
        if x is None:
            return None
        used = np.flatnonzero(x)  # the kernels never look at the others
        weights = self.network.W1T[used, k]
        total = self.entry("z1", k)
        return Expansion.of_products(weights, x[used], total, indices=used, shown=self._terms)

    def z2(self, j: int) -> Expansion | None:
        """N4: z2_j = Σₖ W₂ⱼₖ hₖ; None without h."""
        h = self.trace.h
        if h is None:
            return None
        return Expansion.of_products(self.network.W2[j], h, self.entry("z2", j), shown=self._terms)

    def loss(self) -> Expansion | None:
        """N3: ‖f − y‖² = Σⱼ (f_j − y_j)²; None without f."""
        f, y = self.trace.f, self.trace.y
        if f is None or y is None:
            return None
        return Expansion.of_squared_differences(f, y, self.trace.loss, shown=self._terms)

    def back(self, k: int) -> Expansion | None:
        """N7: Σⱼ δ2_j W₂ⱼₖ, or Σⱼ δ2_j · 1 as printed; None without all of δ2.

        The kernels keep no record of this sum; it is added up here as they do, in ascending
        order, and counts as computed when δ1_k is.
        """
        delta2 = self.trace.delta2
        d = self.length("output")
        if delta2 is None or self.known("delta2") < d:
            return None
        column = np.ones(d) if self.as_printed else self.network.W2[:, k]
        total: float | None = None
        if k < self.known("delta1"):
            total = 0.0
            for delta, weight in zip(delta2.tolist(), column.tolist(), strict=True):
                total += delta * weight
        return Expansion.of_products(delta2, column, total, shown=self._terms)

    # ---- gradient and update of one weight

    def factors(self, matrix: MatrixName, row: int, column: int) -> tuple[float | None, ...]:
        """Return δ and the input of a weight: δ2_row and h_column, or δ1_row and x_column."""
        if matrix == "W2":
            return self.entry("delta2", row), self.entry("h", column)
        return self.entry("delta1", row), self.entry("x", column)

    def gradient(self, matrix: MatrixName, row: int, column: int) -> float | None:
        """N6, N8: δ · input."""
        delta, value = self.factors(matrix, row, column)
        if delta is None or value is None:
            return None
        return delta * value

    def scaled(self, matrix: MatrixName, row: int) -> float | None:
        """λ · δ of a row, the first product of the update."""
        delta = self.entry("delta2" if matrix == "W2" else "delta1", row)
        return None if delta is None else self.rate * delta

    def updated(self, matrix: MatrixName, row: int) -> bool:
        """Whether the step has computed the new weights of a row.

        Between two steps the numbers are those of the whole step, its update too.
        """
        if self.between_steps:
            return self.frame.preview is not None
        place = row if matrix == "W2" else self.length("output") + row
        return self.frame.phase is Phase.UPDATE and place < self.frame.row

    def new_weight(self, matrix: MatrixName, row: int, column: int) -> float | None:
        """N9: W − (λδ) · input, in this association; None before the row's update."""
        scaled, value = self.scaled(matrix, row), self.factors(matrix, row, column)[1]
        if scaled is None or value is None or not self.updated(matrix, row):
            return None
        old = self.weight(matrix, row, column)
        if matrix == "W1" and value == 0.0:
            return old  # the kernels never look at a zero input
        return old - scaled * value

    def update(self, matrix: MatrixName, row: int, column: int) -> Expansion | None:
        """N9: the sum W − (λδ) · input; None as long as a factor is missing."""
        scaled, value = self.scaled(matrix, row), self.factors(matrix, row, column)[1]
        if scaled is None or value is None:
            return None
        old = self.weight(matrix, row, column)
        return Expansion.of_update(old, scaled, value, self.new_weight(matrix, row, column))

    def largest_column(self, matrix: MatrixName) -> int:
        """Return the column whose input is largest, where the gradient of every row is largest."""
        values = self.vector("h" if matrix == "W2" else "x")
        if values is None:
            return 0
        sizes = np.abs(values)
        return int(np.argmax(np.where(np.isnan(sizes), np.inf, sizes)))
