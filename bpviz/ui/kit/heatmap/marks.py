"""HeatmapMarks: what lies on a heatmap beside its colours, each mark in a shape of its own."""

from __future__ import annotations

from collections.abc import Iterable

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from bpviz.ui.core.formatting import line_scale
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.heatmap.brackets import draw_brackets, line_width
from bpviz.ui.kit.heatmap.tiles import TileGrid

SMALLEST = 5.0
"""Pixels that a framed rectangle measures at least, so that a thin row can be seen."""


class Overlay(QGraphicsItem):
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
    rects : tuple of QRectF
        The rectangles, in units of the plane.
    """

    unit = 1

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__()
        self._box = box
        self.rects: tuple[QRectF, ...] = ()
        self.setVisible(False)

    def set_rects(self, rects: Iterable[QRectF]) -> None:
        """Lie on these rectangles."""
        new = tuple(rects)
        if new != self.rects:
            self.prepareGeometryChange()
            self.rects = new
            self.setVisible(bool(new))
            self.update()

    def boundingRect(self) -> QRectF:
        """Return all that is in sight: where lines of a fixed width end depends on the zoom."""
        return self._box.viewRect() if self.rects else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Find the rectangles on the screen, and draw them there."""
        transform = painter.transform()
        sight = transform.mapRect(self._box.viewRect())
        self.unit = 1 if widget is None else line_scale(widget.fontMetrics())
        painter.save()
        try:
            painter.resetTransform()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            self.paint_pixels(painter, [transform.mapRect(rect) for rect in self.rects], sight)
        finally:
            painter.restore()

    def paint_pixels(self, painter: QPainter, rects: list[QRectF], sight: QRectF) -> None:
        """Draw `rects`, in pixels; `sight` is what can be seen of the plane."""
        raise NotImplementedError


class EmptyGround(Overlay):
    """What is not computed yet: the plain ground, hatched, which no colour of a value can be."""

    def paint_pixels(self, painter: QPainter, rects: list[QRectF], sight: QRectF) -> None:
        """Hatch the rectangles, all in one pattern."""
        hatch = faint(current_theme().muted, 80)
        for rect in rects:
            seen = rect & sight
            if not seen.isEmpty():
                painter.fillRect(seen, QColor(current_theme().base))
                painter.fillRect(seen, QBrush(hatch, Qt.BrushStyle.BDiagPattern))


def framed(rect: QRectF, sight: QRectF, inset: float) -> QRectF:
    """Return `rect`, not too thin to be seen, and no nearer to the edge of `sight` than `inset`.

    It is empty where nothing of `rect` is in sight.
    """
    wide = max(SMALLEST - rect.width(), 0.0) / 2
    high = max(SMALLEST - rect.height(), 0.0) / 2
    inner = sight.adjusted(inset, inset, -inset, -inset)
    return rect.adjusted(-wide, -high, wide, high) & inner


class Brackets(Overlay):
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
                draw_brackets(painter, place, current_theme(), self.unit, reads=self.reads)


