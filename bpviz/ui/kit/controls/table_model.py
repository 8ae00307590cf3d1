"""FlatModel: what all models of tables say of rows, columns and changes; and how rows are shown."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from bpviz.ui.core.formatting import tabular

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
"""How numbers stand in a cell."""


class FlatModel(QAbstractTableModel):
    """A table whose cells have nothing below them; a child says in `shape` how large it is."""

    def shape(self) -> tuple[int, int]:
        """Return the numbers of rows and columns."""
        raise NotImplementedError

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else self.shape()[0]

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else self.shape()[1]

    def tell_changed(self, first: int = 0, last: int | None = None) -> None:
        """Tell that the rows ``first … last``, or all, show something else."""
        rows, columns = self.shape()
        last = rows - 1 if last is None else last
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, columns - 1))


def show_rows(view: QTreeView, model: FlatModel) -> None:
    """Let a tree show a table: rows of one height, of which one is chosen at a time.

    Unlike a `QTableView` it asks for the height of one row alone.
    """
    view.setModel(model)
    view.setRootIsDecorated(False)
    view.setIndentation(0)
    view.setUniformRowHeights(True)
    view.setFrameShape(view.Shape.NoFrame)
    view.setFont(tabular(view.font()))
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.header().setMinimumSectionSize(20)
    view.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.setMinimumSize(1, 1)
