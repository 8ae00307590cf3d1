"""LossPanel: the loss of every step, its moving average, and how good the network is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from bpviz.training.commands import Seek, SwitchBranch
from bpviz.training.events import Frame
from bpviz.ui.core.branch_colours import branch_colour
from bpviz.ui.core.formatting import count, shortened
from bpviz.ui.core.panel import Needs, Panel, Send
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.charts.evaluation_series import TEST, TRAIN
from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.panels.loss.plot import STEP, LossPlot

NARROW = 40
"""Lines of text that the panel is wide where the buttons have room beside the legend."""

MOST_NAMED = 3
"""Branches that the legend names at most."""


class LossPanel(Panel):
    """Loss and accuracy along the steps."""

    interval_ms = 50

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("loss_panel", send, parent)
        self.plot = LossPlot()
        self.plot.setObjectName("loss_plot")
        self.plot.setAccessibleName(self.tr("Loss and accuracy along the steps"))
        self.plot.setWhatsThis(
            self.tr(
                "The loss ‖f − y‖² of every step: the band reaches from the least to the greatest "
                "value, the line is its moving average. Points: mean loss of the training and the "
                "test set; dashed, on the right: the share classified rightly. Thin lines: the "
                "moving averages of the other branches. Click: go to that step. Alt and click on "
                "a thin line: switch to that branch. Wheel or drag: zoom. Shift and drag: move "
                "along. Double click: whole run. Right click: copy."
            )
        )
        self.plot.step_clicked.connect(self._go)
        self.plot.branch_chosen.connect(self._switch)
        self.plot.range_wanted.connect(self.range_wanted)
        self.plot.view_range_changed.connect(self._view_changed)
        self.legend = LegendBar(most=2)
        self.legend.setToolTip(self.plot.whatsThis())
        self.log_x = flat_button(
            "loss_log_x",
            self.tr("log step"),
            self.tr("Logarithmic step axis: the first steps get as much room as the last. It "
                    "shows step + 1, so that step 0 has a place."),
        )  # fmt: skip
        self.log_y = flat_button(
            "loss_log_y",
            self.tr("log loss"),
            self.tr("Logarithmic loss axis: equal ratios get equal room. A loss of 0 stands at "
                    "the bottom edge."),
        )  # fmt: skip
        self.whole_run = flat_button(
            "loss_whole_run",
            self.tr("whole run"),
            self.tr("Show all steps and follow the run; the same as a double click in the plot."),
            checkable=False,
        )
        self.branches = flat_button(
            "loss_branches",
            self.tr("branches"),
            self.tr("The loss of the other branches of this run, each from its fork on: thin "
                    "lines, averaged over as many steps as that of this branch."),
        )  # fmt: skip
        self.branches.setChecked(True)
        self.branches.hide()
        self.branches.toggled.connect(self._show_branches)
        theme_changed.connect(self._update_legend)
        self.log_x.toggled.connect(self._set_log)
        self.log_y.toggled.connect(self._set_log)
        self.whole_run.clicked.connect(self.plot.show_whole_run)
        self.whole_run.setEnabled(False)

        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setContentsMargins(8, 4, 4, 0)
        self._top.setSpacing(4)
        self._top.addWidget(self.legend, 1)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in self._buttons():
            button.setMinimumWidth(1)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._top.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._top)
        layout.addWidget(self.plot, 1)
        self._presenting = self._brief = False
        self._update_legend()

    def set_presenting(self, on: bool) -> None:
        """Leave the line above the plot to the legend."""
        self._presenting = on
        for button in self._buttons():
            button.setVisible(not on)
        self._arrange()
        self._update_legend()
        self._update_switch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the legend, and say less in it, where there is little room."""
        super().resizeEvent(event)
        brief = self._brief
        self._arrange()
        if brief != self._brief:
            self._update_legend()

    def _arrange(self) -> None:
        line = self.fontMetrics().height()
        narrow = self.width() < NARROW * line
        self._brief = self._presenting or (narrow and self.height() < NARROW * line)
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _buttons(self) -> tuple[QToolButton, ...]:
        return self.branches, self.log_x, self.log_y, self.whole_run

    @property
    def shows_branches(self) -> bool:
        """Whether it draws the curves of the other branches."""
        return self.branches.isChecked()

    def title(self) -> str:
        """Return the dock's title."""
        return self.tr("Loss")

    def show_frame(self, frame: Frame) -> None:
        """Draw the record in `frame`."""
        self.plot.show_frame(frame)
        self._update_legend()
        self._update_switch()

    def needs(self) -> Needs:
        """Return that it draws the record, evaluations and, if shown, other branches."""
        return Needs(history=True, evaluation=True, branches=self.shows_branches)

    def set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Show the same steps as another plot does; emits nothing."""
        self.plot.set_view_range(steps)
        self.whole_run.setEnabled(steps is not None)

    def _update_legend(self) -> None:
        series = current_theme().series
        steps = self.plot.averaged_steps()
        averaged = self.tr("mean of {steps} steps").format(steps=count(steps))
        if steps == 1:
            averaged = self.tr("mean of 1 step")
        entries = [
            LegendEntry(Mark.HEADING, "", self.tr("loss:")),
            LegendEntry(Mark.BAND, series[STEP], self.tr("every step")),
            LegendEntry(Mark.LINE, series[STEP], self.tr("mean") if self._brief else averaged),
        ]
        points = (self.tr("train"), TRAIN), (self.tr("test"), TEST)
        frame = self.plot.frame
        tested = frame is not None and len(frame.test_curve.steps) > 0
        shown = points if tested or frame is None else points[:1]
        entries += [LegendEntry(Mark.POINTS, series[colour], name) for name, colour in shown]
        if self.plot.right_scale is not None:
            entries.append(LegendEntry(Mark.HEADING, "", self.tr("accuracy:")))
            entries += [LegendEntry(Mark.DASHED, series[colour], name) for name, colour in shown]
        self.legend.set_entries(tuple(entries + self._branch_entries()))

    def _branch_entries(self) -> list[LegendEntry]:
        """Name the curves of some branches: those compared, then the newest."""
        lines, strong = self.plot.branches.lines, self.plot.branches.strong
        if not lines:
            return []
        ordered = sorted(lines, key=lambda line: (line.number not in strong, -line.number))
        named = ordered[: 1 if self._brief else MOST_NAMED]
        entries = [LegendEntry(Mark.HEADING, "", self.tr("branches:"))]
        for line in named:
            colour = branch_colour(line.number, current_theme()).name()
            entries.append(LegendEntry(Mark.LINE, colour, shortened(line.name)))
        if len(lines) > len(named):
            more = self.tr("+ {n} more").format(n=count(len(lines) - len(named)))
            entries.append(LegendEntry(Mark.HEADING, "", more))
        return entries

    def _update_switch(self) -> None:
        frame = self.plot.frame
        several = frame is not None and len(frame.branches) > 1
        self.branches.setVisible(several and not self._presenting)

    def _set_log(self) -> None:
        self.plot.set_log(x=self.log_x.isChecked(), y=self.log_y.isChecked())

    def _show_branches(self, on: bool) -> None:
        self.plot.show_branches(on)
        self._update_legend()

    def _switch(self, number: int) -> None:
        self.send(SwitchBranch(number))

    def _go(self, step: int) -> None:
        self.send(Seek(step))

    def _view_changed(self, steps: object) -> None:
        self.whole_run.setEnabled(steps is not None)
        self.view_range_changed.emit(steps)
