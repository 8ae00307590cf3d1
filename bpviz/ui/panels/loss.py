"""LossPanel: the loss of every step, its moving average, and how good the network is."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from bpviz.training.commands import Seek
from bpviz.training.events import Evaluations, Frame
from bpviz.ui.panel import Panel, Send
from bpviz.ui.text import count, number
from bpviz.ui.theme import Theme
from bpviz.ui.widgets.envelope_painting import Band, Points
from bpviz.ui.widgets.envelope_plot import EnvelopePlot
from bpviz.ui.widgets.legend_bar import Entry, LegendBar, Mark
from bpviz.ui.widgets.scale import Scale
from bpviz.ui.widgets.small_buttons import switch

STEP, TRAIN, TEST = 0, 1, 2
"""Series of the theme."""


class LossPlot(EnvelopePlot):
    """The plot; it also reads out and copies what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame: Frame | None = None
        self.y_title = self.tr("loss ‖f − y‖²")
        self.right_title = self.tr("accuracy (%)")
        self.message = self.tr("No step has been made yet.")

    def show_frame(self, frame: Frame) -> None:
        """Draw the record in `frame`."""
        self.frame = frame
        self.follow_run(frame.run)
        history = frame.history
        bands = () if history is None else (Band(history.loss, STEP),)
        points = []
        classified = False
        for curve, colour in ((frame.train_curve, TRAIN), (frame.test_curve, TEST)):
            points.append(Points(curve.steps, curve.loss, colour))
            if np.isfinite(curve.accuracy).any():
                classified = True
                points.append(Points(curve.steps, 100 * curve.accuracy, colour, on_right=True))
        self.right_scale = Scale(-2.0, 102.0) if classified else None
        empty = (history is None or not len(history.starts)) and not any(
            len(line.steps) for line in points
        )
        self.message = self.tr("No step has been made yet.") if empty else ""
        self.set_data(history, bands, tuple(points), frame.step, frame.tip)

    def readout(self) -> list[str]:
        """Read off the bucket under the mouse and the evaluations nearest to it."""
        if self.hover is None or self.frame is None:
            return []
        at = self.x_value(self.hover.x())
        lines = []
        bucket, history = self.bucket_at(at), self.history
        if bucket is not None and history is not None:
            first = int(history.starts[bucket])
            last = min(first + history.width, history.tip) - 1
            low, mean, high = (
                float(values[bucket])
                for values in (history.loss.low, history.loss.mean, history.loss.high)
            )
            if last <= first:
                lines.append(self.tr("step {step}").format(step=count(first)))
                lines.append(self.tr("loss {loss}").format(loss=number(mean)))
            else:
                lines.append(
                    self.tr("steps {first} … {last}").format(first=count(first), last=count(last))
                )
                lines.append(
                    self.tr("loss {low} … {high}, mean {mean}").format(
                        low=number(low), high=number(high), mean=number(mean)
                    )
                )
            lines.append(
                self.tr("mean of {steps} steps: {mean}").format(
                    steps=count(self.averaged_steps()), mean=number(self.average_at(0, bucket))
                )
            )
        elif 0 <= round(at) <= self.tip:
            lines.append(self.tr("step {step}").format(step=count(round(at))))
        for name, curve in (
            (self.tr("training set"), self.frame.train_curve),
            (self.tr("test set"), self.frame.test_curve),
        ):
            line = self._evaluation(name, curve, at)
            if line:
                lines.append(line)
        return lines

    def _evaluation(self, name: str, curve: Evaluations, at: float) -> str:
        """Describe the evaluation nearest to a step, empty where none is near."""
        if not len(curve.steps):
            return ""
        i = int(np.argmin(np.abs(curve.steps - at)))
        pixels = abs(float(self.px(curve.steps[i].astype(float)) - self.px(at)))
        if pixels > 40:
            return ""
        accuracy = float(curve.accuracy[i])
        if math.isnan(accuracy):
            text = self.tr("{name} at step {step}: loss {loss}")
        else:
            text = self.tr("{name} at step {step}: loss {loss}, {accuracy} % right")
        return text.format(
            name=name,
            step=count(int(curve.steps[i])),
            loss=number(curve.loss[i]),
            accuracy=f"{100 * accuracy:.2f}",
        )

    def values_text(self) -> str:
        """Return the record in sight, then the evaluations, as a table."""
        rows = ["first_step\tloss_min\tloss_mean\tloss_max\tloss_moving_average"]
        if self.history is not None:
            loss = self.history.loss
            for i, start in enumerate(self.history.starts.tolist()):
                if self.x_scale.low <= start <= self.x_scale.high:
                    values = (loss.low[i], loss.mean[i], loss.high[i], self.average_at(0, i))
                    rows.append("\t".join([str(start), *(repr(float(v)) for v in values)]))
        if self.frame is not None:
            for name, curve in (("train", self.frame.train_curve), ("test", self.frame.test_curve)):
                rows += ["", f"step\t{name}_loss\t{name}_accuracy"]
                for row in zip(
                    curve.steps.tolist(), curve.loss.tolist(), curve.accuracy.tolist(), strict=True
                ):
                    rows.append("\t".join(map(repr, row)))
        return "\n".join(rows) + "\n"


