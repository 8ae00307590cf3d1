"""Keeps the mouse wheel from changing an editor that merely lies under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelGuard(QObject):
    """An event filter: the wheel reaches an editor only while it has the focus.

    A new hidden size starts a new run; scrolling past the editor must not.
    """

    def guard(self, *editors: QWidget) -> None:
        """Watch over `editors`."""
        for editor in editors:
            editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            editor.installEventFilter(self)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Pass the wheel of an editor without focus on to what lies behind it."""
        unfocused = isinstance(editor, QWidget) and not editor.hasFocus()
        if event.type() == QEvent.Type.Wheel and unfocused:
            event.ignore()
            return True
        return False
