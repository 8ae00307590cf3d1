"""Going along the timeline: by number, by drag, and while the run moves."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from bpviz.training.commands import (
    Advance,
    CancelMove,
    Pause,
    Seek,
)
from bpviz.training.events import Progress, State
from bpviz.training.infos import JournalInfo
from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.kit.controls.number_text import LARGEST
from bpviz.ui.panels.timeline.go_to import GoBar
from bpviz.ui.panels.timeline.panel import TimelinePanel
from tests.ui.frames import make_frame
from tests.ui.panels.timeline.frames_of_a_run import BRANCHES, M, click, frame_at
from tests.ui.themes import use_theme


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
    panel.show_frame(frame_at(1000, acknowledged=0))
    middle = panel.slider.height() // 2
    qtbot.mouseClick(panel.slider, Qt.MouseButton.LeftButton, pos=QPoint(300, middle))
    target = panel.slider.step()
    assert sent == [Seek(target)]
    for _ in range(20):
        panel.show_frame(frame_at(1000, acknowledged=0))
        assert panel.slider.step() == target
    panel.show_frame(frame_at(target, 1000, acknowledged=1))
    panel.show_frame(frame_at(900, 1000, acknowledged=2))
    assert panel.slider.step() == 900


def test_that_a_move_that_was_given_up_lets_the_handle_go(qtbot: Any, panel: TimelinePanel) -> None:
    panel.show_frame(frame_at(1000, acknowledged=0))
    qtbot.mouseClick(panel.slider, Qt.MouseButton.LeftButton, pos=QPoint(300, 17))
    progress = Progress("On the way", 0.5)
    panel.show_frame(frame_at(1000, acknowledged=0, progress=progress))
    assert panel.slider.step() < 1000
    qtbot.mouseClick(panel.status.cancel, Qt.MouseButton.LeftButton)
    panel.show_frame(frame_at(1000, acknowledged=2))
    assert panel.slider.step() == 1000


def test_that_a_drag_sends_its_next_wish_when_the_last_was_answered(
    qtbot: Any, panel: TimelinePanel, sent: list[Any]
) -> None:
    now = [0.0]
    panel.pacer._clock = lambda: now[0]
    panel.show_frame(frame_at(1000, acknowledged=0))
    slider = panel.slider
    middle = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(300, middle))
    for x in range(310, 400, 10):
        now[0] += 0.01
        qtbot.mouseMove(slider, QPoint(x, middle))
    first = len(sent)
    panel.show_frame(frame_at(sent[-1].step, 1000, acknowledged=first))
    assert len(sent) == first + 1
    assert sent[-1] == Seek(slider.step())
    now[0] += 0.04
    panel.show_frame(frame_at(sent[-1].step, 1000, acknowledged=first))  # not answered yet
    qtbot.mouseMove(slider, QPoint(500, middle))
    assert len(sent) == first + 1
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(500, middle))
    assert sent[first + 1 :] == [Seek(slider.step())]


def test_that_a_move_by_steps_begins_where_the_handle_was_sent_last(
    qtbot: Any, panel: TimelinePanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_at(1000, 2000, acknowledged=0))
    for _ in range(3):
        qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    click(qtbot, panel, "timeline_forward")
    assert sent[-2:] == [Seek(1003), Advance(1)]
    qtbot.keyClick(panel.slider, Qt.Key.Key_Left)
    click(qtbot, panel, "timeline_start")
    assert sent[-1] == Seek(0)
    sent.clear()
    panel.show_frame(frame_at(0, 2000, acknowledged=99))
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
    notes = (JournalInfo(7, "λ = 0.3"), JournalInfo(900, "λ = 3"))
    kept = np.arange(0, 1000, 7)
    panel.show_frame(frame_at(1000, journal=notes, keyframes=kept, branches=BRANCHES, branch=1))
    for theme in (DARK, LIGHT):
        use_theme(theme)
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


@pytest.mark.parametrize(("typed", "units"), [("1", ["epoch", "step"]), ("2", ["epochs", "steps"])])
def test_that_one_epoch_is_no_epochs(panel: TimelinePanel, typed: str, units: list[str]) -> None:
    bar = panel.go_bar
    bar.run_edit.setText("3")
    bar.run_edit.setText(typed)
    assert [bar.unit.itemText(i) for i in range(bar.unit.count())] == units


def test_that_the_unit_of_what_is_to_be_run_is_read_whole_where_room_is_least(qtbot: Any) -> None:
    bar = GoBar()
    qtbot.addWidget(bar)
    bar.show()
    for points in (9, 24, 12):
        font = bar.font()
        font.setPointSize(points)
        bar.setFont(font)
        bar.resize(bar.minimumSizeHint())
        bar.grab()  # now everything is laid out
        assert bar.unit.width() >= bar.unit.sizeHint().width()
        assert bar.rect().contains(bar.run.geometry())
