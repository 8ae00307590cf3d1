"""FocusFramed: a widget with a thin line around it while it has the focus."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget


class FocusFramed(QWidget):
    """Base of widgets whose parts cover all but a margin of one pixel."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line in the accent colour."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
