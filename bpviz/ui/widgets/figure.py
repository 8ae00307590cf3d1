"""A figure in the status bar: its place and width never depend on what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bpviz.ui.text import tabular


class Figure(QWidget):
    """Right-aligned text in tabular figures; a new text costs a paint and no layout.

    Parameters
    ----------
    widest : str
        The longest text that it is to hold.
    """

    def __init__(self, widest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest = widest
        self._text = ""
        self.fit_text(self.font())

    def text(self) -> str:
        """Return what it says."""
        return self._text

    def set_text(self, words: str) -> None:
        """Say `words`."""
        if words != self._text:
            self._text = words
            self.setAccessibleName(words)
            self.update()

    def fit_text(self, font: QFont) -> None:
        """Write in `font`, as wide as the longest text."""
        digits = tabular(font)
        self.setFont(digits)
        metrics = QFontMetrics(digits)
        self.setFixedSize(metrics.horizontalAdvance(self._widest) + 10, metrics.height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), right, self._text)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
