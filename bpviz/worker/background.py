"""Background: looks at all samples beside the training, within a small share of its time."""

from __future__ import annotations

import math
import time
from enum import Enum

from bpviz.training.evaluation import ScanJob
from bpviz.training.looks import Scan
from bpviz.training.session import Session

SLICE = 0.004
"""Seconds of one slice, at most."""

SCAN_SHARE = 0.013
"""Share of the trainer's time for the scan of the training set while it runs."""
TEST_SHARE = 0.017
"""Share for the evaluation of the test set; together they stay at 3 %."""

EARLY = 0.12
"""Seconds of computing, once a run, for looks at the test set while it learns most: within the
first moments a network goes from chance to nine in ten, and the curve should show it."""

_EARLY_STEPS = 500  # the first of them; each of the others comes at twice the steps
_DUTY = 0.1  # share of the time that slices of a look under way may take at full speed
_IDLE_SPACING = 0.1  # seconds between looks while steps come slowly


class Tempo(Enum):
    """How much time the run leaves for other things."""

    REST = 0
    """It stands: look at this position, and at once."""
    SLOW = 1
    """Its steps take a small part of the time."""
    FULL = 2
    """Every moment counts: keep to the shares."""


class _Task:
    """One kind of look, and when its next one may begin."""

    def __init__(self, share: float) -> None:
        self.share = share
        self.job: ScanJob | None = None
        self.step = -1
        self.ended = -math.inf
        self.not_before = 0.0

    def reset(self) -> None:
        """Give up the job under way, and be due again."""
        self.job, self.step, self.ended, self.not_before = None, -1, -math.inf, 0.0

    def due(self, tempo: Tempo) -> float:
        """Return when it may go on; what full speed made it wait for is void afterwards."""
        if tempo is Tempo.FULL:
            return self.not_before
        return min(self.not_before, self.ended + _IDLE_SPACING)


class Background:
    """The scan of the training set (losses and gradient magnitudes) and of the test set.

    While the run is at full speed each keeps to its share of the time; while it stands or goes
    slowly the time is free.  Both look at a snapshot and never touch the run.
    """

    def __init__(self) -> None:
        self.scan: Scan | None = None
        self.version = 0
        """Counts results, so that a new one can be noticed."""
        self._train = _Task(SCAN_SHARE)
        self._test = _Task(TEST_SHARE)
        self._early = EARLY

    def reset(self) -> None:
        """Begin anew with another run; results so far are dropped."""
        self.scan = None
        self._early = EARLY
        self.moved()

    def moved(self) -> None:
        """The position jumped, perhaps to another branch: a look under way is given up."""
        self._train.reset()
        self._test.reset()

    def forked(self, step: int) -> None:
        """A new branch left the old one at `step`: what was seen beyond it is not its own."""
        self.moved()
        if self.scan is not None and self.scan.step > step:
            self.scan = None
            self.version += 1

    def pending(self, session: Session, *, scan: bool, test: bool) -> bool:
        """Return whether a look at this position is still to be made."""
        test = test and session.dataset.test is not None
        return (scan and self._train.step != session.step) or (
            test and self._test.step != session.step
        )

    def work(self, session: Session, *, scan: bool, test: bool, tempo: Tempo) -> bool:
        """Do one slice of what is due; return whether there is more to do at once."""
        more = False
        if test and session.dataset.test is not None:
            more = self._slice(self._test, session, tempo)
        if scan and not more:
            more = self._slice(self._train, session, tempo)
        return more

    def _slice(self, task: _Task, session: Session, tempo: Tempo) -> bool:
        now = time.perf_counter()
        if task.job is not None and tempo is Tempo.REST and task.job.step != session.step:
            task.job = None  # of a place that the run has left before it came to rest
        early = tempo is Tempo.FULL and self._is_early(task, session.step)
        if now < task.due(tempo) and not early:
            return False
        if task.job is None:
            if task.step == session.step:
                return False
            gradients = task is self._train
            data = session.dataset if gradients else session.dataset.test
            assert data is not None
            task.job = ScanJob(
                session.network_before, session.step, data, session.gradient_rule, gradients
            )
        before = task.job.seconds
        task.job.advance(SLICE)
        if early:
            self._early -= task.job.seconds - before
        if not task.job.done:
            if tempo is Tempo.FULL:
                pause = 0.0 if early else SLICE / _DUTY
                task.not_before = time.perf_counter() + pause
            return tempo is not Tempo.FULL
        self._finish(task, task.job, session)
        task.ended = time.perf_counter()
        task.not_before = task.ended + task.job.seconds / task.share
        task.step, task.job = task.job.step, None
        return False

    def _is_early(self, task: _Task, step: int) -> bool:
        return (
            task is self._test
            and self._early > 0
            and (task.job is not None or step >= max(_EARLY_STEPS, 2 * task.step))
        )

    def _finish(self, task: _Task, job: ScanJob, session: Session) -> None:
        result = job.result()
        on_branch = job.step <= session.tip
        self.version += 1
        if task is self._train:
            self.scan = result
            if on_branch:
                session.branch.train_curve.add(job.step, result.mean_loss, result.accuracy)
        elif on_branch:
            session.branch.test_curve.add(job.step, result.mean_loss, result.accuracy)
