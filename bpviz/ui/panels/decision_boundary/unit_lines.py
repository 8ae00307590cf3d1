"""Where each hidden unit of a network crosses its middle, as lines on the plane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from bpviz.network.types import Floats, Ints
from bpviz.ui.core.theme import current_theme
from bpviz.ui.panels.decision_boundary.input_plot import InputPlot
from bpviz.ui.panels.decision_boundary.scene import PlotInputs
from bpviz.ui.panels.decision_boundary.unit_labels import along_line

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
    drawn : (u,) int64
        The units whose lines are drawn, by rising weight.
    """

    normals: Floats
    ends: Floats
    weights: Floats
    drawn: Ints

    @classmethod
    def of(cls, scene: PlotInputs, plot: InputPlot) -> Lines:
        """Return the lines w_k·x = 0 of all hidden units but those that are switched off.

        A unit weighs |W2[j, k]| where output j is shown, else ‖W2[:, k]‖.
        """
        net, inputs, output, area = scene.net, scene.inputs, scene.output, plot.area()
        middle = QRectF(area).center()
        ux, uy = plot.unit
        first, second = inputs.axes
        with np.errstate(all="ignore"):
            a, b = net.W1[:, first] * ux, -net.W1[:, second] * uy
            c = net.W1 @ inputs.at(plot.values_at(middle))  # z1 in the middle of the plot
            length = np.hypot(a, b)
            a, b, c = a / length, b / length, c / length
            ends = _clipped(a, b, c, area.width() / 2, area.height() / 2)
            ends += np.array([middle.x(), middle.y()] * 2)
            normals = np.stack([a, b, c - a * middle.x() - b * middle.y()], axis=1)
            weights = np.sqrt((net.W2**2).sum(axis=0)) if output is None else np.abs(net.W2[output])
        bad = ~(np.isfinite(normals).all(axis=1) & np.isfinite(weights))
        bad[list(scene.off)] = True
        normals[bad], ends[bad], weights[bad] = np.nan, np.nan, 0.0
        heaviest = float(weights.max(initial=0.0))
        weights = weights / heaviest if heaviest > 0 else weights
        drawn = np.flatnonzero(~np.isnan(ends[:, 0]) & (weights > _FAINTEST))
        return cls(normals, ends, weights, drawn[np.argsort(weights[drawn])])

    def line(self, k: int) -> QLineF:
        """Return the line of unit k."""
        return QLineF(*self.ends[k].tolist())

    def nearest(self, pixel: QPointF) -> int | None:
        """Return the unit whose line is nearest to a pixel and within reach, else None."""
        distance = np.abs(self.normals[self.drawn] @ np.array([pixel.x(), pixel.y(), 1.0]))
        if not len(distance) or distance.min() > REACH:
            return None
        return int(self.drawn[distance.argmin()])

    def paint(
        self, painter: QPainter, thick: int, selected: int | None, hovered: int | None
    ) -> None:
        """Draw the lines, the chosen and the pointed one above the others."""
        thin = len(self.weights) > _THIN
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(current_theme().text)
        for k in self.drawn.tolist():
            weight, line = float(self.weights[k]), self.line(k)
            colour.setAlpha(round(30 + 140 * weight))
            painter.setPen(QPen(colour, thick * (2 if weight > _HEAVY and not thin else 1)))
            painter.drawLine(line)
            if not thin:  # a mark in the middle, at the side where z1 is above 0
                foot, (a, b, _) = line.pointAt(0.5), self.normals[k].tolist()
                painter.drawLine(foot, foot + QPointF(a, b) * (_TICK * thick))
        for unit, ink, width in (
            (hovered, current_theme().text, 2.5),
            (selected, current_theme().accent, 3.0),
        ):
            if unit is not None and unit < len(self.ends) and not np.isnan(self.ends[unit, 0]):
                for shade, wide in ((current_theme().base, width + 2), (ink, width)):
                    painter.setPen(QPen(QColor(shade), thick * wide))
                    painter.drawLine(self.line(unit))

    def label_places(self, units: list[int], height: int) -> Floats:
        """Return where the numbers of units may stand, (u, c, 2): from both ends on, in turn."""
        ends = self.ends[units].reshape(-1, 2, 2)
        way = ends[:, 1] - ends[:, 0]
        length = np.hypot(way[:, 0], way[:, 1])[:, np.newaxis]
        along = along_line(height)
        along = np.where(along <= length / 2, along, np.nan)[:, :, np.newaxis]
        steps = along * (way / length)[:, np.newaxis]
        both = np.stack([ends[:, np.newaxis, 1] - steps, ends[:, np.newaxis, 0] + steps], axis=2)
        return both.reshape(len(units), -1, 2)


def _clipped(a: Floats, b: Floats, c: Floats, wide: float, high: float) -> Floats:
    """Return the parts within ±wide, ±high of lines with unit normals, (l, 4), else NaN."""
    x, y = -a * c, -b * c  # the point nearest to the origin; the direction is (−b, a)
    low = np.full(len(a), -np.inf)
    top = np.full(len(a), np.inf)
    for at, way, reach in ((x, -b, wide), (y, a, high)):
        one, other = (-reach - at) / way, (reach - at) / way
        # A line along the edges is between them everywhere or nowhere.
        never = np.where(np.abs(at) <= reach, -np.inf, np.inf)
        flat = np.abs(way) < 1e-12
        low = np.maximum(low, np.where(flat, never, np.minimum(one, other)))
        top = np.minimum(top, np.where(flat, -never, np.maximum(one, other)))
    ends = np.stack([x - b * low, y + a * low, x - b * top, y + a * top], axis=1)
    ends[~(low < top)] = np.nan
    return ends
