"""RegressionView: predicted against true values of one output, with R² and RMSE."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRect, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bpviz.datasets.dataset import Dataset, Part
from bpviz.network.types import Floats, Ints
from bpviz.training.evaluation.regression_fit import RegressionFit
from bpviz.training.evaluation.results import Scan
from bpviz.ui.core import counting, plurals
from bpviz.ui.core.formatting import MINUS, NOTHING, count, localized, number
from bpviz.ui.core.shown_pair import ShownPair
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.scale import Scale, nice_above
from bpviz.ui.kit.charts.scatter_chart import ScatterChart
from bpviz.ui.kit.controls.combo_box import combo_box
from bpviz.ui.kit.controls.export_menu import tab_separated
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import hbox, named, vbox
from bpviz.ui.kit.controls.wheel_guard import WheelGuard

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
        painter.setPen(QPen(QColor(current_theme().muted), self.thickness(), Qt.PenStyle.DashLine))
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


class RegressionView(QWidget):
    """The plot with a line above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Dataset | None = None
        self._part = Part.TRAIN
        self._scan: Scan | None = None
        self._fit: RegressionFit | None = None
        self.plot = named(
            RegressionPlot(),
            "evaluation_regression_plot",
            self.tr("Predicted against true values"),
            about=self.tr(
                "Every sample by its true value (across) and its predicted value (upwards), in "
                "the target's original units. Exact predictions lie on the dashed line. Click: "
                "show that sample. Right click: copy."
            ),
        )
        self.plot.describe = self.describe
        self.plot.table = self.table
        tip = self.tr("Which output of the network is shown")
        self.output = combo_box("evaluation_output", self.tr("Output"), tip, letters=8)
        WheelGuard(self).guard(self.output)
        self.output.hide()
        self.figures = ElidedLabel(name="evaluation_regression_figures")
        self.figures.setToolTip(
            self.tr(
                "R²: 1 − Σ(predicted − true)² / Σ(true − mean)², the share of the targets' "
                "variance that the network explains; 1 is perfect, 0 no better than predicting "
                "the mean. RMSE: the root of the mean of (predicted − true)², in the target's "
                "original units."
            )
        )
        parts = (self.output, self.figures)
        top = hbox(*parts, margins=(8, 0, 8, 0), spacing=8, stretch=self.figures)
        vbox(top, self.plot, into=self, spacing=2, stretch=self.plot)
        self.output.currentIndexChanged.connect(self._choose_output)

    def show_scan(self, data: Dataset, part: Part, scan: Scan) -> None:
        """Show `scan` of `data`, which is that `part` and has no classes."""
        if (scan, data, part) == (self._scan, self._data, self._part):
            return
        fresh = data is not self._data
        if fresh:
            self._name_outputs(data)
        self._data, self._part, self._scan = data, part, scan
        self._show(fresh=fresh)

    def _name_outputs(self, data: Dataset) -> None:
        names = [self._output_name(data, j) for j in range(data.n_outputs)]
        if names != [self.output.itemText(i) for i in range(self.output.count())]:
            with QSignalBlocker(self.output):
                self.output.clear()
                self.output.addItems(names)
        self.output.setVisible(len(names) > 1)

    @staticmethod
    def _output_name(data: Dataset, output: int) -> str:
        if output < len(data.target_names):
            return data.target_names[output]
        return "y" if data.n_outputs == 1 else counting.entry("y", output)

    @Slot(int)
    def _choose_output(self, _index: int) -> None:
        self._show(fresh=True)

    def _show(self, *, fresh: bool) -> None:
        data, scan = self._data, self._scan
        if data is None or scan is None or scan.outputs is None:
            return
        output = max(self.output.currentIndex(), 0)
        self._fit = fit = RegressionFit.of(data, scan.outputs, output)
        name = self._output_name(data, output)
        self.plot.x_title = self.tr("true {name}").format(name=name)
        self.plot.y_title = self.tr("predicted {name}").format(name=name)
        self.plot.set_fit(fit, fresh=fresh)
        r2 = NOTHING if fit.r2 is None else localized(f"{fit.r2:.4f}")
        words = [
            self.tr("R² {value}").format(value=r2),
            self.tr("RMSE {value}").format(value=number(fit.rmse)),
            plurals.samples(len(fit.true)),
        ]
        if fit.n_not_finite:
            words.append(self.tr("{n} not finite").format(n=count(fit.n_not_finite)))
        self.figures.setText(" · ".join(words).replace("-", MINUS))

    def describe(self, index: int) -> list[str]:
        """Return the readout's lines for a sample."""
        fit, scan, data = self._fit, self._scan, self._data
        if fit is None or scan is None or data is None:
            return []
        true, predicted = float(fit.true[index]), float(fit.predicted[index])
        return [
            ShownPair(data, index, self._part).words,
            self.tr("true {value}").format(value=number(true)),
            self.tr("predicted {value}").format(value=number(predicted)),
            self.tr("difference {value}").format(value=number(predicted - true)),
            self.tr("loss {loss}").format(loss=number(scan.losses[index])),
        ]

    def table(self) -> str:
        """Return all samples as a table, tabs between columns."""
        rows: list[tuple[object, ...]] = [(counting.heading("index"), "true", "predicted", "loss")]
        if self._fit is not None and self._scan is not None:
            columns = (self._fit.true, self._fit.predicted, self._scan.losses)
            values = zip(*(column.tolist() for column in columns), strict=True)
            rows += [(counting.shown(i), *row) for i, row in enumerate(values)]
        return tab_separated(rows) + "\n"
