"""BranchModel: the branches of a run as a list, each below the one that it left."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtCore import Signal as QtSignal

from bpviz.training.events import Frame
from bpviz.training.infos import BranchInfo
from bpviz.ui.core import plurals
from bpviz.ui.core.formatting import count, translated
from bpviz.ui.kit.controls.table_model import Index

LONGEST_NAME = 60
"""Characters of a branch's name at most."""

DEEPEST = 6
"""Ancestors that are shown by indentation; more would leave no room for the name."""


class BranchRole(IntEnum):
    """What the model tells about a row beyond its name."""

    NUMBER = Qt.ItemDataRole.UserRole
    DEPTH = Qt.ItemDataRole.UserRole + 1
    CURRENT = Qt.ItemDataRole.UserRole + 2
    DETAILS = Qt.ItemDataRole.UserRole + 3
    RAILS = Qt.ItemDataRole.UserRole + 4


def family_order(notes: Iterable[BranchInfo]) -> list[tuple[BranchInfo, int]]:
    """Return every branch below its parent, with the number of its ancestors.

    A branch whose parent is gone counts as one without.  Among siblings the oldest comes first.
    """
    by_number = {note.number: note for note in notes}
    children: dict[int | None, list[BranchInfo]] = {}
    for note in by_number.values():
        # A parent is always older; this also keeps a circle from never ending.
        known = note.parent in by_number and note.parent is not None and note.parent < note.number
        children.setdefault(note.parent if known else None, []).append(note)
    ordered = []
    waiting = [(note, 0) for note in reversed(children.get(None, []))]
    while waiting:
        note, depth = waiting.pop()
        ordered.append((note, depth))
        waiting += [(child, depth + 1) for child in reversed(children.get(note.number, []))]
    return ordered


def rails(depths: list[int]) -> list[frozenset[int]]:
    """Return, for each row, the depths at which a later row hangs on the same line from above."""
    found: list[frozenset[int]] = []
    below: set[int] = set()
    for depth in reversed(depths):
        below = {other for other in below if other <= depth}
        found.append(frozenset(below))
        below.add(depth)
    return found[::-1]


