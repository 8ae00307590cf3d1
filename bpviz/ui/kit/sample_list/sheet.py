"""SampleSheet: a virtual sheet of samples, which paints those that can be seen and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.theme import LIGHT, Theme
from bpviz.ui.kit.sample_list.marks import SampleMarks
from bpviz.ui.kit.sample_list.model import SampleModel
from bpviz.ui.kit.sample_list.shown import ShownSamples


class SampleSheet(QTableView):
    """What is listed, where it stands, and its painting; keys and mouse are for `SampleView`.

    Qt's table view lays out lines and columns of fixed sizes, scrolls them, and tells assistive
    technology of the cells; it would paint each cell through several calls from C++ to Python,
    so painting is done here, by lines.

    Attributes
    ----------
    marks : SampleMarks
    message : str
        Stands where nothing is listed.
    cells : SampleModel
    """

    def __init__(self, name: str, model: SampleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.theme: Theme = LIGHT
        self.marks = SampleMarks()
        self.message = ""
        self.cells = model
        self.setModel(model)
        model.setParent(self)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumSize(1, 1)
        self.setShowGrid(False)
        self.setFont(tabular(self.font()))
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()

    # What is shown -----------------------------------------------------------------------------

    @property
    def shown(self) -> ShownSamples | None:
        """What is listed; None before there is data."""
        return self.cells.shown

    @property
    def current(self) -> int | None:
        """The sample that keys start from, by its index in the data set."""
        return self.marks.current

    def show_samples(self, shown: ShownSamples | None, *, to_top: bool = False) -> None:
        """List other samples, or the same ones with other numbers.

        With `to_top` the list is scrolled to its beginning.  Otherwise the current sample stays
        where it is on the screen if the view has the focus and the sample can be seen; else the
        same part of the list is shown as before.
        """
        kept = None if to_top or not self.hasFocus() else self._top_of(self.current)
        value = 0 if to_top else self.verticalScrollBar().value()
        self.cells.show_samples(shown)
        self.updateGeometries()
        self._mark_current()
        place = None if shown is None or kept is None else shown.place(self.current)
        if place is not None and kept is not None:
            value = place // self.cells.per_line * self.line_height() - kept
        self.verticalScrollBar().setValue(value)
        self.viewport().update()

    def set_marks(self, selected: int | None, at_hand: int | None) -> None:
        """Mark the sample that is looked at and that of the step at hand."""
        marks = self.marks
        for before, after in ((marks.selected, selected), (marks.at_hand, at_hand)):
            if before != after:
                self._repaint(before)
                self._repaint(after)
        marks.selected, marks.at_hand = selected, at_hand

    def set_current(self, sample: int | None) -> None:
        """Let keys start from a sample, without scrolling."""
        if sample != self.current:
            self._repaint(self.current)
            self.marks.current = sample
            self._repaint(sample)
            self._mark_current()

    def set_message(self, words: str) -> None:
        """Say why nothing is listed."""
        if words != self.message:
            self.message = words
            self.setAccessibleDescription(words)
            self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme
        self.viewport().update()

    def _mark_current(self) -> None:
        """Let assistive technology know which cell the keys are at."""
        place = None if self.shown is None else self.shown.place(self.current)
        index = QModelIndex() if place is None else self.cells.index_of(place)
        if index != self.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)

    # Places ------------------------------------------------------------------------------------

    def line_height(self) -> int:
        """Return the height of a line of cells in pixels."""
        return self.verticalHeader().defaultSectionSize()

    def lines_in_sight(self) -> int:
        """Return how many whole lines there is room for, at least 1."""
        return max(self.viewport().height() // max(self.line_height(), 1), 1)

    def rect_of(self, place: int) -> QRect:
        """Return where the sample at `place` of the list is drawn, in pixels of the viewport."""
        raise NotImplementedError

    def place_at(self, point: QPoint) -> int | None:
        """Return the place in the list of what is drawn at a point of the viewport."""
        raise NotImplementedError

    def sample_at(self, point: QPoint) -> int | None:
        """Return the sample drawn at a point of the viewport."""
        place = self.place_at(point)
        return None if self.shown is None or place is None else int(self.shown.indices[place])

    def line_at(self, y: int) -> int:
        """Return the line of cells at a height of the viewport."""
        return (y + self.verticalScrollBar().value()) // max(self.line_height(), 1)

    def top_of_line(self, line: int) -> int:
        """Return where a line begins, in pixels of the viewport."""
        return line * self.line_height() - self.verticalScrollBar().value()

    def _top_of(self, sample: int | None) -> int | None:
        """Return the height at which a sample stands, if it can be seen."""
        place = None if self.shown is None else self.shown.place(sample)
        if place is None:
            return None
        top = self.top_of_line(place // self.cells.per_line)
        return top if -self.line_height() < top < self.viewport().height() else None

    def _repaint(self, sample: int | None) -> None:
        place = None if self.shown is None else self.shown.place(sample)
        if place is not None:
            self.viewport().update(self.rect_of(place).adjusted(-3, -3, 3, 3))

    def scroll_to(self, sample: int, *, centred: bool = False) -> bool:
        """Bring a sample into sight; return False if it is not in the list."""
        place = None if self.shown is None else self.shown.place(sample)
        if place is None:
            return False
        bar, height = self.verticalScrollBar(), self.line_height()
        top = place // self.cells.per_line * height
        lowest = top + height - self.viewport().height()
        if centred and not lowest <= bar.value() <= top:
            bar.setValue((top + lowest) // 2)
        else:
            bar.setValue(min(max(bar.value(), lowest), top))
        return True

    # Painting ----------------------------------------------------------------------------------

    def updateGeometries(self) -> None:
        """Let a notch of the wheel scroll by about a line of the grid."""
        super().updateGeometries()
        step = max(self.line_height() // 3, self.fontMetrics().height())
        self.verticalScrollBar().setSingleStep(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that are in sight and not up to date."""
        painter = QPainter(self.viewport())
        try:
            self._paint(painter, event.rect())
        finally:
            painter.end()  # whatever happens: a painter left open ends the process

    def _paint(self, painter: QPainter, dirty: QRect) -> None:
        painter.setFont(self.font())
        if self.shown is None or not len(self.shown):
            painter.setPen(QColor(self.theme.muted))
            room = self.viewport().rect().adjusted(10, 8, -10, -8)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self.message)
            return
        first = max(self.line_at(dirty.top()), 0)
        last = min(self.line_at(dirty.bottom()), self.cells.lines - 1)
        if last >= first:
            self.paint_lines(painter, self.shown, first, last)

    def paint_lines(self, painter: QPainter, shown: ShownSamples, first: int, last: int) -> None:
        """Paint the lines ``first … last``."""
        raise NotImplementedError
