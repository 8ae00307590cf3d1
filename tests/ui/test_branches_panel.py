"""The branches panel: what it shows of each branch, and what it asks of the trainer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from bpviz.training.commands import (
    Command,
    CompareBranches,
    DeleteBranch,
    RenameBranch,
    SwitchBranch,
)
from bpviz.training.message import Message
from bpviz.training.notes import BranchNote, Comparison
from bpviz.ui.panels.branches import BranchesPanel
from bpviz.ui.text import NOTHING, count, number
from bpviz.ui.theme import DARK, LIGHT
from bpviz.ui.widgets.branch_colours import branch_colour
from bpviz.ui.widgets.branch_model import LONGEST_NAME, BranchRole
from tests.ui.branches import make_branched, make_branches, make_comparison
from tests.ui.frames import make_images, make_network


class Sent(list[Command]):
    def send(self, command: Command) -> int:
        self.append(command)
        return len(self)


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> BranchesPanel:
    panel = BranchesPanel(sent.send)
    qtbot.addWidget(panel)
    panel.resize(500, 800)
    panel.show()
    panel.activateWindow()
    panel.list.setFocus()
    return panel


def select(panel: BranchesPanel, *numbers: int) -> None:
    panel.list.clearSelection()
    for branch in numbers:
        row = panel.model.row_of(branch)
        assert row is not None
        flag = QItemSelectionModel.SelectionFlag.Select
        panel.list.selectionModel().setCurrentIndex(panel.model.index(row), flag)


def editor(panel: BranchesPanel) -> QLineEdit:
    found = panel.findChild(QLineEdit, "branch_name_edit")
    assert found is not None
    return found


def finish(qtbot: Any, panel: BranchesPanel) -> None:
    """Press Return in the line for the name, and wait for it to close."""
    qtbot.keyClick(editor(panel), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.list.state() is not panel.list.State.EditingState)


def texts(panel: BranchesPanel, role: int = Qt.ItemDataRole.DisplayRole) -> list[Any]:
    return [panel.model.index(row).data(role) for row in range(panel.model.rowCount())]


def test_that_each_branch_stands_below_the_one_that_it_left(panel: BranchesPanel) -> None:
    panel.show_frame(make_branched())
    assert texts(panel) == ["first", "fast", "printed", "edited"]
    assert texts(panel, BranchRole.DEPTH) == [0, 1, 2, 1]
    assert texts(panel, BranchRole.CURRENT) == [False, False, False, True]


def test_that_it_says_what_was_changed_and_how_far_a_branch_goes(panel: BranchesPanel) -> None:
    panel.show_frame(make_branched())
    details = texts(panel, BranchRole.DETAILS)
    assert f"λ = 0.3 at step {count(1000)}" in details[1]
    assert f"{count(5000)} steps" in details[1]
    spoken = texts(panel, Qt.ItemDataRole.AccessibleTextRole)
    assert [("stands on" in text) for text in spoken] == [False, False, False, True]
    assert "“fast”" in spoken[2]


def test_that_the_first_branch_of_a_run_says_which_run_it_is(panel: BranchesPanel) -> None:
    notes = (
        BranchNote(0, "old", None, 0, 50, "digits, l = 12"),
        BranchNote(1, "new", None, 0, 70, "digits, l = 5"),
        BranchNote(2, "orphan", None, 30, 60, "λ = 1"),  # its parent was deleted
        BranchNote(3, "plain", None, 0, 60),
    )
    panel.show_frame(make_branched(branches=notes, branch=1))
    origins = [text.split(" · ")[0] for text in texts(panel, BranchRole.DETAILS)]
    assert origins == ["digits, l = 12", "digits, l = 5", "λ = 1 at step 30", "from the beginning"]


def test_that_names_and_changes_are_translated_from_their_templates(panel: BranchesPanel) -> None:
    note = BranchNote(0, Message.of("branch {n}", n=7), None, 0, 5)
    panel.show_frame(make_branched(branches=(note,), branch=0))
    assert texts(panel) == ["branch 7"]


def test_that_with_one_branch_it_says_how_another_comes_about(panel: BranchesPanel) -> None:
    panel.show_frame(make_branched(branches=make_branches()[:1], branch=0))
    assert "Go back" in panel.list.placeholder
    assert not panel.delete_button.isEnabled()
    panel.show_frame(make_branched())
    assert not panel.list.placeholder


def test_that_the_swatch_has_the_branchs_colour(panel: BranchesPanel) -> None:
    for theme in (LIGHT, DARK):
        panel.set_theme(theme)
        panel.show_frame(make_branched())
        image = panel.list.viewport().grab().toImage()
        rect = panel.list.visualRect(panel.model.index(1))
        row = {
            image.pixelColor(x, y).name()
            for x in range(rect.left(), rect.left() + 80)
            for y in range(rect.top(), rect.bottom())
        }
        assert branch_colour(1, theme).name() in row
        assert branch_colour(3, theme).name() not in row


def test_that_return_switches_to_the_branch(qtbot: Any, panel: BranchesPanel, sent: Sent) -> None:
    panel.show_frame(make_branched())
    select(panel, 1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert sent == [SwitchBranch(1)]


def test_that_a_double_click_switches_to_the_branch(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    panel.show_frame(make_branched())
    place = panel.list.visualRect(panel.model.index(2)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
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
    panel.show_frame(make_branched(heard=0))
    assert texts(panel)[1] == "too fast"
    panel.show_frame(make_branched(heard=1))  # what the trainer says counts in the end
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
    new = BranchNote(4, "newer", 0, 500, 700, "λ = 3")
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
    assert "it stays “fast”" in panel.message.text()
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
    assert sent == [DeleteBranch(1), DeleteBranch(3)]
    sent.clear()
    select(panel, 0)
    qtbot.mouseClick(panel.delete_button, Qt.MouseButton.LeftButton)
    assert sent == [DeleteBranch(0)]


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
    new = BranchNote(4, "new", 0, 100, 200, "λ = 1")
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
    note = BranchNote(0, "other", None, 0, 5)
    panel.show_frame(make_branched(run=2, branches=(note,), branch=0))
    assert texts(panel) == ["other"]
    assert panel.list.selected_numbers() == [0]


def test_that_of_a_thousand_branches_only_what_changed_is_told(panel: BranchesPanel) -> None:
    notes = [BranchNote(0, "first", None, 0, 5000)]
    notes += [
        BranchNote(i, f"branch {i}", i - 1 if i % 2 else i // 2, i, 5000 + i, "λ = 1")
        for i in range(1, 1000)
    ]
    frame = make_branched(branches=tuple(notes), branch=500)
    panel.show_frame(frame)
    panel.grab()
    assert panel.model.rowCount() == 1000
    told: list[tuple[int, int]] = []
    panel.model.dataChanged.connect(lambda a, b: told.append((a.row(), b.row())))
    panel.model.modelReset.connect(lambda: told.append((0, 999)))
    for tip in range(5501, 5511):
        notes[500] = replace(notes[500], tip=tip)
        panel.show_frame(replace(frame, branches=tuple(notes)))
    assert len(set(told)) == 1  # the others are left alone
    assert told[0][0] == told[0][1]
    notes.append(BranchNote(1000, "newest", 3, 5, 9))
    panel.show_frame(replace(frame, branches=tuple(notes)))
    panel.grab()
    assert panel.model.rowCount() == 1001
    assert panel.list.selected_numbers() == [500]


def test_that_only_the_row_that_changed_is_drawn_again(qtbot: Any, panel: BranchesPanel) -> None:
    panel.show_frame(make_branched())
    notes = list(make_branches())
    notes[1] = replace(notes[1], tip=5001)
    changed: list[tuple[int, int]] = []
    panel.model.dataChanged.connect(lambda a, b: changed.append((a.row(), b.row())))
    panel.show_frame(make_branched(branches=tuple(notes)))
    assert changed == [(1, 1)]
    with qtbot.assertNotEmitted(panel.model.dataChanged):
        panel.show_frame(make_branched(branches=tuple(notes)))


# Comparison ------------------------------------------------------------------------------------


def compared(panel: BranchesPanel, step: int = 3500, **overrides: Any) -> Any:
    frame = make_branched(comparison=make_comparison(1, 2, step), **overrides)
    panel.show_frame(frame)
    assert panel.comparison is not None
    return frame


def test_that_a_comparison_shows_names_step_norms_and_both_differences(
    panel: BranchesPanel,
) -> None:
    assert not panel.shows_branches
    frame = compared(panel)
    view = panel.comparison
    assert view is not None
    assert view.isVisible()
    assert panel.shows_branches
    assert [entry.text for entry in view.names.entries][1::2] == ["edited", "fast"]
    assert view.step_edit.number() == 3500
    for part, values in zip(view.views, (frame.comparison.W1, frame.comparison.W2), strict=True):
        assert part.isVisible()
        assert number(float(np.linalg.norm(values))) in part.title.text()
        assert np.array_equal(part.view.image_item.image, values.astype(np.float32))
        low, high = part.view.image_item.levels
        assert -low == high >= np.abs(values).max()


def test_that_the_mean_losses_of_both_are_told_with_the_branch_they_belong_to(
    panel: BranchesPanel,
) -> None:
    comparison = replace(make_comparison(2, 1, 900), mean_losses=(0.6, 0.25))
    panel.show_frame(make_branched(comparison=comparison))
    view = panel.comparison
    assert view is not None
    notes = {note.number: note.name for note in make_branched().branches}
    shown = [entry.text for entry in view.losses.entries][1:]
    assert set(shown) == {f"{notes[2]} {number(0.6)}", f"{notes[1]} {number(0.25)}"}
    assert f"{count(900)} steps" in view.losses.toolTip()


def test_that_at_step_0_there_is_no_mean_loss(panel: BranchesPanel) -> None:
    panel.show_frame(make_branched(comparison=make_comparison(1, 2, 0)))
    view = panel.comparison
    assert view is not None
    assert all(entry.text.endswith(f" {NOTHING}") for entry in view.losses.entries[1:])


def test_that_another_step_is_asked_for_and_not_overwritten_by_an_old_frame(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    compared(panel)
    view = panel.comparison
    assert view is not None
    view.step_edit.setFocus()
    view.step_edit.selectAll()
    qtbot.keyClicks(view.step_edit, "1 200")
    compared(panel)  # while it is being typed
    qtbot.keyClick(view.step_edit, Qt.Key.Key_Return)
    assert sent == [CompareBranches(1, 2, 1200)]
    compared(panel, heard=0)
    assert view.step_edit.number() == 1200
    compared(panel, 1200, heard=1)
    assert view.step_edit.number() == 1200


def test_that_a_step_that_one_of_them_has_not_is_refused(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    compared(panel)
    view = panel.comparison
    assert view is not None
    view.step_edit.selectAll()
    qtbot.keyClicks(view.step_edit, "4001")
    qtbot.keyClick(view.step_edit, Qt.Key.Key_Return)
    assert not sent
    assert count(4000) in panel.message.text()


def test_that_a_comparison_ends(qtbot: Any, panel: BranchesPanel, sent: Sent) -> None:
    compared(panel)
    view = panel.comparison
    assert view is not None
    qtbot.mouseClick(view.end_button, Qt.MouseButton.LeftButton)
    assert sent == [CompareBranches(None)]
    panel.show_frame(make_branched())
    assert not view.isVisible()
    assert not panel.shows_branches


def test_that_pictures_can_be_drawn_as_tiles_or_as_the_matrix(
    qtbot: Any, panel: BranchesPanel
) -> None:
    compared(panel)
    view = panel.comparison
    assert view is not None
    assert view.views[0].view.grid is not None
    qtbot.mouseClick(view.layout_choice.button("matrix"), Qt.MouseButton.LeftButton)
    assert view.views[0].view.grid is None
    assert view.views[1].view.grid is None


def test_that_a_narrow_panel_shows_one_difference_at_a_time(
    qtbot: Any, panel: BranchesPanel
) -> None:
    compared(panel)
    view = panel.comparison
    assert view is not None
    panel.resize(300, 250)
    qtbot.waitUntil(lambda: view.which.isVisible())
    assert not panel.upper.isVisible()
    assert [part.isVisible() for part in view.views] == [True, False]
    qtbot.mouseClick(view.which.button("W2"), Qt.MouseButton.LeftButton)
    assert [part.isVisible() for part in view.views] == [False, True]
    panel.show_frame(make_branched())
    assert panel.upper.isVisible()


def test_that_differences_that_are_not_finite_can_be_shown(panel: BranchesPanel) -> None:
    comparison = make_comparison(1, 2, 3500)
    bad = comparison.W1.copy()
    bad[0, :3] = np.inf, -np.inf, np.nan
    huge = np.full_like(comparison.W2, 1e300)
    panel.show_frame(make_branched(comparison=replace(comparison, W1=bad, W2=huge)))
    panel.grab()
    view = panel.comparison
    assert view is not None
    norm = number(1e300 * np.sqrt(huge.size))
    assert norm in view.views[1].title.text()


@pytest.mark.parametrize("points", [9, 24])
@pytest.mark.parametrize("size", [(1, 1), (300, 250), (600, 800), (1600, 300)])
def test_that_it_can_have_any_size(
    panel: BranchesPanel, size: tuple[int, int], points: int
) -> None:
    panel.set_presenting(points == 24)
    panel.setFont(QFont(panel.font().family(), points))
    compared(panel)
    panel.resize(*size)
    panel.grab()
    panel.show_frame(make_branched())
    panel.grab()


def test_that_the_menu_offers_what_the_keys_do(
    qtbot: Any, panel: BranchesPanel, sent: Sent
) -> None:
    panel.show_frame(make_branched())
    select(panel, 1)
    menu = panel.build_menu()
    actions = {action.objectName(): action for action in menu.actions()}
    assert all(action.isEnabled() for action in actions.values())
    actions["branches_menu_rename"].trigger()
    assert editor(panel).text() == "fast"
    actions["branches_menu_switch"].trigger()
    actions["branches_menu_compare"].trigger()
    actions["branches_menu_delete"].trigger()
    assert sent == [SwitchBranch(1), CompareBranches(1, 2), DeleteBranch(1)]
    menu.deleteLater()


def test_that_every_widget_that_takes_focus_explains_itself(panel: BranchesPanel) -> None:
    compared(panel)
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.objectName().startswith(
            "qt_"
        ):
            assert widget.objectName(), widget
            assert widget.accessibleName(), widget.objectName()
            assert len(widget.toolTip()) > 10, widget.objectName()


def test_that_differences_of_pictures_with_a_constant_are_tiles(
    qtbot: Any, panel: BranchesPanel
) -> None:
    data = make_images(shape=(8, 8), constant=True)
    a, b = make_network(65, 8, 10, 1), make_network(65, 8, 10, 2)
    difference = Comparison(2, 1, 4000, b.W1 - a.W1, b.W2 - a.W2)
    panel.show_frame(make_branched(dataset=data, network=a, comparison=difference))
    comparison = panel.comparison
    assert comparison is not None
    grid = comparison.views[0].view.grid
    assert grid is not None
    assert grid.constant
