"""OutputBars: what the network says beside what it should say, a bar for each output."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bpviz.ui.core.formatting import exact, number, tabular
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.pair.output_range import OutputValues

FEW = 4
"""Names of so many outputs may stand above their bars."""


class OutputBars(QWidget):
    """One line an output: its name, a filled bar for f in an outlined one for y, and f.

    Targets of a regression are shown in their own units, where these are known.

    Attributes
    ----------
    shown : OutputValues
        What is drawn.
    digits : int
        Significant digits of the numbers; pointing at a line reads all of them.
    """

    digits = 4

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(tabular(self.font()))
        self._names: tuple[str, ...] = ()
        self.shown = OutputValues(None, np.zeros(0))
        self._pointed: int | None = None

    def set_values(self, names: tuple[str, ...], values: OutputValues) -> None:
        """Show f and y of the outputs called `names`."""
        again = names != self._names or values.shares_axis != self.shown.shares_axis
        self._names, self.shown = names, values
        if again:
            self.updateGeometry()
        self.update()

    def set_pointed(self, output: int | None) -> None:
        """Put a box around the line of `output`; −1 around each, None around none."""
        if output != self._pointed:
            self._pointed = output
            self.update()

    def _line_heights(self) -> tuple[int, int]:
        """Return the least and the greatest height of a line."""
        text = self.fontMetrics().height()
        least, most = (text, 3 * text) if self.shown.shares_axis else (2 * text + 4, 4 * text)
        more = text if self._stacked() else 0
        return least + more, most + more

    def _columns(self) -> tuple[float, float]:
        """Return the room that names and numbers need beside the bars."""
        metrics = QFontMetricsF(self.font())
        longest = max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)
        # A value cut off at its front would be another value, such as one of e−155.
        values = (self.shown.own_f(j) for j in range(len(self._names)))
        known = [number(value, self.digits) for value in values if value is not None]
        widest = max(map(metrics.horizontalAdvance, ["−0.00" + self.digits * "1", *known]))
        return longest + 8, widest + 4

    def _stacked(self) -> bool:
        """Whether names stand above the bars, since beside them both have no room."""
        left, right = self._columns()
        return len(self._names) <= FEW and self.width() - left - right < 0.4 * self.width()

    def _axis_height(self) -> int:
        """Return the height of what stands below the lines: numbers that all share, and words.

        It gives way where the lines have no room above it.
        """
        line = self.fontMetrics().height()
        height = 2 * line + 8 if self.shown.shares_axis else line + 8
        return height if self.height() >= self.minimumSizeHint().height() + height else 0

    def sizeHint(self) -> QSize:
        """Room for all lines."""
        low, high = self._line_heights()
        axis = 2 * self.fontMetrics().height() + 8
        return QSize(220, len(self._names) * (low + high) // 2 + axis)

    def minimumSizeHint(self) -> QSize:
        """Below this it should scroll."""
        return QSize(90, len(self._names) * self._line_heights()[0])

    def line_rect(self, j: int) -> QRect:
        """Return where the line of output j is; empty where it has no room."""
        bar, d = self._bars(), max(len(self._names), 1)
        return QRectF(0, bar.height() / d * j, bar.right(), bar.height() / d).toRect()

    def _bars(self) -> QRectF:
        """Return where the bars of all lines are drawn; empty where they have no room."""
        d = len(self._names)
        left, right = self._columns()
        left = 1.0 if self._stacked() else min(left, self.width() / 3)
        bar = QRectF(left, 0, self.width() - left - right, self.height() - self._axis_height())
        if d == 0 or bar.width() < 8 or bar.height() < 4:
            return QRectF()
        bar.setHeight(min(bar.height(), self._line_heights()[1] * d))
        return bar

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, and an axis below."""
        d, bar = len(self._names), self._bars()
        if bar.isEmpty():
            return
        painter = QPainter(self)
        line = bar.height() / d
        below = self._axis_height() > 0
        if below:
            self._draw_title(painter, bar)
        if below and self.shown.shares_axis:
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
        tint = faint(current_theme().accent, 36)
        painter.setPen(QPen(QColor(current_theme().text), 1))
        painter.setBrush(tint)
        painter.drawRect(QRectF(0, round(top), self.width() - 1, round(height) - 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_line(self, painter: QPainter, j: int, line: QRectF) -> None:
        theme, metrics, values = current_theme(), painter.fontMetrics(), self.shown
        middle, side = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        box = QRectF(0, line.top(), line.left() - 6, line.height())
        if self._stacked():
            box = QRectF(line.left(), line.top(), self.width() - line.left(), metrics.height())
            side = Qt.AlignmentFlag.AlignLeft
            line = line.adjusted(0, metrics.height(), 0, 0)
            if values.shares_axis:  # a bar close below its own name, not halfway to the next one
                line.setHeight(min(line.height(), 1.3 * metrics.height() + 2))
        if not values.shares_axis:  # its ends stand below the bar
            self._draw_ends(painter, j, line)
            line = line.adjusted(0, 0, 0, -metrics.height() - 2)
            box.setBottom(line.bottom() if side == Qt.AlignmentFlag.AlignRight else box.bottom())
        name = metrics.elidedText(self._names[j], Qt.TextElideMode.ElideRight, int(box.width()))
        painter.setPen(QColor(theme.text))
        painter.drawText(box, middle | side, name)
        f, y = values.own_f(j), values.own_y(j)
        height = min(line.height() - 2, 1.3 * metrics.height())
        zero = _along(line, values.share(j, values.origin(j)))

        def bar(value: float, inset: float) -> QRectF:
            end = _along(line, values.share(j, value))
            rect = QRectF(min(zero, end), 0, abs(end - zero), height - 2 * inset)
            rect.moveTop(round(line.center().y() - rect.height() / 2))
            return rect

        if f is not None and not math.isnan(f):
            painter.fillRect(bar(f, max(height * 0.2, 2.0)), QColor(theme.accent))
        if math.isfinite(y):
            painter.setPen(QPen(QColor(theme.text), 1))
            painter.drawRect(bar(y, 0.0).adjusted(0, 0, 0, -1))
        painter.setPen(QColor(theme.muted if f is None else theme.text))
        if f is not None and not math.isfinite(f):
            painter.setPen(QColor(theme.warning))
        box = QRectF(line.right() + 4, line.top(), self.width() - line.right() - 4, line.height())
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, number(f, self.digits))

    def _draw_ends(self, painter: QPainter, j: int, line: QRectF) -> None:
        """Write the ends of the axis of output j below its bar, at the foot of its line."""
        height = painter.fontMetrics().height()
        foot = QRectF(line.left(), line.bottom() - height - 2, line.width(), height)
        ends = [number(end, 3) for end in self.shown.ends(j)]
        painter.setPen(QColor(current_theme().border))
        for x in (line.left(), line.right()):
            painter.drawLine(QPointF(x, line.top() + 2), QPointF(x, foot.top()))
        if painter.fontMetrics().horizontalAdvance(" ".join(ends)) > foot.width():
            return
        painter.setPen(QColor(current_theme().muted))
        sides = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for end, side in zip(ends, sides, strict=True):
            painter.drawText(foot, side | Qt.AlignmentFlag.AlignVCenter, end)

    def _draw_axis(self, painter: QPainter, bar: QRectF) -> None:
        """Draw ticks across all lines, which share them, and their numbers."""
        text_height, width_of = (
            painter.fontMetrics().height(),
            painter.fontMetrics().horizontalAdvance,
        )
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        top = text_height if self._stacked() else 0  # not through the first name
        wide, free = width_of("−0.000"), -math.inf
        for tick in self.shown.ticks(int(bar.width() / wide)):
            x = round(_along(bar, self.shown.share(0, tick.value)))
            painter.setPen(QColor(current_theme().border))
            painter.drawLine(x, top, x, round(bar.bottom()) + 3)
            painter.setPen(QColor(current_theme().muted))
            room = width_of(tick.label)
            at = max(x - room / 2, 0.0)
            if at >= free:
                label = QRectF(at, bar.bottom() + 4, room + 1, text_height)
                painter.drawText(label, centre, tick.label)
                free = at + room + 4

    def _draw_title(self, painter: QPainter, bar: QRectF) -> None:
        metrics, room = painter.fontMetrics(), self.width()
        numbers = metrics.height() if self.shown.shares_axis else 0
        title = QRectF(0, bar.bottom() + 5 + numbers, room, metrics.height())
        words = self.tr("output: f filled, target y outlined")
        if metrics.horizontalAdvance(words) > room:
            words = self.tr("f filled, y outlined")
        if not np.isfinite(self.shown.y).any():
            words = self.tr("output f")
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(title, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)

    # Reading -----------------------------------------------------------------------------------

    def output_at(self, position: QPointF) -> int | None:
        """Return the output whose line is at a place; None beside all lines."""
        d, bar = len(self._names), self._bars()
        if bar.isEmpty() or not 0 <= position.y() < bar.height():
            return None
        return min(int(position.y() / bar.height() * d), d - 1)

    def describe(self, j: int) -> str:
        """Return f, y and error of output j with all digits, in own units and as the network's."""
        values = self.shown
        f, y = values.own_f(j), values.own_y(j)
        if not np.isfinite(values.y).any():  # nobody says what it should be
            return "\n".join([self._names[j], f"f = {exact(f)}"])
        error = None if f is None else f - y
        lines = [self._names[j], f"f = {exact(f)}", f"y = {exact(y)}", f"f − y = {exact(error)}"]
        if values.scale is not None:
            seen = None if values.f is None else float(values.f[j])
            lines.append(
                self.tr("as the network sees them (scaled): f = {f}, y = {y}").format(
                    f=exact(seen), y=exact(float(values.y[j]))
                )
            )
        return "\n".join(lines)

    def event(self, event: QEvent) -> bool:
        """Show the digits of the output under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            j = self.output_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if j is None else self.describe(j), self)
            return True
        return super().event(event)


def _along(bar: QRectF, share: float) -> float:
    return bar.left() + share * bar.width()
