"""SweepView: the error of one weight against the step size, with its legend and its choice."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bpviz.training.evaluation.check_info import CheckInfo
from bpviz.ui.core.formatting import number
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.charts.legend import LegendBar, LegendEntry, Mark
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import hbox, named, vbox
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.panels.gradient_check.sweep_plot import DOUBLE, EXTENDED, KINK, SweepPlot

WORST, SELECTED = "worst", "selected"


class SweepView(QWidget):
    """The plot, and whether it is of the worst weight or of the selected one.

    Attributes
    ----------
    choice : Segmented
        "worst" or "selected".
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenting = self._low = False
        self.title = ElidedLabel(name="step_size_title", bold=True)
        self.choice = Segmented(
            "step_size_weight",
            (
                (WORST, self.tr("worst"), self.tr("Of the weight with the largest error")),
                (
                    SELECTED,
                    self.tr("selected"),
                    self.tr("Of the selected weight; a click on any heatmap of weights selects"),
                ),
            ),
            self,
        )
        self.plot = named(
            SweepPlot(),
            "step_size_plot",
            self.tr("Error against the step size"),
            about=self.tr(
                "How far (E(w + s) − E(w − s)) / 2s is from the closed form, for one weight and "
                "many step sizes s, both axes logarithmic; the error is relative as in the "
                "heatmap, which shows that of the extended curve at the s used. Towards the right "
                "the truncation error grows with s², towards the left rounding grows with 1/s: a "
                "V, with its best s near the cube root of the precision. A wrong derivative gives "
                "a level line instead. Right click: copy."
            ),
        )
        self.legend = named(
            LegendBar(most=2),
            "step_size_legend",
            self.tr("Legend"),
            tip=self.tr(
                "Precision in which the loss is evaluated: double has 16 digits, extended (the "
                "widest of this machine) has 19 or more."
            ),
        )
        head = hbox(self.title, self.choice, stretch=self.title)
        vbox(head, self.plot, self.legend, into=self, spacing=2, stretch=self.plot)
        theme_changed.connect(self._name)

    @property
    def of_selected(self) -> bool:
        """Whether it is to show the selected weight."""
        return self.choice.value() == SELECTED

    def show_note(self, note: CheckInfo | None) -> None:
        """Draw the curves of a check."""
        sweep = None if note is None else note.sweep
        size = 0.0 if note is None or note.result is None else note.result.step_size
        self.plot.show_sweep(sweep, size)
        self.plot.message = "" if sweep is not None else self._nothing(note)
        if self.plot.all_zero:
            self.plot.message = self.tr(
                "The gradient of this weight and all its differences are 0."
            )
        if sweep is None:
            self.title.setText("")
        else:
            place = Selection(sweep.matrix, sweep.row, sweep.column).words
            self.title.setText(f"∂{place} = {number(sweep.curve.analytic, 4)}")
        self._name()
        self.plot.update()

    def _nothing(self, note: CheckInfo | None) -> str:
        if note is None:
            return self.tr("The error against the step size will be shown here.")
        if note.result is None:
            return ""
        return self.tr("No weight can be compared. Select a weight to see its differences.")

    def set_presenting(self, on: bool) -> None:
        """Leave the choice of the weight to the room."""
        self._presenting = on
        self.choice.setVisible(not on)
        self._fit()

    def set_room(self, height: int) -> None:
        """Name the curves beside themselves where `height` pixels have no room for a legend."""
        self._low = height < self.least_height() + self.legend.minimumSizeHint().height()
        self._fit()

    def least_height(self) -> int:
        """Return the pixels below which there would be axes, but hardly a curve."""
        head = self.title if self._presenting else self.choice
        return head.sizeHint().height() + 2 + self.plot.least_height()

    def _fit(self) -> None:
        brief = self._presenting or self._low
        self.legend.setVisible(not brief)
        self.plot.set_named(brief)

    @Slot()
    def _name(self) -> None:
        sweep, series = self.plot.sweep, current_theme().series
        if sweep is None:
            self.legend.set_entries(())
            return
        entries = [LegendEntry(Mark.LINE, series[DOUBLE], self.tr("double"))]
        extended = LegendEntry(Mark.LINE, series[EXTENDED], self.tr("extended"))
        entries = [extended] if self.plot.one_precision else [*entries, extended]
        if self.plot.step_size > 0:
            entries.append(LegendEntry(Mark.DASH, current_theme().text, self.tr("s used")))
        if sweep.curve.kink.any():
            entries.append(LegendEntry(Mark.DASH, series[KINK], self.tr("across a kink")))
        self.legend.set_entries(entries)
