"""The decision boundary along one input, without a plane, and without numbers."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor

from bpviz.network import Network, plane, predict
from bpviz.training.events import Progress
from bpviz.ui.core.theme import LIGHT
from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel
from tests.ui.frames import make_frame, make_images, make_table
from tests.ui.panels.decision_boundary.planes import click, line_set, moons, shown


def test_that_along_one_input_it_is_a_curve_in_the_targets_own_units(
    panel: BoundaryPanel,
) -> None:
    network = shown(panel, line_set())
    assert panel.body.view is panel.curve
    curves = panel.curve.current()
    assert curves is not None
    X = np.column_stack([curves.x, np.ones(len(curves.x))])
    assert np.array_equal(curves.f, 100 + 50 * predict(network, X))
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
    assert panel.body.empty.text() == "Waiting for the data set…"
    shown(panel, moons())
    assert panel.body.currentWidget() is not panel.body.empty


def test_that_it_computes_nothing_while_kernels_are_compiled_elsewhere(
    panel: BoundaryPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = moons()
    under_way = Progress("Compiling the kernels", 0.25)
    with monkeypatch.context() as patch:
        patch.setattr(plane, "over_plane", None)
        patch.setattr(plane, "leaders", None)
        panel.show_frame(make_frame(data, compiling=under_way))
        panel.grab()
    assert panel.body.empty.text() == "Compiling the kernels"
    panel.show_frame(make_frame(data))
    assert panel.body.currentWidget() is not panel.body.empty
    panel.show_frame(make_frame(data, compiling=under_way))  # what it needs is there
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
