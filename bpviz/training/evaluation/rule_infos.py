"""What a frame says of the two gradient rules: frozen, for reading only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.network.rules import GradientRule
from bpviz.quoting import brief
from bpviz.training.evaluation.results import Evaluations
from bpviz.training.infos import BranchCurve

if TYPE_CHECKING:
    from bpviz.network.types import Floats, Ints
    from bpviz.network.weights import Network


COMPARED = 250_000
"""Weights of W₁ that are compared one by one, at most: more could neither be told apart on a screen
nor be moved one after another within a second."""


def rows_compared(n_hidden: int, n_inputs: int) -> int:
    """Return how many rows of W₁, the first ones, are compared one by one: all, if they are few."""
    return max(1, min(n_hidden, COMPARED // n_inputs))


@dataclass(frozen=True, slots=True)
class RuleScan:
    """The cosine between the exact and the printed ∂W₁, over the probe set at one position.

    Attributes
    ----------
    step : int
        The position whose weights were used.
    pairs : int
        Pairs whose cosine exists: those where neither gradient is 0.
    mean, low, high : float
        Mean, and the tenth and the ninetieth percentile, −1 … 1; NaN if there are none.
    uphill : float
        Share of those pairs with a cosine below 0, 0 … 1: there a step against the printed
        gradient raises the loss, however small λ is.
    """

    step: int
    pairs: int
    mean: float
    low: float
    high: float
    uphill: float

    __repr__ = brief


@dataclass(frozen=True, slots=True, eq=False)
class RuleCosines:
    """All scans along a branch; arrays of equal length, by rising step, see `RuleScan`."""

    steps: Ints
    mean: Floats
    low: Floats
    high: Floats
    uphill: Floats

    __repr__ = brief


@dataclass(frozen=True, slots=True, eq=False)
class RuleDifferences:
    """Central differences of the loss of one pair, for the weights of both matrices.

    Attributes
    ----------
    network : Network
        At whose weights.
    x, y : (n,), (d,) float64
        The pair.
    W1 : (r, n) float64
        The first rows, see `rows_compared`; NaN where they are not computed yet, and at a kink of
        ReLU.
    W2 : (d, l) float64
        The same.
    rows : int
        Rows of `W1` that are computed; `W2` is complete from the beginning.
    """

    network: Network
    x: Floats
    y: Floats
    W1: Floats
    W2: Floats
    rows: int

    __repr__ = brief

    @property
    def complete(self) -> bool:
        """Whether every row is computed."""
        return self.rows == len(self.W1)


@dataclass(frozen=True, slots=True, eq=False)
class PairedSide:
    """One of the two branches of a trial.

    Attributes
    ----------
    rule : GradientRule
    branch : int
        Its number.
    name : str
    tip : int
        Updates that it has done in all.
    loss : BranchCurve or None
        Mean loss over buckets of steps, from the start of the trial on.
    mean_loss : float
        Mean loss of its last 1 000 steps, those before the trial included; NaN before the first.
    cosines : RuleCosines
    test : Evaluations
        Empty where there is no test set.
    ended : str
        Why it ended before its goal, in words; empty otherwise.
    """

    rule: GradientRule
    branch: int
    name: str
    tip: int
    loss: BranchCurve | None
    mean_loss: float
    cosines: RuleCosines
    test: Evaluations
    ended: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class PairedRunInfo:
    """Two branches that left the run at the same step, one for each rule.

    Attributes
    ----------
    start : int
        The step at which both began.
    steps : int
        How many each of them shall do from there.
    sides : (TrialSide, TrialSide)
        The exact rule, and the printed one.
    training : GradientRule or None
        The side that is being trained now; None when nothing is under way.
    """

    start: int
    steps: int
    sides: tuple[PairedSide, PairedSide]
    training: GradientRule | None = None
