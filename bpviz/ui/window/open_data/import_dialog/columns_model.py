"""ColumnsModel: the first rows of a table, each column with what it is used for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from bpviz.datasets.preview import ColumnPreview, Preview, Role
from bpviz.ui.core.theme import current_theme, faint
from bpviz.ui.kit.controls.table_model import RIGHT, FlatModel, Index
from bpviz.ui.window.open_data.import_dialog.role_texts import role_words

ROLE = Qt.ItemDataRole.UserRole
"""Of a header's section: its `Role`."""

_LONGEST = 200  # letters of a cell that are shown


class ColumnsModel(FlatModel):
    """Cells as they stand in the file; nothing is kept but what the preview holds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[ColumnPreview, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_preview(self, preview: Preview) -> None:
        """Show the columns and rows of `preview`; what is selected stays where it can."""
        same = len(preview.columns) == len(self.columns) and len(preview.rows) == len(self._rows)
        if not same:
            self.beginResetModel()
        self.columns, self._rows = preview.columns, preview.rows
        if not same:
            self.endResetModel()
        elif self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
            self.tell_changed()

    def shape(self) -> tuple[int, int]:
        """Return how many rows are shown, and columns the table has."""
        return len(self._rows), len(self.columns)

    def cell(self, row: int, column: int) -> str:
        """Return a cell in one line, empty where the row is shorter."""
        cells = self._rows[row]
        return " ".join(cells[column][:_LONGEST].split()) if column < len(cells) else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the cell, and how it looks."""
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and not column.is_text:
            return RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and column.role is Role.UNUSED:
            return QColor(current_theme().muted)
        if role == Qt.ItemDataRole.BackgroundRole and column.role is Role.TARGET:
            return faint(current_theme().accent, 34)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's name, its role, and what is known of it."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(column.name[:_LONGEST].split())
        if role == ROLE:
            return column.role
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.name}, {role_words()[column.role]}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(column)
        return None

    def _tip(self, column: ColumnPreview) -> str:
        if not column.is_text:
            holds = self.tr("numbers")
        elif column.can_be_input:
            holds = self.tr("categorical text")
        else:
            holds = self.tr("text with too many distinct values")
        words = self.tr(
            "{name} holds {what}, such as {examples}. Used as: {role}. Click it, or press Space, "
            "to change its use."
        )
        return words.format(
            name=f"“{column.name[:_LONGEST]}”",
            what=holds,
            examples=", ".join(column.examples) or "–",
            role=role_words()[column.role],
        )
