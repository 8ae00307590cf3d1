"""HoverReadout: a small box beside the mouse that is there at once and follows it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import isValid

from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.theme import current_theme

GAP = 6


class HoverReadout(QLabel):
    """Lies above everything in its owner's window, without a window of its own.

    A tooltip comes late and flickers when its text changes with every pixel.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setObjectName("timeline_readout")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMargin(9)
        self.hide()

    def show_at(self, x: int, lines: list[str]) -> None:
        """Stand above the point `x` pixels from the owner's left, below it if there is no room."""
        window = self._owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.setFont(tabular(self._owner.font()))
        self.setText("\n".join(lines))
        self.resize(self.sizeHint().boundedTo(window.size()))
        above = self._owner.mapTo(window, QPoint(x, 0))
        left = min(max(above.x() - self.width() // 2, 0), max(window.width() - self.width(), 0))
        top = above.y() - self.height() - GAP
        if top < 0:
            top = min(above.y() + self._owner.height() + GAP, window.height() - self.height())
        self.move(left, max(top, 0))
        if not self.isVisible():
            self.show()
        self.raise_()

    def put_away(self) -> None:
        """Hide it, unless the window in which it stood has gone and taken it along."""
        if isValid(self):
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and its text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.setBrush(QColor(current_theme().raised))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(current_theme().text))
        inner = self.rect().adjusted(9, 0, -9, 0)
        left = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(inner, left, self.text())
