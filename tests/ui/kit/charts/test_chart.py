"""The picture of a chart: what is kept of it looks as if all were drawn anew."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any
from unittest.mock import patch

import pytest
from PySide6.QtCore import QPointF, QRect, QTimer
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from bpviz.ui.core.theme import DARK
from bpviz.ui.kit.charts import chart as module
from bpviz.ui.kit.charts.chart import Chart, Paint
from bpviz.ui.kit.charts.scale import Scale
from tests.ui.themes import use_theme


class InParts(Chart):
    """A chart of three bars, which notes when each of them is drawn."""

    def __init__(self, height: int = 40) -> None:
        super().__init__()
        self.drawn: list[int] = []
        self.height_of_bars = height

    def parts(self) -> tuple[Paint, ...]:
        return tuple(partial(self._paint_bar, i) for i in range(3))

    def _paint_bar(self, i: int, painter: QPainter, area: QRect) -> None:
        self.drawn.append(i)
        painter.fillRect(area.left() + 40 * i, area.top(), 30, self.height_of_bars, QColor("red"))


def chart(qtbot: Any, **changes: object) -> Chart:
    made = Chart()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.x_title, made.y_title = "step", "loss ‖<i>f</i> − <i>y</i>‖²"
    made.x_scale, made.y_scale = Scale(0.0, 1000.0), Scale(0.0, 3.0)
    change(made, **changes)
    return made


def change(made: Chart, **changes: object) -> None:
    for name, value in changes.items():
        if name == "theme":
            use_theme(value)  # type: ignore[arg-type]
        elif name == "font":
            made.setFont(value)  # type: ignore[arg-type]
        elif name == "width":
            made.resize(value, 300)  # type: ignore[call-overload]
        else:
            setattr(made, name, value)


def picture(made: Chart) -> QImage:
    return made.grab().toImage()


@pytest.mark.parametrize(
    "changes",
    [
        {"x_scale": Scale(0.0, 1007.0)},
        {"y_scale": Scale(0.0, 0.4)},
        {"right_scale": Scale(0.0, 100.0), "right_title": "accuracy"},
        {"y_title": "another"},
        {"theme": DARK},
        {"font": QFont("DejaVu Sans", 17)},
        {"width": 640},
        {"x_scale": Scale(-5.0, 5.0), "y_scale": Scale(1.0, 2.0), "width": 401},
    ],
)
def test_that_a_chart_that_changes_looks_like_a_new_one(
    qtbot: Any, changes: dict[str, object]
) -> None:
    made = chart(qtbot)
    before = picture(made)
    change(made, **changes)
    after = picture(made)
    assert after != before
    assert after == picture(chart(qtbot, **changes))


def test_that_only_the_bottom_axis_of_a_growing_chart_is_drawn_again(qtbot: Any) -> None:
    made = chart(qtbot)
    picture(made)
    with (
        patch.object(module, "paint_sides", side_effect=module.paint_sides) as sides,
        patch.object(module, "paint_bottom", side_effect=module.paint_bottom) as bottom,
    ):
        for end in (1100.0, 1200.0, 1300.0, 1300.0):
            made.x_scale = Scale(0.0, end)
            picture(made)
        assert (sides.call_count, bottom.call_count) == (0, 3)
        made.y_scale = Scale(0.0, 5.0)
        picture(made)
        assert (sides.call_count, bottom.call_count) == (1, 4)


# ---- what is kept of the data


def in_parts(qtbot: Any, height: int = 40, *, seen: bool = False) -> InParts:
    made = InParts(height)
    qtbot.addWidget(made)
    made.resize(500, 300)
    if seen:
        made.show()
        qtbot.waitUntil(lambda: made.drawn == [0, 1, 2])
        made.drawn.clear()
    return made


def test_that_the_mouse_moves_over_a_picture_that_is_drawn_once(qtbot: Any) -> None:
    made = in_parts(qtbot)
    first = picture(made)
    assert made.drawn == [0, 1, 2]
    made.hover = QPointF(200, 100)
    assert picture(made) == first
    assert made.drawn == [0, 1, 2]


def test_that_other_data_are_drawn_part_by_part_and_seen_all_at_once(qtbot: Any) -> None:
    made = in_parts(qtbot, seen=True)
    turns: list[list[int]] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(list(made.drawn)))
    timer.start()
    made.height_of_bars = 80
    made.redraw()
    qtbot.waitUntil(lambda: made.drawn == [0, 1, 2])
    timer.stop()
    most = max(len(after) - len(before) for before, after in pairwise([[], *turns]))
    assert most <= 1  # with other events between any two
    assert picture(made) == picture(in_parts(qtbot, 80))
    assert made.drawn == [0, 1, 2]


def test_that_a_painting_in_between_shows_all_of_the_new_data(qtbot: Any) -> None:
    made = in_parts(qtbot, seen=True)
    before = picture(made)
    made.height_of_bars = 80
    made.redraw()
    made._draw_on()  # the axes
    made._draw_on()  # and one part
    made.drawn.clear()
    found = picture(made)
    assert found != before
    assert made.drawn == [1, 2]
    assert found == picture(in_parts(qtbot, 80))


def test_that_data_that_change_while_they_are_drawn_are_drawn_from_the_beginning(
    qtbot: Any,
) -> None:
    made = in_parts(qtbot, seen=True)
    made.redraw()
    made._draw_on()
    made._draw_on()
    made.height_of_bars = 80
    made.redraw()
    made.drawn.clear()
    found = picture(made)
    assert made.drawn == [0, 1, 2]
    assert found == picture(in_parts(qtbot, 80))


def test_that_data_that_change_faster_than_they_are_drawn_are_seen_all_the_same(
    qtbot: Any,
) -> None:
    made = in_parts(qtbot, seen=True)
    timer = QTimer(interval=0)
    timer.timeout.connect(made.redraw)
    timer.start()
    qtbot.waitUntil(lambda: 2 in made.drawn)  # the last part


def test_that_what_cannot_be_seen_is_not_drawn(qtbot: Any) -> None:
    made = in_parts(qtbot)
    made.redraw()
    with qtbot.waitSignal(made._drawing.timeout):
        pass
    assert not made.drawn


def test_that_a_picture_from_the_middle_of_a_change_of_text_size_is_not_kept(qtbot: Any) -> None:
    made = chart(qtbot)
    first = picture(made)
    before, small = QApplication.font(), QFont(QApplication.font())
    small.setPointSizeF(0.5 * before.pointSizeF())
    try:
        QApplication.setFont(small)
        font = made.font().key()
        change(made, x_title="sample")
        made.grab()
        change(made, x_title="step")
        made.grab()
        assert made.font().key() == font  # it has not heard of the other one yet
    finally:
        QApplication.setFont(before)
    QApplication.processEvents()
    assert picture(made) == first


def test_that_half_the_size_on_a_screen_of_twice_the_pixels_is_another_picture(
    qtbot: Any,
) -> None:
    made = chart(qtbot)
    picture(made)
    with patch.object(Chart, "devicePixelRatioF", lambda _: 2.0):  # moved to another screen
        made.resize(250, 150)
        new = chart(qtbot)
        new.resize(250, 150)
        assert picture(made) == picture(new)
