"""The plot of the error against the step size: its axes hold the curves, and nothing breaks it."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from bpviz.network.step_sizes import StepSizeSweep, usual_step_sizes
from bpviz.training.evaluation.check_info import WeightSweep
from bpviz.ui.panels.gradient_check.sweep_plot import LOWEST, SweepPlot
from tests.ui.panels.gradient_check.checks import make_note, small


@pytest.fixture
def plot(qtbot: QtBot) -> SweepPlot:
    plot = SweepPlot()
    qtbot.addWidget(plot)
    plot.resize(500, 260)
    return plot


def made(double: np.ndarray, extended: np.ndarray, analytic: float = 1.0) -> WeightSweep:
    sizes = usual_step_sizes()
    kink = np.zeros(sizes.size, bool)
    return WeightSweep(
        "W1", 0, 0, StepSizeSweep(sizes, analytic, double, extended, kink, abs(analytic))
    )


def test_that_both_axes_are_logarithmic_and_hold_the_v(plot: SweepPlot) -> None:
    sweep = make_note(small(step=3)).worst
    assert sweep is not None
    plot.show_sweep(sweep, 4.8e-7)
    assert plot.x_scale.log
    assert plot.y_scale.log
    seen = np.concatenate([sweep.curve.double, sweep.curve.extended])
    seen = np.maximum(seen[np.isfinite(seen)], LOWEST)
    assert plot.y_scale.low <= seen.min()
    assert seen.max() <= plot.y_scale.high
    labels = [tick.label for tick in plot.y_scale.ticks(6) if tick.label]
    assert 2 <= len(labels) <= 7
    assert not plot.grab().isNull()


def test_that_a_weight_without_gradient_has_absolute_errors(plot: SweepPlot) -> None:
    ones = np.full(105, 1e-3)
    plot.show_sweep(made(ones, ones, analytic=0.0), 1e-6)
    assert plot.y_title == "absolute error"
    assert plot.one_precision
    plot.show_sweep(made(ones, ones / 10), 1e-6)
    assert plot.y_title == "relative error"
    assert not plot.one_precision


@pytest.mark.parametrize("value", [0.0, np.nan, np.inf, 1e300, 1e-300])
def test_that_errors_of_any_size_are_drawn(plot: SweepPlot, value: float) -> None:
    errors = np.full(105, value)
    plot.set_named(True)
    plot.show_sweep(made(errors, errors * 0.5), 1e-6)
    assert not plot.grab().isNull()
    assert plot.all_zero == (value == 0.0)