class BranchModel(QAbstractListModel):
    """Follows the frames in place: what is selected or being edited stays so.

    Signals
    -------
    renamed(object, str)
        Number of a branch, and the good new name that a person gave it.
    refused(str)
        Why a name cannot be.
    """

    renamed = QtSignal(object, str)
    refused = QtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[BranchInfo, int]] = []
        self._rails: list[frozenset[int]] = []
        self._current = -1
        self._run: int | None = None
        self._typed: dict[int, tuple[int, str]] = {}

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Follow the branches in `frame`."""
        rows = [(note, min(depth, DEEPEST)) for note, depth in family_order(frame.branches)]
        self._typed = {
            number: (sent, name)
            for number, (sent, name) in self._typed.items()
            if frame.run == self._run and frame.acknowledged < sent
        }
        before, self._current = self._current, frame.branch
        numbers = [note.number for note, _ in rows]
        if [depth for _, depth in rows] != [depth for _, depth in self._rows]:
            self._rails = rails([depth for _, depth in rows])
        if frame.run != self._run:
            self.beginResetModel()
            self._run, self._rows = frame.run, rows
            self.endResetModel()
        elif numbers == self.numbers():
            self._replace(rows, before)
        else:
            self._rearrange(rows, numbers)

    def _replace(self, rows: list[tuple[BranchInfo, int]], before: int) -> None:
        """Take over the same branches, some of them changed."""
        old, self._rows = self._rows, rows
        moved = before != self._current
        for row, ((a, a_depth), (b, b_depth)) in enumerate(zip(old, rows, strict=True)):
            marked = moved and b.number in (before, self._current)
            if marked or a_depth != b_depth or _said(a) != _said(b):
                self._changed(row)

    def _rearrange(self, rows: list[tuple[BranchInfo, int]], numbers: list[int]) -> None:
        """Take over other branches: remove those that are gone, sort, then put in the new ones."""
        wanted = set(numbers)
        for row in reversed(range(len(self._rows))):
            if self._rows[row][0].number not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        kept = set(self.numbers())
        self._sort([entry for entry in rows if entry[0].number in kept])
        for row, entry in enumerate(rows):
            if entry[0].number not in kept:
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.insert(row, entry)
                self.endInsertRows()
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def _sort(self, rows: list[tuple[BranchInfo, int]]) -> None:
        before = self.numbers()
        if before == [note.number for note, _ in rows]:
            self._rows = rows
            return
        self.layoutAboutToBeChanged.emit()
        self._rows = rows
        places = {note.number: row for row, (note, _) in enumerate(rows)}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(places[before[index.row()]]))
        self.layoutChanged.emit()

    def _changed(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index)

    # Reading -----------------------------------------------------------------------------------

    def numbers(self) -> list[int]:
        """Return the numbers of all branches, from top to bottom."""
        return [note.number for note, _ in self._rows]

    def row_of(self, number: int) -> int | None:
        """Return the row of a branch."""
        return next((i for i, (note, _) in enumerate(self._rows) if note.number == number), None)

    def name_of(self, number: int) -> str:
        """Return the name of a branch, empty if there is none such."""
        row = self.row_of(number)
        return "" if row is None else self._name(self._rows[row][0])

    @property
    def current(self) -> int:
        """Number of the branch that the run stands on."""
        return self._current

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of branches."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the list asks for."""
        if not 0 <= index.row() < len(self._rows):
            return None
        note, depth = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._name(note)
        if role == BranchRole.NUMBER:
            return note.number
        if role == BranchRole.DEPTH:
            return depth
        if role == BranchRole.RAILS:
            return self._rails[index.row()] if index.row() < len(self._rails) else frozenset()
        if role == BranchRole.CURRENT:
            return note.number == self._current
        if role == BranchRole.DETAILS:
            return self._details(note)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explanation(note)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._explanation(note).replace("\n", ", ")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every branch be selected and renamed."""
        base = super().flags(index)
        return base | Qt.ItemFlag.ItemIsEditable if index.isValid() else base

    def _name(self, note: BranchInfo) -> str:
        typed = self._typed.get(note.number)
        return translated(note.name) if typed is None else typed[1]

    def _details(self, note: BranchInfo) -> str:
        return f"{self._origin(note)} · {plurals.steps(note.tip)}"

    def _origin(self, note: BranchInfo) -> str:
        if note.parent is None and note.fork == 0:  # a parent that was deleted is None as well
            return translated(note.change) or self.tr("from the beginning")
        if not note.change:
            return self.tr("forked at step {step}").format(step=count(note.fork))
        return self.tr("{change} at step {step}").format(
            change=translated(note.change), step=count(note.fork)
        )

    def _explanation(self, note: BranchInfo) -> str:
        lines = [self._name(note)]
        if note.number == self._current:
            lines.append(self.tr("the current branch"))
        lines.append(self._origin(note))
        parent = "" if note.parent is None else self.name_of(note.parent)
        if parent:
            lines.append(
                self.tr("shares steps 0 … {step} with “{parent}”").format(
                    step=count(note.fork), parent=parent
                )
            )
        lines.append(self.tr("{steps} in total").format(steps=plurals.steps(note.tip)))
        return "\n".join(lines)

    # Renaming ----------------------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; refuse one that cannot be."""
        if role != Qt.ItemDataRole.EditRole or not 0 <= index.row() < len(self._rows):
            return False
        note, name = self._rows[index.row()][0], " ".join(str(value).split())
        if name == self._name(note):
            return True
        if not name:
            self.refused.emit(
                self.tr(
                    "The name of the branch is empty; it remains “{name}”. Type a name."
                ).format(name=self._name(note))
            )
            return False
        if len(name) > LONGEST_NAME:
            self.refused.emit(
                self.tr(
                    "The name has {n} characters; it remains “{name}”. Use at most {most}."
                ).format(most=LONGEST_NAME, n=count(len(name)), name=self._name(note))
            )
            return False
        self.renamed.emit(note.number, name)
        return True

    def expect_name(self, number: int, name: str, sent: int) -> None:
        """Show `name` until a frame knows of the command with the number `sent`."""
        self._typed[number] = (sent, name)
        row = self.row_of(number)
        if row is not None:
            self._changed(row)


def _said(note: BranchInfo) -> tuple[object, ...]:
    """Return what a row is made of."""
    return note.name, note.parent, note.fork, note.tip, note.change
