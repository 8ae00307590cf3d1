"""How the marks of a timeline look: a shape for each kind, as seen from the last row."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
)

from bpviz.network.types import Ints
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.figure_mode import painting_figure
from bpviz.ui.core.formatting import count, tabular
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_image import picture_of
from bpviz.ui.kit.charts.scale import Scale
from bpviz.ui.panels.timeline.axis import TimeAxis
from bpviz.ui.panels.timeline.marks import Mark, MarkKind, Spot

REACH = 4.5
"""Half the size of a shape, in pixels beside ordinary text."""


def colour_of(mark: Mark, theme: Theme) -> QColor:
    """Return the colour of a mark."""
    if mark.kind is MarkKind.HIT:
        return QColor(theme.warning)
    if mark.kind is MarkKind.FORK:
        return branch_colour(mark.branch, theme)
    return QColor(theme.series[1])


def paint_shape(painter: QPainter, mark: Mark, at: QPointF, reach: float, theme: Theme) -> None:
    """Draw the shape of a mark around a point: each kind has its own, whatever the colour."""
    colour, x, y, r = colour_of(mark, theme), at.x(), at.y(), reach
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match mark.kind:
        case MarkKind.RATE:
            painter.drawPolygon(_polygon((x - r, y - r), (x + r, y - r), (x, y + r)))
        case MarkKind.RULE:
            painter.drawRect(QRectF(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6))
        case MarkKind.WEIGHT:
            painter.drawPolygon(_polygon((x, y - r), (x + r, y), (x, y + r), (x - r, y)))
        case MarkKind.SAMPLE:
            painter.setPen(QPen(colour, r * 0.55))
            painter.drawLines(
                [QLineF(x - r * 0.8, y, x + r * 0.8, y), QLineF(x, y - r * 0.8, x, y + r * 0.8)]
            )
        case MarkKind.HIT:
            painter.setPen(QPen(QColor(theme.window), r * 0.3))
            painter.drawEllipse(at, r, r)
        case MarkKind.FORK:
            painter.setPen(_round_pen(colour, r * 0.45))
            end = x if mark.leaves is not None else x + r
            painter.drawLine(QPointF(x, y - r), QPointF(end, y + r * 0.6))
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(end, y + r * 0.6), r * 0.35, r * 0.35)
        case _:
            painter.setPen(QPen(colour, r * 0.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, r * 0.7, r * 0.7)


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _stamp(mark: Mark, several: bool, reach: float, ratio: float, theme: Theme) -> QPixmap:
    """Return a mark as a small picture, with a bar over it where it stands for several."""
    half = _half(reach)
    pixmap, middle = clear_pixmap(2 * half, ratio), QPointF(half, half)
    with QPainter(pixmap) as painter:
        _paint_face(painter, mark, several, middle, reach, theme)
    return pixmap


def _paint_face(
    painter: QPainter, mark: Mark, several: bool, at: QPointF, reach: float, theme: Theme
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shape(painter, mark, at, reach, theme)
    if several:
        painter.setPen(QPen(colour_of(mark, theme), 1.2))
        top = at.y() - reach - 2
        painter.drawLine(QLineF(at.x() - reach, top, at.x() + reach, top))


def clear_pixmap(side: int, ratio: float = 1.0) -> QPixmap:
    """Return a square without anything on it, on a screen with `ratio` pixels for each."""
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _half(reach: float) -> int:
    return math.ceil(1.5 * reach) + 3


def shape_icon(mark: Mark, theme: Theme, size: int) -> QIcon:
    """Return the shape of a mark as an icon of `size` pixels."""
    pixmap = clear_pixmap(size, 2)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shape(painter, mark, QPointF(size / 2, size / 2), size * 0.3, theme)
    return untinted(pixmap)


def untinted(pixmap: QPixmap) -> QIcon:
    """Return an icon that looks the same in a selected row: its colours mean something."""
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def paint_spots(
    painter: QPainter, spots: Sequence[Spot], axis: TimeAxis, y: float, reach: float, theme: Theme
) -> None:
    """Draw the marks of a row around the height `y`; a bar over those that stand for several.

    Each look is drawn once and then stamped: there may be hundreds of them.
    """
    ratio = painter.device().devicePixelRatioF()
    half = _half(reach)
    stamps: dict[tuple[MarkKind, int, bool, bool], QPixmap] = {}
    for spot in spots:
        mark, several = spot.face(), spot.high - spot.low > 1
        if painting_figure():
            _paint_face(painter, mark, several, QPointF(axis.left + spot.x, y), reach, theme)
            continue
        key = (mark.kind, colour_of(mark, theme).rgb(), mark.leaves is None, several)
        stamp = stamps.get(key)
        if stamp is None:
            stamp = stamps[key] = _stamp(mark, several, reach, ratio, theme)
        painter.drawPixmap(QPointF(axis.left + spot.x - half, y - half), stamp)


def paint_keyframes(
    painter: QPainter, keyframes: Ints, axis: TimeAxis, top: int, theme: Theme
) -> None:
    """Draw a tick for each column of pixels in which a copy of the weights is kept."""
    paint_ticks(painter, keyframes, axis, QRect(0, top, axis.width + 1, 4), QColor(theme.muted))


def found_colour(theme: Theme) -> QColor:
    """Return the colour of the steps that a search has found."""
    return QColor(theme.series[2])


def paint_ticks(
    painter: QPainter, steps: Ints, axis: TimeAxis, room: QRect, colour: QColor
) -> None:
    """Draw a tick for each column of pixels that has some of `steps`, as high as `room`."""
    shown = axis.shown
    low, high = np.searchsorted(steps, (shown.first, shown.last + 1))
    places = axis.left + shown.shares(steps[low:high]) * axis.room
    columns = np.clip(np.rint(places), 0, axis.width).astype(np.int64)
    top, height = room.top(), room.height()
    if painting_figure():
        painter.setPen(colour)
        painter.drawLines([QLineF(x, top, x, top + height) for x in np.unique(columns).tolist()])
        return
    # Hundreds of lines again and again: as a picture of one row, drawn some pixels high.
    row = np.zeros((1, axis.width + 1), dtype=np.uint32)
    row[0, columns] = colour.rgba()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawImage(QRect(0, top, row.size, height), picture_of(row))


def paint_ruler(painter: QPainter, axis: TimeAxis, top: int, font: QFont, theme: Theme) -> None:
    """Write round steps along the line, where the widget is high enough for that."""
    font = tabular(font)
    metrics = QFontMetrics(font)
    widest = metrics.horizontalAdvance(count(axis.shown.last)) + 24
    scale = Scale(
        float(axis.shown.first), float(max(axis.shown.last, axis.shown.first + 1)), whole=True
    )
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    free = 0.0
    for tick in scale.ticks(max(axis.room // widest, 1)):
        x = axis.left + float(scale.place(tick.value)) * axis.room
        width = metrics.horizontalAdvance(tick.label)
        left = min(max(x - width / 2, 0.0), axis.width - width)
        if tick.label and left >= free and axis.left - 0.5 <= x <= axis.right + 0.5:
            painter.drawText(QPointF(left, top + metrics.ascent()), tick.label)
            free = left + width + 8


def paint_overview(
    painter: QPainter, axis: TimeAxis, step: int, tip: int, height: float, theme: Theme
) -> None:
    """Draw the part of the whole run that is shown, as a scroll bar along the upper edge."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.border))
    painter.drawRoundedRect(QRectF(axis.left, 0.5, axis.room, height), height / 2, height / 2)
    left = axis.left + axis.shown.first / max(tip, 1) * axis.room
    width = max(axis.shown.span / max(tip, 1) * axis.room, 12.0)
    painter.setBrush(QColor(theme.muted))
    thumb = QRectF(min(left, axis.right - width), 0.5, width, height)
    painter.drawRoundedRect(thumb, height / 2, height / 2)
    painter.setBrush(QColor(theme.accent))
    painter.drawRect(QRectF(axis.left + step / max(tip, 1) * axis.room - 1, 0.0, 2, height + 1))
