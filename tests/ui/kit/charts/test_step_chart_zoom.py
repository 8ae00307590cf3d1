"""A plot along the steps says that only some of them are in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from bpviz.ui.kit.charts.step_chart import StepChart
from tests.ui.mouse import double_click


def corner(chart: StepChart) -> QImage:
    """Return what is seen in the upper right corner of the data."""
    area = chart.area()
    place = QRect(0, 0, 200, 24)
    place.moveTopRight(area.topRight())
    return chart.grab(place).toImage()


def test_that_a_zoomed_plot_says_so_and_how_the_whole_run_comes_back(qtbot: QtBot) -> None:
    chart = StepChart()
    qtbot.addWidget(chart)
    chart.resize(500, 260)
    chart.tip = 1000
    chart.fit()
    with qtbot.waitExposed(chart):
        chart.show()
    whole = corner(chart)
    assert chart.zoom_hint() == ""
    chart.zoom_to(100, 300)
    assert chart.zoom_hint() == "zoomed: double click for the whole run"
    assert corner(chart) != whole
    double_click(chart, chart.area().center())
    assert chart.zoom_hint() == ""
    assert corner(chart) == whole


def test_that_a_plot_without_room_for_the_hint_shows_none(qtbot: QtBot) -> None:
    chart = StepChart()
    qtbot.addWidget(chart)
    chart.resize(150, 90)
    chart.tip = 1000
    chart.fit()
    with qtbot.waitExposed(chart):
        chart.show()
    area = QRect(chart.area().topLeft() + QPoint(1, 1), chart.area().size() * 0.9)
    whole = chart.grab(area).toImage()
    chart.zoom_to(100, 300)
    assert chart.grab(area).toImage() == whole
