"""SampleTyping: digits typed one after another are the index of a sample to go to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

PAUSE_MS = 900
"""After so long without another digit the number is taken as complete."""

MOST_DIGITS = 9

_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SampleTyping(QObject):
    """Collects digits.

    Signals
    -------
    changed(str)
        The digits so far; empty when there are none any more.
    wanted(int)
        The number is complete.
    """

    changed = Signal(str)
    wanted = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._digits = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(PAUSE_MS)
        self.timer.timeout.connect(self._finish)

    @property
    def active(self) -> bool:
        """Whether a number is being typed."""
        return bool(self._digits)

    def take(self, event: QKeyEvent) -> bool:
        """Use a key, or return False: it means something else."""
        key, text = event.key(), event.text()
        if text.isascii() and text.isdigit():
            if len(self._digits) < MOST_DIGITS:
                self._set(self._digits + text)
        elif not self.active:
            return False
        elif key == Qt.Key.Key_Backspace:
            self._set(self._digits[:-1])
        elif key in _DONE:
            self._finish()
        else:
            self._set("")
            return key == Qt.Key.Key_Escape
        return True

    def _set(self, digits: str) -> None:
        self._digits = digits
        if digits:
            self.timer.start()
        else:
            self.timer.stop()
        self.changed.emit(digits)

    @Slot()
    def _finish(self) -> None:
        digits = self._digits
        self._set("")
        if digits:
            self.wanted.emit(int(digits))
