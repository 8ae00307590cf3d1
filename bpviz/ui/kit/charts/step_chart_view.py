"""StepChartView: a plot along the steps, with its legend and switches above it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from bpviz.ui.core.theme import theme_changed
from bpviz.ui.kit.charts.legend import LegendBar
from bpviz.ui.kit.charts.step_chart import StepChart
from bpviz.ui.kit.controls.buttons import flat_button
from bpviz.ui.kit.controls.segmented import Segment

BRIEF = 25
"""Lines of text that it is wide where there is room for all words."""

LINEAR_BELOW = 0.7
"""Decades below which an axis becomes linear again: less than one, so that it does not flicker."""


class StepChartView(QWidget):
    """Base of the views along time.

    Parameters
    ----------
    name : str
        The switches are called ``{name}_log_x``, ``{name}_log_y`` and ``{name}_whole_run``.
    plot : StepChart
    log_y : (str, str)
        Text and explanation of the switch of the upright axis.
    more : tuple of QToolButton
        Further buttons, before those that every such plot has.

    Attributes
    ----------
    top, buttons : QBoxLayout
        The legend, and the buttons beside it.
    legend : LegendBar
    log_x, log_y, whole_run : QToolButton
    """

    def __init__(
        self,
        name: str,
        plot: StepChart,
        log_y: tuple[str, str],
        parent: QWidget | None = None,
        *,
        more: tuple[QToolButton, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._plot = plot
        self.legend = LegendBar(most=2)
        self.legend.setToolTip(plot.whatsThis())
        self.log_x = flat_button(
            f"{name}_log_x",
            self.tr("log step"),
            self.tr(
                "Logarithmic step axis: equal ratios get equal room. It shows step + 1, so that "
                "step 0 has a place."
            ),
        )
        self.log_y = flat_button(f"{name}_log_y", *log_y)
        self.whole_run = flat_button(
            f"{name}_whole_run",
            self.tr("whole run"),
            self.tr("Show all steps and follow the run; the same as a double click in the plot."),
            checkable=False,
            kind=Segment,
        )
        self.whole_run.setEnabled(False)
        self._log_y_chosen = False
        self.log_x.toggled.connect(self._set_log)
        self.log_y.toggled.connect(self._choose_log_y)
        self.whole_run.clicked.connect(plot.show_whole_run)
        plot.view_range_changed.connect(self._view_changed)
        self.top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.top.setContentsMargins(8, 0, 4, 0)
        self.top.setSpacing(4)
        self.top.addWidget(self.legend, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(4)
        for button in (*more, self.log_x, self.log_y, self.whole_run):
            self.buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons.addStretch(1)
        self.top.addLayout(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self.top)
        layout.addWidget(plot, 1)
        theme_changed.connect(self.update_legend)
        self._presenting = False

    @property
    def brief(self) -> bool:
        """Whether there is little room for words."""
        return self.width() < BRIEF * self.fontMetrics().height()

    def set_presenting(self, on: bool) -> None:
        """Leave the line above the plot to the legend."""
        self._presenting = on
        self._arrange()
        self.update_legend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is little room."""
        super().resizeEvent(event)
        self._arrange()
        self.update_legend()

    def _arrange(self) -> None:
        self.log_x.setVisible(not self._presenting)
        self.log_y.setVisible(not self._presenting)
        needed = self.whole_run.isEnabled() or not self.brief
        self.whole_run.setVisible(needed and not self._presenting)

    def _stack(self, *, narrow: bool = False) -> None:
        """Put the buttons below the legend where there is no room beside it."""
        direction = QBoxLayout.Direction
        beside = self.width() - self.buttons.sizeHint().width() - 4 * self.top.spacing()
        below = narrow or not self.legend.fits(beside)
        self.top.setDirection(direction.TopToBottom if below else direction.LeftToRight)

    def update_legend(self) -> None:
        """Say what the colours and lines mean; called when the theme has changed."""

    def set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Show the same steps as another plot does; emits nothing."""
        self._plot.set_view_range(steps)
        self._view_changed(steps)

    def follow_decades(self, decades: float) -> None:
        """Make the upright axis logarithmic once it spans a decade, until a person chooses.

        While only a part of the run is in sight it stays what it is.
        """
        wanted = decades >= (LINEAR_BELOW if self._plot.log_y else 1.0)
        if self._log_y_chosen or self._plot.view_range is not None or wanted == self._plot.log_y:
            return
        with QSignalBlocker(self.log_y):
            self.log_y.setChecked(wanted)
        self._set_log()

    @Slot()
    def _choose_log_y(self) -> None:
        self._log_y_chosen = True
        self._set_log()

    @Slot()
    def _set_log(self) -> None:
        self._plot.set_log(x=self.log_x.isChecked(), y=self.log_y.isChecked())

    @Slot(object)
    def _view_changed(self, steps: object) -> None:
        self.whole_run.setEnabled(steps is not None)
        self._arrange()
