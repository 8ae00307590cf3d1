"""Switching, renaming, deleting and choosing branches."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from bpviz.training.commands import (
    CompareBranches,
    DeleteBranches,
    RenameBranch,
    RestoreBranches,
    SwitchBranch,
)
from bpviz.training.infos import BranchInfo
from bpviz.ui.core.formatting import count
from bpviz.ui.panels.branches.model import LONGEST_NAME
from bpviz.ui.panels.branches.panel import BranchesPanel
from tests.ui.branches import make_branched, make_branches
from tests.ui.mouse import double_click
from tests.ui.panels.branches.hands import editor, finish, select, texts
from tests.ui.shown_panels import Sent


def test_that_return_switches_to_the_branch(qtbot: Any, panel: BranchesPanel, sent: Sent) -> None:
    panel.show_frame(make_branched())
    select(panel, 1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert sent == [SwitchBranch(1)]


def test_that_a_double_click_switches_to_the_branch(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    panel.show_frame(make_branched())
    place = panel.list.visualRect(panel.model.index(2, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    double_click(panel.list.viewport(), place)
    assert sent == [SwitchBranch(3)]


def test_that_the_button_switches_and_is_off_on_the_current_branch(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    panel.show_frame(make_branched())
    select(panel, 2)
    assert not panel.switch_button.isEnabled()
    select(panel, 0)
    qtbot.mouseClick(panel.switch_button, Qt.MouseButton.LeftButton)
    assert sent == [SwitchBranch(0)]


def test_that_switching_to_where_one_stands_asks_for_nothing(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    panel.show_frame(make_branched())
    select(panel, 2)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert not sent


def test_that_f2_renames_in_place_and_an_old_frame_does_not_bring_the_old_name_back(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    panel.show_frame(make_branched())
    select(panel, 1)
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    line = editor(panel)
    assert line.text() == "fast"
    line.clear()
    qtbot.keyClicks(line, "  too   fast ")
    finish(qtbot, panel)
    assert sent == [RenameBranch(1, "too fast")]
    assert texts(panel)[1] == "too fast"
    panel.show_frame(make_branched(acknowledged=0))
    assert texts(panel)[1] == "too fast"
    panel.show_frame(make_branched(acknowledged=1))  # what the trainer says counts in the end
    assert texts(panel)[1] == "fast"


def test_that_frames_do_not_disturb_a_name_that_is_being_typed(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    panel.show_frame(make_branched())
    select(panel, 2)
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    line = editor(panel)
    qtbot.keyClicks(line, "ne")
    notes = list(make_branches())
    notes[2] = replace(notes[2], tip=4500)
    new = BranchInfo(4, "newer", 0, 500, 700, "λ = 3")
    panel.show_frame(make_branched(branches=(*notes, new), tip=4500))
    qtbot.keyClicks(line, "w")
    finish(qtbot, panel)
    assert sent == [RenameBranch(2, "new")]


@pytest.mark.parametrize("name", ["", "   ", "x" * (LONGEST_NAME + 1)])
def test_that_a_name_that_cannot_be_is_refused_in_one_sentence(
    qtbot: Any, panel: BranchesPanel, sent: Sent, name: str
) -> None:
    panel.show_frame(make_branched())
    select(panel, 1)
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    line = editor(panel)
    line.setText(name)
    finish(qtbot, panel)
    assert not sent
    assert "it remains “fast”" in panel.message.text()
    assert panel.message.isVisible()
    assert texts(panel)[1] == "fast"
    select(panel, 0)
    assert not panel.message.isVisible()


def test_that_delete_forgets_the_selected_branches(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    panel.show_frame(make_branched())
    select(panel, 1, 3)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert sent == [DeleteBranches((1, 3))]
    sent.clear()
    select(panel, 0)
    qtbot.mouseClick(panel.delete_button, Qt.MouseButton.LeftButton)
    assert sent == [DeleteBranches((0,))]


def test_that_the_branch_one_stands_on_is_not_deleted(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    panel.show_frame(make_branched())
    select(panel, 1, 2)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert not sent
    assert "“edited”" in panel.message.text()
    panel.show_frame(make_branched(branches=make_branches()[:1], branch=0))
    select(panel, 0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert not sent
    assert "only branch" in panel.message.text()


@pytest.mark.parametrize(
    ("selected", "expected"), [((3, 1), (1, 3)), ((0,), (0, 2)), ((3,), (2, 3))]
)
def test_that_two_branches_or_one_with_the_current_are_compared(
    qtbot: Any,
    panel: BranchesPanel,
    sent: Sent,
    selected: tuple[int, ...],
    expected: tuple[int, int],
) -> None:
    panel.show_frame(make_branched())
    select(panel, *selected)
    qtbot.mouseClick(panel.compare_button, Qt.MouseButton.LeftButton)
    assert sent == [CompareBranches(*expected)]


@pytest.mark.parametrize("selected", [(), (2,), (0, 1, 3)])
def test_that_anything_else_cannot_be_compared(
    panel: BranchesPanel, selected: tuple[int, ...]
) -> None:
    panel.show_frame(make_branched())
    select(panel, *selected)
    assert not panel.compare_button.isEnabled()


def test_that_the_selection_stays_while_branches_come_and_go(panel: BranchesPanel) -> None:
    panel.show_frame(make_branched())
    select(panel, 3)
    first, fast, edited, printed = make_branches()
    new = BranchInfo(4, "new", 0, 100, 200, "λ = 1")
    panel.show_frame(make_branched(branches=(first, fast, edited, printed, new)))
    assert panel.list.selected_numbers() == [3]
    # Its parent is gone: it moves to the top level.
    panel.show_frame(make_branched(branches=(first, edited, printed, new)))
    assert panel.list.selected_numbers() == [3]
    assert texts(panel) == ["first", "edited", "new", "printed"]
    panel.show_frame(make_branched(branches=(first, edited)))
    assert texts(panel) == ["first", "edited"]


def test_that_another_run_starts_the_list_anew(panel: BranchesPanel) -> None:
    panel.show_frame(make_branched())
    note = BranchInfo(0, "other", None, 0, 5)
    panel.show_frame(make_branched(run=2, branches=(note,), branch=0))
    assert texts(panel) == ["other"]
    assert panel.list.selected_numbers() == [0]


def test_that_what_was_deleted_can_be_brought_back_once_it_is_gone(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    panel.show_frame(make_branched())
    select(panel, 1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    panel.show_frame(make_branched(acknowledged=0))  # not yet
    assert not panel.undo_button.isVisible()
    left = tuple(note for note in make_branches() if note.number != 1)
    panel.show_frame(make_branched(branches=left, acknowledged=1, deleted=True))
    assert panel.undo_button.isVisible()
    assert "“fast”" in panel.deleted.whole()
    assert f"{count(4000)} steps" in panel.deleted.whole()
    select(panel, 3)  # it stays whatever is looked at meanwhile
    assert panel.undo_button.isVisible()
    qtbot.mouseClick(panel.undo_button, Qt.MouseButton.LeftButton)
    assert sent == [DeleteBranches((1,)), RestoreBranches()]
    assert not panel.undo_button.isVisible()
    panel.show_frame(make_branched(acknowledged=2))
    select(panel, 1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    panel.show_frame(make_branched(branches=left, acknowledged=3, deleted=True, run=2))
    assert panel.undo_button.isVisible()
    panel.show_frame(make_branched(acknowledged=4))  # Ctrl+Z has brought it back
    assert not panel.undo_button.isVisible()


def test_that_another_run_ends_the_offer_to_bring_branches_back(
    qtbot: Any, panel: BranchesPanel
) -> None:
    panel.show_frame(make_branched())
    select(panel, 0, 1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    panel.show_frame(make_branched(branches=make_branches()[2:], acknowledged=1, deleted=True))
    assert "2 branches" in panel.deleted.whole()
    panel.show_frame(make_branched(run=2, acknowledged=1))
    assert not panel.undo_button.isVisible()
