"""Drawing thousands of points fast: bands as an image, lines as polygons."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from bpviz.network.types import Floats, Ints
from bpviz.ui.core.figure_mode import painting_figure
from bpviz.ui.kit.charts.colour_image import empty_image

FINE = 4
"""Parts of a pixel that a figure tells apart along the bottom axis."""


def point_pixels(
    x: Floats, y: Floats, colours: NDArray[np.uint32], shape: tuple[int, int], size: int
) -> NDArray[np.uint32]:
    """Return a picture with a square point at each place; later ones lie upon earlier ones.

    Parameters
    ----------
    x, y : (m,) float64
        Places in pixels; points beyond the edge are drawn at it.
    colours : (m,) uint32
    shape : (height, width)
        Of the picture in pixels; below and to the right the array holds `size` more.
    size : int
        Width and height of a point, at least 1.
    """
    height, width = shape
    columns = x.astype(np.int64) - size // 2
    rows = y.astype(np.int64) - size // 2
    np.clip(columns, 0, max(width - size, 0), out=columns)
    np.clip(rows, 0, max(height - size, 0), out=rows)
    pixels = np.zeros((height + size, width + size), dtype=np.uint32)
    flat = pixels.reshape(-1)
    first = rows * (width + size) + columns
    for down in range(size):
        for along in range(size):
            flat[first + (down * (width + size) + along)] = colours
    return pixels


def paint_band(
    painter: QPainter,
    area: QRect,
    colour: QColor,
    edges: tuple[Floats, Floats, Floats, Floats],
    ratio: float = 1.0,
) -> None:
    """Fill boxes inside `area` with a translucent colour, even where boxes share a pixel column.

    The band is written into an image by numpy: thousands of thin translucent rectangles would
    take QPainter thirty times as long.

    Parameters
    ----------
    area : QRect
        Where the band is seen, in the widget's pixels.
    edges : tuple of four (b,) float64
        Left, right, top and bottom of each box in the widget's pixels, by rising left;
        ``bottom ≥ top`` as pixels count downwards.  Boxes with a NaN edge are left out; each is at
        least one pixel wide and high.
    ratio : float
        The screen's pixels in one of the widget's.
    """
    good = np.isfinite(edges).all(axis=0)
    left, right, top, bottom = (edge[good] for edge in edges)
    if painting_figure():
        _paint_boxes(painter, area, colour, (left, right, top, bottom))
        return
    width, height = round(area.width() * ratio), round(area.height() * ratio)
    if not len(left) or width < 1 or height < 1:
        return
    first = np.floor((left - area.left()) * ratio).astype(np.int64)
    end = np.maximum(np.floor((right - area.left()) * ratio).astype(np.int64), first + 1)
    runs = np.flatnonzero(np.diff(first, prepend=first[0] - 1))
    y0 = np.floor((np.minimum.reduceat(top, runs) - area.top()) * ratio)
    y1 = np.ceil((np.maximum.reduceat(bottom, runs) - area.top()) * ratio)
    first, end = first[runs], np.maximum.reduceat(end, runs)
    end[:-1] = np.minimum(end[:-1], first[1:])
    # A value exactly on an edge of the plot keeps its pixel inside.
    y0 = np.clip(y0, 0, height - 1)
    y1 = np.clip(np.maximum(y1, y0 + 1), 0, height)
    first, end = np.clip(first, 0, width), np.clip(end, 0, width)
    wide = end - first
    columns = np.repeat(first - np.concatenate([[0], np.cumsum(wide)[:-1]]), wide)
    columns += np.arange(len(columns))
    if not len(columns):
        return
    # Only the rows that the band is in, in numbers as small as can be, with one comparison: below
    # 0 the difference is a large number without its sign.
    above, below = int(y0.min()), int(y1.max())
    upper, high = np.zeros((2, width), dtype=np.uint16)
    upper[columns] = np.repeat(y0, wide) - above
    high[columns] = np.repeat(y1 - y0, wide)
    rows = np.arange(below - above, dtype=np.uint16)[:, np.newaxis]
    inside = rows - upper < high
    image, pixels = empty_image(*inside.shape, opaque=False)
    np.multiply(inside, np.uint32(colour.rgba64().premultiplied().toArgb32()), out=pixels)
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(area.left(), area.top() + above / ratio), image)


def _paint_boxes(
    painter: QPainter, area: QRect, colour: QColor, edges: tuple[Floats, Floats, Floats, Floats]
) -> None:
    """Fill the boxes of `paint_band` as one outline, in which those of a column are one."""
    left, right, top, bottom = edges
    if not len(left):
        return
    place = np.floor(np.clip(left, area.left() - 1, area.right() + 1) * FINE)
    runs = np.flatnonzero(np.diff(place, prepend=place[0] - 1))
    x0, x1 = left[runs], np.maximum.reduceat(right, runs)
    y0, y1 = np.minimum.reduceat(top, runs), np.maximum.reduceat(bottom, runs)
    thin = y1 - y0 < 1
    y1 = np.where(thin, y0 + 1, y1)
    x1[:-1] = np.where(x1[:-1] > x0[1:] - 1 / FINE, x0[1:], x1[:-1])
    outline = QPainterPath()
    apart = np.flatnonzero(x1[:-1] < x0[1:]) + 1
    for some in np.split(np.arange(len(runs)), apart):
        x = np.stack([x0[some], x1[some]], axis=1).reshape(-1)
        upper, lower = np.repeat(y0[some], 2), np.repeat(y1[some], 2)
        corners = np.concatenate([x, x[::-1]]), np.concatenate([upper, lower[::-1]])
        outline.addPolygon(pg.functions.arrayToQPolygonF(*corners))
        outline.closeSubpath()
    painter.fillPath(outline, colour)


def paint_outline(
    painter: QPainter, area: QRect, edges: tuple[Floats, Floats, Floats, Floats]
) -> None:
    """Draw the upper and the lower edge of boxes as lines, with the painter's pen.

    In each column of pixels they reach as far as the boxes that begin there: none is left out.

    Parameters
    ----------
    edges : tuple of four (b,) float64
        As in `paint_band`; a NaN breaks the line.
    """
    left, right, top, bottom = edges
    if not len(left):
        return
    column = np.floor(np.clip(left, area.left() - 1, area.left() + area.width() + 1))
    runs = np.flatnonzero(np.diff(column, prepend=column[0] - 1))
    first = column[runs]
    last = np.append(first[1:], max(float(right[-1]), first[-1] + 1))
    x = np.stack([first, last], axis=1).reshape(-1)
    for y in (np.fmin.reduceat(top, runs), np.fmax.reduceat(bottom, runs)):
        paint_line(painter, x, np.repeat(y, 2), most=len(x))


def paint_line(painter: QPainter, x: Floats, y: Floats, most: int = 4000) -> None:
    """Draw a line through the points (pixels), by rising x, with the painter's pen.

    It is broken where a point has a NaN.  Of more than `most` points only some are used: the first
    and the last in each of `most` / 2 equal parts of the way.
    """
    if len(x) > most:
        part = np.floor((x - x[-1]) / max(float(x[-1] - x[0]), 1e-9) * (most // 2))
        edge = np.diff(part, prepend=np.nan, append=np.nan) != 0
        used = edge[1:] | edge[:-1]
        x, y = x[used], y[used]
    good = np.isfinite(x) & np.isfinite(y)
    if good.all():
        _paint_run(painter, x, y)
        return
    edges = np.flatnonzero(np.diff(good.astype(np.int8), prepend=0, append=0))
    for first, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        _paint_run(painter, x[first:end], y[first:end])


def paint_thick(painter: QPainter, x: Floats, y: Floats, thickness: int, most: int = 4000) -> None:
    """Draw the line of `paint_line` so many pixels thick, the uppermost at `y`."""
    if painting_figure():
        painter.save()
        pen = painter.pen()
        pen.setWidthF(thickness)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        paint_line(painter, x, y + (thickness - 1) / 2, most)
        painter.restore()
        return
    # Two lines of one pixel are as good as one of two, and take a tenth of the time.
    for below in range(thickness):
        paint_line(painter, x, y + below, most)


def _paint_run(painter: QPainter, x: Floats, y: Floats) -> None:
    if len(x) < 2:
        return
    if painting_figure():  # nobody waits for a smooth line
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolyline(pg.functions.arrayToQPolygonF(x, y))
        painter.restore()
    else:
        painter.drawPolyline(pg.functions.arrayToQPolygonF(x, y))


def share_of_last(starts: Ints, width: int, tip: int) -> float:
    """Return which share of its `width` steps the last bucket of a record has, above 0, up to 1.

    Parameters
    ----------
    starts : (b,) int64
        First steps of the buckets.
    tip : int
        Steps recorded.
    """
    return min(max(tip - int(starts[-1]), 1), width) / width if len(starts) else 1.0


def trailing_mean(values: Floats, window: int, last_share: float = 1.0) -> Floats:
    """Return the mean of the last `window` (≥ 1) values at each place, (b,) float64.

    Near the start it is the mean of those there are.  Values that are not finite do not count;
    where none of the window does, the mean is NaN.  Where the last value stands for a smaller
    share of steps than others it counts as that, beside the `window` values before it: a mean of
    a few steps would stand out from the others.
    """
    finite = np.isfinite(values)
    # Extended precision: a difference of running sums must not lose small values after large ones.
    sums = np.concatenate([[0], np.cumsum(np.where(finite, values, 0), dtype=np.longdouble)])
    counts = np.concatenate([[0], np.cumsum(finite)])
    last = np.arange(1, len(values) + 1)
    first = np.maximum(last - window, 0)
    n = counts[last] - counts[first]
    with np.errstate(all="ignore"):
        means = (sums[last] - sums[first]) / n
    means = np.where(n > 0, means, np.nan).astype(np.float64)
    if last_share < 1.0 and len(values):
        part = values[-window - 1 :]
        weights = np.append(np.ones(len(part) - 1), last_share)
        good = np.isfinite(part)
        means[-1] = np.average(part[good], weights=weights[good]) if good.any() else np.nan
    return means
