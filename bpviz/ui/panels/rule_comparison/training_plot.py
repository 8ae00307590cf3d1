"""TrainingPlot: the loss of both branches of a trial, and their test accuracy."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats
from bpviz.training.evaluation.rule_infos import PairedRunInfo, PairedSide
from bpviz.ui.core.formatting import count, number, per_cent, translated
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.history_plot import HistoryPlot, Points, in_sight
from bpviz.ui.kit.charts.raster import paint_thick, share_of_last, trailing_mean
from bpviz.ui.kit.charts.scale import accuracy_scale
from bpviz.ui.kit.charts.step_chart import AVERAGED_STEPS
from bpviz.ui.panels.rule_comparison.model import rule_colour, rule_series


class TrainingPlot(HistoryPlot):
    """The moving averages of both losses as lines, accuracies dashed on the right axis.

    Attributes
    ----------
    trial : TrialNote or None
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.trial: PairedRunInfo | None = None
        self.classified = False
        self._lines: list[tuple[PairedSide, Floats, Floats]] = []  # before the base, which fits
        super().__init__(parent)
        self.y_title = self.tr("loss")
        self.right_title = self.tr("test accuracy (%)")

    def show_trial(self, trial: PairedRunInfo | None, step: int, tip: int, empty: str) -> None:
        """Draw a trial; `empty` stands there as long as there is none."""
        before = () if self.trial is None else self.trial.sides
        sides = () if trial is None else trial.sides
        self.trial, self.message = trial, empty if trial is None else ""
        same = list(map(id, before)) == list(map(id, sides))
        if same and (self.step, self.tip) == (step, tip):
            return
        self._lines = [(side, *_line(side)) for side in sides]
        self.classified = any(np.isfinite(side.test.accuracy).any() for side in sides)
        points = tuple(
            Points(side.test.steps, 100 * side.test.accuracy, rule_series(side.rule), True)
            for side in sides
            if self.classified and len(side.test.steps)
        )
        self.set_data(None, (), points, step, tip)

    def end(self) -> int:
        """Return the last step of either branch."""
        return max([self.tip, *(side.tip for side, _, _ in self._lines)])

    def other_values(self) -> Floats:
        """Return the losses in sight, and a little more so that none lies on the edge."""
        seen = [
            1.03 * values[in_sight(self, x.astype(np.int64), 1)] for _, x, values in self._lines
        ]
        return np.concatenate(seen) if seen else np.zeros(0)

    def fit_values(self) -> None:
        """Fit both upright axes."""
        super().fit_values()
        shown = [p.values[in_sight(self, p.steps, 1)] for p in self.points]
        values = np.concatenate(shown) if shown else np.zeros(0)
        self.right_scale = accuracy_scale(values) if self.classified else None

    def paint_between(self, painter: QPainter, area: QRect) -> None:
        """Draw both losses."""
        for side, x, values in self._lines:
            painter.setPen(QColor(rule_colour(side.rule, current_theme())))
            paint_thick(painter, self.px(x), self.py(values), 2 * self.thickness())

    def readout(self) -> list[str]:
        """Read off both branches at the step under the mouse."""
        if self.hover is None or self.trial is None:
            return []
        at = self.x_value(self.hover.x())
        lines = [self.tr("step {step}").format(step=count(max(round(at), 0)))]
        for side, x, values in self._lines:
            name = translated(side.name)
            if len(x) and x[0] - 1 <= at <= side.tip:
                loss = number(values[int(np.argmin(np.abs(x - at)))])
                lines.append(self.tr("{name}: mean loss {loss}").format(name=name, loss=loss))
            found = side.test
            if self.classified and len(found.steps):
                i = int(np.argmin(np.abs(found.steps - at)))
                lines.append(
                    self.tr("{name}: test accuracy {share} at step {step}").format(
                        name=name,
                        share=per_cent(found.accuracy[i], 1),
                        step=count(int(found.steps[i])),
                    )
                )
        return lines if len(lines) > 1 else []

    def values_text(self) -> str:
        """Return both curves as a table."""
        rows = ["branch\tstep\tmean_loss"]
        for side, x, values in self._lines:
            name = translated(side.name)
            pairs = zip(x.tolist(), values.tolist(), strict=True)
            rows += [f"{name}\t{step!r}\t{loss!r}" for step, loss in pairs]
        rows += ["", "branch\tstep\ttest_loss\ttest_accuracy"]
        for side, _, _ in self._lines:
            found = side.test
            columns = (found.steps.tolist(), found.loss.tolist(), found.accuracy.tolist())
            name = translated(side.name)
            rows += ["\t".join([name, *map(repr, row)]) for row in zip(*columns, strict=True)]
        return "\n".join(rows) + "\n"


def _line(side: PairedSide) -> tuple[Floats, Floats]:
    """Return the middles of the buckets of a side, and the moving average of its loss there."""
    curve = side.loss
    if curve is None:
        return np.zeros(0), np.zeros(0)
    starts = curve.starts.astype(np.float64)
    last = np.maximum(np.minimum(starts + curve.width, float(side.tip)) - 1, starts)
    window = max(1, math.ceil(AVERAGED_STEPS / curve.width))
    share = share_of_last(curve.starts, curve.width, side.tip)
    return (starts + last) / 2, trailing_mean(curve.loss, window, share)
