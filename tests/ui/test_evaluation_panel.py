"""The evaluation panel: its figures, what each view shows and sends, and what it needs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from bpviz.datasets import Dataset, load
from bpviz.datasets.dataset import Part
from bpviz.training.commands import Seek, SelectSample, TrainNext, TrainOwn
from bpviz.training.events import Frame, State
from bpviz.training.looks import Evaluations, Scan
from bpviz.ui.panels.evaluation import EvaluationPanel, View
from bpviz.ui.text import NOTHING, count, number
from bpviz.ui.theme import DARK
from bpviz.ui.widgets.evaluation_time import accuracy_scale
from bpviz.ui.widgets.sample_filter import SampleFilter
from tests.ui.frames import make_frame, make_images, make_regression, make_table
from tests.ui.records import make_classes, make_evaluations, make_scan

NO_CURVE = Evaluations(np.zeros(0, np.int64), np.zeros(0), np.zeros(0))


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> EvaluationPanel:
    panel = EvaluationPanel(sent.append)
    qtbot.addWidget(panel)
    panel.resize(600, 400)
    panel.show()
    return panel


def scan_of(data: Dataset, step: int, losses: Any, predicted: Any) -> Scan:
    assert data.labels is not None
    said = np.asarray(predicted)
    return Scan(
        step=step,
        losses=np.asarray(losses, float),
        magnitudes=np.zeros((0, 2)),
        predicted=said,
        correct=said == data.labels,
    )


def with_test(m: int = 40, n: int = 30) -> Dataset:
    return replace(make_classes(m), test=make_classes(n, seed=1))


def frame_of(data: Dataset | None = None, step: int = 700, **overrides: Any) -> Frame:
    data = data or with_test()
    values: dict[str, Any] = {
        "step": step,
        "scan": make_scan(data, step),
        "test_scan": None if data.test is None else make_scan(data.test, step),
        "train_curve": make_evaluations(step, 5),
        "test_curve": NO_CURVE if data.test is None else make_evaluations(step, 4),
    }
    return make_frame(data, **(values | overrides))


def texts(panel: EvaluationPanel) -> tuple[list[str], list[str]]:
    figures = panel.figures
    return [label.text() for label in figures.accuracies], [x.text() for x in figures.losses]


# ---- figures


def test_that_the_figures_are_those_of_both_looks(panel: EvaluationPanel) -> None:
    test = Dataset.from_arrays("t", np.zeros((2, 1)), np.eye(2), labels=[0, 1])
    data = Dataset.from_arrays(
        "d", np.zeros((3, 1)), np.eye(2)[[0, 0, 1]], labels=[0, 0, 1], test=test
    )
    train_scan = scan_of(data, 9, [0.5, 0.25, 0.75], [0, 1, 1])
    test_scan = scan_of(test, 9, [0.25, 0.5], [1, 0])
    panel.show_frame(make_frame(data, step=9, scan=train_scan, test_scan=test_scan))
    accuracies, losses = texts(panel)
    assert accuracies == ["66.67 %", "0.00 %", "−66.67 points"]
    assert losses == ["0.5000", "0.3750", "−0.125"]
    assert panel.figures.heads == ["training", "test", "difference"]


def test_that_a_look_of_another_step_says_so(panel: EvaluationPanel) -> None:
    data = with_test()
    panel.resize(900, 400)
    frame = frame_of(data, 12_400, scan=make_scan(data, 12_345))
    panel.show_frame(frame)
    heads = panel.figures.heads
    assert heads[0] == f"training, at step {count(12_345)}"
    assert heads[1] == "test"
    panel.resize(260, 400)
    panel.grab()
    assert panel.figures.heads[0] == "training …"
    panel.show_frame(replace(frame, step=12_345, test_scan=make_scan(data, 12_345)))
    assert panel.figures.heads == ["training", "test", "difference"]


def test_that_looks_far_apart_are_not_compared(panel: EvaluationPanel) -> None:
    data = with_test()
    assert data.test is not None
    near = frame_of(data, 1000, scan=make_scan(data, 950))
    panel.show_frame(near)
    assert texts(panel)[1][2] != NOTHING
    panel.show_frame(replace(near, scan=make_scan(data, 100)))
    assert [column[2] for column in texts(panel)] == [NOTHING, NOTHING]


def test_that_without_a_test_set_its_figures_are_left_open(panel: EvaluationPanel) -> None:
    panel.show_frame(frame_of(make_classes(20)))
    for column in texts(panel):
        assert column[0] != NOTHING
        assert column[1:] == [NOTHING, NOTHING]
    assert "no test set" in panel.note.text()
    assert not panel.note.isHidden()
    assert panel.part is Part.TRAIN
    assert not panel.parts.button(Part.TEST).isEnabled()
    panel.show_frame(frame_of())
    assert panel.note.isHidden()
    assert panel.part is Part.TEST


def test_that_a_regression_has_no_accuracy(panel: EvaluationPanel) -> None:
    data = make_regression(8)
    panel.show_frame(frame_of(data))
    assert all(label.isHidden() for label in panel.figures.accuracies)
    assert texts(panel)[1][0] == number(make_scan(data).losses.mean())
    panel.show_frame(frame_of())
    assert not any(label.isHidden() for label in panel.figures.accuracies)


def test_that_little_room_leaves_out_the_losses_and_then_all_figures(
    panel: EvaluationPanel,
) -> None:
    panel.show_frame(frame_of())
    line = panel.fontMetrics().height()
    for lines, hidden, brief in ((20, False, False), (10, False, True), (5, True, True)):
        panel.resize(600, lines * line)
        panel.grab()
        assert panel.figures.isHidden() is hidden
        assert panel.figures.losses[0].isHidden() is brief


# ---- what it needs


def test_that_it_needs_the_training_scan_only_while_it_shows_something_of_it(
    panel: EvaluationPanel,
) -> None:
    panel.show_frame(frame_of())
    assert panel.needs().evaluation
    assert panel.needs().scan
    panel.resize(600, 60)  # the figures have no room
    panel.grab()
    for view, part, scan in (
        (View.ANSWERS, Part.TEST, False),
        (View.WORST, Part.TEST, False),
        (View.WORST, Part.TRAIN, True),
        (View.TIME, Part.TEST, True),
    ):
        panel.set_view(view)
        panel.set_part(part)
        assert (panel.needs().evaluation, panel.needs().scan) == (True, scan)


# ---- views


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
    assert "loading" in panel.message.text()
    panel.show_frame(make_frame(dataset_loaded=False))
    assert panel.pages.currentWidget() is panel.message
    assert "loading" in panel.message.text()
    panel.show_frame(make_frame(with_test()))
    if view is View.TIME:
        assert panel.time.plot.message == "Being computed…"
    else:
        assert panel.message.text() == "Being computed…"
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
    panel.show_frame(replace(frame, test_scan=make_scan(frame.dataset.test, 701)))
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
    qtbot: Any, panel: EvaluationPanel, sent: list[Any], part: Part
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
    qtbot: Any, panel: EvaluationPanel, sent: list[Any]
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
    panel.show_frame(replace(frame, state=State.RUNNING))
    assert (plot.selected, plot.current) == (None, None)


# ---- over time


def test_that_a_click_over_time_goes_to_that_step(
    qtbot: Any, panel: EvaluationPanel, sent: list[Any]
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
    assert f"{100 * curve.accuracy[2]:.2f} % right" in text
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
    assert plot.y_scale.high < 2


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


# ---- all of it


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize(
    "data", [with_test(), make_classes(9, 1), make_images(6), make_regression(7, d=2)], ids=str
)
def test_that_it_is_drawn_at_any_size_in_either_theme(
    panel: EvaluationPanel, view: View, data: Dataset
) -> None:
    panel.set_view(view)
    panel.show_frame(frame_of(data))
    panel.set_theme(DARK)
    for size in ((0, 0), (1, 1), (60, 40), (300, 250), (1600, 300)):
        panel.resize(*size)
        panel.grab()
