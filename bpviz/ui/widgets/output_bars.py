"""OutputBars: what the network says beside what it should say, a bar for each output."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.network.types import Floats
from bpviz.ui.text import number, tabular
from bpviz.ui.theme import LIGHT, Theme

NO_VALUES: Floats = np.zeros(0)


class OutputBars(QWidget):
    """One line an output: its name, a filled bar for f in an outlined one for y, and f."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(tabular(self.font()))
        self._theme: Theme = LIGHT
        self._names: tuple[str, ...] = ()
        self._f: Floats | None = None
        self._y: Floats = NO_VALUES
        self._range = (0.0, 1.0)
        self._pointed: int | None = None

    @property
    def values(self) -> tuple[Floats | None, Floats]:
        """f (None where not computed) and y, each (d,)."""
        return self._f, self._y

    @property
    def range(self) -> tuple[float, float]:
        """Both ends of the axis."""
        return self._range

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.update()

    def set_values(
        self, names: tuple[str, ...], f: Floats | None, y: Floats, low: float, high: float
    ) -> None:
        """Show f and y, each (d,) float64, on an axis from `low` to `high`, 0 among it."""
        if names != self._names:
            self._names = names
            self.updateGeometry()
        self._f, self._y, self._range = f, y, (low, high)
        self.update()

    def set_pointed(self, output: int | None) -> None:
        """Put a box around the line of `output`; −1 around each, None around none."""
        if output != self._pointed:
            self._pointed = output
            self.update()

    def _line_heights(self) -> tuple[int, int]:
        """Return the least and the greatest height of a line."""
        text = self.fontMetrics().height()
        return text, 3 * text

    def _axis_height(self) -> int:
        return 2 * self.fontMetrics().height() + 8

    def sizeHint(self) -> QSize:
        """Room for all lines."""
        return QSize(
            220, len(self._names) * self.fontMetrics().height() * 3 // 2 + self._axis_height()
        )

    def minimumSizeHint(self) -> QSize:
        """Below this it should scroll."""
        return QSize(120, len(self._names) * self._line_heights()[0] + self._axis_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, and an axis below."""
        d = len(self._names)
        metrics = QFontMetricsF(self.font())
        right = metrics.horizontalAdvance("−0.001234") + 4
        longest = max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)
        left = min(longest + 8, self.width() / 3)
        bar = QRectF(left, 0, self.width() - left - right, self.height() - self._axis_height())
        if d == 0 or bar.width() < 8 or bar.height() < 4:
            return
        painter = QPainter(self)
        line = min(bar.height() / d, self._line_heights()[1])
        bar.setHeight(line * d)
        self._draw_axis(painter, bar)
        shown = event.rect()
        first = max(int(shown.top() / line), 0)
        for j in range(first, min(int(shown.bottom() / line) + 1, d)):
            self._draw_line(painter, j, QRectF(bar.left(), j * line, bar.width(), line))
        if self._pointed == -1:
            self._draw_box(painter, 0.0, line * d)
        elif self._pointed is not None and self._pointed < d:
            self._draw_box(painter, self._pointed * line, line)

    def _draw_box(self, painter: QPainter, top: float, height: float) -> None:
        """Draw a box across the widget, in the colour of text on a tint of the accent."""
        tint = QColor(self._theme.accent)
        tint.setAlpha(36)
        painter.setPen(QPen(QColor(self._theme.text), 1))
        painter.setBrush(tint)
        painter.drawRect(QRectF(0, round(top), self.width() - 1, round(height) - 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _x(self, bar: QRectF, value: float) -> float:
        low, high = self._range
        share = min(max((value - low) / (high - low), 0.0), 1.0)
        return bar.left() + share * bar.width()

    def _draw_line(self, painter: QPainter, j: int, line: QRectF) -> None:
        theme, metrics = self._theme, painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter
        box = QRectF(0, line.top(), line.left() - 6, line.height())
        name = metrics.elidedText(self._names[j], Qt.TextElideMode.ElideRight, int(box.width()))
        painter.setPen(QColor(theme.text))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, name)
        f = math.nan if self._f is None else float(self._f[j])
        height = min(line.height() - 2, 1.3 * metrics.height())
        zero = self._x(line, 0.0)

        def bar(value: float, inset: float) -> QRectF:
            end = self._x(line, value)
            rect = QRectF(min(zero, end), 0, abs(end - zero), height - 2 * inset)
            rect.moveTop(round(line.center().y() - rect.height() / 2))
            return rect

        if not math.isnan(f):
            painter.fillRect(bar(f, max(height * 0.2, 2.0)), QColor(theme.accent))
        y = float(self._y[j])
        if math.isfinite(y):
            painter.setPen(QPen(QColor(theme.text), 1))
            painter.drawRect(bar(y, 0.0).adjusted(0, 0, 0, -1))
        painter.setPen(QColor(theme.text if math.isfinite(f) else theme.warning))
        if self._f is None:
            painter.setPen(QColor(theme.muted))
        box = QRectF(line.right() + 4, line.top(), self.width() - line.right() - 4, line.height())
        text = number(None if self._f is None else f)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, text)

    def _draw_axis(self, painter: QPainter, bar: QRectF) -> None:
        low, high = self._range
        text_height = painter.fontMetrics().height()
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        ticks = {low, 0.0, high}
        if bar.width() > 3 * painter.fontMetrics().horizontalAdvance("−0.000"):
            ticks.add((low + high) / 2)
        for value in sorted(ticks):
            x = round(self._x(bar, value))
            painter.setPen(QColor(self._theme.border))
            painter.drawLine(x, 0, x, round(bar.bottom()) + 3)
            painter.setPen(QColor(self._theme.muted))
            label = QRectF(x - 40, bar.bottom() + 4, 80, text_height)
            painter.drawText(label, centre, "0" if value == 0 else number(value, 2))
        title = QRectF(0, bar.bottom() + 5 + text_height, bar.right() + bar.left(), text_height)
        title.setWidth(self.width())
        metrics, room = painter.fontMetrics(), int(title.width())
        words = self.tr("output: f filled, target y outlined")
        if metrics.horizontalAdvance(words) > room:
            words = self.tr("f filled, y outlined")
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(title, centre, words)
