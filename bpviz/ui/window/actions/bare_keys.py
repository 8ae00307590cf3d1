"""Bare keys: Space, arrows, + and −, which belong to the focused widget first.

As shortcuts they would be taken from sliders, lists, check boxes and buttons.  Here they are what
is left over: a key that the focused widget does not accept travels up to its dock and to the
window, and only there it is looked at.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

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
_EDITORS = (QAbstractSpinBox, QLineEdit, QPlainTextEdit)


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
        modifiers = event.modifiers() & ~_IGNORED
        name = _NAMES.get(event.key(), "")
        if name in "+−" and name:
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # where + is a shifted key
        if not name or modifiers != _PLAIN:
            return False
        focused = self._window.focusWidget()
        if name == "Esc" and focused is not None and focused is not self._window:
            cancel = self._actions.get(name)
            if isinstance(focused, _EDITORS) or cancel is None or not cancel.isEnabled():
                self._window.setFocus()  # out of an editor, so that the bare keys act again
                return True
        if isinstance(focused, _EDITORS) and focused.hasFocus():
            return False
        action = self._actions.get(name)
        if action is None or (event.isAutoRepeat() and not action.autoRepeat()):
            return action is not None
        action.trigger()
        return True
