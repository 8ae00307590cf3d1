"""BranchModel: the branches of all runs as a table, each below the one that it left, or sorted."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from enum import IntEnum, auto
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtCore import Signal as QtSignal

from bpviz.training.events import Frame
from bpviz.training.infos import BranchInfo
from bpviz.ui.core import plurals
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import NOTHING, count, exact, localized, number, per_cent, translated
from bpviz.ui.kit.controls.table_model import NOWHERE, RIGHT, FlatModel, Index
from bpviz.ui.panels.branches.filter import matching
from bpviz.ui.panels.branches.settings_words import rule_words, run_words

LONGEST_NAME = 60
"""Characters of a branch's name at most."""

DEEPEST = 6
"""Ancestors that are shown by indentation; more would leave no room for the name."""


class Column(IntEnum):
    """What stands in each column."""

    NAME = 0
    RATE = auto()
    HIDDEN = auto()
    RULE = auto()
    STEPS = auto()
    TEST = auto()
    TIME = auto()


_NUMBERS = (Column.RATE, Column.HIDDEN, Column.STEPS, Column.TEST, Column.TIME)
_PLAIN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_NAMED = _PLAIN | Qt.ItemFlag.ItemIsEditable
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BranchRole(IntEnum):
    """What the model tells about a row beyond what stands in its cells."""

    NUMBER = Qt.ItemDataRole.UserRole
    DEPTH = Qt.ItemDataRole.UserRole + 1
    CURRENT = Qt.ItemDataRole.UserRole + 2
    DETAILS = Qt.ItemDataRole.UserRole + 3
    RAILS = Qt.ItemDataRole.UserRole + 4
    OLD = Qt.ItemDataRole.UserRole + 5


def family_order(notes: Iterable[BranchInfo]) -> list[tuple[BranchInfo, int]]:
    """Return every branch below its parent, with the number of its ancestors.

    A branch whose parent is gone counts as one without.  Among siblings the oldest comes first.
    """
    by_number = {note.number: note for note in sorted(notes, key=attrgetter("number"))}
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


