"""DataOptions: the rows of a form in which the data of a run is chosen."""

from __future__ import annotations

from html import escape
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from bpviz.datasets import DataRequest, Dataset, DatasetError, catalog
from bpviz.datasets.remarks import remarks
from bpviz.training.events import Frame
from bpviz.training.message import Message
from bpviz.ui.core import formatting
from bpviz.ui.core import plurals as counted
from bpviz.ui.core.run_request import RunRequest
from bpviz.ui.kit.controls.dataset_combo import DatasetCombo
from bpviz.ui.kit.controls.form import add_rows
from bpviz.ui.kit.controls.labels import Note
from bpviz.ui.kit.controls.number_edit import FloatEdit, IntegerEdit
from bpviz.ui.kit.controls.preferred_numbers import one_two_five, through

_Value = TypeVar("_Value", int, float, bool)

NOISES = through([*(i / 100 for i in range(10)), *(i / 20 for i in range(2, 201))])
"""By 0.01 up to 0.1, then by 0.05."""

SHARES = through([float(i) for i in range(0, 101, 5)])
"""In per cent."""


class DataShape(NamedTuple):
    """How large the data is.

    Attributes
    ----------
    n_inputs, n_outputs : int
        n, the constant input counted where there is one, and d.
    n_samples, n_test : int
        m, and the samples held back.
    """

    n_inputs: int
    n_outputs: int
    n_samples: int
    n_test: int


