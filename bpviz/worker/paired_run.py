"""PairedRun: both gradient rules from the same start, each on a branch of its own."""

from __future__ import annotations

import time

from bpviz.training import commands as c
from bpviz.training.evaluation.rule_infos import PairedRunInfo
from bpviz.training.events import Progress, State
from bpviz.training.message import Message
from bpviz.training.outcome import StopReason
from bpviz.training.session import Session
from bpviz.training.settings import check_count
from bpviz.worker.inspection import Inspection
from bpviz.worker.paired_run_plan import LAST, PairedRunPlan, PlannedSide
from bpviz.worker.run_controller import RunController

STAGES = 16
"""Places of each branch at which the curves get a point, early ones nearer to one another."""

_LOOKS = 1.0
"""Seconds that looks at these places may take beside as long as the training itself took."""


class PairedRun:
    """Trains the two branches piece by piece, so that every command is heard at once.

    First the printed rule, then the exact one, on which the run ends.

    Attributes
    ----------
    active : bool
        Whether one is under way.
    """

    def __init__(self, drive: RunController, sight: Inspection) -> None:
        self.active = False
        self._drive, self._sight = drive, sight
        self._plan: PairedRunPlan | None = None
        self._side: PlannedSide | None = None
        self._looking, self._since = False, 0.0
        self._seconds = [0.0, 0.0]  # of training and of looks, on the branch at hand

    @property
    def looking(self) -> bool:
        """Whether training waits for looks."""
        return self.active and self._looking

    @property
    def standing(self) -> tuple[bool, PlannedSide | None, bool]:
        """What it does, to come back to where a command is refused."""
        return self.active, self._side, self._looking

    @standing.setter
    def standing(self, before: tuple[bool, PlannedSide | None, bool]) -> None:
        self.active, self._side, self._looking = before

    def begin(self, session: Session, request: c.CompareRules) -> None:
        """Make the two branches, or train those on that are there from such a trial.

        Raises
        ------
        SettingsError
            If the number of steps is not possible.
        """
        start = 0 if request.from_start else session.step
        steps = check_count("The number of steps", request.steps, 1, LAST - start)
        plan = self._plan
        if plan is None or not plan.goes_on(session, start):
            plan = PairedRunPlan(session, start)
        elif plan.done(steps):
            self._drive.stand(State.PAUSED, _no_more(start + steps))
            return
        self._plan, plan.steps = plan, steps
        for side in plan.sides:
            side.ended = ""
        self.active = True
        self._next_side(session)

    def hear(self, command: c.Command) -> None:
        """End it where `command` wants the run for something else; what is trained stays."""
        if self.active and not command.beside_comparison:
            self._end()

    def train(self, session: Session, watch: c.Subscribe) -> None:
        """Do a piece of it; where there is none under way, a piece of the run."""
        plan, side = self._plan, self._side
        if not self.active or plan is None or side is None:
            self._drive.train(session)
        elif session is not plan.session or session.branch.number != side.number:
            self._end()
        elif self._looking:
            self._look(session, watch)
        else:
            self._train(session, plan, side)

    def note(self, session: Session | None, *, watched: bool) -> PairedRunInfo | None:
        """Return what a frame says of the last trial of this run; None if there is none.

        While nobody watches, only of one that is under way.
        """
        plan = self._plan
        if plan is None or plan.session is not session or not (watched or self.active):
            return None
        if not plan.exists():  # one of its branches was deleted, and may be brought back
            return None
        return plan.note(self._side.rule if self.active and self._side is not None else None)

    # ---- from side to side

    def _next_side(self, session: Session) -> None:
        """Go to the next branch that has not come to its goal; else end, on the exact one."""
        plan = self._plan
        assert plan is not None
        self._side = plan.next_side()
        if self._side is None:
            exact = plan.sides[0].branch
            if exact is not None and session.branch.number != exact.number:
                self._stand_on(session, exact.number, exact.tip)
            self._end(next((side.ended for side in plan.sides if side.ended), ""))
            return
        if not self._arrive(session, plan, self._side):
            self._end()
            return
        self._sight.background.forked(session.step)
        self._wait_for_looks(True)
        self._seconds = [0.0, 0.0]
        self._drive.go(session, plan.goal)
        self._show_progress(plan)

    def _arrive(self, session: Session, plan: PairedRunPlan, side: PlannedSide) -> bool:
        """Stand where `side` goes on; False if somebody wants otherwise meanwhile."""
        if side.branch is None:
            if not self._stand_on(session, plan.origin.number, plan.start):
                return False
            side.begin(plan.name_of(side))
            return True
        return self._stand_on(session, side.branch.number, side.branch.tip)

    def _stand_on(self, session: Session, number: int, step: int) -> bool:
        wanted = number, step
        if (session.branch.number, session.step) != wanted:
            self._drive.move(session, lambda tick: session.switch_branch(number, step, tick))
        return (session.branch.number, session.step) == wanted

    # ---- on one side

    def _train(self, session: Session, plan: PairedRunPlan, side: PlannedSide) -> None:
        drive, begun = self._drive, time.perf_counter()
        result = drive.chunk(session, plan.next_stage(session.step, STAGES))
        self._seconds[0] += time.perf_counter() - begun
        if result.reason is StopReason.BREAKPOINT:
            self._end()
            drive.stand_after(result)
            return
        if result.reason not in (StopReason.COUNT, StopReason.ATTENTION):
            side.ended = result.message
        at_stage = session.step >= plan.goal or session.step in plan.stages(STAGES)
        self._wait_for_looks(bool(side.ended) or (at_stage and self._affords(session, plan)))
        self._show_progress(plan)

    def _wait_for_looks(self, looking: bool) -> None:
        self._looking, self._since = looking, time.perf_counter()

    def _affords(self, session: Session, plan: PairedRunPlan) -> bool:
        training, looks = self._seconds
        return session.step >= plan.goal or looks <= training + _LOOKS

    def _look(self, session: Session, watch: c.Subscribe) -> None:
        more = self._sight.look_now(session, watch)
        since, self._since = self._since, time.perf_counter()
        self._seconds[1] += self._since - since
        plan, side = self._plan, self._side
        assert plan is not None
        assert side is not None
        if more and (side.finished(plan.goal) or self._affords(session, plan)):
            return
        self._looking = False
        if side.finished(plan.goal):
            self._next_side(session)

    # ---- the end

    def _show_progress(self, plan: PairedRunPlan) -> None:
        self._drive.note_progress(Progress(Message.of("Both gradient rules"), plan.fraction))

    def _end(self, reason: str = "") -> None:
        self.active, self._side, self._looking = False, None, False
        self._drive.progress = None
        self._drive.stand(State.PAUSED, reason)


def _no_more(goal: int) -> Message:
    return Message.of(
        "Both branches have already reached step {goal}. Choose more steps to train them further.",
        goal=goal,
    )
