"""Reading, selecting and tiles in the panels of weights."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bpviz.datasets import Dataset
from bpviz.network import Network
from bpviz.ui.core.formatting import exact
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.weights.panel import WeightsPanel
from tests.ui.frames import make_frame, make_images, make_network, make_own, make_table
from tests.ui.panels.weights.making import choose, float32, show
from tests.ui.themes import use_theme


def test_that_the_readout_tells_the_very_float64(first: WeightsPanel, qtbot: QtBot) -> None:
    frame = make_frame()
    show(first, frame)
    qtbot.mouseMove(first.view.plot.viewport(), first.view.widget_position(5, 300))
    qtbot.waitUntil(lambda: "W₁[5, 300]" in first.view.readout.text())
    text = first.view.readout.text()
    value = text.split("=")[1].split("∂")[0].strip().replace("−", "-")
    assert float(value) == frame.network.W1[5, 300]
    assert "∂W₁[5, 300]" in text


def test_that_the_readout_follows_the_frames(second: WeightsPanel, qtbot: QtBot) -> None:
    show(second, make_frame())
    qtbot.mouseMove(second.view.plot.viewport(), second.view.widget_position(3, 2))
    qtbot.waitUntil(lambda: "W₂[3, 2]" in second.view.readout.text())
    before = second.view.readout.text()
    second.show_frame(make_frame(network=make_network(784, 8, 10, seed=1)))
    assert second.view.readout.text() != before


def test_that_the_gradient_in_the_readout_is_the_entry_of_the_matrix(
    panel: WeightsPanel, qtbot: QtBot
) -> None:
    frame = make_frame(step=2)
    panel.show_frame(frame)
    choose(panel, "G", qtbot)
    panel.select(Selection(panel.matrix, 3, 5))
    gradient = getattr(frame.preview, f"grad_{panel.matrix}")[3, 5]
    shown = panel.view.readout.text().rsplit("=", 1)[1].strip().replace("−", "-")
    assert float(shown) == gradient
    choose(panel, "dW", qtbot)
    shown = panel.view.readout.text().rsplit("=", 1)[1].strip().replace("−", "-")
    assert float(shown) == panel.view.matrix[3, 5]


@pytest.mark.parametrize("layout", ["tiles", "matrix"])
def test_that_a_click_selects_the_entry_everywhere(
    first: WeightsPanel, qtbot: QtBot, layout: str
) -> None:
    first.show_frame(make_frame())
    qtbot.mouseClick(first.layout_choice.button(layout), Qt.MouseButton.LeftButton)
    QGuiApplication.processEvents()
    viewport = first.view.plot.viewport()
    place = first.view.widget_position(5, 300)
    with qtbot.waitSignal(first.weight_selected) as selected:
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    (selection,) = selected.args
    assert (selection.matrix, selection.row) == ("W1", 5)
    assert abs(selection.column - 300) <= 1  # in the matrix two columns may share a pixel
    assert f"[5, {selection.column}]" in first.view.readout.text()


def test_that_a_selection_marks_the_same_hidden_unit_in_the_other_matrix(
    first: WeightsPanel, second: WeightsPanel
) -> None:
    for panel in (first, second):
        panel.show_frame(make_frame())
    plain = [panel.view.plot.grab().toImage() for panel in (first, second)]
    for selection in (Selection("W1", 3, 400), Selection("W2", 9, 3)):
        assert selection.hidden_unit == 3
        first.select(selection)
        second.select(selection)
        assert first.view.plot.grab().toImage() != plain[0]
        assert second.view.plot.grab().toImage() != plain[1]
    for panel, picture in zip((first, second), plain, strict=True):
        panel.select(None)
        assert panel.view.plot.grab().toImage() == picture


def test_that_tiles_are_the_default_for_pictures_and_the_choice_is_remembered(
    first: WeightsPanel, qtbot: QtBot
) -> None:
    first.show_frame(make_frame())
    assert first.view.grid is not None
    assert first.layout_choice.isEnabled()
    first.show_frame(make_frame(make_table(), n_hidden=3))
    assert first.view.grid is None
    assert not first.layout_choice.isEnabled()
    first.show_frame(make_frame(make_images(shape=(8, 8))))
    assert first.view.grid is not None
    qtbot.mouseClick(first.layout_choice.button("matrix"), Qt.MouseButton.LeftButton)
    assert first.view.grid is None
    first.show_frame(make_frame(make_table(), n_hidden=3))
    first.show_frame(make_frame())
    assert first.view.grid is None


def test_that_only_w1_offers_tiles(first: WeightsPanel, second: WeightsPanel) -> None:
    assert first.layout_choice.isVisible()
    assert not second.layout_choice.isVisible()


@pytest.mark.parametrize("quantity", ["W", "G", "dW"])
def test_that_numbers_that_are_not_finite_are_survived(
    panel: WeightsPanel, qtbot: QtBot, quantity: str
) -> None:
    network = make_network(784, 8, 10)
    W1, W2 = network.W1.copy(), network.W2.copy()
    W1[0, :], W1[1, 1], W2[2, 3], W2[0, 0] = np.nan, np.inf, -np.inf, 1e308
    frame = make_frame(network=Network(W1, W2, network.sigma1, network.sigma2), step=1)
    choose(panel, quantity, qtbot)
    for theme in (LIGHT, DARK):
        use_theme(theme)
        panel.show_frame(frame)
        panel.select(Selection(panel.matrix, 0, 0))
        panel.grab()
    low, high = panel.image_item.levels
    assert np.isfinite(high)
    assert low == -high


@pytest.mark.parametrize("n_hidden", [1, 33, 500])
def test_that_another_shape_just_works(panel: WeightsPanel, qtbot: QtBot, n_hidden: int) -> None:
    panel.show_frame(make_frame(step=1))
    panel.select(Selection(panel.matrix, 7, 7))
    for quantity in ("dW", "G", "W"):
        choose(panel, quantity, qtbot)
        frame = make_frame(make_table(n=2), n_hidden=n_hidden, step=1)
        panel.show_frame(frame)
        panel.grab()
        assert panel.image_item.image.shape == getattr(frame.network, panel.matrix).shape


def test_that_a_very_large_matrix_is_drawn_less_often(first: WeightsPanel) -> None:
    first.show_frame(make_frame())
    assert first.interval_ms == 16
    large = np.random.default_rng(0).normal(size=(2000, 784))
    first.show_frame(make_frame(network=Network(large, np.ones((10, 2000)))))
    assert first.interval_ms > 16
    assert np.array_equal(first.image_item.image, float32(large))


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (120, 60), (3840, 2000)])
def test_that_any_size_of_the_panel_works(panel: WeightsPanel, size: tuple[int, int]) -> None:
    panel.show_frame(make_frame())
    panel.resize(*size)
    panel.show_frame(make_frame(step=1))
    panel.grab()
    panel.resize(700, 330)
    panel.show_frame(make_frame(step=2))
    assert not panel.grab().isNull()


def test_that_every_control_explains_itself(panel: WeightsPanel) -> None:
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.objectName(), widget
            assert widget.accessibleName(), widget.objectName()
            assert widget.toolTip(), widget.objectName()


def test_that_the_gradient_of_an_own_pair_is_called_so(panel: WeightsPanel, qtbot: QtBot) -> None:
    data = make_images()
    choose(panel, "G", qtbot)
    panel.show_frame(make_frame(data, step=5, own=make_own(data, 3, "a {drawing} as 3")))
    assert panel.head.caption.text() == "of step 5, custom pair: a {drawing} as 3"


def test_that_the_weight_of_the_constant_is_the_foot_of_its_tile(
    first: WeightsPanel, qtbot: QtBot
) -> None:
    frame = make_frame(make_images(shape=(8, 8), constant=True))
    show(first, frame)
    grid = first.view.grid
    assert grid is not None
    assert grid.constant
    assert np.array_equal(first.image_item.image, float32(frame.network.W1))
    clicked: list[Selection] = []
    first.weight_selected.connect(clicked.append)
    place = first.view.widget_position(3, 64)
    qtbot.mouseClick(first.view.plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked == [Selection("W1", 3, 64)]
    first.view.refresh_readout()
    assert first.view.readout.text().startswith(
        f"W₁[3, 64] (constant) = {exact(frame.network.W1[3, 64])}"
    )
    first.view.setFocus()
    qtbot.keyClick(first.view, Qt.Key.Key_Up)  # to the pixel above the foot
    assert clicked[-1].column // 8 == 7
    qtbot.keyClick(first.view, Qt.Key.Key_Down)
    assert clicked[-1] == Selection("W1", 3, 64)
    qtbot.keyClick(first.view, Qt.Key.Key_Left)
    assert clicked[-1] == Selection("W1", 2, 64)  # the foot of the tile beside it


def test_that_tiles_need_pixels_and_nothing_but_a_constant(first: WeightsPanel) -> None:
    X = np.ones((3, 5))
    for constant, there in ((4, True), (None, False), (0, False)):
        data = Dataset.from_arrays("odd", X, X[:, :1], image_shape=(2, 2), constant=constant)
        first.show_frame(make_frame(data))
        assert (first.view.grid is not None) == there
