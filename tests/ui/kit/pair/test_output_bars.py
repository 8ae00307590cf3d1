"""Bars of the outputs, and the strip of hidden values beside them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from bpviz.ui.core.theme import DARK, LIGHT, Theme
from bpviz.ui.kit.pair.output_bars import OutputBars
from bpviz.ui.kit.pair.output_range import OutputValues
from bpviz.ui.panels.draw.hidden_strip import HiddenStrip
from tests.ui.frames import make_network, make_trace
from tests.ui.themes import use_theme


def rows_of(image: QImage, colour: str) -> list[int]:
    """Rows in which a colour takes a good part of the width."""
    wanted = QColor(colour).rgb()
    return [
        y
        for y in range(image.height())
        if sum(image.pixel(x, y) == wanted for x in range(0, image.width(), 3)) > 4
    ]


def test_that_stacked_names_are_nearer_to_their_own_bar_than_to_the_one_above(
    qtbot: Any,
) -> None:
    bars = OutputBars("bars")
    qtbot.addWidget(bars)
    bars.resize(190, 240)
    names = ("setosa", "versicolor", "virginica")
    bars.set_values(names, OutputValues(np.array([0.9, 0.8, 0.7]), np.full(3, np.nan)))
    painted = rows_of(bars.grab().toImage(), LIGHT.accent)
    starts = [y for y in painted if y - 1 not in painted]
    ends = [y for y in painted if y + 1 not in painted]
    assert len(starts) == 3
    text = bars.fontMetrics().height()
    for j in (1, 2):
        name_begins = starts[j] - text
        assert name_begins - ends[j - 1] >= 0.5 * text  # clear of the bar above
        assert starts[j] - ends[j - 1] > 1.5 * text


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_equal_hidden_values_are_seen_to_be_several(qtbot: Any, theme: Theme) -> None:
    strip = HiddenStrip("strip")
    qtbot.addWidget(strip)
    use_theme(theme)
    strip.resize(200, strip.sizeHint().height())
    network = make_network(3, 8, 2)
    strip.set_trace(make_trace(network, np.zeros(3), np.zeros(2)), True)
    image, rect = strip.grab().toImage(), strip.strip_rect()
    middle = int(rect.center().y())
    row = [image.pixel(x, middle) for x in range(int(rect.left()) + 2, int(rect.right()) - 1)]
    edges = sum(a != b for a, b in zip(row[1:], row[:-1], strict=True)) // 2
    assert edges == 7


def test_that_pointing_at_a_hidden_value_reads_it(qtbot: Any) -> None:
    strip = HiddenStrip("strip")
    qtbot.addWidget(strip)
    strip.resize(300, 20)
    assert strip.unit_at(150) is None
    trace = make_trace(make_network(3, 4, 2), [0.3, -1.0, 2.0], np.zeros(2))
    strip.set_trace(trace, True, off=(2,))
    rect = strip.strip_rect()
    for k in range(4):
        assert strip.unit_at(rect.left() + (k + 0.5) / 4 * rect.width()) == k
    assert strip.unit_at(0) is None
    assert strip.words(1).startswith("hidden unit 1: h = ")
    assert strip.words(2).endswith("ablated")
