"""Presentation mode: text that is read from the last row, and fewer panels."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QMainWindow

from bpviz.ui.window.docks import Docks

POINTS = 24


class PresentationMode(QObject):
    """Switches the mode on and off; afterwards everything is where it was."""

    def __init__(self, window: QMainWindow, docks: Docks) -> None:
        super().__init__(window)
        self._docks = docks
        self._before: tuple[QFont, QByteArray] | None = None

    def layout_state(self) -> QByteArray:
        """Return the layout of the window, the ordinary one while the mode is on."""
        before = self._before
        return before[1] if before is not None else self._docks.save()

    @Slot(bool)
    def switch(self, on: bool) -> None:
        """Switch the mode on or off."""
        if on and self._before is None:
            self._before = (QApplication.font(), self._docks.save())
            big = QFont(QApplication.font())
            big.setPointSize(POINTS)
            QApplication.setFont(big)
            self._docks.set_brief(True)
            self._docks.arrange("present")
        elif not on and self._before is not None:
            (font, layout), self._before = self._before, None
            QApplication.setFont(font)
            self._docks.set_brief(False)
            self._docks.restore(layout)
