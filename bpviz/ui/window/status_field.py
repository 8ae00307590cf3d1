"""A figure in the status bar: its place and width never depend on what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.formatting import tabular


class Figure(QWidget):
    """A text in tabular figures beside a thin line; a new text costs a paint and no layout.

    Words stay in their place: text that begins with them is drawn from the left, "10 steps/s" from
    the right.

    Parameters
    ----------
    widest : str
        The longest text that it is to hold.
    """

    GAP = 10
    """Pixels between the line and the text, and after the text."""

    def __init__(self, widest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        begins = Qt.AlignmentFlag.AlignRight if widest[:1].isdigit() else Qt.AlignmentFlag.AlignLeft
        self._alignment = begins | Qt.AlignmentFlag.AlignVCenter
        self._widest = widest
        self._text = ""
        self.fit_text(self.font())

    def text(self) -> str:
        """Return what it says."""
        return self._text

    def set_text(self, words: str) -> bool:
        """Say `words`; return whether it had to become wider, which nothing usual makes it."""
        if words == self._text:
            return False
        self._text = words
        self.setAccessibleName(words)
        self.update()
        if self.fontMetrics().horizontalAdvance(words) + 2 * self.GAP <= self.width():
            return False
        self._widest = words
        self.fit_text(self.font())
        return True

    def fit_text(self, font: QFont) -> None:
        """Write in `font`, as wide as the longest text."""
        digits = tabular(font)
        self.setFont(digits)
        metrics = QFontMetrics(digits)
        width = metrics.horizontalAdvance(self._widest) + 2 * self.GAP
        self.setFixedSize(width, metrics.height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        painter.drawText(
            self.rect().adjusted(self.GAP, 0, -self.GAP, 0), self._alignment, self._text
        )
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, 1, 0, self.height() - 2)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
