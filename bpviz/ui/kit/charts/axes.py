"""The axes around a plot: lines, ticks, grid and titles."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEngine, QPainter, QStaticText

from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.charts.colour_bar import paint_bar
from bpviz.ui.kit.charts.colour_image import Colours
from bpviz.ui.kit.charts.scale import Scale, Tick, n_labels

TICK = 4
"""Length of a tick in pixels."""

BAR, BAR_GAP = 12, 8
"""Width of a bar of colours, and how far it stands from the data, in pixels."""


class Plot(Protocol):
    """What axes stand around; `right_scale` is None where there is none, titles are rich text.

    Attributes
    ----------
    bar : (k,) uint32 or None
        Colours from the lower to the upper end of the right axis, between it and the data.
    """

    x_scale: Scale
    y_scale: Scale
    right_scale: Scale | None
    bar: Colours | None
    x_title: str
    y_title: str
    right_title: str

    def area(self) -> QRect:
        """Return the rectangle of the data in pixels."""

    def size(self) -> QSize:
        """Return the size of the whole."""

    def x_ticks(self, most: int) -> list[Tick]:
        """Return the ticks of the bottom axis, at most `most` with a label."""


def paint_sides(painter: QPainter, chart: Plot) -> None:
    """Draw what does not depend on the bottom axis around the data of `chart`."""
    area, size, theme = chart.area(), chart.size(), current_theme()
    bottom = area.top() + area.height()
    _paint_y(painter, area, chart.y_scale, size.width(), at_right=False)
    painter.setPen(QColor(theme.border))
    painter.drawLine(area.left(), bottom, area.left() + area.width(), bottom)
    painter.drawLine(area.left(), area.top(), area.left(), bottom)
    height = QFontMetrics(painter.font()).height()
    middle = area.top() + area.height() / 2
    if chart.right_scale is not None:
        right = area.left() + area.width()
        if chart.bar is not None:
            bar = QRectF(right + BAR_GAP + 0.5, area.top() + 0.5, BAR, area.height())
            paint_bar(painter, bar, chart.bar, theme.border)
            right += BAR_GAP + BAR
            area = area.adjusted(0, 0, BAR_GAP + BAR, 0)
        _paint_y(painter, area, chart.right_scale, size.width(), at_right=True)
        painter.setPen(QColor(theme.border))
        painter.drawLine(right, area.top(), right, bottom)
        painter.setPen(QColor(theme.text))
        beside = QPointF(size.width() - height / 2 - 2, middle)
        _paint_title(painter, chart.right_title, beside, -90, size.height())
    painter.setPen(QColor(theme.text))
    below = QPointF(area.left() + area.width() / 2, size.height() - height / 2 - 1)
    _paint_title(painter, chart.x_title, below, 0, size.width())
    _paint_title(painter, chart.y_title, QPointF(height / 2 + 1, middle), -90, size.height())


def _grid(*, labelled: bool) -> QColor:
    return faint(current_theme().border, 90 if labelled else 35)


def placed_below(chart: Plot, metrics: QFontMetrics) -> list[tuple[int, Tick, int]]:
    """Return the ticks of the bottom axis that are in sight.

    Returns
    -------
    list of (int, Tick, int)
        The pixel, the tick, and the pixel at which its label begins, if it has one.
    """
    area, ticks = chart.area(), bottom_ticks(chart, metrics)
    placed = []
    for tick, place in zip(ticks, _places(chart.x_scale, ticks), strict=True):
        x, width = round(area.left() + place * area.width()), metrics.horizontalAdvance(tick.label)
        last = chart.size().width() - width - 2
        placed.append((x, tick, min(max(x - width // 2, 0), last)))
    return placed


def paint_bottom(painter: QPainter, chart: Plot) -> None:
    """Draw the ticks of the bottom axis, their labels and their grid."""
    area, theme = chart.area(), current_theme()
    metrics = QFontMetrics(painter.font())
    bottom = area.top() + area.height()
    for x, tick, start in placed_below(chart, metrics):
        painter.setPen(_grid(labelled=bool(tick.label)))
        painter.drawLine(x, area.top(), x, bottom)
        painter.setPen(QColor(theme.border))
        painter.drawLine(x, bottom, x, bottom + (TICK if tick.label else TICK // 2))
        if tick.label:
            painter.setPen(QColor(theme.muted))
            painter.drawText(start, bottom + TICK + metrics.ascent() + 1, tick.label)


def bottom_ticks(chart: Plot, metrics: QFontMetrics) -> list[Tick]:
    """Return the ticks of the bottom axis within its data, with labels that do not touch.

    There are at least three labels wherever that many find room.
    """
    area = chart.area()
    room = area.width()
    some = [metrics.horizontalAdvance(tick.label) for tick in chart.x_ticks(4)]
    widest = max(some, default=0) + 10

    def apart(most: int) -> list[Tick]:
        ticks, found = chart.x_ticks(most), []
        free = -1.0 - area.left()
        for tick, place in zip(ticks, _places(chart.x_scale, ticks), strict=True):
            if not -0.001 <= place <= 1.001:
                continue
            half = metrics.horizontalAdvance(tick.label) // 2
            if tick.label and place * room - half <= free:
                tick = Tick(tick.value, "")
            elif tick.label:
                free = place * room + half + 6
            found.append(tick)
        return found

    return _at_least_three(apart, max(2, room // (widest + metrics.height())), room // widest + 1)


def _places(scale: Scale, ticks: list[Tick]) -> list[float]:
    places: list[float] = scale.place([tick.value for tick in ticks]).tolist()
    return places


def upright_ticks(scale: Scale, lines: int) -> list[Tick]:
    """Return the ticks of an axis that is so many lines of text high.

    There are at least three labels wherever that many find room, as one alone says nothing of the
    scale.
    """
    most = max(2, min(lines // 2, max(7, lines // 4)))
    return _at_least_three(
        lambda most: _spaced(scale.ticks(most), scale, lines),
        most,
        2 * lines if lines > 2 else most,
    )


def _at_least_three(ticks: Callable[[int], list[Tick]], most: int, room: int) -> list[Tick]:
    """Return the first of ``ticks(most) … ticks(room)`` with three labels, or that with most."""
    best = ticks(most)
    for more in range(most + 1, room + 1):
        if n_labels(best) >= 3:
            break
        best = max(best, ticks(more), key=n_labels)
    return best


def _spaced(ticks: list[Tick], scale: Scale, lines: int) -> list[Tick]:
    """Return `ticks` without the labels that would touch one below them."""
    free, spaced = -math.inf, []
    for tick in ticks:
        height = float(scale.place(tick.value)) * lines
        if tick.label and height < free:
            tick = Tick(tick.value, "")
        elif tick.label:
            free = height + 0.9
        spaced.append(tick)
    return spaced


def _paint_y(
    painter: QPainter, area: QRect, scale: Scale, chart_width: int, *, at_right: bool
) -> None:
    theme = current_theme()
    metrics = QFontMetrics(painter.font())
    bottom, right = area.top() + area.height(), area.left() + area.width()
    lines = area.height() // metrics.height()
    # The title stands at the outer edge of the chart.
    outside = chart_width - right if at_right else area.left()
    room = outside - TICK - 3 - metrics.height()
    for tick in upright_ticks(scale, lines):
        y = round(bottom - float(scale.place(tick.value)) * area.height())
        if not area.top() - 1 <= y <= bottom + 1:
            continue
        length = TICK if tick.label else TICK // 2
        if tick.label and not at_right:
            painter.setPen(_grid(labelled=True))
            painter.drawLine(area.left(), y, right, y)
        painter.setPen(QColor(theme.border))
        if at_right:
            painter.drawLine(right, y, right + length, y)
        else:
            painter.drawLine(area.left() - length, y, area.left(), y)
        painter.setPen(QColor(theme.muted))
        paint_number(painter, tick.label, area, y, room, at_right=at_right)


def paint_number(
    painter: QPainter, words: str, area: QRect, y: int, room: int, *, at_right: bool
) -> None:
    """Write a number beside the data, all of it, smaller where it has no room in full size."""
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(words)
    factor = min(room / width, 1.0) if width else 1.0
    edge = area.left() + area.width() + TICK + 3 if at_right else area.left() - TICK - 3
    painter.save()
    painter.translate(edge if at_right else edge - factor * width, y)
    painter.scale(factor, factor)
    painter.drawText(0, metrics.capHeight() // 2, words)
    painter.restore()


def _paint_title(painter: QPainter, title: str, centre: QPointF, angle: int, length: float) -> None:
    """Draw a title along a side of the widget that is `length` long, nothing of it outside."""
    font = QFont(painter.font())
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # it is for upright text
    # Turned, the lines of ‖ run along the pixels, and are one grey block in small text.
    in_pixels = painter.paintEngine().type() is QPaintEngine.Type.Raster
    text = QStaticText(title.replace("‖", "||") if angle and in_pixels else title)
    text.setTextFormat(Qt.TextFormat.AutoText)
    text.prepare(font=font)
    size = text.size()
    factor = min(length / size.width(), 1.0) if size.width() else 1.0
    half = factor * size.width() / 2
    along = centre.y() if angle else centre.x()
    along = min(max(along, half), length - half)
    painter.save()
    painter.setFont(font)
    painter.translate(QPointF(centre.x(), along) if angle else QPointF(along, centre.y()))
    painter.rotate(angle)
    painter.scale(factor, factor)
    painter.drawStaticText(QPointF(-size.width() / 2, -size.height() / 2), text)
    painter.restore()
