"""The evaluation panel along the steps: curves, axes, clicks, and what can be copied."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication

from bpviz.training.commands import Seek
from bpviz.training.evaluation.results import Evaluations
from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.theme import LIGHT
from bpviz.ui.panels.evaluation.header import View
from bpviz.ui.panels.evaluation.over_time import accuracy_scale
from bpviz.ui.panels.evaluation.panel import EvaluationPanel
from tests.ui.frames import make_regression, make_table
from tests.ui.panels.evaluation.evaluating import NO_CURVE, frame_of, make_panel
from tests.ui.records import make_evaluations
from tests.ui.shown_panels import Sent


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> EvaluationPanel:
    return make_panel(qtbot, sent)


def test_that_a_click_over_time_goes_to_that_step(
    qtbot: Any, panel: EvaluationPanel, sent: Sent
) -> None:
    frame = frame_of(step=6000)
    panel.set_view(View.TIME)
    panel.show_frame(frame)
    plot = panel.time.plot
    qtbot.waitUntil(lambda: plot.area().width() > 200)  # laid out
    at = QPoint(round(float(plot.px(3000))), plot.area().center().y())
    qtbot.mouseMove(plot, at)
    curve = frame.train_curve
    assert curve.steps[2] == 3000
    text = "\n".join(plot.readout())
    assert f"step {count(3000)}: loss {number(curve.loss[2])}" in text
    assert f"accuracy {100 * curve.accuracy[2]:.2f} %" in text
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert isinstance(sent[0], Seek)
    assert sent[0].step == pytest.approx(3000, abs=6000 / plot.area().width())


def test_that_its_axes_follow_what_is_in_sight(panel: EvaluationPanel) -> None:
    steps = np.arange(0, 1001, 100)
    accuracy = np.array([0.1, 0.5, *np.linspace(0.93, 0.95, 9)])
    curve = Evaluations(steps, np.linspace(2, 0.1, 11), accuracy)
    panel.set_view(View.TIME)
    panel.show_frame(frame_of(step=1000, train_curve=curve, test_curve=curve))
    plot = panel.time.plot
    assert plot.right_scale is not None
    assert plot.right_scale.low < 10
    plot.set_view_range((500, 1000))
    assert 80 < plot.right_scale.low < 93
    assert plot.right_scale.high > 95
    assert plot.y_scale.high <= 2


def test_that_the_loss_axis_is_logarithmic_once_it_spans_a_decade(panel: EvaluationPanel) -> None:
    steps = np.arange(0, 1001, 100)
    panel.set_view(View.TIME)
    for least, log in ((0.5, False), (0.1, True)):
        curve = Evaluations(steps, np.linspace(2, least, 11), np.full(11, 0.5))
        panel.show_frame(frame_of(step=1000, train_curve=curve, test_curve=curve))
        assert panel.time.plot.log_y is panel.time.log_y.isChecked() is log


@given(st.lists(st.floats(0, 100) | st.just(float("nan")), max_size=20))
def test_that_the_accuracy_axis_shows_every_value(values: list[float]) -> None:
    scale = accuracy_scale(np.array(values))
    assert scale.high - scale.low >= 5
    assert scale.high < 125
    for value in values:
        assert np.isnan(value) or scale.low < value < scale.high
    assert len([tick for tick in scale.ticks(4) if tick.label]) >= 2


def test_that_a_regression_has_one_curve_a_part(panel: EvaluationPanel) -> None:
    curve = make_evaluations(700, 4)
    bare = replace(curve, accuracy=np.full(4, np.nan))
    panel.set_view(View.TIME)
    panel.show_frame(frame_of(make_table(6), train_curve=bare, test_curve=NO_CURVE))
    assert panel.time.plot.right_scale is None
    assert [entry.text for entry in panel.time.legend.entries][1:] == ["train"]
    panel.grab()


def test_that_switches_and_the_way_back_act_on_the_plot(panel: EvaluationPanel) -> None:
    panel.resize(1000, 400)
    panel.set_view(View.TIME)
    panel.show_frame(frame_of())
    panel.time.log_x.click()
    panel.time.log_y.click()
    plot = panel.time.plot
    assert (plot.x_scale.log, plot.y_scale.log) == (True, True)
    assert not panel.time.whole_run.isEnabled()
    plot.zoom_to(100, 200)
    assert panel.time.whole_run.isEnabled()
    panel.time.whole_run.click()
    assert plot.view_range is None
    panel.set_presenting(True)
    assert panel.time.log_x.isHidden()
    panel.set_presenting(False)
    assert not panel.time.log_x.isHidden()


def test_that_the_curves_copied_are_exact(panel: EvaluationPanel) -> None:
    frame = frame_of()
    panel.set_view(View.TIME)
    panel.show_frame(frame)
    panel.time.plot.copy_menu().actions()[0].trigger()
    first, second = QGuiApplication.clipboard().text().split("\n\n")
    for text, curve in ((first, frame.train_curve), (second, frame.test_curve)):
        rows = [row.split("\t") for row in text.strip().splitlines()]
        assert [int(row[0]) for row in rows[1:]] == curve.steps.tolist()
        assert [float(row[2]) for row in rows[1:]] == curve.accuracy.tolist()


def test_that_nothing_new_is_not_drawn_again(panel: EvaluationPanel) -> None:
    panel.set_view(View.TIME)
    frame = frame_of()
    panel.show_frame(frame)
    points = panel.time.plot.points
    panel.show_frame(replace(frame, loss=0.5))
    assert panel.time.plot.points is points


def test_that_a_loss_of_nothing_is_still_drawn(panel: EvaluationPanel) -> None:
    steps = np.arange(0, 1001, 10)
    curve = Evaluations(steps, np.where(steps < 300, 0.5, 0.0), np.full(len(steps), np.nan))
    data = make_regression(8)
    panel.set_view(View.TIME)
    panel.show_frame(frame_of(data, 1000, tip=1000, train_curve=curve, test_curve=NO_CURVE))
    plot = panel.time.plot
    image = plot.grab().toImage()
    area, colour = plot.area(), QColor(LIGHT.series[1]).rgb()
    right = range(area.center().x(), area.right() - 5)
    low = range(area.bottom() - 4, area.bottom() + 1)
    assert all(any(image.pixel(x, y) == colour for y in low) for x in right)
