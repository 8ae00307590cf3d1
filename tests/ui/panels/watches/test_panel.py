"""The watches: added, shown, drawn, computed exactly, and made to stop the run."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    AddBreakpoint,
    AddWatch,
    AskWatches,
    CancelQuestion,
    RemoveWatch,
    Seek,
)
from bpviz.training.events import State
from bpviz.training.infos import AskedInfo, BranchInfo, BreakpointInfo, WatchInfo
from bpviz.training.quantities import Need
from bpviz.training.search_results import WatchCurves
from bpviz.training.watches import Watch
from bpviz.ui.core import counting
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import exact, number
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.labels import MUTED, WARNING
from bpviz.ui.panels.watches import panel as watches_panel
from bpviz.ui.panels.watches import points
from bpviz.ui.panels.watches.panel import WatchesPanel
from tests.ui.branches import make_run
from tests.ui.frames import make_frame
from tests.ui.shown_panels import Sent, shown

WEIGHT, NORM = Watch.weight("W1", 3, 17), Watch.norm("W2")


@pytest.fixture
def panel(qtbot: Any, sent: Sent) -> WatchesPanel:
    made = shown(qtbot, WatchesPanel(sent), 420, 640)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_frame(frame())
    return made


def frame(*notes: WatchInfo, **changes: Any) -> Any:
    return make_frame(**({"step": 700, "tip": 1000, "watches": notes} | changes))


def followed(panel: WatchesPanel, value: float = 0.5, **changes: Any) -> None:
    notes = WatchInfo(WEIGHT, "", value, -0.25), WatchInfo(NORM, "", 3.0, None)
    panel.show_frame(frame(*notes, **changes))


def type_in(panel: WatchesPanel, text: str) -> None:
    panel.watch_edit.setFocus()
    panel.watch_edit.setText(text)
    QTest.keyClick(panel.watch_edit, Qt.Key.Key_Return)


def curves_of(
    *watches: Watch, first: int = 0, last: int = 1000, width: int = 2, branch: int = 0
) -> WatchCurves:
    steps = np.arange(first, last + 1, width)
    ends = np.sin(steps / 50) + np.arange(len(watches))[:, np.newaxis]
    return WatchCurves(watches, branch, first, last, width, steps, ends - 0.5, ends + 0.25, ends)


def test_that_it_needs_the_watches_and_explains_itself_while_there_is_none(
    panel: WatchesPanel,
) -> None:
    assert panel.needs() == {Need.WATCHES}
    assert "Shift+F9" in panel.list.empty_text
    assert not panel.view.exact_button.isEnabled()


@pytest.mark.parametrize(
    ("typed", "watch"),
    [
        ("W1[3, 17]", WEIGHT),
        ("w₁[3,17]", WEIGHT),
        ("‖W₂‖", NORM),
        ("h[2]", Watch.of_unit("h", 2)),
        ("loss of sample 4", Watch.loss(4)),
    ],
)
def test_that_what_is_typed_is_followed(
    panel: WatchesPanel, sent: Sent, typed: str, watch: Watch
) -> None:
    type_in(panel, typed)
    assert sent == [AddWatch(watch)]
    assert panel.watch_edit.text() == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("W1[99, 3]", "row or unit of W1"),
        ("W3[1, 1]", "must be a number of the run"),
        ("loss of sample 12", "sample"),
        ("delta1[0] of sample 1", "Leave out the sample"),
    ],
)
def test_that_what_the_run_has_not_gets_one_sentence_and_stays_to_be_corrected(
    panel: WatchesPanel, sent: Sent, typed: str, words: str
) -> None:
    type_in(panel, typed)
    assert sent == []
    assert words in panel.complaint.text()
    assert panel.watch_edit.text() == typed
    QTest.keyClicks(panel.watch_edit, "h")
    assert panel.complaint.text() == ""


def test_that_indices_are_typed_as_they_are_shown(panel: WatchesPanel, sent: Sent) -> None:
    counting.count_from(1)
    type_in(panel, "W1[4, 18]")
    assert sent == [AddWatch(WEIGHT)]
    type_in(panel, "W1[0, 18]")
    assert "count from 1" in panel.complaint.text()
    assert len(sent) == 1
    panel.select(Selection("W1", 3, 17))
    assert panel.offers.itemText(0) == "W1[4, 18]"
    assert panel.watch_edit.text() == "W1[0, 18]"  # what is typed stays


def test_that_value_and_change_are_shown_and_what_another_run_has_not_is_kept_and_greyed(
    panel: WatchesPanel,
) -> None:
    followed(panel)
    model = panel.list.watches
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(2)]
    assert cells == [["W₁[3, 17]", "0.5000", "−0.2500"], ["‖W₂‖", "3.000", "–"]]
    gone = WatchInfo(Watch.weight("W1", 30, 2), "The row must be 0 … 7.")
    panel.show_frame(frame(gone, run=2))
    assert model.index(0, 0).data() == "W₁[30, 2]"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "The row must be 0 … 7."
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is not None
    panel.list.selectRow(0)
    assert not panel.view.exact_button.isEnabled()
    assert panel.plot.message == "The row must be 0 … 7."


def test_that_the_list_is_as_the_trainer_has_heard_it(panel: WatchesPanel, sent: Sent) -> None:
    followed(panel, acknowledged=0)
    type_in(panel, "h[2]")
    panel.show_frame(frame(acknowledged=0))  # made before
    assert panel.list.watches.rowCount() == 2
    notes = WatchInfo(WEIGHT), WatchInfo(NORM), WatchInfo(Watch.of_unit("h", 2))
    panel.show_frame(frame(*notes, acknowledged=1))
    assert panel.list.current == Watch.of_unit("h", 2)  # a new one is the current one
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert sent[-1] == RemoveWatch(Watch.of_unit("h", 2))
    panel.remove_all_action.trigger()
    assert sent[-1] == RemoveWatch(None)
    type_in(panel, "W1[3, 17]")  # followed already: it is selected
    assert sent[-1] == RemoveWatch(None)
    assert panel.list.current == WEIGHT


def test_that_what_passes_by_is_drawn_as_points_of_its_branch_in_bounded_memory(
    panel: WatchesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step in range(0, 300, 3):
        followed(panel, step / 100, step=step, tip=step, state=State.RUNNING)
    panel.list.selectRow(0)
    assert panel.plot.steps.tolist() == list(range(0, 300, 3))
    assert panel.plot.values.tolist() == [step / 100 for step in range(0, 300, 3)]
    followed(panel, 9.0, step=150, tip=297)  # a change by hand at a step
    assert panel.plot.values[50] == 9.0
    followed(panel, 1.0, step=150, tip=150, branch=1)
    assert panel.plot.steps.tolist() == [150]
    followed(panel, 1.0, step=297, tip=297)
    assert len(panel.plot.steps) == 100
    followed(panel, 1.0, step=4, tip=4, run=2)
    assert panel.plot.steps.tolist() == [4]
    monkeypatch.setattr(points, "MOST_POINTS", 32)
    for step in range(100):
        panel._points.note(frame(WatchInfo(WEIGHT, "", 1.0, 0.0), step=step, run=2))
    assert 16 <= len(panel._points.of(0, WEIGHT, 0, 10**6)[0]) <= 32


def test_that_exact_curves_are_asked_for_drawn_and_read_off(
    panel: WatchesPanel, sent: Sent
) -> None:
    followed(panel)
    panel.list.selectRow(0)
    panel.view.exact_button.click()
    assert sent == [AskWatches((WEIGHT,), 0, 999, 0)]  # the step at hand may still be changed
    followed(panel, asked=AskedInfo(what="AskWatches", fraction=0.25))
    assert panel.progress.isVisible()
    assert panel.progress.value() == 250
    panel.cancel_button.click()
    assert sent[-1] == CancelQuestion()
    curves = curves_of(WEIGHT, last=999)
    followed(panel, asked=AskedInfo(curves=curves))
    assert not panel.progress.isVisible()
    assert panel.plot.curves is curves
    assert panel.plot.steps.tolist() == []  # the curve has them
    panel.plot.hover = QPointF(float(panel.plot.px(100.5)), 50.0)
    words = panel.plot.readout()
    assert words[0] == "steps 100 to 101"
    assert words[1].startswith(f"{curves.low[0, 50]:.3f}"[:5].replace("-", "−"))
    panel.list.selectRow(1)
    assert panel.plot.curves is None  # nobody has asked for that one
    panel.list.selectRow(0)
    assert panel.plot.curves is curves
    followed(panel, asked=AskedInfo(curves=curves), step=900, tip=900)
    assert panel.plot.curves is None  # the branch is shorter now
    rows = panel.plot.values_text().splitlines()
    assert rows[0].split("\t") == ["step", "to step", "least", "largest", "last"]


BRANCHES = (
    BranchInfo(0, "Branch 1", tip=1000),
    BranchInfo(1, "slower", parent=0, fork=400, tip=900),
    BranchInfo(2, "faster", parent=1, fork=600, tip=1200),
)


def test_that_a_branch_shows_what_it_shares_and_the_others_what_is_theirs(
    panel: WatchesPanel,
) -> None:
    for branch, fork, tip in ((0, 0, 1000), (1, 400, 900), (2, 600, 1200)):
        for step in range(fork, tip + 1, 100):
            value = 10.0 * branch + step / 1000
            followed(panel, value, step=step, tip=step, branch=branch, branches=BRANCHES)
    panel.list.selectRow(0)
    plot = panel.plot
    assert plot.steps.tolist() == list(range(0, 1300, 100))
    assert plot.values[:4].tolist() == [0.0, 0.1, 0.2, 0.3]
    assert plot.values[4:6].tolist() == [10.4, 10.5]
    assert plot.values[6] == 20.6
    assert [other.number for other in plot.others] == [1, 0]
    assert plot.others[0].steps.tolist() == list(range(400, 1000, 100))
    assert plot.others[1].steps.tolist() == list(range(0, 1100, 100))
    assert plot.x_scale.high >= 1200
    plot.hover = QPointF(float(plot.px(800)), 50.0)
    words = plot.readout()
    assert words == [
        "step 800", exact(20.8), f"slower: {number(10.8)} at step 800",
        f"Branch 1: {number(0.8)} at step 800",
    ]  # fmt: skip
    rows = plot.values_text().split("\n\n")
    assert [row.splitlines()[0] for row in rows[1:]] == ["branch\tslower", "branch\tBranch 1"]
    assert panel.view.branches.isVisible()
    panel.view.branches.click()
    assert plot.others == ()
    assert len(plot.steps) == 13
    followed(panel, step=3, tip=5)
    assert not panel.view.branches.isVisible()


def test_that_exact_curves_of_all_branches_are_asked_for_one_after_the_other(
    panel: WatchesPanel, sent: Sent
) -> None:
    def shows(**changes: Any) -> None:
        place = {"branch": 2, "step": 1200, "tip": 1200, "branches": BRANCHES}
        followed(panel, **(place | changes))

    shows()
    panel.list.selectRow(0)
    panel.view.exact_button.click()
    first = AskWatches((WEIGHT,), 0, 1199, 2)
    assert sent == [first]
    shows(acknowledged=len(sent), asked=AskedInfo(what="AskWatches", fraction=0.5))
    assert sent == [first]
    one = curves_of(WEIGHT, last=1199, branch=2)
    shows(acknowledged=len(sent), asked=AskedInfo(curves=one))
    second = AskWatches((WEIGHT,), 400, 899, 1)
    assert sent == [first, second]
    shows(acknowledged=len(sent) - 1, asked=AskedInfo(curves=one))  # not heard of yet
    other = curves_of(WEIGHT, first=400, last=899, branch=1)
    shows(acknowledged=len(sent), asked=AskedInfo(curves=other))
    assert sent == [first, second, AskWatches((WEIGHT,), 0, 999, 0)]
    assert panel.plot.curves is one
    assert panel.plot.others[0].curves is other
    steps, values = panel.plot.others[0].known
    assert steps.tolist() == list(range(401, 900, 2))
    assert values.tobytes() == other.end[0].tobytes()
    # Another question took its place: nothing more is asked.
    shows(acknowledged=len(sent), asked=AskedInfo(curves=other, what="FindSteps", fraction=0.1))
    shows(acknowledged=len(sent), asked=AskedInfo(curves=curves_of(WEIGHT, last=999)))
    assert len(sent) == 3


def test_that_one_replay_computes_all_that_cost_nothing(
    panel: WatchesPanel, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    loss, unit, fixed = Watch.loss(), Watch.of_unit("h", 3), Watch.of_unit("f", 0, 41)
    gone = Watch.weight("W1", 99, 0)
    notes = [WatchInfo(each, "", 1.0, 0.0) for each in (NORM, WEIGHT, loss, fixed, unit)]
    notes.append(WatchInfo(gone, "There is no such weight.", None, None))
    panel.show_frame(frame(*notes))
    for row, asked in ((0, (NORM, WEIGHT, loss, unit)), (2, (loss, WEIGHT, unit))):
        panel.list.selectRow(row)
        panel.view.exact_button.click()
        assert sent[-1] == AskWatches(asked, 0, 999, 0)
    curves = curves_of(loss, WEIGHT, unit, last=999)
    panel.show_frame(frame(*notes, asked=AskedInfo(curves=curves)))
    assert (panel.plot.curves, panel.plot.row) == (curves, 0)
    panel.list.selectRow(4)
    assert (panel.plot.curves, panel.plot.row) == (curves, 2)
    monkeypatch.setattr(watches_panel, "MOST_AT_ONCE", 1)
    panel.view.exact_button.click()
    assert sent[-1] == AskWatches((unit, WEIGHT), 0, 999, 0)


def test_that_branches_of_other_runs_are_not_asked_for(panel: WatchesPanel, sent: Sent) -> None:
    here, there = make_run("moons", n_hidden=32), make_run("moons")
    branches = (
        BranchInfo(0, "of the run before", tip=3000, run=there),
        BranchInfo(1, "Branch 2", tip=1000, run=here),
    )
    followed(panel, branch=1, branches=branches)
    panel.list.selectRow(0)
    assert not panel.view.branches.isVisible()
    panel.view.exact_button.click()
    one = curves_of(WEIGHT, last=999, branch=1)
    followed(panel, branch=1, branches=branches, acknowledged=1, asked=AskedInfo(curves=one))
    assert sent == [AskWatches((WEIGHT,), 0, 999, 1)]


def test_that_exact_goes_to_the_end_of_branches_of_which_nothing_is_known(
    panel: WatchesPanel, sent: Sent
) -> None:
    place = {"branch": 1, "step": 700, "tip": 900, "branches": BRANCHES}  # as of an opened file
    followed(panel, **place)
    panel.list.selectRow(0)
    panel.view.exact_button.click()
    for branch in (1, 2):
        curves = curves_of(WEIGHT, last=899, branch=branch)
        followed(panel, **place, acknowledged=len(sent), asked=AskedInfo(curves=curves))
    assert sent == [
        AskWatches((WEIGHT,), 0, 899, 1),
        AskWatches((WEIGHT,), 600, 1199, 2),
        AskWatches((WEIGHT,), 0, 999, 0),
    ]


def test_that_a_branch_deleted_meanwhile_is_left_out(panel: WatchesPanel, sent: Sent) -> None:
    place = {"branch": 2, "step": 1200, "tip": 1200}
    followed(panel, **place, branches=BRANCHES)
    panel.list.selectRow(0)
    panel.view.exact_button.click()
    curves = curves_of(WEIGHT, last=1199, branch=2)
    left = BRANCHES[::2]
    followed(panel, **place, branches=left, acknowledged=1, asked=AskedInfo(curves=curves))
    assert sent[1:] == [AskWatches((WEIGHT,), 0, 999, 0)]


def test_that_the_answer_to_the_question_before_does_not_end_the_new_one(
    panel: WatchesPanel, sent: Sent
) -> None:
    place = {"branch": 2, "step": 1200, "tip": 1200, "branches": BRANCHES}
    followed(panel, **place)
    panel.list.selectRow(0)
    panel.view.exact_button.click()
    panel.set_view_range((100, 800))
    panel.view.exact_button.click()
    before = curves_of(WEIGHT, last=1199, branch=2)
    followed(panel, **place, acknowledged=1, asked=AskedInfo(curves=before))
    waits = AskedInfo(curves=before, what="AskWatches", fraction=0.0)
    followed(panel, **place, acknowledged=2, asked=waits)
    assert len(sent) == 2
    after = curves_of(WEIGHT, first=100, last=800, branch=2)
    followed(panel, **place, acknowledged=2, asked=AskedInfo(curves=after))
    assert sent[2:] == [AskWatches((WEIGHT,), 400, 800, 1)]


def test_that_a_value_seen_before_the_fork_is_drawn_on_every_branch_that_shares_it(
    panel: WatchesPanel,
) -> None:
    followed(panel, 0.25, branch=2, branches=BRANCHES, step=300, tip=1200)
    followed(panel, 0.5, branch=2, branches=BRANCHES, step=500, tip=1200)
    panel.list.selectRow(0)
    assert panel.plot.steps.tolist() == [300, 500]
    followed(panel, 0.75, branch=0, branches=BRANCHES, step=800, tip=1000)
    assert panel.plot.steps.tolist() == [300, 800]
    assert panel.plot.values.tolist() == [0.25, 0.75]


def test_that_a_branch_forked_before_its_parent_s_own_fork_has_only_what_it_shares(
    panel: WatchesPanel,
) -> None:
    branches = (*BRANCHES, BranchInfo(3, "early", parent=2, fork=100, tip=300))
    for step in (50, 150, 350, 500, 800):
        followed(panel, 1.0, branch=0, branches=branches, step=step, tip=1000)
    followed(panel, 2.0, branch=3, branches=branches, step=200, tip=300)
    panel.list.selectRow(0)
    assert panel.plot.steps.tolist() == [50, 200]
    assert panel.plot.values.tolist() == [1.0, 2.0]


def test_that_cancel_gives_up_the_curves_of_the_other_branches_as_well(
    panel: WatchesPanel, sent: Sent
) -> None:
    place = {"branch": 2, "step": 1200, "tip": 1200, "branches": BRANCHES}
    followed(panel, **place)
    panel.list.selectRow(0)
    panel.view.exact_button.click()
    followed(panel, **place, asked=AskedInfo(what="AskWatches", fraction=0.25))
    panel.cancel_button.click()
    followed(panel, **place, asked=AskedInfo(curves=curves_of(WEIGHT, last=1199, branch=2)))
    assert [type(each) for each in sent] == [AskWatches, CancelQuestion]


def test_that_a_low_panel_still_names_the_branches_that_it_draws(
    qtbot: Any, panel: WatchesPanel
) -> None:
    panel.resize(393, 400)
    followed(panel, 0.2, branch=0, branches=BRANCHES, step=800, tip=1000)
    curves = curves_of(WEIGHT, last=1199, branch=2)
    place = {"branch": 2, "step": 1200, "tip": 1200, "branches": BRANCHES}
    followed(panel, 0.5, **place, asked=AskedInfo(curves=curves))
    panel.list.selectRow(0)
    legend, plot = panel.view.legend, panel.plot
    assert [other.name for other in plot.others] == ["Branch 1"]
    QCoreApplication.processEvents()
    assert legend.isVisible()
    assert plot.height() < plot.sizeHint().height()  # it is low
    lines = legend.heightForWidth(legend.width()) // legend.minimumSizeHint().height()
    assert lines == 2
    assert legend.height() >= legend.minimumHeight() >= legend.heightForWidth(legend.width())


def test_that_branches_beyond_those_named_are_grey(panel: WatchesPanel) -> None:
    many = tuple(BranchInfo(i, f"b{i}", parent=0, fork=10, tip=300) for i in range(1, 6))
    many = (BranchInfo(0, "b0", tip=300), *many)
    for branch in range(6):
        for step in range(50, 300, 5):
            followed(panel, float(branch), step=step, tip=step, branch=branch, branches=many)
    followed(panel, 0.0, step=295, tip=300, branch=0, branches=many)
    panel.list.selectRow(0)
    assert [other.number for other in panel.plot.others] == [5, 4, 3, 2, 1]
    image = panel.plot.grab().toImage()
    plot, theme = panel.plot, current_theme()
    for other, wanted in zip(
        plot.others,
        [*(branch_colour(i, theme) for i in (5, 4, 3)), *2 * [QColor(theme.muted)]],
        strict=True,
    ):
        x, y = round(float(plot.px(150))), round(float(plot.py(float(other.number))))
        found = {image.pixelColor(x, y + down).name() for down in (-1, 0, 1)}
        assert wanted.name() in found
    panel.resize(900, 640)
    assert panel.view.legend.entries[-1].text == "+ 2 more"


def test_that_nothing_is_computed_where_no_step_was_taken(panel: WatchesPanel) -> None:
    followed(panel, step=0, tip=0)
    panel.list.selectRow(0)
    assert not panel.view.exact_button.isEnabled()
    followed(panel, step=1, tip=1)
    assert panel.view.exact_button.isEnabled()


def test_that_the_stretch_in_sight_is_computed_and_a_click_goes_to_its_step(
    panel: WatchesPanel, sent: Sent
) -> None:
    followed(panel)
    panel.list.selectRow(0)
    panel.set_view_range((200, 400))
    panel.view.exact_button.click()
    assert sent == [AskWatches((WEIGHT,), 200, 400, 0)]
    panel.set_view_range(None)
    at = QPointF(float(panel.plot.px(500)), panel.plot.area().center().y()).toPoint()
    QTest.mouseClick(panel.plot, Qt.MouseButton.LeftButton, pos=at)
    assert isinstance(sent[-1], Seek)
    assert abs(sent[-1].step - 500) < 5


def test_that_a_failed_question_is_said_and_an_old_one_is_not(
    panel: WatchesPanel, sent: Sent
) -> None:
    problem = AskedInfo(asked="AskWatches", problem="Not enough memory.")
    followed(panel, asked=problem)
    assert panel.complaint.text() == ""
    panel.list.selectRow(0)
    panel.view.exact_button.click()
    followed(panel, asked=problem, acknowledged=1)
    assert panel.complaint.text() == "Not enough memory."


@pytest.mark.parametrize(
    ("condition", "breakpoint"),
    [
        ("is above", Breakpoint.above(WEIGHT, 0.5)),
        ("is below", Breakpoint.below(WEIGHT, 0.5)),
        ("changes sign", Breakpoint.changes_sign(WEIGHT)),
        ("moves by more than", Breakpoint.moves(WEIGHT, 0.5)),
    ],
)
def test_that_the_run_is_stopped_where_the_number_is_as_was_said(
    panel: WatchesPanel, sent: Sent, condition: str, breakpoint: Breakpoint
) -> None:
    followed(panel)
    panel.list.selectRow(0)
    panel.condition_edit.setCurrentText(condition)
    if panel.value_edit.isVisible():
        QTest.keyClicks(panel.value_edit, "0.5")
    assert panel.value_edit.isVisible() is ("sign" not in condition)
    panel.stop_button.click()
    assert sent == [AddBreakpoint(breakpoint)]
    assert "W₁[3, 17]" in panel.complaint.text()
    followed(panel, breakpoints=(BreakpointInfo(1, breakpoint),))
    panel.stop_button.click()
    assert len(sent) == 1
    assert "in the list already" in panel.complaint.text()
    assert panel.complaint.foregroundRole() == MUTED  # nothing is wrong
    panel.list.selectRow(1)
    assert panel.complaint.text() == ""
    type_in(panel, "W3[1, 1]")
    assert panel.complaint.foregroundRole() == WARNING


def test_that_a_new_one_is_brought_into_sight(qtbot: Any, panel: WatchesPanel) -> None:
    notes = tuple(WatchInfo(Watch.of_unit("h", k), "", 0.5, 0.1) for k in range(12))
    for n in range(1, 13):
        panel.show_frame(frame(*notes[:n]))
        qtbot.waitUntil(lambda n=n: panel.list.rowHeight(n - 1) == panel.list.row_height())
        qtbot.waitUntil(lambda n=n: _in_sight(panel, n - 1))
        assert panel.list.current == notes[n - 1].watch


def _in_sight(panel: WatchesPanel, row: int) -> bool:
    place = panel.list.visualRect(panel.list.model().index(row, 0))
    return panel.list.viewport().rect().contains(place)


def test_that_a_threshold_that_is_none_is_said_and_nothing_is_added(
    panel: WatchesPanel, sent: Sent
) -> None:
    followed(panel)
    panel.list.selectRow(0)
    for typed in ("", "much"):
        panel.value_edit.setText(typed)
        panel.stop_button.click()
        assert panel.complaint.text()
    assert sent == []


def test_that_values_of_any_sign_and_size_have_an_axis(panel: WatchesPanel) -> None:
    panel.list.selectRow(0)
    for values in ((-3.0, -2.9), (0.0, 0.0), (1e-320, 1e-300), (-1e300, 1e300), (5.0, 5.0)):
        for step, value in enumerate(values):
            followed(panel, value, step=step, tip=step, run=hash(values))
        panel.list.selectRow(0)
        scale = panel.plot.y_scale
        assert scale.low <= min(values) <= max(values) <= scale.high
        assert math.isfinite(scale.high - scale.low)
        panel.grab()
