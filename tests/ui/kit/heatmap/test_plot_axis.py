"""Axes of a heatmap: whole numbers that do not touch, and titles that fit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.ui.core import counting
from bpviz.ui.core.theme import LIGHT
from bpviz.ui.kit.heatmap.plot import HeatmapPlot, IndexAxis


def font(points: int) -> QFont:
    made = QFont()
    made.setPointSize(points)
    return made


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


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


def test_that_a_low_axis_is_named_by_its_last_two_words_or_its_symbol_alone(
    qtbot: QtBot, parent: QWidget
) -> None:
    plot = HeatmapPlot("plot", parent)
    plot.dress(("class of output j", "hidden unit k"), plain=True, theme=LIGHT, font=font(9))
    parent.show()
    axis = plot.left
    for height, title in (
        (300, "class of output j"), (120, "output j"), (75, "j"), (300, "class of output j")
    ):  # fmt: skip
        plot.resize(400, height)
        qtbot.waitUntil(lambda title=title: axis.labelText == title)
    names = (("setosa", "versicolor"), ())
    titles = "class of output j", "hidden unit k"
    plot.dress(titles, plain=True, theme=LIGHT, font=font(9), names=names)
    plot.resize(400, 75)
    qtbot.waitUntil(lambda: axis.labelText == " ")


def test_that_a_title_below_tiles_loses_what_stands_behind_its_semicolon(
    qtbot: QtBot, parent: QWidget
) -> None:
    plot = HeatmapPlot("plot", parent)
    title = "one tile per hidden unit k; input i at its pixel"
    plot.dress(("hidden unit k", title), plain=False, theme=LIGHT, font=font(9))
    parent.show()
    axis = plot.bottom
    plot.resize(700, 200)
    qtbot.waitUntil(lambda: axis.labelText == title)
    plot.resize(330, 200)
    qtbot.waitUntil(lambda: axis.labelText == "one tile per hidden unit k")


def laid_out(
    parent: QWidget, title: str, points: int, entries: int, size: tuple[int, int]
) -> HeatmapPlot:
    """Return a plot of so many rows and columns, both with that title."""
    plot = HeatmapPlot("plot", parent)
    plot.dress((title, title), plain=True, theme=LIGHT, font=font(points))
    plot.bar.setVisible(False)
    plot.box.setRange(xRange=(-0.5, entries - 0.5), yRange=(-0.5, entries - 0.5), padding=0)
    plot.resize(*size)
    parent.show()
    plot.grab()
    return plot


def written(axis: IndexAxis) -> list[tuple[QRectF, str]]:
    """Return every number of an axis, and where the whole of it lies in the plot's own pixels."""
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    specs = axis.generateDrawSpecs(painter)
    painter.end()
    assert specs is not None
    return [(axis.mapRectToScene(rect), words) for rect, _, words in specs[2]]


@pytest.mark.parametrize("points", [9, 24])
@pytest.mark.parametrize("columns", [3, 8, 101, 1001, 4096])
@pytest.mark.parametrize("width", [150, 243, 400])
def test_that_no_number_reaches_out_of_the_plot_or_into_the_next(
    parent: QWidget, points: int, columns: int, width: int
) -> None:
    plot = laid_out(parent, "hidden unit k", points, columns, (width, 160))
    figure = QFontMetricsF(font(points)).tightBoundingRect("0").height()
    for name, low, high in (("bottom", 0.0, width), ("left", 0.0, 160)):
        numbers = written(getattr(plot, name))
        assert numbers
        spans = sorted(
            (rect.left(), rect.right()) if name == "bottom"
            else (rect.center().y() - figure / 2, rect.center().y() + figure / 2)
            for rect, _ in numbers
        )  # fmt: skip
        assert low <= spans[0][0]
        assert spans[-1][1] <= high
        for (_, end), (start, _) in pairwise(spans):
            assert end < start


@pytest.mark.parametrize("points", [9, 24])
def test_that_a_j_stands_apart_from_the_numbers_and_inside_the_plot(
    parent: QWidget, points: int
) -> None:
    """Lying on its side before a number it looked like a minus."""
    plot = laid_out(parent, "j", points, 3, (300, 300))
    axis = plot.left
    ink = QFontMetricsF(font(points)).tightBoundingRect("j")
    ascent, margin = QFontMetricsF(font(points)).ascent(), axis.label.document().documentMargin()
    # The title is turned: what is above the baseline points to the left.
    baseline = axis.label.x() + margin + ascent
    numbers = min(rect.left() for rect, _ in written(axis))
    assert 0 <= baseline + ink.top() <= 2
    assert numbers - (baseline + ink.bottom()) >= ink.width() / 2


@pytest.mark.parametrize("orientation", ["left", "bottom"])
def test_that_names_that_only_differ_at_their_ends_are_told_apart(
    qtbot: QtBot, orientation: str
) -> None:
    axis = IndexAxis(orientation)
    axis.names = ("a rather long city = Bonn", "a rather long city = Kiel", "x")
    axis.set_words(("input i",), "#000000", font(9))
    axis.resize(300, 300)
    axis.setRange(-0.5, 2.5)
    bonn, kiel, short = axis.tickStrings([0, 1, 2], 1, 1)
    assert bonn.endswith("Bonn")
    assert kiel.endswith("Kiel")
    assert short == "x"
    assert axis.tickStrings([-1, 3], 1, 1) == ["", ""]


NAMES = ("sepal length", "sepal width", "petal length", "petal width")


@pytest.mark.parametrize("orientation", ["left", "bottom"])
def test_that_names_stand_in_place_of_indices(qtbot: QtBot, orientation: str) -> None:
    axis = IndexAxis(orientation)
    axis.names = NAMES
    axis.set_words(("input i",), "#000000", font(9))
    axis.resize(600, 600)
    axis.setRange(-0.5, 3.5)
    assert axis.tickSpacing(-0.5, 3.5, 600) == [(1.0, 0.0)]
    assert axis.tickStrings([-1, 0, 1, 2, 3, 4], 1.0, 1.0) == ["", *NAMES, ""]


def test_that_names_below_a_plot_are_elided_before_indices_take_their_place(qtbot: QtBot) -> None:
    axis = IndexAxis("bottom")
    axis.names = NAMES
    axis.set_words(("input i",), "#000000", font(9))
    axis.setRange(-0.5, 3.5)
    kinds = []
    for width in (600, 300, 100):
        axis.resize(width, 40)
        ((spacing, _),) = axis.tickSpacing(-0.5, 3.5, width)
        words = axis.tickStrings([0, 1], 1.0, spacing)
        kinds.append(words[0])
        wide = QFontMetricsF(font(9)).horizontalAdvance
        assert all(wide(each) <= spacing * width / 4 for each in words)
    assert kinds[0] == "sepal length"
    assert kinds[1].startswith("sepal")
    assert kinds[1].endswith("…")
    assert kinds[2] == "0"


@pytest.mark.parametrize("orientation", ["left", "bottom"])
def test_that_ticks_are_round_also_where_one_counts_from_one(
    qtbot: QtBot, orientation: str
) -> None:
    axis = IndexAxis(orientation)
    axis.set_words(("hidden unit k",), "#000000", font(9))
    counting.count_from(1)
    assert axis.tickStrings([0, 1], 1.0, 1.0) == ["1", "2"]
    ((spacing, offset),) = axis.tickSpacing(-0.5, 299.5, 300)
    assert spacing > 1
    ticks = [offset + spacing * n for n in (1, 2)]
    shown = [int(words) for words in axis.tickStrings(ticks, 1.0, spacing)]
    assert [number % spacing for number in shown] == [0, 0]
