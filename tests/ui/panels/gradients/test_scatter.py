"""The scatter plot of all samples: every point can be found, whatever its value."""

from __future__ import annotations

import math
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtWidgets import QApplication

from bpviz.ui.core import counting
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.kit.charts.scatter_chart import REACH
from bpviz.ui.panels.gradients.scatter import SampleOrder, ScatterImage, ranked
from tests.ui.themes import use_theme

ODD = (0.0, np.nan, np.inf, 5e-324, 1e308)


def plot_of(m: int, order: SampleOrder = SampleOrder.CLASS_AND_SIZE, seed: int = 0) -> ScatterImage:
    QApplication.instance() or QApplication([])
    rng = np.random.default_rng(seed)
    plot = ScatterImage()
    plot.resize(700, 300)
    plot.set_options(order=order)
    plot.set_values(rng.lognormal(-5, 2, m), rng.integers(0, 10, m), tuple("0123456789"))
    return plot


@pytest.mark.parametrize("m", [1, 4, 500, 501, 6001, 60_000])
@pytest.mark.parametrize("order", SampleOrder)
def test_that_the_point_at_a_samples_own_pixel_is_that_sample_or_one_as_near(
    qtbot: Any, m: int, order: SampleOrder
) -> None:
    plot = plot_of(m, order)
    qtbot.addWidget(plot)
    for index in {0, m // 3, m // 2, m - 1}:
        own = plot.place_of(index)
        found = plot.sample_at(own)
        assert found is not None
        there = plot.place_of(found)
        assert abs(there.x() - own.x()) + abs(there.y() - own.y()) < 1e-6


@given(
    seed=st.integers(0, 50),
    m=st.integers(1, 300),
    x=st.integers(0, 700),
    y=st.integers(0, 300),
    order=st.sampled_from(SampleOrder),
)
def test_that_no_sample_is_nearer_to_a_pixel_than_the_one_found(
    seed: int, m: int, x: int, y: int, order: SampleOrder
) -> None:
    plot = plot_of(m, order, seed)
    xs, ys = plot.places()
    nearest = np.sqrt(((xs - x) ** 2 + (ys - y) ** 2).min())
    found = plot.sample_at(QPointF(x, y))
    if found is None:
        assert nearest > REACH
    else:
        assert np.hypot(xs[found] - x, ys[found] - y) == pytest.approx(nearest, abs=1e-6)
    plot.deleteLater()


@given(
    values=st.lists(st.one_of(st.floats(0, 1e300), st.sampled_from(ODD)), min_size=1, max_size=40),
    log=st.booleans(),
)
def test_that_every_value_has_a_place_inside_the_plot(values: list[float], log: bool) -> None:
    plot = plot_of(0)
    plot.set_options(log=log)
    plot.set_values(np.array(values), None, ())
    xs, ys = plot.places()
    area = plot.area()
    assert ((xs >= area.left()) & (xs <= area.right())).all()
    assert ((ys >= area.top()) & (ys <= area.bottom())).all()
    assert not plot.grab().isNull()
    plot.deleteLater()


def test_that_zeros_stand_at_the_bottom_and_what_is_not_finite_at_the_top(qtbot: Any) -> None:
    plot = plot_of(0)
    qtbot.addWidget(plot)
    plot.set_values(np.array([0.0, 1.0, np.nan, np.inf, 1e-3]), None, ())
    _, ys = plot.places()
    area = plot.area()
    assert ys[0] == area.bottom()
    assert ys[2] == ys[3] == area.top()
    assert area.top() <= ys[1] < ys[4] <= area.bottom()
    assert (plot.zeros, plot.not_finite) == (1, 2)
    plot.set_options(log=False)
    assert plot.zeros == 0


@pytest.mark.parametrize("m", [1, 4, 400, 60_000])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_sample_is_painted_in_its_class_colour_at_its_pixel(
    qtbot: Any, m: int, theme: Any
) -> None:
    plot = plot_of(m)
    qtbot.addWidget(plot)
    use_theme(theme)
    image = plot.grab().toImage()
    index = m // 2
    at = plot.place_of(index)
    assert plot.labels is not None
    expected = theme.classes[plot.labels[index]]
    around = QRect(round(at.x()) - 2, round(at.y()) - 2, 5, 5)
    found = {
        image.pixelColor(x, y).name()
        for x in range(around.left(), around.right() + 1)
        for y in range(around.top(), around.bottom() + 1)
        if image.rect().contains(x, y)
    }
    assert expected in found


def test_that_the_picture_is_drawn_again_only_when_something_changed(qtbot: Any) -> None:
    plot = plot_of(5000)
    qtbot.addWidget(plot)
    with patch.object(plot, "points_image", side_effect=plot.points_image) as drawn:
        plot.grab()
        plot.set_marks(3, 4)
        plot.grab()
        assert drawn.call_count == 1
        plot.resize(500, 200)
        plot.grab()
        assert drawn.call_count == 2


def test_that_a_click_on_a_point_names_its_sample(qtbot: Any) -> None:
    plot = plot_of(60_000)
    qtbot.addWidget(plot)
    plot.show()
    at = plot.place_of(31_415).toPoint()
    expected = plot.sample_at(QPointF(at))
    with qtbot.waitSignal(plot.sample_clicked, timeout=1000) as clicked:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == [expected]


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (90, 60), (3840, 2160)])
def test_that_it_can_have_any_size(qtbot: Any, size: tuple[int, int]) -> None:
    plot = plot_of(5000)
    qtbot.addWidget(plot)
    plot.set_marks(1, 2)
    plot.resize(*size)
    plot.grab()
    plot.sample_at(QPointF(1, 1))


