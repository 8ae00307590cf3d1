"""Stroke: a line of pen or eraser as points; and Ink: the grey picture that strokes make."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bpviz.network.types import Floats
from bpviz.quoting import spelled

FINENESS = 448
"""Ink has about so many pixels along the longer side of the canvas: fine enough to look at, and 16
times as fine as a picture of 28 pixels."""

_PIECES = 32
"""A curve is drawn in pieces of a 32nd of the canvas, but each bend in at most 8."""

_DOT = 1e-6
"""Square of the length of a line, in pixels of ink, below which it is a dot."""


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """What the pen draws, or the eraser takes away, between pressing and lifting it.

    Attributes
    ----------
    points : (k, 2) float64
        Where it went, x and y as shares of the canvas's width and height: 0, 0 is the upper left
        corner and 1, 1 the lower right one; beyond them it has left the canvas.  k ≥ 1; copied,
        read-only.
    width : float
        Its thickness as a share of the canvas's longer side, above 0.
    erase : bool
        Whether it takes ink away.

    Raises
    ------
    ValueError
        If the points are not (k, 2) finite numbers with k ≥ 1, or the width is not above 0.
    """

    points: Floats
    width: float
    erase: bool = False

    def __post_init__(self) -> None:
        points = np.array(self.points, dtype=np.float64)
        if points.ndim != 2 or points.shape[1] != 2 or not len(points):
            raise ValueError(f"The points have the shape {points.shape}; it must be (k, 2), k ≥ 1.")
        if not np.isfinite(points).all():
            raise ValueError("A point of a stroke is not a number.")
        if not (math.isfinite(self.width) and self.width > 0):
            raise ValueError(f"The width of a stroke is {spelled(self.width)}; it must be above 0.")
        points.flags.writeable = False
        object.__setattr__(self, "points", points)


class Ink:
    """A grey picture much finer than the field of the inputs: 0 is paper, 1 is ink.

    Parameters
    ----------
    height, width : int
        Of the field; its pixels are squares of `fineness` × `fineness` pixels of ink.

    Attributes
    ----------
    fineness : int
    values : (height · fineness, width · fineness) float32
        Written to while somebody draws.
    """

    def __init__(self, height: int, width: int) -> None:
        self.fineness = max(round(FINENESS / max(height, width)), 1)
        self.values: NDArray[np.float32] = np.zeros(
            (height * self.fineness, width * self.fineness), dtype=np.float32
        )

    def lay(self, picture: Floats | None) -> None:
        """Begin again with a picture of the field, 0 … 1, in squares; None is clean paper."""
        if picture is None:
            self.values.fill(0.0)
            return
        fine = picture.repeat(self.fineness, axis=0).repeat(self.fineness, axis=1)
        self.values[:] = np.clip(fine, 0.0, 1.0)

    def draw(self, stroke: Stroke) -> None:
        """Draw a whole stroke."""
        path = curve(stroke.points)
        if len(path) == 1:
            self.line(path[0], path[0], stroke.width, stroke.erase)
        for start, end in pairwise(path):
            self.line(start, end, stroke.width, stroke.erase)

    def line(self, start: Floats, end: Floats, width: float, erase: bool = False) -> None:
        """Draw a straight line with round ends and smooth edges.

        Ink does not add up where lines cross, so that it makes no difference in which order and
        how often the pieces of a stroke are drawn.

        Parameters
        ----------
        start, end : (2,)
        width, erase
            As of a `Stroke`.
        """
        rows, columns = self.values.shape
        # An eraser is a pixel thicker all round: where it goes along a stroke it leaves no rim.
        radius = width * max(rows, columns) / 2 + erase
        ax, ay = float(start[0]) * columns, float(start[1]) * rows
        bx, by = float(end[0]) * columns, float(end[1]) * rows
        reach = radius + 1.0
        top, bottom = _within(min(ay, by) - reach, max(ay, by) + reach, rows)
        left, right = _within(min(ax, bx) - reach, max(ax, bx) + reach, columns)
        if top >= bottom or left >= right:
            return
        part = self.values[top:bottom, left:right]
        y = np.arange(top, bottom, dtype=np.float32)[:, np.newaxis] + np.float32(0.5 - ay)
        x = np.arange(left, right, dtype=np.float32) + np.float32(0.5 - ax)
        dx, dy = bx - ax, by - ay
        square = dx * dx + dy * dy
        if square > _DOT:  # from each pixel to the nearest point of the line
            along = np.clip((x * np.float32(dx) + y * np.float32(dy)) / np.float32(square), 0, 1)
            x = x - along * np.float32(dx)
            y = y - along * np.float32(dy)
        cover = np.clip(np.float32(radius + 0.5) - np.sqrt(x * x + y * y), 0, 1)
        if erase:
            np.minimum(part, 1 - cover, out=part)
        else:
            np.maximum(part, cover, out=part)


def _within(low: float, high: float, size: int) -> tuple[int, int]:
    """Return first and last + 1 of the pixels between `low` and `high`, at most `size` of them."""
    return int(min(max(low, 0), size)), int(min(max(math.ceil(high), 0), size))


def curve(points: Floats) -> Floats:
    """Return the path of a pen that was seen at `points`: (j, 2), a smooth curve in short lines.

    It begins and ends at the first and the last of them, goes through the middle between any two
    others that follow one another, and bends towards each.
    """
    if len(points) < 3:
        return points
    parts = [points[:1]]
    for i in range(1, len(points) - 1):  # each begins where the one before it ended
        parts.append(bend(*points[i - 1 : i + 2])[i > 1 :])
    parts.append(points[-1:])
    return np.concatenate(parts)


def bend(before: Floats, point: Floats, after: Floats) -> Floats:
    """Return the curve at `point`, (j, 2), from the middle before it to the middle after it."""
    start, end = (before + point) / 2, (point + after) / 2
    length = float(np.abs(after - before).sum() + np.abs(point - before).sum()) / 2
    pieces = min(int(length * _PIECES) + 1, 8)
    t = np.linspace(0.0, 1.0, pieces + 1)[:, np.newaxis]
    path: Floats = (1 - t) ** 2 * start + 2 * t * (1 - t) * point + t**2 * end
    return path
