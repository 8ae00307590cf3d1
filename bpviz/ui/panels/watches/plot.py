"""WatchPlot: the curve of a watch along the steps, as far as it is known."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats, Ints
from bpviz.training.search_results import WatchCurves
from bpviz.ui.core.formatting import count, exact
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.charts.history_plot import (
    BAND_ALPHA,
    Points,
    paint_points,
    paint_position,
    through_buckets,
)
from bpviz.ui.kit.charts.raster import paint_band, paint_thick
from bpviz.ui.kit.charts.scale import Scale, around, fitted
from bpviz.ui.kit.charts.step_chart import StepChart
from bpviz.ui.kit.controls.export_menu import tab_separated

_REACH = 40
"""Pixels from the mouse within which a value is read out."""


class WatchPlot(StepChart):
    """What was published while the run went on as points; what was replayed as an exact line.

    Attributes
    ----------
    steps, values : (k,) int64 and float64
        What was published, by rising step.
    curves : WatchCurves or None
        What was replayed.
    row : int
        Which of its watches is drawn.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.steps: Ints = np.empty(0, dtype=np.int64)
        self.values: Floats = np.empty(0)
        self.curves: WatchCurves | None = None
        self.row = 0
        super().__init__(parent)
        self.fit()

    def show_curve(
        self,
        points: tuple[Ints, Floats],
        curves: WatchCurves | None,
        row: int,
        place: tuple[int, int],
        message: str,
    ) -> None:
        """Draw a watch; the run stands at the first of `place`, its branch ends at the second."""
        steps, values = points
        if curves is not None:  # they say more about where they are
            outside = (steps < curves.first) | (steps > curves.last)
            steps, values = steps[outside], values[outside]
        self.steps, self.values, self.curves, self.row = steps, values, curves, row
        (self.step, self.tip), self.message = place, message
        self.fit()
        self.update()

    def fit_values(self) -> None:
        """Fit the upright axis to what is in sight."""
        low, high = self.x_scale.low, self.x_scale.high
        inside = (self.steps >= low) & (self.steps <= high)
        seen = [self.values[inside]]
        if self.curves is not None:
            there = (self.curves.steps + self.curves.width > low) & (self.curves.steps <= high)
            seen += [self.curves.low[self.row, there], self.curves.high[self.row, there]]
        values = np.concatenate(seen)
        values = values[np.isfinite(values)]
        if self.log_y:
            self.y_scale = fitted(values, log=True)
        elif len(values):
            self.y_scale = around(float(values.min()), float(values.max()))
        else:
            self.y_scale = Scale(0.0, 1.0)

    @property
    def can_be_log(self) -> bool:
        """Whether all values are above 0."""
        parts = [self.values]
        if self.curves is not None:
            parts.append(self.curves.low[self.row])
        values = np.concatenate(parts)
        values = values[np.isfinite(values)]
        return bool(len(values)) and bool(values.min() > 0)

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw band, line and points, and where the run stands."""
        colour = QColor(current_theme().series[0])
        curves = self.curves
        if curves is not None:
            starts, end = curves.steps, curves.last + 1
            if curves.width > 1:
                left = self.px(starts - 0.5)
                right = self.px(np.minimum(starts + curves.width, end) - 0.5)
                edges = left, right, self.py(curves.high[self.row]), self.py(curves.low[self.row])
                shade, ratio = faint(colour, 2 * BAND_ALPHA), self.devicePixelRatioF()
                paint_band(painter, area, shade, edges, ratio)
            painter.setPen(colour)
            y = self.py(curves.end[self.row])
            x, y = through_buckets(self, starts, curves.width, end, y)
            paint_thick(painter, x, y, self.thickness())
        if len(self.steps):
            paint_points(painter, self, Points(self.steps, self.values, 0))
        paint_position(painter, self, self.step, self.tip)
        self.paint_choice(painter, area)

    def readout(self) -> list[str]:
        """Read off what is known nearest to the mouse."""
        if self.hover is None:
            return []
        at = self.x_value(self.hover.x())
        curves = self.curves
        if curves is not None and curves.first - 0.5 <= at <= curves.last + 0.5:
            i = min(int((at - curves.first + 0.5) // curves.width), len(curves.steps) - 1)
            first = int(curves.steps[i])
            last = min(first + curves.width, curves.last + 1) - 1
            low, high = float(curves.low[self.row, i]), float(curves.high[self.row, i])
            if first == last:
                return [self.tr("step {step}").format(step=count(first)), exact(low)]
            words = self.tr("steps {first} to {last}")
            return [
                words.format(first=count(first), last=count(last)),
                self.tr("{low} to {high}").format(low=exact(low), high=exact(high)),
            ]
        if not len(self.steps):
            return []
        apart = np.abs(self.px(self.steps) - self.hover.x())
        i = int(np.argmin(apart))
        if apart[i] > _REACH:
            return []
        step = self.tr("step {step}").format(step=count(int(self.steps[i])))
        return [step, exact(float(self.values[i]))]

    def values_text(self) -> str:
        """Return what is drawn as a table."""
        rows: list[list[object]] = [["step", "to step", "least", "largest", "last"]]
        curves = self.curves
        if curves is not None:
            for i, step in enumerate(curves.steps.tolist()):
                last = min(step + curves.width - 1, curves.last)
                sides = (each[self.row, i] for each in (curves.low, curves.high, curves.end))
                rows.append([step, last, *map(float, sides)])
        for step, value in zip(self.steps.tolist(), self.values.tolist(), strict=True):
            rows.append([step, step, value, value, value])
        rows[1:] = sorted(rows[1:], key=lambda row: int(str(row[0])))
        return tab_separated(rows) + "\n"
