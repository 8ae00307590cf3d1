"""CheckInfo: a gradient check that was made, and of what; frozen, for reading only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bpviz.datasets.dataset import Part
from bpviz.network.rules import GradientRule
from bpviz.training.journal.entries import MatrixName

if TYPE_CHECKING:
    from bpviz.network.checked import GradientCheck
    from bpviz.network.step_sizes import StepSizeSweep
    from bpviz.network.step_trace import StepTrace
    from bpviz.network.weights import Network


@dataclass(frozen=True, slots=True, eq=False)
class WeightSweep:
    """The error of one weight's difference against the step size; row and column from 0."""

    matrix: MatrixName
    row: int
    column: int
    curve: StepSizeSweep


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CheckInfo:
    """A gradient check that has come to its end.

    Attributes
    ----------
    step : int
        Updates done at the position that was checked.
    branch : int
        Number of its branch.
    part : Part
        The part of the data set that the pair belongs to.
    sample : int
        Its index there; m and above where a person made the pair.
    own : str
        What a pair that a person made is, in words; empty for the data set's own.
    network : Network
        The weights.
    trace : StepTrace
        The pair, and the closed form with its rule.
    result : GradientCheck or None
        None where it could not be made.
    problem : str
        Why not, in words.
    worst : WeightSweep or None
        Of the weight with the largest error; None if no weight could be compared.
    chosen : WeightSweep or None
        Of the weight that a person chose.
    """

    step: int
    branch: int
    part: Part
    sample: int
    own: str
    network: Network
    trace: StepTrace
    result: GradientCheck | None
    problem: str = ""
    worst: WeightSweep | None = None
    chosen: WeightSweep | None = None

    @property
    def rule(self) -> GradientRule:
        """The formula of the closed form."""
        return self.trace.gradient_rule

    @property
    def sweep(self) -> WeightSweep | None:
        """What is to be shown: that of the chosen weight, else of the worst."""
        return self.worst if self.chosen is None else self.chosen

    def is_of(self, network: Network, shown: StepTrace | None) -> bool:
        """Whether it is of these weights and of the pair that is shown, bit for bit.

        It stays true wherever a run comes back to the same numbers, and ends with an edit.
        """
        if shown is None:
            return False
        mine = (self.trace.x, self.trace.y, self.network.W2, self.network.W1T)
        other = (shown.x, shown.y, network.W2, network.W1T)
        return all(a is b or np.array_equal(a, b) for a, b in zip(mine, other, strict=True))
