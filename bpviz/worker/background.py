"""Background: looks at all samples beside the training, on a thread of their own."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any

import numpy as np

from bpviz.datasets import Part
from bpviz.network.types import Stop
from bpviz.training.commands import Subscribe
from bpviz.training.evaluation.look import Look
from bpviz.training.quantities import Quantity
from bpviz.training.session import Session
from bpviz.worker.evaluation_thread import Spent, processors
from bpviz.worker.evaluations import (
    EvaluationTask,
    TestEvaluation,
    TrainEvaluation,
    UnitStatistics,
    shares,
)
from bpviz.worker.first_points import FirstPoints
from bpviz.worker.jobs import Load
from bpviz.worker.rule_evaluations import DifferencesEvaluation, RuleEvaluation
from bpviz.worker.weight_evaluations import WeightEvaluation

PACES = ((0.03, 0.0), (0.5, 0.6), (0.5, 0.6), (1.0, 0.12))
"""While the run is at full speed: the share of a processor for all looks together, and the seconds
between two of a kind at least, where a program may use one processor, two, three, or more.  Trainer
and interface need the first two, and every result costs the interface some time as well."""

PATIENCE = 0.2
"""Seconds after which a look beside a run at full speed goes on at ordinary priority, if it got
less than `ENOUGH` of them.  Beside other programs, and even beside an X server that draws the
window, it would get next to nothing.  What all of them take stays the same share."""

ENOUGH = 0.2
"""The share of a processor with which a look is left where it is: one at ordinary priority keeps
the interface waiting, which is behind the trainer then."""

FIRST_SHARE = 0.5
"""The same share for the first points of the curves, which come once, where there are several."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What came of carrying out a look, and the seconds of a processor that it took."""

    done: bool
    result: Any
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class _UnderWay:
    """A look that is being carried out, and what it is of: results of anything else are dropped."""

    task: EvaluationTask[Any]
    job: Look[Any]
    place: tuple[int, Any]
    session: Session
    branch: int
    stop: Stop
    found: Future[_Found]
    begun: float
    spent: Spent
    beside: bool

    def is_of(self, session: Session) -> bool:
        """Whether it is of the branch that `session` stands on."""
        return self.session is session and self.branch == session.branch.number


