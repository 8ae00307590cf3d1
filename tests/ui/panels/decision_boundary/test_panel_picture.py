"""The decision boundary: its picture against what the network predicts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from bpviz.datasets import Dataset
from bpviz.network import Activation, Network, predict
from bpviz.training.events import State
from bpviz.training.quantities import Need
from bpviz.ui.core import frame_dispatcher
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.decision_boundary.panel import MANY_UNITS, BoundaryPanel
from bpviz.ui.panels.decision_boundary.quantity import PlottedQuantity, Quantity, table_of
from tests.ui.frames import make_network
from tests.ui.panels.decision_boundary.planes import click, inputs_of, moons, shown
from tests.ui.themes import use_theme


def test_that_it_needs_the_looks_at_all_samples_only_to_mark_wrong_ones(
    panel: BoundaryPanel,
) -> None:
    shown(panel, moons())
    assert panel.needs() == set()
    panel.head.wrong.click()
    assert panel.needs() == {Need.SCAN, Need.EVALUATION}


@pytest.mark.parametrize("d", [1, 3])
@pytest.mark.parametrize("sigma2", [Activation.SIGMOID, Activation.IDENTITY])
def test_that_the_picture_holds_what_the_network_predicts(
    panel: BoundaryPanel, d: int, sigma2: Activation
) -> None:
    data = moons(d)
    start = Network.initial(n_inputs=3, n_hidden=6, n_outputs=d, seed=5)
    network = Network(4 * start.W1, 3 * start.W2, Activation.TANH, sigma2)
    shown(panel, data, network=network)
    picture = panel.plane.drawn
    assert picture is not None
    assert np.array_equal(predict(network, inputs_of(panel)), picture.f.reshape(-1, d))


def test_that_the_border_lies_where_f_is_a_half(panel: BoundaryPanel) -> None:
    network = shown(panel, moons())
    picture, view = panel.plane.drawn, panel.plane
    assert picture is not None
    path = picture.border
    assert path.elementCount() > 20
    places = [path.elementAt(i) for i in range(path.elementCount())]
    X = np.array([[*view.values_at(QPointF(p.x, p.y)), 1.0] for p in places])
    assert np.abs(predict(network, X) - 0.5).max() < 0.01


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_each_place_has_the_colour_of_the_class_that_wins(
    panel: BoundaryPanel, theme: Any
) -> None:
    data = moons(3)
    use_theme(theme)
    steep = Network(
        np.array([[3.0, 0, 0], [0, 3, 0], [0, 0, 1]]),
        np.array([[8.0, -8, -1], [-8, 4, 0], [-4, -8, 6]]),
    )
    shown(panel, data, network=steep)
    picture = panel.plane.drawn
    assert picture is not None
    winners = picture.f.argmax(axis=2)
    ordered = np.sort(picture.f, axis=2)
    clear = ordered[:, :, -1] - ordered[:, :, -2] > 0.3
    assert len(np.unique(winners[clear])) == 3
    hues = [QColor(colour).hsvHue() for colour in theme.classes]
    for r, c in np.argwhere(clear)[::997].tolist():
        hue = picture.image.pixelColor(c, r).hsvHue()
        apart = [min(abs(hue - h), 360 - abs(hue - h)) for h in hues[:3]]
        assert int(np.argmin(apart)) == winners[r, c]


def test_that_it_follows_the_run_from_frame_to_frame(panel: BoundaryPanel) -> None:
    data = moons()
    for seed in range(3):
        network = Network.initial(n_inputs=3, n_hidden=6, n_outputs=1, seed=seed)
        shown(panel, data, network=network, state=State.RUNNING, steps_per_second=1e5)
        picture = panel.plane.drawn
        assert picture is not None
        assert np.array_equal(predict(network, inputs_of(panel)), picture.f.reshape(-1, 1))


def test_that_a_finer_picture_follows_while_the_network_stands(
    panel: BoundaryPanel, qtbot: Any
) -> None:
    panel.plane.pace = type(panel.plane.pace)(budget=1e-5)
    network = shown(panel, moons())
    assert panel.plane.drawn is not None
    assert panel.plane.drawn.grid.cell > 2
    qtbot.waitUntil(lambda: panel.plane.drawn.grid.cell == 2, timeout=20_000)
    picture = panel.plane.drawn
    assert np.array_equal(predict(network, inputs_of(panel)), picture.f.reshape(-1, 1))


def test_that_a_unit_that_is_switched_off_is_left_out_and_that_is_said(
    panel: BoundaryPanel,
) -> None:
    network = shown(panel, moons(), switched_off=(1, 4))
    picture = panel.plane.drawn
    assert picture is not None
    without = predict(network.without((1, 4)), inputs_of(panel))
    assert np.array_equal(without, picture.f.reshape(-1, 1))
    assert panel.plane.corner == "without units 1, 4"
    shown(panel, moons(), network=network)
    assert panel.plane.corner == ""


def test_that_a_hidden_unit_has_a_sheet_of_its_own(panel: BoundaryPanel) -> None:
    network = shown(panel, moons())
    choices = [panel.head.shown.itemText(i) for i in range(panel.head.shown.count())]
    assert choices == ["f", *(f"unit {k}" for k in range(6))]
    told: list[int] = []
    panel.unit_selected.connect(told.append)
    panel.head.shown.setCurrentIndex(3)
    panel.grab()
    picture = panel.plane.drawn
    assert picture is not None
    h = 1 / (1 + np.exp(-inputs_of(panel) @ network.W1[2]))
    assert np.allclose(picture.h.ravel(), h, atol=1e-14)
    assert told == [2]


def test_that_a_units_line_is_where_its_sum_is_zero_and_a_click_selects_it(
    panel: BoundaryPanel,
) -> None:
    W1 = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 3.0]])  # x₁ = 0, and x₂ = −3 out of sight
    shown(panel, moons(), network=Network(W1, np.array([[1.0, -1.0]])))
    told: list[Any] = []
    panel.weight_selected.connect(told.append)
    view = panel.plane
    place = view.place(0.0, view.y_scale.low + 0.05 * (view.y_scale.high - view.y_scale.low))
    assert view.unit_at(place) == 0
    click(view, place)
    assert told == [Selection("W1", 0, 0)]
    assert view.selected_unit == 0
    panel.head.lines.click()
    assert view.unit_at(place) is None


def test_that_a_unit_chosen_elsewhere_is_marked_and_shown_in_place_of_another(
    panel: BoundaryPanel,
) -> None:
    shown(panel, moons())
    panel.select(Selection("W1", 4, 1))
    assert panel.plane.selected_unit == 4
    assert panel.head.chosen() == PlottedQuantity(Quantity.CLASSES)
    panel.head.choose(PlottedQuantity(Quantity.UNIT, 1))
    panel.select(Selection("W2", 0, 5))
    assert panel.head.chosen() == PlottedQuantity(Quantity.UNIT, 5)


@pytest.mark.parametrize("j", [0, 1])
def test_that_a_bar_names_the_values_of_the_colours_in_their_own_units(
    panel: BoundaryPanel, j: int
) -> None:
    rng = np.random.default_rng(2)
    X = np.column_stack([rng.normal(size=(30, 2)), np.ones(30)])
    scale = np.array([[100.0, 50.0], [-20.0, -8.0]])
    data = Dataset.from_arrays(
        "two",
        X,
        rng.random((30, 2)),
        constant=2,
        target_names=("heat", "<loss>"),
        target_scale=scale,
    )
    shown(panel, data)
    panel.head.shown.setCurrentIndex(j)
    panel.grab()
    view = panel.plane
    assert view.right_scale is not None
    assert view.bar is not None
    targets = scale[j, 0] + scale[j, 1] * data.Y[:, j]
    ends = view.right_scale.low, view.right_scale.high
    assert ends == pytest.approx((targets.min(), targets.max()))
    table = table_of(LIGHT, PlottedQuantity(Quantity.OUTPUT, j))
    assert np.array_equal(view.bar, table if j == 0 else table[::-1])
    assert view.right_title == ("heat", "<span>&lt;loss&gt;</span>")[j]

    image, area = view.picture().toImage(), view.area()
    colours = {f"#{colour & 0xFFFFFF:06x}" for colour in table.tolist()}
    middle = area.left() + area.width() + 14
    for y in range(area.top() + 2, area.bottom() - 2, 9):
        near = image.pixelColor(middle, y)
        assert any(
            max(
                abs(near.red() - c.red()),
                abs(near.green() - c.green()),
                abs(near.blue() - c.blue()),
            )
            < 4
            for c in map(QColor, colours)
        )
    panel.resize(250, 300)
    panel.grab()
    assert view.bar is None
    assert view.right_scale is None


@pytest.mark.parametrize("hidden", [1, MANY_UNITS, MANY_UNITS + 1, 1000])
def test_that_thirty_pictures_a_second_are_asked_for_whatever_the_network(
    panel: BoundaryPanel, hidden: int
) -> None:
    data = moons()
    shown(panel, data, network=make_network(3, hidden, 1))
    due = panel.interval_ms / 1000 - frame_dispatcher._SLACK
    ticks = -(-due // (frame_dispatcher.TICK_MS / 1000))  # the first tick that is late enough
    assert ticks * frame_dispatcher.TICK_MS <= 1000 / 30
