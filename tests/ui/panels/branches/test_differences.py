"""In what two branches differ: settings, then what was changed along each."""

from __future__ import annotations

from typing import Any

from bpviz.training.infos import BranchInfo, Comparison
from bpviz.training.journal.entries import RateChange, Skip, WeightEdit
from bpviz.ui.panels.branches.differences import MOST_CHANGES, DifferencesTable, rows_of
from tests.ui.branches import make_run

RUN = make_run("Two moons", noise=0.1)
ONE = BranchInfo(0, "one", run=RUN, learning_rate=0.1)
OTHER = BranchInfo(1, "other", run=make_run("Two moons", noise=0.3), learning_rate=0.1)


def compared(*changes: Any) -> Comparison:
    return Comparison(0, 1, 5, None, None, changes=changes)  # type: ignore[arg-type]


def test_that_settings_come_first_and_then_changes_with_their_steps() -> None:
    rows = rows_of(compared((RateChange(10, 0.5),), (WeightEdit(7, "W1", 0, 1, 2.0),)), ONE, OTHER)
    assert rows == [
        ("noise", "0.1", "0.3"),
        ("from step 10", "λ = 0.5", "–"),
        ("from step 7", "–", "W₁[0, 1] = 2"),
    ]


def test_that_of_a_drag_only_the_last_value_is_told() -> None:
    drag = tuple(RateChange(10 + i, i / 10, 4) for i in range(1, 9))
    rows = rows_of(compared((*drag, RateChange(30, 3.0)), ()), ONE, ONE)
    assert [row[1] for row in rows] == ["λ = 0.8", "λ = 3"]


def test_that_many_changes_are_counted() -> None:
    rows = rows_of(compared((), tuple(Skip(step, 0) for step in range(1000))), ONE, ONE)
    assert len(rows) == MOST_CHANGES + 1
    assert rows[-1][2] == f"+ {1000 - MOST_CHANGES} more"


def test_that_the_table_says_so_where_nothing_differs(qtbot: Any) -> None:
    table = DifferencesTable()
    qtbot.addWidget(table)
    assert table.show_comparison(compared((), ()), ONE, ONE) == []
    assert table.model().index(0, 1).data() == "the same"
    assert len(table.show_comparison(compared((), ()), ONE, OTHER)) == 1
    assert [table.model().index(0, at).data() for at in range(3)] == ["noise", "0.1", "0.3"]
    titles = [table.model().headerData(at, table.header().orientation()) for at in (1, 2)]
    assert titles == ["one", "other"]
