"""The timeline: every way to go somewhere sends the right command, and the handle stays calm."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from bpviz.training.changes import RateChange, WeightEdit
from bpviz.training.commands import (
    Advance,
    AdvancePhase,
    AdvanceRow,
    Back,
    BackPhase,
    BackRow,
    CancelMove,
    Pause,
    Seek,
    SwitchBranch,
)
from bpviz.training.events import Progress, State
from bpviz.training.notes import BranchNote, HitNote, JournalNote
from bpviz.training.phases import Phase
from bpviz.ui.panels.timeline import TimelinePanel
from bpviz.ui.text import count
from bpviz.ui.theme import DARK, LIGHT
from bpviz.ui.widgets.step_edit import LARGEST
from bpviz.ui.widgets.timeline_range import StepRange
from tests.ui.frames import make_frame
from tests.ui.records import make_classes

M = 50
BRANCHES = (BranchNote(0, "main", None, 0, 1000), BranchNote(1, "more λ", 0, 400, 900, "λ = 1"))


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> TimelinePanel:
    def send(command: Any) -> int:
        sent.append(command)
        return len(sent)

    panel = TimelinePanel(send)
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.resize(1200, 90)
    panel.show()
    return panel


def frame_at(step: int, tip: int | None = None, **overrides: Any) -> Any:
    values = {"step": step, "tip": step if tip is None else tip}
    return make_frame(make_classes(M), **(values | overrides))


def click(qtbot: Any, panel: TimelinePanel, name: str) -> None:
    button = panel.findChild(QAbstractButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


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
        (Phase.GRAD_W2, 3, "∂W₂, row 3 of 10"),
        (Phase.GRAD_W1, 8, "∂W₁, row 8 of 8"),
        (Phase.UPDATE, 12, "update, row 12 of 18"),
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
    notes = tuple(JournalNote(c.step, c.words(), c) for c in changes)
    hits = (HitNote(200, 1, "loss > 2"),)
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


@pytest.mark.parametrize("typed", ["9000000000", "9 000 000 000", "9e9"])
def test_that_go_to_step_takes_64_bits(
    qtbot: Any, panel: TimelinePanel, sent: list[Any], typed: str
) -> None:
    panel.show_frame(frame_at(10))
    edit = panel.go_bar.go_edit
    qtbot.keyClicks(edit, typed)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.mouseClick(panel.go_bar.go, Qt.MouseButton.LeftButton)
    assert sent == [Seek(9_000_000_000)] * 2


def test_that_bad_input_is_explained_in_place_without_moving_anything(
    qtbot: Any, panel: TimelinePanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_at(10))
    panel.grab()
    size, place = panel.sizeHint(), panel.go_bar.geometry()
    qtbot.keyClicks(panel.go_bar.go_edit, "soon")
    qtbot.keyClick(panel.go_bar.go_edit, Qt.Key.Key_Return)
    panel.grab()
    assert not sent
    assert "soon" in panel.status.complaint.text()
    assert panel.status.currentWidget() is panel.status.complaint
    assert (panel.sizeHint(), panel.go_bar.geometry()) == (size, place)
    panel.show_frame(frame_at(10))
    assert panel.status.currentWidget() is panel.status.complaint
    qtbot.keyClicks(panel.go_bar.go_edit, "12")
    qtbot.keyClick(panel.go_bar.go_edit, Qt.Key.Key_Return)
    assert sent == [Seek(12)]
    assert panel.status.currentWidget() is panel.status.position


def test_that_run_n_counts_in_epochs_or_steps(
    qtbot: Any, panel: TimelinePanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_at(10))
    bar = panel.go_bar
    bar.run_edit.setText("3")
    qtbot.mouseClick(bar.run, Qt.MouseButton.LeftButton)
    bar.unit.setCurrentIndex(1)
    qtbot.keyClick(bar.run_edit, Qt.Key.Key_Return)
    assert sent == [Advance(3 * M), Advance(3)]
    bar.unit.setCurrentIndex(0)
    bar.run_edit.setText(str(LARGEST))
    qtbot.mouseClick(bar.run, Qt.MouseButton.LeftButton)
    assert len(sent) == 2
    assert "epochs" in panel.status.complaint.text()


def test_that_dragging_a_running_run_pauses_it_and_stays_where_it_was_let_go(
    qtbot: Any, panel: TimelinePanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_at(1000, state=State.RUNNING))
    slider = panel.slider
    middle = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(300, middle))
    assert sent[0] == Pause()
    for i in range(100):
        qtbot.mouseMove(slider, QPoint(100 + i * 31 % 900, middle))
        panel.show_frame(frame_at(1000 + i, state=State.RUNNING))
        assert slider.step() < 1000
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(420, middle))
    assert sent[-1] == Seek(slider.step(), resume=False)
    assert all(isinstance(command, Seek) for command in sent[1:])
    assert len(sent) < 40


def test_that_a_late_frame_from_before_the_move_does_not_throw_the_handle_back(
    qtbot: Any, panel: TimelinePanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_at(1000, heard=0))
    middle = panel.slider.height() // 2
    qtbot.mouseClick(panel.slider, Qt.MouseButton.LeftButton, pos=QPoint(300, middle))
    target = panel.slider.step()
    assert sent == [Seek(target)]
    for _ in range(20):
        panel.show_frame(frame_at(1000, heard=0))
        assert panel.slider.step() == target
    panel.show_frame(frame_at(target, 1000, heard=1))
    panel.show_frame(frame_at(900, 1000, heard=2))
    assert panel.slider.step() == 900


def test_that_a_move_that_was_given_up_lets_the_handle_go(qtbot: Any, panel: TimelinePanel) -> None:
    panel.show_frame(frame_at(1000, heard=0))
    qtbot.mouseClick(panel.slider, Qt.MouseButton.LeftButton, pos=QPoint(300, 17))
    progress = Progress("On the way", 0.5)
    panel.show_frame(frame_at(1000, heard=0, progress=progress))
    assert panel.slider.step() < 1000
    qtbot.mouseClick(panel.status.cancel, Qt.MouseButton.LeftButton)
    panel.show_frame(frame_at(1000, heard=2))
    assert panel.slider.step() == 1000


def test_that_a_drag_sends_its_next_wish_when_the_last_was_answered(
    qtbot: Any, panel: TimelinePanel, sent: list[Any]
) -> None:
    now = [0.0]
    panel.pacer._clock = lambda: now[0]
    panel.show_frame(frame_at(1000, heard=0))
    slider = panel.slider
    middle = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(300, middle))
    for x in range(310, 400, 10):
        now[0] += 0.01
        qtbot.mouseMove(slider, QPoint(x, middle))
    first = len(sent)
    panel.show_frame(frame_at(sent[-1].step, 1000, heard=first))
    assert len(sent) == first + 1
    assert sent[-1] == Seek(slider.step())
    now[0] += 0.04
    panel.show_frame(frame_at(sent[-1].step, 1000, heard=first))  # not answered yet
    qtbot.mouseMove(slider, QPoint(500, middle))
    assert len(sent) == first + 1
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(500, middle))
    assert sent[first + 1 :] == [Seek(slider.step())]


def test_that_a_move_by_steps_begins_where_the_handle_was_sent_last(
    qtbot: Any, panel: TimelinePanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_at(1000, 2000, heard=0))
    for _ in range(3):
        qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    click(qtbot, panel, "timeline_forward")
    assert sent[-2:] == [Seek(1003), Advance(1)]
    qtbot.keyClick(panel.slider, Qt.Key.Key_Left)
    click(qtbot, panel, "timeline_start")
    assert sent[-1] == Seek(0)
    sent.clear()
    panel.show_frame(frame_at(0, 2000, heard=99))
    panel.pacer.look()
    assert not sent


def test_that_while_running_the_handle_sits_at_the_tip(panel: TimelinePanel) -> None:
    for step in (10, 5000, 2**60):
        panel.show_frame(frame_at(step, state=State.RUNNING))
        assert panel.slider.step() == panel.slider.tip == step


def test_that_a_long_move_can_be_cancelled_and_the_layout_stays(
    qtbot: Any, panel: TimelinePanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_at(1000))
    panel.grab()
    size, place = panel.sizeHint(), panel.go_bar.geometry()
    panel.show_frame(frame_at(1000, progress=Progress("Going to step 7", 0.25)))
    panel.grab()
    assert panel.status.progress.isVisible()
    assert panel.status.progress.value() == panel.status.progress.maximum() // 4
    assert "Going to step 7" in panel.status.progress.text()
    assert (panel.sizeHint(), panel.go_bar.geometry()) == (size, place)
    qtbot.mouseClick(panel.status.cancel, Qt.MouseButton.LeftButton)
    assert sent == [CancelMove()]
    panel.show_frame(frame_at(1000))
    assert not panel.status.progress.isVisible()
    assert panel.status.currentWidget() is panel.status.position


def test_that_progress_without_an_end_and_loading_are_fine(panel: TimelinePanel) -> None:
    panel.show_frame(frame_at(5, progress=Progress("Compiling", None)))
    assert panel.status.progress.maximum() == 0
    panel.show_frame(make_frame(dataset_loaded=False, progress=Progress("Loading", 0.5)))
    assert panel.status.currentWidget() is panel.status.position


def test_that_a_new_run_forgets_the_old_target(qtbot: Any, panel: TimelinePanel) -> None:
    panel.show_frame(frame_at(1000))
    qtbot.mouseClick(panel.slider, Qt.MouseButton.LeftButton, pos=QPoint(300, 17))
    panel.show_frame(frame_at(0, run=2))
    assert panel.slider.step() == 0


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (300, 40), (3840, 90)])
def test_that_it_can_have_any_size(panel: TimelinePanel, size: tuple[int, int]) -> None:
    notes = (JournalNote(7, "λ = 0.3"), JournalNote(900, "λ = 3"))
    kept = np.arange(0, 1000, 7)
    panel.show_frame(frame_at(1000, journal=notes, keyframes=kept, branches=BRANCHES, branch=1))
    for theme in (DARK, LIGHT):
        panel.set_theme(theme)
        panel.resize(*size)
        panel.grab()


def test_that_every_widget_that_takes_focus_explains_itself(panel: TimelinePanel) -> None:
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.objectName() != "":
            if widget.objectName().startswith("qt_"):
                continue
            assert widget.accessibleName(), widget.objectName()
            assert widget.toolTip(), widget.objectName()
    assert panel.findChild(QWidget, "timeline_slider") is panel.slider
