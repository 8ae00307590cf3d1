"""The ring around the pointer while Ctrl is held in a presentation."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import Stage

Key = Qt.Key


def wait_for_nothing(ring: QWidget) -> None:
    """Let the ring come as soon as it may."""
    for timer in ring.findChildren(QTimer):
        timer.setInterval(0)


def test_that_it_is_around_the_pointer_while_ctrl_is_held(stage: Stage) -> None:
    stage.child("action_present").trigger()
    QApplication.processEvents()
    stage.window.resize(1280, 800)
    QApplication.processEvents()
    ring, handle = stage.child("pointer_ring"), stage.window.windowHandle()
    place = QPoint(600, 300)
    QCursor.setPos(stage.window.mapToGlobal(place))
    before = stage.window.grab().toImage()
    QTest.keyPress(handle, Key.Key_Control)
    stage.qtbot.waitUntil(ring.isVisible)
    assert (ring.geometry().center() - place).manhattanLength() <= 2
    assert ring.width() >= stage.window.height() // 10
    seen = stage.window.grab().toImage()
    changed = [
        (x, y)
        for x in range(ring.x(), ring.x() + ring.width(), 2)
        for y in range(ring.y(), ring.y() + ring.height(), 2)
        if seen.pixelColor(x, y) != before.pixelColor(x, y)
    ]
    assert len(changed) > 100
    assert seen.pixelColor(place) == before.pixelColor(place)  # what is pointed at stays in sight
    QCursor.setPos(stage.window.mapToGlobal(QPoint(200, 500)))
    stage.qtbot.waitUntil(lambda: ring.geometry().contains(QPoint(200, 500)))
    assert stage.window.childAt(QPoint(200, 500)) is not ring
    QTest.keyRelease(handle, Key.Key_Control)
    assert ring.isHidden()


def test_that_a_shortcut_shows_no_ring(stage: Stage) -> None:
    stage.child("action_present").trigger()
    ring, handle = stage.child("pointer_ring"), stage.window.windowHandle()
    wait_for_nothing(ring)
    QTest.keyPress(handle, Key.Key_Control)
    QTest.keyClick(handle, Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert ring.isHidden()
    QTest.keyRelease(handle, Key.Key_Control)


def test_that_there_is_none_outside_of_a_presentation(stage: Stage) -> None:
    for _ in range(2):
        stage.child("action_present").trigger()
    wait_for_nothing(stage.child("pointer_ring"))
    QTest.keyPress(stage.window.windowHandle(), Key.Key_Control)
    QApplication.processEvents()
    assert stage.child("pointer_ring").isHidden()
    QTest.keyRelease(stage.window.windowHandle(), Key.Key_Control)
