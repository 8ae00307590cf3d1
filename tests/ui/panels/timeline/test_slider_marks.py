"""Marks, readout and drawing of the slider."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QSlider

from bpviz.training.infos import BranchInfo, HitInfo, JournalInfo
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.timeline.axis import StepRange
from bpviz.ui.panels.timeline.mark_painting import shape_icon
from bpviz.ui.panels.timeline.marks import Mark, MarkKind, MarkRow, hit_marks
from bpviz.ui.panels.timeline.slider import PositionSlider
from bpviz.ui.panels.timeline.slider_painting import SliderPainter
from tests.ui.panels.timeline.slider_hands import above, at, marks, put
from tests.ui.themes import use_theme


def test_that_a_click_on_a_mark_goes_exactly_to_its_step(
    qtbot: Any, slider: PositionSlider, wishes: list[int]
) -> None:
    slider.set_position(5, 10**9)
    row = MarkRow(hit_marks([HitInfo(700_000_003, 1, "loss > 2")]))
    branch = BranchInfo(1, "one", 0, 500_000_002, 9)
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
    put(slider, marks(12_000, 12_001), MarkRow(hit_marks([HitInfo(12_000, 3, "loss > 2")])))
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
    real = SliderPainter._paint_marks
    monkeypatch.setattr(
        SliderPainter, "_paint_marks", lambda self, *args: (drawn.append(1), real(self, *args))[1]
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
        lambda: use_theme(DARK), lambda: slider.resize(700, 34),
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
        mark = Mark(30_000, kind, JournalInfo(30_000, "x"))
        pictures.append(shape_icon(mark, LIGHT, 32).pixmap(32, 32).toImage())
    for i, first in enumerate(pictures):
        assert all(first != second for second in pictures[i + 1 :])


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (15, 10), (300, 200), (3840, 60)])
def test_that_it_can_have_any_size(slider: PositionSlider, size: tuple[int, int]) -> None:
    put(slider, marks(7), MarkRow(hit_marks([HitInfo(12_000, 3, "loss > 2")])))
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
