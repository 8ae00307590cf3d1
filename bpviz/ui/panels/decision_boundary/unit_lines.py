"""UnitLines: where each hidden unit of a network crosses its middle, as lines on the plane."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from bpviz.network.types import Floats
from bpviz.network.weights import Network
from bpviz.ui.core.theme import Theme, current_theme
from bpviz.ui.panels.decision_boundary.map_chart import MapChart
from bpviz.ui.panels.decision_boundary.scene import PlaneInputs

MOST = 24
"""Lines that are labelled at most."""


def draw_unit_labels(
    painter: QPainter,
    area: QRectF,
    theme: Theme,
    places: Iterable[tuple[int, list[QPointF]]],
    selected: int | None,
    hovered: int | None,
) -> None:
    """Write k at the first place of each unit k that is free; earlier units come first.

    Parameters
    ----------
    places : iterable of (int, list of QPointF)
        A unit, and where the middle of its number may be.
    """
    metrics = QFontMetricsF(painter.font())
    taken: list[QRectF] = []
    for k, wanted in places:
        if len(taken) == MOST:
            return
        for at in wanted:
            box = QRectF(0, 0, metrics.horizontalAdvance(str(k)) + 6, metrics.height())
            box.moveCenter(at)
            box = _inside(box, area)
            if any(box.intersects(other) for other in taken):
                continue
            taken.append(box)
            _draw(painter, theme, str(k), box, selected=k == selected, hovered=k == hovered)
            break


def _draw(
    painter: QPainter, theme: Theme, words: str, box: QRectF, *, selected: bool, hovered: bool
) -> None:
    ground = QColor(theme.accent if selected else theme.base)
    ground.setAlpha(255 if selected or hovered else 190)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor(theme.accent_text if selected else theme.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _inside(box: QRectF, area: QRectF) -> QRectF:
    """Return `box`, moved into `area`."""
    moved = QRectF(box)
    moved.moveLeft(min(max(box.left(), area.left() + 1), area.right() - box.width() - 1))
    moved.moveTop(min(max(box.top(), area.top() + 1), area.bottom() - box.height() - 1))
    return moved


REACH = 4.0
"""Pixels from a line within which a click means it."""

_FAINTEST = 0.02
"""Lines of units that weigh less, as a share of the heaviest, are not drawn."""

_HEAVY = 0.5
"""Units that weigh more have a line twice as thick: thicker than a pixel is slow to draw."""

_THIN = 48
"""With more units than this every line is one pixel wide and has no mark."""

_TICK = 7.0
"""Length in pixels of the mark at the side where a unit is above its middle."""


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """The lines in pixels.

    Attributes
    ----------
    normals : (l, 3) float64
        (a, b, c) with a·x + b·y + c = 0 on the line, above 0 where z1 is, and a² + b² = 1; NaN
        where a unit has none.
    ends : (l, 4) float64
        x, y of both ends in sight; NaN where nothing is.
    weights : (l,) float64
        How much each unit weighs, 0 … 1 for the heaviest.
    """

    normals: Floats
    ends: Floats
    weights: Floats


def unit_lines(
    net: Network, inputs: PlaneInputs, chart: MapChart, output: int | None, off: tuple[int, ...]
) -> Lines:
    """Return the lines w_k·x = 0 of all hidden units.

    Parameters
    ----------
    output : int or None
        Weigh units by |W2[output, k]|; None takes ‖W2[:, k]‖.
    off : tuple of int
        Units that have no line.
    """
    area = chart.area()
    middle = QRectF(area).center()
    ux, uy = chart.unit
    first, second = inputs.axes
    with np.errstate(all="ignore"):
        a, b = net.W1[:, first] * ux, -net.W1[:, second] * uy
        at = inputs.at(chart.x_value(middle.x()), chart.y_value(middle.y()))
        c = net.W1 @ at  # z1 in the middle of the plot
        length = np.hypot(a, b)
        a, b, c = a / length, b / length, c / length
        ends = _clipped(a, b, c, area.width() / 2, area.height() / 2)
        ends += np.array([middle.x(), middle.y()] * 2)
        normals = np.stack([a, b, c - a * middle.x() - b * middle.y()], axis=1)
        weights = np.abs(net.W2[output]) if output is not None else np.sqrt((net.W2**2).sum(axis=0))
    bad = ~(np.isfinite(normals).all(axis=1) & np.isfinite(weights))
    bad[[k for k in off if k < len(bad)]] = True
    normals[bad], ends[bad], weights[bad] = np.nan, np.nan, 0.0
    heaviest = float(weights.max(initial=0.0))
    return Lines(normals, ends, weights / heaviest if heaviest > 0 else weights)


def _clipped(a: Floats, b: Floats, c: Floats, wide: float, high: float) -> Floats:
    """Return the parts within ±wide, ±high of lines with unit normals, (l, 4), else NaN."""
    x, y = -a * c, -b * c  # the point nearest to the origin; the direction is (−b, a)
    low = np.full(len(a), -np.inf)
    top = np.full(len(a), np.inf)
    for at, way, reach in ((x, -b, wide), (y, a, high)):
        flat = np.abs(way) < 1e-12
        one, other = (-reach - at) / way, (reach - at) / way
        inside = np.abs(at) <= reach
        low = np.maximum(
            low, np.where(flat, np.where(inside, -np.inf, np.inf), np.minimum(one, other))
        )
        top = np.minimum(
            top, np.where(flat, np.where(inside, np.inf, -np.inf), np.maximum(one, other))
        )
    ends = np.stack([x - b * low, y + a * low, x - b * top, y + a * top], axis=1)
    ends[~(low < top)] = np.nan
    return ends


class UnitLinePainter:
    """Draws the lines, and finds the one under the mouse."""

    def __init__(self) -> None:
        self.lines: Lines | None = None

    def nearest(self, pixel: QPointF) -> int | None:
        """Return the unit whose line is nearest to a pixel and within reach, else None."""
        lines = self.lines
        if lines is None or not len(lines.normals):
            return None
        distance = np.abs(lines.normals @ np.array([pixel.x(), pixel.y(), 1.0]))
        distance[np.isnan(lines.ends[:, 0]) | ~(lines.weights > _FAINTEST)] = np.inf
        best = int(np.argmin(distance))
        return best if distance[best] <= REACH else None

    def paint(
        self, painter: QPainter, chart: MapChart, selected: int | None, hovered: int | None
    ) -> None:
        """Draw the lines, the chosen and the pointed one above the others."""
        lines = self.lines
        if lines is None:
            return
        order = self._order(lines)
        thick = chart.thickness()
        thin = len(lines.weights) > _THIN
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(current_theme().text)
        for k in order.tolist():
            weight = float(lines.weights[k])
            colour.setAlpha(round(30 + 140 * weight))
            painter.setPen(QPen(colour, thick * (2 if weight > _HEAVY and not thin else 1)))
            painter.drawLine(_line(lines, k))
            if not thin:
                painter.drawLine(_mark(lines, k, thick))
        for unit, ink, width in (
            (hovered, current_theme().text, 2.5),
            (selected, current_theme().accent, 3.0),
        ):
            if unit is not None and unit < len(lines.ends) and not np.isnan(lines.ends[unit, 0]):
                for shade, wide in ((current_theme().base, width + 2), (ink, width)):
                    painter.setPen(QPen(QColor(shade), thick * wide))
                    painter.drawLine(_line(lines, unit))

    def paint_labels(
        self, painter: QPainter, chart: MapChart, selected: int | None, hovered: int | None
    ) -> None:
        """Write k at an end of each line, the chosen and the heaviest ones first."""
        lines = self.lines
        if lines is None:
            return
        order = self._order(lines)[::-1].tolist()
        first = [k for k in (selected, hovered) if k in order]
        height = painter.fontMetrics().height()
        places = (
            (k, _label_places(lines, k, height))
            for k in [*dict.fromkeys(first), *(k for k in order if k not in first)]
        )
        area = QRectF(chart.area())
        draw_unit_labels(painter, area, current_theme(), places, selected, hovered)

    @staticmethod
    def _order(lines: Lines) -> NDArray[np.int64]:
        """Return the units whose lines are drawn, by rising weight."""
        there = np.flatnonzero(~np.isnan(lines.ends[:, 0]) & (lines.weights > _FAINTEST))
        return there[np.argsort(lines.weights[there])]


def _line(lines: Lines, k: int) -> QLineF:
    return QLineF(*lines.ends[k].tolist())


def _mark(lines: Lines, k: int, thick: int) -> QLineF:
    """Return the mark in the middle of a line, at the side where z1 is above 0."""
    foot, (a, b, _) = _line(lines, k).pointAt(0.5), lines.normals[k].tolist()
    return QLineF(foot, foot + QPointF(a, b) * (_TICK * thick))


def _label_places(lines: Lines, k: int, inset: int) -> list[QPointF]:
    """Return where the number of a line may stand: near either end, a little inside."""
    line = _line(lines, k)
    length = max(line.length(), 1e-9)
    share = min(inset / length, 0.5)
    return [line.pointAt(1 - share), line.pointAt(share), line.pointAt(1 - min(3 * share, 0.5))]
