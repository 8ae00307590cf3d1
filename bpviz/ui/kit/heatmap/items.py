"""HeatmapItems: the graphics items that show a matrix, and where each entry lies."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem

from bpviz.network.types import Floats
from bpviz.ui.core.theme import Theme, current_theme
from bpviz.ui.kit.charts.colour_image import Colours, colour_table, lookup, packed, rgb
from bpviz.ui.kit.heatmap.marks import Cell, HeatmapMarks
from bpviz.ui.kit.heatmap.numbers import CellNumbers
from bpviz.ui.kit.heatmap.tiles import TileGrid


class HeatImage(pg.ImageItem):  # type: ignore[misc]
    """An image item that looks its colours up itself, rows first.

    pyqtgraph makes an indexed picture of an array, or one with straight alpha where an entry is
    NaN; scaling either to the screen takes several times as long as scaling the format in which Qt
    composes a window, which this makes.  Entries that are NaN are transparent.
    """

    def __init__(self) -> None:
        super().__init__(axisOrder="row-major")
        self.colours: Colours = np.zeros(1, dtype=np.uint32)

    def set_colours(self, table: Colours) -> None:
        """Take the colours from the lowest level to the highest, (k,) uint32."""
        self.colours = table
        self.updateImage()

    def render(self) -> None:
        """Make the picture that `paint` draws; pyqtgraph calls this when it is needed."""
        self._unrenderable = self.image is None or not self.image.size
        if not self._unrenderable:
            low, high = map(float, self.levels)
            self.qimage = lookup(self.image, self.colours, low, high)
            self._renderRequired = False


def as_image(matrix: Floats) -> NDArray[np.float32]:
    """Return a new read-only C-ordered float32 copy; what is too large for it becomes ±∞."""
    with np.errstate(over="ignore", invalid="ignore"):
        image = matrix.astype(np.float32, order="C")
    image.flags.writeable = False
    return image


class HeatmapItems:
    """A matrix drawn as such or as one tile a row, its bad entries, and the marks on it.

    The plane's unit is one pixel; the middle of pixel (y, x) lies at the point (x, y), y downwards.

    Attributes
    ----------
    image_item : pg.ImageItem
        Holds the matrix as float32, also while it is hidden behind tiles.
    grid : TileGrid or None
        None while the matrix is drawn as such.
    numbers : CellNumbers
        Numbers in the cells; whoever shows a matrix hands them its values.
    marks : MatrixMarks
        Frames, and the hatching of rows that are not computed yet.
    """

    def __init__(self, box: pg.ViewBox) -> None:
        self.image_item = HeatImage()
        self._tile_item = HeatImage()
        self._bad_item = HeatImage()
        self._ground = QGraphicsPathItem()  # shows in the gaps between tiles
        self.marks = marks = HeatmapMarks(box)
        self.numbers = CellNumbers()
        self.numbers.entry, self.numbers.colour = self._numbered, self._colour_of
        images = (self.image_item, self._tile_item, self._bad_item)
        frames = (marks.line, marks.cell, marks.brackets, marks.pointer)
        for item in (self._ground, marks.ground, *images, self.numbers, *frames):
            box.addItem(item, ignoreBounds=True)
            item.setVisible(item in (self.image_item, self.numbers))
        for item in images:
            item.setPos(-0.5, -0.5)
        self.grid: TileGrid | None = None
        self._tile_shape: tuple[int, int] | None = None
        self._aspect = 1.0
        self._limit = 1.0
        self._known = 0
        self.recolour()

    @property
    def matrix_shape(self) -> tuple[int, int]:
        """Rows and columns of the matrix; (0, 0) before the first."""
        image = self.image_item.image
        return (0, 0) if image is None else (image.shape[0], image.shape[1])

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width of what is drawn, in its pixels."""
        return self.matrix_shape if self.grid is None else self.grid.shape

    def recolour(self) -> None:
        """Take the colours of the theme in force."""
        theme = current_theme()
        for item in (self.image_item, self._tile_item):
            item.set_colours(colour_table(theme))
        self._bad_item.set_colours(self._bad_colours(theme))
        self.marks.recolour()
        self._ground.setPen(pg.mkPen(None))
        self._ground.setBrush(QColor(theme.border))
        self._draw()

    def _bad_colours(self, theme: Theme) -> Colours:
        """Return the colours of what is drawn in place of values: here of bad entries."""
        return packed(rgb(theme.warning)[np.newaxis])

    def set_matrix(
        self, image: NDArray[np.float32], limit: float, known: int | None = None
    ) -> bool:
        """Draw `image`, colours from −limit to +limit; return whether the layout changed.

        Only the first `known` rows are computed, all of them if it is None; those below are NaN.
        """
        changed = image.shape != self.matrix_shape
        self._limit = limit
        self._known = len(image) if known is None else known
        self.image_item.setImage(image, autoLevels=False, levels=(-limit, limit))
        self.marks.set_known(self._known)
        return self._arrange(changed)

    def set_tile_shape(self, shape: tuple[int, int] | None) -> bool:
        """Draw rows as tiles of (height, width), or the matrix; return whether that changed it.

        A row may have one entry more than there are pixels, that of the constant input; a shape
        that does not fit otherwise counts as None.
        """
        if shape == self._tile_shape:
            return False
        self._tile_shape = shape
        return self._arrange()

    def set_aspect(self, aspect: float) -> bool:
        """Fit tiles into a place of this width by height; return whether the layout changed."""
        self._aspect = aspect
        rows, _ = self.matrix_shape
        if self.grid is None:
            return False
        grid = self.grid
        better = TileGrid.fitting(rows, grid.height, grid.width, aspect, constant=grid.constant)
        return better != self.grid and self._arrange()

    def entry(self, point: QPointF) -> Cell | None:
        """Return (row, column) of the entry at a point of the plane; None where there is none."""
        if not (math.isfinite(point.x()) and math.isfinite(point.y())):
            return None
        x, y = math.floor(point.x() + 0.5), math.floor(point.y() + 0.5)
        if self.grid is not None:
            return self.grid.entry(y, x)
        rows, columns = self.matrix_shape
        return (y, x) if 0 <= y < rows and 0 <= x < columns else None

    def neighbour(self, cell: Cell, right: int, down: int) -> Cell:
        """Return the entry `right` and `down` pixels (−1, 0, 1) from `cell` as they are drawn.

        Gaps between tiles, and what is beside their feet, are stepped over; at the edge it is
        `cell` itself.
        """
        at, grid = self.point(*cell), self.grid
        most = 2 if grid is None or not grid.constant else max(grid.width, grid.foot[0]) + 2
        for far in range(1, most + 1):
            found = self.entry(QPointF(at.x() + far * right, at.y() + far * down))
            if found not in (None, cell):
                return found
        return cell

    def point(self, row: int, column: int) -> QPointF:
        """Return the point of the plane in the middle of an entry."""
        y, x = (row, column) if self.grid is None else self.grid.pixel(row, column)
        return QPointF(x, y)

    def _arrange(self, changed: bool = False) -> bool:
        old, shape = self.grid, self._tile_shape
        rows, columns = self.matrix_shape
        more = columns - shape[0] * shape[1] if shape is not None and rows > 0 else -1
        self.grid = None
        if shape is not None and more in (0, 1):
            self.grid = TileGrid.fitting(rows, *shape, self._aspect, constant=more == 1)
        changed = changed or self.grid != old
        self._draw()
        self.numbers.set_shape(self.shape)
        if changed:
            self.marks.set_layout(self.matrix_shape, self.grid)
            self._lay_ground()
        return changed

    def _numbered(self, y: int, x: int) -> Cell | None:
        """Return the entry whose number stands in a pixel: of a foot, in its middle one alone."""
        if self.grid is None:
            return y, x
        entry = self.grid.entry(y, x)
        return entry if entry is not None and self.grid.pixel(*entry) == (y, x) else None

    def _colour_of(self, y: int, x: int) -> int | None:
        for item in (self._bad_item, self._tile_item, self.image_item):
            picture = item.qimage if item.isVisible() else None
            if picture is not None and x < picture.width() and y < picture.height():
                colour: int = picture.pixel(x, y)
                if colour >> 24:
                    return colour
        return None

    def _lay_ground(self) -> None:
        self._ground.setVisible(self.grid is not None)
        path = QPainterPath()
        if self.grid is not None:
            height, width = self.grid.shape
            whole, rest = divmod(self.grid.count, self.grid.columns)
            full = whole * (self.grid.tile_height + 1) - 1
            path.addRect(-0.5, -0.5, width, full)
            if rest:
                path.addRect(-0.5, full - 0.5, rest * (self.grid.width + 1) - 1, height - full)
        self._ground.setPath(path)

    def _draw(self) -> None:
        image = self.image_item.image
        if image is None or image.size == 0:
            return
        if self.grid is not None:
            levels = (-self._limit, self._limit)
            self._tile_item.setImage(self.grid.picture(image), autoLevels=False, levels=levels)
        self.image_item.setVisible(self.grid is None)
        self._tile_item.setVisible(self.grid is not None)
        # A bad entry shows in one of the extremes, which is far cheaper than a mask.
        computed = image[: self._known]
        fine = math.isfinite(computed.min(initial=0.0)) and math.isfinite(computed.max(initial=0.0))
        self._bad_item.setVisible(not fine)
        if not fine:
            bad = ~np.isfinite(image)
            bad[self._known :] = False
            if self.grid is not None:
                bad = self.grid.picture(bad, gap=0.0) != 0
            picture = np.where(bad, np.float32(0), np.float32(math.nan))
            self._bad_item.setImage(picture, autoLevels=False, levels=(0, 1))
