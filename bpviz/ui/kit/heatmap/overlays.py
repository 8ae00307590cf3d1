"""Graphics items that lie on a heatmap's plane and are drawn in the screen's own pixels."""

from __future__ import annotations

from collections.abc import Iterable

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from bpviz.ui.core.theme import LIGHT, Theme
from bpviz.ui.kit.heatmap.brackets import draw_brackets, line_width, unit_of

SMALLEST = 5.0
"""Pixels that a framed rectangle measures at least, so that a thin row can be seen."""


class PlaneItem(QGraphicsItem):
    """Rectangles of the plane, drawn by `paint_pixels` where they come to lie on the screen.

    Lines and hatching so keep their width however far somebody zooms in.  It is hidden while it
    has no rectangles, and then costs nothing.

    Parameters
    ----------
    box : pg.ViewBox
        The item draws only what is in sight of it.

    Attributes
    ----------
    unit : int
        How many times as thick lines are, with large text.
    """

    unit = 1

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__()
        self._box = box
        self._rects: tuple[QRectF, ...] = ()
        self.theme: Theme = LIGHT
        self.setVisible(False)

    @property
    def rects(self) -> tuple[QRectF, ...]:
        """The rectangles, in units of the plane."""
        return self._rects

    def set_rects(self, rects: Iterable[QRectF]) -> None:
        """Lie on these rectangles."""
        new = tuple(rects)
        if new != self._rects:
            self.prepareGeometryChange()
            self._rects = new
            self.setVisible(bool(new))
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self.theme = theme
        self.update()

    def boundingRect(self) -> QRectF:
        """Return all that is in sight: where lines of a fixed width end depends on the zoom."""
        return self._box.viewRect() if self._rects else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Find the rectangles on the screen, and draw them there."""
        transform = painter.transform()
        sight = transform.mapRect(self._box.viewRect())
        self.unit = 1 if widget is None else unit_of(widget.fontMetrics())
        painter.save()
        try:
            painter.resetTransform()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            self.paint_pixels(painter, [transform.mapRect(rect) for rect in self._rects], sight)
        finally:
            painter.restore()

    def paint_pixels(self, painter: QPainter, rects: list[QRectF], sight: QRectF) -> None:
        """Draw `rects`, in pixels; `sight` is what can be seen of the plane."""
        raise NotImplementedError


class EmptyGround(PlaneItem):
    """What is not computed yet: the plain ground, hatched, which no colour of a value can be."""

    def paint_pixels(self, painter: QPainter, rects: list[QRectF], sight: QRectF) -> None:
        """Hatch the rectangles, all in one pattern."""
        hatch = QColor(self.theme.muted)
        hatch.setAlpha(80)
        for rect in rects:
            seen = rect & sight
            if not seen.isEmpty():
                painter.fillRect(seen, QColor(self.theme.base))
                painter.fillRect(seen, QBrush(hatch, Qt.BrushStyle.BDiagPattern))


def framed(rect: QRectF, sight: QRectF, inset: float) -> QRectF:
    """Return `rect`, not too thin to be seen, and no nearer to the edge of `sight` than `inset`.

    It is empty where nothing of `rect` is in sight.
    """
    wide = max(SMALLEST - rect.width(), 0.0) / 2
    high = max(SMALLEST - rect.height(), 0.0) / 2
    inner = sight.adjusted(inset, inset, -inset, -inset)
    return rect.adjusted(-wide, -high, wide, high) & inner


class Brackets(PlaneItem):
    """Square brackets around the rows that the step is at.

    Attributes
    ----------
    reads : bool
        Whether the step reads them; otherwise it computes them.
    """

    reads = False

    def set_reads(self, reads: bool) -> None:
        """Be light around what is read, heavy around what is computed."""
        if reads != self.reads:
            self.reads = reads
            self.update()

    def paint_pixels(self, painter: QPainter, rects: list[QRectF], sight: QRectF) -> None:
        """Draw the corners of each rectangle."""
        line = line_width(self.unit, reads=self.reads)
        for rect in rects:
            place = framed(rect.adjusted(-line, -line, line, line), sight, line / 2 + 1)
            if not place.isEmpty():
                draw_brackets(painter, place, self.theme, self.unit, reads=self.reads)


class Pointer(PlaneItem):
    """A box around what somebody points at elsewhere, in the colour of text."""

    def paint_pixels(self, painter: QPainter, rects: list[QRectF], sight: QRectF) -> None:
        """Draw a thin box around each rectangle, and a halo around that."""
        boxes = [framed(rect, sight, 1.0) for rect in rects]
        boxes = [box for box in boxes if not box.isEmpty()]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((self.theme.base, 3.0), (self.theme.text, 1.0)):
            pen = QPen(QColor(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRects(boxes)
