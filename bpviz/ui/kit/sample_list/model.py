"""SampleModel: samples as cells of a table, for Qt's views and for assistive technology."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from PySide6.QtCore import QModelIndex, Qt, Slot

from bpviz.datasets.dataset import Dataset, Part
from bpviz.network.types import Floats, Ints
from bpviz.training.evaluation.results import Scan
from bpviz.ui.core import counting
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import number, translator
from bpviz.ui.core.image_shape import constant_name
from bpviz.ui.core.selection import MATRIX_SYMBOLS
from bpviz.ui.core.shown_pair import ShownPair, class_name
from bpviz.ui.kit.controls.export_menu import tab_separated
from bpviz.ui.kit.controls.table_model import FlatModel, Index
from bpviz.ui.kit.sample_list.sorting import in_own_units, magnitudes


class SampleModel(FlatModel):
    """A number of samples in each line; here, as in the grid, every cell is a sample."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: ShownSamples | None = None
        self._lines = 0
        self._columns = 0
        self._per_line = 1
        counting_changed.connect(self._recount)

    @Slot()
    def _recount(self) -> None:
        self.tell_changed()
        if self._columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._columns - 1)

    @property
    def per_line(self) -> int:
        """Samples in a line, at least 1."""
        return self._per_line

    def show_samples(self, shown: ShownSamples | None) -> None:
        """List other samples; views lay out anew only if there are more or fewer lines."""
        self._change(shown, self._per_line)

    def set_per_line(self, per_line: int) -> None:
        """Put so many samples into a line."""
        if per_line != self._per_line:
            self._change(self.shown, per_line)

    def columns_of(self, shown: ShownSamples | None, per_line: int) -> int:
        """Return how many columns there are."""
        return 0 if shown is None else per_line

    def _change(self, shown: ShownSamples | None, per_line: int) -> None:
        lines = 0 if shown is None else -(-len(shown) // per_line)
        columns = self.columns_of(shown, per_line)
        if (lines, columns) == (self._lines, self._columns):
            self.shown, self._per_line = shown, per_line
            return
        self.beginResetModel()
        self.shown, self._per_line = shown, per_line
        self._lines, self._columns = lines, columns
        self.endResetModel()

    def index_of(self, place: int) -> QModelIndex:
        """Return the cell that stands for the sample at a place of the list."""
        return self.index(place // self._per_line, place % self._per_line)

    def sample(self, index: Index) -> int | None:
        """Return the sample of a cell; None behind the last one."""
        if self.shown is None or not index.isValid():
            return None
        place = index.row() * self._per_line + (index.column() if self._per_line > 1 else 0)
        return int(self.shown.indices[place]) if place < len(self.shown) else None

    def shape(self) -> tuple[int, int]:
        """Return the numbers of lines and of columns."""
        return self._lines, self._columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say which cells can be gone to."""
        if self.sample(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words that tell of a sample."""
        sample = self.sample(index)
        if self.shown is None or sample is None:
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return ", ".join(self.shown.facts(sample))
        return None


MOST_OUTPUTS = 4
"""Of a regression with more outputs than this, descriptions leave them out."""


_tr = translator("ShownSamples")


@dataclass(frozen=True, eq=False)
class ShownSamples:
    """Some samples of one part of a data set in an order, and what the newest scan says of them.

    Attributes
    ----------
    whole : Dataset
        The training set, which also says what inputs and outputs mean.
    part : Part
        The part that is listed; `whole` has it.
    indices : (k,) int64
        Numbers of the samples, in order, each once.
    scan : Scan or None
        Of that part.
    values : (m,) float64 or None
        A number of each sample that the list is about, in place of what a scan says.
    values_name : str
        What that is called.
    """

    whole: Dataset
    part: Part
    indices: Ints
    scan: Scan | None = None
    values: Floats | None = None
    values_name: str = ""

    @cached_property
    def data(self) -> Dataset:
        """The part itself, m samples."""
        data = self.whole.part(self.part)
        if data is None:
            raise ValueError(f"The data set {self.whole.name} has no part {self.part}.")
        return data

    @cached_property
    def _places(self) -> Ints:
        places = np.full(self.data.n_samples, -1, dtype=np.int64)
        places[self.indices] = np.arange(len(self.indices))
        return places

    def __len__(self) -> int:
        return len(self.indices)

    def place(self, sample: int | None) -> int | None:
        """Return where a sample stands in the list, 0 … k − 1; None if it is not in it."""
        if sample is None or not 0 <= sample < self.data.n_samples:
            return None
        place = int(self._places[sample])
        return place if place >= 0 else None

    def pair(self, sample: int) -> ShownPair:
        """Return a sample as what other panels would show."""
        return ShownPair(self.whole, sample, self.part)

    def label(self, sample: int) -> str:
        """Return the name of its class; empty in a regression."""
        labels = self.data.labels
        return "" if labels is None else class_name(self.whole.class_names, int(labels[sample]))

    def predicted(self, sample: int) -> str:
        """Return the name of the class that the network gives it; empty where it is not known."""
        predicted = None if self.scan is None else self.scan.predicted
        return (
            "" if predicted is None else class_name(self.whole.class_names, int(predicted[sample]))
        )

    def wrong(self, sample: int) -> bool:
        """Whether it is known to be classified wrongly."""
        correct = None if self.scan is None else self.scan.correct
        return correct is not None and not correct[sample]

    def input_name(self, column: int) -> str:
        """Return what an input is called."""
        names = self.whole.input_names
        if column == self.whole.constant:
            return constant_name()
        return names[column] if column < len(names) else counting.entry("x", column)

    def target_name(self, output: int) -> str:
        """Return what an output of a regression is called; empty if it is the only one."""
        names = self.whole.target_names
        if self.data.n_outputs == 1 and not names:
            return ""
        return names[output] if output < len(names) else counting.entry("y", output)

    def facts(self, sample: int) -> list[str]:
        """Return what is known of a sample in a few words each, its name first."""
        facts = [self.pair(sample).words]
        if self.data.labels is not None:
            facts.append(_tr("class {name}").format(name=self.label(sample)))
        if self.predicted(sample):
            words = (
                _tr("predicted {name} ✗ wrong") if self.wrong(sample) else _tr("predicted {name} ✓")
            )
            facts.append(words.format(name=self.predicted(sample)))
        facts += self._values(sample)
        if self.values is not None:
            facts.append(f"{self.values_name} {number(self.values[sample])}")
        if self.scan is not None:
            facts.append(_tr("loss {loss}").format(loss=number(self.scan.losses[sample])))
        for column, name in enumerate(MATRIX_SYMBOLS.values()):
            values = magnitudes(self.scan, column)
            if values is not None:
                facts.append(f"‖∂{name}‖ {number(values[sample])}")
        return facts

    def _values(self, sample: int) -> list[str]:
        """Say targets and outputs of a regression, in their own units."""
        if self.data.labels is not None or self.data.n_outputs > MOST_OUTPUTS:
            return []
        targets = in_own_units(self.whole, self.data.Y[sample])
        f = None if self.scan is None or self.scan.outputs is None else self.scan.outputs[sample]
        outputs = None if f is None else in_own_units(self.whole, f)
        words = []
        for j, target in enumerate(targets.tolist()):
            name = self.target_name(j)
            said = _tr("target {value}").format(value=number(target))
            if outputs is not None:
                said += _tr(", output {value}").format(value=number(outputs[j]))
            words.append(f"{name}: {said}" if name else said)
        return words

    def values_text(self, sample: int) -> str:
        """Return names and values of its inputs and targets, tab separated, with all digits."""
        rows = [(self.input_name(i), v) for i, v in enumerate(self.data.x(sample).tolist())]
        if self.data.labels is not None:
            return tab_separated([*rows, (_tr("class"), self.label(sample))])
        targets = in_own_units(self.whole, self.data.Y[sample]).tolist()
        named = [(self.target_name(j) or _tr("target"), v) for j, v in enumerate(targets)]
        return tab_separated([*rows, *named])

    def list_text(self) -> str:
        """Return the list as a table: index, class, predicted, loss and magnitudes of each."""
        head = [counting.heading("index"), "class", "predicted", "loss", "grad_W1", "grad_W2"]
        scan, norms = self.scan, [magnitudes(self.scan, column) for column in (0, 1)]
        rows: list[list[object]] = [list(head)]
        if self.values is not None:
            rows = [[counting.heading("index"), "class", self.values_name]]
            known = self.values[self.indices].tolist()
            for i, value in zip(self.indices.tolist(), known, strict=True):
                rows.append([counting.shown(i), self.label(i), repr(value)])
            return tab_separated(rows)
        for i in self.indices.tolist():
            loss = "" if scan is None else repr(float(scan.losses[i]))
            sizes = ["" if values is None else repr(float(values[i])) for values in norms]
            rows.append([counting.shown(i), self.label(i), self.predicted(i), loss, *sizes])
        return tab_separated(rows)
