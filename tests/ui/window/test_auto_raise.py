"""The debugger comes forward when a step is opened, once, and never in somebody's way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from bpviz.training.events import State
from bpviz.training.step.phases import Phase
from tests.ui.conftest import Stage


def in_front(stage: Stage, panel: str) -> bool:
    QApplication.processEvents()
    return not stage.window.docks.docks[panel].visibleRegion().isEmpty()


def raise_dock(stage: Stage, panel: str) -> None:
    stage.window.docks.docks[panel].raise_()
    assert in_front(stage, panel)


@pytest.mark.parametrize("arrangement", ["overview", "present"])
@pytest.mark.parametrize("state", [State.PAUSED, State.STOPPED, State.RUNNING])
def test_that_the_debugger_comes_forward_when_a_step_is_opened(
    stage: Stage, arrangement: str, state: State
) -> None:
    stage.window.docks.arrange(arrangement)
    stage.offer(step=8)
    assert not in_front(stage, "debugger_panel")
    stage.offer(step=8, state=state, phase=Phase.Z1)
    assert in_front(stage, "debugger_panel")


def test_that_a_panel_chosen_afterwards_stays_in_front(stage: Stage) -> None:
    stage.offer(step=8, phase=Phase.Z1)
    raise_dock(stage, "sample_panel")
    for place in ({"phase": Phase.H}, {"step": 9}, {"step": 9, "phase": Phase.Z1}):
        stage.offer(**place)
    assert in_front(stage, "sample_panel")


def test_that_another_arrangement_begins_anew(stage: Stage) -> None:
    stage.offer(step=8, phase=Phase.Z1)
    stage.child("action_layout_overview").trigger()
    assert in_front(stage, "sample_panel")
    stage.offer(step=8, phase=Phase.H)
    assert in_front(stage, "debugger_panel")


def test_that_a_closed_debugger_stays_closed(stage: Stage) -> None:
    dock = stage.window.docks.docks["debugger_panel"]
    dock.close()
    stage.offer(step=8, phase=Phase.Z1)
    assert dock.isHidden()


def test_that_the_focus_stays_where_it_is(stage: Stage) -> None:
    editor = stage.child("learning_rate_edit")
    editor.setFocus()
    assert editor.hasFocus()
    stage.offer(step=8, phase=Phase.Z1)
    assert editor.hasFocus()