class DataOptions(QObject):
    """Editors of a `RunRequest`'s data, in rows of somebody else's form, so that all labels align.

    Parameters
    ----------
    request : RunRequest
        What is asked for.
    parent : QWidget
        In which the editors lie.

    Attributes
    ----------
    shape : DataShape or None
        Of the data that is asked for; None for a file that is not loaded yet.

    Signals
    -------
    refused(str), accepted()
        An editor did not take what was typed, with a sentence that says why; or it did.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(self, request: RunRequest, parent: QWidget) -> None:
        super().__init__(parent)
        self._request = request
        self.shape: DataShape | None = None
        self._loaded: tuple[DataRequest, Dataset] | None = None
        self.dataset_edit = DatasetCombo(parent)
        self.samples_edit = IntegerEdit(1, parent=parent, step=one_two_five)
        self.noise_edit = FloatEdit(0.0, 10.0, 0.0, parent, step=NOISES)
        self.share_edit = FloatEdit(0.0, 100.0, 0.0, parent, step=SHARES, unit=self.tr(" %"))
        self.seed_edit = IntegerEdit(0, parent=parent)
        self.constant_edit = QCheckBox(self.tr("&Constant input 1"), parent)
        self._description = Note("setup_description")
        self._counts = Note("setup_counts")

    def add_to(self, form: QFormLayout) -> None:
        """Add the rows at the end of `form`, and say in them what they are."""
        self._form = form
        self._what = self.tr(
            "The pairs (x, y) to learn from. Another data set starts a new run with its own "
            "default hidden size and λ."
        )
        title = self.tr("Data set")
        add_rows(form, (self.tr("D&ata set"), self.dataset_edit, "dataset_edit", title, self._what))
        form.addRow(self._description)
        add_rows(
            form,
            (self.tr("Sa&mples"), self.samples_edit, "data_samples_edit",
             self.tr("Number of samples"),
             self.tr("Samples to generate, training and test set together.")),
            (self.tr("&Noise"), self.noise_edit, "data_noise_edit", self.tr("Noise"),
             self.tr(
                 "Standard deviation of the normal noise that is added, in the units of the "
                 "points or, for a curve, of y. 0 means no noise."
             )),
            (self.tr("&Test share"), self.share_edit, "data_test_share_edit", self.tr("Test share"),
             self.tr(
                 "Share of the samples of each class that is held out for testing and never "
                 "trained on, in per cent."
             )),
            (self.tr("Data seed"), self.seed_edit, "data_seed_edit", self.tr("Data seed"),
             self.tr(
                 "Fixes which samples are generated and which are held out: the same seed gives "
                 "the same data. 0 to 2⁶³ − 1."
             )),
            ("", self.constant_edit, "data_constant_edit", self.tr("Constant input 1"),
             self.tr(
                 "Appends an input that is always 1. The network has no biases: the weights of "
                 "this input take their place for the hidden units."
             )),
        )  # fmt: skip
        form.addRow(self._counts)
        self._connect()

    def editors(self) -> list[QWidget]:
        """Return the editors in the order of the rows."""
        return [
            self.dataset_edit, self.samples_edit, self.noise_edit, self.share_edit,
            self.seed_edit, self.constant_edit,
        ]  # fmt: skip

    def follow_request(self) -> None:
        """Show what is asked for; says nothing itself."""
        data, entry = self._request.data, self._request.entry()
        for editor in self.editors():
            editor.blockSignals(True)
        self.dataset_edit.show_source(data.source, tuple(self._request.files))
        self._show_options(data, entry)
        for editor in self.editors():
            editor.blockSignals(False)
        self._show_facts(data, entry)

    def show_frame(self, frame: Frame) -> bool:
        """Show what only loaded data tells, once it is there; return whether that was news."""
        data, dataset = self._request.data, frame.dataset
        if dataset is None or frame.data_request != data:
            return False
        if self._loaded is not None and self._loaded[1] is dataset:
            return False
        self._loaded = data, dataset
        self._show_facts(data, self._request.entry())
        return True

    def _show_options(self, data: DataRequest, entry: catalog.Entry | None) -> None:
        options = catalog.Options() if entry is None else entry.options
        samples, noise, share = options.n_samples, options.noise, options.test_share
        if samples is not None:
            self.samples_edit.setRange(samples.low, samples.high)
            self.samples_edit.setValue(_or(data.n_samples, samples.default))
        if noise is not None:
            self.noise_edit.setRange(noise.low, noise.high)
            self.noise_edit.setValue(_or(data.noise, noise.default))
        if share is not None:
            self.share_edit.setRange(_per_cent(share.low), _per_cent(share.high))
            self.share_edit.setValue(_per_cent(_or(data.test_share, share.default)))
        self.seed_edit.setValue(data.seed)
        self.constant_edit.setChecked(_or(data.constant, options.constant))
        for editor, there in (
            (self.samples_edit, samples is not None),
            (self.noise_edit, noise is not None),
            (self.share_edit, share is not None),
            (self.seed_edit, options.seeded),
            (self.constant_edit, entry is not None),
        ):
            self._form.setRowVisible(editor, there)

    def _show_facts(self, data: DataRequest, entry: catalog.Entry | None) -> None:
        loaded = None
        if self._loaded is not None and self._loaded[0] == data:
            loaded = self._loaded[1]
        self.shape = _shape(data, loaded)
        words: list[str] = [] if loaded is None else [loaded.description]
        if entry is not None:
            words = [Message.of(entry.description)]
        if loaded is not None:
            settings = self._request.settings
            words += remarks(loaded, settings.sigma1, settings.sigma2)
        self._description.setText(" ".join(formatting.translated(each) for each in words))
        self._form.setRowVisible(self._description, bool(words))
        # Of a file, and where there is nothing to choose, the description says it.
        counted = self.shape is not None and entry is not None and entry.options.seeded
        self._form.setRowVisible(self._counts, counted)
        if self.shape is not None:
            self._counts.setText(self._count_words(self.shape))
        what = escape(self._what)
        if entry is None:
            what = f"{escape(data.source)}<br>{what}"
        self.dataset_edit.setToolTip(f"<p>{what}</p>")

    def _count_words(self, shape: DataShape) -> str:
        held = formatting.count(shape.n_test)
        if shape.n_test:
            words = self.tr("m = {samples} to train on, {held} held out")
        else:
            words = self.tr("m = {samples} to train on, none held out")
        return words.format(samples=counted.samples(shape.n_samples), held=held)

    def _connect(self) -> None:
        self.dataset_edit.currentIndexChanged.connect(self._dataset_chosen)
        for typed in (self.samples_edit, self.noise_edit, self.share_edit, self.seed_edit):
            typed.refused.connect(self.refused)
            typed.valueChanged.connect(self._edited)
        self.constant_edit.toggled.connect(self._edited)
        self._request.refused.connect(self.refused)

    @Slot()
    def _dataset_chosen(self) -> None:
        source = self.dataset_edit.currentData()
        if source is None:  # a line between two groups, or nothing
            self.follow_request()
            return
        self._request.choose_source(source)

    @Slot()
    def _edited(self) -> None:
        """Ask for what the editor says that was changed."""
        values: dict[QObject, tuple[str, float]] = {
            self.samples_edit: ("n_samples", self.samples_edit.value()),
            self.noise_edit: ("noise", self.noise_edit.value()),
            self.share_edit: ("test_share", self.share_edit.value() / 100),
            self.seed_edit: ("seed", self.seed_edit.value()),
            self.constant_edit: ("constant", self.constant_edit.isChecked()),
        }
        name, value = values[self.sender()]
        self.accepted.emit()
        self._request.change_data(**{name: value})


def _or(value: _Value | None, default: _Value) -> _Value:
    return default if value is None else value


def _per_cent(share: float) -> float:
    return round(100 * share, 10)  # 7 and not 7.000000000000001


def _shape(data: DataRequest, loaded: Dataset | None) -> DataShape | None:
    try:
        shape = catalog.shape_of(data)
    except DatasetError:  # the trainer says it
        return None
    if shape is not None:
        return DataShape(shape.n_inputs, shape.n_outputs, shape.n_samples, shape.n_test)
    if loaded is None:
        return None
    held = 0 if loaded.test is None else loaded.test.n_samples
    return DataShape(loaded.n_inputs, loaded.n_outputs, loaded.n_samples, held)
