"""The panel of the network graph: what it draws of a frame, what it says, and what it hands on."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset, load
from bpviz.network import Activation, Network
from bpviz.training.events import State
from bpviz.training.step.phases import PHASES, Phase, rows_in
from bpviz.ui.core.formatting import exact, number
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.network_graph.model import Layer, Unit
from bpviz.ui.panels.network_graph.panel import GraphPanel
from tests.ui.frames import make_frame, make_images, make_network, make_own, make_table
from tests.ui.themes import use_theme


@pytest.fixture(scope="module")
def iris() -> Dataset:
    return load("iris")


@pytest.fixture
def panel(qtbot: QtBot) -> GraphPanel:
    panel = GraphPanel(lambda command: 0, clock=lambda: 0.0)
    qtbot.addWidget(panel)
    panel.resize(900, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.view.clearFocus()
    return panel


def words(panel: GraphPanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


def point_at(panel: GraphPanel, unit: Unit, qtbot: QtBot) -> None:
    layout = panel.view.graph_layout()
    assert layout is not None
    qtbot.mouseMove(panel.view, layout.unit(unit).center().toPoint())


def test_that_it_is_the_panel_called_network(panel: GraphPanel) -> None:
    assert panel.objectName() == "graph_panel"
    assert panel.title() == "Network"


def test_that_a_small_network_is_drawn(panel: GraphPanel, iris: Dataset) -> None:
    panel.show_frame(make_frame(iris))
    assert panel.view.isVisible()
    assert panel.view.state is not None
    assert panel.view.state.shape.units == 15


def test_that_a_large_network_is_not_drawn_and_the_reason_is_given(panel: GraphPanel) -> None:
    panel.show_frame(make_frame(make_images(), n_hidden=32))
    assert not panel.view.isVisible()
    text = words(panel, "graph_message").replace("\u00a0", " ")
    assert text.startswith("784 + 32 + 10 units are too many to draw")
    assert "n + l + d ≤ 40" in text
    assert "Iris with l = 8" in text


@pytest.mark.parametrize(("n_hidden", "drawn"), [(33, True), (34, False)])
def test_that_forty_units_are_drawn_and_one_more_is_not(
    panel: GraphPanel, iris: Dataset, n_hidden: int, drawn: bool
) -> None:
    panel.show_frame(make_frame(iris, n_hidden=n_hidden))
    assert panel.view.isVisible() is drawn


def test_that_it_goes_back_and_forth_between_small_and_large(
    panel: GraphPanel, iris: Dataset
) -> None:
    panel.show_frame(make_frame(iris, phase=Phase.UPDATE))
    assert panel.view.flowing
    panel.show_frame(make_frame(make_images(), run=2))
    assert not panel.view.flowing
    panel.show_frame(make_frame(iris, run=3))
    assert panel.view.isVisible()


def test_that_it_says_that_data_is_loading(panel: GraphPanel) -> None:
    panel.show_frame(make_frame(dataset_loaded=False))
    assert words(panel, "graph_message") == "Waiting for the data set…"


def test_that_the_caption_tells_what_comes_next(panel: GraphPanel, iris: Dataset) -> None:
    expected = {
        (Phase.Z1, 0): "z1 = W₁x",
        (Phase.LOSS, 0): "‖f − y‖²",
        (Phase.GRAD_W2, 2): "row 2 of ∂W₂",
        (Phase.GRAD_W1, 7): "row 7 of ∂W₁",
        (Phase.UPDATE, 1): "row 1 of W₂",
        (Phase.UPDATE, 5): "row 2 of W₁",
    }
    for (phase, row), text in expected.items():
        panel.show_frame(make_frame(iris, phase=phase, row=row))
        assert words(panel, "graph_caption").startswith(f"next: {text}")
    panel.show_frame(make_frame(iris, step=12345, sample=7))
    assert words(panel, "graph_caption") == "step 12\u202f345, sample 7"


def test_that_the_line_below_reads_exact_values_where_they_have_room(
    panel: GraphPanel, iris: Dataset, qtbot: QtBot
) -> None:
    frame = make_frame(iris)
    assert frame.preview is not None
    panel.show_frame(frame)
    panel.resize(1200, 420)
    point_at(panel, Unit(Layer.HIDDEN, 4), qtbot)
    delta, z = frame.preview.delta1[4], frame.preview.z1[4]
    for part in (f"δ1 = {exact(delta)}", f"z1 = {exact(z)}"):
        assert part in panel.readout.text()
    panel.resize(420, 420)
    QGuiApplication.processEvents()
    point_at(panel, Unit(Layer.HIDDEN, 4), qtbot)
    assert f"δ1 = {number(delta)}" in panel.readout.text()
    assert f"δ1 = {exact(delta)}" in panel.readout.toolTip()


def test_that_the_line_below_follows_the_frames(
    panel: GraphPanel, iris: Dataset, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(iris, sample=0))
    point_at(panel, Unit(Layer.INPUT, 0), qtbot)
    assert exact(iris.x(0)[0]) in panel.readout.text()
    panel.show_frame(make_frame(iris, sample=9))
    assert exact(iris.x(9)[0]) in panel.readout.text()


def test_that_a_click_on_a_connection_is_handed_on(
    panel: GraphPanel, iris: Dataset, qtbot: QtBot
) -> None:
    panel.show_frame(make_frame(iris))
    layout = panel.view.graph_layout()
    assert layout is not None
    a, b = layout.line_of(Selection("W1", 0, 0))
    with qtbot.waitSignal(panel.weight_selected) as selected:
        qtbot.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=(a + (b - a) * 0.5).toPoint())
    assert selected.args == [Selection("W1", 0, 0)]
    assert panel.readout.text().startswith("W₁[0, 0] = ")


def test_that_a_selection_from_elsewhere_is_read_and_not_handed_back(
    panel: GraphPanel, iris: Dataset
) -> None:
    frame = make_frame(iris)
    panel.show_frame(frame)
    handed: list[object] = []
    panel.weight_selected.connect(handed.append)
    panel.select(Selection("W2", 1, 3))
    assert panel.readout.text().startswith(f"W₂[1, 3] = {exact(frame.network.W2[1, 3])}")
    panel.select(None)
    assert "Point at" in panel.readout.text()
    assert handed == []


def test_that_a_selection_made_before_the_first_frame_is_kept(
    panel: GraphPanel, iris: Dataset
) -> None:
    panel.select(Selection("W2", 1, 3))
    panel.highlight(Highlight(hidden=3))
    panel.show_frame(make_frame(iris))
    assert panel.readout.text().startswith("W₂[1, 3]")


def test_that_in_a_presentation_it_says_no_more_than_what_is_pointed_at(
    panel: GraphPanel, iris: Dataset
) -> None:
    panel.show_frame(make_frame(iris, phase=Phase.Z1))
    panel.set_presenting(True)
    caption = panel.findChild(QWidget, "graph_caption")
    assert isinstance(caption, QLabel)
    assert not panel.readout.isVisible()
    assert "z1 = W₁x" in caption.text()
    panel.select(Selection("W1", 1, 1))
    assert caption.text().startswith("W₁[1, 1]")
    panel.select(None)
    assert "z1 = W₁x" in caption.text()
    panel.set_presenting(False)
    assert panel.readout.isVisible()
    assert panel.readout.text() != ""


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("size", [(300, 250), (1200, 700)])
def test_that_every_place_of_a_step_can_be_drawn(
    panel: GraphPanel, iris: Dataset, theme: Any, size: tuple[int, int]
) -> None:
    use_theme(theme)
    panel.resize(*size)
    pictures = []
    for phase in PHASES:
        for row in range(rows_in(phase, 8, 3)):
            panel.show_frame(make_frame(iris, phase=phase, row=row))
            pictures.append(panel.view.grab().toImage())
    assert all(a != b for a, b in itertools.pairwise(pictures))


def test_that_numbers_without_end_are_no_fault(panel: GraphPanel, iris: Dataset) -> None:
    base = make_network(4, 8, 3)
    for weight in (np.nan, np.inf, -np.inf, 1e308, 5e-324):
        network = Network(np.full((8, 4), weight), base.W2, Activation.RELU, Activation.IDENTITY)
        for phase in (Phase.DRAW, Phase.H, Phase.UPDATE):
            panel.show_frame(make_frame(iris, phase=phase, network=network))
            panel.select(Selection("W1", 1, 1))
            panel.grab()
    panel.show_frame(make_frame(iris, network=Network(np.zeros((8, 4)), np.zeros((3, 8)))))
    panel.grab()


def test_that_the_colour_scale_does_not_jump_back_with_the_weights(
    panel: GraphPanel, iris: Dataset
) -> None:
    base = make_network(4, 8, 3)
    panel.show_frame(make_frame(iris, network=base))
    alone = panel.view.grab().toImage()
    panel.show_frame(make_frame(iris, network=Network(4 * base.W1, base.W2)))
    panel.show_frame(make_frame(iris, network=base))
    assert panel.view.grab().toImage() != alone


def test_that_a_running_crowd_of_connections_is_drawn_less_often(
    panel: GraphPanel, iris: Dataset
) -> None:
    panel.show_frame(make_frame(iris))
    few = panel.interval_ms
    panel.show_frame(make_frame(iris, n_hidden=33))
    assert panel.interval_ms > few


def test_that_nothing_flows_at_full_speed(panel: GraphPanel, iris: Dataset) -> None:
    panel.show_frame(
        make_frame(iris, phase=Phase.UPDATE, state=State.RUNNING, steps_per_second=90_000.0)
    )
    assert not panel.view.flowing
    panel.show_frame(
        make_frame(iris, phase=Phase.UPDATE, state=State.RUNNING, steps_per_second=1.0)
    )
    assert panel.view.flowing


def test_that_values_and_picture_can_be_copied(panel: GraphPanel, iris: Dataset) -> None:
    assert panel.values_text() == ""
    frame = make_frame(iris)
    panel.show_frame(frame)
    menu = panel.build_menu()
    titles = [action.text() for action in menu.actions()]
    assert titles == ["Copy values", "Copy picture"]
    menu.actions()[0].trigger()
    assert str(frame.network.W1[3, 1]) in QGuiApplication.clipboard().text()
    menu.actions()[1].trigger()
    assert QGuiApplication.clipboard().pixmap().size() == panel.view.size()
    menu.deleteLater()


def test_that_regression_and_networks_of_one_unit_a_layer_are_drawn(panel: GraphPanel) -> None:
    panel.show_frame(make_frame(make_table(n=1, d=1), n_hidden=1, phase=Phase.UPDATE, row=1))
    panel.grab()
    assert panel.view.isVisible()


def test_that_what_can_have_the_focus_explains_itself(panel: GraphPanel, iris: Dataset) -> None:
    panel.show_frame(make_frame(iris))
    focusable = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert panel.view in focusable
    for widget in focusable:
        assert widget.objectName()
        assert widget.accessibleName()
        assert widget.toolTip()
        assert widget.whatsThis()


def test_that_an_own_pair_is_called_by_its_title(panel: GraphPanel) -> None:
    data = make_table()
    panel.show_frame(make_frame(data, step=5, sample=3))
    assert words(panel, "graph_caption") == "step 5, sample 3"
    panel.show_frame(make_frame(data, step=5, own=make_own(data, None, "places of sliders")))
    assert words(panel, "graph_caption") == "step 5, custom pair: places of sliders"
