"""RegressionView: predicted against true values of one output, with R² and RMSE."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from bpviz.datasets.dataset import Dataset, Part
from bpviz.training.evaluation.results import Scan
from bpviz.ui.core import plurals
from bpviz.ui.core.formatting import MINUS, NOTHING, count, number
from bpviz.ui.core.shown_pair import ShownPair
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.controls.export_menu import tab_separated
from bpviz.ui.kit.controls.labels import LineLabel
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.panels.evaluation.regression_fit import RegressionFit
from bpviz.ui.panels.evaluation.regression_plot import RegressionPlot


class RegressionView(QWidget):
    """The plot with a line above it.

    Signals
    -------
    sample_clicked(object)
        Index of the sample under a click.
    """

    sample_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Dataset | None = None
        self._part = Part.TRAIN
        self._scan: Scan | None = None
        self._fit: RegressionFit | None = None
        self.plot = RegressionPlot()
        self.plot.setObjectName("evaluation_regression_plot")
        self.plot.setAccessibleName(self.tr("Predicted against true values"))
        self.plot.setWhatsThis(
            self.tr(
                "Every sample by its true value (across) and by what the network says (upwards), "
                "in the target's own unit. On the dashed line lies what is predicted exactly. "
                "Click: look at that sample. Right click: copy."
            )
        )
        self.plot.describe = self.describe
        self.plot.table = self.table
        self.plot.sample_clicked.connect(self.sample_clicked)
        self.output = QComboBox()
        self.output.setObjectName("evaluation_output")
        self.output.setAccessibleName(self.tr("Output"))
        self.output.setToolTip(self.tr("Which output of the network is shown"))
        WheelGuard(self).guard(self.output)
        self.output.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.output.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.output.setMinimumContentsLength(8)
        self.output.hide()
        self.figures = LineLabel()
        self.figures.setObjectName("evaluation_regression_figures")
        self.figures.setToolTip(
            self.tr(
                "R²: 1 − Σ(predicted − true)² / Σ(true − mean)², the share of the targets' "
                "variance that the network explains; 1 is perfect, 0 as good as their mean. RMSE: "
                "the root of the mean of (predicted − true)², in the target's own unit."
            )
        )
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        top.setSpacing(8)
        top.addWidget(self.output)
        top.addWidget(self.figures, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.plot, 1)
        self.output.currentIndexChanged.connect(self._choose_output)

    def show_scan(self, data: Dataset, part: Part, scan: Scan) -> None:
        """Show `scan` of `data`, which is that `part` and has no classes."""
        if (scan, data, part) == (self._scan, self._data, self._part):
            return
        fresh = data is not self._data
        if fresh:
            self._name_outputs(data)
        self._data, self._part, self._scan = data, part, scan
        self._show(fresh=fresh)

    def _name_outputs(self, data: Dataset) -> None:
        names = [self._output_name(data, j) for j in range(data.n_outputs)]
        if names != [self.output.itemText(i) for i in range(self.output.count())]:
            self.output.blockSignals(True)
            self.output.clear()
            self.output.addItems(names)
            self.output.blockSignals(False)
        self.output.setVisible(len(names) > 1)

    @staticmethod
    def _output_name(data: Dataset, output: int) -> str:
        if output < len(data.target_names):
            return data.target_names[output]
        return "y" if data.n_outputs == 1 else f"y[{output}]"

    @Slot(int)
    def _choose_output(self, _index: int) -> None:
        self._show(fresh=True)

    def _show(self, *, fresh: bool) -> None:
        data, scan = self._data, self._scan
        if data is None or scan is None or scan.outputs is None:
            return
        output = max(self.output.currentIndex(), 0)
        self._fit = fit = RegressionFit.of(data, scan.outputs, output)
        name = self._output_name(data, output)
        self.plot.x_title = self.tr("true {name}").format(name=name)
        self.plot.y_title = self.tr("predicted {name}").format(name=name)
        self.plot.set_fit(fit, fresh=fresh)
        words = [
            self.tr("R² {value}").format(value=NOTHING if fit.r2 is None else f"{fit.r2:.4f}"),
            self.tr("RMSE {value}").format(value=number(fit.rmse)),
            plurals.samples(len(fit.true)),
        ]
        if fit.n_not_finite:
            words.append(self.tr("{n} not finite").format(n=count(fit.n_not_finite)))
        self.figures.setText(" · ".join(words).replace("-", MINUS))

    def set_marks(self, selected: int | None, current: int | None) -> None:
        """Mark the sample that is looked at, and that of the step at hand."""
        self.plot.set_marks(selected, current)

    def describe(self, index: int) -> list[str]:
        """Return the readout's lines for a sample."""
        fit, scan, data = self._fit, self._scan, self._data
        if fit is None or scan is None or data is None:
            return []
        true, predicted = float(fit.true[index]), float(fit.predicted[index])
        return [
            ShownPair(data, index, self._part).words,
            self.tr("true {value}").format(value=number(true)),
            self.tr("predicted {value}").format(value=number(predicted)),
            self.tr("difference {value}").format(value=number(predicted - true)),
            self.tr("loss {loss}").format(loss=number(scan.losses[index])),
        ]

    def table(self) -> str:
        """Return all samples as a table, tabs between columns."""
        rows: list[tuple[object, ...]] = [("index", "true", "predicted", "loss")]
        if self._fit is not None and self._scan is not None:
            columns = (self._fit.true, self._fit.predicted, self._scan.losses)
            values = zip(*(column.tolist() for column in columns), strict=True)
            rows += [(i, *row) for i, row in enumerate(values)]
        return tab_separated(rows) + "\n"

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.plot.set_theme(theme)
