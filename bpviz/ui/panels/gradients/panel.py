"""GradientsPanel: how large the gradient is, of each step along time and of every sample now."""

from __future__ import annotations

from collections.abc import Set
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bpviz.training.commands import Seek, SelectSample, TrainNext
from bpviz.training.events import Frame
from bpviz.training.quantities import Need
from bpviz.ui.core.panel import Panel, Send
from bpviz.ui.kit.controls.labels import AdaptiveLabel
from bpviz.ui.kit.controls.segmented import Segmented
from bpviz.ui.panels.gradients.over_time import GradientTime
from bpviz.ui.panels.gradients.per_sample import GradientSamples


class View(StrEnum):
    """Which of the two plots the panel shows."""

    TIME = "time"
    SAMPLES = "samples"
    BOTH = "both"


class GradientsPanel(Panel):
    """‖∂W₁‖ and ‖∂W₂‖ along time and of every sample."""

    interval_ms = 50

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("gradients_panel", send, parent)
        self._frame: Frame | None = None
        self.time = GradientTime()
        self.samples = GradientSamples()
        self.time.plot.step_clicked.connect(self._go)
        self.time.plot.range_wanted.connect(self.range_wanted)
        self.time.plot.view_range_changed.connect(self.view_range_changed)
        self.samples.plot.sample_clicked.connect(self._select)
        self.samples.train_wanted.connect(self._train)
        self.samples.age_changed.connect(self._show_age)

        self.views = Segmented(
            "gradients_view",
            (
                (
                    View.SAMPLES,
                    self.tr("every sample"),
                    self.tr(
                        "The gradient magnitude of every training sample, with the weights of one "
                        "step."
                    ),
                ),
                (
                    View.TIME,
                    self.tr("over time"),
                    self.tr("The gradient magnitude of the pair of each step."),
                ),
                (View.BOTH, self.tr("both"), self.tr("Both plots, side by side.")),
            ),
        )
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 0)
        top.setSpacing(8)
        top.addWidget(self.views)
        self.age = AdaptiveLabel(name="gradients_age")
        self.age.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.age, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.samples)
        self.splitter.addWidget(self.time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.splitter, 1)
        self.views.changed.connect(self._show_view)
        self._show_view()

    def figure_subject(self) -> str:
        """Return which of the plots is shown."""
        return "" if self.view is View.BOTH else self.views.button(self.view).text()

    @property
    def view(self) -> View:
        """Which of the two plots is shown."""
        return View(self.views.value())

    @property
    def shows_history(self) -> bool:
        """Whether the plot along time is shown, which needs `Frame.history`."""
        return self.view is not View.SAMPLES

    @property
    def shows_scan(self) -> bool:
        """Whether the plot of every sample is shown, which needs `Frame.scan`."""
        return self.view is not View.TIME

    def set_view(self, view: View) -> None:
        """Show one of the plots or both."""
        if view is not self.view:
            self.views.set_value(view.value)
            self._show_view()

    def needs(self) -> Set[Need]:
        """Return what the plot that is shown draws."""
        shown = {Need.HISTORY: self.shows_history, Need.SCAN: self.shows_scan}
        return {need for need, is_shown in shown.items() if is_shown}

    def set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Show the same steps as another plot does; emits nothing."""
        self.time.set_view_range(steps)

    def show_frame(self, frame: Frame) -> None:
        """Draw what is in sight of the two plots."""
        self._frame = frame
        if self.shows_history:
            self.time.show_frame(frame)
        if self.shows_scan:
            self.samples.show_frame(frame)
        self._show_age()

    def _show_view(self) -> None:
        self.time.setVisible(self.shows_history)
        self.samples.setVisible(self.shows_scan)
        if self._frame is not None:
            self.show_frame(self._frame)
        self._show_age()

    def _show_age(self) -> None:
        self.age.set_sentences(self.samples.age() if self.shows_scan else ())

    def _go(self, step: int) -> None:
        self.send(Seek(step))

    def _select(self, index: int) -> None:
        self.send(SelectSample(index))

    def _train(self, index: int) -> None:
        self.send(TrainNext(index))
