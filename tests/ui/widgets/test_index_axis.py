"""Axes of a heatmap: whole numbers that do not touch, and titles that fit."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.ui.theme import LIGHT
from bpviz.ui.widgets.index_axis import IndexAxis
from bpviz.ui.widgets.matrix_plot import MatrixPlot


def font(points: int) -> QFont:
    made = QFont()
    made.setPointSize(points)
    return made


@pytest.mark.parametrize("points", [9, 24])
@pytest.mark.parametrize("rows", [1, 2, 10, 100, 784])
@pytest.mark.parametrize("size", [30, 120, 600])
def test_that_numbers_below_each_other_do_not_touch(
    qtbot: QtBot, points: int, rows: int, size: int
) -> None:
    axis = IndexAxis("left")
    axis.set_words(("row k",), "#000000", font(points))
    ((spacing, offset),) = axis.tickSpacing(-0.5, rows - 0.5, size)
    assert spacing >= 1
    assert spacing == round(spacing)
    assert offset == 0
    height = QFontMetricsF(font(points)).height()
    assert spacing * size / rows >= height or spacing > rows


def test_that_a_low_axis_is_named_by_its_symbol_alone(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    plot = MatrixPlot("plot", parent)
    plot.dress(("output j", "hidden unit k"), plain=True, theme=LIGHT, font=font(9))
    parent.show()
    axis = plot.getAxis("left")
    plot.resize(400, 300)
    qtbot.waitUntil(lambda: axis.labelText == "output j")
    plot.resize(400, 75)
    qtbot.waitUntil(lambda: axis.labelText == "j")
    plot.resize(400, 300)
    qtbot.waitUntil(lambda: axis.labelText == "output j")


def test_that_a_title_below_tiles_loses_what_stands_behind_its_semicolon(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    plot = MatrixPlot("plot", parent)
    title = "one tile per hidden unit k; input i at its pixel"
    plot.dress(("hidden unit k", title), plain=False, theme=LIGHT, font=font(9))
    parent.show()
    axis = plot.getAxis("bottom")
    plot.resize(700, 200)
    qtbot.waitUntil(lambda: axis.labelText == title)
    plot.resize(330, 200)
    qtbot.waitUntil(lambda: axis.labelText == "one tile per hidden unit k")
