"""The list of watches: what is followed, what it is now, and what the last step made of it."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bpviz.training.infos import WatchInfo
from bpviz.training.watches import Watch
from bpviz.ui.core.formatting import exact, number, translated, translator
from bpviz.ui.core.watch_texts import words_of
from bpviz.ui.kit.breakpoints.table import StopsDelegate, StopsTable, bold
from bpviz.ui.kit.controls.table_model import RIGHT, FlatModel, Index

_tr = translator("Watches")
_Role = Qt.ItemDataRole


class Column(IntEnum):
    """Columns of the list."""

    NAME = 0
    VALUE = 1
    CHANGE = 2


class WatchModel(FlatModel):
    """The watches in a frame."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notes: tuple[WatchInfo, ...] = ()

    def set_notes(self, notes: tuple[WatchInfo, ...]) -> bool:
        """Show these; return whether there are others than before."""
        before = [note.watch for note in self.notes]
        others = before != [note.watch for note in notes]
        if others:
            self.beginResetModel()
        changed = notes != self.notes
        self.notes = notes
        if others:
            self.endResetModel()
        elif changed:
            self.tell_changed()
        return others

    def row_of(self, watch: Watch) -> int | None:
        """Return the row of a watch, None where it is not followed."""
        return next((i for i, note in enumerate(self.notes) if note.watch == watch), None)

    def shape(self) -> tuple[int, int]:
        """Return how many there are, and the number of columns."""
        return len(self.notes), len(Column)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not 0 <= index.row() < len(self.notes):
            return None
        note, column = self.notes[index.row()], index.column()
        if role == _Role.DisplayRole:
            if column == Column.NAME:
                return words_of(note.watch)
            return number(note.value if column == Column.VALUE else note.change)
        if role == _Role.ToolTipRole:
            if note.problem:
                return translated(note.problem)
            if column == Column.NAME:
                return _explained(note.watch)
            return exact(note.value if column == Column.VALUE else note.change)
        if role == _Role.ForegroundRole and note.problem:
            group, kind = QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text
            view = self.parent()
            return view.palette().color(group, kind) if isinstance(view, QWidget) else None
        if role == _Role.TextAlignmentRole and column != Column.NAME:
            return RIGHT
        if role == _Role.AccessibleTextRole and column == Column.NAME:
            words = self.tr("{watch}: {value}")
            value = translated(note.problem) if note.problem else number(note.value)
            return words.format(watch=words_of(note.watch), value=value)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return (self.tr("number"), self.tr("value"), self.tr("change"))[section]
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def _explained(watch: Watch) -> str:
    """Return what a number is called, and of which pair it is."""
    if not watch.own:
        return words_of(watch)
    words = _tr("{watch}, of the pair of the step at hand, which is trained next")
    return words.format(watch=words_of(watch))


class WatchTable(StopsTable):
    """The table of a `WatchModel`.

    Signals
    -------
    current_changed()
        Another watch is the current one.
    """

    current_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Column.NAME, parent)
        self.watches = WatchModel(self)
        self._added = False  # to be brought into sight, once the rows have their heights
        self.setModel(self.watches)
        self.setItemDelegate(StopsDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentRowChanged.connect(self.current_changed)
        self.fit_font()

    @property
    def current(self) -> Watch | None:
        """The watch whose curve is drawn."""
        row = self.currentIndex().row()
        return self.watches.notes[row].watch if 0 <= row < len(self.watches.notes) else None

    def show_notes(self, notes: tuple[WatchInfo, ...]) -> None:
        """Show these, and keep the current one; a new one becomes it."""
        before, known = self.current, {note.watch for note in self.watches.notes}
        if not self.watches.set_notes(notes):
            return
        added = [note.watch for note in notes if note.watch not in known]
        wanted = added[-1] if added and known else before
        row = None if wanted is None else self.watches.row_of(wanted)
        if notes:
            self.selectRow(0 if row is None else row)
        self._added = bool(added and known)
        self.fit_rows()
        self.current_changed.emit()

    @Slot()
    def _fit_rows(self) -> None:
        super()._fit_rows()
        if self._added:
            self._added = False
            self.scrollTo(self.currentIndex())

    def enter(self) -> None:
        """Return does nothing: the curve of the current watch is drawn already."""

    def fit_font(self) -> None:
        """Let rows and columns follow the font."""
        super().fit_font()
        width = QFontMetrics(bold(self.font())).horizontalAdvance("−0.00000e−00") + 12
        self.set_widths(0, width, width)
        self._fit()

    def _fit(self) -> None:
        """Leave out the change where there is little room."""
        width = self.columnWidth(Column.VALUE)
        self.setColumnHidden(Column.CHANGE, not self.room_beside(width, width))
