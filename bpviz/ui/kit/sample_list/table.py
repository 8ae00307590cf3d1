"""SampleTable: all samples as rows of numbers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.formatting import count
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.table_model import Index
from bpviz.ui.kit.sample_list.columns import (
    ColumnKind,
    SampleColumn,
    columns_of,
    explanation,
    text_of,
    title,
)
from bpviz.ui.kit.sample_list.model import SampleModel, ShownSamples
from bpviz.ui.kit.sample_list.sorting import SortBy, SortKey
from bpviz.ui.kit.sample_list.view import SampleView

PADDING = 6
"""Pixels at either side of a cell's text."""

WIDEST_NAME = 16
"""Characters of the longest name that a column makes room for."""


class TableModel(SampleModel):
    """A row a sample, a column a quantity."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: list[SampleColumn] = []

    def columns_of(self, shown: ShownSamples | None, per_line: int) -> int:
        """Return how many columns there are."""
        return len(self.columns)

    def show_columns(self, shown: ShownSamples) -> None:
        """Have the columns that suit other data."""
        self.beginResetModel()
        self.columns = columns_of(shown)
        self._columns, self._lines, self.shown = len(self.columns), 0, None
        self.endResetModel()
        self.show_samples(shown)

    def sample(self, index: Index) -> int | None:
        """Return the sample of a row."""
        if self.shown is None or not index.isValid() or index.row() >= len(self.shown):
            return None
        return int(self.shown.indices[index.row()])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell; the words of the first one tell of the whole sample."""
        sample = self.sample(index)
        if self.shown is None or sample is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return super().data(index, role)
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text_of(self.shown, column, sample)
        if role == Qt.ItemDataRole.ToolTipRole:
            return text_of(self.shown, column, sample, all_digits=True)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name and explain the columns."""
        if self.shown is None or orientation != Qt.Orientation.Horizontal:
            return None
        if not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title(self.shown, self.columns[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return explanation(self.shown, self.columns[section])
        return None


class SampleTable(SampleView):
    """The table.

    Signals
    -------
    sort_wanted(object)
        A person clicked a title: the `SortKey` that it stands for.
    """

    sort_wanted = Signal(object)
    scrolls_sideways = True

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.table = TableModel()
        self._key = SortKey()
        super().__init__(name, self.table, parent)
        self.setAccessibleName(self.tr("Samples as a table"))
        self.setToolTip(
            self.tr(
                "Click: show the sample. Double click or Return: train on it next. Up, Down, "
                "PageUp, PageDown, Home and End go to another one; type an index to go there. "
                "Left and Right scroll. Click a column header to sort."
            )
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        header = self.horizontalHeader()
        header.setSectionResizeMode(header.ResizeMode.Interactive)
        header.setMinimumSectionSize(20)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        header.sectionClicked.connect(self._clicked)
        self._fit_font()

    def show_columns(self, shown: ShownSamples) -> None:
        """Have the columns that suit other data; called before `show_samples` where it is new."""
        self.table.show_columns(shown)
        self._fit_font()
        self.horizontalScrollBar().setValue(0)
        self.set_sort(self._key)

    def set_sort(self, key: SortKey) -> None:
        """Show at the titles how the samples are sorted."""
        self._key = key
        # Fusion points downwards for a rising order; here the arrow is that of the direction's
        # button, which points downwards where the largest comes first.
        order = Qt.SortOrder.AscendingOrder if key.descending else Qt.SortOrder.DescendingOrder
        section = -1
        for i, column in enumerate(self.table.columns):
            if column.kind is ColumnKind.INPUT:
                break
            output = key.output if key.by is SortBy.ERROR else 0
            if column.sort == (key.by, output):
                section = i
        self.horizontalHeader().setSortIndicator(section, order)

    @Slot(int)
    def _clicked(self, section: int) -> None:
        sort = self.table.columns[section].sort
        if sort is None:
            self.set_sort(self._key)  # the indicator goes back to where it was
            return
        by, output = sort
        same = (by, output) == (self._key.by, self._key.output)
        # The largest first, which is what one looks for, but the first of the data set.
        descending = not self._key.descending if same else by is not SortBy.INDEX
        self.sort_wanted.emit(SortKey(by, descending, output))

    # Places ------------------------------------------------------------------------------------

    def rect_of(self, place: int) -> QRect:
        """Return the row of the sample at `place` of the list, in pixels of the viewport.

        It is as long as all columns together, which can be wider than what is in sight.
        """
        header = self.horizontalHeader()
        long = max(header.length(), self.viewport().width())
        return QRect(-header.offset(), self.top_of_line(place), long, self.line_height())

    def place_at(self, point: QPoint) -> int | None:
        """Return the row at a point of the viewport."""
        place = self.line_at(point.y())
        inside = self.shown is not None and point.y() >= 0 and 0 <= place < len(self.shown)
        return place if inside else None

    def changeEvent(self, event: QEvent) -> None:
        """Let rows and columns follow the window's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "typing"):
            self._fit_font()

    def _fit_font(self) -> None:
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        number = metrics.horizontalAdvance("−0.001234")
        shown = self.shown
        names = () if shown is None else shown.whole.class_names
        name = max((metrics.horizontalAdvance(f"✗ {n[:WIDEST_NAME]}") for n in names), default=0)
        header.setDefaultSectionSize(number + 2 * PADDING)
        if shown is None:
            return
        arrow = header.style().pixelMetric(header.style().PixelMetric.PM_HeaderMarkSize) + 8
        index = metrics.horizontalAdvance(count(shown.data.n_samples - 1))
        wide_title = metrics.horizontalAdvance("n" * WIDEST_NAME)
        for i, column in enumerate(self.table.columns[:200]):
            head = metrics.horizontalAdvance(title(shown, column))
            head += arrow if column.sort is not None else 0
            least = name if column.words else index if column.kind is ColumnKind.INDEX else number
            header.resizeSection(i, max(min(head, wide_title + arrow), least) + 2 * PADDING)

    # Painting ----------------------------------------------------------------------------------

    def paint_lines(self, painter: QPainter, shown: ShownSamples, first: int, last: int) -> None:
        """Paint the rows ``first … last``, of them the columns that are in sight."""
        header, metrics = self.horizontalHeader(), painter.fontMetrics()
        width, height = self.viewport().width(), self.line_height()
        leftmost = max(header.visualIndexAt(0), 0)
        places = []
        for i in range(leftmost, len(self.table.columns)):
            x = header.sectionViewportPosition(i)
            if x >= width:
                break
            if not header.isSectionHidden(i):
                places.append((self.table.columns[i], x, header.sectionSize(i)))
        inputs = any(column.kind is ColumnKind.INPUT for column, _, _ in places)
        theme, base = current_theme(), (height + metrics.ascent() - metrics.descent()) // 2
        text, warning, muted = (QColor(c) for c in (theme.text, theme.warning, theme.muted))
        other = QColor(theme.window)
        focused = self.hasFocus()
        samples = shown.indices[first : last + 1].tolist()
        for line, sample in enumerate(samples, first):
            rect = self.rect_of(line)
            if line % 2:
                painter.fillRect(rect, other)
            self.marks.paint_ground(painter, sample, rect, current_theme())
            x_values = shown.data.x(sample) if inputs else None
            for column, left, wide in places:
                words = text_of(shown, column, sample, x_values)
                room = wide - 2 * PADDING
                size = metrics.horizontalAdvance(words)
                if size > room:
                    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
                    size = room
                start = left + PADDING if column.words else left + wide - PADDING - size
                wrong = column.kind is ColumnKind.PREDICTED and shown.wrong(sample)
                plain = muted if column.kind is ColumnKind.INDEX else text
                painter.setPen(warning if wrong else plain)
                painter.drawText(start, rect.top() + base, words)
            self.marks.paint_frames(painter, sample, rect, current_theme(), focused=focused)
