"""The slider over all steps: 64-bit numbers on 32-bit positions, and steady when held."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from bpviz.training.notes import JournalNote
from bpviz.ui.widgets.position_slider import EVERY_MS, SLOTS, PositionSlider, slot_of, step_of

tips = st.integers(1, 2**62)


@pytest.fixture
def slider(qtbot: Any) -> PositionSlider:
    slider = PositionSlider()
    qtbot.addWidget(slider)
    slider.resize(600, 34)
    slider.show()
    slider.set_position(30_000, 60_000)
    return slider


def at(slider: PositionSlider, step: int) -> QPoint:
    return QPoint(round(slider.x_of(step)), slider.height() // 2)


@given(tip=tips, data=st.data())
def test_that_slots_rise_with_the_steps_and_fit_into_32_bits(tip: int, data: Any) -> None:
    first = data.draw(st.integers(0, tip))
    second = data.draw(st.integers(first, tip))
    assert 0 <= slot_of(first, tip) <= slot_of(second, tip) <= SLOTS
    assert slot_of(0, tip) == 0
    assert slot_of(tip, tip) == min(tip, SLOTS)


@given(tip=tips, data=st.data())
def test_that_a_slot_and_its_step_belong_together(tip: int, data: Any) -> None:
    slot = data.draw(st.integers(0, min(tip, SLOTS)))
    step = step_of(slot, tip)
    assert 0 <= step <= tip
    assert slot_of(step, tip) == slot
    if slot < min(tip, SLOTS):
        assert step < step_of(slot + 1, tip)


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
    assert 0 <= slider.step_at(left) <= slider.step_at(right) <= tip
    slider.deleteLater()


def test_that_a_press_in_the_groove_goes_there_at_once(qtbot: Any, slider: PositionSlider) -> None:
    wishes: list[int] = []
    slider.step_wanted.connect(wishes.append)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, 10_000))
    assert wishes == [slider.step()]
    assert slider.step() == pytest.approx(10_000, abs=120)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(slider, 10_000))
    assert len(wishes) == 1


def test_that_wild_dragging_is_throttled_and_the_last_wish_is_always_sent(
    qtbot: Any, slider: PositionSlider
) -> None:
    wishes: list[int] = []
    slider.step_wanted.connect(wishes.append)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, 30_000))
    for i in range(300):
        qtbot.mouseMove(slider, QPoint(20 + i * 7919 % 560, 17))
    last = QPoint(123, 17)
    qtbot.mouseMove(slider, last)
    sent_while_dragging = len(wishes)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=last)
    assert sent_while_dragging < 60  # three hundred moves within a moment
    assert wishes[-1] == slider.step() == pytest.approx(slider.step_at(123), abs=120)
    sent = len(wishes)
    QTest.qWait(3 * EVERY_MS)
    assert len(wishes) == sent


def test_that_a_slow_drag_sends_where_it_rests_before_release(
    qtbot: Any, slider: PositionSlider
) -> None:
    wishes: list[int] = []
    slider.step_wanted.connect(wishes.append)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, 30_000))
    for x in (200, 180, 160):
        qtbot.mouseMove(slider, QPoint(x, 17))
    qtbot.waitUntil(lambda: bool(wishes) and wishes[-1] == slider.step(), timeout=2000)
    assert slider.isSliderDown()
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(160, 17))


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


def test_that_the_wheel_moves_nothing(slider: PositionSlider) -> None:
    event = QWheelEvent(
        QPointF(50, 17), QPointF(50, 17), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)
    assert slider.step() == 30_000


def test_that_a_journal_entry_tells_its_text(
    slider: PositionSlider, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []  # shown for real, a tooltip makes the offscreen platform complain
    monkeypatch.setattr(QToolTip, "showText", lambda place, text, widget: texts.append(text))
    slider.set_marks(np.arange(0, 60_000, 100), (JournalNote(12_000, "λ = 0.3"),))
    place = at(slider, 12_000)
    assert slider.note_at(place.x() + 3) == slider.journal[0]
    assert slider.note_at(place.x() + 30) is None
    QApplication.sendEvent(
        slider, QHelpEvent(QHelpEvent.Type.ToolTip, place, slider.mapToGlobal(place))
    )
    assert len(texts) == 1
    assert "λ = 0.3" in texts[0]
    slider.grab()


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (15, 10), (3840, 40)])
def test_that_it_can_have_any_size(slider: PositionSlider, size: tuple[int, int]) -> None:
    slider.set_marks(np.arange(0, 60_000, 100), (JournalNote(7, "x"),))
    slider.resize(*size)
    slider.grab()
    assert 0 <= slider.step_at(5.0) <= 60_000


def test_that_an_empty_run_has_only_step_zero(qtbot: Any, slider: PositionSlider) -> None:
    slider.set_position(0, 0)
    with qtbot.assertNotEmitted(slider.step_wanted):
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(400, 17))
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.step() == 0
