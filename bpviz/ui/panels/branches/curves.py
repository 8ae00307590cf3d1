"""ComparedPlot: the losses of two branches and their test accuracies, on the same axes."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from bpviz.network.types import Floats, Ints
from bpviz.training.infos import BranchInfo, ComparedCurves, Comparison
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import count, number, per_cent, shortened
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.branch_curves import BranchLine, BranchLines
from bpviz.ui.kit.charts.history_plot import HistoryPlot, Points, in_sight
from bpviz.ui.kit.charts.legend import LegendEntry, Mark
from bpviz.ui.kit.charts.scale import accuracy_scale
from bpviz.ui.kit.charts.step_chart_view import StepChartView


class ComparedPlot(HistoryPlot):
    """The moving averages of both losses as lines; measured accuracies dashed, right axis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.lines = BranchLines()  # before the base, which asks for what must be in sight
        self.tests: dict[int, ComparedCurves] = {}
        self.classified = False
        super().__init__(parent)
        self.y_title = self.tr("loss ‖f − y‖²")
        self.right_title = self.tr("test accuracy (%)")

    def show_comparison(self, comparison: Comparison, notes: tuple[BranchInfo, ...]) -> None:
        """Draw the curves of both branches; `notes` are theirs, in the order of the comparison."""
        curves = comparison.curves
        if curves is None:
            return
        both = {note.number: (note, each) for note, each in zip(notes, curves, strict=True)}
        known = tuple(replace(note, curve=each.loss) for note, each in both.values())
        self.lines.set_branches(known, both)
        self.tests = {number: each for number, (_, each) in both.items()}
        self.classified = any(np.isfinite(test.accuracy).any() for test in self.tests.values())
        points = tuple(
            Points(test.steps, 100 * test.accuracy, branch_colour(n, current_theme()).name(), True)
            for n, test in self.tests.items()
            if self.classified and len(test.steps)
        )
        self.message = "" if self.lines.lines else self.tr("No step has been done yet.")
        self.set_data(None, (), points, comparison.step, max(note.tip for note in notes))

    def other_values(self) -> Floats:
        """Return what the curves reach to."""
        return self.lines.extremes(self)

    def fit_values(self) -> None:
        """Fit both upright axes."""
        super().fit_values()
        shown = [points.values[in_sight(self, points.steps, 1)] for points in self.points]
        values = np.concatenate(shown) if shown else np.zeros(0)
        self.right_scale = accuracy_scale(values) if self.classified else None

    def paint_between(self, painter: QPainter, area: QRect) -> None:
        """Draw both curves."""
        self.lines.paint(painter, self, area)

    def _stops(self) -> Ints:
        """Return the buckets of both as well, which have no band of their own."""
        found = [super()._stops(), *(line.curve.starts for line in self.lines.lines)]
        steps = np.unique(np.concatenate(found))
        return steps[(steps >= self.x_scale.low) & (steps <= self.x_scale.high)]

    def readout(self) -> list[str]:
        """Read off both branches at the step under the mouse."""
        if self.hover is None or not self.lines.lines:
            return []
        at = self.x_value(self.hover.x())
        lines = [self.tr("step {step}").format(step=count(max(round(at), 0)))]
        for line in self.lines.lines:
            name, value = shortened(line.name), line.value_at(at)
            if value is not None:
                lines.append(
                    self.tr("{name}: mean loss {loss}").format(name=name, loss=number(value))
                )
            lines += self._tested(line, at)
        return lines

    def _tested(self, line: BranchLine, at: float) -> list[str]:
        """Describe the measurement nearest to a step, and say of which step it is."""
        test = self.tests.get(line.number)
        if test is None or not len(test.steps):
            return []
        i = int(np.argmin(np.abs(test.steps - at)))
        words = self.tr("{name}: test accuracy {share} at step {step}")
        if math.isnan(float(test.accuracy[i])):
            words = self.tr("{name}: test loss {loss} at step {step}")
        return [
            words.format(
                name=shortened(line.name),
                share=per_cent(test.accuracy[i]),
                loss=number(test.test_loss[i]),
                step=count(int(test.steps[i])),
            )
        ]

    def values_text(self) -> str:
        """Return all curves as a table."""
        rows = ["branch\tfirst_step\tloss_moving_average"]
        for line in self.lines.lines:
            pairs = zip(line.curve.starts.tolist(), line.values.tolist(), strict=True)
            rows += [f"{line.name}\t{first}\t{loss!r}" for first, loss in pairs]
        rows += ["", "branch\tstep\ttest_loss\ttest_accuracy"]
        for line in self.lines.lines:
            test = self.tests[line.number]
            columns = test.steps.tolist(), test.test_loss.tolist(), test.accuracy.tolist()
            rows += ["\t".join([line.name, *map(repr, row)]) for row in zip(*columns, strict=True)]
        return "\n".join(rows) + "\n"


class ComparedCurvesView(StepChartView):
    """The plot with its legend and switches."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.plot = ComparedPlot()
        self.plot.setObjectName("comparison_plot")
        self.plot.setAccessibleName(self.tr("Losses and test accuracies of both branches"))
        self.plot.setToolTip(
            self.tr("Losses and, dashed, test accuracies of both; a click compares at that step.")
        )
        self.plot.setWhatsThis(
            self.tr(
                "Moving averages of the losses of both branches from step 0 on and, dashed, right "
                "axis, their test accuracies at the steps where they were measured. Pale: beyond "
                "the step at which the branches are compared. Click: compare at that step. Wheel "
                "or drag: zoom. Double click: whole run. Right click: copy."
            )
        )
        log_y = (
            self.tr("log loss"),
            self.tr("Logarithmic loss axis: equal ratios get equal room."),
        )
        super().__init__("comparison", self.plot, log_y, parent)
        self.top.setContentsMargins(0, 0, 0, 0)

    def show_comparison(self, comparison: Comparison, notes: tuple[BranchInfo, ...]) -> None:
        """Draw the curves of both branches."""
        self.plot.show_comparison(comparison, notes)
        self.follow_decades(self.plot.decades())
        self.update_legend()

    def update_legend(self) -> None:
        """Name both, and what is dashed."""
        theme = current_theme()
        entries = [LegendEntry(Mark.HEADING, "", self.tr("mean loss:"))]
        entries += [
            LegendEntry(Mark.LINE, branch_colour(line.number, theme).name(), shortened(line.name))
            for line in self.plot.lines.lines
        ]
        if self.plot.classified:
            entries.append(LegendEntry(Mark.HEADING, "", self.tr("dashed: test accuracy")))
        self.legend.set_entries(entries)
