"""The decision boundary: the picture is what the network predicts, and what a click does."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from bpviz.datasets import Dataset, load
from bpviz.datasets.dataset import Part
from bpviz.network import Activation, Network
from bpviz.training.commands import SelectSample, TrainNext, TrainOwn
from bpviz.training.events import State
from bpviz.ui.frame_pump import Needs
from bpviz.ui.panels.boundary import BoundaryPanel
from bpviz.ui.theme import DARK, LIGHT
from bpviz.ui.widgets.plane_shown import Quantity, Shown
from bpviz.ui.widgets.selection import Selection
from tests.ui.frames import make_frame, make_images, make_table


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> BoundaryPanel:
    def send(command: Any) -> int:
        sent.append(command)
        return len(sent)

    panel = BoundaryPanel(send)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(700, 480)
    panel.show()
    return panel


def moons(d: int = 1) -> Dataset:
    """Two moons with a constant input and a test part; with d outputs, one-hot classes."""
    data = load("moons")
    assert data.labels is not None
    if d == 1:
        return data
    labels = np.arange(data.n_samples) % d
    names = tuple("abcdefgh"[:d])
    return Dataset.from_arrays(
        "several", data.X, np.eye(d)[labels], labels=labels, class_names=names, constant=2
    )


def line_set() -> Dataset:
    """One input beside the constant; the target in its own units, 100 + 50 y."""
    x = np.linspace(-1.0, 1.0, 21)
    return Dataset.from_arrays(
        "line",
        np.column_stack([x, np.ones(21)]),
        0.5 + 0.3 * x,
        input_names=("x", "1"),
        constant=1,
        target_names=("heat",),
        target_scale=np.array([[100.0, 50.0]]),
    )


def shown(panel: BoundaryPanel, data: Dataset, **overrides: Any) -> Network:
    """Show a frame of `data`, and return its network, whose weights are large enough to bend."""
    network = overrides.pop("network", None)
    if network is None:
        start = Network.initial(
            n_inputs=data.n_inputs, n_hidden=6, n_outputs=data.n_outputs, seed=3
        )
        network = Network(3 * start.W1, 3 * start.W2)
    panel.show_frame(make_frame(data, network=network, **overrides))
    panel.grab()
    return network


def click(view: Any, place: QPointF, *, shift: bool = False) -> None:
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, keys, place.toPoint())


def inputs_of(panel: BoundaryPanel) -> np.ndarray:
    """Every point of the picture's grid as a row of inputs, the constant in its place."""
    picture, scene = panel.plane.drawn, panel.scene
    assert picture is not None
    assert scene is not None
    across, up = np.meshgrid(picture.grid.across, picture.grid.up)
    return np.column_stack([across.ravel(), up.ravel(), np.ones(across.size)])


# ---- what is drawn


def test_that_it_needs_the_looks_at_all_samples_only_to_mark_wrong_ones(
    panel: BoundaryPanel,
) -> None:
    shown(panel, moons())
    assert panel.needs() == Needs()
    panel.head.wrong.click()
    assert panel.needs() == Needs(scan=True, evaluation=True)


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
    assert np.array_equal(network.predict(inputs_of(panel)), picture.f.reshape(-1, d))


def test_that_the_border_lies_where_f_is_a_half(panel: BoundaryPanel) -> None:
    network = shown(panel, moons())
    picture, view = panel.plane.drawn, panel.plane
    assert picture is not None
    path = picture.border
    assert path.elementCount() > 20
    places = [path.elementAt(i) for i in range(path.elementCount())]
    X = np.array([[*view.values_at(QPointF(p.x, p.y)), 1.0] for p in places])
    assert np.abs(network.predict(X) - 0.5).max() < 0.01


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_each_place_has_the_colour_of_the_class_that_wins(
    panel: BoundaryPanel, theme: Any
) -> None:
    data = moons(3)
    panel.set_theme(theme)
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
        assert np.array_equal(network.predict(inputs_of(panel)), picture.f.reshape(-1, 1))


def test_that_a_finer_picture_follows_while_the_network_stands(
    panel: BoundaryPanel, qtbot: Any
) -> None:
    panel.plane.pace = type(panel.plane.pace)(budget=1e-5)
    network = shown(panel, moons())
    assert panel.plane.drawn is not None
    assert panel.plane.drawn.grid.cell > 2
    qtbot.waitUntil(lambda: panel.plane.drawn.grid.cell == 2, timeout=20_000)
    picture = panel.plane.drawn
    assert np.array_equal(network.predict(inputs_of(panel)), picture.f.reshape(-1, 1))


def test_that_a_unit_that_is_switched_off_is_left_out_and_that_is_said(
    panel: BoundaryPanel,
) -> None:
    network = shown(panel, moons(), switched_off=(1, 4))
    picture = panel.plane.drawn
    assert picture is not None
    without = network.without((1, 4)).predict(inputs_of(panel))
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
    assert panel.head.chosen() == Shown(Quantity.CLASSES)
    panel.head.choose(Shown(Quantity.UNIT, 1))
    panel.select(Selection("W2", 0, 5))
    assert panel.head.chosen() == Shown(Quantity.UNIT, 5)


# ---- what a click does


