"""Bare keys: Space, arrows, + and −, which belong to the focused widget first.

As shortcuts they would be taken from sliders, lists, check boxes and buttons.  Here they are what
is left over: a key that the focused widget does not accept travels up to its dock and to the
window, and only there it is looked at.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_NAMES: dict[int, str] = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Right: "→",
    Qt.Key.Key_Left: "←",
    Qt.Key.Key_Up: "↑",
    Qt.Key.Key_Down: "↓",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Plus: "+",
    Qt.Key.Key_Minus: "−",
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_IGNORED = Qt.KeyboardModifier.KeypadModifier
TYPED = (QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit)
"""What one types into: the bare keys are its own."""


def typed_into(widget: QObject | None) -> bool:
    """Whether one types into `widget`: its line has the focus as a combo box that is editable."""
    editable = isinstance(widget, QComboBox) and widget.isEditable()
    return editable or isinstance(widget, TYPED)


def bare_key(event: QKeyEvent) -> str:
    """Return what a bare key is called, empty for any other key."""
    modifiers = event.modifiers() & ~_IGNORED
    name = _NAMES.get(event.key(), "")
    if name and name in "+−":
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # where + is a shifted key
    return name if modifiers == _PLAIN else ""


class BareKeys(QObject):
    """An event filter for the window and its docks that triggers actions for unused keys."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self.listen(window)

    def bind(self, key: str, action: QAction) -> None:
        """Let `key`, one of Space → ← ↑ ↓ Esc + −, trigger `action`."""
        if key not in _NAMES.values():
            raise ValueError(f"{key!r} is not a bare key")
        self._actions[key] = action

    def listen(self, widget: QWidget) -> None:
        """Look at the keys that nothing inside `widget` has used."""
        widget.installEventFilter(self)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Trigger the action of an unused key."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        name = bare_key(event)
        if not name or typed_into(QApplication.focusWidget()):
            return False
        action = self._actions.get(name)
        if action is None or (event.isAutoRepeat() and not action.autoRepeat()):
            return action is not None
        action.trigger()
        return True
