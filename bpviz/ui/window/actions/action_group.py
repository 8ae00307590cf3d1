"""What all groups of actions share: names, keys, icons, and being children of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.icons import set_icon

BARE = "bare_keys"
"""Property of an action: keys that act only where the focused widget has no use for them."""


def keys_of(action: QAction) -> str:
    """Return the keys of `action` as people read them, empty if it has none."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = [action.property(BARE) or "", *(key.toString(native) for key in action.shortcuts())]
    written = ", ".join(key for key in keys if key)
    for word, arrow in (("Right", "→"), ("Left", "←"), ("Up", "↑"), ("Down", "↓")):
        written = written.replace(word, arrow)
    return written


class ActionGroup(QObject):
    """Base of a group of actions; each is a child of the window, called ``action_…``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def _add(
        self,
        name: str,
        text: str,
        slot: Callable[[], None],
        key: str = "",
        bare: str = "",
        icons: tuple[str, str] | None = None,
        tip: str = "",
    ) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(f"action_{name}")
        if key:
            action.setShortcuts([QKeySequence(each) for each in key.split("; ")])
        action.setProperty(BARE, bare)
        if tip:
            action.setToolTip(tip)
        action.triggered.connect(slot)
        self._window.addAction(action)
        if icons is not None:
            set_icon(action, *icons)
        return action
