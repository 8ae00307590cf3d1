"""The slider over all steps: 64-bit numbers on 32-bit positions, and steady when held."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider

from bpviz.training.changes import RateChange
from bpviz.training.notes import BranchNote, HitNote, JournalNote
from bpviz.ui.theme import DARK, LIGHT
from bpviz.ui.widgets.position_slider import PositionSlider
from bpviz.ui.widgets.timeline_face import Face
from bpviz.ui.widgets.timeline_marks import Mark, MarkKind, MarkRow, hit_marks, journal_marks
from bpviz.ui.widgets.timeline_painting import shape_icon
from bpviz.ui.widgets.timeline_range import SLOTS, StepRange

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
    return QPoint(round(slider.axis().x_of(step)), slider.height() // 2)


def above(slider: PositionSlider, step: int) -> QPoint:
    """Where the marks of the journal are."""
    return QPoint(round(slider.axis().x_of(step)), 8)


def marks(*steps: int) -> MarkRow:
    changes = [RateChange(step, 0.3) for step in steps]
    return MarkRow(journal_marks([JournalNote(c.step, c.words(), c) for c in changes]))


def put(
    slider: PositionSlider,
    journal: MarkRow | None = None,
    hits: MarkRow | None = None,
    forks: MarkRow | None = None,
) -> None:
    every = np.arange(0, 60_000, 100)
    slider.set_marks(every, *(row or MarkRow() for row in (journal, hits, forks)))


def turn(
    slider: PositionSlider,
    at: QPoint,
    notches: float,
    *,
    shift: bool = False,
    sideways: bool = False,
) -> bool:
    """Turn the wheel; return whether the slider had a use for that."""
    angle = QPoint(round(120 * notches), 0) if sideways else QPoint(0, round(120 * notches))
    modifier = Qt.KeyboardModifier
    event = QWheelEvent(
        QPointF(at), QPointF(slider.mapToGlobal(at)), QPoint(), angle,
        Qt.MouseButton.NoButton, modifier.ShiftModifier if shift else modifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)
    return event.isAccepted()


@pytest.fixture
def wishes(slider: PositionSlider) -> list[int]:
    wishes: list[int] = []
    slider.step_wanted.connect(wishes.append)
    return wishes


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


def test_that_the_wheel_zooms_around_the_mouse(qtbot: Any, slider: PositionSlider) -> None:
    place = at(slider, 20_000)
    with qtbot.waitSignal(slider.shown_changed, timeout=1000):
        turn(slider, place, 6)
    shown = slider.shown()
    assert slider.zoomed()
    assert shown.span == pytest.approx(60_000 * 0.8**6, rel=0.01)
    assert slider.axis().x_of(20_000) == pytest.approx(place.x(), abs=2)
    turn(slider, place, -6.5)
    assert not slider.zoomed()
    assert slider.shown() == StepRange(0, 60_000)


@pytest.mark.parametrize("tip", [0, 5, 10])
def test_that_the_wheel_is_left_to_others_where_there_is_nothing_to_zoom(
    slider: PositionSlider, tip: int
) -> None:
    slider.set_position(0, tip)
    assert not turn(slider, QPoint(50, 17), 1)


def test_that_a_run_of_two_to_the_63_steps_can_be_zoomed_to_single_ones(
    qtbot: Any, slider: PositionSlider, wishes: list[int]
) -> None:
    slider.set_position(2**62 + 3, 2**63 - 1)
    turn(slider, at(slider, 2**62 + 3), 300)
    assert slider.shown().span == 10
    slider.set_position(2**62 + 4, 2**63 - 1)
    slider.show_range(slider.shown().following(2**62 + 4, 0, slider.tip))
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider, slider.shown().first + 7))
    assert wishes == [slider.shown().first + 7]


def test_that_the_range_follows_the_position_and_growing_stays_whole(
    slider: PositionSlider,
) -> None:
    slider.show_range(StepRange(29_000, 31_000))
    slider.set_position(30_999, 60_000)
    assert slider.shown() == StepRange(29_000, 31_000)
    slider.set_position(45_000, 60_000)
    assert slider.shown().span == 2000
    assert slider.shown().first < 45_000 < slider.shown().last
    slider.show_whole()
    slider.set_position(70_000, 70_000)
    assert slider.shown() == StepRange(0, 70_000)


def test_that_a_range_that_was_moved_away_stays_while_the_run_stands(
    slider: PositionSlider,
) -> None:
    slider.show_range(StepRange(1000, 2000))
    slider.set_position(30_000, 60_000)
    assert slider.shown() == StepRange(1000, 2000)
    slider.set_position(30_000, 60_001)
    assert slider.shown() == StepRange(1000, 2000)


@pytest.mark.parametrize("how", ["shift", "middle", "wheel", "sideways"])
def test_that_the_range_can_be_moved_along(
    qtbot: Any, slider: PositionSlider, wishes: list[int], how: str
) -> None:
    slider.show_range(StepRange(29_000, 31_000))
    if how in ("wheel", "sideways"):
        turn(slider, QPoint(300, 17), -1, shift=how == "wheel", sideways=how == "sideways")
    else:
        button = Qt.MouseButton.LeftButton if how == "shift" else Qt.MouseButton.MiddleButton
        modifier = Qt.KeyboardModifier
        held = modifier.ShiftModifier if how == "shift" else modifier.NoModifier
        qtbot.mousePress(slider, button, held, QPoint(400, 17))
        qtbot.mouseMove(slider, QPoint(342, 17))  # a tenth of the line
        qtbot.mouseRelease(slider, button, held, QPoint(342, 17))
    assert slider.shown() == StepRange(29_200, 31_200)
    assert slider.step() == 30_000
    assert not wishes


def test_that_the_bar_along_the_edge_moves_the_range(
    qtbot: Any, slider: PositionSlider, wishes: list[int]
) -> None:
    slider.show_range(StepRange(29_000, 31_000))
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(300, 1))
    qtbot.mouseMove(slider, QPoint(358, 1))  # a tenth of the whole run
    assert slider.shown() == StepRange(35_000, 37_000)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(358, 1))
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(10, 1))
    assert slider.shown() == StepRange(0, 2000)
    assert not wishes


def test_that_a_double_click_shows_the_whole_run_and_goes_nowhere(
    qtbot: Any, slider: PositionSlider, wishes: list[int]
) -> None:
    slider.show_range(StepRange(29_000, 31_000))
    place = QPoint(100, 17)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)
    assert wishes
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=place)
    assert not slider.zoomed()
    assert slider.step() == wishes[-1] == 30_000
    assert not slider.isSliderDown()


def test_that_dragging_beyond_the_end_moves_the_range_on(
    qtbot: Any, slider: PositionSlider
) -> None:
    slider.show_range(StepRange(29_000, 31_000))
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, 30_000))
    qtbot.mouseMove(slider, QPoint(640, 17))
    qtbot.waitUntil(lambda: slider.step() > 31_500, timeout=3000)
    assert slider.shown().span == 2000
    assert slider.step() == slider.shown().last
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(640, 17))


def test_that_a_click_on_a_mark_goes_exactly_to_its_step(
    qtbot: Any, slider: PositionSlider, wishes: list[int]
) -> None:
    slider.set_position(5, 10**9)
    row = MarkRow(hit_marks([HitNote(700_000_003, 1, "loss > 2")]))
    branch = BranchNote(1, "one", 0, 500_000_002, 9)
    forks = MarkRow([Mark(500_000_002, MarkKind.FORK, branch, 1)])
    put(slider, marks(123_456_789), row, forks)
    clicks = (above(slider, 123_456_789), at(slider, 700_000_003), at(slider, 500_000_002))
    for place in (clicks[0] + QPoint(2, 0), clicks[1], clicks[2] + QPoint(0, 9)):
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)
    assert wishes == [123_456_789, 700_000_003, 500_000_002]


def test_that_clicks_on_a_merged_mark_go_from_one_to_the_next(
    qtbot: Any, slider: PositionSlider, wishes: list[int]
) -> None:
    put(slider, marks(12_000, 12_001, 12_002))
    for _ in range(4):
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=above(slider, 12_000))
    assert wishes == [12_000, 12_001, 12_002, 12_000]


def test_that_the_groove_beneath_a_change_goes_where_the_mouse_is(
    qtbot: Any, slider: PositionSlider, wishes: list[int]
) -> None:
    put(slider, marks(12_000))
    place = at(slider, 12_000) + QPoint(3, 0)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)
    assert wishes == [slider.axis().step_at(place.x())] != [12_000]


def test_that_the_readout_tells_step_epoch_and_marks(qtbot: Any, slider: PositionSlider) -> None:
    slider.page = 6000
    put(slider, marks(12_000, 12_001), MarkRow(hit_marks([HitNote(12_000, 3, "loss > 2")])))
    qtbot.mouseMove(slider, above(slider, 12_000))
    assert slider.readout.isVisible()
    lines = slider.readout.text().splitlines()
    assert lines[0].replace("\u202f", "") == "step 12000 · epoch 2.00"
    assert [line.partition(": ")[2] for line in lines[1:]] == [
        "λ = 0.3", "λ = 0.3", "stopped by breakpoint 3: loss > 2",
    ]  # fmt: skip
    qtbot.mouseMove(slider, at(slider, 45_000))
    assert slider.readout.text().replace("\u202f", "").endswith("epoch 7.50")
    QApplication.sendEvent(slider, QEvent(QEvent.Type.Leave))
    assert not slider.readout.isVisible()


def test_that_the_tooltip_explains_the_slider_but_gives_way_to_a_mark(
    slider: PositionSlider, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []  # shown for real, a tooltip makes the offscreen platform complain
    monkeypatch.setattr(QSlider, "event", lambda *args: bool(shown.append(args)) or True)
    put(slider, marks(12_000))
    for step in (12_000, 40_000):
        place = at(slider, step)
        tip = QHelpEvent(QHelpEvent.Type.ToolTip, place, slider.mapToGlobal(place))
        assert slider.event(tip)
    assert len(shown) == 1


def test_that_marks_are_drawn_once_and_again_when_something_changes(
    slider: PositionSlider, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    real = Face._paint_marks
    monkeypatch.setattr(
        Face, "_paint_marks", lambda self, *args: (drawn.append(1), real(self, *args))[1]
    )
    put(slider, marks(*range(0, 60_000, 6)))
    slider.grab()
    drawn.clear()
    for step in (1, 2, 3):
        slider.set_position(step, 60_000)
        slider.grab()
    assert not drawn
    changes = (
        lambda: put(slider, marks(7)), lambda: slider.set_position(3, 60_001),
        lambda: slider.set_theme(DARK), lambda: slider.resize(700, 34),
        lambda: slider.show_range(StepRange(0, 100)),
    )  # fmt: skip
    for change in changes:
        change()
        slider.grab()
        assert drawn, change
        drawn.clear()


def test_that_each_kind_of_mark_looks_different(slider: PositionSlider) -> None:
    pictures = []
    for kind in MarkKind:
        mark = Mark(30_000, kind, JournalNote(30_000, "x"))
        pictures.append(shape_icon(mark, LIGHT, 32).pixmap(32, 32).toImage())
    for i, first in enumerate(pictures):
        assert all(first != second for second in pictures[i + 1 :])


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (15, 10), (300, 200), (3840, 60)])
def test_that_it_can_have_any_size(slider: PositionSlider, size: tuple[int, int]) -> None:
    put(slider, marks(7), MarkRow(hit_marks([HitNote(12_000, 3, "loss > 2")])))
    slider.show_range(StepRange(0, 9000))
    slider.resize(*size)
    slider.grab()
    assert 0 <= slider.axis().step_at(5.0) <= 60_000


def test_that_an_empty_run_has_only_step_zero(qtbot: Any, slider: PositionSlider) -> None:
    slider.set_position(0, 0)
    with qtbot.assertNotEmitted(slider.step_wanted):
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(400, 17))
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.step() == 0
