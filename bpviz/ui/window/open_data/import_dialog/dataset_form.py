"""DatasetForm: what is made of a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from bpviz.datasets import DataRequest
from bpviz.datasets.classes import TEST_SHARE
from bpviz.datasets.preview import SourceKind
from bpviz.datasets.request import MAX_BYTES, Missing, Scaling, TargetKind, TargetScaling
from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.kit.controls.number_edit import IntegerEdit
from bpviz.ui.kit.controls.preferred_numbers import through
from bpviz.ui.window.open_data.import_dialog.choice import Choice
from bpviz.ui.window.open_data.import_dialog.fields import FieldsForm

_GIB = 2**30
_COMMON = ("constant", "test_share", "seed")
_ARRAYS = ("kind", "target_scaling", "scaling", "missing", *_COMMON)

ROWS = {
    SourceKind.TABLE: (*_ARRAYS, "also_missing"),
    SourceKind.NPZ: _ARRAYS,
    SourceKind.NPY: _ARRAYS,
    SourceKind.IDX: ("kind", "target_scaling", *_COMMON),
    SourceKind.PICTURES: ("size", *_COMMON),
}
"""Rows that make sense for each kind of file."""

LIMIT = "max_bytes"

_BETWEEN = ";"  # the texts for missing values: a comma may be one's decimal mark
_USUAL = -1  # below the least share in per cent
_fives = through(range(0, 100, 5))


def _by_fives(share: float, steps: int) -> float:
    return _fives(round(100 * TEST_SHARE) if share == _USUAL else share, steps)


class DatasetForm(FieldsForm):
    """Classes or numbers, scaling, missing values, the test part, and the rest.

    Signals
    -------
    refused(str)
        What was typed is not possible, in a sentence.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = {
            TargetKind.CLASSES: self.tr("classes"),
            TargetKind.REGRESSION: self.tr("numbers (regression)"),
        }
        kinds = [(TargetKind.AUTO, self.tr("as detected")), *self._kinds.items()]
        scalings = [
            (Scaling.STANDARD, self.tr("mean 0, variance 1")),
            (Scaling.UNIT, self.tr("0 … 1")),
            (Scaling.NONE, self.tr("not scaled")),
        ]
        of_targets = [
            (TargetScaling.AUTO, self.tr("to fit σ₂")),
            (TargetScaling.UNIT, self.tr("0.1 … 0.9")),
            (TargetScaling.SIGNED, self.tr("−0.8 … 0.8")),
            (TargetScaling.STANDARD, self.tr("mean 0, variance 1")),
            (TargetScaling.NONE, self.tr("not scaled")),
        ]
        missing = [
            (Missing.REFUSE, self.tr("reject the file")),
            (Missing.DROP, self.tr("leave out the row")),
        ]
        self._kind, self._scaling = Choice(kinds, self), Choice(scalings, self)
        self._target_scaling = Choice(of_targets, self)
        self._missing = Choice(missing, self)
        self._also_missing = QLineEdit(self)
        self._also_missing.setPlaceholderText(self.tr("such as k.A.; -999"))
        self._inputs, self._target = Choice([], self), Choice([], self)
        self._share = IntegerEdit(_USUAL, 95, self, step=_by_fives, unit=self.tr(" %"))
        usual = self.tr("default ({share} %)").format(share=round(100 * TEST_SHARE))
        self._share.setSpecialValueText(usual)
        self._seed = IntegerEdit(parent=self)
        self._constant = QCheckBox(self.tr("append 1 (bias)"), self)
        self._height, self._width = IntegerEdit(1, 1024, self), IntegerEdit(1, 1024, self)
        self._limit = IntegerEdit(1, 4096, self, unit=self.tr(" GiB"))
        self._add_rows()
        self._numbers = self._share, self._seed, self._height, self._width, self._limit
        for number in self._numbers:
            number.refused.connect(self.refused)

    def show_request(self, chosen: DataRequest, found: DataRequest) -> None:
        """Show what is chosen, and what was found where nothing is."""
        for widget in (self._constant, *self._numbers):
            widget.blockSignals(True)
        self._kind.set_value(chosen.kind)
        if chosen.kind is TargetKind.AUTO and found.kind in self._kinds:
            words = self.tr("detected: {what}").format(what=self._kinds[found.kind])
            self._kind.set_words(TargetKind.AUTO, words)
        auto = chosen.scaling is Scaling.AUTO
        self._scaling.set_value(Scaling.STANDARD if auto else chosen.scaling)
        self._target_scaling.set_value(chosen.target_scaling)
        # Of classes there is nothing to scale.
        self._target_scaling.setEnabled(found.kind is not TargetKind.CLASSES)
        self._missing.set_value(chosen.missing)
        if self._also() != chosen.also_missing:
            self._also_missing.setText(f"{_BETWEEN} ".join(chosen.also_missing))
        share = chosen.test_share
        self._share.setValue(_USUAL if share is None else min(round(100 * share), 95))
        self._seed.setValue(chosen.seed)
        self._constant.setChecked(bool(found.constant))
        size = chosen.size or found.size
        if size is not None:
            self._height.setValue(size[0])
            self._width.setValue(size[1])
        self._limit.setValue(-(-chosen.max_bytes // _GIB))
        for widget in (self._constant, *self._numbers):
            widget.blockSignals(False)

    def show_arrays(self, names: tuple[str, ...], chosen: DataRequest) -> None:
        """Offer the arrays of an archive as inputs and targets."""
        for box, value in ((self._inputs, chosen.inputs), (self._target, chosen.target)):
            box.set_items([((), self.tr("by default names")), *(((n,), n) for n in names)])
            box.set_value(value)

    def rows_for(self, kind: SourceKind, chosen: DataRequest, *, limited: bool) -> set[str]:
        """Return the rows for a kind of file; `limited` where the largest size is the problem."""
        rows = set(ROWS[kind])
        if kind is SourceKind.NPZ:
            rows |= {"inputs", "target"}
        if limited or chosen.max_bytes != MAX_BYTES:
            rows.add(LIMIT)
        return rows

    def _also(self) -> tuple[str, ...]:
        texts = map(str.strip, self._also_missing.text().split(_BETWEEN))
        return tuple(dict.fromkeys(filter(None, texts)))

    def _add_rows(self) -> None:
        self._begin(self.tr("Inputs and targets"))
        self._add(
            "inputs", self.tr("Inputs X"), self._inputs,
            self.tr("The array of the inputs, one sample per row."),
        )  # fmt: skip
        self._add(
            "target", self.tr("Targets y"), self._target,
            self.tr("The array of the targets, one per sample."),
        )  # fmt: skip
        self._add(
            "kind", self.tr("Targets are"), self._kind,
            self.tr(
                "Classes: one output per class, 0 or 1. Numbers: regression, scaled into the "
                "range of the outputs and shown in their original units."
            ),
        )  # fmt: skip
        self._add(
            "target_scaling", self.tr("Numeric targets"), self._target_scaling,
            self.tr(
                "How the targets of a regression are scaled, over the training set. To fit σ₂: "
                "0.1 … 0.9 for the sigmoid, ReLU and softplus, −0.8 … 0.8 for tanh, mean 0 and "
                "variance 1 for the identity."
            ),
        )  # fmt: skip
        self._add(
            "scaling", self.tr("Numeric inputs"), self._scaling,
            self.tr(
                "How each numeric column is scaled: to mean 0 and variance 1, to 0 … 1, both over "
                "the training set, or not at all."
            ),
        )  # fmt: skip
        self._add_size()
        self._add(
            "constant", self.tr("Constant input"), self._constant,
            self.tr(
                "One more input that is always 1: its weights take the place of biases, which the "
                "network does not have."
            ),
        )  # fmt: skip
        self._begin(self.tr("Samples"))
        self._add(
            "missing", self.tr("Missing values"), self._missing,
            self.tr("What to do with a row in which a cell is empty, ?, NA or NaN."),
        )  # fmt: skip
        self._add(
            "also_missing", self.tr("Also missing"), self._also_missing,
            self.tr(
                "Further texts or numbers that say that a value is missing, separated by "
                "semicolons."
            ),
        )  # fmt: skip
        self._add(
            "test_share", self.tr("Test set"), self._share,
            self.tr(
                "Share of the samples held out for testing, 0 to 95 %. Default: 20 %, or the "
                "separate test file if there is one. Leave empty for the default."
            ),
        )  # fmt: skip
        self._add(
            "seed", self.tr("Seed"), self._seed,
            self.tr(
                "Fixes which samples are held out, 0 to 2⁶³ − 1: the same seed holds out the same "
                "samples."
            ),
        )  # fmt: skip
        self._add(
            LIMIT, self.tr("Size limit"), self._limit,
            self.tr(
                "Maximum size of the unpacked file, in GiB (2³⁰ bytes), 1 to 4096. It must fit "
                "into memory."
            ),
        )  # fmt: skip

    def _add_size(self) -> None:
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        tip = self.tr("Size in pixels to which every picture is scaled, 1 to 1024 each.")
        for name, label, side in (
            ("import_height_edit", self.tr("Height of the pictures"), self._height),
            ("import_width_edit", self.tr("Width of the pictures"), self._width),
        ):
            named(side, name, label, f"{label}. {tip}")
        row.addWidget(self._height, 1)
        row.addWidget(QLabel("×", pair))
        row.addWidget(self._width, 1)
        self._add("size", self.tr("Height × width"), pair, tip, self._height, self._width)
        pair.setFocusProxy(self._height)

    def _chosen(self, name: str) -> dict[str, object]:
        if name in ("inputs", "target"):
            return {"inputs": self._inputs.value(), "target": self._target.value()}
        if name == "size":
            return {name: (self._height.value(), self._width.value())}
        if name == LIMIT:
            return {name: self._limit.value() * _GIB}
        if name == "also_missing":
            return {name: self._also()}
        share = self._share.value()
        if name == "test_share":
            return {name: None if share == _USUAL else share / 100}
        return super()._chosen(name)
