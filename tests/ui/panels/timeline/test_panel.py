"""What the timeline's panel shows."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bpviz.training.commands import (
    Advance,
    AdvancePhase,
    AdvanceRow,
    Back,
    BackPhase,
    BackRow,
    Seek,
    SwitchBranch,
)
from bpviz.training.infos import HitInfo, JournalInfo
from bpviz.training.journal.entries import RateChange, WeightEdit
from bpviz.training.step.phases import Phase
from bpviz.ui.core.formatting import count
from bpviz.ui.panels.timeline.axis import StepRange
from bpviz.ui.panels.timeline.panel import TimelinePanel
from tests.ui.frames import make_frame
from tests.ui.panels.timeline.frames_of_a_run import BRANCHES, M, click, frame_at


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("timeline_start", Seek(0)),
        ("timeline_back_epoch", Back(M)),
        ("timeline_back", Back(1)),
        ("timeline_back_phase", BackPhase()),
        ("timeline_back_row", BackRow()),
        ("timeline_forward_row", AdvanceRow()),
        ("timeline_forward_phase", AdvancePhase()),
        ("timeline_forward", Advance(1)),
        ("timeline_forward_epoch", Advance(M)),
        ("timeline_end", Seek(500)),
    ],
)
def test_that_each_button_sends_its_move(
    qtbot: Any, panel: TimelinePanel, sent: list[Any], name: str, command: Any
) -> None:
    panel.show_frame(frame_at(200, 500))
    click(qtbot, panel, name)
    assert sent == [command]


def test_that_buttons_that_lead_nowhere_are_disabled(panel: TimelinePanel) -> None:
    panel.show_frame(frame_at(0))
    buttons = panel.moves.buttons
    enabled = {name for name, button in buttons.items() if button.isEnabled()}
    assert enabled == {"forward_row", "forward_phase", "forward", "forward_epoch"}
    panel.show_frame(frame_at(0, phase=Phase.H))
    assert all(buttons[name].isEnabled() for name in ("back", "back_phase", "back_row"))
    panel.show_frame(make_frame(dataset_loaded=False))
    assert not any(button.isEnabled() for button in buttons.values())
    assert not panel.slider.isEnabled()


def test_that_it_says_where_the_run_stands(panel: TimelinePanel) -> None:
    panel.show_frame(frame_at(40, 60_000))
    assert panel.status.position.text() == f"step 40 of {count(60_000)} · epoch 0.80"
    assert panel.slider.step() == 40
    assert panel.slider.tip == 60_000


@pytest.mark.parametrize(
    ("phase", "row", "words"),
    [
        (Phase.Z1, 0, "before z1"),
        (Phase.LOSS, 0, "before loss"),
        (Phase.GRAD_W2, 0, "before ∂W₂"),
        (Phase.GRAD_W2, 3, "∂W₂, rows: 3 of 10"),
        (Phase.GRAD_W1, 8, "∂W₁, rows: 8 of 8"),
        (Phase.UPDATE, 12, "update, rows: 12 of 18"),
    ],
)
def test_that_it_says_where_inside_a_step_and_on_which_branch_the_run_stands(
    panel: TimelinePanel, phase: Phase, row: int, words: str
) -> None:
    panel.show_frame(frame_at(40, phase=phase, row=row))
    assert panel.status.position.text() == f"step 40 of 40 · epoch 0.80 · {words}"
    panel.show_frame(frame_at(40, phase=phase, row=row, branches=BRANCHES, branch=1))
    assert panel.status.position.text().endswith(f"{words} · more λ")
    assert panel.status.position.toolTip() == panel.status.position.text()


def test_that_a_narrow_line_keeps_the_step(panel: TimelinePanel) -> None:
    panel.resize(300, 90)
    panel.show_frame(frame_at(48_211, 60_000))
    assert panel.status.position.text() == count(48_211)
    panel.resize(1200, 90)
    assert panel.status.position.text().startswith(f"step {count(48_211)} of {count(60_000)}")


def test_that_what_happened_is_marked_and_listed(
    qtbot: Any, panel: TimelinePanel, sent: list[Any]
) -> None:
    changes = (RateChange(100, 0.3), WeightEdit(300, "W1", 1, 2, 0.5))
    notes = tuple(JournalInfo(c.step, c.words(), c) for c in changes)
    hits = (HitInfo(200, 1, "loss > 2"),)
    panel.show_frame(frame_at(250, 1000, journal=notes, hits=hits, branches=BRANCHES, branch=1))
    assert [len(row.marks) for row in panel.slider.rows] == [2, 1, 1]
    click(qtbot, panel, "timeline_journal")
    popup = panel.lists.journal_list
    assert popup.isVisible()
    listed = [popup.model.index(row, 1).data() for row in range(popup.model.rowCount())]
    assert listed == ["λ = 0.3", "stopped by breakpoint 1: loss > 2", "W₁[1, 2] = 0.5"]
    assert popup.view.currentIndex().row() == 1
    QTest.keyClick(popup.view, Qt.Key.Key_Down)
    QTest.keyClick(popup.view, Qt.Key.Key_Return)
    assert sent == [Seek(300)]


def test_that_the_lists_open_without_anything_to_list(qtbot: Any, panel: TimelinePanel) -> None:
    panel.show_frame(frame_at(250, 1000))
    click(qtbot, panel, "timeline_journal")
    assert panel.lists.journal_list.nothing.isVisible()
    panel.lists.journal_list.hide()
    assert not panel.lists.branches.isVisible()


def test_that_branches_have_lanes_where_there_is_room_and_a_list_everywhere(
    qtbot: Any, panel: TimelinePanel, sent: list[Any]
) -> None:
    panel.resize(1200, 140)
    panel.show_frame(frame_at(250, 1000))
    assert not panel.lanes.isVisible()
    panel.show_frame(frame_at(250, 1000, branches=BRANCHES, branch=1))
    assert panel.lanes.isVisible()
    x = round(panel.slider.axis().x_of(700))
    line = panel.lanes.lane_height()
    qtbot.mouseClick(panel.lanes, Qt.MouseButton.LeftButton, pos=QPoint(x, line // 2))
    qtbot.mouseClick(panel.lanes, Qt.MouseButton.LeftButton, pos=QPoint(x, 3 * line // 2))
    step = panel.slider.axis().step_at(x)
    assert sent == [SwitchBranch(0, step), Seek(step)]
    sent.clear()
    panel.resize(1200, 70)
    assert not panel.lanes.isVisible()
    click(qtbot, panel, "timeline_branches")
    popup = panel.lists.branch_list
    assert popup.view.currentIndex().row() == 1
    QTest.keyClick(popup.view, Qt.Key.Key_Up)
    QTest.keyClick(popup.view, Qt.Key.Key_Return)
    assert sent == [SwitchBranch(0, None)]


def test_that_the_whole_run_can_be_shown_again(qtbot: Any, panel: TimelinePanel) -> None:
    panel.show_frame(frame_at(250, 1000))
    assert not panel.lists.whole.isEnabled()
    panel.slider.show_range(StepRange(200, 300))
    assert panel.lists.whole.isEnabled()
    click(qtbot, panel, "timeline_whole")
    assert not panel.slider.zoomed()
    panel.slider.show_range(StepRange(200, 300))
    panel.show_frame(frame_at(0, 5000, run=2))
    assert not panel.slider.zoomed()


@pytest.mark.parametrize("width", [600, 900, 1280, 1900])
@pytest.mark.parametrize("height", [58, 75, 110, 160])
@pytest.mark.parametrize("points", [0, 24])
def test_that_nothing_overlaps_at_any_size(
    panel: TimelinePanel, width: int, height: int, points: int
) -> None:
    if points:
        font = panel.font()
        font.setPointSize(points)
        panel.setFont(font)
        height += 70
    panel.resize(width, height)
    panel.show_frame(frame_at(48_211, 60_000, branches=BRANCHES, branch=1))
    panel.grab()
    lower = [panel.moves, panel.lists, panel.status, panel.go_bar]
    shown = [w.geometry() for w in lower if w.isVisible()]
    for left, right in pairwise(shown):
        assert left.right() < right.left()
    assert shown[-1].right() < width
    stacked = [w for w in (panel.slider, panel.lanes, panel.moves) if w.isVisible()]
    for upper, under in pairwise(w.geometry() for w in stacked):
        assert upper.bottom() < under.top() + 1
    assert panel.moves.geometry().bottom() <= height
    assert panel.moves.buttons["forward"].isVisible()
