"""TrainingView: cosine of both rules and losses of a paired run along the steps, and its bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from bpviz.network.rules import GradientRule
from bpviz.training.events import Frame
from bpviz.ui.core.formatting import translated
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark, heading
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.layouts import named, vbox
from bpviz.ui.panels.rule_comparison.cosine_plot import CosineLine, CosinePlot
from bpviz.ui.panels.rule_comparison.model import rule_colour, rule_series
from bpviz.ui.panels.rule_comparison.training_bar import TrainingBar
from bpviz.ui.panels.rule_comparison.training_plot import TrainingPlot

WIDE, HIGH = 11, 6
"""Lines of text that a plot is wide and high at least where both are presented."""

THIS = 0
"""Series of the branch at hand, where it is none of the trial's."""


class TrainingView(FittedWidget):
    """Two plots with their legends, beside or below each other.

    Signals
    -------
    step_clicked(object)
        A step of the branch at hand that was clicked in one of the plots.
    """

    step_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._presenting = False
        self.bar = TrainingBar()
        self.cosines = named(
            CosinePlot(),
            "rule_cosine_plot",
            self.tr("Cosine between both gradient rules"),
            about=self.tr(
                "Cosine between the printed and the exact ∂W₁, mean over the same 256 pairs of "
                "the training set (all, if there are fewer); the band holds the middle 80 % of "
                "them. 1: the same direction. Below 0: a step against the printed gradient leads "
                "uphill. Both gradients have rank one with the same x, so it is the cosine "
                "between the two δ1. Click: go to that step. Wheel or drag: zoom. Double click: "
                "whole run. Right click: copy."
            ),
        )
        self.losses = named(
            TrainingPlot(),
            "rule_loss_plot",
            self.tr("Losses of both gradient rules"),
            about=self.tr(
                "Moving average of the loss ‖f − y‖² of both branches of the rule comparison and, "
                "dashed, right axis, their test accuracy. Click: go to that step. Wheel or drag: "
                "zoom. Double click: whole run. Right click: copy."
            ),
        )
        self.cosine_legend, self.loss_legend = LegendBar(most=2), LegendBar(most=2)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        for legend, plot in (
            (self.cosine_legend, self.cosines),
            (self.loss_legend, self.losses),
        ):
            legend.setToolTip(plot.whatsThis())
            self._row.addLayout(vbox(legend, plot, spacing=1, stretch=plot), 1)
            plot.step_clicked.connect(self.step_clicked)
        self.cosines.view_range_changed.connect(self.losses.set_view_range)
        self.losses.view_range_changed.connect(self.cosines.set_view_range)
        theme_changed.connect(self._update_legends)
        vbox(self.bar, self._row, into=self, spacing=4, stretch=self._row)

    def show_frame(self, frame: Frame) -> None:
        """Draw the curves in `frame`."""
        self._frame = frame
        self.bar.show_frame(frame)
        for plot in (self.cosines, self.losses):
            plot.follow_run(frame.run)
        self.cosines.show_lines(self._lines(frame), frame.step, frame.tip, self.tr("Computing…"))
        empty = self.tr(
            "Use “Train with both rules” to compare their losses here, from the same start."
        )
        self.losses.show_trial(frame.trial, frame.step, frame.tip, empty)
        self._update_legends()

    def _lines(self, frame: Frame) -> tuple[CosineLine, ...]:
        """Return the branch at hand, unless it is one of the trial's, and those."""
        sides = () if frame.trial is None else frame.trial.sides
        lines = [
            CosineLine(translated(side.name), side.cosines, rule_series(side.rule))
            for side in sides
            if side.branch >= 0
        ]
        if frame.cosines is not None and frame.branch not in [side.branch for side in sides]:
            names = {note.number: translated(note.name) for note in frame.branches}
            name = names.get(frame.branch, self.tr("this branch"))
            lines.insert(0, CosineLine(name, frame.cosines, THIS))
        return tuple(lines)

    def _update_legends(self) -> None:
        frame, series = self._frame, current_theme().series
        if frame is None:
            return
        words = "{name}" if self._presenting else self.tr("on “{name}”")
        shown = [
            LegendEntry(Mark.POINTS, series[line.colour], words.format(name=line.name))
            for line in self.cosines.lines
        ]
        head = heading(self.tr("cos(printed, exact):"))
        self.cosine_legend.set_entries(shown if self._presenting else [head, *shown])
        names = {
            GradientRule.EXACT: self.tr("exact"),
            GradientRule.AS_PRINTED: self.tr("as printed"),
        }
        lines = [
            LegendEntry(Mark.LINE, rule_colour(rule, current_theme()), name)
            for rule, name in names.items()
        ]
        if not self._presenting:
            lines.insert(0, heading(self.tr("mean loss:")))
            if self.losses.classified:
                lines.append(heading(self.tr("dashed: test accuracy")))
        self.loss_legend.set_entries(lines)
        self._fit()

    def set_presenting(self, on: bool) -> None:
        """Let the legends name the curves alone; the axes say what is drawn along them."""
        self._presenting = on
        self.bar.set_presenting(on)
        self._update_legends()
        self._fit()

    def _fit(self) -> None:
        """Show both plots where each has room, else the cosines: the losses are told as figures.

        The results name the colours as well, so a presentation needs no legends beside them.
        """
        narrow = self.width() < self.height()
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        line = self.fontMetrics().height()
        wide, high = self.width() / line, (self.height() - self.bar.height()) / line
        wide, high = (wide, high / 2) if narrow else (wide / 2, high)
        both = not self._presenting or (wide >= WIDE and high >= HIGH)
        legends = not (self._presenting and self.bar.names_both)
        another = any(line.colour == THIS for line in self.cosines.lines)
        self.cosine_legend.setVisible(legends or another)
        self.losses.setVisible(both)
        self.loss_legend.setVisible(legends and both)
        self._row.setStretch(1, int(both))
