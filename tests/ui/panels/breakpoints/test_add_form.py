"""Adding breakpoints."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bpviz.datasets import Dataset
from bpviz.training.breakpoints import Breakpoint, Condition
from bpviz.training.commands import (
    AddBreakpoint,
)
from bpviz.training.events import State
from bpviz.ui.kit.breakpoints.conditions import OFFERED
from bpviz.ui.panels.breakpoints.model import Column
from bpviz.ui.panels.breakpoints.panel import BreakpointsPanel
from tests.ui.frames import make_table
from tests.ui.panels.breakpoints.hands import ABOVE, cell, click, notes, offer, type_in
from tests.ui.shown_panels import Sent


@pytest.mark.parametrize(
    ("condition", "typed", "made"),
    [
        (Condition.LOSS_ABOVE, "0,25", Breakpoint.loss_above(0.25)),
        (Condition.LOSS_BELOW, "1e-3", Breakpoint.loss_below(0.001)),
        (Condition.LOSS_BELOW, "-1", Breakpoint.loss_below(-1)),
        (Condition.LOSS_ABOVE, "inf", Breakpoint.loss_above(float("inf"))),
        (Condition.GRADIENT_W1_ABOVE, "2.5E2", Breakpoint.gradient_above(250)),
        (Condition.GRADIENT_W2_ABOVE, ".5", Breakpoint.gradient_above(0.5, "W2")),
        (Condition.SAMPLE, "11", Breakpoint.sample(11)),
        (Condition.SATURATED, "0,75", Breakpoint.saturated(0.75)),
        (Condition.LOSS_JUMP, "3", Breakpoint.loss_jump(3)),
        (Condition.EVERY, str(2**63 - 1), Breakpoint.every(2**63 - 1)),
        (Condition.EVERY, "6e4", Breakpoint.every(60_000)),
    ],
)
def test_that_return_adds_what_was_typed(
    panel: BreakpointsPanel, sent: Sent, condition: Condition, typed: str, made: Breakpoint
) -> None:
    offer(panel)
    type_in(panel, condition, typed)
    assert sent == [AddBreakpoint(made)]
    assert not panel.complaint.isVisible()


@pytest.mark.parametrize(
    ("condition", "made"),
    [
        (Condition.MISCLASSIFIED, Breakpoint.misclassified()),
        (Condition.NOT_FINITE, Breakpoint.not_finite()),
    ],
)
def test_that_a_condition_without_a_value_asks_for_none(
    panel: BreakpointsPanel, sent: Sent, condition: Condition, made: Breakpoint
) -> None:
    offer(panel)
    panel.adder.choose(condition)
    assert not panel.adder.value_edit.isVisible()
    assert not panel.adder.class_edit.isVisible()
    QTest.keyClick(panel.adder.condition_edit, Qt.Key.Key_Return)
    assert sent == [AddBreakpoint(made)]


def test_that_a_class_is_chosen_by_its_name(panel: BreakpointsPanel, sent: Sent) -> None:
    data = Dataset.from_arrays(
        "iris",
        [[0.0], [1.0], [2.0]],
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        labels=[0, 1, 2],
        class_names=("setosa", "versicolor", "virginica"),
    )
    offer(panel, data, breakpoints=notes(Breakpoint.label(1)))
    assert cell(panel, 0, Column.CONDITION) == "class versicolor"
    panel.adder.choose(Condition.LABEL)
    box = panel.adder.class_edit
    assert box.isVisible()
    assert [box.itemText(i) for i in range(box.count())] == ["setosa", "versicolor", "virginica"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert sent == [AddBreakpoint(Breakpoint.label(2))]


def test_that_the_button_adds_too(panel: BreakpointsPanel, sent: Sent) -> None:
    offer(panel, mean_loss=0.2)
    click(panel, "breakpoints_add")
    assert sent == [AddBreakpoint(Breakpoint.loss_above(0.4))]


@pytest.mark.parametrize(
    ("condition", "typed", "said"),
    [
        (Condition.LOSS_ABOVE, "abc", "“abc” is not a number"),
        (Condition.LOSS_ABOVE, "nan", "“nan” is not a number"),
        (Condition.GRADIENT_W1_ABOVE, "1e999", "“1e999” is out of range"),
        (Condition.SAMPLE, "12", "“12” is out of range. Type a whole number from 0 to 11."),
        (Condition.SAMPLE, "-1", "“-1” is out of range"),
        (Condition.SAMPLE, "1.5", "“1.5” is not a whole number"),
        (Condition.EVERY, "0", "out of range. Type a whole number from 1 to"),
        (Condition.EVERY, "-5", "out of range. Type a whole number from 1 to"),
        (Condition.EVERY, str(2**63), "out of range. Type a whole number from 1 to"),
        (Condition.EVERY, " ", "A whole number is missing. Type one from 1 to"),
        (Condition.SATURATED, " ", "A number is missing. Type one"),
    ],
)
def test_that_bad_input_is_explained_and_kept(
    panel: BreakpointsPanel, sent: Sent, condition: Condition, typed: str, said: str
) -> None:
    offer(panel, breakpoints=notes(ABOVE))
    type_in(panel, condition, typed)
    assert sent == []
    assert panel.complaint.isVisible()
    assert said in panel.complaint.text()
    assert panel.adder.value_edit.text() == typed
    offer(panel, breakpoints=notes(ABOVE), step=5)
    assert panel.adder.value_edit.text() == typed
    assert panel.complaint.isVisible()
    QTest.keyClicks(panel.adder.value_edit, "1")
    assert not panel.complaint.isVisible()
    assert panel.list.stops.rowCount() == 1


def test_that_what_was_typed_comes_back_with_its_condition(panel: BreakpointsPanel) -> None:
    offer(panel)
    type_in(panel, Condition.SAMPLE, "700")
    panel.adder.choose(Condition.LOSS_JUMP)
    assert not panel.complaint.isVisible()
    assert panel.adder.value_edit.text() == "2"
    panel.adder.choose(Condition.SAMPLE)
    assert panel.adder.value_edit.text() == "700"


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (Condition.LOSS_ABOVE, "0.25"),
        (Condition.LOSS_BELOW, "0.062"),
        (Condition.SAMPLE, "7"),
        (Condition.SATURATED, "0.5"),
        (Condition.LOSS_JUMP, "2"),
        (Condition.EVERY, "12"),
    ],
)
def test_that_values_begin_with_what_suits_the_run(
    panel: BreakpointsPanel, condition: Condition, text: str
) -> None:
    offer(panel, mean_loss=0.1234, sample=7)
    panel.adder.choose(condition)
    assert panel.adder.value_edit.text() == text


def test_that_an_untouched_value_follows_the_run_while_it_stands(panel: BreakpointsPanel) -> None:
    offer(panel, mean_loss=0.5)
    assert panel.adder.value_edit.text() == "1"
    offer(panel, mean_loss=0.1, step=100, state=State.RUNNING)
    assert panel.adder.value_edit.text() == "1"
    offer(panel, mean_loss=0.1, step=200)
    assert panel.adder.value_edit.text() == "0.2"


def test_that_classes_are_not_offered_for_regression(panel: BreakpointsPanel, sent: Sent) -> None:
    offer(panel)
    panel.adder.choose(Condition.LABEL)
    offer(panel, make_table(), run=2)
    box = panel.adder.condition_edit
    disabled = []
    for condition in OFFERED:
        index = box.model().index(box.findData(condition), 0)
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            disabled.append(condition)
            assert "regression" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert disabled == [Condition.LABEL, Condition.MISCLASSIFIED]
    assert panel.adder.condition is Condition.LOSS_ABOVE
    offer(panel, run=3)
    assert box.model().index(box.findData(Condition.LABEL), 0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_that_nothing_can_be_added_while_the_first_data_set_loads(
    panel: BreakpointsPanel, sent: Sent
) -> None:
    offer(panel, dataset_loaded=False)
    assert not panel.adder.isEnabled()
    panel.adder.add()
    assert sent == []
