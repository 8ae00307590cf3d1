"""Where the numbers of hidden units find room beside the samples, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from bpviz.network.types import Floats, Ints
from bpviz.ui.core.theme import current_theme

MOST = 24
"""Numbers that are written at most."""

_OFFERED = 4 * MOST
"""Units, the foremost, for whose numbers a free place is looked for."""

_CELL = 4
"""Width in pixels of the squares in which samples are counted."""


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """Where the samples in a plot are, so that thousands of places are looked at in one go.

    Attributes
    ----------
    area : QRect
        Of the plot.
    reach : float
        Pixels from the middle of a sample's mark to its edge.
    sums : (rows + 1, columns + 1) int64
        How many samples there are above and to the left of each corner of the squares.
    """

    area: QRect
    reach: float
    sums: Ints

    @classmethod
    def of(cls, area: QRect, reach: float, x: Floats, y: Floats) -> Crowd:
        """Return the crowd of samples at pixels x, y, (m,) each, none of them out of sight."""
        rows, columns = (max(size, 0) // _CELL + 1 for size in (area.height(), area.width()))
        column = np.clip((x - area.left()) // _CELL, 0, columns - 1).astype(np.int64)
        row = np.clip((y - area.top()) // _CELL, 0, rows - 1).astype(np.int64)
        sums = np.zeros((rows + 1, columns + 1), dtype=np.int64)
        counts = np.bincount(row * columns + column, minlength=rows * columns)
        sums[1:, 1:] = counts.reshape(rows, columns).cumsum(axis=0).cumsum(axis=1)
        return cls(area, reach, sums)

    def free(self, boxes: Floats, taken: Floats) -> NDArray[np.bool_]:
        """Return which boxes, (…, 4), no sample's mark reaches, and none of `taken`, (t, 4)."""
        known = np.asarray(np.isfinite(boxes.sum(axis=-1)))
        edges = np.where(known[..., np.newaxis], boxes, 0.0)
        edges[..., :2] -= self.reach
        edges[..., 2:] += self.reach
        edges -= [self.area.left(), self.area.top()] * 2
        edges //= _CELL
        edges[..., 2:] += 1
        rows, columns = self.sums.shape
        limits = [columns - 1, rows - 1] * 2
        left, top, right, bottom = np.moveaxis(np.clip(edges, 0, limits).astype(np.int64), -1, 0)
        sums = self.sums
        inside = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
        return np.asarray(known & (inside == 0) & ~_overlap(boxes, taken))


def free_places(
    metrics: QFontMetrics,
    units: Sequence[int],
    places: Callable[[list[int], int], Floats],
    crowd: Crowd,
    taken: Floats,
) -> dict[int, QRectF]:
    """Return where units are labelled: on no sample, on nothing of `taken`, and on no other label.

    Parameters
    ----------
    units : sequence of int
        The foremost first; those that find no room are left out.
    places : callable
        Given units and the height of a label, returns (u, c, 2) float64: where the middle of each
        one's label may be, in pixels, the best place first; NaN for none.
    taken : (t, 4) float64
        Boxes.
    """
    offered = list(units[:_OFFERED])
    if not offered:
        return {}
    sizes = [[metrics.horizontalAdvance(str(k)) + 6, metrics.height()] for k in offered]
    half = np.array(sizes)[:, np.newaxis] / 2
    low, high = edges([QRectF(crowd.area)]).reshape(2, 2)
    middle = places(offered, metrics.height())
    middle = np.where((middle >= low) & (middle <= high), middle, np.nan)
    middle = np.clip(middle, low + half + 1, np.maximum(high - half - 1, low + half + 1))
    boxes = np.concatenate([middle - half, middle + half], axis=-1)
    free = crowd.free(boxes, taken)
    found: dict[int, QRectF] = {}
    written = np.empty((MOST, 4))
    for k, wanted, alone in zip(offered, boxes, free, strict=True):
        there = wanted[alone & ~_overlap(wanted, written[: len(found)])]
        if len(there):
            written[len(found)] = there[0]
            left, top, right, bottom = there[0].tolist()
            found[k] = QRectF(left, top, right - left, bottom - top)
            if len(found) == MOST:
                break
    return found


def along_line(height: int) -> Floats:
    """Return how far from an end of its line a label of that height is tried, in pixels."""
    return height * (0.75 + np.arange(12, dtype=np.float64))


def edges(boxes: Sequence[QRectF]) -> Floats:
    """Return boxes as (b, 4) float64: left, top, right, bottom."""
    sides = [(box.left(), box.top(), box.right(), box.bottom()) for box in boxes]
    return np.array(sides, dtype=np.float64).reshape(-1, 4)


def _overlap(boxes: Floats, others: Floats) -> NDArray[np.bool_]:
    """Return which of `boxes`, (…, 4), share a place with any of `others`, (o, 4)."""
    near, far = boxes[..., np.newaxis, :2], boxes[..., np.newaxis, 2:]
    return np.asarray(((near < others[:, 2:]) & (far > others[:, :2])).all(axis=-1).any(axis=-1))


def draw_label(
    painter: QPainter,
    words: str,
    box: QRectF,
    *,
    ink: str,
    ground: str | None = None,
    opaque: bool = False,
) -> None:
    """Write `words` in the middle of a box whose ground shines through unless it is `opaque`."""
    shade = QColor(ground or current_theme().base)
    shade.setAlpha(255 if opaque else 200)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
