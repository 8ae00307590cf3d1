"""Setting inputs by sliders where they are no picture."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bpviz.datasets import load
from bpviz.network import Activation, Network
from bpviz.ui.panels.draw.panel import DrawPanel
from tests.ui.frames import make_frame, make_network, make_regression, make_table
from tests.ui.panels.draw.drawing import expected, own_pair


def test_that_other_inputs_have_sliders_that_begin_with_the_mean(
    panel: DrawPanel, sent: list[Any]
) -> None:
    data = load("iris")
    network = make_network(4, 8, 3)
    panel.show_frame(make_frame(data, network=network))
    assert not panel.body.drawn
    assert panel.input_values == pytest.approx(data.X.mean(axis=0))
    panel.sliders.sliders[2].setValue(1000)
    x = panel.input_values
    assert x is not None
    assert x[2] == pytest.approx(data.X[:, 2].max())
    assert panel.sliders.editors[2].value() == x[2]
    panel.sliders.editors[0].setValue(0.25)
    x = panel.input_values
    assert x is not None
    assert x[0] == 0.25
    assert panel.trace is not None
    assert np.array_equal(panel.trace.f, expected(network, x))
    winner = data.class_names[int(panel.trace.f.argmax())]
    assert panel.answer.verdict.text() == winner
    panel.train.classes.setCurrentIndex(1)
    panel.train.button.click()
    pair = own_pair(sent)
    assert (pair.label, pair.title) == (1, f"custom inputs as {data.class_names[1]}")
    assert np.array_equal(pair.x, x)


def test_that_sliders_take_the_sample_at_hand_exactly(panel: DrawPanel) -> None:
    data = load("iris")
    panel.show_frame(make_frame(data, sample=17))
    panel.sliders.take.click()
    assert panel.input_values is not None
    assert np.array_equal(panel.input_values, data.x(17))
    panel.sliders.reset.click()
    assert panel.input_values == pytest.approx(data.X.mean(axis=0))


def test_that_long_names_stand_above_their_sliders_where_beside_them_they_were_cut(
    panel: DrawPanel,
) -> None:
    names = tuple(f"feature number {i}" for i in range(13))
    panel.resize(400, 400)
    panel.show_frame(make_frame(make_table(m=20, n=13, names=names)))
    panel.grab()
    sliders = panel.sliders
    label, slider = sliders._labels[3], sliders.sliders[3]
    assert label.geometry().bottom() < slider.geometry().top() + 2
    assert label.width() >= label.fontMetrics().horizontalAdvance(names[3])


def test_that_a_regression_answers_and_is_trained_in_its_own_units(
    panel: DrawPanel, sent: list[Any]
) -> None:
    data = make_regression()
    network = make_network(3, 4, 1)
    panel.show_frame(make_frame(data, network=network))
    x = panel.input_values
    assert x is not None
    assert x[2] == 1.0
    own = 100 + 50 * float(expected(network, x)[0])
    assert panel.answer.verdict.text() == f"temperature = {own:.0f}"
    panel.train.editors[0].setValue(125.0)
    panel.train.button.click()
    pair = own_pair(sent)
    assert pair.y.tolist() == [0.5]
    assert pair.label is None


def test_that_outputs_without_bounds_are_answered_too(panel: DrawPanel) -> None:
    data = load("autoencoder")
    start = make_network(8, 3, 8)
    network = Network(5 * start.W1, 9 * start.W2, Activation.RELU, Activation.IDENTITY)
    panel.show_frame(make_frame(data, network=network))
    for slider in panel.sliders.sliders.values():
        slider.setValue(1000)
    assert panel.trace is not None
    f = expected(network, np.ones(8))
    assert np.array_equal(panel.trace.f, f)
    low, high = panel.answer.bars.shown.low, panel.answer.bars.shown.high
    assert low <= f.min()
    assert high >= f.max()


def test_that_very_many_inputs_are_taken_from_a_sample_only(panel: DrawPanel) -> None:
    data = make_table(n=300)
    panel.show_frame(make_frame(data, sample=2))
    assert panel.sliders.note.isVisible()
    assert "300 inputs" in panel.sliders.note.text()
    panel.sliders.take.click()
    assert panel.input_values is not None
    assert np.array_equal(panel.input_values, data.x(2))
