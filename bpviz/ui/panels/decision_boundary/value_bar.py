"""ValueBar: the colours of a picture beside the numbers that they stand for."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.axes import TICK
from bpviz.ui.kit.charts.colour_bar import paint_bar
from bpviz.ui.kit.charts.colour_image import Colours
from bpviz.ui.kit.charts.scale import Scale, Tick
from bpviz.ui.panels.decision_boundary.quantity import ValueRange

_BAR = 12
_LEFT = 4


class ValueBar(QWidget):
    """An upright bar with an axis at its right.

    Attributes
    ----------
    title : str
    span : ValueRange or None
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.title = ""
        self.span: ValueRange | None = None
        self._table: Colours = np.zeros(256, dtype=np.uint32)
        self._ends = (0, 0)

    def set_values(self, title: str, span: ValueRange, table: Colours) -> None:
        """Show 256 colours that stand for the values of `span`."""
        same = (title, span) == (self.title, self.span) and np.array_equal(table, self._table)
        if not same:
            self.title, self.span, self._table = title, span, table
            self.setAccessibleName(title)
            self.update()

    def set_ends(self, top: int, bottom: int) -> None:
        """Let the bar reach from pixel row `top` to `bottom`, as the plot beside it does."""
        if (top, bottom) != self._ends:
            self._ends = (top, bottom)
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the bar, its numbers and its title."""
        metrics = QFontMetrics(self.font())
        labels = metrics.horizontalAdvance("−0.00")
        return QSize(_LEFT + _BAR + TICK + 3 + labels + 2 + metrics.height(), 40)

    def minimumSizeHint(self) -> QSize:
        """As wide as the hint."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def ticks(self) -> list[Tick]:
        """Return what is written beside the bar."""
        scale = self._scale()
        if scale is None:
            return []
        lines = max(self._ends[1] - self._ends[0], 0) // max(QFontMetrics(self.font()).height(), 1)
        return [t for t in scale.ticks(max(2, min(lines // 2, 6))) if t.label]

    def _scale(self) -> Scale | None:
        if self.span is None:
            return None
        low, high = self.span.written(self.span.low), self.span.written(self.span.high)
        return Scale(min(low, high), max(low, high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, its numbers and its title."""
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), QColor(current_theme().base))
            span, scale = self.span, self._scale()
            top, bottom = self._ends
            if span is not None and scale is not None and bottom - top >= 8:
                self._paint(painter, span, scale, QRectF(_LEFT, top, _BAR, bottom - top))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, span: ValueRange, scale: Scale, bar: QRectF) -> None:
        colours = self._table[::-1] if span.factor < 0 else self._table
        paint_bar(painter, bar.adjusted(0.5, 0.5, -0.5, -0.5), colours, current_theme().border)
        painter.setFont(tabular(self.font()))
        metrics = painter.fontMetrics()
        for tick in self.ticks():
            place = float(scale.place(tick.value))
            if not -0.001 <= place <= 1.001:
                continue
            y = round(bar.bottom() - place * bar.height())
            painter.setPen(QColor(current_theme().border))
            painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + TICK, y))
            painter.setPen(QColor(current_theme().muted))
            low, high = metrics.ascent(), self.height() - metrics.descent()
            base = min(max(y + metrics.capHeight() // 2, low), high)
            painter.drawText(QPointF(bar.right() + TICK + 3, base), tick.label)
        painter.setPen(QColor(current_theme().text))
        room = int(bar.height())
        title = metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, room)
        painter.translate(self.width() - metrics.height() / 2 - 1, bar.center().y())
        painter.rotate(-90)
        box = QRectF(-room / 2, -metrics.height() / 2, room, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)
