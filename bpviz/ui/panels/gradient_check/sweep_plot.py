"""SweepPlot: the error of a central difference against its step size, the V on two log axes."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats
from bpviz.training.evaluation.check_info import WeightSweep
from bpviz.ui.core.formatting import number
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.chart import Chart
from bpviz.ui.kit.charts.scale import Scale
from bpviz.ui.kit.controls.export_menu import tab_separated

DOUBLE, EXTENDED, KINK = 1, 0, 3
"""Places of the curves' colours in `Theme.series`, and of those beyond a kink."""

LINES = 2
"""Lines of text that the curves are high at least; flatter ones have no V that could be seen."""

LOWEST = 1e-16
"""Below this no error means anything beside that of the closed form itself."""


class SweepPlot(Chart):
    """One curve for each precision in which the loss is evaluated, and the step size used.

    Attributes
    ----------
    sweep : WeightSweep or None
    step_size : float
        The one that the check used; 0 if none.
    named : bool
        Whether the curves have their names beside them, for want of a legend.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sweep: WeightSweep | None = None
        self.step_size = 0.0
        self.named = False
        self.x_title = self.tr("step size s")
        self.y_title = self.tr("relative error")
        self.x_scale = Scale(1e-13, 1.0, log=True)
        self.y_scale = Scale(LOWEST, 1.0, log=True)

    def show_sweep(self, sweep: WeightSweep | None, step_size: float) -> None:
        """Draw the curves of another weight; None draws none."""
        if sweep is self.sweep and step_size == self.step_size:
            return
        self.sweep, self.step_size = sweep, step_size
        if sweep is not None:
            curve = sweep.curve
            self._name_errors()
            self.x_scale = Scale(
                float(curve.step_sizes.min()), float(curve.step_sizes.max()), log=True
            )
            self.y_scale = _fitted(np.concatenate([curve.double, curve.extended]))
        self.update()

    def set_named(self, on: bool) -> None:
        """Write names beside the curves, and few words beside the axis, or as usual."""
        if on is self.named:
            return
        self.named = on
        self._name_errors()
        self.update()

    def _name_errors(self) -> None:
        if self.named:
            self.y_title = self.tr("error")
        elif self.sweep is None or self.sweep.curve.scale:
            self.y_title = self.tr("relative error")
        else:
            self.y_title = self.tr("absolute error")

    def least_height(self) -> int:
        """Return the height in pixels below which the curves say nothing."""
        return self.height() - self.area().height() + LINES * self.fontMetrics().height()

    @property
    def all_zero(self) -> bool:
        """Whether the closed form and every difference are 0."""
        curve = None if self.sweep is None else self.sweep.curve
        return curve is not None and not (curve.double.any() or curve.extended.any())

    @property
    def one_precision(self) -> bool:
        """Whether the widest precision of this machine is double precision."""
        curve = None if self.sweep is None else self.sweep.curve
        return curve is not None and np.array_equal(curve.double, curve.extended, equal_nan=True)

    def paint_data(self, painter: QPainter, area: QRect) -> None:
        """Draw the step size used, and the curves."""
        sweep = self.sweep
        if sweep is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = self.thickness()
        if self.step_size > 0 and not self.message:  # that stands in the middle
            x = float(self.px(self.step_size))
            painter.setPen(QPen(QColor(current_theme().text), thick, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        curves = [(EXTENDED, sweep.curve.extended)]
        if not self.one_precision:
            curves.insert(0, (DOUBLE, sweep.curve.double))
        for colour, errors in curves:
            self._paint_curve(painter, QColor(current_theme().series[colour]), errors)
        if self.named and len(curves) == 2:
            self._paint_names(painter, area)

    def _paint_names(self, painter: QPainter, area: QRect) -> None:
        """Write the upper curve's name above it and the lower one's below, where they part."""
        assert self.sweep is not None
        curve, line = self.sweep.curve, self.fontMetrics().height()
        x, y = self.px(curve.step_sizes), (self.py(curve.double), self.py(curve.extended))
        middle = 2 * len(x) // 5
        used = float(self.px(self.step_size)) if self.step_size > 0 else area.left()
        beyond = max(float(x[middle]), used + line / 3)  # not across the line of the size used
        extended, start = self.tr("extended"), area.left() + line / 3
        end = start + self.fontMetrics().horizontalAdvance(extended)
        left = int(np.searchsorted(x, end)) + 1
        if not np.isfinite(np.concatenate(y)).all() or (y[1] - y[0])[:middle].mean() < line:
            return
        for colour, words, place, height in (
            (DOUBLE, self.tr("double"), beyond, y[0][np.searchsorted(x, beyond) :].min() - line),
            (EXTENDED, extended, start, y[1][:left].max()),
        ):
            top = min(max(height, area.top()), area.bottom() - line)
            painter.setPen(QColor(current_theme().series[colour]))
            painter.drawText(QPointF(place, top + self.fontMetrics().ascent()), words)

    def _paint_curve(self, painter: QPainter, colour: QColor, errors: Floats) -> None:
        assert self.sweep is not None
        curve, thick = self.sweep.curve, self.thickness()
        shown = np.maximum(errors, self.y_scale.low)
        xs, ys = self.px(curve.step_sizes), self.py(shown)
        smooth = QPen(colour, 2 * thick)
        bent = QColor(current_theme().series[KINK])
        there = np.isfinite(errors)
        for i in range(1, len(xs)):
            if there[i] and there[i - 1]:
                kink = bool(curve.kink[i] or curve.kink[i - 1])
                painter.setPen(QPen(bent, thick, Qt.PenStyle.DotLine) if kink else smooth)
                painter.drawLine(QPointF(xs[i - 1], ys[i - 1]), QPointF(xs[i], ys[i]))

    def readout(self) -> list[str]:
        """Return step size and errors of the point nearest to the mouse."""
        i = self._nearest()
        if self.sweep is None or i is None:
            return []
        curve = self.sweep.curve
        lines = [f"s = {number(curve.step_sizes[i], 2)}"]
        if self.one_precision:
            lines.append(self.tr("error {error}").format(error=number(curve.double[i], 2)))
        else:
            double = self.tr("double: {error}").format(error=number(curve.double[i], 2))
            extended = self.tr("extended: {error}").format(error=number(curve.extended[i], 2))
            lines += [double, extended]
        if curve.kink[i]:
            lines.append(self.tr("a kink lies between"))
        return lines

    def _nearest(self) -> int | None:
        if self.sweep is None or self.hover is None:
            return None
        return int(np.abs(self.px(self.sweep.curve.step_sizes) - self.hover.x()).argmin())

    def values_text(self) -> str:
        """Return step sizes and errors as a table."""
        if self.sweep is None:
            return ""
        curve = self.sweep.curve
        names = [self.tr("step size"), self.tr("double"), self.tr("extended"), self.tr("kink")]
        rows = zip(
            curve.step_sizes.tolist(), curve.double.tolist(), curve.extended.tolist(),
            curve.kink.astype(int).tolist(), strict=True,
        )  # fmt: skip
        return tab_separated([names, *map(list, rows)])


def _fitted(errors: Floats) -> Scale:
    """Return whole decades that hold all errors; at least three, and none below `LOWEST`."""
    seen = errors[np.isfinite(errors) & (errors > 0)]
    if not len(seen):
        return Scale(LOWEST, 1.0, log=True)
    top = min(max(float(seen.max()), LOWEST), 1e300)
    low = max(float(seen.min()), LOWEST, top * 1e-24)
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(top) + 1e-9)
    return Scale(10.0 ** min(first, last - 3), 10.0**last, log=True)
