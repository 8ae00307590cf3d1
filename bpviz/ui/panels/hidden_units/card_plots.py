"""The small pictures on the card of a hidden unit: weights in colours, weights as bars, a
histogram."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from bpviz.network.types import Floats, Ints
from bpviz.ui.core.theme import Theme


class Glyphs:
    """Colours of one theme, ready to use."""

    def __init__(self, theme: Theme) -> None:
        table = theme.signed.getLookupTable(0.0, 1.0, 256)[:, :3].astype(np.uint32)
        packed = 0xFF << 24 | table[:, 0] << 16 | table[:, 1] << 8 | table[:, 2]
        # Behind the colours: what is not finite, and what there is no entry for.
        others = [QColor(colour).rgba() for colour in (theme.warning, theme.raised)]
        self._table = np.append(packed, np.array(others, dtype=np.uint32))
        # Bars need colours that are seen against the ground, whatever their size.
        self.negative = QColor(*table[32 if not theme.dark else 24].tolist())
        self.positive = QColor(*table[223 if not theme.dark else 231].tolist())
        self.bad = QColor(theme.warning)
        self.line = QColor(theme.border)

    def pictures(self, vectors: Floats, shape: tuple[int, int], limit: float) -> QImage:
        """Draw each row of `vectors` (v, c) as a picture of `shape`, below one another.

        Colours go from −limit to +limit.  Entries beyond height · width are left out; where there
        are fewer, the rest has the colour of the ground.
        """
        height, width = shape
        count, entries = len(vectors), min(vectors.shape[1], height * width)
        index = np.full((count, height * width), 257, dtype=np.intp)
        with np.errstate(all="ignore"):
            places = vectors[:, :entries] * (127.5 / limit) + 128.0
            good = np.isfinite(vectors[:, :entries])
            np.clip(places, 0.0, 255.0, out=places)
            index[:, :entries] = np.where(good, places, 256.0)
        pixels = self._table[index]
        return QImage(
            pixels.tobytes(), width, count * height, 4 * width, QImage.Format.Format_RGB32
        ).copy()  # QImage does not keep the bytes alive

    def bars(self, painter: QPainter, room: QRect, values: Floats, limit: float) -> None:
        """Draw bars up and down from a line in the middle of `room`; its edges are ±limit."""
        half = (room.height() - 1) / 2
        middle = room.top() + room.height() // 2
        step = room.width() / max(len(values), 1)
        bar = step - 1 if step >= 3 else step
        for i, value in enumerate(values.tolist()):
            left = round(room.left() + i * step)
            width = max(round(room.left() + i * step + bar) - left, 1)
            if not math.isfinite(value):
                painter.fillRect(left, room.top(), width, room.height(), self.bad)
                continue
            size = min(abs(value) / limit, 1.0) * half
            height = max(round(size), 1) if value else 0
            top = middle - height if value > 0 else middle + 1
            painter.fillRect(
                left, top, width, height, self.positive if value > 0 else self.negative
            )
        painter.fillRect(room.left(), middle, room.width(), 1, self.line)


def paint_histogram(painter: QPainter, room: QRect, counts: Ints, colour: QColor) -> None:
    """Fill a histogram of `counts` (b,), its highest bin as high as `room`."""
    top = int(counts.max(initial=0))
    if not top:
        return
    heights = counts / top * room.height()
    # A bin that holds anything is seen.
    heights = np.where(counts > 0, np.maximum(heights, 1.0), 0.0)
    edges = room.left() + np.arange(len(counts) + 1) / len(counts) * room.width()
    base = room.bottom() + 1.0
    points = [QPointF(room.left(), base)]
    for left, right, height in zip(edges[:-1], edges[1:], heights, strict=True):
        points += [QPointF(left, base - height), QPointF(right, base - height)]
    points.append(QPointF(room.right() + 1.0, base))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(points))


def paint_labels(painter: QPainter, below: QRect, names: Sequence[str], count: int) -> None:
    """Write below `count` bars what they are called, or their numbers; nothing where it is narrow.

    `below` is a line of text as wide as the bars.
    """
    metrics, step = painter.fontMetrics(), below.width() / max(count, 1)
    numbers = [str(i) for i in range(count)]
    for words in (names, numbers):
        if len(words) == count and all(metrics.horizontalAdvance(word) < step for word in words):
            for i, word in enumerate(words):
                place = QRectF(below.left() + i * step, below.top(), step, below.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)
            return
