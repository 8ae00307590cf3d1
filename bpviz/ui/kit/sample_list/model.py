"""SampleModel: samples as cells of a table, for Qt's views and for assistive technology."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bpviz.ui.kit.sample_list.shown import ShownSamples

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class SampleModel(QAbstractTableModel):
    """A number of samples in each line; here, as in the grid, every cell is a sample."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: ShownSamples | None = None
        self._lines = 0
        self._columns = 0
        self._per_line = 1

    @property
    def per_line(self) -> int:
        """Samples in a line, at least 1."""
        return self._per_line

    @property
    def lines(self) -> int:
        """Lines that it takes."""
        return self._lines

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

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else self._lines

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else self._columns

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
