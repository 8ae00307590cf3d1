"""The parts of a session without a session."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bpviz.datasets import Dataset
from bpviz.network.watchpoints import Watchpoints
from bpviz.training import Outcome, Settings
from bpviz.training.journal.entries import RateChange
from bpviz.training.run.active_breakpoints import Breakpoints
from bpviz.training.run.branching import Branching
from bpviz.training.run.context import RunContext
from bpviz.training.run.editing import Editing
from bpviz.training.run.engine import Engine
from bpviz.training.run.navigation import Navigation
from bpviz.training.run.position import Position
from bpviz.training.run.run_state import Spot
from tests.training.oracle import Line


def trained(settings: Settings, data: Dataset, steps: int) -> RunContext:
    """A run that has made so many steps: its engine was moved by hand, and its state follows."""
    run = RunContext(settings, data)
    if steps == 0:
        return run

    def passed(engine: Engine, _watch: Watchpoints | None, _result: Outcome | None) -> None:
        run.stand(replace(run.state, step=engine.step, tip=engine.step, spot=Spot()))
        engine.spot = run.state.spot

    run.replayer.run(run.engine, run.branch, steps, passed=passed)
    assert run.state.step == steps
    return run


def line_of(run: RunContext) -> Line:
    """The straight line of a run in which nobody has changed anything."""
    return Line(run.settings, run.dataset, [RateChange(0, run.settings.learning_rate)])


@dataclass(frozen=True)
class Parts:
    """All of them, each with no more than what it is built on."""

    run: RunContext
    position: Position
    navigation: Navigation
    branching: Branching
    editing: Editing


def parts_of(run: RunContext) -> Parts:
    position = Position(run)
    navigation = Navigation(
        run, Breakpoints(run.dataset, run.standing, run.replayer.numbers), position
    )
    branching = Branching(run, navigation)
    return Parts(run, position, navigation, branching, Editing(run, position, branching))
