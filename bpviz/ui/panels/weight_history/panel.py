"""WeightHistoryPanel: how the weights of both matrices were distributed, step by step."""

from __future__ import annotations

from collections.abc import Set
from typing import cast

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bpviz.training.commands import Seek
from bpviz.training.events import Frame
from bpviz.training.journal.entries import MatrixName
from bpviz.training.quantities import WEIGHT_HISTORY, Need
from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.selection import MATRIX_SYMBOLS
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.legend import LegendEntry, Mark
from bpviz.ui.kit.charts.step_chart_view import StepChartView
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.panels.weight_history.plot import WeightHistoryPlot, ramp


class WeightHistoryView(StepChartView):
    """The plot with its colours and switches."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.plot = WeightHistoryPlot()
        self.plot.setObjectName("weight_history_plot")
        self.plot.setAccessibleName(self.tr("Distribution of the weights along the steps"))
        self.plot.setWhatsThis(
            self.tr(
                "How many weights of the matrix (colour) had which value (upwards) at which step "
                "(across). A column is one measurement; steps without a measurement are left "
                "blank. Measured while this panel is visible. Click: go to that step. Arrow keys, "
                "Home, End: from bin to bin; Enter: go to that step. Wheel or drag: zoom. Shift "
                "and drag: move along. Double click: whole run. Right click: copy."
            )
        )
        log_colour = (
            self.tr("log count"),
            self.tr("Logarithmic colours: bins with few weights can be told apart as well."),
        )
        super().__init__("weight_history", self.plot, log_colour, parent)
        self.log_y.toggled.connect(self.update_legend)
        self.plot.view_range_changed.connect(self.update_legend)
        self.log_y.setChecked(True)  # or the first steps, where all are alike, pale the others

    def update_legend(self) -> None:
        """Say what the colours mean."""
        most, colours = self.plot.most, ramp(current_theme())
        entries = []
        if most:
            middle = round(most**0.5) if self.plot.log_y else (1 + most) // 2
            shown = np.unique((1, middle, most))
            for n, rgb in zip(shown.tolist(), colours[self.plot.levels(shown)], strict=True):
                colour = QColor.fromRgb(int(rgb)).name()
                entries.append(LegendEntry(Mark.SQUARE, colour, count(n)))
            entries.append(LegendEntry(Mark.HEADING, "", self.tr("weights in a bin")))
        self.legend.set_entries(tuple(entries))


class WeightHistoryPanel(Panel):
    """A heatmap of either matrix: x is the step, y the weight, colour how many there are."""

    interval_ms = 100

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("weight_history_panel", send, parent)
        self._frame: Frame | None = None
        self.view = WeightHistoryView()
        self.plot = self.view.plot
        self.plot.step_clicked.connect(self._go)
        self.plot.range_wanted.connect(self.range_wanted)
        self.plot.view_range_changed.connect(self.view_range_changed)
        self.matrices = Segmented(
            "weight_history_matrix",
            (
                ("W1", "W₁", self.tr("The weights from the inputs to the hidden units")),
                ("W2", "W₂", self.tr("The weights from the hidden units to the outputs")),
            ),
        )
        self.matrices.changed.connect(self._show)
        self.measured = ElidedLabel()
        self.measured.setObjectName("weight_history_measured")
        self.measured.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 0)
        top.setSpacing(8)
        top.addWidget(self.matrices, 0, Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self.measured, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        self._show()

    def figure_subject(self) -> str:
        """Return the matrix that is shown."""
        return MATRIX_SYMBOLS[cast("MatrixName", self.matrices.value())]

    def needs(self) -> Set[Need]:
        """Return that it draws the histograms."""
        return {Need.WEIGHTS}

    def show_frame(self, frame: Frame) -> None:
        """Draw what was measured along the branch."""
        self._frame = frame
        self.plot.follow_run(frame.run)
        self._show()

    def _show(self) -> None:
        frame = self._frame
        matrix = cast("MatrixName", self.matrices.value())
        self.plot.matrix = matrix
        message = self.tr("Computing…")
        if frame is None or frame.dataset is None:
            message = self.tr("The data set is still loading. Its weights will be counted here.")
        if frame is not None:
            table = frame.results[WEIGHT_HISTORY].table(matrix)
            n = len(table.steps)
            self.plot.show_table(table, frame.step, frame.tip, "" if n else message)
            words = ""
            if n:
                words = self.tr("measured at {n} steps").format(n=count(n))
                if n == 1:
                    words = self.tr("measured at 1 step")
            if len(table.edges) > 1:
                width = number(table.edges[1] - table.edges[0], 3)
                words = self.tr("{measured} · bins of {width}").format(measured=words, width=width)
            self.measured.setText(words)
            self.measured.setToolTip(words)
        else:
            self.plot.message = message
        self.view.update_legend()

    def set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Show the same steps as another plot does; emits nothing."""
        self.view.set_view_range(steps)
        self.view.update_legend()  # the colours are those of what is in sight

    def set_presenting(self, on: bool) -> None:
        """Leave the line above the plot to the colours."""
        self.view.set_presenting(on)
        self.measured.setVisible(not on)

    def _go(self, step: int) -> None:
        self.send(Seek(step))
