"""The figures of the evaluation: accuracy and mean loss on both parts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.training.quantities import Need
from bpviz.ui.core.formatting import NOTHING, count, number
from bpviz.ui.core.theme import DARK
from bpviz.ui.panels.evaluation.header import View
from bpviz.ui.panels.evaluation.panel import EvaluationPanel
from tests.ui.frames import changed, make_frame, make_images, make_regression
from tests.ui.panels.evaluation.evaluating import frame_of, scan_of, texts, with_test
from tests.ui.records import make_classes, make_scan
from tests.ui.themes import use_theme


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
    panel.show_frame(changed(frame, step=12_345, test_scan=make_scan(data, 12_345)))
    assert panel.figures.heads == ["training", "test", "difference"]


def test_that_looks_far_apart_are_not_compared(panel: EvaluationPanel) -> None:
    data = with_test()
    assert data.test is not None
    near = frame_of(data, 1000, scan=make_scan(data, 950))
    panel.show_frame(near)
    assert texts(panel)[1][2] != NOTHING
    panel.show_frame(changed(near, scan=make_scan(data, 100)))
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
    assert panel.parts.value() == Part.TEST


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


def test_that_it_needs_the_training_scan_only_while_it_shows_something_of_it(
    panel: EvaluationPanel,
) -> None:
    panel.show_frame(frame_of())
    assert panel.needs() == {Need.EVALUATION, Need.SCAN}
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
        assert panel.needs() == {Need.EVALUATION} | ({Need.SCAN} if scan else set())


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize(
    "data", [with_test(), make_classes(9, 1), make_images(6), make_regression(7, d=2)], ids=str
)
def test_that_it_is_drawn_at_any_size_in_either_theme(
    panel: EvaluationPanel, view: View, data: Dataset
) -> None:
    panel.set_view(view)
    panel.show_frame(frame_of(data))
    use_theme(DARK)
    for size in ((0, 0), (1, 1), (60, 40), (300, 250), (1600, 300)):
        panel.resize(*size)
        panel.grab()


def test_that_figures_stand_beside_the_choices_where_that_has_room(
    qtbot: Any, panel: EvaluationPanel
) -> None:
    panel.show_frame(frame_of())
    head = panel.head

    def lies(beside: bool) -> bool:
        most = (4 if beside else 6) * panel.fontMetrics().height()
        return (head.figures.y() < head.views.geometry().bottom()) is beside and (
            head.height() < most
        )

    for width, beside in ((1200, True), (400, False)):
        panel.resize(width, 400)
        qtbot.waitUntil(lambda beside=beside: lies(beside), timeout=5000)
