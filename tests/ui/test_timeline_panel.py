"""The timeline: every way to go somewhere sends the right command, and the handle stays calm."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from bpviz.training.commands import Advance, Back, CancelMove, Pause, Seek
from bpviz.training.events import Progress, State
from bpviz.training.notes import JournalNote
from bpviz.ui.panels.timeline import TimelinePanel
from bpviz.ui.text import count
from bpviz.ui.theme import DARK, LIGHT
from bpviz.ui.widgets.step_edit import LARGEST
from tests.ui.frames import make_frame
from tests.ui.records import make_classes

M = 50


@pytest.fixture
def sent() -> list[Any]:
    return []


@pytest.fixture
def panel(qtbot: Any, sent: list[Any]) -> TimelinePanel:
    panel = TimelinePanel(sent.append)
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
    enabled = [button.isEnabled() for button in panel._moves]
    assert enabled == [False, False, False, True, True, False]
    panel.show_frame(make_frame(dataset_loaded=False))
    assert not any(button.isEnabled() for button in panel._moves)
    assert not panel.slider.isEnabled()


def test_that_it_says_where_the_run_stands(panel: TimelinePanel) -> None:
    panel.show_frame(frame_at(40, 60_000))
    assert panel.position.text() == f"step 40 of {count(60_000)} · epoch 0.80"
    assert panel.slider.step() == 40
    assert panel.slider.tip == 60_000


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
    assert "soon" in panel.complaint.text()
    assert panel.stack.currentWidget() is panel.complaint
    assert (panel.sizeHint(), panel.go_bar.geometry()) == (size, place)
    panel.show_frame(frame_at(10))
    assert panel.stack.currentWidget() is panel.complaint
    qtbot.keyClicks(panel.go_bar.go_edit, "12")
    qtbot.keyClick(panel.go_bar.go_edit, Qt.Key.Key_Return)
    assert sent == [Seek(12)]
    assert panel.stack.currentWidget() is panel.position


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
    assert "epochs" in panel.complaint.text()


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
    qtbot: Any, panel: TimelinePanel
) -> None:
    panel.show_frame(frame_at(1000))
    middle = panel.slider.height() // 2
    qtbot.mouseClick(panel.slider, Qt.MouseButton.LeftButton, pos=QPoint(300, middle))
    target = panel.slider.step()
    panel.show_frame(frame_at(1000))
    assert panel.slider.step() == target
    panel.show_frame(frame_at(target, 1000))
    panel.show_frame(frame_at(1000))
    assert panel.slider.step() == 1000


def test_that_a_move_that_never_happens_lets_the_handle_go_after_a_while(
    qtbot: Any, panel: TimelinePanel
) -> None:
    panel.show_frame(frame_at(1000))
    middle = panel.slider.height() // 2
    qtbot.mouseClick(panel.slider, Qt.MouseButton.LeftButton, pos=QPoint(300, middle))

    def shown() -> bool:
        panel.show_frame(frame_at(1000))
        return panel.slider.step() == 1000

    qtbot.waitUntil(shown, timeout=3000)


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
    assert panel.progress.isVisible()
    assert panel.progress.value() == panel.progress.maximum() // 4
    assert "Going to step 7" in panel.progress.text()
    assert (panel.sizeHint(), panel.go_bar.geometry()) == (size, place)
    qtbot.mouseClick(panel.cancel, Qt.MouseButton.LeftButton)
    assert sent == [CancelMove()]
    panel.show_frame(frame_at(1000))
    assert not panel.progress.isVisible()
    assert panel.stack.currentWidget() is panel.position


def test_that_progress_without_an_end_and_loading_are_fine(panel: TimelinePanel) -> None:
    panel.show_frame(frame_at(5, progress=Progress("Compiling", None)))
    assert panel.progress.maximum() == 0
    panel.show_frame(make_frame(dataset_loaded=False, progress=Progress("Loading", 0.5)))
    assert panel.stack.currentWidget() is panel.position


def test_that_a_new_run_forgets_the_old_target(qtbot: Any, panel: TimelinePanel) -> None:
    panel.show_frame(frame_at(1000))
    qtbot.mouseClick(panel.slider, Qt.MouseButton.LeftButton, pos=QPoint(300, 17))
    panel.show_frame(frame_at(0, run=2))
    assert panel.slider.step() == 0


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (300, 40), (3840, 90)])
def test_that_it_can_have_any_size(panel: TimelinePanel, size: tuple[int, int]) -> None:
    notes = (JournalNote(7, "λ = 0.3"), JournalNote(900, "λ = 3"))
    panel.show_frame(frame_at(1000, journal=notes, keyframes=np.arange(0, 1000, 7)))
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
