"""How units and connections are drawn."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from bpviz.datasets import Dataset
from bpviz.network import Network
from bpviz.training.step.phases import Phase
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import DARK, LIGHT, Theme
from bpviz.ui.panels.network_graph.connections import levels_of, width_of
from bpviz.ui.panels.network_graph.model import Layer, Unit
from bpviz.ui.panels.network_graph.view import GraphView
from tests.ui.panels.network_graph.views import LIMIT, count_colour, grab, lone, place, show
from tests.ui.themes import use_theme


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("weight", [-2.0, 2.0])
def test_that_a_connection_has_the_colour_of_its_weight(
    view: GraphView, iris: Dataset, theme: Theme, weight: float
) -> None:
    use_theme(theme)
    show(view, iris, network=lone(0, 1, 0.0))
    ends = theme.signed.getLookupTable(0.0, 1.0, 257)[[0, 256]]
    colour = QColor(*(int(part) for part in ends[int(weight > 0)][:3]))
    without = count_colour(grab(view), colour)
    show(view, iris, network=lone(0, 1, weight))
    assert count_colour(grab(view), colour) > without + 100


def test_that_a_larger_weight_is_a_wider_line_and_a_bad_one_the_widest() -> None:
    widths = [width_of(w, LIMIT, 5.0) for w in (0.0, 0.1, -0.5, 1.0, -2.0)]
    assert widths == sorted(widths)
    assert len(set(widths)) == len(widths)
    assert width_of(100.0, LIMIT, 5.0) == width_of(np.nan, LIMIT, 5.0) == 5.0


def test_that_levels_keep_sign_and_order_and_tell_what_is_not_finite() -> None:
    weights = np.array([-9.0, -2.0, -0.5, 0.0, 0.5, 2.0, 9.0])
    levels = levels_of(weights, LIMIT)
    assert (np.diff(levels) >= 0).all()
    assert levels.tolist() == (-levels[::-1]).tolist()
    bad = levels_of(np.array([np.nan, np.inf, -np.inf]), LIMIT)
    assert len(set(bad.tolist())) == 1
    assert bad[0] not in levels


def test_that_negative_weights_are_dashed(view: GraphView, iris: Dataset) -> None:
    base = QColor(LIGHT.base)
    gaps = []
    for weight in (2.0, -2.0):
        show(view, iris, network=lone(3, 1, weight))
        a, b = place(view).line_of(Selection("W1", 3, 1))
        points = [(a + (b - a) * s).toPoint() for s in np.linspace(0.1, 0.9, 200).tolist()]
        image = grab(view)
        gaps.append(sum(image.pixelColor(point) == base for point in points))
    assert gaps[0] == 0
    assert gaps[1] > 20


def test_that_what_is_not_finite_is_drawn_in_the_warning_colour(
    view: GraphView, iris: Dataset
) -> None:
    warning = QColor(LIGHT.warning)
    show(view, iris)
    assert count_colour(grab(view), warning) == 0
    for weight in (np.nan, np.inf):
        show(view, iris, Phase.Z1, network=lone(0, 1, weight))
        assert count_colour(grab(view), warning) > 100
    show(view, iris, Phase.H, network=lone(0, 1, np.nan))
    assert count_colour(grab(view), warning) > 0  # z1 says NaN


def test_that_what_is_not_computed_is_empty(view: GraphView, iris: Dataset) -> None:
    show(view, iris, Phase.H)
    rect = place(view).unit(Unit(Layer.OUTPUT, 1)).adjusted(4, 4, -4, -4).toRect()
    image = grab(view).copy(rect)
    assert count_colour(image, QColor(LIGHT.base)) == rect.width() * rect.height()
    show(view, iris, Phase.LOSS)
    assert count_colour(grab(view).copy(rect), QColor(LIGHT.base)) == 0


def test_that_the_row_being_computed_stands_out(view: GraphView, iris: Dataset) -> None:
    W1, W2 = np.zeros((8, 4)), np.full((3, 8), 2.0)
    network = Network(W1, W2)
    top = QColor(*(int(part) for part in LIGHT.signed.getLookupTable(0.0, 1.0, 257)[256][:3]))

    def bright(row: int) -> bool:
        a, b = place(view).line_of(Selection("W2", row, 0))
        image = grab(view)
        points = [(a + (b - a) * s).toPoint() for s in np.linspace(0.1, 0.3, 40).tolist()]
        return any(image.pixelColor(point) == top for point in points)

    show(view, iris, network=network)
    assert [bright(row) for row in range(3)] == [True] * 3
    show(view, iris, Phase.UPDATE, 1, network=network)
    assert [bright(row) for row in range(3)] == [False, True, False]
    accent = QColor(LIGHT.accent)
    rects = [place(view).unit(Unit(Layer.OUTPUT, j)).adjusted(-2, -2, 2, 2) for j in range(3)]
    image = grab(view)
    found = [count_colour(image.copy(rect.toRect()), accent, 8) > 30 for rect in rects]
    assert found == [False, True, False]
