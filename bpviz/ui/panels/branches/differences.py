"""DifferencesTable: what two branches were made with that differs, and what was changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QTreeView, QWidget

from bpviz.training.infos import BranchInfo, Comparison
from bpviz.training.journal.entries import Change, RateChange
from bpviz.ui.core.formatting import NOTHING, count, shortened, translated, translator
from bpviz.ui.kit.controls.table_model import FlatModel, Index, show_rows
from bpviz.ui.panels.branches.settings_words import differences

MOST_CHANGES = 50
"""Changes of each branch that are listed one by one."""

_tr = translator("BranchDifferences")

Row = tuple[str, str, str]
"""What differs, and what it is on either branch."""


def rows_of(comparison: Comparison, first: BranchInfo, second: BranchInfo) -> list[Row]:
    """Return everything in which two branches differ, but for weights and losses."""
    rows = differences(first, second)
    for own, changes in enumerate(comparison.changes):
        told = _gestures(changes)
        for change in told[:MOST_CHANGES]:
            what = _tr("from step {step}").format(step=count(change.step))
            rows.append(_on(own, what, translated(change.words())))
        if len(told) > MOST_CHANGES:
            more = _tr("+ {n} more").format(n=count(len(told) - MOST_CHANGES))
            rows.append(_on(own, _tr("changes"), more))
    return rows


def _on(side: int, what: str, words: str) -> Row:
    return (what, words, NOTHING) if side == 0 else (what, NOTHING, words)


def _gestures(changes: Sequence[Change]) -> list[Change]:
    """Return the changes, of each drag of λ only the last one."""
    told: list[Change] = []
    for change in changes:
        last = told[-1] if told else None
        together = isinstance(change, RateChange) and isinstance(last, RateChange)
        if together and change.gesture == last.gesture > 0:  # type: ignore[union-attr]
            told.pop()
        told.append(change)
    return told


class DifferencesModel(FlatModel):
    """A row for each difference."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.names = "", ""

    def show_rows(self, rows: list[Row], names: tuple[str, str]) -> None:
        """Show other rows, the two branches being called `names`."""
        if names != self.names:
            self.names = names
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, 2)
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def shape(self) -> tuple[int, int]:
        """Return the number of differences, and three columns."""
        return len(self.rows), 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return whose the column is."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("differs"), *self.names)[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row[0]}: {row[1]} ↔ {row[2]}"
        return None


class DifferencesTable(QTreeView):
    """The table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = DifferencesModel(self)
        show_rows(self, self.rows)
        self.setObjectName("comparison_differences")
        self.setAccessibleName(self.tr("Settings in which the branches differ"))
        self.setToolTip(
            self.tr(
                "Settings of the runs and of their data that differ, then the changes that were "
                "made on one branch alone, each with the step from which it acts."
            )
        )
        self.header().setMinimumSectionSize(40)

    def show_comparison(
        self, comparison: Comparison, first: BranchInfo, second: BranchInfo
    ) -> list[Row]:
        """Show in what two branches differ, and return it."""
        rows = rows_of(comparison, first, second)
        names = shortened(translated(first.name), 40), shortened(translated(second.name), 40)
        self.rows.show_rows(
            rows
            or [(self.tr("settings, data and changes"), self.tr("the same"), self.tr("the same"))],
            names,
        )
        return rows
