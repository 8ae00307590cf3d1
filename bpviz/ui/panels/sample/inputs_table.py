"""InputsTable: the inputs of a sample by name and value."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import (
    QEvent,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from bpviz.network.types import Floats
from bpviz.ui.core.formatting import exact, number, tabular
from bpviz.ui.core.image_shape import constant_name
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.controls.export_menu import tab_separated
from bpviz.ui.kit.controls.table_model import RIGHT, FlatModel, Index

MEASURED = 200
"""With more inputs than this, values get the room of the widest number there is."""


class InputsModel(FlatModel):
    """Two columns, name and value; a row for each of the n inputs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._values: Floats = np.zeros(0)
        self._constant: int | None = None
        self._pointed: int | None = None

    def set_inputs(
        self, names: tuple[str, ...], values: Floats, constant: int | None = None
    ) -> bool:
        """Show `values` (n,); without names inputs are called by their index.

        Returns whether these are other inputs than before.
        """
        named = names, constant
        if len(values) != len(self._values) or named != (self._names, self._constant):
            self.beginResetModel()
            (self._names, self._constant), self._values = named, values
            self.endResetModel()
            return True
        self._values = values
        self.tell_changed()
        return False

    def set_pointed(self, row: int | None) -> None:
        """Tint `row`; −1 is all of them, None is none."""
        if row != self._pointed:
            self._pointed = row
            self.tell_changed()

    def text(self) -> str:
        """Return names and values, tab separated, with all digits."""
        names = (self._name(row) for row in range(len(self._values)))
        return tab_separated(zip(names, self._values.tolist(), strict=True))

    def columns(self) -> tuple[list[str], list[str]]:
        """Return all names and all values as they are written; of many inputs none."""
        n = len(self._values) if len(self._values) <= MEASURED else 0
        return [self._name(row) for row in range(n)], [number(v) for v in self._values[:n].tolist()]

    def _name(self, row: int) -> str:
        if row == self._constant:
            return constant_name()
        return self._names[row] if row < len(self._names) else f"x[{row}]"

    def shape(self) -> tuple[int, int]:
        """Return n and 2."""
        return len(self._values), 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return name or value; the tooltip of a value has all its digits."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column == 1:
                return number(float(self._values[row]))
            return self._name(row)
        if role == Qt.ItemDataRole.BackgroundRole and self._pointed in (row, -1):
            return faint(current_theme().accent, 70)
        if role == Qt.ItemDataRole.ToolTipRole:
            return exact(float(self._values[row])) if column == 1 else self._name(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == 1:
            return RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("input") if section == 0 else self.tr("value x")
        return None


class InputsTable(QTableView):
    """The table; it scrolls where there are many inputs.

    Signals
    -------
    wanted()
        `wanted_width` has changed.
    """

    wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Inputs of the sample"))
        self.setToolTip(
            self.tr("The inputs x of the sample; point at a value to read all its digits")
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.setFont(tabular(self.font()))
        self._pointed: int | None = None
        self._names_width = 0
        self._model = InputsModel(self)
        self.setModel(self._model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        self._fit_font()

    def _fit_font(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self._fit_columns(grow=False)

    def _fit_columns(self, *, grow: bool) -> None:
        """Give the values the room that they need, and the names all the rest.

        With `grow` the column never becomes narrower, so that nothing jumps.
        """
        width_of, before = self.fontMetrics().horizontalAdvance, self.wanted_width
        names, values = self._model.columns()
        title = self._model.headerData(1, Qt.Orientation.Horizontal)
        values = values or ["−0.001234"]
        room = max(map(width_of, (*values, title))) + 14
        header = self.horizontalHeader()
        if room > header.sectionSize(1) or not grow:
            header.resizeSection(1, room)
        if not grow:
            self._names_width = max(map(width_of, names), default=width_of("x[0000]")) + 14
        if self.wanted_width != before:
            self.wanted.emit()

    @property
    def wanted_width(self) -> int:
        """Pixels with which no name is cut."""
        bar = self.verticalScrollBar().sizeHint().width()
        frame = 2 * self.frameWidth()
        return self._names_width + self.horizontalHeader().sectionSize(1) + bar + frame

    def changeEvent(self, event: QEvent) -> None:
        """Let rows and columns follow the window's font (presentation mode)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._fit_font()

    def set_pointed(self, index: int | None) -> None:
        """Tint input `index` and bring it into sight; −1 tints all of them, None none."""
        self._pointed = index
        self._model.set_pointed(index)
        if index is not None and 0 <= index < self._model.rowCount():
            self.scrollTo(self._model.index(index, 0))

    def set_inputs(
        self, names: tuple[str, ...], values: Floats, constant: int | None = None
    ) -> None:
        """Show `values`, (n,) float64; input `constant` is called so instead of by its name."""
        others = self._model.set_inputs(names, values, constant)
        if others or len(values) <= MEASURED:
            self._fit_columns(grow=not others)

    def text(self) -> str:
        """Return names and values, tab separated, with all digits."""
        return self._model.text()
