"""SliderPainter: the picture of a position slider, its marks kept from one painting to the next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from bpviz.network.types import Ints
from bpviz.ui.core.figure_mode import painting_figure
from bpviz.ui.core.theme import Theme, faint
from bpviz.ui.panels.timeline.axis import TimeAxis
from bpviz.ui.panels.timeline.mark_painting import (
    REACH,
    found_colour,
    paint_keyframes,
    paint_overview,
    paint_ruler,
    paint_spots,
    paint_ticks,
)
from bpviz.ui.panels.timeline.marks import MarkRow, Spot

HANDLE = 7
"""Radius of the handle, in pixels beside ordinary text."""

CATCH = 5
"""Pixels from a mark that still mean it."""


@dataclass(frozen=True, slots=True, eq=False)
class SliderAppearance:
    """Everything that the picture of a slider depends on, and what lies where in it.

    Attributes
    ----------
    axis : TimeAxis
    height, base : int
        Of the widget; and the part of it, at the top, for groove and marks.
    unit : float
        Thickness, 1 beside ordinary text.
    rows : tuple of MarkRow
        Above the groove, on it, and below it.
    found : (k,) int64
        Steps that a search has found, rising.
    """

    axis: TimeAxis
    height: int
    base: int
    unit: float
    step: int
    tip: int
    zoomed: bool
    theme: Theme
    font: QFont
    keyframes: Ints | None
    rows: tuple[MarkRow, MarkRow, MarkRow]
    found: Ints

    @property
    def middle(self) -> float:
        """Height of the groove's middle."""
        return self.base / 2

    def row_y(self, row: int) -> float:
        """Return the height of a row of marks."""
        return self.middle + (-9, 0, 9)[row] * self.unit

    def on_overview(self, y: float) -> bool:
        """Whether a height is on the bar along the upper edge."""
        return self.zoomed and y < 5 * self.unit

    def on_handle(self, x: float) -> bool:
        """Whether an x pixel is on the handle."""
        return abs(x - self.axis.x_of(self.step)) <= HANDLE * self.unit + 1

    def _nearest(self, row: int, x: float) -> Spot | None:
        spots = self.rows[row].spots(self.axis.shown, self.axis.room)
        near = [spot for spot in spots if abs(self.axis.left + spot.x - x) <= CATCH * self.unit]
        return min(near, key=lambda spot: abs(self.axis.left + spot.x - x), default=None)

    def spots_near(self, x: float) -> list[Spot]:
        """Return the marks of all rows at an x pixel."""
        found = (self._nearest(row, x) for row in range(3))
        return [spot for spot in found if spot is not None]

    def found_near(self, x: float) -> Ints:
        """Return the steps found that are drawn at an x pixel or next to it."""
        axis = self.axis
        first, last = axis.step_at(x - 1.5), axis.step_at(x + 1.5)
        low, high = np.searchsorted(self.found, (first, last + 1))
        return self.found[low:high]

    def spot_at(self, x: float, y: float) -> Spot | None:
        """Return the marks under a point.  On the groove the handle is above them."""
        if self.on_overview(y) or y > self.base:
            return None
        reach = 5 * self.unit
        row = 0 if y < self.middle - reach else 2 if y > self.middle + reach else 1
        return None if row == 1 and self.on_handle(x) else self._nearest(row, x)


class SliderPainter:
    """Paints a slider; marks, ruler and overview are drawn once for as long as they stay."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[object, ...], SliderAppearance, QPixmap] | None = None

    def paint(
        self,
        painter: QPainter,
        look: SliderAppearance,
        *,
        held: bool,
        focus: bool,
        hover: float | None,
        ratio: float,
    ) -> None:
        """Draw everything; `hover` is the x pixel of the mouse, if it is there."""
        axis, theme, middle, unit = look.axis, look.theme, look.middle, look.unit
        x = axis.x_of(look.step)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        half = 2 * unit
        for end, colour in ((float(axis.right), theme.border), (min(x, axis.right), theme.accent)):
            if end > axis.left:
                painter.setBrush(QColor(colour))
                groove = QRectF(axis.left, middle - half, end - axis.left, 2 * half)
                painter.drawRoundedRect(groove, half, half)
        if hover is not None and axis.left <= hover <= axis.right:
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.drawLine(QPointF(hover, middle - 8 * unit), QPointF(hover, middle + 8 * unit))
        if painting_figure():
            painter.save()
            self._paint_marks(painter, look)
            painter.restore()
        else:
            painter.drawPixmap(0, 0, self._marks(look, ratio))
        if axis.left - 1 <= x <= axis.right + 1:
            self._paint_handle(painter, look, QPointF(x, middle), held, focus)

    def _paint_handle(
        self, painter: QPainter, look: SliderAppearance, at: QPointF, held: bool, focus: bool
    ) -> None:
        theme, radius = look.theme, HANDLE * look.unit
        painter.setPen(QPen(QColor(theme.accent), 2 * look.unit))
        painter.setBrush(QColor(theme.accent if held else theme.raised))
        painter.drawEllipse(at, radius, radius)
        if focus:
            halo = faint(theme.accent, 90)
            painter.setPen(QPen(halo, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius + 3, radius + 3)

    def _marks(self, look: SliderAppearance, ratio: float) -> QPixmap:
        size = QSize(max(look.axis.width, 1), max(look.height, 1))
        place = look.step if look.zoomed else 0  # only the overview shows it
        key = (
            look.axis, size, look.base, look.unit, place, look.tip, look.zoomed, ratio,
            look.theme.name, look.font.key(), id(look.keyframes), id(look.found),
            *map(id, look.rows),
        )  # fmt: skip
        if self._kept is None or self._kept[0] != key:
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                self._paint_marks(painter, look)
            self._kept = (key, look, picture)  # with the look, so that no `id` is given out again
        return self._kept[2]

    def _paint_marks(self, painter: QPainter, look: SliderAppearance) -> None:
        axis, theme, unit = look.axis, look.theme, look.unit
        if look.keyframes is not None:
            top = round(look.middle + 8 * unit)
            paint_keyframes(painter, look.keyframes, axis, top, theme)
        if len(look.found):
            height = max(round(4 * unit), 3)
            strip = QRect(0, look.base - height, axis.width + 1, height)
            paint_ticks(painter, look.found, axis, strip, found_colour(theme))
        for row in (2, 0, 1):
            spots = look.rows[row].spots(axis.shown, axis.room)
            reach = REACH * unit * (0.85 if row == 1 else 1.0)
            paint_spots(painter, spots, axis, look.row_y(row), reach, theme)
        if look.zoomed:
            paint_overview(painter, axis, look.step, look.tip, 3 * unit, theme)
        line = QFontMetrics(look.font).height()
        if look.height >= look.base + line:
            paint_ruler(painter, axis, look.base, look.font, theme)
