"""Tells the trainer's answer apart from a frame that was already on its way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

T = TypeVar("T")
PATIENCE_MS = 400


class Echo(QObject, Generic[T]):
    """Keeps an editor from jumping back after it was changed.

    A frame that was made before a change still holds the old value.  After `sent`, values that
    differ from the one sent are held back until it arrives, or until it is clear that it will not.

    Parameters
    ----------
    follow : callable
        Puts a value into the editor.
    """

    def __init__(self, follow: Callable[[T], None], parent: QObject) -> None:
        super().__init__(parent)
        self._follow = follow
        self._sent: T | None = None
        self._held: list[T] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._give_up)

    def sent(self, value: T) -> None:
        """Note what was asked of the trainer."""
        self._sent = value
        self._held.clear()
        self._timer.start()

    def arrived(self, value: T) -> None:
        """Follow the value of a frame, unless it is an old one."""
        if self._timer.isActive():
            if value != self._sent:
                self._held = [value]
                return
            self._timer.stop()
            self._held.clear()
        self._follow(value)

    @Slot()
    def _give_up(self) -> None:
        for value in self._held:
            self._follow(value)
        self._held.clear()
