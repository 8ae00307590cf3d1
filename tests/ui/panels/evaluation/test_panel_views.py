"""The views of the evaluation: confusion, worst samples, predictions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt

from bpviz.datasets import load
from bpviz.datasets.dataset import Part
from bpviz.training.commands import SelectSample, TrainNext, TrainOwn
from bpviz.training.events import State
from bpviz.ui.core.formatting import NOTHING
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.kit.charts.axes import upright_ticks
from bpviz.ui.kit.charts.scale import n_labels
from bpviz.ui.panels.evaluation.header import View
from bpviz.ui.panels.evaluation.panel import EvaluationPanel
from tests.ui.frames import changed, make_frame, make_images, make_regression
from tests.ui.panels.evaluation.evaluating import frame_of, texts, with_test
from tests.ui.records import make_classes, make_scan
from tests.ui.shown_panels import Sent


def test_that_each_view_is_chosen_by_its_button_and_remembered(
    qtbot: Any, panel: EvaluationPanel
) -> None:
    panel.show_frame(frame_of())
    assert panel.pages.currentWidget() is panel.confusion
    for view, page in ((View.TIME, panel.time), (View.WORST, panel.worst)):
        with qtbot.waitSignal(panel.view_changed, timeout=1000):
            panel.views.button(view).click()
        assert panel.pages.currentWidget() is page
    panel.set_view(View.ANSWERS)
    panel.show_frame(frame_of(make_regression(9)))
    assert panel.pages.currentWidget() is panel.regression
    assert panel.views.button(View.ANSWERS).text() == "predictions"
    panel.show_frame(frame_of())
    assert panel.pages.currentWidget() is panel.confusion
    assert panel.views.button(View.ANSWERS).text() == "confusion"


def test_that_the_part_is_remembered_over_data_without_one(panel: EvaluationPanel) -> None:
    for wish in (Part.TRAIN, Part.TEST):
        panel.show_frame(frame_of())
        panel.parts.button(wish).click()
        panel.show_frame(frame_of(make_classes(20)))
        assert panel.part is Part.TRAIN
        panel.show_frame(frame_of())
        assert panel.part is wish


@pytest.mark.parametrize("view", list(View))
def test_that_it_says_why_there_is_nothing_to_see(panel: EvaluationPanel, view: View) -> None:
    panel.set_view(view)
    assert panel.message.text() == "Waiting for the data set…"
    panel.show_frame(make_frame(dataset_loaded=False))
    assert panel.pages.currentWidget() is panel.message
    assert panel.message.text() == "Waiting for the data set…"
    panel.show_frame(make_frame(with_test()))
    if view is View.TIME:
        assert panel.time.plot.message == "Computing…"
    else:
        assert panel.message.text() == "Computing…"
    for column in texts(panel):
        assert column == [NOTHING] * 3


def test_that_a_scan_of_other_data_is_not_shown(panel: EvaluationPanel) -> None:
    data = with_test(40, 30)
    panel.show_frame(frame_of(data, scan=make_scan(make_classes(50)), test_scan=make_scan(data)))
    assert panel.pages.currentWidget() is panel.message
    assert texts(panel)[1] == [NOTHING] * 3


@pytest.mark.parametrize("part", list(Part))
def test_that_the_confusion_is_that_of_the_part(panel: EvaluationPanel, part: Part) -> None:
    data = with_test()
    frame = frame_of(data)
    panel.set_part(part)
    panel.show_frame(frame)
    pairs, scan = (data, frame.scan) if part is Part.TRAIN else (data.test, frame.test_scan)
    assert pairs is not None
    assert pairs.labels is not None
    assert scan is not None
    assert scan.predicted is not None
    table = np.zeros((10, 10), int)
    for true, said in zip(pairs.labels, scan.predicted, strict=True):
        table[true, said] += 1
    confusion = panel.confusion.matrix.confusion
    assert confusion is not None
    assert confusion.counts.tolist() == table.tolist()


def test_that_the_same_look_is_counted_once(panel: EvaluationPanel) -> None:
    frame = frame_of()
    panel.show_frame(frame)
    first = panel.confusion.matrix.confusion
    panel.show_frame(replace(frame, step=frame.step + 1))
    assert panel.confusion.matrix.confusion is first
    assert frame.dataset is not None
    assert frame.dataset.test is not None
    panel.show_frame(changed(frame, test_scan=make_scan(frame.dataset.test, 701)))
    assert panel.confusion.matrix.confusion is not first


def test_that_two_classes_with_one_output_have_a_matrix(panel: EvaluationPanel) -> None:
    data = load("moons")
    assert data.test is not None
    panel.show_frame(frame_of(data))
    confusion = panel.confusion.matrix.confusion
    assert confusion is not None
    assert confusion.n_classes == 2
    assert int(confusion.rows.sum()) == data.test.n_samples


def test_that_a_cell_wants_its_samples(qtbot: Any, panel: EvaluationPanel) -> None:
    panel.show_frame(frame_of())
    matrix = panel.confusion.matrix
    qtbot.waitUntil(lambda: matrix.width() > 300)  # laid out
    got: list[SampleFilter] = []
    panel.samples_wanted.connect(got.append)
    at = matrix.layout_now().cell(4, 5).center().toPoint()
    qtbot.mouseMove(matrix, at)
    assert panel.confusion.readout.text() == matrix.sentence_at((4, 5))
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=at)
    panel.set_part(Part.TRAIN)
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert got == [
        SampleFilter(Part.TEST, label=4, predicted=5),
        SampleFilter(Part.TRAIN, label=4, predicted=5),
    ]


def test_that_cells_can_show_per_cent(panel: EvaluationPanel) -> None:
    panel.show_frame(frame_of())
    panel.confusion.shares.click()
    assert panel.confusion.matrix.as_shares


@pytest.mark.parametrize("part", list(Part))
def test_that_a_worst_sample_is_looked_at_and_trained_on(
    qtbot: Any, panel: EvaluationPanel, sent: Sent, part: Part
) -> None:
    frame = frame_of(make_images(12, test=make_images(6)))
    panel.set_view(View.WORST)
    panel.set_part(part)
    panel.show_frame(frame)
    scan = frame.scan if part is Part.TRAIN else frame.test_scan
    assert scan is not None
    hardest = int(np.argmax(scan.losses))
    view = panel.worst.view
    at = view.rect_of(0).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert sent == [SelectSample(hardest, part)]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    if part is Part.TRAIN:
        assert sent[1] == TrainNext(hardest)
    else:
        assert isinstance(sent[1], TrainOwn)
        assert frame.dataset is not None
        assert frame.dataset.test is not None
        assert sent[1].pair.x.tolist() == frame.dataset.test.x(hardest).tolist()


def test_that_a_click_on_a_prediction_selects_that_sample(
    qtbot: Any, panel: EvaluationPanel, sent: Sent
) -> None:
    data = make_regression(9, test=make_regression(5))
    panel.show_frame(frame_of(data))
    plot = panel.regression.plot
    qtbot.waitUntil(lambda: plot.area().width() > 200)  # laid out
    at = plot.place_of(3).toPoint()
    index = plot.sample_at(at.toPointF())
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert sent == [SelectSample(index, Part.TEST)]


def test_that_samples_are_marked_in_their_own_part_only(panel: EvaluationPanel) -> None:
    data = make_regression(9, test=make_regression(5))
    plot = panel.regression.plot
    frame = frame_of(data, selected=2, selected_part=Part.TEST, sample=4)
    panel.show_frame(frame)
    assert (plot.selected, plot.current) == (2, None)
    panel.set_part(Part.TRAIN)
    assert (plot.selected, plot.current) == (None, 4)
    panel.show_frame(replace(frame, state=State.RUNNING, steps_per_second=1e5))
    assert (plot.selected, plot.current) == (None, None)
    panel.show_frame(replace(frame, state=State.RUNNING, steps_per_second=2.0))
    assert (plot.selected, plot.current) == (None, 4)


def test_that_curves_on_a_small_screen_have_three_ticks_an_axis(
    qtbot: Any, panel: EvaluationPanel
) -> None:
    panel.resize(739, 189)  # as in the overview at 1280×800
    panel.set_view(View.TIME)
    panel.show_frame(frame_of())
    plot = panel.time.plot
    line = plot.fontMetrics().height()
    qtbot.waitUntil(lambda: plot.area().height() >= 4 * line)
    for scale in (plot.y_scale, plot.right_scale):
        assert scale is not None
        assert n_labels(upright_ticks(scale, int(plot.area().height()) // line)) >= 3
    assert panel.head.figures.isVisible()
    panel.set_view(View.ANSWERS)
    assert panel.parts.isVisible()
