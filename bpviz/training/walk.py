"""Walk: every way to move a run through its own time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bpviz.network.watchpoints import SEARCH, STOP
from bpviz.training import outcome
from bpviz.training.engine import Engine
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.phases import PHASES, Phase
from bpviz.training.place import Place
from bpviz.training.replay import Tick
from bpviz.training.settings import check_count
from bpviz.training.timeline import NEVER, Branch

_HELD_UP = (StopReason.BREAKPOINT, StopReason.NOT_FINITE)
"""What ends a move before the update of the step at which it stands."""


class Walk(Place):
    """A place and the moves of the debugger: by rows, phases, steps, or far through time."""

    def _place(self, phase: Phase, row: int = 0) -> Outcome:
        """Stand at another place of the same step."""
        self._phase, self._row, self._hit = phase, row, ()
        return Outcome(StopReason.COUNT, self.step)

    def _arrive(self, result: Outcome) -> Outcome:
        self._moved()
        self._place(Phase.UPDATE if result.reason in _HELD_UP else Phase.DRAW)
        self._hit = result.numbers
        return result

    # ---- by steps

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
            return Outcome(StopReason.COUNT, self.step)
        result = self._replayer.run(
            self._engine,
            self._branch,
            min(self.step + steps, NEVER),
            attention=attention,
            stopping=True,
            breakpoints=self.breakpoints if self.breakpoints.any_armed else None,
            unwatched=1 if self._phase is Phase.UPDATE else 0,
        )
        return self._arrive(result)

    def back(self, steps: int = 1, tick: Tick | None = None) -> Outcome:
        """Return to `steps` completed updates fewer, not below 0.  See `seek`.

        In the middle of a step the first of them is its beginning.
        """
        steps = check_count("The number of steps", steps, 0, NEVER)
        if steps == 0:
            return Outcome(StopReason.COUNT, self.step)
        if self._at_beginning:
            return self._nothing_before()
        inside = self._phase is not Phase.DRAW
        return self.seek(max(0, self.step - steps + inside), tick)

    @property
    def _at_beginning(self) -> bool:
        return self.step == 0 and self._phase is Phase.DRAW

    def _nothing_before(self) -> Outcome:
        return Outcome(StopReason.BEGINNING, 0, outcome.at_beginning())

    def seek(self, step: int, tick: Tick | None = None) -> Outcome:
        """Go to `step` completed updates, back or forth.

        The future stays: going forward again replays it.  Beyond the tip it trains; there neither
        breakpoints nor the stopping rule hold it up, numbers that are not finite do.

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
        if step == self.step:
            return self._place(Phase.DRAW)
        return self._go(self._branch, step, tick, here=self._engine)

    def restart(self) -> Outcome:
        """Go back to the initial weights; the same as ``seek(0)``."""
        return self.seek(0)

    def _go(
        self, branch: Branch, step: int, tick: Tick | None = None, here: Engine | None = None
    ) -> Outcome:
        """Stand on `step` of `branch`, or where it stood if the move is given up."""
        if self._spare is None:
            self._spare = self._replayer.new_engine()
        self._replayer.start(self._spare, branch, step, here=here)
        result = self._replayer.run(self._spare, branch, step, tick=tick)
        if result.reason is StopReason.CANCELLED:
            return Outcome(result.reason, self.step, result.message)
        self._engine, self._spare, self._branch = self._spare, self._engine, branch
        return self._arrive(result)

    # ---- inside a step

    def advance_phase(self) -> Outcome:
        """Go to the beginning of the next phase; after the update comes the next step's draw.

        On reaching the update, breakpoints are looked at.
        """
        if self._phase is Phase.UPDATE:
            return self.finish_step()
        return self.advance_to(PHASES[self._phase.order + 1])

    def advance_row(self) -> Outcome:
        """Compute one row more; in a phase without rows, and after its last row, the next phase."""
        if self._row + 1 < self._rows(self._phase):
            return self.advance_to(self._phase, self._row + 1)
        return self.advance_phase()

    def advance_to(self, phase: Phase, row: int = 0) -> Outcome:
        """Go forward to a place of the step at hand; does nothing if it is behind.

        No row is updated in a step whose numbers are not finite: it stands before them.

        Raises
        ------
        SettingsError
            If the phase has no such row.
        """
        row = check_count("The row", row, 0, self._rows(phase) - 1)
        if (phase.order, row) <= (self._phase.order, self._row):
            return Outcome(StopReason.COUNT, self.step)
        if phase is Phase.UPDATE and self._phase is not Phase.UPDATE:
            self._place(phase)
            stop = self._check()
            if stop is not None:
                return stop
        updates = phase is Phase.UPDATE and row > 0
        if updates and not self.step_at_hand.can_be_taken(self.learning_rate):
            self._place(phase)
            return self._replayer.not_finite(self._engine, self._branch)
        return self._place(phase, row)

    def finish_step(self) -> Outcome:
        """Complete the step at hand; the same as ``advance(1)``."""
        return self.advance(1)

    def back_phase(self, tick: Tick | None = None) -> Outcome:
        """Undo the rows of the phase at hand, or the phase before it."""
        if self._row > 0:
            return self._place(self._phase)
        if self._phase is not Phase.DRAW:
            return self._place(PHASES[self._phase.order - 1])
        return self._into_last_step(0, tick)

    def back_row(self, tick: Tick | None = None) -> Outcome:
        """Undo one row; the reverse of `advance_row`."""
        if self._row > 0:
            return self._place(self._phase, self._row - 1)
        if self._phase is not Phase.DRAW:
            before = PHASES[self._phase.order - 1]
            return self._place(before, self._rows(before) - 1)
        return self._into_last_step(self._rows(Phase.UPDATE) - 1, tick)

    def _into_last_step(self, row: int, tick: Tick | None) -> Outcome:
        if self._at_beginning:
            return self._nothing_before()
        result = self.seek(self.step - 1, tick)
        if result.reason is StopReason.COUNT:
            self._place(Phase.UPDATE, row)
        return result

    def _check(self) -> Outcome | None:
        """Stop at the breakpoints that are met by the step at hand."""
        rate = self._branch.schedule.rate(self.step)
        if not (
            self.breakpoints.any_armed and self.step_at_hand.meets(self.breakpoints, STOP, rate)
        ):
            return None
        return self._stand_at_hit()

    def _stand_at_hit(self) -> Outcome:
        self._place(Phase.UPDATE)
        result = self._replayer.stopped(self._engine, self._branch, self.breakpoints)
        self._hit = result.numbers
        return result

    # ---- back to a breakpoint

    def back_to_hit(self, tick: Tick | None = None) -> Outcome:
        """Go back to the last step before this place that meets a breakpoint, else to step 0.

        The reverse of `advance`: ignore counts do not matter, and nothing is counted.

        Returns
        -------
        Outcome
            BREAKPOINT, BEGINNING, or CANCELLED.
        """
        if self.updating and self._meets_here():
            return self._stand_at_hit()
        origin, end = self.step, self.step
        engine = self._replayer.new_engine()
        while end > 0 and self.breakpoints.any_armed:
            self._replayer.start(engine, self._branch, end)
            begin = engine.step
            self._replayer.run(engine, self._branch, end, breakpoints=self.breakpoints, mode=SEARCH)
            found = self.breakpoints.last_met()
            if found is not None:
                result = self.seek(found, tick)
                if result.reason is StopReason.CANCELLED or not self._meets_here():
                    return result
                return self._stand_at_hit()
            end = begin
            if tick is not None and not tick(origin - end, origin):
                return Outcome(StopReason.CANCELLED, self.step)
        if self._at_beginning:
            return self._nothing_before()
        result = self.seek(0, tick)
        if result.reason is StopReason.CANCELLED:
            return result
        return Outcome(StopReason.BEGINNING, 0, outcome.no_hit_before(origin))

    def _meets_here(self) -> bool:
        if not self.breakpoints.any_armed:
            return False
        rate = self._branch.schedule.rate(self.step)
        return self.step_at_hand.meets(self.breakpoints, SEARCH, rate)
