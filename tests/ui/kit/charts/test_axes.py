"""The axes around a plot."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage, QPainter

from bpviz.ui.core.formatting import count
from bpviz.ui.kit.charts.axes import TICK, bottom_ticks, paint_number, upright_ticks
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.scale import Scale


def labels(scale: Scale, lines: int) -> list[str]:
    return [tick.label for tick in upright_ticks(scale, lines) if tick.label]


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(8, 60))
def test_that_an_upright_axis_has_three_labels_wherever_there_is_room(
    low: float, span: float, lines: int
) -> None:
    assert 3 <= len(labels(Scale(low, low + span), lines)) <= max(lines // 2, 8) + 1


def test_that_a_low_plot_of_three_units_either_way_names_more_than_its_middle() -> None:
    assert labels(Scale(-3.3, 3.3), 6) == ["−2", "0", "2"]
    assert labels(Scale(-3.3, 3.3), 2) == ["0"]  # there is no room


@pytest.mark.parametrize("at_right", [False, True])
@pytest.mark.parametrize("words", ["0.5", "−1.626e−133"])
def test_that_all_of_a_number_stands_beside_the_data_and_before_the_title(
    qapp: Any, words: str, at_right: bool
) -> None:
    area, room = QRect(80, 10, 100, 60), 50
    image = QImage(260, 80, QImage.Format.Format_Grayscale8)
    image.fill(255)
    with QPainter(image) as painter:
        paint_number(painter, words, area, 40, room, at_right=at_right)
        needed = painter.fontMetrics().horizontalAdvance(words)
    ink = np.flatnonzero((np.asarray(image.constBits()).reshape(80, -1)[:, :260] < 200).any(axis=0))
    edge = area.right() + 1 + TICK + 3 if at_right else area.left() - TICK - 3
    left, right = (edge, edge + room) if at_right else (edge - room, edge)
    assert left - 1 <= ink.min()
    assert ink.max() <= right + 1
    assert ink.max() - ink.min() > 0.8 * min(needed, room) - 3


@pytest.mark.parametrize("points", range(8, 21))
def test_that_a_norm_beside_an_axis_is_two_lines(qapp: Any, points: int) -> None:
    chart, ink = Chart(), []
    chart.resize(400, 400)
    chart.setFont(QFont(chart.font().family(), points))
    for title in ("", "‖"):
        chart.y_title = title
        image = chart.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        ink.append(np.asarray(image.constBits()).reshape(400, -1)[:, :400].astype(int).copy())
    changed = np.abs(ink[1] - ink[0]).max(axis=1)  # of each row
    dark = np.flatnonzero(changed > 0.6 * changed.max())
    gap = changed[dark.min() : dark.max() + 1].min()
    assert dark.size
    assert gap < 0.35 * changed.max()


@given(st.floats(0.8, 9.5), st.integers(0, 400))
def test_that_a_bottom_axis_has_three_labels_wherever_four_have_room(
    qapp: Any, power: float, more: int
) -> None:
    chart = Chart()
    wide = chart.fontMetrics().horizontalAdvance
    chart.x_scale = Scale(0.0, 10.0**power, whole=True)
    chart.resize(1000, 300)
    around = 1000 - chart.area().width()
    chart.resize(around + 4 * (wide(count(round(10.0**power))) + 10) + more, 300)
    found = [tick for tick in bottom_ticks(chart, chart.fontMetrics()) if tick.label]
    assert len(found) >= 3
    at = [float(chart.x_scale.place(tick.value)) * chart.area().width() for tick in found]
    for left, right, a, b in zip(found, found[1:], at, at[1:], strict=False):
        assert b - a >= (wide(left.label) + wide(right.label)) / 2


@given(st.floats(-12, 6), st.floats(0.3, 14), st.integers(4, 60), st.booleans())
def test_that_a_logarithmic_axis_has_three_labels_that_do_not_touch(
    power: float, decades: float, lines: int, fitted: bool
) -> None:
    """Ends are powers of ten, as an axis that is fitted to values has them, or any numbers."""
    low = 10.0 ** (math.floor(power) if fitted else power)
    scale = Scale(low, low * 10.0 ** (math.ceil(decades) if fitted else decades), log=True)
    places = [float(scale.place(t.value)) * lines for t in upright_ticks(scale, lines) if t.label]
    assert len(places) >= (3 if fitted or lines > 7 else 2)
    assert min(np.diff(places)) >= 0.9 - 1e-9


@pytest.mark.parametrize("lines", range(4, 12))
@pytest.mark.parametrize("low", [-2.0, 18.4, 50.0, 93.9])
def test_that_an_axis_of_accuracies_has_three_labels_at_any_height(low: float, lines: int) -> None:
    scale = Scale(low, 101.6, whole=True)
    places = [float(scale.place(t.value)) * lines for t in upright_ticks(scale, lines) if t.label]
    assert len(places) >= 3
    assert min(np.diff(places)) >= 0.9 - 1e-9
