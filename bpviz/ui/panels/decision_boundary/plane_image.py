"""PlanePicture: f, or a hidden unit, over the plane as a picture, with lines where it matters."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainterPath

from bpviz.network.types import Floats, Ints
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_range import ColourRange, peak
from bpviz.ui.panels.decision_boundary.input_plot import InputPlot
from bpviz.ui.panels.decision_boundary.quantity import (
    ValueRange,
    class_picture,
    coloured,
    output_range,
    table_of,
    unit_range,
)
from bpviz.ui.panels.decision_boundary.scene import PlotInputs

# The corners of a square count from the upper left one clockwise, its edges likewise: edge e runs
# from corner e to the next.  A set of corners is a number with bit c for corner c.
_CORNERS = ((0, 0), (0, 1), (1, 1), (1, 0))
"""How far down and along each corner is."""

_NO = (-1, -1)
_JOINED = np.array(
    [
        (_NO, _NO), ((3, 0), _NO), ((0, 1), _NO), ((3, 1), _NO),
        ((1, 2), _NO), ((3, 0), (1, 2)), ((0, 2), _NO), ((3, 2), _NO),
        ((2, 3), _NO), ((2, 0), _NO), ((0, 1), (2, 3)), ((2, 1), _NO),
        ((1, 3), _NO), ((1, 0), _NO), ((0, 3), _NO), (_NO, _NO),
    ]
)  # fmt: skip
"""For each set of corners at or above the level: the edges that one or two lines join."""

_SADDLES = (5, 10)
"""Corners that lie across from each other: each is cut off, unless the middle is high too."""


def contour(values: Floats, level: float) -> tuple[Floats, Floats]:
    """Return the lines along which `values` is `level`.

    Parameters
    ----------
    values : (rows, columns) float64
        Between neighbours they run straight; squares with a corner that is not finite have no line.
    level : float

    Returns
    -------
    columns, rows : (2 s,) float64
        Ends of the s lines as places on the grid, two by two.
    """
    rows, columns = max(values.shape[0] - 1, 0), max(values.shape[1] - 1, 0)
    above = values >= level
    corners = np.zeros((rows, columns), dtype=np.uint8)
    for bit, (lower, later) in enumerate(_CORNERS):
        corners |= above[lower : rows + lower, later : columns + later].astype(np.uint8) << bit
    row, column = np.nonzero((corners != 0) & (corners != 15))
    heights = np.array([values[row + lower, column + later] for lower, later in _CORNERS]) - level
    finite = np.isfinite(heights).all(axis=0)
    heights, row, column = heights[:, finite], row[finite], column[finite]
    found = corners[row, column]
    high = heights.mean(axis=0) >= 0
    found = np.where(high & np.isin(found, _SADDLES), 15 - found, found)
    with np.errstate(all="ignore"):  # edges that are not crossed have no such place
        share = heights / (heights - np.roll(heights, -1, axis=0))
    none, whole = np.zeros(len(row)), np.ones(len(row))
    along = np.array([share[0], whole, 1 - share[2], none]) + column
    down = np.array([none, share[1], whole, 1 - share[3]]) + row
    joined = _JOINED[found]  # (squares, lines, ends)
    square, line = np.nonzero(joined[:, :, 0] >= 0)
    edges = joined[square, line]  # (s, ends)
    return along[edges, square[:, np.newaxis]].ravel(), down[edges, square[:, np.newaxis]].ravel()


_MOST_CLASSES = 12
"""Boundaries are drawn of so many classes at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Points in the middle of squares that cover a plot's area, and one more all around.

    Attributes
    ----------
    across : (columns,) float64
        Values of the x axis, rising.
    up : (rows,) float64
        Values of the y axis, falling, as pictures have their first row on top.
    cell : int
        Width of a square in pixels.
    target : QRectF
        Where the picture lies, in pixels.
    """

    across: Floats
    up: Floats
    cell: int
    target: QRectF

    @classmethod
    def over(cls, chart: InputPlot, cell: int) -> Grid:
        """Return the grid of a chart as it is now."""
        area = chart.area()
        columns, rows = math.ceil(area.width() / cell) + 2, math.ceil(area.height() / cell) + 2
        left, top = area.left() - cell, area.top() - cell
        x = (np.arange(columns, dtype=np.float64) + 0.5) * cell
        y = (np.arange(rows, dtype=np.float64) + 0.5) * cell
        ux, uy = chart.unit
        return cls(
            chart.x_value(left) + ux * x,
            chart.y_value(top) - uy * y,
            cell,
            QRectF(left, top, columns * cell, rows * cell),
        )

    def pixels(self, columns: Floats, rows: Floats) -> tuple[Floats, Floats]:
        """Return the pixels of places on the grid."""
        return (
            self.target.left() + (columns + 0.5) * self.cell,
            self.target.top() + (rows + 0.5) * self.cell,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A finished picture.

    Attributes
    ----------
    grid : Grid
    f : (rows, columns, d) float64
    h : (rows, columns, 1) float64
        The unit that is shown; (rows, columns, 0) where none is.
    image : QImage
    border : QPainterPath
        Where the class changes, in pixels.
    span : ValueRange or None
        What the ends of the colours stand for; None where they are classes.
    """

    grid: Grid
    f: Floats
    h: Floats
    image: QImage
    border: QPainterPath
    span: ValueRange | None


class PlanePicture:
    """Makes pictures; keeps the scale of a unit whose activation has no end of its own."""

    def __init__(self) -> None:
        self._scale = ColourRange()

    def drawn(self, scene: PlotInputs, grid: Grid, f: Floats, h: Floats, theme: Theme) -> Picture:
        """Colour what was computed of `scene`."""
        if scene.compares:
            winner, lead = _leaders(f)
            borders = _class_borders(f, winner, lead)
            image = class_picture(winner, lead, theme)
            return Picture(grid, f, h, image, _path(grid, borders), None)
        span = self._span(scene, h)
        values = f[:, :, scene.output or 0] if scene.unit is None else h[:, :, 0]
        image = coloured(values, span, table_of(theme, scene.shown), theme)
        borders = []
        if scene.data.labels is not None and scene.output is not None:
            borders = [contour(f[:, :, scene.output], scene.data.threshold)]
        return Picture(grid, f, h, image, _path(grid, borders), span)

    def _span(self, scene: PlotInputs, h: Floats) -> ValueRange:
        if scene.unit is None:
            return output_range(scene.data, scene.net, scene.shown)
        limit = self._scale.show(peak(h), (scene.stretch, scene.unit, id(scene.data)))
        return unit_range(scene.net, limit)


def _leaders(f: Floats) -> tuple[Ints, Floats]:
    from bpviz.network.plane import leaders  # numba loads only when it is needed

    return leaders(f)


def _class_borders(f: Floats, winner: Ints, lead: Floats) -> list[tuple[Floats, Floats]]:
    """Return the lines along which each class but the last begins to be the largest output."""
    present = np.unique(winner)
    top = f.max(axis=2)
    lines = []
    for index in present[: min(len(present) - 1, _MOST_CLASSES)].tolist():
        with np.errstate(all="ignore"):
            ahead = np.where(winner == index, lead, f[:, :, index] - top)
        lines.append(contour(ahead, 0.0))
    return lines


def _path(grid: Grid, borders: list[tuple[Floats, Floats]]) -> QPainterPath:
    if not any(len(x) for x, _ in borders):
        return QPainterPath()
    x = np.concatenate([x for x, _ in borders])
    y = np.concatenate([y for _, y in borders])
    path: QPainterPath = pg.arrayToQPath(*grid.pixels(x, y), connect="pairs")
    return path
