"""Checking the gradient in the real window, by key: standing, running, inside a step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from bpviz.network import GradientRule
from bpviz.network.central_differences import CheckJob
from bpviz.training.commands import Advance, Run, Seek
from bpviz.training.events import Frame, State
from bpviz.training.journal.entries import MatrixName
from bpviz.training.step.phases import Phase
from tests.e2e.conftest import Person

Left = Qt.MouseButton.LeftButton


def bits(frame: Frame) -> tuple[bytes, bytes]:
    return frame.network.W1T.tobytes(), frame.network.W2.tobytes()


def go(one: Person, command: Any, step: int) -> Frame:
    one.window.send(command)
    return one.wait(lambda frame: frame.step == step and frame.state is State.PAUSED)


def check(one: Person) -> Frame:
    """Press the key and wait for the answer."""
    before = one.frame.check
    one.press(Qt.Key.Key_F6)
    return one.wait(lambda f: f.check is not before and f.checking is None)


def verdict(one: Person) -> str:
    words: str = one.find("gradient_check_verdict").text()
    return words


def click_weight(one: Person, matrix: MatrixName, row: int, column: int) -> None:
    view = one.find("gradient_check_panel").body.parts[matrix].view
    one.qtbot.mouseClick(view.plot.viewport(), Left, pos=view.widget_position(row, column))


def test_that_a_key_checks_the_gradient_anywhere_and_the_run_never_knows(
    person: Callable[..., Person],
) -> None:
    one = person("--dataset", "iris", "--hidden", "8", "--seed", "1")
    one.wait_for(State.PAUSED)
    go(one, Advance(300), 300)
    alone = bits(go(one, Advance(700), 1000))
    go(one, Seek(300), 300)
    panel = one.find("gradient_check_panel")
    frame = check(one)
    assert not panel.visibleRegion().isEmpty()
    assert frame.check is not None
    assert frame.check.step == 300
    one.qtbot.waitUntil(lambda: verdict(one).startswith("Agrees to "))
    click_weight(one, "W1", 5, 2)
    one.wait(lambda f: f.check is not None and f.check.chosen is not None)
    assert one.find("weights1_panel").view.marks.selected == (5, 2)
    for key in (Qt.Key.Key_F11,) * 8 + (Qt.Key.Key_F7,) * 4:
        one.press(key)
    frame = one.wait(lambda f: f.phase is Phase.UPDATE and f.row == 4)
    frame = check(one)
    assert frame.check is not None
    assert frame.check.network is frame.network_before
    one.qtbot.waitUntil(lambda: verdict(one).startswith("Agrees to "))
    assert bits(go(one, Advance(700), 1000)) == alone
    one.window.send(Run())
    one.wait_for(State.RUNNING)
    frame = check(one)
    assert frame.state is State.RUNNING
    assert frame.check is not None
    assert frame.check.step >= 1000
    assert frame.check.result is not None
    assert frame.check.result.max_relative_error < 1e-5
    one.trigger("action_run")
    one.wait_for(State.PAUSED)
    assert bits(go(one, Seek(1000), 1000)) == alone


def test_that_the_printed_rule_is_caught_in_the_window(person: Callable[..., Person]) -> None:
    one = person("--dataset", "xor", "--hidden", "6", "--seed", "1")
    one.wait_for(State.PAUSED)
    one.trigger("action_layout_check")
    check(one)
    one.qtbot.waitUntil(lambda: verdict(one).startswith("Agrees to "))
    one.qtbot.mouseClick(one.find("gradient_check_rule_as_printed"), Left)
    frame = one.wait(lambda f: f.check is not None and f.check.rule is GradientRule.AS_PRINTED)
    one.qtbot.waitUntil(lambda: "printed formula is not the gradient" in verdict(one))
    one.qtbot.mouseClick(one.find("gradient_check_worst"), Left)
    assert frame.check is not None
    assert frame.check.result is not None
    worst = frame.check.result.worst
    assert worst is not None
    assert worst[0] == "W1"
    assert one.find("weights1_panel").view.marks.selection == worst[1:]


def test_that_a_new_run_during_a_check_leaves_nothing_behind(
    person: Callable[..., Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = person("--dataset", "digits", "--hidden", "40", "--seed", "1")
    one.wait_for(State.PAUSED)
    with monkeypatch.context() as patch:
        # A check that gets nowhere: whatever comes in between comes in time.
        patch.setattr(CheckJob, "advance", lambda job, seconds=None: None)
        one.trigger("action_layout_check")
        one.press(Qt.Key.Key_F6)
        one.wait(lambda f: f.checking is not None)
        one.qtbot.mouseClick(one.find("gradient_check_button"), Left)
        one.wait(lambda f: f.checking is None)
        assert one.frame.check is None
        one.press(Qt.Key.Key_F6)
        one.wait(lambda f: f.checking is not None)
        run = one.frame.run
        one.window._request.change(n_hidden=7)
        frame = one.wait(lambda f: f.run != run and f.state is State.PAUSED)
        assert frame.check is None
        assert frame.checking is None
    frame = check(one)
    assert frame.check is not None
    assert frame.check.network.n_hidden == 7


def test_that_the_layout_check_is_filled_when_it_is_opened_and_costs_nothing_when_left(
    person: Callable[..., Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = person("--dataset", "iris", "--hidden", "8", "--seed", "1")
    one.wait_for(State.PAUSED)
    control = Qt.KeyboardModifier.ControlModifier
    one.press(Qt.Key.Key_5, control)
    first = one.wait(lambda f: f.check is not None).check
    one.qtbot.waitUntil(lambda: verdict(one).startswith("Agrees to "))
    one.press(Qt.Key.Key_1, control)
    one.press(Qt.Key.Key_5, control)  # there is one of this step already
    go(one, Advance(50), 50)
    assert one.frame.check is first
    with monkeypatch.context() as patch:
        patch.setattr(CheckJob, "advance", lambda job, seconds=None: None)
        one.press(Qt.Key.Key_1, control)
        one.press(Qt.Key.Key_5, control)
        one.wait(lambda f: f.checking is not None)
        one.press(Qt.Key.Key_1, control)
        one.wait(lambda f: f.checking is None)
    one.press(Qt.Key.Key_5, control)
    frame = one.wait(lambda f: f.check is not first)
    assert frame.check is not None
    assert frame.check.step == 50
