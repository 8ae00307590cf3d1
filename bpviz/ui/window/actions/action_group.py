"""What all groups of actions share: names, keys, icons, and being children of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from bpviz.training.commands import Command
from bpviz.ui.core.icons import set_icon
from bpviz.ui.core.panel import Send

BARE = "bare_keys"
"""Property of an action: keys that act only where the focused widget has no use for them."""


def keys_of(action: QAction) -> str:
    """Return the keys of `action` as people read them, empty if it has none."""
    native = QKeySequence.SequenceFormat.NativeText
    pressed = [QKeySequence(action.property(BARE) or ""), *action.shortcuts()]
    keys = [key.toString(native) for key in pressed]
    written = ", ".join(key for key in keys if key)
    for word, arrow in (("Right", "→"), ("Left", "←"), ("Up", "↑"), ("Down", "↓")):
        for name in (QCoreApplication.translate("QShortcut", word), word):
            written = written.replace(name, arrow)
    return written


Does = Command | Callable[[], object] | SignalInstance | None
"""What an action does: a command to send, a function, a signal; None is for others to connect.

What a function returns is sent where it is a command."""

Row = tuple[str, Does, str, str, str, str, str]
"""Name, what it does, shortcuts "A; B", bare key, icon "up" or "up down", text, tooltip.

Each is empty where there is none."""


class ActionGroup(QObject):
    """Base of a group of actions; each is a child of the window, called ``action_…``.

    Parameters
    ----------
    window : QWidget
        Parent of the actions.
    send : callable
        Takes the commands, where there are any.
    """

    def __init__(self, window: QWidget, send: Send = lambda command: 0) -> None:
        super().__init__(window)
        self._window = window
        self._send = send
        self._does: dict[QObject, Command | Callable[[], object]] = {}

    def _add(self, *rows: Row) -> list[QAction]:
        """Make an action of each row."""
        return [self._made(*row) for row in rows]

    def _made(
        self, name: str, does: Does, keys: str, bare: str, icon_name: str, text: str, tip: str
    ) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(f"action_{name}")
        if keys:
            action.setShortcuts([QKeySequence(each) for each in keys.split("; ")])
        action.setProperty(BARE, bare)
        if tip:
            action.setToolTip(tip)
        if isinstance(does, SignalInstance):
            action.triggered.connect(does)
        elif does is not None:
            self._does[action] = does
            action.triggered.connect(self._do)
        self._window.addAction(action)
        if icon_name:
            set_icon(action, *icon_name.split())
        return action

    @Slot()
    def _do(self) -> None:
        does = self._does[self.sender()]
        command = does if isinstance(does, Command) else does()
        if isinstance(command, Command):
            self._send(command)
