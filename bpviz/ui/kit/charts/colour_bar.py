"""Colour bars: colours beside the numbers that they stand for."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.ui.core.formatting import MINUS, number, tabular
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.charts.colour_image import Colours, MapName, colour_table

STOPS = 33
"""Colours that a bar has; between them it is mixed."""


def gradient(colours: Colours, start: QPointF, end: QPointF) -> QLinearGradient:
    """Return the colours, (k,), from one point to another."""
    found = QLinearGradient(start, end)
    last = len(colours) - 1
    found.setStops([(i / last, QColor.fromRgb(c)) for i, c in enumerate(colours.tolist())])
    return found


def paint_bar(painter: QPainter, bar: QRectF, colours: Colours, border: str) -> None:
    """Draw a framed bar with the last of `colours` at its upper end, or right where it is wide."""
    upright = bar.height() > bar.width()
    start, end = bar.bottomLeft(), bar.topLeft() if upright else bar.bottomRight()
    painter.setPen(QPen(QColor(border), 1))
    painter.setBrush(gradient(colours, start, end))
    painter.drawRect(bar)


class _Limited:
    """What shows colours between −limit and +limit, and is painted anew for another one."""

    limit = 1.0

    def set_limit(self, limit: float) -> None:
        """Let the ends stand for ±`limit`, above 0."""
        if limit != self.limit:
            self.limit = limit
            self.update()  # type: ignore[attr-defined]


class ColourBar(_Limited, pg.GraphicsWidget):  # type: ignore[misc]
    """A vertical bar from −limit to +limit.

    It is painted anew only when the limit or the theme changes, which a `ColourRange` makes rare;
    pyqtgraph's own bar repaints its axis with every picture.
    """

    BAR = 12.0
    GAP = 5.0
    WIDEST = "−8.0e−30"
    MAP: MapName = "signed"

    def __init__(self) -> None:
        super().__init__()
        theme_changed.connect(self._repaint)
        self._asked: QFont | None = None
        self.set_font(QFont())

    def _repaint(self) -> None:
        self.update()

    def set_font(self, font: QFont) -> None:
        """Write the numbers in `font`; the width follows."""
        if font == self._asked:
            return
        self._asked = QFont(font)
        self.setFont(tabular(font))
        widest = QFontMetricsF(self.font()).horizontalAdvance(self.WIDEST)
        self.setFixedWidth(self.BAR + self.GAP + widest)
        self.update()

    def labels(self) -> tuple[str, str, str]:
        """Return what stands at the upper end, in the middle and at the lower end."""
        size = number(self.limit, 2)
        return f"+{size}", "0", f"{MINUS}{size}"

    def paint(self, painter: QPainter, option: object, widget: QWidget | None = None) -> None:
        """Draw the bar and its three numbers."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        height = self.size().height()
        colours = colour_table(current_theme(), self.MAP, STOPS)
        paint_bar(painter, QRectF(0.0, 0.0, self.BAR, height - 1), colours, current_theme().border)
        painter.setFont(self.font())
        painter.setPen(QColor(current_theme().muted))
        metrics = QFontMetricsF(self.font())
        line = metrics.height()
        if height < line:
            return
        left = self.BAR + self.GAP
        width = self.size().width() - left
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        top, middle, bottom = self.labels()
        for text, y, shown in (
            (top, 0.0, True),
            (middle, (height - line) / 2, height >= 3.2 * line),
            (bottom, height - line, height >= 2.2 * line),
        ):
            if shown:
                painter.drawText(QRectF(left, y, width, line), flags, text)


class ColourKey(_Limited, QWidget):
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
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

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
        size = number(self.limit, 2)
        room = left.adjusted(4 - symbol, 0, 0, 0)
        lower = f"{self._symbol}  {MINUS}{size}"
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, lower)
        right = QRect(place.right() + 5, 0, value, height)
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignLeft, f"+{size}")
        colours = colour_table(current_theme(), steps=STOPS)
        paint_bar(painter, QRectF(place.adjusted(0, 0, -1, -1)), colours, current_theme().border)