class Pointer(Overlay):
    """A box around what somebody points at elsewhere, in the colour of text."""

    def paint_pixels(self, painter: QPainter, rects: list[QRectF], sight: QRectF) -> None:
        """Draw a thin box around each rectangle, and a halo around that."""
        boxes = [framed(rect, sight, 1.0) for rect in rects]
        boxes = [box for box in boxes if not box.isEmpty()]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((current_theme().base, 3.0), (current_theme().text, 1.0)):
            pen = QPen(QColor(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRects(boxes)


Cell = tuple[int, int]
Part = tuple[int | None, int | None]
"""Row and column; None stands for all of them, so (None, None) is the whole matrix."""

NO_MARK: Part = (None, None)


class HeatmapMarks:
    """The hatching of rows not computed yet, and three kinds of frames.

    A thin line in the accent colour is the selection, brackets are what the step is at, a box in
    the colour of text is what somebody points at elsewhere.

    Attributes
    ----------
    selection : Part
        Here (None, None) is nothing.
    at_hand, pointed : Part or None
        None is nothing.
    known : int
        Rows that are computed; those below are hatched.
    """

    def __init__(self, box: pg.ViewBox) -> None:
        self.ground = EmptyGround(box)
        self.line, self.cell = QGraphicsRectItem(), QGraphicsRectItem()
        self.brackets, self.pointer = Brackets(box), Pointer(box)
        self.selection: Part = NO_MARK
        self.at_hand: Part | None = None
        self.pointed: Part | None = None
        self.known = 0
        self._shape = (0, 0)
        self._grid: TileGrid | None = None
        for item in (self.line, self.cell):
            item.setVisible(False)

    def recolour(self) -> None:
        """Take the colours of the theme in force."""
        self.line.setPen(pg.mkPen(current_theme().accent, width=1))
        self.cell.setPen(pg.mkPen(current_theme().accent, width=2))

    def set_layout(self, shape: tuple[int, int], grid: TileGrid | None) -> None:
        """Lie on a matrix of `shape`, drawn as such or as tiles."""
        self._shape, self._grid = shape, grid
        self._lay_ground()
        self._place_selection()
        self.brackets.set_rects(self._part(self.at_hand))
        self.pointer.set_rects(self._part(self.pointed))

    def set_known(self, known: int) -> None:
        """Hatch all rows but the first `known`."""
        if known != self.known:
            self.known = known
            self._lay_ground()

    def set_selection(self, part: Part) -> None:
        """Frame a row, a column, or an entry with its row; (None, None) frames nothing."""
        self.selection = part
        self._place_selection()

    def set_at_hand(self, part: Part | None, *, reads: bool = False) -> None:
        """Put brackets around what the step is at: what it computes, or what it `reads`."""
        self.brackets.set_reads(reads)
        if part != self.at_hand:
            self.at_hand = part
            self.brackets.set_rects(self._part(part))

    def set_pointed(self, part: Part | None) -> None:
        """Put a box around what somebody points at."""
        if part != self.pointed:
            self.pointed = part
            self.pointer.set_rects(self._part(part))

    @property
    def selected(self) -> Cell | None:
        """The selected entry, if it exists."""
        row, column = self.selection
        rows, columns = self._shape
        if row is None or column is None or not (row < rows and column < columns):
            return None
        return row, column

    def _lay_ground(self) -> None:
        rows, columns = self._shape
        if self.known >= rows:
            self.ground.set_rects(())
        elif self._grid is None:
            self.ground.set_rects((_pixels(self.known, 0, rows - self.known, columns),))
        else:
            self.ground.set_rects(self._row(row) for row in range(self.known, rows))

    def _place_selection(self) -> None:
        row, column = self.selection
        line = cell = QRectF()
        if row is not None:
            line = self._row(row)
        elif column is not None and self._grid is None and column < self._shape[1]:
            line = _pixels(0, column, self._shape[0], 1)
        if self.selected is not None:
            cell = self._entry(*self.selected)
        for item, rect in ((self.line, line), (self.cell, cell)):
            item.setVisible(not rect.isNull())
            item.setRect(rect)

    def _part(self, part: Part | None) -> list[QRectF]:
        """Return the rectangles of a part of the matrix; none where it does not exist."""
        rows, columns = self._shape
        if part is None or not rows or not columns:
            return []
        row, column = part
        if not (0 <= (row or 0) < rows and 0 <= (column or 0) < columns):
            return []
        if row is not None:
            return [self._row(row) if column is None else self._entry(row, column)]
        if column is None:
            return [_pixels(0, 0, *(self._shape if self._grid is None else self._grid.shape))]
        if self._grid is None:
            return [_pixels(0, column, rows, 1)]
        return [self._entry(each, column) for each in range(rows)]

    def _row(self, row: int) -> QRectF:
        """Return the rectangle of a row, of its tile; a null one if it does not exist."""
        rows, columns = self._shape
        if row >= rows:
            return QRectF()
        if self._grid is None:
            return _pixels(row, 0, 1, columns)
        return _pixels(*self._grid.corner(row), self._grid.tile_height, self._grid.width)

    def _entry(self, row: int, column: int) -> QRectF:
        if self._grid is None:
            return _pixels(row, column, 1, 1)
        return _pixels(*self._grid.cell(row, column))


def _pixels(y: int, x: int, height: int, width: int) -> QRectF:
    """Return a rectangle of pixels; the middle of the first one lies at whole numbers."""
    return QRectF(x - 0.5, y - 0.5, width, height)
