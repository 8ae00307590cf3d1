"""The kinds of looks at all samples that are made beside the training, and when each is due."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from enum import Enum
from typing import Protocol

from bpviz.datasets import Part
from bpviz.training.commands import Watch
from bpviz.training.evaluation.results import UnitScan
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.evaluation.unit_statistics import UnitsJob
from bpviz.training.session import Session

_IDLE_SPACING = 0.1  # seconds between looks while steps come slowly


class Load(Enum):
    """How much time the run leaves for other things."""

    IDLE = 0
    """It stands: look at this position, and at once."""
    LOW = 1
    """Its steps take a small part of the time."""
    FULL = 2
    """Every moment counts: keep to the shares."""
    IMMEDIATE = 3
    """Look at this position at once, whatever it costs, and then go on."""


class Job(Protocol):
    """A look under way, on one snapshot of the weights."""

    step: int
    seconds: float

    @property
    def done(self) -> bool:
        """Whether every sample has been looked at."""

    def advance(self, seconds: float | None = None) -> None:
        """Look at one more slice of about `seconds`, or at all that is left."""


class EvaluationTask:
    """One kind of look.

    Attributes
    ----------
    weight : int
        How much it matters, against the others.
    only_at_rest : bool
        Whether it is made only while the run stands.
    cost : float
        Seconds that the last one took; 0 before there is one.
    job : Job or None
        The one under way.
    seen : tuple or None
        Of what the newest result is: the step, and what else it depends on.
    """

    weight: int
    only_at_rest = False

    def __init__(self) -> None:
        self.job: Job | None = None
        self.job_of: tuple[int, Hashable] | None = None
        self.seen: tuple[int, Hashable] | None = None
        self.cost = 0.0
        self.ended = -math.inf
        self.not_before = 0.0

    def wanted(self, session: Session, watch: Watch) -> bool:
        """Whether anybody sees the result."""
        raise NotImplementedError

    def variant(self, watch: Watch) -> Hashable:
        """Return what the result depends on beside the weights."""
        return None

    def begin(self, session: Session, watch: Watch) -> Job:
        """Return a new job at the position of `session`."""
        raise NotImplementedError

    def place(self, session: Session, watch: Watch) -> tuple[int, Hashable]:
        """Return what a look begun now would be of."""
        return session.step, self.variant(watch)

    def reset(self) -> None:
        """Give up the job under way, and be due again."""
        self.job, self.job_of, self.seen = None, None, None
        self.ended, self.not_before = -math.inf, 0.0

    def due(self, load: Load) -> float:
        """Return when it may go on; what full speed made it wait for is void afterwards."""
        if load is Load.FULL:
            return self.not_before
        if load is Load.IMMEDIATE:
            return -math.inf
        return min(self.not_before, self.ended + _IDLE_SPACING)


def shares(looks: Sequence[EvaluationTask], share: float) -> list[float]:
    """Divide a share of the time among looks, by weight and by the square root of their cost.

    That makes the weighted sum of the times between two looks of a kind the smallest. By weight
    alone, a scan of 60 000 training samples would be as rare as its cost is high, beside that of
    the 10 000 test samples, which nobody needs twice a second.
    """
    known = all(look.cost > 0 for look in looks)
    parts = [look.weight * (math.sqrt(look.cost) if known else 1.0) for look in looks]
    return [share * part / sum(parts) for part in parts]


class TrainEvaluation(EvaluationTask):
    """Losses and gradient magnitudes of the training set."""

    weight = 13

    def wanted(self, session: Session, watch: Watch) -> bool:
        """Whether a visible panel shows the scan."""
        return watch.scan

    def begin(self, session: Session, watch: Watch) -> ScanJob:
        """Return a scan with gradients."""
        return ScanJob(
            session.network_before, session.step, session.dataset, session.gradient_rule, True
        )


class TestEvaluation(EvaluationTask):
    """Losses of the test set, and its gradient magnitudes where they are wanted."""

    __test__ = False  # pytest takes it for a test by its name
    weight = 17

    def wanted(self, session: Session, watch: Watch) -> bool:
        """Whether there is a test set, and a visible panel shows something of it."""
        return watch.evaluation and session.dataset.test is not None

    def variant(self, watch: Watch) -> Hashable:
        """Return whether gradients are wanted."""
        return watch.test_gradients

    def begin(self, session: Session, watch: Watch) -> ScanJob:
        """Return a scan of the test set."""
        test = session.dataset.test
        assert test is not None
        return ScanJob(
            session.network_before, session.step, test, session.gradient_rule, watch.test_gradients
        )


class UnitStatistics(EvaluationTask):
    """What the hidden units do.

    Attributes
    ----------
    off : tuple of int
        Units that are switched off.
    """

    weight = 10

    def __init__(self) -> None:
        super().__init__()
        self.off: tuple[int, ...] = ()

    def wanted(self, session: Session, watch: Watch) -> bool:
        """Whether a visible panel shows them."""
        return watch.units

    def variant(self, watch: Watch) -> Hashable:
        """Return which units are switched off."""
        return self.off

    def begin(self, session: Session, watch: Watch) -> UnitsJob:
        """Return a look at the units on the test set, or the training set if there is none."""
        test = session.dataset.test
        data, part = (session.dataset, Part.TRAIN) if test is None else (test, Part.TEST)
        return UnitsJob(session.network_before, session.step, data, part, self.off)

    def result(self) -> UnitScan:
        """Return what the job, which is done, found."""
        assert isinstance(self.job, UnitsJob)
        return self.job.result()
