"""What each command means for a session: a move through time, or a change of the run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from bpviz.training import commands as c
from bpviz.training.outcome import Outcome
from bpviz.training.run.run_state import Tick
from bpviz.training.session import Session

Move: TypeAlias = Callable[[Tick], Outcome]
Change: TypeAlias = Callable[[], object]


def move_of(session: Session, command: c.Command) -> Move | None:
    """Return the move that `command` asks for; None if it is no move."""
    match command:
        case c.Back(steps):
            return lambda tick: session.back(steps, tick)
        case c.Seek(step):
            return lambda tick: session.seek(step, tick)
        case c.Restart():
            return lambda tick: session.seek(0, tick)
        case c.AdvancePhase():
            return lambda _: session.advance_phase()
        case c.AdvanceRow():
            return lambda _: session.advance_row()
        case c.FinishStep():
            return lambda _: session.finish_step()
        case c.BackPhase():
            return lambda tick: session.back_phase(tick)
        case c.BackRow():
            return lambda tick: session.back_row(tick)
        case c.RunBack():
            return lambda tick: session.back_to_hit(tick)
        case c.SwitchBranch(number, at):
            return lambda tick: session.switch_branch(number, at, tick)
        case c.Undo():
            return lambda _: session.undo()
        case c.Redo():
            return lambda _: session.redo()
    return None


def change_of(session: Session, command: c.Command) -> Change | None:
    """Return the change that `command` asks for; None if it is none."""
    breakpoints = session.breakpoints
    match command:
        case c.SetLearningRate(value, gesture):
            return lambda: session.set_learning_rate(value, gesture)
        case c.SetGradientRule(rule):
            return lambda: session.set_gradient_rule(rule)
        case c.TrainNext(sample):
            return lambda: session.train_next(sample)
        case c.TrainOwn(pair):
            return lambda: session.train_own(pair)
        case c.HoldSample(held):
            return lambda: session.hold(held)
        case c.SkipSample():
            return session.skip
        case c.EditWeight(matrix, row, column, value):
            return lambda: session.edit_weight(matrix, row, column, value)
        case c.AddBreakpoint(breakpoint, ignore):
            return lambda: breakpoints.add(breakpoint, ignore=ignore)
        case c.ChangeBreakpoint(number, condition, enabled, count, reset):
            return lambda: breakpoints.change(
                number, breakpoint=condition, enabled=enabled, ignore=count, reset_hits=reset
            )
        case c.RemoveBreakpoint(removed):
            return lambda: breakpoints.clear() if removed is None else breakpoints.remove(removed)
        case c.AddWatch(watch):
            return lambda: session.watches.add(watch)
        case c.RemoveWatch(None):
            return session.watches.clear
        case c.RemoveWatch(gone):
            assert gone is not None
            return lambda: session.watches.remove(gone)
        case c.ClearHits():
            return session.clear_hits
        case c.RenameBranch(number, name):
            return lambda: session.rename_branch(number, name)
    return None
