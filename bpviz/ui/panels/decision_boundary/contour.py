"""Where a quantity on a grid crosses a level: short lines, found by marching squares."""

from __future__ import annotations

import numpy as np

from bpviz.network.types import Floats

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
