"""Background: looks at all samples beside the training, within a small share of its time."""

from __future__ import annotations

import time
from typing import Any

from bpviz.datasets import Part
from bpviz.training.commands import Watch
from bpviz.training.quantities import Quantity
from bpviz.training.session import Session
from bpviz.worker.evaluations import (
    EvaluationTask,
    TestEvaluation,
    TrainEvaluation,
    UnitStatistics,
    shares,
)
from bpviz.worker.jobs import Load
from bpviz.worker.rule_evaluations import DifferencesEvaluation, RuleEvaluation
from bpviz.worker.weight_evaluations import WeightEvaluation

SLICE = 0.004
"""Seconds of one slice, at most."""

SHARE = 0.03
"""Share of the trainer's time for all looks together while it runs at full speed."""

EARLY = 0.12
"""Seconds of computing, once a run, for looks at the test set while it learns most: within the
first moments a network goes from chance to nine in ten, and the curve should show it."""

_EARLY_STEPS = 500  # the first of them; each of the others comes at twice the steps
_DUTY = 0.1  # share of the time that slices of a look under way may take at full speed
_PART = 0.1  # seconds of computing between two parts of a result that are shown on the way


class Background:
    """The scans of the training and the test set, and the looks at hidden units and rules.

    While the run is at full speed they share a small part of the time, see `shares`; while it
    stands or goes slowly the time is free.  All look at a snapshot and never touch the run.

    Attributes
    ----------
    results : dict of Quantity to what was found
        The newest of each that is there, perhaps not complete yet where it comes in parts.
    version : int
        Counts results, so that a new one can be noticed.
    """

    def __init__(self) -> None:
        self.results: dict[Quantity[Any], Any] = {}
        self.version = 0
        self._units, self._differences = UnitStatistics(), DifferencesEvaluation()
        # Those first that others need not wait for long.
        self._looks: tuple[EvaluationTask[Any], ...] = (
            RuleEvaluation(), WeightEvaluation(), self._differences, TestEvaluation(),
            TrainEvaluation(), self._units,
        )  # fmt: skip
        self._shown_at = 0.0
        self._early = EARLY

    def reset(self) -> None:
        """Begin anew with another run; results so far are dropped."""
        self.results.clear()
        self._units.off = ()
        self._early = EARLY
        self.moved()

    def moved(self) -> None:
        """The position jumped, perhaps to another branch: a look under way is given up."""
        for look in self._looks:
            look.reset()

    def forked(self, step: int) -> None:
        """A new branch left the old one at `step`: what was seen beyond it is not its own."""
        self.moved()
        for look in self._looks:
            if look.newest in self.results and look.found_at > step:
                del self.results[look.newest]
                self.version += 1

    def switch_off(self, units: tuple[int, ...]) -> None:
        """Look at the hidden units again at once, without these."""
        self._units.reset()
        self._units.off = units

    def select(self, selected: tuple[Part, int] | None) -> None:
        """Take the differences of another pair; None is that of the step at hand."""
        self._differences.selected = selected

    def pending(self, session: Session, watch: Watch) -> bool:
        """Return whether a look at this position is still to be made."""
        return any(
            look.wanted(session, watch) and look.seen != look.place(session, watch)
            for look in self._looks
        )

    def work(self, session: Session, watch: Watch, load: Load) -> bool:
        """Do one slice of what is due; return whether there is more to do at once."""
        wanted = [
            look
            for look in self._looks
            if look.wanted(session, watch) and (load is Load.IDLE or not look.only_at_rest)
        ]
        return self._work(wanted, session, watch, load)

    def look_now(self, session: Session, watch: Watch) -> bool:
        """Do one slice of what is measured along a branch; return whether there is more to do."""
        wanted = [look for look in self._looks if look.at_stages and look.wanted(session, watch)]
        return self._work(wanted, session, watch, Load.IMMEDIATE) or any(
            look.seen != look.place(session, watch) for look in wanted
        )

    def _work(
        self, wanted: list[EvaluationTask[Any]], session: Session, watch: Watch, load: Load
    ) -> bool:
        for look in wanted:
            more = self._slice(look, wanted, session, watch, load)
            if more or (more is not None and load is Load.FULL):  # one slice between two chunks
                return more
        return False

    def _slice(
        self,
        look: EvaluationTask[Any],
        wanted: list[EvaluationTask[Any]],
        session: Session,
        watch: Watch,
        load: Load,
    ) -> bool | None:
        """Do a slice of one look if it is due; return whether it goes on at once, else None."""
        now = time.perf_counter()
        place = look.place(session, watch)
        if look.job is not None and load in (Load.IDLE, Load.IMMEDIATE) and look.job_of != place:
            look.job = None  # of a place that the run has left before it came to rest
        early = load is Load.FULL and self._is_early(look, session.step)
        if now < look.due(load) and not early:
            return None
        if look.job is None:
            if look.seen == place:
                return None
            look.job, look.job_of = look.begin(session, watch), place
        job = look.job
        before = job.seconds
        job.advance(SLICE)
        if early:
            self._early -= job.seconds - before
        if not job.done:
            if look.in_parts and job.seconds - self._shown_at > _PART:
                self._shown_at = job.seconds
                self._show(look, job.result())
            if load is Load.FULL:
                pause = 0.0 if early else SLICE / _DUTY
                look.not_before = time.perf_counter() + pause
            return load is not Load.FULL
        self._shown_at = 0.0
        result, step = job.result(), look.job_of[0]
        self._show(look, result)
        if step <= session.tip:
            look.measure(session.branch, step, result)
        look.cost = job.seconds
        look.ended = time.perf_counter()
        share = shares(wanted, SHARE)[wanted.index(look)]
        spacing = look.spacing if load is Load.FULL else 0.0
        look.not_before = look.ended + max(job.seconds / share, spacing)
        look.seen, look.job = look.job_of, None
        return False

    def _is_early(self, look: EvaluationTask[Any], step: int) -> bool:
        last = -1 if look.seen is None else look.seen[0]
        return (
            look.early
            and self._early > 0
            and (look.job is not None or step >= max(_EARLY_STEPS, 2 * last))
        )

    def _show(self, look: EvaluationTask[Any], result: object) -> None:
        self.version += 1
        if look.newest is not None:
            self.results[look.newest] = result
            look.found_at = look.job_of[0]
