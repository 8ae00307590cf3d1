"""FlipsTable: the samples of the test set that are classified otherwise at another position."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QTreeView, QWidget

from bpviz.training.difference import Flips
from bpviz.ui.core import counting
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import ordinal
from bpviz.ui.core.shown_pair import class_name
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.export_menu import export_menu, tab_separated
from bpviz.ui.kit.controls.table_model import FlatModel, Index, show_rows

SAMPLE, TRUE, BEFORE, AFTER = range(4)


class FlipsModel(FlatModel):
    """A row a sample."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.flips: Flips | None = None
        self.names: tuple[str, ...] = ()
        counting_changed.connect(self._recount)

    def show_flips(self, flips: Flips | None, names: tuple[str, ...]) -> None:
        """List others, whose classes are called `names`."""
        if flips is not self.flips:
            self.beginResetModel()
            self.flips, self.names = flips, names
            self.endResetModel()

    @Slot()
    def _recount(self) -> None:
        self.tell_changed()

    def shape(self) -> tuple[int, int]:
        """Return the number of samples, and four columns."""
        return 0 if self.flips is None else len(self.flips), 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            self.tr("test sample"),
            self.tr("class"),
            self.tr("predicted before"),
            self.tr("predicted after"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        flips, row, column = self.flips, index.row(), index.column()
        if flips is None or not 0 <= row < len(flips):
            return None
        label = int(
            flips.index[row]
            if column == SAMPLE
            else (flips.true, flips.before, flips.after)[column - 1][row]
        )
        wrong = column in (BEFORE, AFTER) and label != flips.true[row]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if column == SAMPLE:
                return ordinal(label)
            name = class_name(self.names, label)
            if column == TRUE:
                return name
            return f"✗ {name}" if wrong else f"✓ {name}"
        if role == Qt.ItemDataRole.ForegroundRole and wrong:
            return QColor(current_theme().warning)
        return None


class FlipsTable(QTreeView):
    """The table.

    Signals
    -------
    chosen(int)
        A person went to this sample of the test set.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flips = FlipsModel(self)
        show_rows(self, self.flips)
        self.setObjectName("positions_flips")
        self.setAccessibleName(self.tr("Samples that are classified otherwise"))
        self.setToolTip(
            self.tr(
                "Samples of the test set whose predicted class is another one at the second "
                "position. Click or Return: show the sample in the other panels."
            )
        )
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        flips = self.flips.flips
        if flips is not None:
            self.chosen.emit(int(flips.index[index.row()]))

    def values_text(self) -> str:
        """Return the list as a table, tabs between columns."""
        flips, names = self.flips.flips, self.flips.names
        rows: list[list[object]] = [[counting.heading("index"), "class", "before", "after"]]
        if flips is not None:
            for at in range(len(flips)):
                classes = (int(each[at]) for each in (flips.true, flips.before, flips.after))
                shown = counting.shown(int(flips.index[at]))
                rows.append([shown, *(class_name(names, k) for k in classes)])
        return tab_separated(rows)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the values or the picture."""
        export_menu(self, self.values_text, self.grab).popup(event.globalPos())
