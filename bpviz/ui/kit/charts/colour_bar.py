"""ColourBar: the colours of a heatmap beside the numbers that they stand for."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.formatting import MINUS, number, tabular
from bpviz.ui.core.theme import Theme, current_theme, theme_changed


class ColourBar(pg.GraphicsWidget):  # type: ignore[misc]
    """A vertical bar from −limit to +limit.

    It is painted anew only when the limit or the theme changes, which a `ColourRange` makes rare;
    pyqtgraph's own bar repaints its axis with every picture.
    """

    BAR = 12.0
    GAP = 5.0
    WIDEST = "−8.0e−30"

    def __init__(self) -> None:
        super().__init__()
        self._limit = 1.0
        self._gradient = QLinearGradient()
        self._recolour()
        theme_changed.connect(self._recolour)
        self._asked: QFont | None = None
        self.set_font(QFont())

    @property
    def limit(self) -> float:
        """The value at the upper end."""
        return self._limit

    def set_limit(self, limit: float) -> None:
        """Show `limit` > 0 at the upper end and −limit at the lower one."""
        if limit != self._limit:
            self._limit = limit
            self.update()

    def _recolour(self) -> None:
        self._gradient = QLinearGradient(0.0, 1.0, 0.0, 0.0)
        self._gradient.setCoordinateMode(QLinearGradient.CoordinateMode.ObjectBoundingMode)
        for i, rgb in enumerate(self.colours(current_theme()).getLookupTable(0.0, 1.0, 33)):
            self._gradient.setColorAt(i / 32, QColor(*(int(part) for part in rgb[:3])))
        self.update()

    def colours(self, theme: Theme) -> pg.ColorMap:
        """Return the colours of a theme, from the lower end to the upper one."""
        return theme.signed

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
        size = number(self._limit, 2)
        return f"+{size}", "0", f"{MINUS}{size}"

    def paint(self, painter: QPainter, option: object, widget: QWidget | None = None) -> None:
        """Draw the bar and its three numbers."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        height = self.size().height()
        bar = QRectF(0.0, 0.0, self.BAR, height - 1)
        painter.setPen(QPen(QColor(current_theme().border), 1))
        painter.setBrush(self._gradient)
        painter.drawRect(bar)
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
