"""Zooming the slider and moving its range."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from bpviz.ui.panels.timeline.axis import StepRange
from bpviz.ui.panels.timeline.slider import PositionSlider
from tests.ui.mouse import double_click
from tests.ui.panels.timeline.slider_hands import at, turn


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
    double_click(slider, place)
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
