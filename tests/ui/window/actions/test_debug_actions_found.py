"""Ctrl+F, F3 and Shift+F3: to what was found, whatever has the focus."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import FindSteps, Seek
from bpviz.training.infos import AskedInfo, BreakpointInfo
from tests.ui.conftest import Stage
from tests.ui.panels.find.hands import found_steps

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def offer(stage: Stage, *steps: int, **values: Any) -> None:
    stage.offer(tip=99, asked=AskedInfo(found=found_steps(*steps)), **values)


def able(stage: Stage) -> tuple[bool, bool]:
    names = ("action_previous_found", "action_next_found")
    previous, following = (stage.child(name).isEnabled() for name in names)
    return previous, following


def test_that_they_are_there_where_something_was_found_on_this_branch(stage: Stage) -> None:
    assert able(stage) == (False, False)
    offer(stage, 20, 40, step=30)
    assert able(stage) == (True, True)
    offer(stage, 20, 40, step=30, branch=1)
    assert able(stage) == (False, False)
    offer(stage, step=30)
    assert able(stage) == (False, False)


def test_that_where_nothing_more_is_listed_it_is_said(stage: Stage) -> None:
    said: list[str] = []
    stage.window.actions_of_debugger.said.connect(said.append)
    offer(stage, 20, 40, step=40)
    stage.press(Key.Key_F3)
    assert said == ["No step after step 40 is listed; the last is 40."]
    offer(stage, 20, 40, step=7)
    stage.press(Key.Key_F3, modifier=SHIFT)
    assert said[1:] == ["No step before step 7 is listed; the first is 20."]
    # Of 50 that were found the newest two are listed: others there are.
    newest = AskedInfo(found=found_steps(20, 40, count=50))
    stage.offer(tip=99, asked=newest, step=20)
    stage.press(Key.Key_F3, modifier=SHIFT)
    assert "was found" not in said[-1]
    assert said[2:] == ["No step before step 20 is listed; the first is 20."]
    assert stage.mailbox.asked(Seek) == []


def test_that_keys_go_on_from_the_step_that_they_have_gone_to(stage: Stage) -> None:
    offer(stage, 20, 40, 60, step=7, acknowledged=0)
    stage.press(Key.Key_F3)
    stage.press(Key.Key_F3)  # before the first has arrived
    assert stage.mailbox.asked(Seek) == [Seek(20), Seek(40)]
    stage.press(Key.Key_F3, modifier=SHIFT)
    assert stage.mailbox.asked(Seek)[2:] == [Seek(20)]
    offer(stage, 20, 40, 60, step=41, acknowledged=1000)
    stage.child("weights1_panel").setFocus()
    stage.press(Key.Key_F3)
    assert stage.mailbox.asked(Seek)[3:] == [Seek(60)]


def test_that_ctrl_f_brings_the_cursor_to_what_is_to_be_found(stage: Stage) -> None:
    panel = stage.child("find_panel")
    assert not panel.isVisible() or not panel.form.line.hasFocus()
    stage.press(Key.Key_F, modifier=CTRL)
    assert panel.form.line.hasFocus()
    stage.qtbot.keyClicks(panel.form.line, "loss > 0.5")
    stage.press(Key.Key_Return)
    assert stage.mailbox.asked(FindSteps) == [
        FindSteps(Breakpoint.loss_above(0.5), 0, 10, 1000, newest=False)
    ]
    assert not panel.form.line.hasFocus()  # Space and the arrows act on the run


def test_that_the_condition_of_a_breakpoint_is_found_in_the_past(stage: Stage) -> None:
    condition = Breakpoint.loss_above(0.1 + 0.2)
    stage.window.docks.show_panel("breakpoints_panel")
    stage.offer(step=9, tip=9, breakpoints=(BreakpointInfo(1, condition),))
    panel = stage.child("breakpoints_panel")
    find = panel.actions_of_list.find
    assert find in panel.list.actions()
    assert not find.isEnabled()
    panel.list.selectRow(0)
    assert find.isEnabled()
    find.trigger()
    assert stage.child("find_panel").isVisible()
    assert stage.mailbox.asked(FindSteps) == [FindSteps(condition, 0, 10, 1000, newest=False)]
