"""RegressionPlot: predicted against true values, a point for every sample."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats, Ints
from bpviz.ui.kit.charts.scale import Scale, nice_above
from bpviz.ui.kit.charts.scatter_chart import ScatterChart
from bpviz.ui.panels.evaluation.regression_fit import RegressionFit

LARGEST = 1e300
"""True values beyond ± this are drawn at the edge."""

_NONE = np.zeros(0)


class RegressionPlot(ScatterChart):
    """On the diagonal lies what is predicted exactly; both axes reach equally far.

    Attributes
    ----------
    fit_shown : RegressionFit
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fit_shown = RegressionFit(_NONE, _NONE)

    def set_fit(self, fit: RegressionFit, *, fresh: bool) -> None:
        """Show `fit`; a `fresh` one has nothing to do with the last, and gets axes of its own."""
        self.fit_shown = fit
        scale = common_scale(fit.true, fit.predicted)
        if not fresh and self.x_scale.low <= scale.low and scale.high <= self.x_scale.high:
            wide = self.x_scale.high - self.x_scale.low
            if scale.high - scale.low > 0.6 * wide:
                scale = self.x_scale  # hardly smaller: an axis that stands still reads better
        self.x_scale = self.y_scale = scale
        self.points_changed()

    def n_points(self) -> int:
        """Return how many samples there are."""
        return len(self.fit_shown.true)

    def places_of(self, indices: Ints | slice) -> tuple[Floats, Floats]:
        """Return the pixel (x, y) of some samples; what is not a number lies at the upper edge."""
        true, predicted = self.fit_shown.true[indices], self.fit_shown.predicted[indices]
        x = self.px(np.where(np.isnan(true), np.inf, true))
        return self.inside(x, self.py(np.where(np.isnan(predicted), np.inf, predicted)))

    def near_by(self, pixel: QPointF, reach: float) -> Ints:
        """Return the samples whose true value lies within `reach` pixels of a place."""
        low, high = self.x_value(pixel.x() - reach), self.x_value(pixel.x() + reach)
        true = self.fit_shown.true
        return np.flatnonzero(~((true < low) | (true > high)))

    def paint_behind(self, painter: QPainter, area: QRect) -> None:
        """Draw the diagonal."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.muted), self.thickness(), Qt.PenStyle.DashLine))
        bottom, right = area.top() + area.height(), area.left() + area.width()
        painter.drawLine(QPointF(area.left(), bottom), QPointF(right, area.top()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def common_scale(true: Floats, predicted: Floats) -> Scale:
    """Return one scale for both, with round ends and some room; the true values always fit.

    Predictions far beyond the range of the true values, farther than it is wide, are drawn at the
    edge.
    """
    finite = np.clip(true[np.isfinite(true)], -LARGEST, LARGEST)
    if not len(finite):
        return Scale(0.0, 1.0)
    low, high = float(finite.min()), float(finite.max())
    span = high - low or max(abs(low), 1e-290)
    said = predicted[np.isfinite(predicted)]
    if len(said):
        low, high = (
            max(min(low, float(said.min())), low - span),
            min(max(high, float(said.max())), high + span),
        )
    step = nice_above((high - low or span) / 8, (1.0, 2.0, 5.0, 10.0))
    room = step / 5  # so that points at the ends are seen as a whole
    return Scale(math.floor((low - room) / step) * step, math.ceil((high + room) / step) * step)
