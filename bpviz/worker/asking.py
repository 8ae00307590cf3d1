"""Asking: answers questions about the past of a run, beside the trainer."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import numpy as np

from bpviz.network.types import Stop
from bpviz.training import commands as c
from bpviz.training.contributions import Contributions, Target, Trail, UnitContributions
from bpviz.training.difference import Difference, Place
from bpviz.training.infos import NOTHING_ASKED, AskedInfo
from bpviz.training.journal.journal import Journal
from bpviz.training.message import Message, sentence_of
from bpviz.training.run.questions import DifferenceJob, Question
from bpviz.training.run.searches import CurvesJob, FindJob, LargestJob
from bpviz.training.search_results import FoundSteps, WatchCurves
from bpviz.training.session import Session
from bpviz.training.settings import SettingsError
from bpviz.training.watches import Watch
from bpviz.worker.exporter import Report
from bpviz.worker.runs import Runs

_SPACING = 0.05  # seconds; nobody sees a bar move more often

Asked: TypeAlias = (
    c.AskContributions | c.AskTrail | c.AskDifference | c.AskWatches | c.FindSteps | c.FindLargest
)


@dataclass(slots=True, eq=False)
class _UnderWay:
    """A question, and from when on it is carried out."""

    command: Asked
    job: Question[Any]
    session: Session
    journal: Journal
    edits: tuple[object, ...]
    stop: Stop = field(default_factory=lambda: np.zeros(1, dtype=np.uint8), repr=False)
    found: Future[Any] | None = None


def _given_up(command: Asked) -> Message:
    """Return what is said where a question of another panel takes the place of `command`."""
    match command:
        case c.AskContributions() | c.AskTrail():
            return Message.of(
                "The contributions were given up for another question. Compute them again once it "
                "is answered."
            )
        case c.AskDifference():
            return Message.of(
                "The comparison of positions was given up for another question. Compare again once "
                "it is answered."
            )
        case c.AskWatches():
            return Message.of(
                "The exact curve was given up for another question. Compute it again once it is "
                "answered."
            )
    return Message.of(
        "The search for steps was given up for another question. Search again once it is answered."
    )


class Asking:
    """Answers one question at a time; every method is for the trainer's thread.

    Each replays beside the run with engines of its own, on a thread of its own: somebody waits, so
    it does not stand behind the looks at all samples.

    Parameters
    ----------
    wake : callable
        Called now and then while a question is carried out, and at its end, in another thread.
    report : callable
        See `Report`.
    remark : callable
        Takes a sentence that is said in passing.
    """

    def __init__(
        self, wake: Callable[[], None], report: Report, remark: Callable[[Message], None]
    ) -> None:
        self._wake, self._report, self._remark = wake, report, remark
        self._thread = ThreadPoolExecutor(1, "asking")
        self._now: _UnderWay | None = None
        self._info = NOTHING_ASKED
        self._seen = self._told = 0.0
        self._session: Session | None = None  # of what was found
        self._searched: Session | None = None  # of the curves and the steps found
        self._found_in: Journal | None = None  # what was changed on the branch of the steps found
        self._edits: tuple[object, ...] = ()  # where its stretch ended, which count as well

    def begin(self, runs: Runs, command: Asked) -> None:
        """Begin with a question, in place of one under way.

        Raises
        ------
        SettingsError
            If there is no such weight, step, branch or pair.
        """
        assert runs.current is not None
        session = runs.current.session
        edits: tuple[object, ...] = ()
        job: Question[Any]
        match command:
            case c.AskContributions(matrix, row, column, start, stop, unit):
                target = Target(matrix, row, column)
                job = session.contributions_job(target, start, stop, unit=unit)
                edits = tuple(session.branch.journal.edits(stop))
            case c.AskTrail(sample, label, matrix):
                of = self._info.contributions
                if of is None:
                    return
                if isinstance(of, UnitContributions):
                    of = of.W1 if matrix == "W1" else of.W2
                job = session.trail_job(of, sample, label)
            case c.AskDifference(first, second):
                places = Place(*first), Place(*second)
                one, other = (runs.of_branch(place.branch).session for place in places)
                job = DifferenceJob((one.way_to(places[0]), other.way_to(places[1])), places)
            case c.AskWatches(watches, first, last, branch):
                branch = session.branch.number if branch is None else branch
                past = session.past(watches, None, first, last + 1, branch=branch)
                job = CurvesJob(past, watches, branch)
            case c.FindSteps(condition, start, stop, limit, newest):
                shown = Watch.loss() if condition.watch is None else condition.watch
                past = session.past((shown,), condition, start, stop)
                branch = session.branch.number
                job = FindJob(past, condition, branch, limit, shown, newest=newest)
            case c.FindLargest(watch, count, start, stop, of):
                past = session.past((watch,), None, start, stop, moves=of == "move")
                job = LargestJob(past, watch, session.branch.number, count, of)
        before = self._now
        self.cancel()
        if before is not None and _given_up(before.command) != _given_up(command):
            self._remark(_given_up(before.command))
        self._now = now = _UnderWay(command, job, session, session.branch.journal, edits)
        self._show(now, 0.0)  # also while it waits for the kernels

    def cancel(self) -> None:
        """Give up the question under way, if any; of a search, what was found stays."""
        now = self._now
        if now is not None:
            now.stop[0] = 1
            self._show(now, self._seen)
            self._now = None
            self._info = replace(self._info, fraction=None, what="")

    def _carry_out(self, job: Question[Any], stop: Stop) -> Any:
        """Carry it out, on the thread for that; None where it was given up."""

        def tell() -> None:
            now = time.perf_counter()
            if now - self._told > _SPACING:
                self._told = now
                self._wake()

        job.carry_out(stop, tell)
        return job.result() if job.done and not stop[0] else None

    def settle(self, runs: Runs, *, ready: bool) -> bool:
        """Note what has happened since; return whether there is anything new.

        Parameters
        ----------
        ready : bool
            Whether all kernels are there: compiling would hold everybody up.
        """
        news, now = self._drop_old(runs), self._now
        if now is None:
            return news
        if runs.current is None or runs.current.session is not now.session:
            self.cancel()
            self._drop_old(runs)
            return True
        if now.found is None:
            if not ready:
                return news
            now.found = self._thread.submit(self._carry_out, now.job, now.stop)
            now.found.add_done_callback(lambda _: self._wake())
            return True
        if not now.found.done():
            fraction = now.job.taken / max(now.job.total, 1)
            if fraction == self._seen:
                return news
            self._show(now, fraction)
            return True
        self._now = None
        self._info = replace(self._info, fraction=None, what="")
        self._take(now, now.found)
        return True

    def _show(self, now: _UnderWay, fraction: float) -> None:
        self._seen = fraction
        self._info = replace(
            self._info, fraction=fraction, what=type(now.command).__name__, problem=""
        )
        if isinstance(now.job, FindJob | LargestJob):
            self._keep_steps(now, now.job.result())

    def _keep_steps(self, now: _UnderWay, found: FoundSteps) -> None:
        self._searched, self._found_in = now.session, now.journal
        self._info = replace(self._info, found=self._still_so(now.session, found))

    def _take(self, now: _UnderWay, found: Future[Any]) -> None:
        """Keep what was found, or why nothing was."""
        problem, details = "", ""
        try:
            result = found.result()
        except SettingsError as error:
            problem = sentence_of(error)
        except MemoryError:
            problem = Message.of("Not enough memory for the answer. Close other programs.")
        except Exception as error:
            problem = Message.of(
                "Internal error while replaying ({error}). The run goes on.",
                error=f"{type(error).__name__}: {error}",
            )
            details = "".join(traceback.format_exception(error))
        if problem:
            self._info = replace(self._info, problem=problem, asked=type(now.command).__name__)
            self._report(problem, details)
        elif isinstance(result, Trail):
            self._info = replace(self._info, trail=result)
        elif isinstance(result, WatchCurves):
            self._info = replace(self._info, curves=result, problem="")
            self._searched = now.session
        elif isinstance(result, FoundSteps):
            self._info = replace(self._info, problem="")
            self._keep_steps(now, result)
        elif isinstance(result, Difference):
            self._info = replace(self._info, difference=result, problem="")
        elif isinstance(result, Contributions | UnitContributions):
            self._info = replace(self._info, contributions=result, trail=None, problem="")
            self._session, self._edits = now.session, now.edits

    def _drop_old(self, runs: Runs) -> bool:
        """Let go of what is not so any more: another run, a branch that is gone, an edit there."""
        before, info = self._info, self._info
        session = None if runs.current is None else runs.current.session
        whole = info.contributions
        if whole is not None:
            of = whole.W1 if isinstance(whole, UnitContributions) else whole
            same = session is self._session and session is not None
            if (
                not same
                or session is None
                or not session.has_branch(of.branch)
                or tuple(session.branch_of(of.branch).journal.edits(of.stop)) != self._edits
            ):
                info = replace(info, contributions=None, trail=None)
                self._session = None
        if session is not self._searched:
            if info.curves is not None or info.found is not None:
                info = replace(info, curves=None, found=None)
            self._searched = session
        if info.found is not None and session is not None:
            found = self._still_so(session, info.found)
            if found is not info.found:
                info = replace(info, found=found)
        there = info.difference
        if there is not None and not runs.have(there.first.branch, there.second.branch):
            info = replace(info, difference=None)
        self._info = info
        return info is not before

    def _still_so(self, session: Session, found: FoundSteps) -> FoundSteps | None:
        """Return the steps found of which nobody has changed anything since.

        A branch keeps its past; only the step at hand at its tip may be changed in place.
        """
        if not session.has_branch(found.branch):
            return None
        before, now = self._found_in, session.branch_of(found.branch).journal
        if before is now or before is None:
            return found
        self._found_in = now
        last = found.searched - 1
        return found if last < 0 or before.at(last) == now.at(last) else found.before(last)

    def info(self) -> AskedInfo:
        """Return what a frame says of it."""
        return self._info

    def close(self) -> None:
        """Give up what is under way, and wait for the thread, which ends after a step."""
        self.cancel()
        self._thread.shutdown()
