"""Prediction: what the network says, large, and a bar for each output."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bpviz.datasets import Dataset
from bpviz.network import Activation, StepTrace
from bpviz.ui.core.formatting import NOTHING, count, number
from bpviz.ui.core.shown_pair import class_name, predicted_class
from bpviz.ui.core.theme import WARNING
from bpviz.ui.kit.controls.export_menu import tab_separated
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.scroll_area import scroll_area
from bpviz.ui.kit.pair.output_bars import OutputBars
from bpviz.ui.kit.pair.output_range import OutputAxis, output_names

LARGE = 2.4
"""How many times as large as other text the answer is."""

HIGH = 17
"""Lines of text that it is high where its caption has room."""

MOST_UNITS = 4
"""So many switched-off units are named; with more of them, they are counted."""


class LargeLine(ElidedLabel):
    """A line of text several times as large as other text, or as large as it has room."""

    def sizeHint(self) -> QSize:
        """One line high, without the room above and below that a large font leaves."""
        metrics = QFontMetrics(self._large(LARGE))
        return QSize(0, metrics.ascent() + metrics.descent() // 2)

    def _large(self, times: float) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF(), 1.0) * times)
        font.setBold(True)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        wide = QFontMetrics(self._large(LARGE)).horizontalAdvance(self.text())
        fitting = 0.95 * LARGE * self.width() / max(wide, 1)
        painter.setFont(self._large(min(max(fitting, 1.0), LARGE)))
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, text)


class Prediction(FittedWidget):
    """The class (or the value, of a regression) and all outputs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Dataset | None = None
        self._axis = OutputAxis()
        self._presenting = False
        self.caption = ElidedLabel(self.tr("Prediction"), muted=True)
        self.off = ElidedLabel(name="draw_switched_off")
        self.off.setForegroundRole(WARNING)
        self.off.hide()
        self.verdict = LargeLine()
        self.verdict.setObjectName("draw_verdict")
        self.verdict.setAccessibleName(self.tr("Prediction of the network"))
        self.verdict.setToolTip(
            self.tr(
                "The predicted class: the one with the largest output (with one output: the "
                "second class from the threshold upwards). For a regression: f in the targets' "
                "original units."
            )
        )
        self.bars = OutputBars("draw_outputs")
        self.bars.digits = 2
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self.caption, self.off, self.verdict):
            words.addWidget(widget)
        words.addStretch(1)
        self._top = QHBoxLayout()
        self._top.setSpacing(4)
        self._top.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._top)
        column.addWidget(scroll_area(self.bars), 1)

    def take_in(self, widget: QWidget) -> None:
        """Let `widget` stand right of the large words."""
        self._top.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def set_presenting(self, on: bool) -> None:
        """Let the answer speak for itself."""
        self._presenting = on
        self._fit()

    def _fit(self) -> None:
        """Leave the bars what room there is."""
        high = self.height() >= HIGH * self.fontMetrics().height()
        self.caption.setVisible(high and not self._presenting and self.off.isHidden())

    def show_trace(
        self, data: Dataset, trace: StepTrace | None, sigma2: Activation, stretch: object = None
    ) -> None:
        """Show f of `trace`; None is a drawing without ink, to which nothing is said."""
        self._data = data
        none = np.full(data.n_outputs, math.nan)  # nobody says what it should be
        f = None if trace is None else trace.f
        values = self._axis.values(data, f, none, sigma2, stretch)
        self.bars.set_values(output_names(data), values)
        words = NOTHING
        if f is not None and data.labels is not None:
            guess = predicted_class(data, f)
            words = NOTHING if guess is None else class_name(data.class_names, guess)
        elif f is not None and data.n_outputs <= 2:
            names = output_names(data)
            written = [f"{name} = {number(values.own_f(j), 3)}" for j, name in enumerate(names)]
            words = "  ".join(written)
        self.verdict.setText(words)
        self.verdict.setVisible(data.labels is not None or data.n_outputs <= 2)

    def show_switched_off(self, units: tuple[int, ...]) -> None:
        """Say that hidden units are switched off, if any are."""
        words = ""
        if len(units) == 1:
            words = self.tr("without unit {k}").format(k=units[0])
        elif 1 < len(units) <= MOST_UNITS:
            words = self.tr("without units {ks}").format(ks=", ".join(map(str, units)))
        elif units:
            words = self.tr("without {n} units").format(n=count(len(units)))
        self.off.setText(words)
        self.off.setToolTip(self.tr("Ablated hidden units: the prediction is that of the others."))
        self.off.setVisible(bool(words))
        self._fit()

    def text(self) -> str:
        """Return the outputs as tab separated text, names and f, own units beside the network's."""
        shown = self.bars.shown
        if self._data is None or shown.f is None:
            return ""
        rows = []
        for j, name in enumerate(output_names(self._data)):
            own = [] if shown.scale is None else [shown.own_f(j)]
            rows.append([name, float(shown.f[j]), *own])
        return tab_separated(rows)
