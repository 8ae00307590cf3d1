"""EvaluationTime: accuracy and mean loss on training and test set along the steps."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from bpviz.training.events import Frame
from bpviz.ui.core.formatting import count
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.evaluation_series import (
    TEST,
    TRAIN,
    evaluation_lines,
    evaluation_points,
    evaluation_rows,
)
from bpviz.ui.kit.charts.history_plot import HistoryPlot, in_sight
from bpviz.ui.kit.charts.legend import LegendEntry, Mark, heading
from bpviz.ui.kit.charts.scale import accuracy_scale
from bpviz.ui.kit.charts.step_chart_view import StepChartView
from bpviz.ui.kit.controls.layouts import named


class EvaluationPlot(HistoryPlot):
    """The plot; both of its upright axes follow what is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.classified = False  # before the base, which fits the axes
        super().__init__(parent)
        self.frame: Frame | None = None
        self.y_title = self.tr("mean loss")
        self.right_title = self.tr("accuracy (%)")

    def show_frame(self, frame: Frame) -> None:
        """Draw the evaluations in `frame`; an older one of its curves costs next to nothing."""
        self.follow_run(frame.run)
        before, self.frame = self.frame, frame
        curves = frame.train_curve, frame.test_curve
        same = before is not None and (before.train_curve, before.test_curve) == curves
        if same and (self.step, self.tip) == (frame.step, frame.tip):
            return
        points, self.classified = evaluation_points(frame)
        empty = not any(len(line.steps) for line in points)
        self.message = self.tr("Computing…") if empty else ""
        self.set_data(None, (), points, frame.step, frame.tip)

    def fit_values(self) -> None:
        """Fit both upright axes."""
        super().fit_values()
        shown = [p.values[in_sight(self, p.steps, 1)] for p in self.points if p.on_right]
        values = np.concatenate(shown) if shown else np.zeros(0)
        self.right_scale = accuracy_scale(values) if self.classified else None

    def readout(self) -> list[str]:
        """Read off the evaluations nearest to the mouse."""
        if self.hover is None or self.frame is None:
            return []
        at = self.x_value(self.hover.x())
        if not 0 <= round(at) <= self.tip:
            return []
        step = self.tr("step {step}").format(step=count(round(at)))
        return [step, *evaluation_lines(self, self.frame, at)]

    def values_text(self) -> str:
        """Return all evaluations as a table."""
        return "" if self.frame is None else "\n".join(evaluation_rows(self.frame)[1:]) + "\n"


class EvaluationTime(StepChartView):
    """The plot with its legend and switches."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.plot = named(
            EvaluationPlot(),
            "evaluation_time_plot",
            self.tr("Accuracy and mean loss along the steps"),
            about=self.tr(
                "Mean of the loss ‖f − y‖² over all samples of the training and the test set "
                "(lines, left axis), and the accuracy (dashed, right axis), at the steps where "
                "both were evaluated. Click: go to that step. Wheel or drag: zoom. Shift and "
                "drag: move along. Double click: whole run. Right click: copy."
            ),
        )
        log_y = (
            self.tr("log loss"),
            self.tr("Logarithmic loss axis: equal ratios get equal room."),
        )
        super().__init__("evaluation_time", self.plot, log_y, parent)
        self.update_legend()

    def show_frame(self, frame: Frame) -> None:
        """Draw the evaluations in `frame`."""
        self.plot.show_frame(frame)
        self.follow_decades(self.plot.decades())
        self.update_legend()

    def update_legend(self) -> None:
        """Name what is drawn."""
        series, frame = current_theme().series, self.plot.frame
        tested = frame is None or len(frame.test_curve.steps) > 0
        shown = [(self.tr("train"), TRAIN), (self.tr("test"), TEST)][: 2 if tested else 1]
        lines = [LegendEntry(Mark.POINTS, series[colour], name) for name, colour in shown]
        dashed = [LegendEntry(Mark.DASHED, series[colour], name) for name, colour in shown]
        more = [heading(self.tr("accuracy:")), *dashed]
        if self.brief:
            more = [heading(self.tr("dashed: accuracy"))]
        else:
            lines.insert(0, heading(self.tr("mean loss:")))
        self.legend.set_entries([*lines, *more] if self.plot.classified else lines)
