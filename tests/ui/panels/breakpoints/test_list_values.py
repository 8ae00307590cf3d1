"""Editing a breakpoint in its row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    ChangeBreakpoint,
)
from bpviz.training.watches import Watch
from bpviz.ui.panels.breakpoints.model import Column
from bpviz.ui.panels.breakpoints.panel import BreakpointsPanel
from tests.ui.mouse import double_click
from tests.ui.panels.breakpoints.hands import (
    ABOVE,
    JUMP,
    cell,
    child,
    notes,
    offer,
    open_editor,
    place,
)
from tests.ui.shown_panels import Sent


def test_that_a_threshold_is_edited_in_its_row(panel: BreakpointsPanel, sent: Sent) -> None:
    offer(panel, breakpoints=notes(ABOVE, JUMP))
    edit = open_editor(panel, 0, Column.CONDITION, "breakpoints_edit_value")
    assert edit.text() == "0.5"
    QTest.keyClicks(edit, "1,25e-3")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert sent == [ChangeBreakpoint(1, breakpoint=Breakpoint.loss_above(1.25e-3))]
    assert cell(panel, 0, Column.CONDITION) == "loss > 0.00125"


def test_that_the_threshold_of_a_data_breakpoint_is_edited_in_its_row(
    panel: BreakpointsPanel, sent: Sent
) -> None:
    watch = Watch.weight("W1", 0, 1)
    made = Breakpoint.moves(watch, 0.5), Breakpoint.changes_sign(watch)
    offer(panel, breakpoints=notes(*made))
    edit = open_editor(panel, 0, Column.CONDITION, "breakpoints_edit_value")
    assert edit.text() == "0.5"
    QTest.keyClicks(edit, "0.25")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert sent == [ChangeBreakpoint(1, breakpoint=Breakpoint.moves(watch, 0.25))]
    assert cell(panel, 0, Column.CONDITION) == "W₁[0, 1] moves by > 0.25"
    sign = panel.list.stops.index(1, Column.CONDITION)
    assert not panel.list.stops.flags(sign) & Qt.ItemFlag.ItemIsEditable


def test_that_return_and_a_double_click_open_the_editor(panel: BreakpointsPanel) -> None:
    offer(panel, breakpoints=notes(ABOVE, Breakpoint.not_finite()))
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.stops.index(0, 0))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert child(panel.list, "breakpoints_edit_value").text() == "0.5"
    QTest.keyClick(child(panel.list, "breakpoints_edit_value"), Qt.Key.Key_Escape)
    spot = place(panel, 1, Column.IGNORE)
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    double_click(panel.list.viewport(), spot)
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
        (Column.IGNORE, "breakpoints_edit_ignore", "-3", "“-3” is out of range"),
        (Column.IGNORE, "breakpoints_edit_ignore", str(2**63), "from 0 to 2⁶³ − 1"),
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
    assert "“loss > 0.5” is unchanged" in panel.complaint.text()
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