@given(
    values=st.lists(st.floats(0, 10), min_size=1, max_size=50), order=st.sampled_from(SampleOrder)
)
def test_that_every_order_holds_each_sample_once(values: list[float], order: SampleOrder) -> None:
    array = np.array(values)
    labels = np.arange(len(values)) % 3
    line = ranked(array, labels, order)
    assert sorted(line.tolist()) == list(range(len(values)))
    if order.grouped:
        assert (np.diff(labels[line]) >= 0).all()
    if order is SampleOrder.SIZE:
        assert (np.diff(array[line]) >= 0).all()
    if order is SampleOrder.CLASS_AND_SIZE:
        for label in range(3):
            part = line[labels[line] == label]
            assert (np.diff(array[part]) >= 0).all()


@given(
    values=st.lists(
        st.one_of(st.sampled_from([0.0, 1.0, math.inf, math.nan]), st.floats(0, 2)), max_size=60
    ),
    largest=st.sampled_from([2, 70_000]),
)
def test_that_samples_of_one_size_stand_by_their_index_and_those_without_one_last(
    values: list[float], largest: int
) -> None:
    labels = (np.arange(len(values)) * 7 % 3) * (largest // 2)

    def place(index: int) -> tuple[bool, float, int]:
        missing = math.isnan(values[index])
        return missing, 0.0 if missing else values[index], index

    rising = sorted(range(len(values)), key=place)
    array = np.array(values)
    assert ranked(array, labels, SampleOrder.SIZE).tolist() == rising
    by_class = sorted(rising, key=lambda index: labels[index])
    assert ranked(array, labels, SampleOrder.CLASS_AND_SIZE).tolist() == by_class


@pytest.mark.parametrize("start", counting.STARTS)
def test_that_the_axis_of_indices_counts_as_the_window_does(qtbot: Any, start: int) -> None:
    counting.count_from(start)
    by_index, by_size = plot_of(12, SampleOrder.INDEX), plot_of(12, SampleOrder.SIZE)
    for plot, first in ((by_index, start), (by_size, 0)):
        qtbot.addWidget(plot)
        labelled = [tick for tick in plot.x_ticks(12) if tick.label]
        assert len(labelled) > 3
        assert [tick.label for tick in labelled] == [str(round(t.value) + first) for t in labelled]
