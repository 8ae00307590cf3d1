"""CellNumbers: the numbers of a matrix, written into those of its cells that have room."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import product

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats
from bpviz.ui.core.formatting import number_within, tabular
from bpviz.ui.kit.charts.colour_image import pen_on
from bpviz.ui.kit.heatmap.marks import Cell

MOST = 250
"""Cells in sight that are numbered at most; more of them are read by their colours."""

DIGITS = 3
"""Significant digits, where there is room for so many."""

_LEAST = "−0.00"
"""What a cell has room for at least where there are numbers."""

_GAP = 3.0
"""Pixels that stay free on either side."""


class CellNumbers(pg.GraphicsObject):  # type: ignore[misc]
    """Writes a number into each cell in sight, black or white, whichever is read better.

    Where one cell of them has no room for `_LEAST`, or there are more than `MOST` in sight, it
    writes nothing, and costs nothing but that look.

    Attributes
    ----------
    values : (r, c) float64
        What is written.
    pixels : (height, width)
        Of the picture, in its pixels.
    entry : callable
        Called with (y, x) of a pixel; returns the entry whose number stands there, if any.
    colour : callable
        Called with (y, x) of a pixel; returns its colour, 0xAARRGGBB, None where nothing is drawn.
    on : bool
        Whether a person wants numbers.
    """

    def __init__(self) -> None:
        super().__init__()
        self.values: Floats = np.zeros((0, 0))
        self.pixels = (0, 0)
        self.entry: Callable[[int, int], Cell | None] = lambda y, x: (y, x)
        self.colour: Callable[[int, int], int | None] = lambda y, x: None
        self.on = True
        self._font, self._metrics = QFont(), QFontMetricsF(QFont())
        self._widths: dict[str, float] = {}

    def set_font(self, font: QFont) -> None:
        """Write in `font`."""
        self._font = tabular(font)
        self._metrics, self._widths = QFontMetricsF(self._font), {}
        self.update()

    def set_on(self, on: bool) -> None:
        """Write numbers, or none."""
        self.on = on
        self.update()

    def set_shape(self, shape: tuple[int, int]) -> None:
        """Cover a picture of `shape`."""
        if shape != self.pixels:
            self.prepareGeometryChange()
            self.pixels = shape

    def boundingRect(self) -> QRectF:
        """Return the place of the whole picture."""
        height, width = self.pixels
        return QRectF(-0.5, -0.5, width, height)

    def numbered(self) -> list[tuple[int, int, Cell]]:
        """Return y and x of the pixels in sight in which a number stands, and its entry."""
        return list(self._cells(self.sceneTransform()))

    def paint(self, painter: QPainter, option: object, widget: QWidget | None = None) -> None:
        """Write the numbers of the cells in sight."""
        transform = painter.worldTransform()
        cells = list(self._cells(transform))
        if not cells:
            return
        size = transform.mapRect(QRectF(0, 0, 1, 1))
        room = size.width() - 2 * _GAP
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setFont(self._font)
        middle = (self._metrics.ascent() - self._metrics.descent()) / 2
        for y, x, (row, column) in cells:
            value, colour = self.values[row, column], self.colour(y, x)
            if colour is None:
                continue
            text = number_within(value, self._width, room, DIGITS)
            at = transform.map(QPointF(x, y))
            painter.setPen(pen_on(colour))
            painter.drawText(QPointF(at.x() - self._width(text) / 2, at.y() + middle), text)
        painter.restore()

    def _width(self, text: str) -> float:
        """Return the width of a number: of its letters, of which there are few different ones."""
        known = self._widths
        for letter in text:
            if letter not in known:
                known[letter] = self._metrics.horizontalAdvance(letter)
        return sum(map(known.__getitem__, text))

    def _cells(self, transform: QTransform) -> Iterator[tuple[int, int, Cell]]:
        size, box = transform.mapRect(QRectF(0, 0, 1, 1)), self.getViewBox()
        high, wide = self._metrics.height(), self._width(_LEAST) + 2 * _GAP
        if not self.on or box is None or size.width() < wide or size.height() < high:
            return
        sight = box.viewRect()
        height, width = self.pixels
        # Only cells whose middle is in sight: of others the number would be cut.
        top, bottom = max(math.ceil(sight.top()), 0), min(math.floor(sight.bottom()), height - 1)
        left, right = max(math.ceil(sight.left()), 0), min(math.floor(sight.right()), width - 1)
        if (bottom - top + 1) * (right - left + 1) > MOST:
            return
        for y, x in product(range(top, bottom + 1), range(left, right + 1)):
            entry = self.entry(y, x)
            if entry is not None and entry[0] < len(self.values):
                yield y, x, entry
