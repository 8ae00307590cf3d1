"""LossPanel: the loss of every step, its moving average, and how good the network is."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.training.commands import Seek, SwitchBranch
from bpviz.training.events import Frame
from bpviz.training.quantities import Need
from bpviz.ui.core.formatting import count
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.branch_curves import legend_entries
from bpviz.ui.kit.charts.evaluation_series import TEST, TRAIN
from bpviz.ui.kit.charts.history_plot import shows_every_step
from bpviz.ui.kit.charts.legend import LegendEntry, Mark
from bpviz.ui.kit.charts.step_chart_view import StepChartView
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.panels.loss.plot import STEP, LossPlot

NARROW = 40
"""Lines of text that the panel is wide where the buttons have room beside the legend."""

MOST_NAMED = 3
"""Branches that the legend names at most."""


class LossView(StepChartView):
    """The plot with its legend and switches.

    Attributes
    ----------
    plot : LossPlot
    branches : QToolButton
        Whether the other branches are drawn; hidden while there are none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.plot = LossPlot()
        self.plot.setObjectName("loss_plot")
        self.plot.setAccessibleName(self.tr("Loss and accuracy along the steps"))
        self.plot.setWhatsThis(
            self.tr(
                "The loss ‖f − y‖² of every step: the thick line is its moving average, eight of "
                "ten steps lie within the band (from the 10 % to the 90 % quantile), and the thin "
                "outline reaches from the smallest to the largest value. Points: mean loss of the "
                "training and the test set at the steps where it was measured, joined only where "
                "they are close on the axis; dashed, right axis: accuracy. Thin lines: the moving "
                "averages of the other branches, grey where the legend does not name them. The "
                "loss axis becomes logarithmic when the loss spans more than a decade, unless you "
                "choose. Click: go to that step. Alt and click on a thin line: switch to that "
                "branch. Wheel or drag: zoom. Shift and drag: move along. Double click: whole run. "
                "Right click: copy. With the keyboard: ← and → read off, Enter goes to that step, "
                "Esc leaves."
            )
        )
        self.extremes = flat_button(
            "loss_extremes",
            self.tr("extremes"),
            self.tr(
                "The smallest and the largest loss, as a thin outline; without it the axis shows "
                "the band alone."
            ),
        )
        self.extremes.setChecked(True)
        self.extremes.toggled.connect(self._show_extremes)
        self.branches = flat_button(
            "loss_branches",
            self.tr("branches"),
            self.tr(
                "The loss of the other branches of this run, each from its fork on: thin lines, "
                "averaged over as many steps as for this branch."
            ),
        )  # fmt: skip
        self.branches.setChecked(True)
        self.branches.hide()
        self.branches.toggled.connect(self._show_branches)
        log_y = (
            self.tr("log loss"),
            self.tr(
                "Logarithmic loss axis: equal ratios get equal room. A loss of 0 is drawn at the "
                "bottom edge."
            ),
        )  # fmt: skip
        super().__init__("loss", self.plot, log_y, parent, more=(self.extremes, self.branches))
        self.top.setContentsMargins(8, 4, 4, 0)
        for button in (self.extremes, self.branches, self.log_x, self.log_y, self.whole_run):
            button.setMinimumWidth(1)
        self.update_legend()

    @property
    def narrow(self) -> bool:
        """Whether there is no room for the buttons beside the legend."""
        return self.width() < NARROW * self.fontMetrics().height()

    @property
    def brief(self) -> bool:
        """Whether there is little room for words."""
        low = self.height() < NARROW * self.fontMetrics().height()
        return self._presenting or (self.narrow and low)

    def _arrange(self) -> None:
        """Put the buttons below the legend where there is little room."""
        super()._arrange()
        frame = self.plot.frame
        several = frame is not None and len(frame.branches) > 1
        self.extremes.setVisible(not self._presenting)
        self.branches.setVisible(several and not self._presenting)
        self.whole_run.setVisible(not self._presenting)  # has room also where words have none
        self._stack(narrow=self.narrow)

    def show_frame(self, frame: Frame) -> None:
        """Draw the record in `frame`."""
        self.plot.show_frame(frame)
        self.follow_decades(self.plot.decades())
        self.update_legend()
        self._arrange()

    def update_legend(self) -> None:
        """Say what is drawn, in fewer words where there is little room."""
        series = current_theme().series
        steps = self.plot.averaged_steps()
        averaged = self.tr("mean of {steps} steps").format(steps=count(steps))
        if steps == 1:
            averaged = self.tr("mean of 1 step")
        entries = [
            LegendEntry(Mark.HEADING, "", self.tr("loss:")),
            *self._band_entries(series[STEP]),
            LegendEntry(Mark.LINE, series[STEP], self.tr("mean") if self.brief else averaged),
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

    def _band_entries(self, colour: str) -> list[LegendEntry]:
        """Name what is drawn of single steps: each of them, or between which values most lie."""
        history = self.plot.history
        if history is None or shows_every_step(self.plot, history):
            return [LegendEntry(Mark.THIN, colour, self.tr("every step"))]
        band = LegendEntry(Mark.BAND, colour, self.tr("10–90 %"))
        outline = LegendEntry(Mark.THIN, colour, self.tr("extremes"))
        return [band, outline] if self.plot.extremes else [band]

    def _branch_entries(self) -> list[LegendEntry]:
        """Name the curves of some branches: those compared, then the newest."""
        lines, strong = self.plot.branches.lines, self.plot.branches.strong
        if not lines:
            return []
        ordered = sorted(lines, key=lambda line: (line.number not in strong, -line.number))
        named = ordered[: 1 if self.brief else MOST_NAMED]
        coloured = frozenset(line.number for line in named)
        if coloured != self.plot.branches.coloured:
            self.plot.branches.coloured = coloured
            self.plot.redraw()
        return legend_entries(ordered, len(named))

    @Slot(bool)
    def _show_extremes(self, on: bool) -> None:
        self.plot.show_extremes(on)
        self.update_legend()

    @Slot(bool)
    def _show_branches(self, on: bool) -> None:
        self.plot.show_branches(on)
        self.update_legend()


class LossPanel(Panel):
    """Loss and accuracy along the steps."""

    interval_ms = 50

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("loss_panel", send, parent)
        self.view = LossView()
        self.plot = self.view.plot
        self.plot.step_clicked.connect(self._go)
        self.plot.branch_chosen.connect(self._switch)
        self.plot.range_wanted.connect(self.range_wanted)
        self.plot.view_range_changed.connect(self.view_range_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def set_presenting(self, on: bool) -> None:
        """Leave the line above the plot to the legend."""
        self.view.set_presenting(on)

    def show_frame(self, frame: Frame) -> None:
        """Draw the record in `frame`."""
        self.view.show_frame(frame)

    def needs(self) -> Set[Need]:
        """Return that it draws the record, evaluations and, if shown, other branches."""
        branches = {Need.BRANCHES} if self.view.branches.isChecked() else set()
        return {Need.HISTORY, Need.EVALUATION} | branches

    def set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Show the same steps as another plot does; emits nothing."""
        self.view.set_view_range(steps)

    def _switch(self, number: int) -> None:
        self.send(SwitchBranch(number))

    def _go(self, step: int) -> None:
        self.send(Seek(step))