def test_that_a_click_on_a_sample_makes_it_the_current_one(
    panel: BoundaryPanel, sent: list[Any]
) -> None:
    data = moons()
    shown(panel, data)
    view = panel.plane
    assert data.test is not None
    for part, samples in ((Part.TRAIN, data), (Part.TEST, data.test)):
        place = view.place(*samples.x(7)[:2].tolist())
        found = view.dots.nearest(view, place)
        assert found is not None
        click(view, place)
        assert sent[-1] == SelectSample(found[1], found[0])
        there = data.part(found[0])
        assert there is not None
        assert np.allclose(there.x(found[1])[:2], samples.x(7)[:2], atol=0.05)
        assert part in (Part.TRAIN, Part.TEST)


def test_that_a_click_between_them_tries_the_point(panel: BoundaryPanel, sent: list[Any]) -> None:
    network = shown(panel, moons())
    view = panel.plane
    place = view.place(1.9, 1.4)
    click(view, place, shift=True)
    assert panel.tried is not None
    assert panel.tried == pytest.approx((1.9, 1.4), abs=2 * max(view.unit))
    f = float(network.predict([*panel.tried, 1.0])[0, 0])
    assert f"f = {f:.4}" in panel.body.line.text.text().replace("−", "-")
    assert panel.body.reading.layers[0].values.tolist() == [f]
    assert sent == []


def test_that_a_tried_point_is_moved_and_let_go_by_keys(panel: BoundaryPanel) -> None:
    shown(panel, moons())
    view = panel.plane
    QTest.keyClick(view, Qt.Key.Key_Return)
    before = panel.tried
    assert before is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert panel.tried is not None
    assert panel.tried[0] == pytest.approx(before[0] + 2 * view.unit[0])
    assert panel.tried[1] == pytest.approx(before[1] + 20 * view.unit[1])
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert panel.tried is None


def test_that_trying_a_point_leaves_the_plane_its_room(panel: BoundaryPanel, qtbot: Any) -> None:
    """In a narrow place the numbers would push the plane together to a strip."""
    shown(panel, moons())
    for width in (300, 440, 700):
        panel.resize(width, 330)
        panel.try_point((0.3, 0.2))
        qtbot.waitUntil(lambda: panel.plane.area().width() >= 200)
    assert panel.body.readings.isVisible()


def test_that_a_step_can_train_on_a_sample_of_either_part(
    panel: BoundaryPanel, sent: list[Any]
) -> None:
    data = moons()
    shown(panel, data)
    view = panel.plane
    view.hover = view.place(*data.x(3)[:2].tolist())
    found = view.dots.nearest(view, view.hover)
    assert found is not None
    action = view.copy_menu().actions()[0]
    assert action.objectName() == "boundary_train_next"
    action.trigger()
    if found[0] is Part.TRAIN:
        assert sent == [TrainNext(found[1])]
    panel._train(Part.TEST, 5)
    assert data.test is not None
    command = sent[-1]
    assert isinstance(command, TrainOwn)
    assert np.array_equal(command.pair.x, data.test.x(5))
    assert command.pair.title == "test sample 5"


def test_that_the_wheel_zooms_and_home_shows_all_again(panel: BoundaryPanel) -> None:
    shown(panel, moons())
    view, before = panel.plane, panel.plane.x_scale
    view.zoom(0.5)
    assert view.x_scale != before
    assert panel.body.line.show_all.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.x_scale == before
    assert not panel.body.line.show_all.isVisible()


# ---- other data


def test_that_along_one_input_it_is_a_curve_in_the_targets_own_units(
    panel: BoundaryPanel,
) -> None:
    network = shown(panel, line_set())
    assert panel.body.view is panel.curve
    curves = panel.curve.current()
    assert curves is not None
    X = np.column_stack([curves.x, np.ones(len(curves.x))])
    assert np.array_equal(curves.f, 100 + 50 * network.predict(X))
    h = 1 / (1 + np.exp(-X @ network.W1.T))
    assert np.allclose(curves.parts, h * network.W2[0])
    area = panel.curve.area()
    click(panel.curve, QPointF(area.center()), shift=True)
    assert panel.tried is not None
    assert panel.body.line.text.text().startswith("heat = ")


def test_that_data_without_a_plane_says_what_there_is_instead(panel: BoundaryPanel) -> None:
    for data, n in ((make_table(n=3), "3"), (make_images(), "784")):
        panel.show_frame(make_frame(data))
        assert panel.body.currentWidget() is panel.body.empty
        assert f"has {n} inputs" in panel.body.empty.text()
    panel.show_frame(make_frame(dataset_loaded=False))
    assert "still loading" in panel.body.empty.text()
    shown(panel, moons())
    assert panel.body.currentWidget() is not panel.body.empty


def test_that_weights_that_are_no_numbers_are_drawn_in_the_colour_of_warnings(
    panel: BoundaryPanel,
) -> None:
    network = Network(np.full((2, 3), np.nan), np.ones((1, 2)))
    shown(panel, moons(), network=network)
    picture = panel.plane.drawn
    assert picture is not None
    assert picture.image.pixelColor(10, 10).name() == QColor(LIGHT.warning).name()
    click(panel.plane, QPointF(panel.plane.area().center()) + QPointF(QPoint(40, 60)), shift=True)
    assert panel.tried is not None
