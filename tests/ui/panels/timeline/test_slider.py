"""Going to steps with the slider."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpviz.ui.panels.timeline.axis import SLOTS
from bpviz.ui.panels.timeline.slider import PositionSlider
from tests.ui.panels.timeline.slider_hands import at, tips, turn


@given(tip=tips, data=st.data())
def test_that_it_keeps_the_exact_step(tip: int, data: Any) -> None:
    QApplication.instance() or QApplication([])
    step = data.draw(st.integers(0, tip))
    slider = PositionSlider()
    slider.set_position(step, tip)
    assert slider.step() == step
    assert 0 <= slider.value() <= slider.maximum() <= SLOTS
    slider.deleteLater()


@given(tip=tips, x=st.floats(-50, 700), y=st.floats(-50, 700))
def test_that_steps_rise_along_the_groove(tip: int, x: float, y: float) -> None:
    QApplication.instance() or QApplication([])
    slider = PositionSlider()
    slider.resize(600, 34)
    slider.set_position(0, tip)
    left, right = sorted((x, y))
    assert 0 <= slider.axis().step_at(left) <= slider.axis().step_at(right) <= tip
    slider.deleteLater()


def test_that_a_press_in_the_groove_goes_there_at_once(qtbot: Any, slider: PositionSlider) -> None:
    wishes: list[int] = []
    slider.step_wanted.connect(wishes.append)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, 10_000))
    assert wishes == [slider.step()]
    assert slider.step() == pytest.approx(10_000, abs=120)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(slider, 10_000))
    assert len(wishes) == 1


def test_that_a_drag_wants_every_step_that_it_passes_and_rests_on_the_last(
    qtbot: Any, slider: PositionSlider, wishes: list[int]
) -> None:
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, 30_000))
    for x in (200, 180, 160, 160):
        qtbot.mouseMove(slider, QPoint(x, 17))
    assert slider.isSliderDown()
    assert len(wishes) == 3
    assert wishes[-1] == slider.step() == pytest.approx(slider.axis().step_at(160), abs=120)
    with qtbot.waitSignal(slider.released, timeout=1000) as released:
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(160, 17))
    assert released.args == [True]
    assert len(wishes) == 3


def test_that_nothing_moves_the_handle_while_it_is_held(qtbot: Any, slider: PositionSlider) -> None:
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, 10_000))
    held = slider.step()
    slider.set_position(60_000, 70_000)
    assert slider.step() == held
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(slider, held))
    slider.set_position(60_000, 70_000)
    assert slider.step() == 60_000


def test_that_taking_the_handle_and_letting_go_wishes_nothing(
    qtbot: Any, slider: PositionSlider
) -> None:
    with qtbot.assertNotEmitted(slider.step_wanted):
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider, 30_000))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Left, 2**60 - 1),
        (Qt.Key.Key_Right, 2**60 + 1),
        (Qt.Key.Key_PageUp, 2**60 + 50),
        (Qt.Key.Key_PageDown, 2**60 - 50),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 2**61),
    ],
)
def test_that_keys_move_by_exact_steps_however_long_the_run(
    qtbot: Any, slider: PositionSlider, key: Qt.Key, expected: int
) -> None:
    slider.page = 50
    slider.set_position(2**60, 2**61)
    with qtbot.waitSignal(slider.step_wanted, timeout=1000) as wanted:
        qtbot.keyClick(slider, key)
    assert wanted.args == [expected]


def test_that_space_and_keys_with_control_are_left_to_the_window(slider: PositionSlider) -> None:
    wishes: list[int] = []
    slider.step_wanted.connect(wishes.append)
    QTest.keyClick(slider, Qt.Key.Key_Space)
    QTest.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert not wishes


def test_that_a_value_set_from_outside_is_a_wish(qtbot: Any, slider: PositionSlider) -> None:
    with qtbot.waitSignal(slider.step_wanted, timeout=1000) as wanted:
        slider.setValue(777)
    assert wanted.args == [777]
    assert slider.step() == 777
    with qtbot.waitSignal(slider.step_wanted, timeout=1000) as wanted:
        slider.triggerAction(PositionSlider.SliderAction.SliderToMaximum)
    assert wanted.args == [60_000]
    with qtbot.assertNotEmitted(slider.step_wanted):
        slider.set_position(5, 60_000)


def test_that_the_wheel_moves_no_run(slider: PositionSlider, wishes: list[int]) -> None:
    for notches in (1, 5, -3):
        assert turn(slider, QPoint(50, 17), notches)
    assert slider.step() == 30_000
    assert not wishes