class Background:
    """The scans of the training and the test set, and the looks at weights, hidden units and rules.

    All look at a snapshot, on a thread of their own, and never touch the run.  What they need of it
    is copied between two chunks: mostly it is the copy that the frame before has.  While the run is
    at full speed they share a part of a processor, see `PACES`; else they follow one another.

    Parameters
    ----------
    thread : Executor
        Carries out one look at a time.
    wake : callable
        Called, on any thread, when one has ended and `work` has something to do.
    beside : Executor, optional
        Carries out what has taken longer than `PATIENCE` on the other one, and where there are
        several processors whatever is looked at while the run is not at full speed; without, all
        is done on the other one.

    Attributes
    ----------
    results : dict of Quantity to what was found
        The newest of each that is there, perhaps not complete yet where it comes in parts.
    version : int
        Counts results, so that a new one can be noticed.
    """

    def __init__(
        self,
        thread: Executor,
        wake: Callable[[], None] = lambda: None,
        beside: Executor | None = None,
    ) -> None:
        self.results: dict[Quantity[Any], Any] = {}
        self.version = 0
        self._thread, self._wake, self._beside = thread, wake, beside
        self._hurried: EvaluationTask[Any] | None = None  # which goes on beside the others
        self._spent = 0.0  # seconds of a processor that it has taken
        self._several = processors() > 1
        self._share, self._spacing = PACES[min(processors(), len(PACES)) - 1]
        self._units, self._differences = UnitStatistics(), DifferencesEvaluation()
        # Those first that others need not wait for long.
        self._looks: tuple[EvaluationTask[Any], ...] = (
            RuleEvaluation(), WeightEvaluation(), TestEvaluation(), TrainEvaluation(),
            self._units, self._differences, FirstPoints(Part.TEST), FirstPoints(Part.TRAIN),
        )  # fmt: skip
        self._now: _UnderWay | None = None

    def reset(self) -> None:
        """Begin anew with another run; results so far are dropped."""
        self.results.clear()
        self._units.off = ()
        self.moved()

    def moved(self) -> None:
        """The position jumped, perhaps to another branch: a look under way is given up."""
        self._give_up()
        for look in self._looks:
            look.reset()

    def forked(self, step: int) -> None:
        """A new branch left the old one at `step`: what was seen beyond it is not its own."""
        self.moved()
        for look in self._looks:
            if look.newest in self.results and look.found_at > step:
                del self.results[look.newest]
                self.version += 1

    def close(self) -> None:
        """Give up what is under way, and wait for the thread, which ends after a sample."""
        self._give_up()
        self._thread.shutdown()
        if self._beside is not None:
            self._beside.shutdown()

    def switch_off(self, units: tuple[int, ...]) -> None:
        """Look at the hidden units again at once, without these."""
        if self._now is not None and self._now.task is self._units:
            self._give_up()
        self._units.reset()
        self._units.off = units

    def select(self, selected: tuple[Part, int] | None) -> None:
        """Take the differences of another pair; None is that of the step at hand."""
        self._differences.selected = selected

    def work(self, session: Session, watch: Subscribe, load: Load) -> None:
        """Take what was found, and let the next look begin that is due; never wait."""
        wanted = [
            look
            for look in self._looks
            if look.wanted(session, watch) and (load is Load.IDLE or not look.only_at_rest)
        ]
        self._work(wanted, session, watch, load)

    def look_now(self, session: Session, watch: Subscribe) -> bool:
        """Do the same for what is measured along a branch; return whether there is more to do."""
        wanted = [look for look in self._looks if look.at_stages and look.wanted(session, watch)]
        self._work(wanted, session, watch, Load.IMMEDIATE)
        return any(look.seen != look.place(session, watch) for look in wanted)

    def _work(
        self, wanted: list[EvaluationTask[Any]], session: Session, watch: Subscribe, load: Load
    ) -> None:
        now = self._now
        if now is not None:
            if not now.is_of(session):
                self._give_up()
            elif now.found.done():
                self._now = None
                self._take(now, now.found.result(), wanted, session)
            elif now.task not in wanted or self._is_late(now, wanted, session, watch, load):
                self._give_up()
            elif load is Load.FULL:
                self._hurry(now)
            elif not now.beside and self._thread_for(load) is self._beside:
                now.stop[0] = 1  # to go on there
        if self._now is None:
            self._begin(wanted, session, watch, load)

    def _is_late(
        self,
        now: _UnderWay,
        wanted: list[EvaluationTask[Any]],
        session: Session,
        watch: Subscribe,
        load: Load,
    ) -> bool:
        """Whether it is of a place that the run has left before it came to rest, or another look at
        this one, that is to come before it, waits."""
        if load in (Load.LOW, Load.FULL):
            return False
        before = wanted[: wanted.index(now.task)]
        return now.place != now.task.place(session, watch) or any(
            look.seen != look.place(session, watch) for look in before
        )

    def _hurry(self, now: _UnderWay) -> None:
        """Let a look that gets no processor end where it is, to go on beside the others."""
        elapsed = time.perf_counter() - now.begun
        late = elapsed > PATIENCE and now.spent.seconds() < ENOUGH * elapsed
        if late and self._beside is not None and not now.beside:
            self._hurried = now.task
            now.stop[0] = 1

    def _give_up(self) -> None:
        if self._now is not None:
            self._now.stop[0] = 1
            self._now = self._hurried = None

    def _begin(
        self, wanted: list[EvaluationTask[Any]], session: Session, watch: Subscribe, load: Load
    ) -> None:
        """Let the one begin that has been due for longest, at rest the first."""
        time_now = time.perf_counter()
        hurried, self._hurried = self._hurried, None
        if (
            hurried in wanted
            and hurried.job is not None
            and load is Load.FULL
            and self._beside is not None
        ):
            self._submit(hurried, hurried.job, hurried.job_of, session, self._beside)
            return
        self._spent = 0.0
        for look in sorted(wanted, key=lambda look: look.due(load)):
            if look.due(load) > time_now:
                return
            place = look.place(session, watch)
            if look.seen == place or not look.wanted(session, watch):  # since a result came
                continue
            if look.job is None or look.job_of != place:
                look.job, look.job_of = look.begin(session, watch), place
            self._submit(look, look.job, place, session, self._thread_for(load))
            return

    def _thread_for(self, load: Load) -> Executor:
        """Return the one of ordinary priority while the run leaves a processor to it.

        The other one gets nothing where other programs have all of them.
        """
        spares = load is Load.FULL or not self._several
        return self._thread if spares or self._beside is None else self._beside

    def _submit(
        self,
        look: EvaluationTask[Any],
        job: Look[Any],
        place: tuple[int, Hashable],
        session: Session,
        thread: Executor,
    ) -> None:
        stop, begun = np.zeros(1, dtype=np.uint8), time.perf_counter()
        spent = Spent()
        found = thread.submit(_carried_out, look, job, stop, spent)
        branch = session.branch.number
        self._now = _UnderWay(
            look, job, place, session, branch, stop, found, begun, spent, thread is self._beside
        )
        look.job = None  # goes on only where it ended by itself
        found.add_done_callback(lambda _: self._wake())

    def _take(
        self,
        now: _UnderWay,
        found: _Found,
        wanted: list[EvaluationTask[Any]],
        session: Session,
    ) -> None:
        """Show and measure what was found."""
        look, step = now.task, now.place[0]
        seconds = self._spent = self._spent + found.seconds
        if found.done or not now.stop[0]:
            self.version += 1
            self._hurried = None
            if look.shows(found.result):
                self.results[look.newest] = found.result  # type: ignore[index]
                look.found_at = step
        if not found.done:
            look.job, look.job_of = now.job, now.place
            return
        if step <= session.tip:
            look.measure(session.branch, step, found.result)
        look.cost, look.seen, look.ended = seconds, now.place, time.perf_counter()
        asked = [each for each in wanted if not each.once]
        if look in asked:
            share = shares(asked, self._share)[asked.index(look)]
        else:
            share = FIRST_SHARE if self._several else self._share
        spacing = self._spacing if look.spacing is None else look.spacing
        look.not_before = look.ended + max(seconds / share - seconds, spacing)


def _carried_out(task: EvaluationTask[Any], job: Look[Any], stop: Stop, spent: Spent) -> _Found:
    """Carry out a look, on the thread that looks are done on."""
    spent.begin()
    begun = time.thread_time()
    task.carry_out(job, stop)
    result = job.result() if job.done or (task.in_parts and not stop[0]) else None
    return _Found(job.done, result, time.thread_time() - begun)
