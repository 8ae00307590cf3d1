"""TablePicture: the colours of a small heatmap, and where its cells and frames lie."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QImage, QPainter, QPen

from bpviz.network.types import Floats
from bpviz.ui.core.formatting import line_scale, number
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_image import colour_table, lookup
from bpviz.ui.kit.charts.colour_range import ColourRange, peak
from bpviz.ui.panels.debugger.formulas.tables import Table

PIXELS = 512
"""A picture has at most so many rows and columns; larger tables are averaged."""

Place = tuple[int | None, int | None]
"""Row and column; None stands for all of them."""


class TablePicture:
    """A table in colours, one pixel an entry or a block of entries."""

    def __init__(self) -> None:
        self._thumbnail: Floats = np.zeros((0, 0))
        self._known = (0, 0)
        self._scale = ColourRange()
        self._image: QImage | None = None
        self._theme = ""

    def set_table(self, table: Table, of: object = None) -> None:
        """Take the entries of a table; `of` is what the colours belong to, see `ColourRange`."""
        rows, columns = min(table.shape[0], PIXELS), min(table.shape[1], PIXELS)
        if table.cells is None:
            self._thumbnail, self._known = np.full((rows, columns), math.nan), (0, 0)
        else:
            self._thumbnail = table.cells.thumbnail(rows, columns)
            self._known = (
                table.known[0] * rows // table.shape[0],
                table.known[1] * columns // table.shape[1],
            )
        known = self._thumbnail[: self._known[0], : self._known[1]]
        self._scale.show(peak(known), of)
        self._image = None

    def image(self, theme: Theme) -> QImage:
        """Return the picture; what is not computed is transparent."""
        if self._image is None or theme.name != self._theme:
            self._theme = theme.name
            self._image = self._painted(theme)
        return self._image

    def ink(self, row: int, column: int, theme: Theme) -> QColor:
        """Return black or white, whichever is better to read on a pixel."""
        ground = self.image(theme).pixelColor(column, row)
        parts = (ground.redF() ** 2.2, ground.greenF() ** 2.2, ground.blueF() ** 2.2)
        luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        return QColor("#000000" if luminance > 0.18 else "#ffffff")

    def _painted(self, theme: Theme) -> QImage:
        shape = self._thumbnail.shape
        known = np.zeros(shape, dtype=bool)
        known[: self._known[0], : self._known[1]] = True
        with np.errstate(over="ignore"):
            share = np.clip(self._thumbnail / self._scale.limit, -1.0, 1.0)
        places = np.where(np.isfinite(self._thumbnail), np.rint(127.5 + 127.5 * share), 256.0)
        colours = np.append(colour_table(theme), np.uint32(QColor(theme.warning).rgb()))
        return lookup(np.where(known, places, np.nan), colours)

    def draw(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        """Draw it; what is not computed is hatched."""
        painter.fillRect(area, QBrush(QColor(theme.border), Qt.BrushStyle.BDiagPattern))
        image = self.image(theme)
        shrinks = image.width() > area.width() or image.height() > area.height()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shrinks)
        painter.drawImage(area, image)


def cell_rect(area: QRectF, shape: tuple[int, int], place: Place) -> QRectF:
    """Return where an entry, a row or a column is drawn in `area`."""
    (rows, columns), (row, column) = shape, place
    high, wide = area.height() / rows, area.width() / columns
    return QRectF(
        area.left() + (column or 0) * wide,
        area.top() + (row or 0) * high,
        wide if column is not None else area.width(),
        high if row is not None else area.height(),
    )


LEAST = "−0.12"
"""Cells that hold this text have numbers."""


def fitting(value: float, metrics: QFontMetrics, room: float) -> str:
    """Return a number with two digits, with one if two have no room, or nothing."""
    texts = number(value, 2), number(value, 1), ""
    return next(text for text in texts if metrics.horizontalAdvance(text) <= room or not text)


THIN = 7.0
"""Pixels that a framed row or column measures at least, at an ordinary size of text, so that it
is seen inside its frame."""


def draw_frame(painter: QPainter, rect: QRectF, area: QRectF, pen: QPen) -> None:
    """Frame `rect`, or as much around it as can be seen; the line lies inside."""
    least = THIN * line_scale(painter.fontMetrics())
    tall, broad = max(least - rect.height(), 0.0) / 2, max(least - rect.width(), 0.0) / 2
    rect = rect.adjusted(-broad, -tall, broad, tall)
    rect.moveTop(min(max(rect.top(), area.top()), area.bottom() - rect.height()))
    rect.moveLeft(min(max(rect.left(), area.left()), area.right() - rect.width()))
    inset = pen.widthF() / 2
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))


def draw_mark(painter: QPainter, rect: QRectF, area: QRectF, theme: Theme, *, writes: bool) -> None:
    """Frame what the step is at: in a heavy line what it writes, in a light one what it reads.

    A row too thin to be seen inside a heavy line has a light one as well.  A line in the colour of
    the ground sets the frame off from its neighbours; none lies inside, where numbers may be.
    """
    unit = line_scale(painter.fontMetrics())
    heavy = writes and min(rect.width(), rect.height()) >= 1.5 * THIN * unit
    around = rect.adjusted(-1, -1, 1, 1)
    draw_frame(painter, around, area.adjusted(-1, -1, 1, 1), QPen(QColor(theme.base), 1.0))
    draw_frame(painter, rect, area, QPen(QColor(theme.accent), float((2 if heavy else 1) * unit)))


def draw_numbers(
    painter: QPainter, picture: TablePicture, table: Table, area: QRectF, theme: Theme, font: QFont
) -> None:
    """Write its value into every cell that is computed, if cells are wide enough for that."""
    rows, columns = table.shape
    metrics = QFontMetrics(font)
    room = cell_rect(area, table.shape, (0, 0)).width() - 3
    if room < metrics.horizontalAdvance(LEAST):
        return
    painter.setFont(font)
    for row in range(rows):
        for column in range(columns):
            value = table.entry(row, column)
            if value is not None:
                painter.setPen(picture.ink(row, column, theme))
                rect = cell_rect(area, table.shape, (row, column))
                text = fitting(value, metrics, room)
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
