"""Predicted against true values: figures in own units, points that can be found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.training.evaluation.results import Scan
from bpviz.ui.core.formatting import number
from bpviz.ui.core.theme import DARK
from bpviz.ui.panels.evaluation.regression import RegressionView, common_scale
from tests.ui.frames import make_regression, make_table
from tests.ui.themes import use_theme

UNITS = ((100.0, 50.0), (-20.0, 8.0))


@pytest.fixture
def view(qtbot: Any) -> RegressionView:
    made = RegressionView()
    qtbot.addWidget(made)
    made.resize(520, 320)
    made.show()
    qtbot.waitUntil(lambda: made.plot.area().width() > 200)  # laid out
    return made


def scan_of(data: Dataset, noise: float = 0.05, seed: int = 0) -> Scan:
    outputs = data.Y + np.random.default_rng(seed).normal(0, noise, data.Y.shape)
    losses = ((outputs - data.Y) ** 2).sum(axis=1)
    return Scan(step=5, losses=losses, magnitudes=np.zeros((0, 2)), outputs=outputs)


def test_that_the_line_above_says_them(view: RegressionView) -> None:
    data = make_regression(20)
    scan = scan_of(data)
    view.show_scan(data, Part.TRAIN, scan)
    assert scan.outputs is not None
    errors = 50 * (scan.outputs - data.Y)
    assert f"RMSE {number(np.sqrt((errors**2).mean()))}" in view.figures.text()
    r2 = 1 - (errors**2).sum() / (50**2 * ((data.Y - data.Y.mean()) ** 2).sum())
    assert f"R² {r2:.4f}" in view.figures.text()
    assert "20 samples" in view.figures.text()
    assert view.output.isHidden()
    assert view.plot.x_title == "true temperature"


def test_that_a_bad_fit_has_a_true_minus(view: RegressionView) -> None:
    data = make_regression(20)
    view.show_scan(data, Part.TRAIN, scan_of(data, 3.0))
    assert "R² −" in view.figures.text()


def test_that_the_output_is_chosen_by_name(view: RegressionView) -> None:
    data = make_regression(20, d=2)
    view.show_scan(data, Part.TRAIN, scan_of(data))
    assert [view.output.itemText(i) for i in range(2)] == ["temperature", "length"]
    assert not view.output.isHidden()
    view.output.setCurrentIndex(1)
    assert view.plot.x_title == "true length"
    low, high = view.plot.x_scale.low, view.plot.x_scale.high
    assert -20 <= low < high <= -10
    view.show_scan(data, Part.TRAIN, scan_of(data, seed=1))
    assert view.output.currentIndex() == 1


@pytest.mark.parametrize("m", [12, 3000])
def test_that_the_point_of_a_sample_is_found_and_clicked(
    qtbot: Any, view: RegressionView, m: int
) -> None:
    data = make_regression(m)
    scan = scan_of(data)
    view.show_scan(data, Part.TEST, scan)
    got: list[int] = []
    view.plot.sample_clicked.connect(got.append)
    lonely = int(np.argmax(scan.losses))
    at = view.plot.place_of(lonely)
    assert view.plot.sample_at(at) == lonely
    qtbot.mouseMove(view.plot, at.toPoint())
    assert scan.outputs is not None
    text = "\n".join(view.plot.readout())
    assert f"test sample {lonely}" in text
    assert number(100 + 50 * data.Y[lonely, 0]) in text
    assert number(100 + 50 * scan.outputs[lonely, 0]) in text
    qtbot.mouseClick(view.plot, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert got == [lonely]
    view.grab()


def test_that_exact_predictions_lie_on_the_diagonal(view: RegressionView) -> None:
    data = make_regression(30)
    view.show_scan(data, Part.TRAIN, scan_of(data, 0.0))
    area = view.plot.area()
    x, y = view.plot.places()
    across, up = (x - area.left()) / area.width(), (area.top() + area.height() - y) / area.height()
    np.testing.assert_allclose(across, up, atol=0.01)


@given(st.lists(st.floats(), min_size=0, max_size=12), st.integers(0, 2**31))
def test_that_the_axes_show_every_true_value(values: list[float], seed: int) -> None:
    true = np.array(values)
    predicted = np.random.default_rng(seed).permutation(true) / 3
    scale = common_scale(true, predicted)
    assert np.isfinite([scale.low, scale.high]).all()
    finite = true[np.isfinite(true) & (np.abs(true) < 1e300)]
    if len(finite) == len(true):
        assert ((scale.low <= finite) & (finite <= scale.high)).all()


def test_that_one_wild_prediction_does_not_press_the_others_flat() -> None:
    scale = common_scale(np.array([0.0, 1.0]), np.array([0.5, 1e9]))
    assert scale.high < 4


def test_that_axes_stand_still_while_the_values_move_a_little(view: RegressionView) -> None:
    data = make_regression(50)
    view.show_scan(data, Part.TRAIN, scan_of(data, 0.1))
    before = view.plot.x_scale
    view.show_scan(data, Part.TRAIN, scan_of(data, 0.05, seed=1))
    assert view.plot.x_scale is before


def test_that_values_without_units_and_odd_ones_are_drawn(view: RegressionView) -> None:
    table = make_table(6, d=3)
    scan = scan_of(table)
    assert scan.outputs is not None
    scan.outputs[0, 0], scan.outputs[1, 0], scan.outputs[2, 0] = np.nan, np.inf, -np.inf
    view.show_scan(table, Part.TRAIN, scan)
    assert view.plot.x_title == "true y[0]"
    assert "3 not finite" in view.figures.text()
    x, y = view.plot.places()
    assert np.isfinite(x).all()
    assert np.isfinite(y).all()
    view.plot.set_marks(0, 2)
    use_theme(DARK)
    for size in ((1, 1), (60, 40), (520, 320)):
        view.resize(*size)
        view.grab()
    assert view.plot.sample_at(QPointF(-100, -100)) is None


def test_that_the_values_copied_are_exact(view: RegressionView) -> None:
    data = make_regression(5)
    scan = scan_of(data)
    view.show_scan(data, Part.TRAIN, scan)
    view.plot.copy_menu().actions()[0].trigger()
    rows = [row.split("\t") for row in QGuiApplication.clipboard().text().splitlines()]
    assert rows[0] == ["index", "true", "predicted", "loss"]
    assert [float(row[1]) for row in rows[1:]] == (100 + 50 * data.Y[:, 0]).tolist()
    assert [float(row[3]) for row in rows[1:]] == scan.losses.tolist()


def test_that_the_same_scan_costs_nothing(view: RegressionView) -> None:
    data = make_regression(3000)
    scan = scan_of(data)
    plot = view.plot
    with patch.object(plot, "points_image", side_effect=plot.points_image) as drawn:
        for _ in range(2):
            view.show_scan(data, Part.TRAIN, scan)
            view.grab()
        assert drawn.call_count == 1
        view.show_scan(data, Part.TRAIN, replace(scan, step=6))
        view.grab()
        assert drawn.call_count == 2
