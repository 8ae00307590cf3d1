"""Undo and Redo name what they do, say what they did, and take back a drag of the timeline."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bpviz.training.commands import Command, Redo, Seek, Undo
from bpviz.training.events import State
from bpviz.training.message import Message
from tests.ui.conftest import Stage
from tests.ui.panels.timeline.slider_hands import at

Held = Qt.KeyboardModifier
CHANGE = Message.of("λ {before:.4g} → {after:.4g}", before=0.1, after=63.0)


def pressed(stage: Stage, key: Qt.Key) -> list[Command]:
    stage.clear()
    stage.press(key, modifier=Held.ControlModifier)
    return stage.mailbox.asked()


def told(stage: Stage) -> str:
    return str(stage.child("status_state").whole())


def dragged(stage: Stage, target: int) -> int:
    """Drag the handle of the timeline to step `target` in small moves; return the step reached."""
    stage.clear()
    slider, left = stage.child("timeline_slider"), Qt.MouseButton.LeftButton
    start, end = at(slider, slider.step()), at(slider, target)
    QTest.mousePress(slider, left, pos=start)
    for x in range(start.x(), end.x(), -9):
        QTest.mouseMove(slider, QPoint(x, start.y()))
    QTest.mouseMove(slider, end)
    QTest.mouseRelease(slider, left, pos=end)
    return [c.step for c in stage.mailbox.asked() if isinstance(c, Seek)][-1]


def test_that_undo_and_redo_name_what_they_do_and_say_what_they_did(stage: Stage) -> None:
    undo, redo = stage.child("action_undo"), stage.child("action_redo")
    stage.offer(step=20, tip=20, undo=CHANGE)
    assert (undo.text(), redo.text()) == ("Undo λ 0.1 → 63", "Redo")
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    assert pressed(stage, Qt.Key.Key_Z) == [Undo()]
    stage.offer(step=12, tip=20, redo=CHANGE)
    assert told(stage) == "Undone: λ 0.1 → 63; at step 12"
    assert redo.text() == "Redo λ 0.1 → 63"
    assert pressed(stage, Qt.Key.Key_Y) == [Redo()]
    stage.offer(step=20, tip=20, undo=CHANGE)
    assert told(stage) == "Redone: λ 0.1 → 63; at step 20"
    stage.offer(step=21, tip=21, undo=CHANGE)
    stage.qtbot.waitUntil(lambda: told(stage) == "Paused")


def test_that_nothing_is_said_before_it_is_done(stage: Stage) -> None:
    stage.offer(step=20, tip=20, undo=CHANGE)
    pressed(stage, Qt.Key.Key_Z)
    stage.offer(step=20, tip=20, undo=CHANGE, acknowledged=0)
    assert "Undone" not in told(stage)


def test_that_a_drag_of_the_timeline_is_one_to_undo_and_redo(stage: Stage) -> None:
    stage.offer(step=1000, tip=1000, undo=CHANGE)
    reached = dragged(stage, 300)
    assert 0 < reached < 1000
    stage.offer(step=reached, tip=1000, undo=CHANGE)
    undo, redo = stage.child("action_undo"), stage.child("action_redo")
    assert undo.text() == f"Undo step 1\u202f000 → {reached}"
    assert pressed(stage, Qt.Key.Key_Z) == [Seek(1000)]
    stage.offer(step=1000, tip=1000, undo=CHANGE)
    assert told(stage) == f"Undone: step 1\u202f000 → {reached}; at step 1\u202f000"
    assert undo.text() == "Undo λ 0.1 → 63"  # the change that was made before
    assert redo.text() == f"Redo step 1\u202f000 → {reached}"
    assert pressed(stage, Qt.Key.Key_Y) == [Seek(reached)]


def test_that_a_change_where_a_drag_has_led_is_undone_before_the_drag(stage: Stage) -> None:
    stage.offer(step=1000, tip=1000, undo=CHANGE)
    reached = dragged(stage, 300)
    stage.offer(step=reached, tip=1000, undo=CHANGE)
    deletion = Message.of("deletion of “{name}”", name="fast")
    stage.offer(step=reached, tip=1000, undo=deletion)
    assert stage.child("action_undo").text() == "Undo deletion of “fast”"
    assert pressed(stage, Qt.Key.Key_Z) == [Undo()]
    stage.offer(step=reached, tip=1000, undo=CHANGE)
    assert told(stage) == f"Undone: deletion of “fast”; at step {reached}"


def test_that_a_drag_cannot_be_undone_once_the_run_has_moved_on(stage: Stage) -> None:
    stage.offer(step=1000, tip=1000, undo=CHANGE)
    reached = dragged(stage, 300)
    stage.offer(step=reached, tip=1000, undo=CHANGE)
    stage.offer(step=reached + 1, tip=1000, undo=CHANGE, state=State.RUNNING)
    stage.offer(step=reached, tip=1000, undo=CHANGE)
    assert stage.child("action_undo").text() == "Undo λ 0.1 → 63"
    assert pressed(stage, Qt.Key.Key_Z) == [Undo()]
