"""Navigation: every way to move a run through its own time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bpviz.network.watchpoints import SEARCH, Watchpoints
from bpviz.training import outcome
from bpviz.training.journal.undo import Revisions
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.run.active_breakpoints import Breakpoints, last_met
from bpviz.training.run.context import RunContext
from bpviz.training.run.current_step import CurrentStep
from bpviz.training.run.engine import Engine
from bpviz.training.run.position import Position
from bpviz.training.run.run_state import RunState, Spot, Tick
from bpviz.training.run.timeline import NEVER, Branch
from bpviz.training.settings import check_count
from bpviz.training.step.phases import PHASES, Phase

_HELD_UP = (StopReason.BREAKPOINT, StopReason.NOT_FINITE)
"""What ends a move before the update of the step at which it stands."""


class Navigation:
    """The moves of the debugger: by rows, phases, steps, or far through time.

    Parameters
    ----------
    run : RunContext
    breakpoints : Breakpoints
        Of this run.
    position : Position
        In this run.
    """

    def __init__(self, run: RunContext, breakpoints: Breakpoints, position: Position) -> None:
        self._run = run
        self._breakpoints = breakpoints
        self._position = position

    def _place(self, phase: Phase, row: int = 0) -> Outcome:
        """Stand at another place of the same step."""
        self._run.stand(self._run.state.standing(phase, row))
        return Outcome(StopReason.COUNT, self._run.state.step)

    def _arrived(self, state: RunState, engine: Engine, result: Outcome | None) -> RunState:
        """Return `state` where `engine` is between two steps, or held up by `result` in one."""
        held_up = result is not None and result.reason in _HELD_UP
        state = replace(
            state, step=engine.step, tip=max(state.branch.tip, engine.step), spot=Spot(),
            phase=Phase.UPDATE if held_up else Phase.DRAW, row=0, hit=(),
        )  # fmt: skip
        if result is None or not result.hits:
            return state
        return replace(state.with_hits(result.hits), hit=result.numbers)

    # ---- by steps

    def _passed(self, engine: Engine, watch: Watchpoints | None, result: Outcome | None) -> None:
        """A piece of the way is done: from here on the run stands at its end."""
        state = self._arrived(self._run.state, engine, result)
        if watch is not None:
            state = replace(state, breakpoints=self._breakpoints.counted(watch))
        self._run.stand(state)

    def _recorded(self, engine: Engine, _watch: object, _result: object) -> None:
        """A piece of the way is done, on which somebody goes who does not stand there yet."""
        if engine.step > self._run.state.tip:
            self._run.stand(replace(self._run.state, tip=engine.step))

    def advance(self, steps: int = 1, attention: NDArray[np.uint8] | None = None) -> Outcome:
        """Complete `steps` updates; what was done before is replayed, what is new is recorded.

        A step half done counts as the first.  A breakpoint at which the run already stands does
        not stop it again.

        Parameters
        ----------
        steps : int
            0 … 2⁶³ − 1.
        attention : (1,) uint8, optional
            When another thread sets it, the move ends after the step at hand.

        Returns
        -------
        Outcome
            COUNT, ATTENTION, BREAKPOINT, STOPPING_RULE or NOT_FINITE.

        Raises
        ------
        SettingsError
            If `steps` is not such a number.
        """
        steps = check_count("The number of steps", steps, 0, NEVER)
        if steps == 0:
            return Outcome(StopReason.COUNT, self._run.state.step)
        state = self._run.state
        unwatched = 1 if state.phase is Phase.UPDATE else 0
        engine = self._run.engine if unwatched else self._remembering()
        result = self._run.replayer.run(
            engine,
            state.branch,
            min(state.step + steps, NEVER),
            attention=attention,
            stopping=True,
            breakpoints=self._breakpoints if self._breakpoints.any_armed else None,
            unwatched=unwatched,
            passed=self._passed,
        )
        engine.spot = self._run.state.spot
        return result

    def back(self, steps: int = 1, tick: Tick | None = None) -> Outcome:
        """Return to `steps` completed updates fewer, not below 0.  See `seek`.

        In the middle of a step the first of them is its beginning.
        """
        steps = check_count("The number of steps", steps, 0, NEVER)
        if steps == 0:
            return Outcome(StopReason.COUNT, self._run.state.step)
        if self._at_beginning:
            return self._nothing_before()
        state = self._run.state
        inside = state.phase is not Phase.DRAW
        return self.seek(max(0, state.step - steps + inside), tick)

    @property
    def _at_beginning(self) -> bool:
        state = self._run.state
        return state.step == 0 and state.phase is Phase.DRAW

    def _nothing_before(self) -> Outcome:
        return Outcome(StopReason.BEGINNING, 0, outcome.at_beginning())

    def seek(self, step: int, tick: Tick | None = None) -> Outcome:
        """Go to `step` completed updates, back or forth.

        The future stays: going forward again replays it.  Beyond the tip it trains, however far
        that is; there neither breakpoints nor the stopping rule hold it up, numbers that are not
        finite do.  An interrupt leaves the run where it stood, with what was trained until then
        as its future.

        Parameters
        ----------
        step : int
            0 … 2⁶³ − 1.
        tick : callable, optional
            See `Tick`; a move that is given up leaves the run where it stood.

        Raises
        ------
        SettingsError
            If `step` is not such a number.
        """
        step = check_count("The step", step, 0, NEVER)
        if step == self._run.state.step:
            return self._place(Phase.DRAW)
        return self.go(self._run.branch, step, tick, here=self._run.engine)

    def restart(self) -> Outcome:
        """Go back to the initial weights; the same as ``seek(0)``."""
        return self.seek(0)

    def go(
        self,
        branch: Branch,
        step: int,
        tick: Tick | None = None,
        *,
        here: Engine | None = None,
        inside: tuple[Phase, int] = (Phase.DRAW, 0),
        at_hit: bool = False,
        revisions: Revisions | None = None,
        gone: int | None = None,
    ) -> Outcome:
        """Stand on `step` of `branch`, or where it stood if the move is given up.

        Parameters
        ----------
        branch : Branch
            Perhaps one that is not among those of the run yet, or differs from the one of its
            number in the journal.
        here : Engine, optional
            See `Replayer.start`.
        inside : (Phase, int)
            Phase and row to stand at, if the step is reached.
        at_hit : bool
            Stand at the breakpoints that are met there.
        revisions : Revisions, optional
            What can be undone there, if that changes.
        gone : int, optional
            Number of a branch that the run has no longer from there on.
        """
        run = self._run
        engine = run.spare
        records = self._recorded if branch.number == run.branch.number else None
        run.replayer.start(engine, branch, step, here=here)
        result = run.replayer.run(
            engine, branch, step, tick=self._run.standing.lend(tick), passed=records
        )
        state = run.state
        if result.reason is StopReason.CANCELLED:
            return Outcome(result.reason, state.step, result.message)
        if at_hit:
            result = self._met_by(engine, branch) or result
        if state.branches.get(branch.number) is not branch:
            state = state.with_branch(branch)
        branches = state.branches
        if gone is not None:
            branches = {number: each for number, each in branches.items() if number != gone}
        state = replace(
            state, branches=branches, number=branch.number,
            revisions=revisions or state.revisions, jumps=state.jumps + 1,
        )  # fmt: skip
        state = self._arrived(state, engine, result)
        if result.reason is StopReason.COUNT:
            state = state.standing(*inside)
        engine.spot = state.spot
        run.stand(state)
        return result

    # ---- inside a step

    def advance_phase(self) -> Outcome:
        """Go to the beginning of the next phase; after the update comes the next step's draw.

        On reaching the update, breakpoints are looked at.
        """
        phase = self._run.state.phase
        if phase is Phase.UPDATE:
            return self.finish_step()
        return self.advance_to(PHASES[phase.order + 1])

    def advance_row(self) -> Outcome:
        """Compute one row more; in a phase without rows, and after its last row, the next phase."""
        state = self._run.state
        if state.row + 1 < self._position.rows(state.phase):
            return self.advance_to(state.phase, state.row + 1)
        return self.advance_phase()

    def advance_to(self, phase: Phase, row: int = 0) -> Outcome:
        """Go forward to a place of the step at hand; does nothing if it is behind.

        No row is updated in a step whose numbers are not finite: it stands before them.

        Raises
        ------
        SettingsError
            If the phase has no such row.
        """
        row = check_count("The row", row, 0, self._position.rows(phase) - 1)
        state = self._run.state
        if (phase.order, row) <= (state.phase.order, state.row):
            return Outcome(StopReason.COUNT, state.step)
        if phase is Phase.UPDATE and state.phase is not Phase.UPDATE:
            stop = self._look_at_breakpoints()
            if stop is not None:
                return stop
        updates = phase is Phase.UPDATE and row > 0
        if updates and not self._position.step_at_hand.can_be_taken(self._position.learning_rate):
            self._place(phase)
            return self._run.replayer.not_finite(self._run.engine, self._run.branch)
        return self._place(phase, row)

    def finish_step(self) -> Outcome:
        """Complete the step at hand; the same as ``advance(1)``."""
        return self.advance(1)

    def back_phase(self, tick: Tick | None = None) -> Outcome:
        """Undo the rows of the phase at hand, or the phase before it."""
        state = self._run.state
        if state.row > 0:
            return self._place(state.phase)
        if state.phase is not Phase.DRAW:
            return self._place(PHASES[state.phase.order - 1])
        return self._into_last_step(0, tick)

    def back_row(self, tick: Tick | None = None) -> Outcome:
        """Undo one row; the reverse of `advance_row`."""
        state = self._run.state
        if state.row > 0:
            return self._place(state.phase, state.row - 1)
        if state.phase is not Phase.DRAW:
            before = PHASES[state.phase.order - 1]
            return self._place(before, self._position.rows(before) - 1)
        return self._into_last_step(self._position.rows(Phase.UPDATE) - 1, tick)

    def _into_last_step(self, row: int, tick: Tick | None) -> Outcome:
        if self._at_beginning:
            return self._nothing_before()
        branch, last = self._run.branch, self._run.state.step - 1
        return self.go(branch, last, tick, here=self._run.engine, inside=(Phase.UPDATE, row))

    def _look_at_breakpoints(self) -> Outcome | None:
        """Stand before the update of the step at hand; return what stops it there."""
        if not self._breakpoints.any_armed:
            self._place(Phase.UPDATE)
            return None
        self._remembering()
        watch = self._breakpoints.watch()
        if self._position.step_at_hand.meets(watch, self._position.learning_rate):
            return self._stand_before_update(watch)
        counted = self._breakpoints.counted(watch)
        self._run.stand(replace(self._run.state.standing(Phase.UPDATE), breakpoints=counted))
        return None

    def _remembering(self) -> Engine:
        """Return the engine here, with the step before where a breakpoint compares with it."""
        engine = self._run.engine
        if self._breakpoints.look_back and not engine.remembers:
            engine.spot = None  # a step that was not applied wrote over it
            engine = self._run.engine
        return engine

    def _stand_before_update(self, watch: Watchpoints) -> Outcome:
        """Stand at what is met, as `watch` says."""
        run = self._run
        state = run.state.standing(Phase.UPDATE)
        result = run.replayer.stopped(run.engine, state.branch, self._breakpoints, watch)
        state = replace(state.with_hits(result.hits), hit=result.numbers)
        run.stand(replace(state, breakpoints=self._breakpoints.counted(watch)))
        return result

    def _met_by(self, engine: Engine, branch: Branch) -> Outcome | None:
        """Return what the step that `engine` takes next on `branch` meets, counted or not."""
        watch = self._breakpoints.watch(SEARCH)
        opened = self._run.replayer.opened(engine.network(), branch, engine.step)
        CurrentStep(engine, opened).meets(watch, branch.journal.rate(engine.step))
        if last_met(watch) is None:
            return None
        return self._run.replayer.stopped(engine, branch, self._breakpoints, watch)

    # ---- back to a breakpoint

    def back_to_hit(self, tick: Tick | None = None) -> Outcome:
        """Go back to the last step before this place that meets a breakpoint, else to step 0.

        The reverse of `advance`: ignore counts do not matter, and nothing is counted.

        Returns
        -------
        Outcome
            BREAKPOINT, BEGINNING, or CANCELLED.
        """
        if self._position.updating and self._breakpoints.any_armed:
            self._remembering()
            watch = self._breakpoints.watch(SEARCH)
            self._position.step_at_hand.meets(watch, self._position.learning_rate)
            if last_met(watch) is not None:
                return self._stand_before_update(watch)
        run = self._run
        lent = run.standing.lend(tick)
        origin = end = run.state.step
        engine = run.replayer.new_engine()
        while end > 0 and self._breakpoints.any_armed:
            # Of the first step behind a keyframe the one before is not known.
            left = 1 if self._breakpoints.look_back else 0
            run.replayer.start(engine, run.branch, max(end - left, 1))
            begin = engine.step + left if engine.step else 0
            watch = self._breakpoints.watch(SEARCH)
            run.replayer.run(engine, run.branch, end, watch=watch, unwatched=begin - engine.step)
            found = last_met(watch)
            if found is not None:
                return self.go(run.branch, found, tick, here=run.engine, at_hit=True)
            end = begin
            if lent is not None and not lent(origin - end, origin):
                return Outcome(StopReason.CANCELLED, origin)
        if self._at_beginning:
            return self._nothing_before()
        result = self.seek(0, tick)
        if result.reason is StopReason.CANCELLED:
            return result
        return Outcome(StopReason.BEGINNING, 0, outcome.no_hit_before(origin))
