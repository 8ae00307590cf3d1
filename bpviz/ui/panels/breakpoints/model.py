"""BreakpointModel: the breakpoints as a table in which only what changed is told of."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise
from typing import Any

from PySide6.QtCore import (
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon

from bpviz.training.breakpoints import BARE, Breakpoint, Condition
from bpviz.training.commands import ChangeBreakpoint
from bpviz.training.events import Frame
from bpviz.training.infos import BreakpointInfo
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import count, translated, weighted
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.controls.marker import marker
from bpviz.ui.kit.controls.table_model import NOWHERE, RIGHT, FlatModel, Index
from bpviz.ui.panels.breakpoints.conditions import condition_words
from bpviz.ui.panels.breakpoints.values import present_value

_Role = Qt.ItemDataRole


class Column(IntEnum):
    """What stands beside what."""

    CONDITION = 0
    IGNORE = 1
    HITS = 2
    NOW = 3
    """Drawn behind the condition, whose threshold it stands beside."""


class BreakpointModel(FlatModel):
    """Condition with its switch, ignore count and hit count, a row for each breakpoint.

    Attributes
    ----------
    notes : tuple of BreakpointInfo
        The breakpoints that are shown.
    classes : tuple of str
        Names of the classes.

    Signals
    -------
    change_wanted(object)
        A `ChangeBreakpoint` that somebody made; the model already shows it.
    heights_changed()
        What stands in the first column may need another height.
    """

    change_wanted = Signal(object)
    heights_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notes: tuple[BreakpointInfo, ...] = ()
        self._hit: frozenset[int] = frozenset()
        self.classes: tuple[str, ...] = ()
        self._frame: Frame | None = None
        self._now: dict[Condition, str] = {}
        self._recolour()
        theme_changed.connect(self._recolour)
        counting_changed.connect(self.tell_changed)

    def note(self, index: Index) -> BreakpointInfo | None:
        """Return the breakpoint in the row of `index`."""
        row = index.row()
        return self.notes[row] if 0 <= row < len(self.notes) else None

    def _recolour(self) -> None:
        self._warning, self._muted = QColor(current_theme().warning), QColor(current_theme().muted)
        self._marker: QIcon = marker(current_theme())
        self.tell_changed()

    def set_classes(self, names: tuple[str, ...]) -> None:
        """Call classes by these names."""
        if names != self.classes:
            self.classes = names
            self.tell_changed()
            self.heights_changed.emit()

    def set_notes(self, notes: tuple[BreakpointInfo, ...], hit: Sequence[int] = ()) -> None:
        """Show `notes`, of which the run stands at those whose numbers are in `hit`."""
        marked = frozenset(hit)
        if notes is self.notes and marked == self._hit:
            return
        self._drop_missing({note.number for note in notes})
        old = self.notes
        if any(a.number != b.number for a, b in zip(old, notes, strict=False)):
            self.beginResetModel()
            self.notes, self._hit = notes, marked
            self.endResetModel()
            self.heights_changed.emit()
            return
        if len(notes) > len(old):
            self.beginInsertRows(NOWHERE, len(old), len(notes) - 1)
            self.notes = old + notes[len(old) :]
            self.endInsertRows()
        turned = marked ^ self._hit
        changed = [
            row
            for row, (a, b) in enumerate(zip(self.notes, notes, strict=True))
            if a != b or b.number in turned
        ]
        taller = len(notes) != len(old) or any(
            self._tall(self.notes[row], notes[row]) or notes[row].number in turned
            for row in changed
        )
        self.notes, self._hit = notes, marked
        if changed:
            self.tell_changed(changed[0], changed[-1])
        if taller:
            self.heights_changed.emit()

    def set_frame(self, frame: Frame) -> None:
        """Show what the breakpoints watch as it is in `frame`."""
        self._frame = frame
        self._refresh()

    def _refresh(self) -> None:
        """Look at what is watched, each quantity once, and tell of what has changed."""
        frame = self._frame
        if frame is None:
            return
        kinds = {note.breakpoint.condition for note in self.notes}
        now = {kind: present_value(kind, frame, self.classes) for kind in kinds}
        if now != self._now:
            self._now = now
            rows, column = len(self.notes), Column.NOW
            if rows:
                self.dataChanged.emit(self.index(0, column), self.index(rows - 1, column))

    def row_of(self, breakpoint: Breakpoint) -> int | None:
        """Return the row of that breakpoint, None if it is not in the list."""
        rows = (row for row, note in enumerate(self.notes) if note.breakpoint == breakpoint)
        return next(rows, None)

    def switch_all(self, on: bool) -> None:
        """Switch every breakpoint on or off."""
        for row, note in enumerate(self.notes):
            if note.enabled != on:
                self._change(row, ChangeBreakpoint(note.number, enabled=on))

    def forget(self, numbers: frozenset[int] | None) -> None:
        """Show those with these numbers no more; None shows none any more."""
        gone = frozenset(note.number for note in self.notes) if numbers is None else numbers
        self._drop_missing({note.number for note in self.notes} - gone)

    # ---- what Qt asks

    def shape(self) -> tuple[int, int]:
        """Return how many there are, and 4."""
        return len(self.notes), len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be changed: the switch, the value where there is one, the ignore count."""
        flags = super().flags(index)
        note = self.note(index)
        if note is None:
            return flags
        if index.column() == Column.CONDITION:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            kind = note.breakpoint.condition
            if kind not in BARE and (kind is not Condition.LABEL or self.classes):
                flags |= Qt.ItemFlag.ItemIsEditable
        elif index.column() == Column.IGNORE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what one cell shows."""
        note = self.note(index)
        if note is None:
            return None
        if role == _Role.ForegroundRole:
            if note.problem:
                return self._warning
            return None if note.enabled else self._muted
        if role == _Role.FontRole:
            return weighted(QFont.Weight.Bold) if note.number in self._hit else None
        if index.column() == Column.CONDITION:
            return self._condition(note, role)
        if index.column() == Column.NOW:
            return self._present(note, role)
        return self._count(note, Column(index.column()), role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Name and explain the columns."""
        if orientation != Qt.Orientation.Horizontal or section not in tuple(Column):
            return None
        if role == _Role.TextAlignmentRole:
            return self._alignment(section)
        if role == _Role.DisplayRole:
            return (self.tr("condition"), self.tr("ignore"), self.tr("hits"), self.tr("now"))[
                section
            ]
        if role == _Role.ToolTipRole:
            return (
                self.tr(
                    "Condition at which the run stops; tick to enable it. Space toggles, F2 or a "
                    "double click edits the value, Del removes."
                ),
                self.tr(
                    "Number of hits to ignore before the run stops; F2 or a double click edits it."
                ),
                self.tr("How often the condition was met while the breakpoint was enabled."),
                self.tr("What the condition watches, as it is in the step at hand."),
            )[section]
        return None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Switch it, or give it another value or ignore count."""
        note = self.note(index)
        if note is None:
            return False
        if role == _Role.CheckStateRole and index.column() == Column.CONDITION:
            on = Qt.CheckState(value) == Qt.CheckState.Checked
            self._change(index.row(), ChangeBreakpoint(note.number, enabled=on))
            return True
        if role != _Role.EditRole:
            return False
        if index.column() == Column.CONDITION:
            made = dataclasses.replace(note.breakpoint, value=value)
            if made != note.breakpoint:
                self._change(index.row(), ChangeBreakpoint(note.number, breakpoint=made))
        elif index.column() == Column.IGNORE and value != note.ignore:
            self._change(index.row(), ChangeBreakpoint(note.number, ignore=value))
        return True

    # ---- details

    def _condition(self, note: BreakpointInfo, role: int) -> Any:
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if note.enabled else Qt.CheckState.Unchecked
        if role == _Role.EditRole:
            return note.breakpoint.value
        if role == _Role.DecorationRole:
            return self._marker if note.number in self._hit else None
        if role not in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole):
            return None
        words = condition_words(note.breakpoint, self.classes)
        if role != _Role.DisplayRole and note.number in self._hit:
            stands = self.tr("the run is stopped here, before the update of this step")
            words = f"{words}; {stands}"
        return f"{words}\n{translated(note.problem)}" if note.problem else words

    def _present(self, note: BreakpointInfo, role: int) -> Any:
        if role == _Role.TextAlignmentRole:
            return RIGHT
        words = "" if note.problem else self._now.get(note.breakpoint.condition, "")
        if role == _Role.DisplayRole:
            return words
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole) and words:
            frame = self._frame
            step = count(0 if frame is None else frame.step)
            return self.tr("{value} now, at step {step}").format(value=words, step=step)
        return None

    def _count(self, note: BreakpointInfo, column: Column, role: int) -> Any:
        value = note.ignore if column is Column.IGNORE else note.hits
        if role == _Role.TextAlignmentRole:
            return self._alignment(column)
        if role == _Role.EditRole:
            return value
        if role == _Role.DisplayRole:
            return count(value)
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            words = self.tr("hits to ignore") if column is Column.IGNORE else self.tr("hits")
            return f"{count(value)} {words}"
        return None

    @staticmethod
    def _alignment(column: int) -> Qt.AlignmentFlag:
        if column == Column.CONDITION:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return RIGHT

    @staticmethod
    def _tall(a: BreakpointInfo, b: BreakpointInfo) -> bool:
        return a.breakpoint != b.breakpoint or a.problem != b.problem

    def _change(self, row: int, command: ChangeBreakpoint) -> None:
        """Show the change at once, and ask for it."""
        old = self.notes[row]
        new = old
        if command.enabled is not None:
            new = dataclasses.replace(new, enabled=command.enabled)
        if command.ignore is not None:
            new = dataclasses.replace(new, ignore=command.ignore)
        if command.breakpoint is not None:  # another condition begins to count anew
            new = dataclasses.replace(new, breakpoint=command.breakpoint, hits=0, problem="")
        self.notes = (*self.notes[:row], new, *self.notes[row + 1 :])
        self.tell_changed(row, row)
        if self._tall(old, new):
            self.heights_changed.emit()
        self.change_wanted.emit(command)

    def _drop_missing(self, kept: set[int]) -> None:
        gone = [row for row, note in enumerate(self.notes) if note.number not in kept]
        if not gone:
            return
        starts = [gone[0], *(b for a, b in pairwise(gone) if b != a + 1)]
        ends = [*(a for a, b in pairwise(gone) if b != a + 1), gone[-1]]
        for first, last in reversed(list(zip(starts, ends, strict=True))):
            self.beginRemoveRows(NOWHERE, first, last)
            self.notes = self.notes[:first] + self.notes[last + 1 :]
            self.endRemoveRows()
