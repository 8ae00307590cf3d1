"""SampleFigures: what can be said of a pair in a few words and numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bpviz.network.types import Floats
from bpviz.training.step.partial_trace import PartialTrace
from bpviz.ui.core.formatting import NOTHING, number
from bpviz.ui.core.shown_pair import ShownPair, class_name, predicted_class
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.pair.output_range import OutputValues

_WIDEST = "1.234e−12"
"""As wide as a number gets: without its exponent it would be another one."""


class LabelledValue(QWidget):
    """Two lines, a muted name and a bold value; its width does not depend on what they say."""

    def __init__(self, name: str, caption: str, explanation: str) -> None:
        super().__init__()
        self.setToolTip(explanation)
        self.caption = ElidedLabel(caption, muted=True)
        self.value = ElidedLabel(name=name)
        font = self.value.font()
        font.setBold(True)
        self.value.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.caption)
        column.addWidget(self.value)

    def set_value(self, text: str) -> None:
        """Show `text` as the value."""
        self.value.setText(text)

    def set_caption(self, text: str, colour: str) -> None:
        """Name the value, in a colour ``#rrggbb``."""
        self.caption.setText(text)
        palette = self.caption.palette()
        role = self.caption.foregroundRole()
        if palette.color(role) != QColor(colour):
            palette.setColor(role, QColor(colour))
            self.caption.setPalette(palette)


class SampleFigures(FittedWidget):
    """Prediction, truth, loss, and both gradient magnitudes.

    Of classes the predicted one and the label; of a number in own units f, y and f − y.
    """

    def __init__(self) -> None:
        super().__init__()
        self._right: bool | None = None
        self.predicted = LabelledValue("sample_predicted", self.tr("predicted"), "")
        self.label = LabelledValue("sample_label", self.tr("class"), "")
        self.error = LabelledValue(
            "sample_error",
            self.tr("error f − y"),
            self.tr("Output minus target, in the targets' original units"),
        )
        self.loss = LabelledValue("sample_loss", self.tr("loss"), "")
        self.norm1 = LabelledValue(
            "sample_gradient1", "‖∂W₁‖", self.tr("Magnitude of its gradient: ‖δ1‖ ‖x‖")
        )
        self.norm2 = LabelledValue(
            "sample_gradient2", "‖∂W₂‖", self.tr("Magnitude of its gradient: ‖δ2‖ ‖h‖")
        )
        self._facts = (
            self.predicted, self.label, self.error, self.loss, self.norm1, self.norm2,
        )  # fmt: skip
        self._names: tuple[str, ...] = ()
        self._numbers = False
        self._presenting = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        for fact in self._facts:
            self._row.addWidget(fact, 1)
        self._name()
        theme_changed.connect(self._judge)

    def set_presenting(self, on: bool) -> None:
        """Keep the verdict and the loss, which have room in large figures."""
        self._presenting = on
        self._fit()

    def _fit(self) -> None:
        """Share the room as the facts need it; without enough of it the magnitudes go first.

        Of numbers f and y go as well, which the bars show.
        """
        wide = QFontMetrics(self.loss.value.font()).horizontalAdvance
        name = max(map(wide, self._names), default=0)
        needs: tuple[LabelledValue, ...] = (
            (self.error, self.loss) if self._numbers else (self.loss,)
        )
        if self._names:
            needs = (self.predicted, self.label, self.loss)
        more: tuple[LabelledValue, ...] = () if self._presenting else (self.norm1, self.norm2)
        if self._numbers:
            more = (self.label, self.predicted, *more)
        left = self.width() + self._row.spacing()
        dropped, there = False, list[LabelledValue]()
        for fact in (*needs, *more):
            room = max(wide(_WIDEST), self._caption_width(fact)) + 2
            if self._names and fact in (self.predicted, self.label):
                room = max(name, self._caption_width(fact)) + 2
            self._row.setStretch(self._facts.index(fact), room)
            left -= room + self._row.spacing()
            dropped |= fact in more and left < 0
            if not dropped:
                there.append(fact)
        if self.norm2 not in there and self.norm1 in there:
            there.remove(self.norm1)  # one of them alone would look odd
        for fact in self._facts:
            fact.setVisible(fact in there)

    def _caption_width(self, fact: LabelledValue) -> int:
        text = fact.caption.text()
        if fact is self.predicted and not self._numbers:
            text = self.tr("predicted ✓")
        return fact.caption.fontMetrics().horizontalAdvance(text)

    def show_facts(self, pair: ShownPair, trace: PartialTrace | None, values: OutputValues) -> None:
        """Show those of `pair`; what `trace` has not computed is left open."""
        self.loss.set_value(number(None if trace is None else trace.loss))
        with np.errstate(all="ignore"):
            self.norm1.set_value(number(None if trace is None else trace.grad_W1_norm))
            self.norm2.set_value(number(None if trace is None else trace.grad_W2_norm))
        label = pair.label
        numbers = label is None and values.scale is not None and len(values.y) == 1
        names = () if label is None else pair.data.class_names or ("00",)
        if (names, numbers) != (self._names, self._numbers):
            self._names, self._numbers = names, numbers
            self._name()
            self._fit()
        if numbers:
            self._show_numbers(values)
        elif label is not None:
            self._show_classes(pair, label, None if trace is None else trace.f)
        self._judge()

    def _name(self) -> None:
        """Say what the facts are."""
        loss = self.tr("‖f − y‖²: the sum of squared differences over the outputs")
        if self._numbers:
            self.predicted.setToolTip(self.tr("The output f, in the targets' original units"))
            self.label.setToolTip(self.tr("The target y, in its original units"))
            loss = self.tr(
                "‖f − y‖²: the squared difference of the scaled values, as the network sees them"
            )
        else:
            self.predicted.setToolTip(
                self.tr(
                    "The predicted class: the one with the largest output; with one output, 1 "
                    "from the threshold upwards. ✓ if it is the true class, ✗ if not."
                )
            )
            self.label.setToolTip(self.tr("The true class"))
        self.loss.setToolTip(loss)
        words = self.tr("target y") if self._numbers else self.tr("class")
        self.label.caption.setText(words)

    def _show_numbers(self, values: OutputValues) -> None:
        self._right = None
        f, y = values.own_f(0), values.own_y(0)
        self.predicted.set_value(number(f))
        self.label.set_value(number(y))
        self.error.set_value(number(None if f is None else f - y))

    def _show_classes(self, pair: ShownPair, label: int, f: Floats | None) -> None:
        guess = None if f is None else predicted_class(pair.data, f)
        self.label.set_value(class_name(pair.data.class_names, label))
        self.predicted.set_value(
            NOTHING if guess is None else class_name(pair.data.class_names, guess)
        )
        self._right = None if guess is None else guess == label

    def _judge(self) -> None:
        """Say whether the prediction is right, once there is one."""
        if self._numbers:
            self.predicted.set_caption(self.tr("output f"), current_theme().muted)
        elif self._right is None:
            self.predicted.set_caption(self.tr("predicted"), current_theme().muted)
        elif self._right:
            self.predicted.set_caption(self.tr("predicted ✓"), current_theme().series[2])
        else:
            self.predicted.set_caption(self.tr("predicted ✗"), current_theme().warning)
