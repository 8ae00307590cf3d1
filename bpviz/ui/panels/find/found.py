"""FoundTable: the steps that a search has found; a click goes there."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QWidget,
)

from bpviz.training.events import Frame
from bpviz.training.search_results import FoundSteps
from bpviz.ui.core.counting import counting_changed, heading, shown
from bpviz.ui.core.formatting import count, number, ordinal, translated, weighted
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.breakpoints.table import StopsDelegate, StopsTable
from bpviz.ui.kit.controls.marker import marker
from bpviz.ui.kit.controls.table_model import NOWHERE, RIGHT, FlatModel, Index

_Role = Qt.ItemDataRole

STEP, SAMPLE, VALUE = range(3)
"""Columns."""


class FoundModel(FlatModel):
    """Step, pair and value, a row for each step found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: FoundSteps | None = None
        self._samples = 0
        self.here = -1
        self._place = -1, ""  # where the run stands, and which branch these steps are of if another
        self._recolour()
        theme_changed.connect(self._recolour)
        counting_changed.connect(self._recount)

    @Slot()
    def _recolour(self) -> None:
        self._marker: QIcon = marker(current_theme())
        self.tell_changed()

    @Slot()
    def _recount(self) -> None:
        self.tell_changed()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, VALUE)

    def show(self, found: FoundSteps | None, step: int, n_samples: int, elsewhere: str) -> None:
        """Show what was found, the run standing at `step`.

        Parameters
        ----------
        n_samples : int
            Of the data set; pairs from there on are a person's own.
        elsewhere : str
            The name of their branch where that is not the one at hand; "" where it is.
        """
        before = self.found
        if found is not before:
            self._take(found, before)
        place = step, elsewhere
        if place != self._place or found is not before:
            greyed, self._place = elsewhere != self._place[1], place
            if greyed:
                self.tell_changed()
            self._mark(-1 if elsewhere else self.row_of(step))
        self._samples = n_samples

    def _take(self, found: FoundSteps | None, before: FoundSteps | None) -> None:
        size, kept = self.rowCount(), 0
        new = 0 if found is None else len(found.steps)
        if found is not None and before is not None and _alike(found, before):
            kept = size if np.array_equal(found.steps[:size], before.steps) else 0
        if kept and kept == size <= new:
            if new > size:
                self.beginInsertRows(NOWHERE, size, new - 1)
            self.found = found
            if new > size:
                self.endInsertRows()
            return
        self.beginResetModel()
        self.found, self.here = found, -1
        self.endResetModel()

    def _mark(self, row: int) -> None:
        if row != self.here:
            before, self.here = self.here, row
            for each in (before, row):
                if each >= 0:
                    self.tell_changed(each, each)

    def row_of(self, step: int) -> int:
        """Return the row of a step; −1 where it was not found."""
        if self.found is None:
            return -1
        rows = np.flatnonzero(self.found.steps == step)
        return int(rows[0]) if len(rows) else -1

    def shape(self) -> tuple[int, int]:
        """Return how many there are, and 3."""
        return (0 if self.found is None else len(self.found.steps)), 3

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return what one cell shows."""
        found, row, column = self.found, index.row(), index.column()
        if found is None or not 0 <= row < len(found.steps):
            return None
        if role == _Role.DisplayRole:
            return self._words(found, row, column)
        if role == _Role.TextAlignmentRole:
            return RIGHT
        if role == _Role.FontRole:
            return weighted(QFont.Weight.Bold) if row == self.here else None
        if role == _Role.DecorationRole and column == STEP:
            return self._marker if row == self.here else None
        if role == _Role.ForegroundRole and self._place[1]:
            return QColor(current_theme().muted)
        if role == _Role.ToolTipRole:
            step = count(int(found.steps[row]))
            if self._place[1]:
                words = self.tr("Click to go to step {step} of {branch}.")
                return words.format(step=step, branch=self._place[1])
            return self.tr("Click to go to step {step}, before its update.").format(step=step)
        if role == _Role.AccessibleTextRole:
            title = str(self.headerData(column, Qt.Orientation.Horizontal))
            return f"{title} {self._words(found, row, column)}"
        return None

    def _words(self, found: FoundSteps, row: int, column: int) -> str:
        if column == STEP:
            return count(int(found.steps[row]))
        if column == SAMPLE:
            sample = int(found.samples[row])
            if sample >= self._samples:
                own = shown(sample - self._samples)
                return self.tr("custom {n}").format(n=count(own))
            return ordinal(sample)
        return "" if found.values is None else number(found.values[row])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.DisplayRole:
            return (self.tr("step"), self.tr("sample"), self.value_title())[section]
        return RIGHT if role == _Role.TextAlignmentRole else None

    def value_title(self) -> str:
        """Return what stands beside each step."""
        found = self.found
        if found is None or found.watch is None:
            return ""
        title = translated(found.watch.title())
        if found.of == "move":
            return self.tr("move of {watch}").format(watch=title)
        return f"|{title}|" if found.of == "size" else title

    def text(self) -> str:
        """Return all as lines of values with commas between, all digits of each."""
        found = self.found
        if found is None:
            return ""
        columns = [found.steps.tolist(), [shown(sample) for sample in found.samples.tolist()]]
        titles = ["step", heading("sample")]
        if found.values is not None:
            columns.append([repr(value) for value in found.values.tolist()])
            titles.append('"{}"'.format(self.value_title().replace('"', '""')))
        rows = (",".join(map(str, row)) for row in zip(*columns, strict=True))
        return "\n".join([",".join(titles), *rows, ""])


def _alike(found: FoundSteps, before: FoundSteps) -> bool:
    """Whether both are of the same search."""
    return (
        (found.condition, found.watch, found.of) == (before.condition, before.watch, before.of)
        and (found.branch, found.start) == (before.branch, before.start)
    )  # fmt: skip


class FoundTable(StopsTable):
    """The table of a `FoundModel`, with rows of one height: there may be a hundred thousand.

    Signals
    -------
    step_wanted(object)
        Go to that step.
    """

    step_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("find_found", VALUE, parent)
        self.setAccessibleName(self.tr("Steps found"))
        self._longest: tuple[object, ...] = ()
        self.found = FoundModel(self)
        self.setModel(self.found)
        self.setItemDelegate(StopsDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self.enter)
        counting_changed.connect(self._fit)
        self.fit_font()

    def show_frame(self, frame: Frame, elsewhere: str) -> None:
        """Show the steps in `frame`; see `FoundModel.show`."""
        found, before = frame.asked.found, self.found.here
        n_samples = 0 if frame.dataset is None else frame.dataset.n_samples
        self.found.show(found, frame.step, n_samples, elsewhere)
        self.horizontalHeader().setVisible(self.found.rowCount() > 0)
        self._fit()
        if self.found.here not in (before, -1):
            self.scrollTo(self.found.index(self.found.here, STEP))

    @Slot()
    def enter(self) -> None:
        """Go to the step of the current row."""
        row, found = self.currentIndex().row(), self.found.found
        if found is not None and 0 <= row < len(found.steps):
            self.step_wanted.emit(int(found.steps[row]))

    def fit_font(self) -> None:
        """Let rows, columns and icons follow the font."""
        super().fit_font()
        self._longest = ()
        self._fit()

    @Slot()
    def fit_rows(self) -> None:
        """Leave every row the height of one line."""

    @Slot()
    def _fit(self) -> None:
        """Give each column the room of its longest number; what has none is left out."""
        found = self.found.found
        last = 0 if found is None or not len(found.steps) else int(found.steps.max())
        most = 0 if found is None or not len(found.samples) else int(found.samples.max())
        room = self.viewport().width()
        key = len(count(last)), len(count(most)), self.found.value_title(), room
        if key == self._longest:
            return
        self._longest = key
        bold = QFontMetrics(weighted(QFont.Weight.Bold).resolve(self.font()))
        header = QFontMetrics(self.horizontalHeader().font())
        digit = bold.horizontalAdvance("0")
        titles = [str(self.found.headerData(i, Qt.Orientation.Horizontal)) for i in range(3)]
        own = bold.horizontalAdvance(self.tr("custom {n}").format(n="0"))
        widths = [
            max(len(count(last)), 5) * digit + self.iconSize().width() + 14,
            max(len(count(most)) * digit, own) + 14,
            10 * digit + 10,
        ]
        widths = [
            max(width, header.horizontalAdvance(title) + 14)
            for width, title in zip(widths, titles, strict=True)
        ]
        least = widths[STEP] + widths[VALUE]
        self.setColumnHidden(VALUE, least > room)
        beside = self.isColumnHidden(VALUE)
        self.setColumnHidden(SAMPLE, not beside and least + widths[SAMPLE] > room)
        for column, width in enumerate(widths):
            self.horizontalHeader().resizeSection(column, width)
