"""Curves are drawn only through what was measured; the keyboard walks along them."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from bpviz.ui.core.theme import LIGHT, current_theme
from bpviz.ui.kit.charts.history_plot import (
    Band,
    HistoryPlot,
    Points,
    joined,
    through_buckets,
)
from bpviz.ui.kit.charts.scale import Scale
from tests.ui.records import make_history
from tests.ui.themes import use_theme

TIP = 100_000
RADIUS = 4
"""Pixels that a dot and its outline reach from its middle."""


@pytest.fixture
def plot(qtbot: Any) -> HistoryPlot:
    use_theme(LIGHT)
    found = HistoryPlot()
    qtbot.addWidget(found)
    found.resize(700, 300)
    found.right_scale = Scale(-2.0, 102.0)
    return found


def pixels(plot: HistoryPlot) -> np.ndarray[Any, Any]:
    """Return the colour of every pixel of the plot's area, (height, width)."""
    image = plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = np.array(image.constBits(), dtype=np.uint8).view(np.uint32)
    area = plot.area()
    rows, columns = slice(area.top(), area.bottom()), slice(area.left(), area.right())
    return colours.reshape(image.height(), image.width())[rows, columns]


def painted(plot: HistoryPlot, points: tuple[Points, ...]) -> np.ndarray[Any, Any]:
    """Return in which columns of the area anything of the points is seen, (width,) bool."""
    plot.set_data(None, (), points, TIP, TIP)
    scale = plot.y_scale
    with_points = pixels(plot)
    plot.set_data(None, (), (), TIP, TIP)
    plot.y_scale = scale
    found: np.ndarray[Any, Any] = (with_points != pixels(plot)).any(axis=0)
    return found


def check_gaps(plot: HistoryPlot, points: tuple[Points, ...]) -> int:
    """Between neighbours that are far apart is background alone; return how many there are."""
    seen = painted(plot, points)
    x = np.unique(np.concatenate([plot.px(p.steps) - plot.area().left() for p in points]))
    apart = 0
    for a, b in itertools.pairwise(x):
        if b - a > max(plot.joins_within(), 2 * RADIUS + 2):
            assert not seen[round(a) + RADIUS + 1 : round(b) - RADIUS].any()
            apart += 1
    for at in x[(x >= 0) & (x < len(seen))]:
        assert seen[max(round(at) - RADIUS, 0) : round(at) + RADIUS + 1].any()
    return apart


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("on_right", [False, True])
def test_that_between_two_far_points_is_background(
    plot: HistoryPlot, log: bool, on_right: bool
) -> None:
    plot.set_log(x=log)
    values = np.array([90.0, 2.5]) if on_right else np.array([2.5, 0.01])
    first = 100 if log else 20_000
    points = Points(np.array([first, 90_000]), values, 1, on_right)
    assert check_gaps(plot, (points,)) == 1


@given(
    steps=st.lists(st.integers(0, TIP), min_size=1, max_size=60, unique=True),
    log=st.booleans(),
    on_right=st.booleans(),
)
@settings(max_examples=25)
def test_that_nothing_is_drawn_where_nothing_was_measured(
    qapp: Any, steps: list[int], log: bool, on_right: bool
) -> None:
    plot = HistoryPlot()
    plot.resize(700, 200)
    plot.right_scale = Scale(-2.0, 102.0)
    plot.set_log(x=log)
    values = np.linspace(10, 90, len(steps))
    check_gaps(plot, (Points(np.sort(steps).astype(np.int64), values, 1, on_right),))
    plot.deleteLater()


def test_that_near_points_are_joined_also_where_many_of_them_are(plot: HistoryPlot) -> None:
    steps = np.concatenate([np.arange(0, 20_000, 5), np.arange(60_000, 90_000, 1500)])
    seen = painted(plot, (Points(steps, np.full(len(steps), 0.5), 1),))
    x = plot.px(np.array([0, 20_000, 60_000, 88_500])) - plot.area().left()
    a, b, c, d = np.rint(x).astype(int)
    assert seen[a : b - 1].all()
    assert not seen[b + RADIUS : c - RADIUS].any()
    assert seen[c:d].all()


def test_that_zooming_in_takes_points_apart(plot: HistoryPlot) -> None:
    points = (Points(np.arange(0, TIP, 1000), np.full(100, 0.5), 1),)
    assert painted(plot, points).mean() > 0.9
    plot.set_view_range((50_000, 56_000))
    assert check_gaps(plot, points) > 3


def test_that_no_line_leads_over_what_is_not_a_number() -> None:
    x, y = np.arange(6.0), np.array([1.0, 1.0, np.nan, 1.0, np.nan, np.nan])
    assert joined(x, y, 3.0) == [(0, 2), (3, 4)]
    assert joined(x[:0], y[:0], 3.0) == []
    assert joined(np.array([0.0, 3.0, 6.5]), np.ones(3), 3.0) == [(0, 2), (2, 3)]


