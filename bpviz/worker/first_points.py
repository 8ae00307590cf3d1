"""The first points of a curve: a run passes them faster than anybody could look."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache

from bpviz.datasets import Dataset, Part
from bpviz.network.rules import GradientRule
from bpviz.network.types import Stop
from bpviz.training.commands import Subscribe
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.evaluation.results import Scan
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.journal.journal import Journal
from bpviz.training.quantities import TEST_CURVE, TRAIN_CURVE, Need
from bpviz.training.run.follower import Follower
from bpviz.training.run.replay import step_nanoseconds
from bpviz.training.run.timeline import Branch
from bpviz.training.session import Session
from bpviz.worker.evaluations import EvaluationTask

REPLAYED = 1e9
"""Nanoseconds of steps, about, that are taken once more for the first points of a curve."""


class FollowedScan:
    """A scan of what a branch was at one of its steps.

    Parameters
    ----------
    follower : Follower
        It stands at or before that step, and nobody else sends it anywhere meanwhile.
    step : int
    journal : Journal
        Of the branch, at least up to that step.
    dataset : Dataset
        What is looked at.
    rule : GradientRule
    """

    def __init__(
        self, follower: Follower, step: int, journal: Journal, dataset: Dataset, rule: GradientRule
    ) -> None:
        self._follower, self._step, self._journal = follower, step, journal
        self._dataset, self._rule = dataset, rule
        self._scan: ScanJob | None = None

    @property
    def done(self) -> bool:
        """Whether every sample has been looked at."""
        return self._scan is not None and self._scan.done

    def advance(self, stop: Stop = GOES_ON) -> None:
        """Go there and look, see `Look`."""
        if self._scan is None:
            if not self._follower.go_to(self._step, self._journal, stop):
                return
            network = self._follower.network()
            self._scan = ScanJob(network, self._step, self._dataset, self._rule, gradients=False)
        self._scan.advance(stop)

    def result(self) -> Scan:
        """Return what was found; the job must be done."""
        assert self._scan is not None
        return self._scan.result()


class FirstPoints(EvaluationTask[Scan]):
    """Losses at the steps 0, 1, 2, 5, 10, 20, 50 … of a branch, as far as replay leads in a second.

    Parameters
    ----------
    part : Part
        Whose losses, and whose curve.
    """

    need = Need.EVALUATION
    spacing = 0.0
    once = True

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._part = part
        self._curve = TRAIN_CURVE if part is Part.TRAIN else TEST_CURVE
        self._follower: Follower | None = None
        self._past = 0  # so many of the steps have their points

    def wanted(self, session: Session, watch: Subscribe) -> bool:
        """Whether it is asked for, and a point is missing."""
        return (
            super().wanted(session, watch)
            and session.dataset.part(self._part) is not None
            and self._missing(session) is not None
        )

    def _missing(self, session: Session) -> int | None:
        """Return the first step without a point; each is missed once, should it be thinned out."""
        curve = session.branch.curves[self._curve]
        for step in self._steps(session)[self._past :]:
            if step > session.tip:
                break
            if not curve.has(step):
                return step
            self._past += 1
        self._follower = None  # which has as much memory as the run
        return None

    @staticmethod
    def _steps(session: Session) -> tuple[int, ...]:
        return first_steps(REPLAYED / step_nanoseconds(session.settings, session.dataset))

    def place(self, session: Session, watch: Subscribe) -> tuple[int, Hashable]:
        """Return the first step whose point is missing."""
        missing = self._missing(session)
        return -1 if missing is None else missing, None

    def begin(self, session: Session, watch: Subscribe) -> FollowedScan:
        """Return a scan at that step."""
        data = session.dataset.part(self._part)
        assert data is not None
        if self._follower is None:
            self._follower = session.follower()
        step, journal = self.place(session, watch)[0], session.branch.journal
        return FollowedScan(self._follower, step, journal, data, session.gradient_rule)

    def measure(self, branch: Branch, step: int, result: Scan) -> None:
        """Put mean loss and accuracy into the curve."""
        branch.curves[self._curve].add(step, result.mean_loss, result.accuracy)
        self._past += 1

    def reset(self) -> None:
        """Give up what was begun: the branch may be another one, or its weights."""
        super().reset()
        self._follower, self._past = None, 0


@cache
def first_steps(most: float) -> tuple[int, ...]:
    """Return 0, 1, 2, 5, 10, 20, 50 … up to `most`."""
    steps = [0, *(digit * 10**power for power in range(19) for digit in (1, 2, 5))]
    return tuple(step for step in steps if step <= most)
