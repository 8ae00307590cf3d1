"""SetupPanel: everything that a new run is made of."""

from __future__ import annotations

import math

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from bpviz.network import GradientRule
from bpviz.training.events import Frame
from bpviz.training.settings import MAX_HIDDEN, StoppingRule
from bpviz.training.start_weights import StartWeights
from bpviz.ui.core import formatting, option_labels, plurals
from bpviz.ui.core.panel import Panel, Send, unheard
from bpviz.ui.core.run_request import RunRequest
from bpviz.ui.kit.controls.form import add_rows, fields_form
from bpviz.ui.kit.controls.labels import Note
from bpviz.ui.kit.controls.number_edit import FloatEdit, IntegerEdit
from bpviz.ui.kit.controls.preferred_numbers import one_two_five
from bpviz.ui.kit.controls.scroll_area import scroll_area
from bpviz.ui.kit.controls.wheel_guard import WheelGuard
from bpviz.ui.panels.setup.data_options import DataOptions

_OWN = "own"
"""Stands among the initializers for weights that are not drawn."""


class SetupPanel(Panel):
    """The form of a run; every change starts a new one at once.

    Parameters
    ----------
    request : RunRequest
        What is asked for; shared with the toolbar.
    """

    interval_ms = 200

    is_form = True

    def __init__(self, request: RunRequest, send: Send, parent: QWidget | None = None) -> None:
        super().__init__("setup_panel", send, parent)
        self._request = request
        self._guard = WheelGuard(self)

        self.data = DataOptions(request, self)
        self.hidden_mirror = IntegerEdit(1, MAX_HIDDEN, self)
        self.sigma1_edit = self._choice(option_labels.activations())
        self.sigma2_edit = self._choice(option_labels.activations())
        self.initializer_edit = self._choice(option_labels.initializers())
        self.seed_edit = IntegerEdit(0, parent=self)
        self.order_edit = self._choice(option_labels.orders())
        self.rule_edit = self._choice(option_labels.gradient_rules())
        self.stopping_edit = QCheckBox(self.tr("Sto&p when loss levels off"), self)
        self.window_edit = IntegerEdit(1, parent=self, step=one_two_five)
        self.tolerance_edit = FloatEdit(
            0.0, math.nextafter(1.0, 0.0), 1e-3, self, allowed=self.tr("from 0 to below 1")
        )
        self.patience_edit = IntegerEdit(1, parent=self)
        self._shape = Note("setup_shape")
        self._shape.setContentsMargins(0, 6, 0, 0)  # on one line with the heading beside it
        self._own_weights = Note("setup_weights")
        self._effect = Note("setup_effect")
        self._effect.setText(
            self.tr(
                "A change here starts a new run at step 0; the old one, once trained, is kept in "
                "Branches. Only the gradient rule changes the current run."
            )
        )
        self._lay_out()
        self.follow_request()
        self._connect()

    def another(self) -> SetupPanel:
        """Return a panel of the same run, which it cannot change."""
        asked = self._request
        twin = RunRequest(asked.data, asked.settings, unheard, weights=asked.weights)
        return SetupPanel(twin, unheard)

    def show_frame(self, frame: Frame) -> None:
        """Show what only the loaded data tells."""
        if self.data.show_frame(frame):
            self.follow_request()

    @Slot()
    def follow_request(self) -> None:
        """Show what is asked for, whoever asked."""
        settings = self._request.settings
        for editor in self._editors():
            editor.blockSignals(True)
        self.hidden_mirror.setValue(settings.n_hidden)
        self.seed_edit.setValue(settings.seed)
        weights = self._request.weights
        self._show_weights(weights)
        for box, value in (
            (self.sigma1_edit, settings.sigma1),
            (self.sigma2_edit, settings.sigma2),
            (self.initializer_edit, settings.initializer if weights is None else _OWN),
            (self.order_edit, settings.order),
            (self.rule_edit, settings.gradient_rule),
        ):
            box.setCurrentIndex(box.findData(str(value)))
        self.data.follow_request()
        rule = settings.stopping
        self.stopping_edit.setChecked(rule is not None)
        for field in (self.window_edit, self.tolerance_edit, self.patience_edit):
            self._form.setRowVisible(field, rule is not None)
        if rule is not None:
            self.window_edit.setValue(rule.window_for(self._m()))
            self.tolerance_edit.setValue(rule.tolerance)
            self.patience_edit.setValue(rule.patience)
        for editor in self._editors():
            editor.blockSignals(False)
        self._show_shape()

    def _show_weights(self, weights: StartWeights | None) -> None:
        """Offer a person's own start weights beside those that are drawn, while there are any."""
        box = self.initializer_edit
        at = box.findData(_OWN)
        self._form.setRowVisible(self._own_weights, weights is not None)
        if weights is None:
            if at >= 0:
                box.removeItem(at)
            return
        name = formatting.shortened(weights.name, 40)
        if at < 0:
            box.addItem(name, _OWN)
        else:
            box.setItemText(at, name)
        words = self.tr(
            "Start weights: {name}. They are not drawn, so the seed fixes the draws of the pairs "
            "alone. Another hidden size or data set draws them again."
        )
        self._own_weights.setText(words.format(name=name))
        self._own_weights.setToolTip(weights.source)

    def _editors(self) -> list[QWidget]:
        return [
            self.hidden_mirror, self.sigma1_edit, self.sigma2_edit,
            self.initializer_edit, self.seed_edit, self.order_edit, self.rule_edit,
            self.stopping_edit, self.window_edit, self.tolerance_edit, self.patience_edit,
        ]  # fmt: skip

    def _choice(self, items: option_labels.Choices) -> QComboBox:
        box = QComboBox(self)
        for value, words in items:
            box.addItem(words, str(value))
        return box

    def _lay_out(self) -> None:
        inside = QWidget(self)
        self._form = form = fields_form(inside)
        form.setContentsMargins(10, 6, 10, 8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.data.add_to(form)
        self._add_rows(form)
        for box in (*self.data.editors(), *self._editors()):
            if isinstance(box, QComboBox):
                policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
                box.setSizeAdjustPolicy(policy)
                view = box.view()  # the list may be wider than the box
                view.setMinimumWidth(view.sizeHintForColumn(0) + 24)
        area = scroll_area(inside)
        area.setObjectName("setup_area")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def _add_rows(self, form: QFormLayout) -> None:
        form.addRow(self._heading(self.tr("Network")), self._shape)
        add_rows(
            form,
            (self.tr("Hidden si&ze l"), self.hidden_mirror, "setup_hidden_size_edit",
             self.tr("Hidden size l"),
             self.tr("Hidden size l: how many hidden units there are, 1 to 4096.")),
            (self.tr("H&idden σ₁"), self.sigma1_edit, "sigma1_edit",
             self.tr("Hidden activation σ₁"),
             self.tr("σ₁ in h = σ₁(W₁x), applied to each hidden unit. The note takes the sigmoid "
                     "1/(1 + e^−t).")),
            (self.tr("O&utput σ₂"), self.sigma2_edit, "sigma2_edit",
             self.tr("Output activation σ₂"),
             self.tr("σ₂ in f = σ₂(W₂h), applied to each output.")),
            (self.tr("W&eights"), self.initializer_edit, "initializer_edit",
             self.tr("Initial weights"),
             self.tr(
                 "How the weights of step 0 are drawn, with mean 0. normal and uniform have the "
                 "variances 1/n and 1/l, Glorot 2/(fan-in + fan-out), He 2/fan-in; with zeros all "
                 "hidden units remain equal. Weights of your own: File ▸ New run from weights…"
             )),
            (self.tr("&Seed"), self.seed_edit, "seed_edit", self.tr("Seed"),
             self.tr("Fixes the initial weights and every draw: the same seed gives the same run, "
                     "bit for bit. 0 to 2⁶³ − 1.")),
        )  # fmt: skip
        form.addRow(self._own_weights)
        form.addRow(self._heading(self.tr("Training")))
        add_rows(
            form,
            (self.tr("&Order"), self.order_edit, "order_edit", self.tr("Sample order"),
             self.tr("How the pair of each step is drawn: at random with replacement, from a fresh "
                     "permutation each epoch, or one after the other.")),
            (self.tr("&Gradient"), self.rule_edit, "gradient_rule_edit", self.tr("Gradient rule"),
             self.tr(
                 "exact: the gradient of ‖f − y‖². as printed: the note's formula for ∂W₁, with "
                 "ones in place of column k of W₂; it does not learn. A change acts from the "
                 "current step on."
             )),
            ("", self.stopping_edit, "stopping_edit", self.tr("Stopping rule"),
             self.tr(
                 "Stop automatically when the mean loss over a window of steps no longer improves "
                 "on the best window so far."
             )),
            (self.tr("&Window"), self.window_edit, "stopping_window_edit",
             self.tr("Stopping window"),
             self.tr(
                 "Number of steps over which the loss is averaged; by default the larger of m and "
                 "10 000."
             )),
            (self.tr("To&lerance"), self.tolerance_edit, "stopping_tolerance_edit",
             self.tr("Tolerance"),
             self.tr(
                 "Relative improvement required, from 0 to below 1: a window improves when its "
                 "mean is below (1 − tolerance) times the best."
             )),
            (self.tr("Patience"), self.patience_edit, "stopping_patience_edit", self.tr("Patience"),
             self.tr("Number of windows in a row without improvement after which the run stops.")),
        )  # fmt: skip
        form.addRow(self._effect)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setFont(formatting.weighted(QFont.Weight.DemiBold))
        label.setContentsMargins(0, 6, 0, 0)
        return label

    def _connect(self) -> None:
        self._request.changed.connect(self.follow_request)
        for number in (self.hidden_mirror, self.seed_edit):
            number.valueChanged.connect(self._changed)
        for box in (
            self.sigma1_edit, self.sigma2_edit, self.initializer_edit,
            self.order_edit,
        ):  # fmt: skip
            box.currentIndexChanged.connect(self._changed)
        self.rule_edit.currentIndexChanged.connect(self._rule_chosen)
        self.stopping_edit.toggled.connect(self._changed)
        for field in (self.window_edit, self.tolerance_edit, self.patience_edit):
            field.valueChanged.connect(self._changed)
        for typed in (
            self.hidden_mirror, self.seed_edit,
            self.window_edit, self.tolerance_edit, self.patience_edit,
        ):  # fmt: skip
            typed.refused.connect(self.refused)
        self.data.refused.connect(self.refused)
        self.data.accepted.connect(self.accepted)
        editors = (*self.data.editors(), *self._editors())
        self._guard.guard(*(e for e in editors if not isinstance(e, QCheckBox)))

    @Slot()
    def _rule_chosen(self) -> None:
        self.accepted.emit()
        self._request.set_gradient_rule(GradientRule(self.rule_edit.currentData()))

    @Slot()
    def _changed(self) -> None:
        self.accepted.emit()
        own = self.initializer_edit.currentData() == _OWN
        drawn_by = (
            self._request.settings.initializer if own else self.initializer_edit.currentData()
        )
        self._request.change(
            drawn=not own,
            n_hidden=self.hidden_mirror.value(),
            seed=self.seed_edit.value(),
            sigma1=self.sigma1_edit.currentData(),
            sigma2=self.sigma2_edit.currentData(),
            initializer=drawn_by,
            order=self.order_edit.currentData(),
            stopping=self._rule() if self.stopping_edit.isChecked() else None,
        )

    def _rule(self) -> StoppingRule:
        if self._request.settings.stopping is None:
            return StoppingRule()
        window: int | None = self.window_edit.value()
        if window == StoppingRule().window_for(self._m()):
            window = None
        return StoppingRule(window, self.tolerance_edit.value(), self.patience_edit.value())

    def _m(self) -> int:
        """Return m, 0 while it is not known."""
        return 0 if self.data.shape is None else self.data.shape.n_samples

    def _show_shape(self) -> None:
        hidden, shape = self._request.settings.n_hidden, self.data.shape
        n, d = (None, None) if shape is None else (shape.n_inputs, shape.n_outputs)
        weights = None if n is None or d is None else hidden * (n + d)
        self._shape.setText(" → ".join(formatting.count(size) for size in (n, hidden, d)))
        words = self.tr("{inputs}, {units}, {outputs}: {w} weights").format(
            inputs=plurals.inputs(n),
            units=plurals.hidden_units(hidden),
            outputs=plurals.outputs(d),
            w=formatting.count(weights),
        )
        self._shape.setToolTip(words)
