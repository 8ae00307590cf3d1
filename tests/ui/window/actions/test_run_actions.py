"""Every action: by key, by click, and only where it can be done."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from bpviz.datasets.dataset import Part
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    AddBreakpoint,
    Advance,
    Back,
    CancelLoading,
    CancelMove,
    HoldSample,
    Pause,
    Restart,
    Run,
    SetLearningRate,
    TrainNext,
    TrainOwn,
)
from bpviz.training.events import Progress, State
from bpviz.training.step.phases import Phase
from tests.ui.conftest import Stage
from tests.ui.frames import make_images

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SAMPLES = 12  # of the frames that `make_frame` makes

BY_KEY = [
    (Key.Key_Space, None, Run()),
    (Key.Key_F5, None, Run()),
    (Key.Key_F10, None, Advance(1)),
    (Key.Key_Right, None, Advance(1)),
    (Key.Key_F10, SHIFT, Back(1)),
    (Key.Key_Left, None, Back(1)),
    (Key.Key_Right, CTRL, Advance(SAMPLES)),
    (Key.Key_Left, CTRL, Back(SAMPLES)),
    (Key.Key_R, CTRL, Restart()),
    (Key.Key_Plus, None, SetLearningRate(0.13, gesture=1)),
    (Key.Key_Plus, SHIFT, SetLearningRate(0.13, gesture=1)),
    (Key.Key_Minus, None, SetLearningRate(0.079, gesture=1)),
]
BY_NAME = [
    ("run", Run()),
    ("step", Advance(1)),
    ("back", Back(1)),
    ("epoch", Advance(SAMPLES)),
    ("back_epoch", Back(SAMPLES)),
    ("restart", Restart()),
]


@pytest.mark.parametrize(("key", "modifier", "command"), BY_KEY)
def test_that_a_key_sends_its_command(stage: Stage, key: Any, modifier: Any, command: Any) -> None:
    stage.window.setFocus()
    stage.press(key, modifier=modifier)
    assert stage.mailbox.asked() == [command]


@pytest.mark.parametrize(("name", "command"), BY_NAME)
def test_that_a_click_sends_the_command(stage: Stage, name: str, command: Any) -> None:
    stage.click(stage.child(f"button_{name}"))
    assert stage.mailbox.asked() == [command]


def test_that_every_toolbar_button_has_a_picture_a_name_and_an_explanation(stage: Stage) -> None:
    for name, _ in BY_NAME:
        button = stage.child(f"button_{name}")
        assert isinstance(button, QToolButton)
        assert not button.icon().isNull()
        assert button.accessibleName()
        assert "(" in button.toolTip()  # its keys


def test_that_the_run_action_is_checked_while_it_runs(stage: Stage) -> None:
    run = stage.child("action_run")
    stage.offer(step=8, state=State.RUNNING)
    assert run.isChecked()
    stage.press(Key.Key_F5)
    assert stage.mailbox.asked() == [Pause()]
    stage.offer(step=9, state=State.PAUSED)
    assert not run.isChecked()


def test_that_a_frame_of_before_the_key_does_not_undo_it(stage: Stage) -> None:
    run = stage.child("action_run")
    stage.press(Key.Key_F5)
    before = len(stage.mailbox.posted) - 1
    stage.offer(step=7, state=State.PAUSED, acknowledged=before)  # was on its way
    assert run.isChecked()
    stage.press(Key.Key_F5)
    assert stage.mailbox.asked() == [Run(), Pause()]


def test_that_the_run_action_follows_at_once_if_the_run_ended_again(stage: Stage) -> None:
    run = stage.child("action_run")
    stage.press(Key.Key_F5)
    stage.offer(step=7, state=State.STOPPED, acknowledged=len(stage.mailbox.posted))
    assert not run.isChecked()


def test_that_a_held_key_does_not_run_and_pause_by_turns(stage: Stage) -> None:
    assert not stage.child("action_run").autoRepeat()


def test_that_only_running_and_setup_are_possible_while_loading(stage: Stage) -> None:
    stage.offer(dataset_loaded=False, run=2)
    for name in ("step", "back", "epoch", "back_epoch", "restart"):
        assert not stage.child(f"action_{name}").isEnabled(), name
    assert stage.child("action_run").isEnabled()
    assert stage.child("dataset_edit").isEnabled()
    stage.press(Key.Key_F5)
    assert stage.mailbox.asked() == [Run()]
    stage.offer(dataset_loaded=False, run=2)
    assert stage.child("action_run").isChecked()


def test_that_no_step_is_offered_where_the_data_could_not_be_loaded(stage: Stage) -> None:
    stage.offer(dataset_loaded=False, run=2, state=State.FAILED, reason="A file is missing.")
    for name in ("step", "back", "epoch", "restart"):
        assert not stage.child(f"action_{name}").isEnabled(), name
    assert stage.window.messages.message() == "A file is missing."


def test_that_nothing_lies_before_step_0(stage: Stage) -> None:
    stage.offer(step=0)
    for name in ("back", "back_epoch", "restart"):
        assert not stage.child(f"action_{name}").isEnabled(), name
    stage.window.setFocus()
    stage.press(Key.Key_Left)
    assert stage.mailbox.asked() == []


def test_that_a_long_move_can_be_cancelled_by_escape(stage: Stage) -> None:
    stage.window.setFocus()
    stage.press(Key.Key_Escape)
    assert stage.mailbox.asked() == []
    stage.offer(step=7, progress=Progress("seeking", 0.5))
    stage.press(Key.Key_Escape)
    assert stage.mailbox.asked() == [CancelMove()]


@pytest.mark.parametrize("first", [False, True])
def test_that_a_loading_can_be_cancelled_by_escape_and_by_a_button_in_sight(
    stage: Stage, first: bool
) -> None:
    button = stage.child("status_cancel")
    assert not button.isVisible()
    loading = {"state": State.LOADING, "progress": Progress("Loading", 0.5)}
    stage.offer(**loading, dataset_loaded=not first, run=2 if first else 1)
    assert button.isVisible()
    assert button.text() == "Cancel"
    stage.click(button)
    stage.window.setFocus()
    stage.press(Key.Key_Escape)
    assert stage.mailbox.asked() == [CancelLoading(), CancelLoading()]
    stage.offer(step=7, run=2)
    assert not button.isVisible()
    stage.press(Key.Key_Escape)
    assert len(stage.mailbox.asked()) == 2


def test_that_the_very_first_loading_can_be_cancelled_before_there_is_a_frame(
    fresh: Stage,
) -> None:
    fresh.clear()
    fresh.click(fresh.child("status_cancel"))
    assert fresh.mailbox.asked() == [CancelLoading()]


def test_that_the_button_cancels_a_move_too(stage: Stage) -> None:
    stage.offer(step=7, progress=Progress("seeking", 0.5))
    stage.click(stage.child("status_cancel"))
    assert stage.mailbox.asked() == [CancelMove()]


def test_that_escape_gives_up_a_long_move_from_the_slider_that_asked_for_it(stage: Stage) -> None:
    slider = stage.child("timeline_slider")
    slider.setFocus()
    stage.offer(step=7, progress=Progress("seeking", 0.5))
    stage.press(Key.Key_Escape, slider)
    assert stage.mailbox.asked() == [CancelMove()]
    stage.offer(step=7)
    stage.press(Key.Key_Escape, slider)
    assert QApplication.focusWidget() is stage.window


def test_that_one_can_go_back_to_the_beginning_of_step_0(stage: Stage) -> None:
    names = ("back", "restart", "back_epoch", "back_phase", "back_row", "back_out")
    for phase, possible in ((Phase.DRAW, False), (Phase.H, True)):
        stage.offer(step=0, phase=phase)
        assert [stage.child(f"action_{name}").isEnabled() for name in names] == [possible] * 6
    stage.child("action_back").trigger()
    assert stage.mailbox.asked() == [Back(1)]


def test_that_steps_come_in_the_chosen_size(stage: Stage) -> None:
    size = stage.child("step_size_edit")
    size.setValue(2**63 - 1)
    stage.child("action_step").trigger()
    stage.child("action_back").trigger()
    assert stage.mailbox.asked() == [Advance(2**63 - 1), Back(2**63 - 1)]


def test_that_actions_on_a_sample_concern_the_one_at_hand_where_the_panel_is_not_seen(
    stage: Stage,
) -> None:
    stage.offer(step=8, sample=1)
    stage.child("debugger_dock").raise_()
    QApplication.processEvents()
    assert stage.window.panel_set.sample.visibleRegion().isEmpty()
    stage.offer(step=9, sample=4)
    stage.clear()
    for name in ("break_sample", "train_next", "hold"):
        stage.child(f"action_{name}").trigger()
    stage.offer(step=10, sample=2, selected=5)
    stage.child("action_train_next").trigger()
    assert stage.mailbox.asked() == [
        AddBreakpoint(Breakpoint.sample(4)),
        TrainNext(4),
        HoldSample(4),
        TrainNext(5),
    ]


def test_that_actions_train_on_a_copy_of_a_test_sample_and_cannot_keep_to_it(stage: Stage) -> None:
    data = make_images(12, test=make_images(5))
    stage.offer(dataset=data, run=2, step=8, selected=4, selected_part=Part.TEST)
    stage.clear()
    for name in ("hold", "break_sample", "train_next"):
        stage.child(f"action_{name}").trigger()
    (command,) = stage.mailbox.asked()
    assert isinstance(command, TrainOwn)
    assert command.pair.title == "test sample 4"
    assert not stage.child("action_hold").isChecked()
