"""The list of branches: what it says, and how little it draws anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt

from bpviz.training.infos import BranchInfo
from bpviz.training.message import Message
from bpviz.training.settings import Order
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import count
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.panels.branches.model import BranchRole, Column
from bpviz.ui.panels.branches.panel import BranchesPanel
from tests.ui.branches import make_branched, make_branches, make_run
from tests.ui.panels.branches.hands import texts
from tests.ui.themes import use_theme


def test_that_each_branch_stands_below_the_one_that_it_left(panel: BranchesPanel) -> None:
    panel.show_frame(make_branched())
    assert texts(panel) == ["first", "fast", "printed", "edited"]
    assert texts(panel, BranchRole.DEPTH) == [0, 1, 2, 1]
    assert texts(panel, BranchRole.CURRENT) == [False, False, False, True]


def test_that_it_says_what_was_changed_and_how_far_a_branch_goes(panel: BranchesPanel) -> None:
    panel.show_frame(make_branched())
    details = texts(panel, BranchRole.DETAILS)
    assert f"λ = 0.3 at step {count(1000)}" in details[1]
    assert texts(panel, column=Column.STEPS)[1] == count(5000)
    spoken = texts(panel, Qt.ItemDataRole.AccessibleTextRole)
    assert [("the current branch" in text) for text in spoken] == [False, False, False, True]
    assert "“fast”" in spoken[2]


def test_that_the_first_branch_of_a_run_says_which_run_it_is(panel: BranchesPanel) -> None:
    notes = (
        BranchInfo(0, "old", None, 0, 50, run=make_run("digits", n_hidden=12)),
        BranchInfo(1, "new", None, 0, 70, run=make_run("digits", n_hidden=5)),
        BranchInfo(2, "orphan", None, 30, 60, "λ = 1"),  # its parent was deleted
        BranchInfo(3, "plain", None, 0, 60),
    )
    panel.show_frame(make_branched(branches=notes, branch=1))
    assert texts(panel, BranchRole.DETAILS) == [
        "digits, l = 12, seed 0",
        "digits, l = 5, seed 0",
        "λ = 1 at step 30",
        "from the beginning",
    ]


def test_that_runs_that_differ_in_their_data_alone_read_otherwise(panel: BranchesPanel) -> None:
    runs = (
        make_run("Two moons", noise=0.1),
        make_run("Two moons", noise=0.3),
        make_run("Two moons", noise=0.3, seed=7, order=Order.SHUFFLED),
        make_run("XOR", noise=0.5),
    )
    notes = tuple(BranchInfo(at, f"b{at}", None, 0, 50, run=run) for at, run in enumerate(runs))
    panel.show_frame(make_branched(branches=notes, branch=1))
    assert texts(panel, BranchRole.DETAILS) == [
        "Two moons, l = 8, seed 0, noise: 0.1, seed of the data: 0, sample order: random",
        "Two moons, l = 8, seed 0, noise: 0.3, seed of the data: 0, sample order: random",
        "Two moons, l = 8, seed 0, noise: 0.3, seed of the data: 7, sample order: shuffled",
        "XOR, l = 8, seed 0",
    ]


def test_that_names_and_changes_are_translated_from_their_templates(panel: BranchesPanel) -> None:
    note = BranchInfo(0, Message.of("branch {n}", n=7), None, 0, 5)
    panel.show_frame(make_branched(branches=(note,), branch=0))
    assert texts(panel) == ["branch 7"]


def test_that_with_one_branch_it_says_how_another_comes_about(panel: BranchesPanel) -> None:
    panel.show_frame(make_branched(branches=make_branches()[:1], branch=0))
    assert "go back" in panel.list.placeholder
    assert not panel.delete_button.isEnabled()
    panel.show_frame(make_branched())
    assert not panel.list.placeholder


def test_that_the_swatch_has_the_branchs_colour(panel: BranchesPanel) -> None:
    for theme in (LIGHT, DARK):
        use_theme(theme)
        panel.show_frame(make_branched())
        image = panel.list.viewport().grab().toImage()
        rect = panel.list.visualRect(panel.model.index(1, 0))
        row = {
            image.pixelColor(x, y).name()
            for x in range(rect.left(), rect.left() + 80)
            for y in range(rect.top(), rect.bottom())
        }
        assert branch_colour(1, theme).name() in row
        assert branch_colour(3, theme).name() not in row


def test_that_of_a_thousand_branches_only_what_changed_is_told(panel: BranchesPanel) -> None:
    notes = [BranchInfo(0, "first", None, 0, 5000)]
    notes += [
        BranchInfo(i, f"branch {i}", i - 1 if i % 2 else i // 2, i, 5000 + i, "λ = 1")
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
    notes.append(BranchInfo(1000, "newest", 3, 5, 9))
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
