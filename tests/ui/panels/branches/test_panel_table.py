"""The table: its columns, sorted and filtered."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont

from bpviz.network.rules import GradientRule
from bpviz.training.infos import BranchInfo, TestInfo
from bpviz.ui.core.formatting import NOTHING, count, number, per_cent
from bpviz.ui.core.theme import current_theme
from bpviz.ui.panels.branches.model import BranchModel, BranchRole, Column, duration
from bpviz.ui.panels.branches.panel import BranchesPanel
from tests.ui.branches import make_branched, make_run
from tests.ui.frames import make_frame, make_regression
from tests.ui.panels.branches.hands import select, texts

DOWN = Qt.SortOrder.DescendingOrder
UP = Qt.SortOrder.AscendingOrder
EXACT, PRINTED = GradientRule.EXACT, GradientRule.AS_PRINTED


def made(number: int, parent: int | None, tip: int, rate: float, **more: Any) -> BranchInfo:
    note = BranchInfo(number, f"Branch {number + 1}", parent, 0 if parent is None else 10, tip)
    return replace(note, learning_rate=rate, gradient_rule=EXACT, **more)


NOTES = (
    made(0, None, 900, 0.1, run=make_run("moons"), test=TestInfo(900, 0.5, 0.75), seconds=61.0),
    made(1, 0, 400, 0.5, run=make_run("moons"), test=TestInfo(300, 0.25, 0.9), seconds=0.002),
    made(2, 1, 500, 0.02, run=make_run("moons", n_hidden=9)),
    replace(made(9, 0, 100, 0.02), gradient_rule=PRINTED),
)  # fmt: skip


def branched(**overrides: Any) -> Any:
    return make_branched(**({"branches": NOTES, "branch": 1} | overrides))


def numbers(panel: BranchesPanel) -> list[int]:
    return panel.model.numbers()


def test_that_each_column_has_its_number_and_a_title_that_says_what_it_is(
    panel: BranchesPanel,
) -> None:
    panel.show_frame(branched())
    row = panel.model.row_of(0)
    assert row is not None
    cells = [panel.model.index(row, column).data() for column in Column]
    assert cells == ["Branch 1", number(0.1), "8", "exact", "900", per_cent(0.75), "1 min 01 s"]
    for column in Column:
        tip = panel.model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        assert "Click to sort" in tip


def test_that_an_accuracy_of_an_earlier_step_is_grey_and_says_of_which(
    panel: BranchesPanel,
) -> None:
    panel.show_frame(branched())
    assert texts(panel, BranchRole.OLD, Column.TEST) == [False, True, False, False]
    assert texts(panel, column=Column.TEST) == [per_cent(0.75), per_cent(0.9), NOTHING, NOTHING]
    tips = texts(panel, Qt.ItemDataRole.ToolTipRole, Column.TEST)
    assert "at step 300" in tips[1]
    assert "not measured" in tips[2]
    place = panel.list.visualRect(panel.model.index(1, Column.TEST))
    image = panel.list.viewport().grab(place).toImage()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    assert current_theme().text not in {image.pixelColor(*spot).name() for spot in spots}


def test_that_without_classes_it_is_the_loss_on_the_test_set(panel: BranchesPanel) -> None:
    notes = (replace(NOTES[0], test=TestInfo(900, 0.5, math.nan)),)
    panel.show_frame(branched(branches=notes, branch=0, dataset=make_regression()))
    assert "loss" in panel.model.titles()[Column.TEST]
    assert texts(panel, column=Column.TEST) == [number(0.5)]


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (Column.NAME, UP, [0, 1, 2, 9]),
        (Column.NAME, DOWN, [9, 2, 1, 0]),  # Branch 10 comes after Branch 3
        (Column.RATE, UP, [2, 9, 0, 1]),
        (Column.HIDDEN, DOWN, [2, 0, 1, 9]),  # what has no run is last either way
        (Column.HIDDEN, UP, [0, 1, 2, 9]),
        (Column.RULE, UP, [9, 0, 1, 2]),
        (Column.STEPS, DOWN, [0, 2, 1, 9]),
        (Column.TEST, DOWN, [1, 0, 2, 9]),
        (Column.TEST, UP, [0, 1, 2, 9]),
        (Column.TIME, UP, [1, 0, 2, 9]),
    ],
)
def test_that_every_column_sorts(
    panel: BranchesPanel, column: Column, order: Qt.SortOrder, expected: list[int]
) -> None:
    panel.show_frame(branched())
    panel.list.sortByColumn(column, order)
    assert numbers(panel) == expected
    assert set(texts(panel, BranchRole.DEPTH)) == {0}


def test_that_clicks_on_a_title_sort_up_and_down_and_then_put_families_together(
    qtbot: Any, panel: BranchesPanel
) -> None:
    panel.show_frame(branched())
    select(panel, 2)
    header = panel.list.header()
    at = QPoint(header.sectionViewportPosition(Column.STEPS) + 20, header.height() // 2)
    found = []
    for _ in range(3):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        found.append(numbers(panel))
        assert panel.list.selected_numbers() == [2]
    assert found == [[9, 1, 2, 0], [0, 2, 1, 9], [0, 1, 2, 9]]
    assert texts(panel, BranchRole.DEPTH) == [0, 1, 2, 1]


def test_that_a_sorted_table_follows_what_is_trained(panel: BranchesPanel) -> None:
    panel.show_frame(branched())
    panel.list.sortByColumn(Column.STEPS, DOWN)
    select(panel, 1)
    grown = tuple(replace(note, tip=800) if note.number == 1 else note for note in NOTES)
    panel.show_frame(branched(branches=grown))
    assert numbers(panel) == [0, 1, 2, 9]
    assert panel.list.selected_numbers() == [1]


def test_that_the_filter_hides_says_how_many_and_esc_brings_them_back(
    qtbot: Any, panel: BranchesPanel
) -> None:
    panel.show_frame(branched())
    panel.filter.setFocus()
    qtbot.keyClicks(panel.filter, "l = 8 accuracy > 80")
    assert numbers(panel) == [1]
    assert f"{count(3)} branches" in panel.list.placeholder
    panel.show_frame(branched())
    assert numbers(panel) == [1]
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert numbers(panel) == [0, 1, 2, 9]
    assert not panel.list.placeholder


def test_that_a_presentation_shows_what_is_compared_and_no_scroll_bar(
    panel: BranchesPanel,
) -> None:
    panel.setFont(QFont(panel.font().family(), 20))
    panel.resize(740, 580)
    panel.set_presenting(True)
    panel.show_frame(branched())
    shown = [column for column in Column if not panel.list.isColumnHidden(column)]
    assert shown == [Column.NAME, Column.RATE, Column.HIDDEN, Column.STEPS, Column.TEST]
    assert sum(panel.list.columnWidth(at) for at in shown) <= panel.list.viewport().width()
    assert not panel.filter.isVisible()
    panel.set_presenting(False)
    assert not any(panel.list.isColumnHidden(column) for column in Column)


def test_that_the_menu_sorts_for_those_who_have_no_mouse(panel: BranchesPanel) -> None:
    panel.show_frame(branched())
    select(panel, 1)
    menu = panel.build_menu()
    sorting = next(a.menu() for a in menu.actions() if a.menu() is not None)
    assert [action.isChecked() for action in sorting.actions()].index(True) == 0
    sorting.actions()[1 + Column.STEPS].trigger()
    assert numbers(panel) == [9, 1, 2, 0]
    menu.deleteLater()


@given(
    values=st.lists(st.tuples(st.integers(0, 5), st.sampled_from([0.0, 0.5, 2.0])), max_size=12),
    column=st.sampled_from([Column.STEPS, Column.TIME]),
    down=st.booleans(),
)
def test_that_sorting_loses_nothing_and_is_stable(
    values: list[tuple[int, float]], column: Column, down: bool
) -> None:
    notes = tuple(
        BranchInfo(i, f"b{i}", None, 0, tip, seconds=seconds)
        for i, (tip, seconds) in enumerate(values)
    )
    model = BranchModel()
    model.show_frame(make_frame(n_hidden=2, branches=notes, branch=0))
    model.sort(column, DOWN if down else UP)
    keys = [note.tip if column is Column.STEPS else note.seconds or None for note in notes]
    sign = -1 if down else 1
    expected = sorted(range(len(notes)), key=lambda i: (keys[i] is None, sign * (keys[i] or 0), i))
    assert model.numbers() == expected


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1e-5, "1 ms"), (0.25, "250 ms"), (0.9999, "1.0 s"), (59.9, "59.9 s"),
        (59.96, "1 min 00 s"),
        (3599.6, "1 h 00 min"), (7500, "2 h 05 min"),
    ],
)  # fmt: skip
def test_that_times_are_written_in_the_unit_that_fits(seconds: float, words: str) -> None:
    assert duration(seconds) == words
