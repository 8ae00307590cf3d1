"""GradientTime: ‖∂W₁‖ and ‖∂W₂‖ of the pair of each step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bpviz.training.events import Frame
from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.history_plot import Band, HistoryPlot
from bpviz.ui.kit.charts.legend import LegendEntry, Mark
from bpviz.ui.kit.charts.step_chart_view import StepChartView

W1, W2 = 0, 1
"""Series of the theme."""


class GradientTimePlot(HistoryPlot):
    """The plot; it also reads out and copies what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.y_title = "‖∂W‖<sub>F</sub>"
        self.message = self.tr("No step has been done yet.")

    def show_frame(self, frame: Frame) -> None:
        """Draw the record in `frame`."""
        self.follow_run(frame.run)
        history = frame.history
        if history is None or not len(history.starts):
            self.message = self.tr("No step has been done yet.")
            self.set_data(None, (), (), frame.step, frame.tip)
            return
        self.message = ""
        bands = Band(history.gradient_W1, W1), Band(history.gradient_W2, W2)
        self.set_data(history, bands, (), frame.step, frame.tip)

    def readout(self) -> list[str]:
        """Read off the bucket under the mouse."""
        history = self.history
        bucket = None if self.hover is None else self.bucket_at(self.x_value(self.hover.x()))
        if bucket is None or history is None:
            return []
        first = int(history.starts[bucket])
        last = min(first + history.width, history.tip) - 1
        if last <= first:
            lines = [self.tr("step {step}").format(step=count(first))]
        else:
            lines = [self.tr("steps {first} … {last}").format(first=count(first), last=count(last))]
        for name, curve in (("‖∂W₁‖", history.gradient_W1), ("‖∂W₂‖", history.gradient_W2)):
            mean = number(float(curve.mean[bucket]))
            if last <= first:
                lines.append(f"{name} {mean}")
            else:
                lines.append(
                    self.tr("{name} {low} … {high}, mean {mean}").format(
                        name=name,
                        low=number(float(curve.low[bucket])),
                        high=number(float(curve.high[bucket])),
                        mean=mean,
                    )
                )
        return lines

    def values_text(self) -> str:
        """Return the record in sight as a table."""
        names = [f"grad_W{i}_{kind}" for i in (1, 2) for kind in ("min", "mean", "max")]
        rows = ["\t".join(["first_step", *names])]
        if self.history is not None:
            first, second = self.history.gradient_W1, self.history.gradient_W2
            columns = (first.low, first.mean, first.high, second.low, second.mean, second.high)
            for i, start in enumerate(self.history.starts.tolist()):
                if self.x_scale.low <= start <= self.x_scale.high:
                    rows.append("\t".join([str(start), *(repr(float(c[i])) for c in columns)]))
        return "\n".join(rows) + "\n"


class GradientTime(StepChartView):
    """The plot with its legend and switches."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.plot = GradientTimePlot()
        self.plot.setObjectName("gradients_time_plot")
        self.plot.setAccessibleName(self.tr("Gradient magnitudes along the steps"))
        self.plot.setWhatsThis(
            self.tr(
                "The Frobenius norms of ∂W₁ and ∂W₂ of the pair of each step: the band reaches "
                "from the smallest to the largest value, the line is the moving average. Click: "
                "go to that step. Wheel or drag: zoom. Shift and drag: move along. Double click: "
                "whole run. Right click: copy."
            )
        )
        log_y = (
            self.tr("log ‖∂W‖"),
            self.tr("Logarithmic magnitude axis; a gradient of 0 is drawn at the bottom edge."),
        )
        super().__init__("gradients_time", self.plot, log_y, parent)
        self.log_y.setChecked(True)
        self.update_legend()

    def show_frame(self, frame: Frame) -> None:
        """Draw the record in `frame`."""
        self.plot.show_frame(frame)
        self.update_legend()

    def update_legend(self) -> None:
        """Say what the lines are, and over how many steps they are averaged."""
        series = current_theme().series
        steps = self.plot.averaged_steps()
        mean = self.tr("mean of {steps} steps").format(steps=count(steps))
        if steps == 1:
            mean = self.tr("mean of 1 step")
        self.legend.set_entries(
            (
                LegendEntry(Mark.LINE, series[W1], "‖∂W₁‖"),
                LegendEntry(Mark.LINE, series[W2], "‖∂W₂‖"),
                LegendEntry(Mark.BAND, current_theme().muted, self.tr("every step")),
                LegendEntry(Mark.LINE, current_theme().muted, mean),
            )
        )