class BranchModel(FlatModel):
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
        self._notes: tuple[BranchInfo, ...] = ()
        self._names: dict[int, str] = {}
        self._rows: list[tuple[BranchInfo, int]] = []
        self._rails: list[frozenset[int]] = []
        self._runs: tuple[object, Mapping[int, str]] = ((), {})
        self._current = -1
        self._run: int | None = None
        self._classes = True
        self._short = False
        self._typed: dict[int, tuple[int, str]] = {}
        self._sorted: tuple[Column, bool] | None = None
        self._filter = ""
        self._told: dict[int, tuple[BranchInfo, str, str]] = {}  # what a filter looks for words in
        counting_changed.connect(self._recount)

    @Slot()
    def _recount(self) -> None:
        self.tell_changed()  # what was changed where a branch left its parent may name an index

    # Frames ------------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Follow the branches in `frame`."""
        typed = self._typed
        self._typed = {
            number: (sent, name)
            for number, (sent, name) in typed.items()
            if frame.run == self._run and frame.acknowledged < sent
        }
        before, self._current = self._current, frame.branch
        other_run, self._run = frame.run != self._run, frame.run
        runs = tuple({id(note.run): note.run for note in frame.branches}.values())
        if runs != self._runs[0]:
            self._runs, self._told = (runs, run_words(frame.branches)), {}
        # Of a thousand branches hardly any changes from frame to frame.
        known, names = {note.number: note for note in self._notes}, self._names
        self._names = {
            note.number: names[note.number]
            if known.get(note.number) is note and note.number not in typed
            else self._name(note)
            for note in frame.branches
        }
        self._notes = frame.branches
        classes = frame.dataset is None or frame.dataset.labels is not None
        if classes != self._classes:
            self._classes = classes
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.TEST, Column.TEST)
            self.tell_changed()
        if other_run:
            self.beginResetModel()
            self._rows = self._arranged()
            self._rails = rails([depth for _, depth in self._rows])
            self.endResetModel()
        else:
            self._take(before)

    def _take(self, before: int) -> None:
        """Take over the rows that there are now; `before` was the current branch."""
        rows = self._arranged()
        if [depth for _, depth in rows] != [depth for _, depth in self._rows]:
            self._rails = rails([depth for _, depth in rows])
        numbers = [note.number for note, _ in rows]
        if numbers == self.numbers():
            self._replace(rows, before)
        else:
            self._rearrange(rows, numbers)

    def _arranged(self) -> list[tuple[BranchInfo, int]]:
        """Return what passes the filter, sorted, with how far it is indented."""
        notes: Iterable[BranchInfo] = self._notes
        if self._filter:
            fits = matching(self._filter)
            notes = [note for note in notes if fits(note, self._words(note))]
        if self._sorted is None:
            return [(note, min(depth, DEEPEST)) for note, depth in family_order(notes)]
        column, descending = self._sorted
        known: list[tuple[Any, BranchInfo]] = []
        unknown: list[tuple[Any, BranchInfo]] = []
        for note in notes:
            value = self._value(note, column)
            (unknown if value is None else known).append((value, note))
        known.sort(key=lambda pair: pair[0], reverse=descending)  # stable: else by age
        return [(note, 0) for _, note in (*known, *unknown)]

    def _words(self, note: BranchInfo) -> str:
        """Return everything that a filter looks for words in."""
        name = self._names[note.number]
        told = self._told.get(note.number)
        if told is None or told[0] is not note or told[1] != name:
            cells = (self._cell(note, column) for column in Column if column != Column.NAME)
            told = note, name, " ".join([name, self._origin(note), *cells])
            self._told[note.number] = told
        return told[2]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; −1 puts each branch below the one that it left."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._sorted = (Column(column), descending) if column >= 0 else None
        self._take(self._current)

    def set_filter(self, text: str) -> None:
        """Show only the branches that `text` asks for, see `matching`."""
        self._filter = text.strip()
        self._take(self._current)

    @property
    def hidden(self) -> int:
        """Number of branches that the filter hides."""
        return len(self._notes) - len(self._rows)

    def _replace(self, rows: list[tuple[BranchInfo, int]], before: int) -> None:
        """Take over the same branches, some of them changed."""
        old, self._rows = self._rows, rows
        moved = before != self._current
        for row, ((a, a_depth), (b, b_depth)) in enumerate(zip(old, rows, strict=True)):
            marked = moved and b.number in (before, self._current)
            if marked or a_depth != b_depth:
                self.tell_changed(row, row)
            elif a is not b:
                self._tell_cells(row, a, b)

    def _tell_cells(self, row: int, old: BranchInfo, new: BranchInfo) -> None:
        """Tell what changed one by one: the view draws all rows anew for more than one cell."""
        for column in Column:
            if column == Column.NAME:
                same = _origin_of(old) == _origin_of(new)
            else:
                same = self._cell(old, column) == self._cell(new, column)
                same &= column != Column.TEST or old.test == new.test
            if not same:
                index = self.index(row, column)
                self.dataChanged.emit(index, index)

    def _rearrange(self, rows: list[tuple[BranchInfo, int]], numbers: list[int]) -> None:
        """Take over other branches: remove those that are gone, sort, then put in the new ones."""
        wanted = set(numbers)
        gone = [at for at, (note, _) in enumerate(self._rows) if note.number not in wanted]
        for first, last in reversed(_stretches(gone)):
            self.beginRemoveRows(NOWHERE, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        kept = set(self.numbers())
        self._sort([entry for entry in rows if entry[0].number in kept])
        new = [at for at, number in enumerate(numbers) if number not in kept]
        for first, last in _stretches(new):
            self.beginInsertRows(NOWHERE, first, last)
            self._rows[first:first] = rows[first : last + 1]
            self.endInsertRows()
        self.tell_changed()

    def _sort(self, rows: list[tuple[BranchInfo, int]]) -> None:
        before = self.numbers()
        if before == [note.number for note, _ in rows]:
            self._rows = rows
            return
        self.layoutAboutToBeChanged.emit()
        self._rows = rows
        places = {note.number: row for row, (note, _) in enumerate(rows)}
        for index in self.persistentIndexList():
            to = self.index(places[before[index.row()]], index.column())
            self.changePersistentIndex(index, to)
        self.layoutChanged.emit()

    # Reading -----------------------------------------------------------------------------------

    def numbers(self) -> list[int]:
        """Return the numbers of all branches that are shown, from top to bottom."""
        return [note.number for note, _ in self._rows]

    def number_at(self, row: int) -> int:
        """Return the number of the branch of a row."""
        return self._rows[row][0].number

    def note_of(self, number: int) -> BranchInfo | None:
        """Return what there is to say of a branch, whether it is shown or not."""
        return next((note for note in self._notes if note.number == number), None)

    def row_of(self, number: int) -> int | None:
        """Return the row of a branch; None where it is not shown."""
        return next((i for i, (note, _) in enumerate(self._rows) if note.number == number), None)

    def name_of(self, number: int) -> str:
        """Return the name of a branch, empty if there is none such."""
        return self._names.get(number, "")

    @property
    def run(self) -> int | None:
        """Identity of the run that is shown, as in `Frame.run`."""
        return self._run

    @property
    def current(self) -> int:
        """Number of the branch that the run stands on."""
        return self._current

    def shape(self) -> tuple[int, int]:
        """Return the number of branches that are shown, and of columns."""
        return len(self._rows), len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column, and in its tooltip what it is."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if Column(section) in _NUMBERS else LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            sort = self.tr("Click to sort by it; a third click puts each branch below its parent.")
            return f"{self._meanings()[section]}\n{sort}"
        return None

    def titles(self) -> tuple[str, ...]:
        """Return the titles of the columns."""
        test = self.tr("test loss")
        if self._classes:
            test = self.tr("test") if self._short else self.tr("test accuracy")
        return (
            self.tr("branch"), "λ", "l", self.tr("rule"), self.tr("steps"), test, self.tr("time"),
        )  # fmt: skip

    def shorten_titles(self, short: bool) -> None:
        """Use short titles where there is little room, or long ones."""
        if short != self._short:
            self._short = short
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def widest(self) -> tuple[tuple[Column, str], ...]:
        """Return, for each column but the names, as long a text as there may be in it."""
        notes = self._notes
        minutes = max((note.seconds for note in notes), default=0.0) >= 59
        rates = {note.learning_rate for note in notes}
        rules = [rule_words(rule) for rule in {note.gradient_rule for note in notes}]
        hidden = (note.run.settings.n_hidden for note in notes if note.run is not None)
        return (
            (Column.RATE, max((number(rate) for rate in rates), key=len, default="")),
            (Column.HIDDEN, count(max(hidden, default=0))),
            (Column.RULE, max(rules, key=len, default="")),
            (Column.STEPS, re.sub(r"\d", "0", count(max((note.tip for note in notes), default=0)))),
            (Column.TEST, "100.0 %" if self._classes else "1.234e−5"),
            (Column.TIME, "59 min 59 s" if minutes else "999 ms"),
        )

    def _meanings(self) -> tuple[str, ...]:
        return (
            self.tr("Name of the branch, and what was changed where it begins."),
            self.tr("Learning rate λ at the end of the branch."),
            self.tr("Hidden size l."),
            self.tr("Gradient rule at the end of the branch."),
            self.tr("Steps from step 0 to the end of the branch."),
            self.tr(
                "The last value that was measured on the test set among the branch's own steps. "
                "Grey: it is of an earlier step than the last one; the tooltip says of which."
            ),
            self.tr("What computing the branch's own steps took, from its fork on."),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the table asks for."""
        if not 0 <= index.row() < len(self._rows):
            return None
        note, depth = self._rows[index.row()]
        column = Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._cell(note, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column in _NUMBERS else LEFT
        if role == BranchRole.NUMBER:
            return note.number
        if role == BranchRole.DEPTH:
            return depth
        if role == BranchRole.RAILS:
            return self._rails[index.row()] if index.row() < len(self._rails) else frozenset()
        if role == BranchRole.CURRENT:
            return note.number == self._current
        if role == BranchRole.DETAILS:
            return self._origin(note)
        if role == BranchRole.OLD:
            old = note.test is not None and note.test.step != note.tip
            return column == Column.TEST and old
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explanation(note)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == Column.NAME:
            return self._explanation(note).replace("\n", ", ")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every branch be selected and renamed."""
        return _NAMED if index.column() == Column.NAME else _PLAIN

    def _name(self, note: BranchInfo) -> str:
        typed = self._typed.get(note.number)
        return translated(note.name) if typed is None else typed[1]

    def _cell(self, note: BranchInfo, column: Column) -> str:
        match column:
            case Column.NAME:
                return self._names[note.number]
            case Column.RATE:
                return number(note.learning_rate)
            case Column.HIDDEN:
                return count(None if note.run is None else note.run.settings.n_hidden)
            case Column.RULE:
                return rule_words(note.gradient_rule)
            case Column.STEPS:
                return count(note.tip)
            case Column.TEST:
                value = self._value(note, column)
                if value is None:
                    return NOTHING
                return per_cent(value) if self._classes else number(value)
        return duration(note.seconds) if note.seconds else NOTHING

    def _value(self, note: BranchInfo, column: Column) -> Any:
        """Return what a column is sorted by; None where there is nothing."""
        match column:
            case Column.NAME:
                return _natural(self._names[note.number])
            case Column.RATE:
                return note.learning_rate
            case Column.HIDDEN:
                return None if note.run is None else note.run.settings.n_hidden
            case Column.RULE:
                return None if note.gradient_rule is None else rule_words(note.gradient_rule)
            case Column.STEPS:
                return note.tip
            case Column.TEST:
                if note.test is None:
                    return None
                value = note.test.accuracy if self._classes else note.test.loss
                return None if math.isnan(value) else value
        return note.seconds or None

    def _origin(self, note: BranchInfo) -> str:
        if note.parent is None and note.fork == 0:  # a parent that was deleted is None as well
            words = self._runs[1].get(id(note.run), "")
            return words or self.tr("from the beginning")
        if not note.change:
            return self.tr("forked at step {step}").format(step=count(note.fork))
        return self.tr("{change} at step {step}").format(
            change=translated(note.change), step=count(note.fork)
        )

    def _explanation(self, note: BranchInfo) -> str:
        lines = [self._names[note.number]]
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
        run = self._runs[1].get(id(note.run), "")
        if run and run not in lines:
            lines.append(run)
        if note.learning_rate is not None:
            lines.append(
                self.tr("at its end λ = {rate}, gradient rule {rule}").format(
                    rate=exact(note.learning_rate), rule=rule_words(note.gradient_rule)
                )
            )
        lines.append(self._tested(note))
        if note.seconds:
            lines.append(
                self.tr("computing its own steps took {time}").format(time=duration(note.seconds))
            )
        return "\n".join(lines)

    def _tested(self, note: BranchInfo) -> str:
        test = note.test
        if test is None:
            return self.tr("not measured on a test set")
        words = self.tr("on the test set at step {step}: loss {loss}")
        if not math.isnan(test.accuracy):
            words = self.tr("on the test set at step {step}: accuracy {accuracy}, loss {loss}")
        return words.format(
            step=count(test.step), accuracy=per_cent(test.accuracy), loss=number(test.loss)
        )

    # Renaming ----------------------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; refuse one that cannot be."""
        if role != Qt.ItemDataRole.EditRole or not 0 <= index.row() < len(self._rows):
            return False
        if index.column() != Column.NAME:
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
        self._names[number] = name
        row = self.row_of(number)
        if row is not None:
            self.tell_changed(row, row)


def _origin_of(note: BranchInfo) -> tuple[object, ...]:
    """Return what the cell of the name is made of."""
    return note.name, note.parent, note.fork, note.change, note.run


def _stretches(rows: list[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each stretch of neighbours; `rows` rise."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = found[-1][0], row
        else:
            found.append((row, row))
    return found


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Return what names are sorted by: "Branch 10" after "Branch 9"."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]


def duration(seconds: float) -> str:
    """Write a time: 12 ms, 3.4 s, 2 min 05 s, 3 h 07 min."""
    if seconds < 0.9995:
        return f"{max(round(1000 * seconds), 1)} ms"
    if seconds < 59.95:
        return localized(f"{seconds:.1f} s")
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest:02} s"
    return f"{count(minutes // 60)} h {minutes % 60:02} min"