class LossPanel(Panel):
    """Loss and accuracy along the steps.

    Signals
    -------
    range_wanted(object)
        Steps ``(first, last)`` whose record the plot would like, or None for the whole run.
    view_range_changed(object)
        Steps ``(first, last)`` in sight, or None, for plots that should show the same.
    """

    interval_ms = 50
    range_wanted = Signal(object)
    view_range_changed = Signal(object)

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("loss_panel", send, parent)
        self.plot = LossPlot()
        self.plot.setObjectName("loss_plot")
        self.plot.setAccessibleName(self.tr("Loss and accuracy along the steps"))
        self.plot.setWhatsThis(
            self.tr(
                "The loss ‖f − y‖² of every step: the band reaches from the least to the greatest "
                "value, the line is its moving average. Points: mean loss of the training and the "
                "test set; dashed, on the right: the share classified rightly. Click: go to that "
                "step. Wheel or drag: zoom. Shift and drag: move along. Double click: whole run. "
                "Right click: copy."
            )
        )
        self.plot.step_clicked.connect(self._go)
        self.plot.range_wanted.connect(self.range_wanted)
        self.plot.view_range_changed.connect(self._view_changed)
        self.legend = LegendBar()
        self.legend.setToolTip(self.plot.whatsThis())
        self.log_x = switch(
            "loss_log_x",
            self.tr("log step"),
            self.tr("Logarithmic step axis: the first steps get as much room as the last. It "
                    "shows step + 1, so that step 0 has a place."),
        )  # fmt: skip
        self.log_y = switch(
            "loss_log_y",
            self.tr("log loss"),
            self.tr("Logarithmic loss axis: equal ratios get equal room. A loss of 0 stands at "
                    "the bottom edge."),
        )  # fmt: skip
        self.whole_run = switch(
            "loss_whole_run",
            self.tr("whole run"),
            self.tr("Show all steps and follow the run; the same as a double click in the plot."),
            checkable=False,
        )
        self.log_x.toggled.connect(self._set_log)
        self.log_y.toggled.connect(self._set_log)
        self.whole_run.clicked.connect(self.plot.show_whole_run)
        self.whole_run.setEnabled(False)

        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 4, 0)
        top.setSpacing(4)
        top.addWidget(self.legend, 1)
        for button in self._buttons():
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.plot, 1)
        self._brief = False
        self._update_legend()

    def set_presenting(self, on: bool) -> None:
        """Leave the line above the plot to the legend."""
        for button in self._buttons():
            button.setVisible(not on)
        self._brief = on
        self._update_legend()

    def _buttons(self) -> tuple[QToolButton, ...]:
        return self.log_x, self.log_y, self.whole_run

    def title(self) -> str:
        """Return the dock's title."""
        return self.tr("Loss")

    def show_frame(self, frame: Frame) -> None:
        """Draw the record in `frame`."""
        self.plot.show_frame(frame)
        self._update_legend()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        super().set_theme(theme)
        self.plot.set_theme(theme)
        self.legend.set_theme(theme)
        self._update_legend()

    def set_view_range(self, steps: tuple[int, int] | None) -> None:
        """Show the same steps as another plot does; emits nothing."""
        self.plot.set_view_range(steps)
        self.whole_run.setEnabled(steps is not None)

    def _update_legend(self) -> None:
        series = self.theme.series
        averaged = self.tr("mean of {steps} steps").format(steps=count(self.plot.averaged_steps()))
        entries = [
            Entry(Mark.HEADING, "", self.tr("loss:")),
            Entry(Mark.BAND, series[STEP], self.tr("every step")),
            Entry(Mark.LINE, series[STEP], self.tr("mean") if self._brief else averaged),
        ]
        points = (self.tr("train"), TRAIN), (self.tr("test"), TEST)
        frame = self.plot.frame
        tested = frame is not None and len(frame.test_curve.steps) > 0
        shown = points if tested or frame is None else points[:1]
        entries += [Entry(Mark.POINTS, series[colour], name) for name, colour in shown]
        if self.plot.right_scale is not None:
            entries.append(Entry(Mark.HEADING, "", self.tr("accuracy:")))
            entries += [Entry(Mark.DASHED, series[colour], name) for name, colour in shown]
        self.legend.set_entries(tuple(entries))

    def _set_log(self) -> None:
        self.plot.set_log(x=self.log_x.isChecked(), y=self.log_y.isChecked())

    def _go(self, step: int) -> None:
        self.send(Seek(step))

    def _view_changed(self, steps: object) -> None:
        self.whole_run.setEnabled(steps is not None)
        self.view_range_changed.emit(steps)