def test_that_a_bucket_that_is_wide_on_the_axis_is_level_over_its_steps(plot: HistoryPlot) -> None:
    plot.set_data(None, (), (), TIP, TIP)
    starts, y = np.arange(0, TIP, 1000), np.arange(100.0)
    x, same = through_buckets(plot, starts, 1000, TIP, y)
    np.testing.assert_array_equal(x, plot.px(starts + 499.5))
    assert same.tolist() == y.tolist()
    plot.set_log(x=True)
    x, levels = through_buckets(plot, starts, 1000, TIP, y)
    assert (np.diff(x) >= 0).all()
    level, edges = np.diff(levels) == 0, plot.px(np.append(starts, TIP) - 0.5)
    assert (np.diff(x)[~level] <= plot.joins_within()).all()
    assert x[:4].tolist() == [edges[0], edges[1], edges[1], edges[2]]


def history_with_spikes() -> Any:
    losses = np.random.default_rng(0).uniform(0.4, 0.6, TIP)
    losses[::1000] = 0.9
    losses[500::1000] = 0.1
    return make_history(TIP, 500, loss=losses)


def test_that_the_band_leaves_out_extremes_and_the_outline_shows_them(plot: HistoryPlot) -> None:
    history = history_with_spikes()
    bands = (Band(history.loss, 0, history.loss_quantiles),)
    plot.set_data(history, bands, (), TIP, TIP)
    area, column = plot.area(), 300

    def at(value: float) -> int:
        return round(float(plot.py(value))) - area.top()

    with_outline = pixels(plot)
    top, high, low, bottom = (
        plot.y_scale.high * 0.99,
        history.loss_quantiles[1][100],
        history.loss_quantiles[0][100],
        0.02,
    )
    background = with_outline[at(top), column]
    assert with_outline[at(bottom), column] == background
    inside = with_outline[at(high) + 3 : at(low) - 3, column]
    assert (inside != background).all()
    between = with_outline[at(0.85) : at(high) - 3]
    assert (between != with_outline[at(top)]).any()  # the way up to a spike
    plot.show_extremes(False)
    assert plot.y_scale.high < 0.9
    without = pixels(plot)[: at(high) - 3]
    rows = {tuple(np.unique(row)) for row in without[:, 5:-5]}
    assert all(len(row) <= 2 for row in rows)  # background and grid alone


@pytest.mark.parametrize(("width", "rest"), [(1024, 1), (1024, 1024), (512, 3), (256, 100)])
def test_that_the_moving_mean_does_not_end_in_a_mean_of_a_few_steps(
    plot: HistoryPlot, width: int, rest: int
) -> None:
    losses = np.random.default_rng(0).uniform(0.4, 0.6, 20 * width + rest)
    losses[-rest:] *= 1e-6
    history = make_history(len(losses), width, loss=losses)
    plot.set_data(history, (Band(history.loss, 0),), (), len(losses), len(losses))
    looked_at = plot.averaged_steps() + rest % width
    assert plot.average_at(0, -1) == pytest.approx(losses[-looked_at:].mean(), rel=1e-12)
    assert plot.average_at(0, -2) == pytest.approx(
        losses[-rest - plot.averaged_steps() : -rest].mean(), rel=1e-12
    )


def test_that_a_spike_of_one_step_reaches_its_height_in_the_outline(plot: HistoryPlot) -> None:
    losses = np.full(TIP, 0.1)
    losses[33_333] = 1.0
    history = make_history(TIP, 20, loss=losses)
    plot.set_data(history, (Band(history.loss, 0, history.loss_quantiles),), (), TIP, TIP)
    plot.set_log(y=True)
    column = round(float(plot.px(33_333))) - plot.area().left()
    row = round(float(plot.py(0.99))) - plot.area().top()
    seen = pixels(plot)[row + 1 : row + 20, column - 1 : column + 2]
    far = pixels(plot)[row + 1 : row + 20, column + 20 : column + 23]
    assert (seen != far).any(axis=1).all()


@pytest.mark.parametrize("log", [False, True])
def test_that_the_keyboard_walks_along_the_curve_and_goes_to_a_step(
    qtbot: Any, plot: HistoryPlot, log: bool
) -> None:
    history = history_with_spikes()
    points = Points(np.array([0, 70_000]), np.array([0.5, 0.4]), 1)
    plot.set_log(x=log)
    plot.set_data(history, (Band(history.loss, 0),), (points,), 50_000, TIP)
    plot.show()
    plot.setFocus()
    asked: list[int] = []
    plot.step_clicked.connect(asked.append)
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert asked == pytest.approx([50_000], abs=500)  # it begins where the run stands
    stops = []
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    for _ in range(5):
        qtbot.keyClick(plot, Qt.Key.Key_Enter)
        stops.append(asked[-1])
        assert plot.hover is not None
        qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert stops[0] == 0
    assert stops == sorted(set(stops))
    assert np.diff(np.floor(plot.px(stops))).min() >= 1
    qtbot.keyClick(plot, Qt.Key.Key_End)
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert plot.px(TIP) - 6 < plot.px(asked[-1]) < plot.px(TIP)
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.hover is None
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert len(asked) == 7


def test_that_the_focus_is_seen(qtbot: Any, plot: HistoryPlot) -> None:
    plot.show()
    plot.hasFocus = lambda: True  # type: ignore[method-assign]
    image, area = plot.grab().toImage(), plot.area()
    middle = area.top() + area.height() // 2
    assert image.pixelColor(area.left(), middle).name() == current_theme().accent
