"""What somebody asks for in the panel, and what it says while it waits and afterwards."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    AddBreakpoint,
    CancelQuestion,
    FindLargest,
    FindSteps,
    Seek,
    SwitchBranch,
)
from bpviz.training.infos import BranchInfo
from bpviz.training.watches import Watch
from bpviz.ui.core.counting import count_from
from bpviz.ui.core.formatting import count
from bpviz.ui.core.selection import Selection
from bpviz.ui.panels.find.panel import FindPanel
from bpviz.ui.panels.find.query import Kind
from tests.ui.frames import make_table
from tests.ui.panels.find.hands import (
    ABOVE,
    asked,
    child,
    choose,
    enter,
    found_steps,
    offer,
    rows,
    type_in,
)
from tests.ui.shown_panels import Sent

BRANCHES = (BranchInfo(0, "run 1", tip=99), BranchInfo(1, "run 2", 0, 50, 99))


def test_that_a_condition_is_sought_in_the_whole_branch_at_return(
    panel: FindPanel, sent: Sent
) -> None:
    offer(panel)
    enter(panel, "loss > 0.5")
    assert sent == [FindSteps(ABOVE, 0, 100, 1000, newest=False)]


def test_that_range_number_and_order_are_those_typed(panel: FindPanel, sent: Sent) -> None:
    offer(panel, step=70_000, tip=70_000)
    choose(panel, Kind.NEWEST)
    type_in(panel, "find_line", "W1[3, 17] changes sign")
    type_in(panel, "find_count", "20")
    type_in(panel, "find_from", "1e3")
    type_in(panel, "find_to", "60 000")
    QTest.keyClick(child(panel, "find_to"), Qt.Key.Key_Return)
    condition = Breakpoint.changes_sign(Watch.weight("W1", 3, 17))
    assert sent == [FindSteps(condition, 1000, 60_001, 20, newest=True)]


@pytest.mark.parametrize(
    ("kind", "of"), [(Kind.VALUE, "value"), (Kind.SIZE, "size"), (Kind.MOVE, "move")]
)
def test_that_the_largest_of_a_number_are_sought(
    panel: FindPanel, sent: Sent, kind: Kind, of: str
) -> None:
    offer(panel)
    choose(panel, kind)
    enter(panel, "h[3]")
    assert sent == [FindLargest(Watch.of_unit("h", 3), 10, 0, 100, of)]  # type: ignore[arg-type]


def test_that_what_was_typed_for_one_kind_comes_back_with_it(panel: FindPanel) -> None:
    offer(panel)
    type_in(panel, "find_line", "loss > 2")
    type_in(panel, "find_count", "7")
    choose(panel, Kind.VALUE)
    assert (panel.form.line.text(), panel.form.count_edit.text()) == ("", "10")
    type_in(panel, "find_line", "loss")
    choose(panel, Kind.NEWEST)
    assert (panel.form.line.text(), panel.form.count_edit.text()) == ("loss > 2", "7")
    choose(panel, Kind.MOVE)
    assert panel.form.line.text() == "loss"


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("find_line", "", "What to find is missing."),
        ("find_line", "lots", "“lots” is nothing to be found. Type something like loss >"),
        ("find_line", "loss > lots", "“loss > lots” is not possible"),
        ("find_line", "W1[99, 0] > 1", "“W1[99, 0] > 1” is not in this run: it has 784 inputs, 8 "),
        ("find_line", "sample 12", "“sample 12” is not in this run"),
        ("find_line", "class 11", "“class 11” is not in this run"),
        ("find_line", "delta1[2] of sample 3 > 1", "cannot be of one sample in every step"),
        ("find_count", "0", "“0” is out of range. Type a whole number from 1 to"),
        ("find_from", "100", "“100” is out of range. Type a whole number from 0 to 99."),
        ("find_to", "100", "“100” is out of range. Type a whole number from 0 to 99."),
        ("find_from", "60", "begin at 60, after their end at 50."),
    ],
)
def test_that_what_is_not_possible_is_one_sentence_and_nothing_is_sought(
    panel: FindPanel, sent: Sent, name: str, typed: str, said: str
) -> None:
    offer(panel)
    type_in(panel, "find_line", "loss > 0.5")
    if typed == "60":
        type_in(panel, "find_to", "50")
    type_in(panel, name, typed)
    QTest.keyClick(child(panel, name), Qt.Key.Key_Return)
    assert sent == []
    complaint = child(panel, "find_complaint")
    assert complaint.isVisible()
    assert said in complaint.text()
    type_in(panel, "find_line", "loss > 0.5")
    for edit in ("find_from", "find_to"):
        type_in(panel, edit, "")
    type_in(panel, "find_count", "5")
    QTest.keyClick(child(panel, "find_line"), Qt.Key.Key_Return)
    assert len(sent) == 1
    assert not complaint.isVisible()


def test_that_a_regression_has_no_classes_to_find(panel: FindPanel, sent: Sent) -> None:
    offer(panel, make_table())
    for typed in ("class 1", "misclassified"):
        enter(panel, typed)
        assert "has no classes" in child(panel, "find_complaint").text()
    assert sent == []


def test_that_indices_are_typed_as_the_window_counts(panel: FindPanel, sent: Sent) -> None:
    offer(panel)
    count_from(1)
    try:
        enter(panel, "W1[1, 784] > 2")
        enter(panel, "sample 12")
        enter(panel, "class 3")  # its name
        enter(panel, "f[10] of sample 1 > 0.5")
        assert [command.condition for command in sent] == [  # type: ignore[attr-defined]
            Breakpoint.above(Watch.weight("W1", 0, 783), 2),
            Breakpoint.sample(11),
            Breakpoint.label(3),
            Breakpoint.above(Watch.of_unit("f", 9, 0), 0.5),
        ]
        for typed in ("W1[0, 3] > 2", "sample 0", "W1[9, 3] > 2"):
            enter(panel, typed)
            assert "counted from 1" in child(panel, "find_complaint").text()
        assert len(sent) == 4
    finally:
        count_from(0)


def test_that_every_example_can_be_found(panel: FindPanel, sent: Sent) -> None:
    for start in (0, 1):
        count_from(start)
        try:
            for data in (None, make_table()):
                offer(panel, **({} if data is None else {"data": data}))
                panel.select(Selection("W2", 0, 3))
                for kind in (Kind.FIRST, Kind.VALUE):
                    choose(panel, kind)
                    menu = panel.form.examples.menu()
                    menu.aboutToShow.emit()
                    words = [action.text() for action in menu.actions()]
                    assert len(words) > 7
                    assert any(each.startswith(f"W2[{start}, {3 + start}]") for each in words)
                    for action in list(menu.actions()):
                        before = len(sent)
                        action.trigger()
                        assert panel.form.line.hasFocus()
                        QTest.keyClick(panel.form.line, Qt.Key.Key_Return)
                        assert len(sent) == before + 1, action.text()
        finally:
            count_from(0)


@pytest.mark.parametrize("start", [0, 1])
def test_that_a_condition_given_is_sought_as_it_is(
    panel: FindPanel, sent: Sent, start: int
) -> None:
    count_from(start)
    try:
        offer(panel)
        for condition in (
            Breakpoint.loss_above(0.1 + 0.2),
            Breakpoint.loss_jump(3),
            Breakpoint.gradient_above(2, "W2"),
            Breakpoint.sample(4),
            Breakpoint.label(7),
            Breakpoint.misclassified(),
            Breakpoint.saturated(0.25),
            Breakpoint.every(10),
            Breakpoint.not_finite(),
            Breakpoint.above(Watch.weight("W1", 1, 2), float("inf")),
            Breakpoint.moves(Watch.norm("W1", 3), 1e-30),
            Breakpoint.changes_sign(Watch.of_unit("h", 2, 3)),
        ):
            choose(panel, Kind.VALUE)
            panel.search(condition)
            assert sent[-1] == FindSteps(condition, 0, 100, 1000)
            if condition.value == float("inf"):
                continue
            words = panel.form.line.text()
            enter(panel, words)  # as it stands there, typed by hand
            assert sent[-1] == FindSteps(condition, 0, 100, 1000), words
    finally:
        count_from(0)


def test_that_it_says_before_what_it_costs(panel: FindPanel) -> None:
    keyframes = np.array([0, 512, 1024])
    offer(panel, step=2000, tip=2000, keyframes=keyframes)
    panel.resize(900, 640)
    assert panel.cost.text() == ""
    type_in(panel, "find_line", "loss > 0.5")
    assert panel.cost.whole() == f"{count(2001)} steps to compute, less than a second"
    type_in(panel, "find_from", "600")
    assert panel.cost.whole().startswith(f"{count(2001 - 512)} steps to compute")
    type_in(panel, "find_line", "norm W1 > 3")
    assert panel.cost.whole().endswith("each reads the weights of the norm")
    type_in(panel, "find_line", "f[0] of sample 3 > 0.5")
    assert panel.cost.whole().endswith("each takes another forward pass")
    type_in(panel, "find_from", "9000")
    assert panel.cost.text() == ""
    type_in(panel, "find_from", "")
    offer(panel, step=9 * 10**9, tip=9 * 10**9, keyframes=keyframes)
    assert "about" in panel.cost.whole()
    assert panel.cost.whole().count(" h") == 1


def test_that_while_it_runs_it_shows_how_far_it_is_and_can_be_cancelled(
    panel: FindPanel, sent: Sent
) -> None:
    offer(panel, acknowledged=0)
    enter(panel, "loss > 0.5")
    cancel, find = child(panel, "find_cancel"), child(panel, "find_find")
    assert (cancel.isVisible(), find.isVisible()) == (True, False)
    so_far = found_steps(3, 5, searched=40)
    offer(panel, acknowledged=1, asked=asked(so_far, 0.4))
    assert child(panel, "find_progress").value() == 400
    assert "left" in child(panel, "find_progress").format()
    assert (
        child(panel, "find_result").text() == "loss > 0.5: 2 steps so far, searched up to step 39"
    )
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert sent[-1] == CancelQuestion()
    offer(panel, asked=asked(so_far))
    assert (cancel.isVisible(), find.isVisible()) == (False, True)
    assert (
        child(panel, "find_result").text() == "loss > 0.5: 2 steps; cancelled after steps 0 to 39"
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (found_steps(3, 5), "loss > 0.5: 2 steps, steps 0 to 99 searched"),
        (found_steps(3), "loss > 0.5: 1 step, steps 0 to 99 searched"),
        (found_steps(), "No step from 0 to 99 meets loss > 0.5."),
        (found_steps(3, 5, searched=6), "loss > 0.5: the first 2 steps, steps 0 to 5 searched"),
        (
            found_steps(3, 5, count=41),
            "loss > 0.5: the newest 2 of 41 steps, steps 0 to 99 searched",
        ),
        (found_steps(searched=0), "loss > 0.5: cancelled before step 0"),
        (found_steps(start=100), "loss > 0.5: there is no step to search"),
        (
            found_steps(3, 5, condition=None, of="value"),
            "largest values of loss: 2 steps, steps 0 to 99 searched",
        ),
        (
            found_steps(condition=None, of="move"),
            "No step from 0 to 99 has a value of loss.",
        ),
    ],
)
def test_that_what_was_found_is_said_with_the_range_searched(
    panel: FindPanel, found: object, said: str
) -> None:
    offer(panel, asked=asked(found))  # type: ignore[arg-type]
    assert child(panel, "find_result").text() == said


def test_that_each_step_has_its_sample_and_a_value(panel: FindPanel) -> None:
    offer(panel, asked=asked(found_steps(3, 17)))
    assert rows(panel) == [["3", "3", "1.000"], ["17", "5", "2.750"]]
    titles = [panel.table.found.headerData(c, Qt.Orientation.Horizontal) for c in range(3)]
    assert titles == ["step", "sample", "loss"]
    offer(panel, asked=asked(found_steps(3, samples=np.array([14]))))
    assert rows(panel)[0][1] == "custom 2"


def test_that_a_click_and_return_go_to_the_step(panel: FindPanel, sent: Sent) -> None:
    offer(panel, asked=asked(found_steps(3, 17)))
    table = panel.table
    where = table.visualRect(table.found.index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert sent == [Seek(17), Seek(3)]


def test_that_the_step_at_hand_is_marked_and_the_list_stays(panel: FindPanel) -> None:
    found = found_steps(*range(0, 100, 2))
    offer(panel, asked=asked(found), step=8)
    model = panel.table.found
    font = Qt.ItemDataRole.FontRole
    assert model.here == 4
    assert model.index(4, 0).data(font).bold()
    offer(panel, asked=asked(found), step=9)
    assert model.here == -1
    offer(panel, asked=asked(found), step=98)
    assert model.rowCount() == 50
    assert panel.table.visualRect(model.index(49, 0)).bottom() <= panel.table.viewport().height()


def test_that_more_steps_are_added_below_those_that_are_there(panel: FindPanel) -> None:
    offer(panel, asked=asked(found_steps(3, 5, searched=10), 0.1))
    model, told = panel.table.found, []
    model.rowsInserted.connect(lambda _, first, last: told.append((first, last)))
    model.modelReset.connect(lambda: told.append("reset"))
    offer(panel, asked=asked(found_steps(3, 5, 12, 14, searched=20), 0.2))
    offer(panel, asked=asked(found_steps(3, 5, 12, 14, searched=30), 0.3))
    assert told == [(2, 3)]
    offer(panel, asked=asked(found_steps(5, 12, 14, 35, searched=40), 0.4))
    assert told == [(2, 3), "reset"]
    offer(panel, asked=asked(None))
    assert model.rowCount() == 0


def test_that_steps_of_another_branch_are_grey_and_say_whose_they_are(
    panel: FindPanel, sent: Sent
) -> None:
    found = asked(found_steps(3, 99))
    offer(panel, asked=found, branches=BRANCHES)
    model = panel.table.found
    colour = Qt.ItemDataRole.ForegroundRole
    assert model.index(0, 0).data(colour) is None
    offer(panel, asked=found, branches=BRANCHES, branch=1)
    assert model.index(0, 0).data(colour) is not None
    assert model.here == -1
    assert child(panel, "find_result").text().startswith("On run 1: ")
    panel.table.setCurrentIndex(model.index(0, 0))
    panel.table.enter()
    assert sent == [SwitchBranch(0, 3)]
    offer(panel, asked=found, branches=BRANCHES)
    assert model.here == 1
    assert model.index(0, 0).data(colour) is None


def test_that_the_condition_becomes_a_breakpoint(panel: FindPanel, sent: Sent) -> None:
    offer(panel)
    assert not child(panel, "find_add_breakpoint").isVisible()
    offer(panel, asked=asked(found_steps(3)))
    QTest.mouseClick(child(panel, "find_add_breakpoint"), Qt.MouseButton.LeftButton)
    assert sent == [AddBreakpoint(ABOVE)]
    offer(panel, asked=asked(found_steps(3, condition=None, of="value")))
    assert not child(panel, "find_add_breakpoint").isEnabled()


def test_that_the_list_is_copied_with_all_digits(panel: FindPanel) -> None:
    offer(panel, asked=asked(found_steps(3, 40_000, values=np.array([1 / 3, 2.0]))))
    QTest.mouseClick(child(panel, "find_copy"), Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text == f'step,sample,"loss"\n3,3,{1 / 3!r}\n40000,4,2.0\n'


def test_that_an_empty_panel_says_what_it_is_for(panel: FindPanel) -> None:
    offer(panel)
    assert "Type a condition and press Return" in panel.table.empty_text
    assert panel.table.accessibleDescription() == panel.table.empty_text
    offer(panel, asked=asked(found_steps()))
    assert panel.table.empty_text == ""


def test_that_a_problem_of_the_search_is_shown(panel: FindPanel) -> None:
    offer(panel, asked=asked(None, problem="Not enough memory.", asked="FindSteps"))
    assert child(panel, "find_complaint").text() == "Not enough memory."
    child(panel, "find_complaint").show_sentence("")
    offer(panel, asked=asked(None, problem="Not enough memory.", asked="AskTrail"))
    assert child(panel, "find_complaint").text() == ""


def test_that_a_hundred_thousand_steps_are_shown_at_once(panel: FindPanel) -> None:
    found = found_steps(*range(100_000), stop=100_000, searched=100_000)
    offer(panel, step=99_999, tip=99_999, asked=asked(found))
    assert panel.table.found.rowCount() == 100_000
    assert panel.table.found.here == 99_999
