"""Each axis of the decision boundary by its own data, or both by one scale."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from bpviz.datasets import Dataset, load
from bpviz.datasets.dataset import Part
from bpviz.network import Network, predict
from bpviz.training.commands import SelectSample
from bpviz.ui.panels.decision_boundary.panel import BoundaryPanel
from tests.ui.panels.decision_boundary.planes import click, inputs_of, line_set, moons, shown


def table(width: float, height: float) -> Dataset:
    """A table whose columns have very different ranges."""
    rng = np.random.default_rng(7)
    X = np.column_stack([width * rng.uniform(1, 2, 60), height * rng.uniform(-1, 1, 60)])
    labels = np.arange(60) % 2
    return Dataset.from_arrays(
        "table",
        np.column_stack([X, np.ones(60)]),
        labels[:, np.newaxis].astype(float),
        labels=labels,
        class_names=("no", "yes"),
        input_names=("income", "share", "1"),
        constant=2,
    )


def fitting(data: Dataset) -> Network:
    """A network whose lines run through the samples of `data`, whatever their range."""
    spread = np.array([*np.abs(data.X[:, :2]).max(axis=0), 1.0])
    W1 = np.array([[2.0, 1.0, -3.0], [-1.0, 2.0, 1.5], [1.0, -1.0, -0.8]]) / spread
    return Network(W1, np.array([[3.0, -2.0, 1.5]]))


def filled(panel: BoundaryPanel, data: Dataset) -> tuple[float, float]:
    """The share of the plot's width and height that the samples of both parts take."""
    view, area = panel.plane, panel.plane.area()
    X = data.X if data.test is None else np.concatenate([data.X, data.test.X])
    return (
        float(np.ptp(view.px(X[:, 0]))) / area.width(),
        float(np.ptp(view.py(X[:, 1]))) / area.height(),
    )


@pytest.mark.parametrize("name", ["spirals", "moons", "xor"])
@pytest.mark.parametrize("size", [(636, 200), (420, 330), (1270, 620)])
def test_that_samples_fill_the_plot_whatever_its_shape(
    panel: BoundaryPanel, name: str, size: tuple[int, int]
) -> None:
    panel.resize(*size)
    data = load(name)
    shown(panel, data)
    assert filled(panel, data) == pytest.approx((1 / 1.3, 1 / 1.3), abs=0.01)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.floats(-8, 8), st.floats(-8, 8))
def test_that_each_axis_fits_its_own_column(panel: BoundaryPanel, x: float, y: float) -> None:
    data = table(10.0**x, 10.0**y)
    shown(panel, data, network=fitting(data))
    assert filled(panel, data) == pytest.approx((1 / 1.3, 1 / 1.3), abs=0.01)


def test_that_equal_scales_are_there_for_the_asking_and_stay(panel: BoundaryPanel) -> None:
    shown(panel, moons())
    button, view = panel.head.equal, panel.plane
    assert not button.isChecked()
    assert view.unit[0] != pytest.approx(view.unit[1])
    assert button.accessibleName() == "Equal scales on both axes"
    assert "Equal scales" in button.toolTip()
    view.zoom(0.5)
    button.click()
    assert view.unit[0] == view.unit[1]
    assert not view.zoomed
    assert max(filled(panel, moons())) == pytest.approx(1 / 1.3, abs=0.01)
    view.zoom(0.5)
    assert view.unit[0] == view.unit[1]
    shown(panel, line_set())
    assert not button.isVisible()
    shown(panel, load("spirals"))
    assert button.isVisible()
    assert view.unit[0] == view.unit[1]
    button.click()
    assert view.unit[0] != pytest.approx(view.unit[1])


@pytest.mark.parametrize("zoomed", [False, True])
@pytest.mark.parametrize("equal", [False, True])
def test_that_picture_lines_clicks_and_table_are_right_at_any_scales(
    panel: BoundaryPanel, sent: list[Any], equal: bool, zoomed: bool
) -> None:
    data = table(40.0, 3.0)
    network = fitting(data)
    panel.head.equal.setChecked(equal)
    shown(panel, data, network=network)
    view = panel.plane
    if zoomed:
        about = view.place(*data.X[3, :2].tolist())
        before = view.values_at(about)
        view.zoom(0.4, about)
        assert view.values_at(about) == pytest.approx(before)
        panel.grab()
    assert view.drawn is not None
    assert np.array_equal(predict(network, inputs_of(panel)), view.drawn.f.reshape(-1, 1))

    head, *rows = view.values_text().splitlines()
    assert head.split("\t")[:2] == ["income", "share"]
    values = np.array([line.split("\t") for line in rows], dtype=float)
    assert np.array_equal(values[:, :2], inputs_of(panel)[:, :2])

    click(view, view.place(*data.X[3, :2].tolist()))
    assert sent[-1] == SelectSample(3, Part.TRAIN)

    # Where the line of a unit is, its sum is 0; a step of 4 pixels away it is not found any more.
    area = view.area()
    for k in range(3):
        w = network.W1[k]
        for x in np.linspace(area.left() + 5, area.right() - 5, 40).tolist():
            at = view.place(view.x_value(x), -(w[0] * view.x_value(x) + w[2]) / w[1])
            if not area.contains(at.toPoint()) or view.dots.nearest(view, at) is not None:
                continue
            gradient = np.array([w[0] * view.unit[0], -w[1] * view.unit[1]])
            normal = QPointF(*(gradient / np.hypot(*gradient)).tolist())
            assert view.line_at(at) is not None
            near = view.line_at(at + 3.5 * normal)
            assert near is not None
            far = view.line_at(at + 4.5 * normal)
            assert far != k


def test_that_a_probe_walks_and_is_dragged_in_pixels_at_unequal_scales(
    panel: BoundaryPanel,
) -> None:
    data = table(5000.0, 0.02)
    shown(panel, data, network=fitting(data))
    view = panel.plane
    QTest.keyClick(view, Qt.Key.Key_Return)
    before = view.tried_place()
    assert before is not None
    for key, way in ((Qt.Key.Key_Right, (2, 0)), (Qt.Key.Key_Up, (0, -2))):
        QTest.keyClick(view, key)
        after = view.tried_place()
        assert after is not None
        assert (after - before).toTuple() == pytest.approx(way, abs=1e-6)
        before = after
    goal = before.toPoint() + QPointF(60, -40).toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=before.toPoint())
    QTest.mouseMove(view, goal)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=goal)
    there = view.tried_place()
    assert there is not None
    assert (there - QPointF(goal)).manhattanLength() < 1.5
