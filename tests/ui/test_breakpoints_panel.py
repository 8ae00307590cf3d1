"""Breakpoints: every one is listed, made, edited and removed by keys and by mouse, and no frame
that was on its way undoes what was just done."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from bpviz.datasets import Dataset
from bpviz.training.breakpoints import Breakpoint, Condition
from bpviz.training.commands import (
    AddBreakpoint,
    ChangeBreakpoint,
    Command,
    RemoveBreakpoint,
    RunBack,
    Seek,
)
from bpviz.training.events import State
from bpviz.training.notes import BreakpointNote, HitNote
from bpviz.training.phases import Phase
from bpviz.ui.panels.breakpoints import BreakpointsPanel
from bpviz.ui.text import count
from bpviz.ui.theme import DARK, LIGHT
from bpviz.ui.widgets.breakpoint_model import Column
from bpviz.ui.widgets.holder import Holder
from tests.ui.frames import make_frame, make_images, make_table

IMAGES = make_images(m=12)
ABOVE, JUMP = Breakpoint.loss_above(0.5), Breakpoint.loss_jump(2)


class Sent(list[Command]):
    """Takes commands and numbers them as a mailbox does."""

    def __call__(self, command: Command) -> int:
        self.append(command)
        return len(self)


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> BreakpointsPanel:
    panel = BreakpointsPanel(sent)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(420, 640)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def notes(*breakpoints: Breakpoint, **values: Any) -> tuple[BreakpointNote, ...]:
    return tuple(BreakpointNote(i, each, **values) for i, each in enumerate(breakpoints, 1))


def offer(panel: BreakpointsPanel, data: Dataset = IMAGES, **overrides: Any) -> None:
    panel.show_frame(make_frame(data, **overrides))
    for _ in range(4):  # heights follow the columns, and those the scroll bar
        QApplication.processEvents()


def child(panel: QWidget, name: str) -> Any:
    found = panel.findChild(QWidget, name)
    assert found is not None, name
    return found


def click(panel: QWidget, name: str) -> None:
    button = child(panel, name)
    assert isinstance(button, QAbstractButton)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def cell(panel: BreakpointsPanel, row: int, column: int) -> str:
    return str(panel.list.stops.index(row, column).data())


def place(panel: BreakpointsPanel, row: int, column: int, left: int | None = None) -> QPoint:
    rect = panel.list.visualRect(panel.list.stops.index(row, column))
    return rect.center() if left is None else QPoint(rect.left() + left, rect.center().y())


def type_in(panel: BreakpointsPanel, condition: Condition, words: str) -> None:
    panel.adder.choose(condition)
    edit = panel.adder.value_edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def open_editor(panel: BreakpointsPanel, row: int, column: int, name: str) -> Any:
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.stops.index(row, column))
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    return child(panel.list, name)


# Adding ----------------------------------------------------------------------------------------


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
    assert cell(panel, 0, Column.CONDITION) == "class 1 (versicolor)"
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
        (Condition.GRADIENT_W1_ABOVE, "1e999", "beyond the largest number"),
        (Condition.SAMPLE, "12", "There is no sample 12: the samples are counted from 0 to 11."),
        (Condition.SAMPLE, "-1", "There is no sample −1"),
        (Condition.SAMPLE, "1.5", "“1.5” is not a whole number"),
        (Condition.EVERY, "0", "must be from 1 to"),
        (Condition.EVERY, "-5", "must be from 1 to"),
        (Condition.EVERY, str(2**63), "must be from 1 to"),
        (Condition.EVERY, " ", "Type a whole number"),
        (Condition.SATURATED, " ", "Type the value"),
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
    for condition in Condition:
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


# The list --------------------------------------------------------------------------------------


def test_that_the_list_says_what_each_breakpoint_is(panel: BreakpointsPanel) -> None:
    offer(
        panel,
        breakpoints=(
            BreakpointNote(1, ABOVE, hits=48_211),
            BreakpointNote(4, Breakpoint.every(7), enabled=False, ignore=2**62),
        ),
    )
    assert [cell(panel, 0, c) for c in Column] == ["loss > 0.5", "0", count(48_211)]
    assert [cell(panel, 1, c) for c in Column] == ["every 7 steps", count(2**62), "0"]
    checks = [panel.list.stops.index(r, 0).data(Qt.ItemDataRole.CheckStateRole) for r in (0, 1)]
    assert [Qt.CheckState(c) for c in checks] == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]


def test_that_those_which_the_run_stands_at_are_marked(panel: BreakpointsPanel) -> None:
    def marked() -> list[int]:
        rows = range(panel.list.stops.rowCount())
        role = Qt.ItemDataRole.DecorationRole
        return [row for row in rows if panel.list.stops.index(row, 0).data(role) is not None]

    two = notes(ABOVE, JUMP)
    offer(panel, breakpoints=two, hit=(2,), phase=Phase.UPDATE)
    assert marked() == [1]
    spoken = panel.list.stops.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "the run stands here" in spoken
    offer(panel, breakpoints=two, hit=())
    assert marked() == []


def test_that_a_problem_is_told_in_the_warning_colour(panel: BreakpointsPanel) -> None:
    problem = "The data set has no sample 70000, so this breakpoint cannot act."
    offer(panel, breakpoints=(*notes(ABOVE), BreakpointNote(2, JUMP, problem=problem)))
    index = panel.list.stops.index(1, 0)
    assert problem in index.data()
    colour = index.data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name() == LIGHT.warning
    assert panel.list.stops.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    assert panel.list.rowHeight(1) > panel.list.rowHeight(0)
    panel.set_theme(DARK)
    assert index.data(Qt.ItemDataRole.ForegroundRole).name() == DARK.warning


def test_that_a_click_on_the_box_switches_it_and_an_old_frame_does_not_switch_back(
    panel: BreakpointsPanel, sent: Sent
) -> None:
    two = notes(ABOVE, JUMP)
    offer(panel, breakpoints=two)
    QTest.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 1, 0, left=9)
    )
    assert sent == [ChangeBreakpoint(2, enabled=False)]
    assert not panel.list.stops.notes[1].enabled
    offer(panel, breakpoints=two, heard=0)
    assert not panel.list.stops.notes[1].enabled
    offer(panel, breakpoints=two, heard=1)  # the trainer did not do it
    assert panel.list.stops.notes[1].enabled


def test_that_space_switches_the_current_one(panel: BreakpointsPanel, sent: Sent) -> None:
    offer(panel, breakpoints=notes(ABOVE, JUMP))
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.stops.index(0, 0))
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert sent == [ChangeBreakpoint(1, enabled=False), ChangeBreakpoint(1, enabled=True)]


def test_that_del_removes_the_selected_ones_at_once(panel: BreakpointsPanel, sent: Sent) -> None:
    three = notes(ABOVE, JUMP, Breakpoint.not_finite())
    offer(panel, breakpoints=three)
    panel.list.setFocus()
    panel.list.selectRow(0)
    panel.list.selectionModel().select(
        panel.list.stops.index(1, 0),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert sent == [RemoveBreakpoint(1), RemoveBreakpoint(2)]
    assert [note.number for note in panel.list.stops.notes] == [3]
    offer(panel, breakpoints=three, heard=1)
    assert [note.number for note in panel.list.stops.notes] == [3]
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)  # the one that is left is selected
    assert sent[-1] == RemoveBreakpoint(3)


def test_that_del_in_an_editor_removes_a_digit_only(panel: BreakpointsPanel, sent: Sent) -> None:
    offer(panel, breakpoints=notes(ABOVE))
    edit = open_editor(panel, 0, Column.CONDITION, "breakpoints_edit_value")
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() == ""
    assert sent == []


def test_that_the_buttons_remove_and_reset(panel: BreakpointsPanel, sent: Sent) -> None:
    two = notes(ABOVE, JUMP, hits=3)
    offer(panel, breakpoints=two)
    click(panel, "breakpoints_reset_hits")
    assert sent == [
        ChangeBreakpoint(1, reset_hits=True),
        ChangeBreakpoint(2, reset_hits=True),
    ]
    panel.list.selectRow(1)
    click(panel, "breakpoints_remove")
    assert sent[2:] == [RemoveBreakpoint(2)]
    click(panel, "breakpoints_remove_all")
    assert sent[3:] == [RemoveBreakpoint(None)]
    assert panel.list.stops.rowCount() == 0


def test_that_all_can_be_switched_at_once(panel: BreakpointsPanel, sent: Sent) -> None:
    offer(panel, breakpoints=(*notes(ABOVE), BreakpointNote(2, JUMP, enabled=False)))
    panel.actions_of_list.disable_all.trigger()
    panel.actions_of_list.enable_all.trigger()
    assert sent == [
        ChangeBreakpoint(1, enabled=False),
        ChangeBreakpoint(1, enabled=True),
        ChangeBreakpoint(2, enabled=True),
    ]


def test_that_buttons_that_would_do_nothing_are_disabled(panel: BreakpointsPanel) -> None:
    names = ("reset_hits", "remove", "remove_all", "clear_hits", "run_back")
    offer(panel)
    assert not any(child(panel, f"breakpoints_{name}").isEnabled() for name in names)
    offer(panel, breakpoints=notes(ABOVE, hits=1), step=9, hits=(HitNote(4, 1, "loss > 0.5"),))
    panel.list.selectRow(0)
    assert all(child(panel, f"breakpoints_{name}").isEnabled() for name in names)


# Editing ---------------------------------------------------------------------------------------


def test_that_a_threshold_is_edited_in_its_row(panel: BreakpointsPanel, sent: Sent) -> None:
    offer(panel, breakpoints=notes(ABOVE, JUMP))
    edit = open_editor(panel, 0, Column.CONDITION, "breakpoints_edit_value")
    assert edit.text() == "0.5"
    QTest.keyClicks(edit, "1,25e-3")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert sent == [ChangeBreakpoint(1, breakpoint=Breakpoint.loss_above(1.25e-3))]
    assert cell(panel, 0, Column.CONDITION) == "loss > 0.00125"


def test_that_return_and_a_double_click_open_the_editor(panel: BreakpointsPanel) -> None:
    offer(panel, breakpoints=notes(ABOVE, Breakpoint.not_finite()))
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.stops.index(0, 0))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert child(panel.list, "breakpoints_edit_value").text() == "0.5"
    QTest.keyClick(child(panel.list, "breakpoints_edit_value"), Qt.Key.Key_Escape)
    spot = place(panel, 1, Column.IGNORE)
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert child(panel.list, "breakpoints_edit_ignore").text() == "0"


def test_that_return_edits_the_ignore_count_where_there_is_no_value(
    panel: BreakpointsPanel, sent: Sent
) -> None:
    offer(panel, breakpoints=notes(Breakpoint.not_finite()))
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.stops.index(0, 0))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    edit = child(panel.list, "breakpoints_edit_ignore")
    QTest.keyClicks(edit, str(2**63 - 1))
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert sent == [ChangeBreakpoint(1, ignore=2**63 - 1)]


def test_that_a_count_that_has_no_room_is_not_edited(panel: BreakpointsPanel) -> None:
    offer(panel, breakpoints=notes(Breakpoint.not_finite()))
    panel.list.setColumnHidden(Column.IGNORE, True)
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.stops.index(0, 0))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.list.findChild(QLineEdit) is None


@pytest.mark.parametrize(
    ("column", "name", "typed", "said"),
    [
        (Column.CONDITION, "breakpoints_edit_value", "lots", "“lots” is not a number"),
        (Column.IGNORE, "breakpoints_edit_ignore", "-3", "“-3” hits cannot be ignored"),
        (Column.IGNORE, "breakpoints_edit_ignore", str(2**63), "cannot be ignored"),
    ],
)
def test_that_an_editor_stays_open_while_what_it_holds_is_not_possible(
    panel: BreakpointsPanel, sent: Sent, column: Column, name: str, typed: str, said: str
) -> None:
    offer(panel, breakpoints=notes(ABOVE))
    edit = open_editor(panel, 0, column, name)
    QTest.keyClicks(edit, typed)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert edit.isVisible()
    assert edit.text() == typed
    assert said in panel.complaint.text()
    assert panel.complaint.isVisible()
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not panel.complaint.isVisible()
    assert sent == []
    assert panel.list.stops.notes == notes(ABOVE)


def test_that_leaving_a_bad_value_says_that_the_old_one_stays(
    panel: BreakpointsPanel, sent: Sent
) -> None:
    offer(panel, breakpoints=notes(ABOVE))
    edit = open_editor(panel, 0, Column.CONDITION, "breakpoints_edit_value")
    QTest.keyClicks(edit, "x")
    panel.adder.value_edit.setFocus()
    assert panel.complaint.text().startswith("“x” is not a number")
    assert "“loss > 0.5” stays as it was" in panel.complaint.text()
    assert sent == []


def test_that_frames_do_not_disturb_what_is_being_typed(panel: BreakpointsPanel) -> None:
    offer(panel, breakpoints=notes(ABOVE, JUMP))
    edit = open_editor(panel, 0, Column.CONDITION, "breakpoints_edit_value")
    QTest.keyClicks(edit, "7.")
    for hits in (1, 2, 30):
        offer(panel, breakpoints=notes(ABOVE, JUMP, hits=hits))
    assert edit.isVisible()
    assert edit.text() == "7."
    assert cell(panel, 1, Column.HITS) == "30"


def test_that_another_class_is_chosen_from_a_list(panel: BreakpointsPanel, sent: Sent) -> None:
    offer(panel, breakpoints=notes(Breakpoint.label(3)))
    box = open_editor(panel, 0, Column.CONDITION, "breakpoints_edit_class")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "3"
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert ChangeBreakpoint(1, breakpoint=Breakpoint.label(4)) in sent


# Stops -----------------------------------------------------------------------------------------

HITS = (HitNote(3, 1, "loss > 0.5"), HitNote(70, 2, "not finite"), HitNote(2**40, 1, "loss > 0.5"))


def test_that_stops_are_listed_newest_first_and_a_click_goes_there(
    panel: BreakpointsPanel, sent: Sent
) -> None:
    offer(panel, hits=HITS, step=2**40, hit=(1,))
    model = panel.hits.hits
    assert [model.index(r, 1).data() for r in range(3)] == [count(2**40), "70", "3"]
    assert model.index(1, 0).data() == "not finite"
    marked = [model.index(r, 0).data(Qt.ItemDataRole.DecorationRole) for r in range(3)]
    assert [mark is not None for mark in marked] == [True, False, False]
    spot = panel.hits.visualRect(model.index(1, 0)).center()
    QTest.mouseClick(panel.hits.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert sent == [Seek(70)]
    QTest.keyClick(panel.hits, Qt.Key.Key_Up)
    QTest.keyClick(panel.hits, Qt.Key.Key_Return)
    assert sent == [Seek(70), Seek(2**40)]


def test_that_run_back_is_asked_for_by_its_button(panel: BreakpointsPanel, sent: Sent) -> None:
    offer(panel, step=5)
    click(panel, "breakpoints_run_back")
    assert sent == [RunBack()]


def test_that_run_back_is_possible_inside_the_first_step(panel: BreakpointsPanel) -> None:
    offer(panel, step=0)
    assert not child(panel, "breakpoints_run_back").isEnabled()
    offer(panel, step=0, phase=Phase.H)
    assert child(panel, "breakpoints_run_back").isEnabled()


def test_that_cleared_stops_come_back_only_when_the_run_stops_there_again(
    panel: BreakpointsPanel,
) -> None:
    offer(panel, hits=HITS, step=70, hit=(2,))
    click(panel, "breakpoints_clear_hits")
    offer(panel, hits=HITS, step=70, hit=(2,))
    assert panel.hits.hits.rowCount() == 0
    later = HitNote(90, 1, "loss > 0.5")
    offer(panel, hits=(*HITS, later), step=90, hit=(1,))
    assert panel.hits.hits.rows == (later,)
    offer(panel, hits=(*HITS, later), step=70, hit=(2,))
    assert panel.hits.hits.rows == (later, HITS[1])


# Keys, room and speed --------------------------------------------------------------------------


def test_that_tab_reaches_everything_in_order(panel: BreakpointsPanel) -> None:
    offer(panel, breakpoints=notes(ABOVE, hits=1), hits=HITS, step=70)
    panel.list.selectRow(0)
    panel.adder.condition_edit.setFocus()
    reached = []
    for _ in range(10):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.objectName())
        assert focused.accessibleName(), focused.objectName()
        assert focused.toolTip(), focused.objectName()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [
        "breakpoints_condition_edit",
        "breakpoints_value_edit",
        "breakpoints_add",
        "breakpoints_run_back",
        "breakpoints_list",
        "breakpoints_reset_hits",
        "breakpoints_remove",
        "breakpoints_remove_all",
        "breakpoints_hits",
        "breakpoints_clear_hits",
    ]


def test_that_the_empty_list_says_what_breakpoints_are_for(panel: BreakpointsPanel) -> None:
    offer(panel)
    assert "F9" in panel.list.accessibleDescription()
    before = panel.list.viewport().grab().toImage()
    panel.list.set_empty_text("")
    panel.list.viewport().update()
    assert panel.list.viewport().grab().toImage() != before


def test_that_a_low_panel_shows_one_list_at_a_time(qtbot: Any, sent: Sent) -> None:
    panel = BreakpointsPanel(sent)
    holder = Holder(panel)
    qtbot.addWidget(holder)
    holder.resize(300, 250)
    holder.show()
    offer(panel, breakpoints=notes(ABOVE), hits=HITS, step=70)
    assert panel.list.isVisible()
    assert not panel.hits.isVisible()
    click(panel, "breakpoints_view_hits")
    assert panel.hits.isVisible()
    assert not panel.list.isVisible()
    assert panel.adder.isHidden()
    holder.resize(300, 700)
    assert panel.list.isVisible()
    assert panel.hits.isVisible()
    assert not panel.view_edit.isVisible()


@pytest.mark.parametrize(("width", "height"), [(300, 250), (300, 700), (500, 300), (500, 700)])
@pytest.mark.parametrize("points", [0, 24])
def test_that_nothing_sticks_out_of_the_panel(
    qtbot: Any, sent: Sent, width: int, height: int, points: int
) -> None:
    panel = BreakpointsPanel(sent)
    holder = Holder(panel)
    qtbot.addWidget(holder)
    panel.set_theme(DARK)
    if points:
        font = holder.font()
        font.setPointSize(points)
        holder.setFont(font)
    holder.resize(width, height)
    holder.show()
    offer(panel, breakpoints=notes(*[ABOVE] * 30), hits=HITS, step=70)
    shown = [
        each
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for each in panel.findChildren(kind)
        if each.isVisible()
    ]
    assert len(shown) >= 5
    for widget in shown:
        left = widget.mapTo(panel, QPoint(0, 0)).x()
        assert left >= 0, widget.objectName()
        assert left + widget.width() <= width, widget.objectName()
    assert panel.list.viewport().height() >= panel.list.row_height()


def test_that_two_hundred_breakpoints_stay_quick(panel: BreakpointsPanel) -> None:
    many = tuple(BreakpointNote(i, Breakpoint.sample(i % 12)) for i in range(1, 201))
    offer(panel, breakpoints=many)
    frames = [
        make_frame(
            IMAGES,
            breakpoints=tuple(BreakpointNote(n.number, n.breakpoint, hits=k) for n in many),
            step=k,
        )
        for k in range(1, 21)
    ]
    told: list[tuple[int, int]] = []
    panel.list.stops.dataChanged.connect(lambda a, b: told.append((a.row(), b.row())))
    for frame in frames:
        panel.show_frame(frame)
    assert sum(last - first + 1 for first, last in told) == 200 * len(frames)
    assert cell(panel, 199, Column.HITS) == "20"
    told.clear()
    panel.show_frame(frames[-1])
    assert told == []
