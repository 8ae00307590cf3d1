"""What a hand does that QTest does only in part."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def double_click(widget: QWidget, place: QPoint) -> None:
    """Press for the second time and let go, which `QTest.mouseDClick` alone does not."""
    for act in (QTest.mouseDClick, QTest.mouseRelease):
        act(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
