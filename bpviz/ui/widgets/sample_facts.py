"""SampleFacts: what can be said of a pair in a few words and numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bpviz.datasets import Dataset
from bpviz.network.types import Floats
from bpviz.training.partial_trace import PartialTrace
from bpviz.ui.text import NOTHING, number
from bpviz.ui.theme import LIGHT, Theme
from bpviz.ui.widgets.fact import Fact


class SampleFacts(QWidget):
    """Predicted class, label, loss, and both gradient magnitudes."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme = LIGHT
        self._right: bool | None = None
        self.predicted = Fact(
            "sample_predicted",
            self.tr("predicted"),
            self.tr(
                "The class with the largest output; with one output, 1 from f = 0.5 upwards. "
                "✓ where it is the label, ✗ where it is not."
            ),
        )
        self.label = Fact("sample_label", self.tr("label"), self.tr("The true class"))
        self.loss = Fact(
            "sample_loss",
            self.tr("loss"),
            self.tr("‖f − y‖²: the sum of squared differences over the outputs"),
        )
        self.norm1 = Fact(
            "sample_gradient1", "‖∂W₁‖", self.tr("Magnitude of its gradient: ‖δ1‖ ‖x‖")
        )
        self.norm2 = Fact(
            "sample_gradient2", "‖∂W₂‖", self.tr("Magnitude of its gradient: ‖δ2‖ ‖h‖")
        )
        self._facts = (self.predicted, self.label, self.loss, self.norm1, self.norm2)
        self._names: tuple[str, ...] = ()
        self._presenting = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        for fact in self._facts:
            self._row.addWidget(fact, 1)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        for fact in self._facts:
            fact.set_caption(fact.caption.text(), theme.muted)
        self._judge()

    def set_presenting(self, on: bool) -> None:
        """Keep the verdict and the loss, which have room in large figures."""
        self._presenting = on
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the room as the facts need it; without enough of it the magnitudes go first."""
        wide = QFontMetrics(self.loss.value.font()).horizontalAdvance
        name = max(map(wide, self._names), default=0)
        number = wide("0.001234")
        rooms = (
            max(name, self.fontMetrics().horizontalAdvance(self.tr("predicted ✓"))) + 2,
            max(name, self.fontMetrics().horizontalAdvance(self.label.caption.text())) + 2,
            *(number,) * 3,
        )
        needed = 0
        for place, (fact, room) in enumerate(zip(self._facts, rooms, strict=True)):
            self._row.setStretch(place, room)
            if self._names or fact not in (self.predicted, self.label):
                needed += room + self._row.spacing()
        for fact in (self.norm1, self.norm2):
            fact.setVisible(not self._presenting and needed - self._row.spacing() <= self.width())

    def show_facts(self, data: Dataset, index: int, trace: PartialTrace | None) -> None:
        """Show those of pair `index`; what `trace` has not computed is left open."""
        self.loss.set_value(number(None if trace is None else trace.loss))
        with np.errstate(all="ignore"):
            self.norm1.set_value(number(None if trace is None else trace.grad_W1_norm))
            self.norm2.set_value(number(None if trace is None else trace.grad_W2_norm))
        classes = data.labels is not None
        names = data.class_names if classes else ()
        if names != self._names:
            self._names = names
            self._fit()
        self.predicted.setVisible(classes)
        self.label.setVisible(classes)
        if data.labels is None:
            return
        label = int(data.labels[index])
        f = None if trace is None else trace.f
        guess = None if f is None else predicted_class(f)
        self.label.set_value(_class_name(data, label))
        self.predicted.set_value(NOTHING if guess is None else _class_name(data, guess))
        self._right = None if guess is None else guess == label
        self._judge()

    def _judge(self) -> None:
        """Say whether the prediction is right, once there is one."""
        if self._right is None:
            self.predicted.set_caption(self.tr("predicted"), self._theme.muted)
        elif self._right:
            self.predicted.set_caption(self.tr("predicted ✓"), self._theme.series[2])
        else:
            self.predicted.set_caption(self.tr("predicted ✗"), self._theme.warning)


def predicted_class(f: Floats) -> int | None:
    """Return the class that outputs (d,) stand for, None if they are not numbers.

    It is the largest output; a single output says 1 from 0.5 upwards, else 0.
    """
    if np.isnan(f).any():
        return None
    return int(np.argmax(f)) if len(f) > 1 else int(f[0] >= 0.5)


def _class_name(data: Dataset, index: int) -> str:
    return data.class_names[index] if index < len(data.class_names) else str(index)
