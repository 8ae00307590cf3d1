"""Keys without a modifier: the focused widget comes first, then the action."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSlider

from bpviz.training.commands import Advance, Back, Run
from tests.ui.conftest import Stage

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    "name",
    ["learning_rate_edit", "hidden_size_edit", "step_size_edit", "seed_edit"],
)
def test_that_space_and_arrows_in_an_editor_stay_there(stage: Stage, name: str) -> None:
    edit = stage.child(name)
    edit.setFocus()
    for key in (Key.Key_Space, Key.Key_Left, Key.Key_Right, Key.Key_Plus, Key.Key_Minus):
        stage.press(key)
    assert stage.mailbox.asked() == []
    stage.press(Key.Key_F10)
    assert stage.mailbox.asked() == [Advance(1)]


@pytest.mark.parametrize("name", ["speed_edit", "learning_rate_slider"])
def test_that_arrows_in_a_slider_move_the_slider(stage: Stage, name: str) -> None:
    slider = stage.child(name)
    assert isinstance(slider, QSlider)
    slider.setFocus()
    before = slider.value()
    stage.press(Key.Key_Left)
    assert slider.value() == before - 1
    assert not any(isinstance(c, (Back, Advance)) for c in stage.mailbox.posted)
    stage.clear()
    stage.press(Key.Key_Space)
    assert stage.mailbox.asked() == [Run()]  # a slider has no use for Space


def test_that_space_on_a_check_box_checks_it_and_nothing_else(stage: Stage) -> None:
    box = stage.child("stopping_edit")
    box.setFocus()
    stage.press(Key.Key_Space)
    assert box.isChecked()
    assert stage.mailbox.asked(Run) == []


def test_that_escape_leaves_an_editor_so_that_keys_act_again(stage: Stage) -> None:
    stage.child("learning_rate_edit").setFocus()
    stage.press(Key.Key_Escape)
    stage.press(Key.Key_Space)
    assert stage.mailbox.asked() == [Run()]


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_that_keys_act_in_a_dock_that_floats(stage: Stage, qtbot: Any) -> None:
    dock = stage.child("loss_dock")
    dock.setFloating(True)
    qtbot.waitUntil(dock.isVisible)
    stage.press(Key.Key_Space, dock)
    assert stage.mailbox.asked() == [Run()]


def test_that_a_key_with_a_modifier_is_not_the_bare_key(stage: Stage) -> None:
    stage.window.setFocus()
    stage.press(Key.Key_Space, modifier=CTRL)
    stage.press(Key.Key_Right, modifier=Qt.KeyboardModifier.AltModifier)
    assert stage.mailbox.asked() == []


def test_that_space_alone_works_right_after_the_start(fresh: Stage) -> None:
    fresh.press(Key.Key_Space, QApplication.focusWidget() or fresh.window)
    assert fresh.mailbox.asked() == [Run()]
