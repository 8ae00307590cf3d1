"""HiddenStrip: the values of the hidden units as a row of colours."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bpviz.network import StepTrace
from bpviz.network.types import Floats
from bpviz.ui.core.formatting import number
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.colour_image import ink_image
from bpviz.ui.kit.charts.colour_range import ColourRange, peak

APART = 6
"""Pixels from which on cells have a line between them."""


class HiddenStrip(QWidget):
    """One cell a hidden unit: h = 0 in the colour of paper, the largest value in that of ink.

    Where there are values below 0, the theme's signed colours are used.  Pointing at a cell reads
    h and z1.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Values of the hidden units"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._trace: StepTrace | None = None
        self._off: tuple[int, ...] = ()
        self._scale = ColourRange()

    @property
    def values(self) -> Floats | None:
        """h, (l,) float64; None while there is nothing to show."""
        return None if self._trace is None else self._trace.h

    def set_trace(
        self,
        trace: StepTrace | None,
        bounded: bool,
        off: tuple[int, ...] = (),
        stretch: object = None,
    ) -> None:
        """Show h of `trace`.

        Parameters
        ----------
        bounded : bool
            Whether h cannot leave −1 … 1; then 1 is always the full colour.
        off : tuple of int
            Units that are switched off: they have values, but nobody hears them.
        stretch : object
            See `Frame.stretch`; in another one the scale of h begins anew.
        """
        self._trace, self._off = trace, off
        if trace is not None:
            if bounded:
                self._scale.fit(1.0)
            else:
                self._scale.show(peak(trace.h), stretch)
        self.update()

    def sizeHint(self) -> QSize:
        """One line high."""
        return QSize(100, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """One line high."""
        return QSize(20, self.fontMetrics().height() + 2)

    def strip_rect(self) -> QRectF:
        """Return where the cells are, right of the letter h."""
        left = self.fontMetrics().horizontalAdvance("h") + 6
        return QRectF(left, 0, max(self.width() - left, 0), self.height()).adjusted(0, 1, -1, -1)

    def unit_at(self, x: float) -> int | None:
        """Return the hidden unit at `x` in the widget; None beside the cells."""
        rect = self.strip_rect()
        if self._trace is None or not rect.left() <= x < rect.right():
            return None
        count = len(self._trace.h)
        return min(int((x - rect.left()) / rect.width() * count), count - 1)

    def words(self, unit: int | None) -> str:
        """Return what is to be said of a unit, or of all of them."""
        if self._trace is None or unit is None:
            return self.tr("h = σ₁(W₁x): the value of every hidden unit for these inputs")
        line = self.tr("hidden unit {k}: h = {h}, z1 = {z}").format(
            k=unit, h=number(float(self._trace.h[unit])), z=number(float(self._trace.z1[unit]))
        )
        return line + self.tr(", ablated") if unit in self._off else line

    def event(self, event: QEvent) -> bool:
        """Read the unit that is pointed at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words(self.unit_at(event.pos().x())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the letter, the cells and a frame around them."""
        painter = QPainter(self)
        rect = self.strip_rect()
        painter.setPen(QColor(current_theme().muted))
        text = QRectF(0, 0, rect.left(), self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "h")
        if self._trace is not None and len(self._trace.h):
            painter.setRenderHint(
                QPainter.RenderHint.SmoothPixmapTransform, len(self._trace.h) > rect.width()
            )
            cells = ink_image(self._trace.h[np.newaxis], self._scale.limit, current_theme())
            painter.drawImage(rect, cells)
            self._draw_edges(painter, rect, len(self._trace.h))
            self._strike_out(painter, rect, len(self._trace.h))
        painter.setPen(QColor(current_theme().border))
        painter.drawRect(rect)

    def _draw_edges(self, painter: QPainter, rect: QRectF, count: int) -> None:
        """Draw a line between cells that have room for it, so that equal ones are several."""
        wide = rect.width() / count
        if wide >= APART:
            for unit in range(1, count):
                edge = QRectF(round(rect.left() + unit * wide), rect.top(), 1, rect.height())
                painter.fillRect(edge, QColor(current_theme().border))

    def _strike_out(self, painter: QPainter, rect: QRectF, count: int) -> None:
        """Draw a line through the units that are switched off."""
        wide = rect.width() / count
        for unit in self._off:
            if unit < count:
                cell = QRectF(rect.left() + unit * wide, rect.center().y() - 1, wide, 2)
                painter.fillRect(cell, QColor(current_theme().warning))
