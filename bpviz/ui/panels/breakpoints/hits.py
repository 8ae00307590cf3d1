"""HitList: where breakpoints stopped the run, the newest first; a click goes there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bpviz.training.events import Frame
from bpviz.training.infos import HitInfo
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import count, translated, weighted
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.controls.marker import marker
from bpviz.ui.kit.controls.table_model import NOWHERE, RIGHT, FlatModel, Index
from bpviz.ui.panels.breakpoints.table import StopsDelegate, StopsTable, bold

_Role = Qt.ItemDataRole


class HitModel(FlatModel):
    """Condition and step, a row for each stop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._joined = False
        self._hits: tuple[HitInfo, ...] = ()  # as they came: mostly the same object again
        self.rows: tuple[HitInfo, ...] = ()  # from the top
        self._here: tuple[int, frozenset[int]] = (-1, frozenset())
        self._recolour()
        theme_changed.connect(self._recolour)
        counting_changed.connect(self.tell_changed)

    def _recolour(self) -> None:
        self._marker: QIcon = marker(current_theme())
        self.tell_changed()

    def join(self, on: bool) -> None:
        """Write the step before the condition, where there is no room for a second column."""
        if on != self._joined:
            self._joined = on
            self.tell_changed()

    def set_hits(self, hits: tuple[HitInfo, ...], step: int, hit: tuple[int, ...]) -> bool:
        """Show `hits` (by rising step), the run standing at those of `step` and `hit`.

        Returns
        -------
        bool
            Whether anything is new.
        """
        here = (step, frozenset(hit)) if hit else (-1, frozenset[int]())
        if hits == self._hits and here == self._here:
            return False
        self._hits = hits
        rows = hits[::-1]
        more = len(rows) - len(self.rows)
        if rows != self.rows:
            if more > 0 and rows[more:] == self.rows:
                self.beginInsertRows(NOWHERE, 0, more - 1)
                self.rows = rows
                self.endInsertRows()
            else:
                self.beginResetModel()
                self.rows = rows
                self.endResetModel()
        if here != self._here:
            self._here = here
            self.tell_changed()
        return True

    def shape(self) -> tuple[int, int]:
        """Return how many there are, and 2."""
        return len(self.rows), 2

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what one cell shows."""
        if not 0 <= index.row() < len(self.rows):
            return None
        note = self.rows[index.row()]
        here = note.step == self._here[0] and note.number in self._here[1]
        if role == _Role.DisplayRole:
            if index.column() == 1:
                return count(note.step)
            words = translated(note.text)
            return f"{count(note.step)} · {words}" if self._joined else words
        if role == _Role.FontRole:
            return weighted(QFont.Weight.Bold) if here else None
        if role == _Role.DecorationRole and index.column() == 0:
            return self._marker if here else None
        if role == _Role.TextAlignmentRole and index.column() == 1:
            return RIGHT
        if role == _Role.ToolTipRole:
            words = self.tr("Before the update of step {step}: {condition}. Click to go there.")
            return words.format(step=count(note.step), condition=translated(note.text))
        if role == _Role.AccessibleTextRole:
            words = self.tr("step {step}: {condition}")
            return words.format(step=count(note.step), condition=translated(note.text))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self.tr("condition") if section == 0 else self.tr("step")
        if role == _Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class HitList(StopsTable):
    """The table of a `HitModel`.

    Signals
    -------
    step_wanted(object)
        Go to that step.
    """

    step_wanted = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 0, parent)
        self.setAccessibleName(self.tr("Stops on this branch, newest first"))
        self.setToolTip(
            self.tr("Where breakpoints stopped the run; a click or Return goes to that step.")
        )
        self.set_empty_text(self.tr("No breakpoint has stopped this branch yet."))
        self.hits = HitModel(self)
        self.setModel(self.hits)
        self.setItemDelegate(StopsDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._run = -1
        self._hidden: frozenset[HitInfo] = frozenset()
        self._cleared_at: int | None = None
        self._longest = self._width = 0
        self.clicked.connect(self.enter)
        self.fit_font()

    def show_frame(self, frame: Frame) -> None:
        """Show the stops in `frame`, without those that were cleared away."""
        if frame.run != self._run:
            self._run = frame.run
            self._hidden, self._cleared_at = frozenset(), None
        if self._cleared_at is not None and frame.step != self._cleared_at:
            self._cleared_at = None
        hits = frame.hits
        if self._hidden:
            if frame.hit and self._cleared_at is None:  # stopped there again
                self._hidden -= {h for h in self._hidden if _stands_at(frame, h)}
            hits = tuple(hit for hit in hits if hit not in self._hidden)
        if self.hits.set_hits(hits, frame.step, frame.hit):
            self._fit_columns()
            self.fit_rows()

    def clear(self, frame: Frame) -> None:
        """Show the stops in `frame` no more, until the run stops at one of them again."""
        self._hidden |= frozenset(frame.hits)
        self._cleared_at = frame.step
        self.show_frame(frame)

    def fit_font(self) -> None:
        """Let rows, columns and icons follow the font."""
        super().fit_font()
        self._longest = 0
        self._fit_columns()

    @Slot()
    def enter(self) -> None:
        """Go to the step of the current row."""
        row = self.currentIndex().row()
        if 0 <= row < len(self.hits.rows):
            self.step_wanted.emit(self.hits.rows[row].step)

    def _fit_columns(self) -> None:
        rows = self.hits.rows
        longest = max(len(count(rows[0].step)) if rows else 1, 5)
        if longest > self._longest:
            self._longest = longest
            digit = QFontMetrics(bold(self.font())).horizontalAdvance("0")
            self._width = (longest + 1) * digit + 10
            self.set_widths(0, self._width)
            self._fit()

    def _fit(self) -> None:
        """Show as many columns as there is room for."""
        joined = not self.room_beside(self._width)
        self.hits.join(joined)
        if self.isColumnHidden(1) != joined:
            self.setColumnHidden(1, joined)


def _stands_at(frame: Frame, hit: HitInfo) -> bool:
    return hit.step == frame.step and hit.number in frame.hit
