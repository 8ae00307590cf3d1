"""The list of breakpoints: what it says, switching, removing."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    ChangeBreakpoint,
    RemoveBreakpoint,
)
from bpviz.training.infos import BreakpointInfo, HitInfo
from bpviz.training.step.phases import Phase
from bpviz.ui.core.formatting import count
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.breakpoints.model import Column
from bpviz.ui.panels.breakpoints.panel import BreakpointsPanel
from tests.ui.panels.breakpoints.hands import (
    ABOVE,
    JUMP,
    cell,
    child,
    click,
    notes,
    offer,
    open_editor,
    place,
)
from tests.ui.shown_panels import Sent
from tests.ui.themes import use_theme


def test_that_the_list_says_what_each_breakpoint_is(panel: BreakpointsPanel) -> None:
    offer(
        panel,
        breakpoints=(
            BreakpointInfo(1, ABOVE, hits=48_211),
            BreakpointInfo(4, Breakpoint.every(7), enabled=False, ignore=2**62),
        ),
    )
    assert [cell(panel, 0, c) for c in (Column.CONDITION, Column.IGNORE, Column.HITS)] == [
        "loss > 0.5",
        "0",
        count(48_211),
    ]
    assert [cell(panel, 1, c) for c in (Column.CONDITION, Column.IGNORE, Column.HITS)] == [
        "every 7 steps",
        count(2**62),
        "0",
    ]
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
    assert "the run is stopped here" in spoken
    offer(panel, breakpoints=two, hit=())
    assert marked() == []


def test_that_a_problem_is_told_in_the_warning_colour(panel: BreakpointsPanel) -> None:
    problem = "The data set has no sample 70000, so this breakpoint cannot act."
    offer(panel, breakpoints=(*notes(ABOVE), BreakpointInfo(2, JUMP, problem=problem)))
    index = panel.list.stops.index(1, 0)
    assert problem in index.data()
    colour = index.data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name() == LIGHT.warning
    assert panel.list.stops.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    assert panel.list.rowHeight(1) > panel.list.rowHeight(0)
    use_theme(DARK)
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
    offer(panel, breakpoints=two, acknowledged=0)
    assert not panel.list.stops.notes[1].enabled
    offer(panel, breakpoints=two, acknowledged=1)  # the trainer did not do it
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
    offer(panel, breakpoints=three, acknowledged=1)
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
    offer(panel, breakpoints=(*notes(ABOVE), BreakpointInfo(2, JUMP, enabled=False)))
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
    offer(panel, breakpoints=notes(ABOVE, hits=1), step=9, hits=(HitInfo(4, 1, "loss > 0.5"),))
    panel.list.selectRow(0)
    assert all(child(panel, f"breakpoints_{name}").isEnabled() for name in names)
