"""The kinds of looks at all samples that are made beside the training, and when each is due."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from typing import Any, Generic, TypeVar

from bpviz.datasets import Part
from bpviz.network.types import Stop
from bpviz.training.commands import Subscribe
from bpviz.training.evaluation.look import Look
from bpviz.training.evaluation.results import Scan, UnitScan
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.evaluation.unit_statistics import UnitsJob
from bpviz.training.quantities import (
    SCAN,
    TEST_CURVE,
    TEST_SCAN,
    TRAIN_CURVE,
    UNITS,
    Need,
    Quantity,
)
from bpviz.training.run.timeline import Branch
from bpviz.training.session import Session
from bpviz.worker.jobs import Load

_IDLE_SPACING = 0.1  # seconds between looks while steps come slowly

R = TypeVar("R")


class EvaluationTask(Generic[R]):
    """One kind of look: what it declares is all that is said of it anywhere.

    Attributes
    ----------
    need : Need
        It is made while a visible panel has this need.
    newest : Quantity or None
        Where the newest result stands in `Frame.results`; None if nobody wants it alone.
    weight : int
        How much it matters, against the others.
    spacing : float or None
        Seconds between two of them at least, at full speed; None is what the machine allows.
    only_at_rest : bool
        Whether it is made only while the run stands.
    at_stages : bool
        Whether a comparison of both rules waits for it at the stages of its branches.
    once : bool
        Whether it looks at each place of a branch once, and has a share of its own for that.
    in_parts : bool
        Whether a result that is not complete says something already.
    cost : float
        Seconds of a processor that the last one took; 0 before there is one.
    seen : tuple or None
        Of what the newest result is: the step, and what else it depends on.
    found_at : int
        The step of the newest result that is shown.
    """

    need: Need
    newest: Quantity[R | None] | None = None
    weight = 1
    spacing: float | None = None
    only_at_rest = False
    at_stages = False
    once = False
    in_parts = False

    def __init__(self) -> None:
        self.job: Look[R] | None = None  # one that is to go on
        self.job_of: tuple[int, Hashable] = (0, None)
        self.found_at = 0
        self.seen: tuple[int, Hashable] | None = None
        self.cost = 0.0
        self.ended = -math.inf
        self.not_before = 0.0

    def wanted(self, session: Session, watch: Subscribe) -> bool:
        """Whether it is asked for, and there is something to look at."""
        return self.need in watch.needs

    def variant(self, watch: Subscribe) -> Hashable:
        """Return what the result depends on beside the weights."""
        return None

    def begin(self, session: Session, watch: Subscribe) -> Look[R]:
        """Return a new job at the position of `session`."""
        raise NotImplementedError

    def carry_out(self, job: Look[R], stop: Stop) -> None:
        """Do it, on the thread that looks are done on."""
        job.advance(stop)

    def shows(self, result: R) -> bool:
        """Whether a result is to stand in `Frame.results`."""
        return self.newest is not None

    def measure(self, branch: Branch, step: int, result: R) -> None:
        """Put what was found at `step` into the curve of a branch, if it has one of this kind."""

    def place(self, session: Session, watch: Subscribe) -> tuple[int, Hashable]:
        """Return what a look begun now would be of."""
        return session.step, self.variant(watch)

    def reset(self) -> None:
        """Give up what was begun, and be due again."""
        self.job = self.seen = None
        self.ended, self.not_before = -math.inf, 0.0

    def due(self, load: Load) -> float:
        """Return when it may go on; what full speed made it wait for is void afterwards."""
        if load is Load.FULL:
            return self.not_before
        if load is Load.LOW:
            return min(self.not_before, self.ended + _IDLE_SPACING)
        return -math.inf


def shares(looks: Sequence[EvaluationTask[Any]], share: float) -> list[float]:
    """Divide a share of the time among looks, by weight and by the square root of their cost.

    That makes the weighted sum of the times between two looks of a kind the smallest. By weight
    alone, a scan of 60 000 training samples would be as rare as its cost is high, beside that of
    the 10 000 test samples, which nobody needs twice a second.
    """
    known = all(look.cost > 0 for look in looks)
    parts = [look.weight * (math.sqrt(look.cost) if known else 1.0) for look in looks]
    return [share * part / sum(parts) for part in parts]


class TrainEvaluation(EvaluationTask[Scan]):
    """Losses of the training set, and its gradient magnitudes where they are wanted."""

    need, newest = Need.SCAN, SCAN
    weight = 13

    def wanted(self, session: Session, watch: Subscribe) -> bool:
        """Whether the scan is asked for, or the curve alone."""
        return super().wanted(session, watch) or Need.EVALUATION in watch.needs

    def variant(self, watch: Subscribe) -> Hashable:
        """Return whether gradients are wanted."""
        return Need.SCAN in watch.needs

    def begin(self, session: Session, watch: Subscribe) -> ScanJob:
        """Return a scan of the training set."""
        gradients = Need.SCAN in watch.needs
        return ScanJob(
            session.network_before, session.step, session.dataset, session.gradient_rule, gradients
        )

    def shows(self, result: Scan) -> bool:
        """Whether it has gradients: one that was made for the curve must not hide those."""
        return len(result.magnitudes) > 0

    def measure(self, branch: Branch, step: int, result: Scan) -> None:
        """Put mean loss and accuracy into the training curve."""
        branch.curves[TRAIN_CURVE].add(step, result.mean_loss, result.accuracy)


class TestEvaluation(EvaluationTask[Scan]):
    """Losses of the test set, and its gradient magnitudes where they are wanted."""

    __test__ = False  # pytest takes it for a test by its name
    need, newest = Need.EVALUATION, TEST_SCAN
    weight = 17
    at_stages = True

    def wanted(self, session: Session, watch: Subscribe) -> bool:
        """Whether it is asked for, and there is a test set."""
        return super().wanted(session, watch) and session.dataset.test is not None

    def variant(self, watch: Subscribe) -> Hashable:
        """Return whether gradients are wanted."""
        return Need.TEST_GRADIENTS in watch.needs

    def begin(self, session: Session, watch: Subscribe) -> ScanJob:
        """Return a scan of the test set."""
        test = session.dataset.test
        assert test is not None
        gradients = Need.TEST_GRADIENTS in watch.needs
        return ScanJob(session.network_before, session.step, test, session.gradient_rule, gradients)

    def measure(self, branch: Branch, step: int, result: Scan) -> None:
        """Put mean loss and accuracy into the test curve."""
        branch.curves[TEST_CURVE].add(step, result.mean_loss, result.accuracy)


class UnitStatistics(EvaluationTask[UnitScan]):
    """What the hidden units do.

    Attributes
    ----------
    off : tuple of int
        Units that are switched off.
    """

    need, newest = Need.UNITS, UNITS
    weight = 10

    def __init__(self) -> None:
        super().__init__()
        self.off: tuple[int, ...] = ()

    def variant(self, watch: Subscribe) -> Hashable:
        """Return which units are switched off."""
        return self.off

    def begin(self, session: Session, watch: Subscribe) -> UnitsJob:
        """Return a look at the units on the test set, or the training set if there is none."""
        test = session.dataset.test
        data, part = (session.dataset, Part.TRAIN) if test is None else (test, Part.TEST)
        return UnitsJob(session.network_before, session.step, data, part, self.off)
