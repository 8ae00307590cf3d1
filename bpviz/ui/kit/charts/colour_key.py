"""ColourKey: what the colours of weights stand for, in one line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.ui.core.formatting import MINUS, number, tabular
from bpviz.ui.core.theme import current_theme


class ColourKey(QWidget):
    """A bar of the signed colours between −limit and +limit; its width never changes.

    Parameters
    ----------
    symbol : str
        What is drawn in these colours.
    """

    def __init__(self, name: str, symbol: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._symbol = symbol
        self._limit = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def limit(self) -> float:
        """The value at the right end."""
        return self._limit

    def set_limit(self, limit: float) -> None:
        """Let the ends stand for ±limit."""
        if limit != self._limit:
            self._limit = limit
            self.update()

    def _widths(self) -> tuple[int, int, int]:
        """Return the widths of the symbol, of a number, and of the bar."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance
        return wide(f"{self._symbol}  ") + 8, wide("−8.0e−30") + 4, 4 * metrics.height()

    def sizeHint(self) -> QSize:
        """One line, wide enough for every number."""
        symbol, value, bar = self._widths()
        return QSize(symbol + 2 * value + bar, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw symbol, lower end, bar, upper end."""
        painter = QPainter(self)
        painter.setFont(tabular(self.font()))
        symbol, value, bar = self._widths()
        height = self.height()
        left = QRect(symbol, 0, value - 4, height)
        thick = height // 2
        place = QRect(symbol + value, (height - thick) // 2, bar, thick)
        painter.setPen(QColor(current_theme().muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        size = number(self._limit, 2)
        room = left.adjusted(4 - symbol, 0, 0, 0)
        lower = f"{self._symbol}  {MINUS}{size}"
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, lower)
        right = QRect(place.right() + 5, 0, value, height)
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignLeft, f"+{size}")
        gradient = QLinearGradient(place.left(), 0, place.right(), 0)
        for i, rgb in enumerate(current_theme().signed.getLookupTable(0.0, 1.0, 33)):
            gradient.setColorAt(i / 32, QColor(*(int(part) for part in rgb[:3])))
        painter.setPen(QColor(current_theme().border))
        painter.setBrush(gradient)
        painter.drawRect(place.adjusted(0, 0, -1, -1))
