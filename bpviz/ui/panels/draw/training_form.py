"""CustomTrainingForm: train a step on what a person made, and what it should be."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from bpviz.datasets import Dataset
from bpviz.network.types import Floats
from bpviz.training.events import Frame
from bpviz.training.journal.entries import Pin
from bpviz.ui.core.formatting import count, number
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.kit.controls.buttons import push_button
from bpviz.ui.kit.controls.fitted_widget import FittedWidget
from bpviz.ui.kit.controls.flow_layout import FlowLayout
from bpviz.ui.kit.controls.labels import ElidedLabel
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.kit.controls.number_edit import FloatEdit, free_edit
from bpviz.ui.kit.controls.scroll_area import scroll_area
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.kit.pair.output_range import output_names

MOST = 24
"""With more targets than this they cannot be chosen by hand."""


class CustomTrainingForm(FittedWidget):
    """ "Train on this as" a class, or with targets in their own units; and what became of it.

    Signals
    -------
    refused(str)
        Something that was typed is no number, with a sentence.

    Attributes
    ----------
    button : QPushButton
        A step should train on it, with `targets_chosen`, `label` and `name`.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Dataset | None = None
        self._sent: tuple[int, str] | None = None
        self._offered = False
        self.button = push_button(
            "draw_train",
            self.tr("Train on this as"),
            self.tr(
                "The current step trains on this instead of the pair drawn for it; if its update "
                "has begun, the next step does. It is recorded in the journal and can be undone."
            ),
            self.tr("Train on this"),
        )
        what = self.tr("The class whose target is trained on.")
        self.classes = named(QComboBox(), "draw_class", self.tr("Class"), what)
        self.editors: list[FloatEdit] = []
        self.targets = scroll_area()
        self.note = ElidedLabel(name="draw_note", muted=True)
        self._guard = WheelGuard(self)
        self._guard.guard(self.classes)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addWidget(self.button)
        self._row.addWidget(self.classes)
        self._row.addWidget(self.targets, 1)
        self._row.addStretch(0)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addLayout(self._row)
        self._box.addWidget(self.note, 1)
        self._presenting = False
        self._said = ""

    def set_presenting(self, on: bool) -> None:
        """Leave out what became of it, which the journal says as well."""
        self._presenting = on
        self._fit()

    def _fit(self) -> None:
        """Let the note stand beside the button where it has room there."""
        line = self.fontMetrics().height()
        taken = self.button.sizeHint().width() + self.classes.sizeHint().width()
        beside = not self.classes.isHidden() and self.width() > taken + 18 * line
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._box.setSpacing(8 if beside else 2)
        self.note.setVisible(not self._presenting and (beside or bool(self._said)))

    # What it should be -------------------------------------------------------------------------

    def set_data(self, data: Dataset) -> None:
        """Offer the classes of a data set, or its targets; a choice that still exists stays."""
        before = self._data
        self._data = data
        classes = data.labels is not None
        self.classes.setVisible(classes)
        self.targets.setVisible(not classes)
        if classes:
            self._offer_classes(data)
        elif before is None or before.labels is not None or not _same_targets(before, data):
            self._offer_targets(data)
        words = self.tr("Train on this as") if classes else self.tr("Train on this with")
        self.button.setText(words)
        self._say("")

    def set_offered(self, on: bool) -> None:
        """Say whether there is anything to train on."""
        self._offered = on
        data = self._data
        self.button.setEnabled(on and (data is None or data.labels is not None or self.can_choose))

    @property
    def can_choose(self) -> bool:
        """Whether the targets can be chosen, being few enough."""
        return self._data is not None and self._data.n_outputs <= MOST

    def suggest(self, label: int | None, y: Floats) -> None:
        """Choose class `label`; of a regression the targets `y`, (d,) as the network sees them."""
        if label is not None and 0 <= label < self.classes.count():
            self.classes.setCurrentIndex(label)
        for j, editor in enumerate(self.editors):
            if j < len(y) and np.isfinite(y[j]):
                editor.setValue(editor.rounded(self._own(j, float(y[j]))))

    @property
    def label(self) -> int | None:
        """The class that is chosen; None for a regression."""
        data = self._data
        return None if data is None or data.labels is None else self.classes.currentIndex()

    @property
    def targets_chosen(self) -> Floats:
        """The targets (d,) float64, as the network sees them."""
        data = self._data
        if data is None:
            return np.zeros(0)
        if data.labels is not None:
            return _target_of(data, self.classes.currentIndex())
        y = np.array([editor.value() for editor in self.editors])
        if data.target_scale is not None:
            y = (y - data.target_scale[:, 0]) / data.target_scale[:, 1]
        return y

    @property
    def name(self) -> str:
        """What it should be, in words."""
        data = self._data
        if data is None:
            return ""
        if data.labels is not None:
            return class_name(data.class_names, self.classes.currentIndex())
        values = [number(editor.value(), 3) for editor in self.editors]
        return ", ".join(values[:3]) + (", …" if len(values) > 3 else "")

    def _own(self, j: int, y: float) -> float:
        """Return target j in its own units."""
        data = self._data
        if data is None or data.target_scale is None:
            return y
        offset, factor = data.target_scale[j].tolist()
        return float(offset + factor * y)

    def _offer_classes(self, data: Dataset) -> None:
        names = data.class_names or tuple(str(c) for c in range(data.n_outputs))
        there = tuple(self.classes.itemText(i) for i in range(self.classes.count()))
        if names != there:
            self.classes.clear()
            self.classes.addItems(list(names))

    def _offer_targets(self, data: Dataset) -> None:
        """Make an editor for each target, that begins with the mean over the training part."""
        self.editors = []
        place = QWidget()
        flow = FlowLayout(4, place)
        if data.n_outputs > MOST:
            flow.addWidget(
                QLabel(self.tr("{n} targets are too many to enter here.").format(n=data.n_outputs))
            )
        else:
            for j, name in enumerate(output_names(data)):
                flow.addWidget(self._target(j, name, data))
        self.targets.setWidget(place)
        lines = 1 if data.n_outputs <= 2 else 2
        height = free_edit(0.0, 1.0).sizeHint().height() + 4
        self.targets.setFixedHeight(lines * height)

    def _target(self, j: int, name: str, data: Dataset) -> QWidget:
        """Return a name with its editor."""
        values = data.Y[:, j]
        ends = [self._own(j, float(end)) for end in (values.min(), values.max())]
        low, high = min(ends), max(ends)
        if not low < high:
            low, high = low - 0.5, high + 0.5
        what = self.tr(
            "The target {name}, in its original units; the data ranges from {low} to {high}."
        ).format(name=name, low=number(low), high=number(high))
        editor = named(free_edit(low, high), f"draw_target_{j}", name, what)
        editor.setValue(editor.rounded(self._own(j, float(values.mean()))))
        editor.refused.connect(self.refused)
        self.editors.append(editor)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(4)
        row.addWidget(QLabel(f"{name} ="))
        row.addWidget(editor)
        return both

    # What became of it -------------------------------------------------------------------------

    def sent(self, number: int, title: str) -> None:
        """Remember command `number`, which asked to train on `title`."""
        self._sent = number, title
        self._say(self.tr("Requested: train on {title} …").format(title=title))

    def follow(self, frame: Frame) -> None:
        """Say where it went, once the trainer has heard of it."""
        if self._sent is None or frame.acknowledged < self._sent[0]:
            return
        title = self._sent[1]
        self._sent = None
        for entry in reversed(frame.journal):
            if isinstance(entry.change, Pin) and entry.change.title == title:
                words = self.tr("Recorded in the journal at step {step}: {title}.")
                self._say(words.format(step=count(entry.step), title=title))
                return
        self._say(self.tr("Rejected; see the message bar for the reason."))

    @Slot(str)
    def _say(self, words: str) -> None:
        self._said = words
        self.note.say(words or self.tr("One step trains on it and is recorded in the journal."))
        self._fit()


def _target_of(data: Dataset, label: int) -> Floats:
    """Return the target of a class as the data set has it; one-hot where it has no such sample."""
    labels = data.labels
    if labels is not None:
        there = np.flatnonzero(labels == label)
        if len(there):
            target: Floats = data.Y[there[0]].copy()
            return target
    if data.n_outputs == 1:
        return np.array([data.codes[label]])
    one_hot: Floats = np.eye(data.n_outputs)[label]
    return one_hot


def _same_targets(before: Dataset, data: Dataset) -> bool:
    """Whether the targets of a regression are called and scaled as they were."""
    here, there = before.target_scale, data.target_scale
    if here is None or there is None:
        return here is there and output_names(before) == output_names(data)
    return np.array_equal(here, there) and output_names(before) == output_names(data)
