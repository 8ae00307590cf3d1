"""WatchPlot: the curve of a watch along the steps, as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats, Ints
from bpviz.training.search_results import WatchCurves
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import count, exact, number, shortened
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.charts.chart import Paint
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

NAMED = 3
"""Other branches, the newest, that are named and drawn in their colours, which repeat; those before
them are grey."""


@dataclass(frozen=True, eq=False)
class OtherBranch:
    """What is known of a watch on another branch than the one at hand, from its fork on.

    Attributes
    ----------
    number : int
    name : str
    steps, values : (k,) int64 and float64
        What was published, by rising step.
    curves : WatchCurves or None
        What was replayed.
    row : int
        Which of its watches is meant.
    """

    number: int
    name: str
    steps: Ints
    values: Floats
    curves: WatchCurves | None = None
    row: int = 0

    @cached_property
    def known(self) -> tuple[Ints, Floats]:
        """The steps of which the value is known, rising, and the values, each (e,).

        Of a bucket of what was replayed that is its last step.
        """
        steps, values, curves = self.steps, self.values, self.curves
        if curves is None:
            return steps, values
        last = np.minimum(curves.steps + curves.width - 1, curves.last)
        steps = np.concatenate([steps, last])
        values = np.concatenate([values, curves.end[self.row]])
        order = np.argsort(steps, kind="stable")
        return steps[order], values[order]


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
    others : tuple of OtherBranch
        The other branches, behind this one, the newest first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.steps: Ints = np.empty(0, dtype=np.int64)
        self.values: Floats = np.empty(0)
        self.curves: WatchCurves | None = None
        self.row = 0
        self.others: tuple[OtherBranch, ...] = ()
        super().__init__(parent)
        self.fit()

    def show_curve(
        self,
        points: tuple[Ints, Floats],
        curves: WatchCurves | None,
        row: int,
        place: tuple[int, int],
        message: str,
        others: tuple[OtherBranch, ...] = (),
    ) -> None:
        """Draw a watch; the run stands at the first of `place`, its branch ends at the second."""
        self.steps, self.values = beside(points, curves)
        self.curves, self.row = curves, row
        (self.step, self.tip), self.message, self.others = place, message, others
        self.fit()
        self.redraw()

    def end(self) -> int:
        """Return the last step of the longest branch in sight."""
        return max([self.tip, *(int(other.known[0][-1]) for other in self.others)])

    def fit_values(self) -> None:
        """Fit the upright axis to what is in sight."""
        low, high = self.x_scale.low, self.x_scale.high
        inside = (self.steps >= low) & (self.steps <= high)
        seen = [self.values[inside]]
        if self.curves is not None:
            there = (self.curves.steps + self.curves.width > low) & (self.curves.steps <= high)
            seen += [self.curves.low[self.row, there], self.curves.high[self.row, there]]
        for other in self.others:
            steps, known = other.known
            seen.append(known[(steps >= low) & (steps <= high)])
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
        parts += [other.known[1] for other in self.others]
        if self.curves is not None:
            parts.append(self.curves.low[self.row])
        values = np.concatenate(parts)
        values = values[np.isfinite(values)]
        return bool(len(values)) and bool(values.min() > 0)

    def parts(self) -> tuple[Paint, ...]:
        """Return what draws the other branches, band and line of this one, and its points."""
        return self._paint_others, self._paint_curve, self._paint_points

    def _paint_others(self, painter: QPainter, _area: QRect) -> None:
        theme = current_theme()
        for i, other in reversed(list(enumerate(self.others))):
            colour = branch_colour(other.number, theme) if i < NAMED else QColor(theme.muted)
            if other.curves is not None:
                painter.setPen(colour)
                self._paint_line(painter, other.curves, other.row)
            if len(other.steps):
                paint_points(painter, self, Points(other.steps, other.values, colour.name()))

    def _paint_curve(self, painter: QPainter, area: QRect) -> None:
        colour = QColor(current_theme().series[0])
        curves = self.curves
        if curves is None:
            return
        if curves.width > 1:
            left = self.px(curves.steps - 0.5)
            right = self.px(np.minimum(curves.steps + curves.width, curves.last + 1) - 0.5)
            edges = left, right, self.py(curves.high[self.row]), self.py(curves.low[self.row])
            shade, ratio = faint(colour, 2 * BAND_ALPHA), self.devicePixelRatioF()
            paint_band(painter, area, shade, edges, ratio)
        painter.setPen(colour)
        self._paint_line(painter, curves, self.row)

    def _paint_line(self, painter: QPainter, curves: WatchCurves, row: int) -> None:
        y = self.py(curves.end[row])
        x, y = through_buckets(self, curves.steps, curves.width, curves.last + 1, y)
        paint_thick(painter, x, y, self.thickness())

    def _paint_points(self, painter: QPainter, _area: QRect) -> None:
        if len(self.steps):
            paint_points(painter, self, Points(self.steps, self.values, 0))

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw where the run stands, and what is chosen."""
        paint_position(painter, self, self.step, self.tip)
        self.paint_choice(painter, area)

    def readout(self) -> list[str]:
        """Read off what is known nearest to the mouse, on this branch and on the others."""
        if self.hover is None:
            return []
        at = self.x_value(self.hover.x())
        lines = self._read_off(at)
        for other in self.others[:NAMED]:
            steps, values = other.known
            apart = np.abs(self.px(steps) - self.hover.x())
            i = int(np.argmin(apart))
            if apart[i] <= _REACH:
                words = self.tr("{name}: {value} at step {step}")
                name, value = shortened(other.name), number(float(values[i]))
                lines.append(words.format(name=name, value=value, step=count(int(steps[i]))))
        return lines

    def _read_off(self, at: float) -> list[str]:
        """Describe what is known of this branch near a step."""
        assert self.hover is not None
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
        for other in self.others:
            rows += [[], ["branch", other.name], ["step", "value"]]
            steps, values = other.known
            rows += [list(each) for each in zip(steps.tolist(), values.tolist(), strict=True)]
        return tab_separated(rows) + "\n"


def beside(points: tuple[Ints, Floats], curves: WatchCurves | None) -> tuple[Ints, Floats]:
    """Return what was published of steps that were not replayed, which says more of them."""
    if curves is None:
        return points
    steps, values = points
    outside = (steps < curves.first) | (steps > curves.last)
    return steps[outside], values[outside]
