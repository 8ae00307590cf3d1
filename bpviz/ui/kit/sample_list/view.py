"""SampleView: what the grid and the table of a sample browser do with keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.controls.keys import ARROWS, ENTER, walked
from bpviz.ui.kit.sample_list.marks import SampleMarks
from bpviz.ui.kit.sample_list.model import SampleModel, ShownSamples

PAUSE_MS = 900
"""After so long without another digit the number is taken as complete."""

MOST_DIGITS = 9


class SampleTyping(QObject):
    """Collects digits.

    Signals
    -------
    changed(str)
        The digits so far; empty when there are none any more.
    wanted(int)
        The number is complete.
    """

    changed = Signal(str)
    wanted = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._digits = ""
        self.timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.timer.timeout.connect(self._finish)

    @property
    def active(self) -> bool:
        """Whether a number is being typed."""
        return bool(self._digits)

    def take(self, event: QKeyEvent) -> bool:
        """Use a key, or return False: it means something else."""
        key, text = event.key(), event.text()
        if text.isascii() and text.isdigit():
            if len(self._digits) < MOST_DIGITS:
                self._set(self._digits + text)
        elif not self.active:
            return False
        elif key == Qt.Key.Key_Backspace:
            self._set(self._digits[:-1])
        elif key in ENTER:
            self._finish()
        else:
            self._set("")
            return key == Qt.Key.Key_Escape
        return True

    def _set(self, digits: str) -> None:
        self._digits = digits
        if digits:
            self.timer.start()
        else:
            self.timer.stop()
        self.changed.emit(digits)

    @Slot()
    def _finish(self) -> None:
        digits = self._digits
        self._set("")
        if digits:
            self.wanted.emit(int(digits))


class SampleView(QTableView):
    """All samples that pass a filter, in an order.

    A cell of the grid or a row of the table is one sample.  Keys: arrows, PageUp, PageDown, Home
    and End go to another sample, digits to the one with that index, Return trains on the current
    one.

    Qt's table view lays out lines and columns of fixed sizes, scrolls them, and tells assistive
    technology of the cells; it would paint each cell through several calls from C++ to Python,
    so painting is done here, by lines.

    Signals
    -------
    chosen(int)
        A person went to this sample.
    train_wanted(int)
        A person wants the run to train on this sample.
    menu_wanted(int, QPoint)
        The menu of this sample should be opened at that place on the screen.
    pointed(object)
        The mouse is at this sample, an int; None where it is at none.
    released()
        The mouse has left: nothing is held in place any more.

    Attributes
    ----------
    marks : SampleMarks
    message : str
        Stands where nothing is listed.
    cells : SampleModel
    typing : SampleTyping
    below_mouse : int or None
        The sample that the mouse points at.
    """

    chosen = Signal(int)
    train_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)
    pointed = Signal(object)
    released = Signal()

    scrolls_sideways = False
    """Whether the keys ← and → scroll instead of going to another sample."""

    def __init__(self, name: str, model: SampleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.marks = SampleMarks()
        self.message = ""
        self.cells = model
        self._entered = False
        self.below_mouse: int | None = None
        self.typing = SampleTyping(self)
        self.typing.wanted.connect(self.go_to)
        self.setModel(model)
        model.setParent(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
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
        with QPainter(self.viewport()) as painter:
            self._paint(painter, event.rect())

    def _paint(self, painter: QPainter, dirty: QRect) -> None:
        painter.setFont(self.font())
        if self.shown is None or not len(self.shown):
            painter.setPen(QColor(current_theme().muted))
            room = self.viewport().rect().adjusted(10, 8, -10, -8)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self.message)
            return
        first = max(self.line_at(dirty.top()), 0)
        last = min(self.line_at(dirty.bottom()), self.cells.rowCount() - 1)
        if last >= first:
            self.paint_lines(painter, self.shown, first, last)

    def paint_lines(self, painter: QPainter, shown: ShownSamples, first: int, last: int) -> None:
        """Paint the lines ``first … last``."""
        raise NotImplementedError

    @property
    def held(self) -> bool:
        """Whether a person is pointing at a sample or dragging the scroll bar."""
        return self._entered or self.verticalScrollBar().isSliderDown()

    # Keyboard ----------------------------------------------------------------------------------

    @Slot(int)
    def go_to(self, sample: int) -> None:
        """Go to a sample by its index, if it is listed."""
        if self.scroll_to(sample):
            self._choose(sample)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go elsewhere, or train on the current sample; leave other keys to the window."""
        others = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = others == Qt.KeyboardModifier.ControlModifier
        key = event.key()
        if self.shown is None or not len(self.shown):
            event.ignore()
        elif control and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move(key)
        elif others:
            event.ignore()
        elif self.typing.take(event) or self._move(key):
            event.accept()
        elif key in ENTER and self.current is not None:
            if not event.isAutoRepeat():
                self.train_wanted.emit(self.current)
        else:
            event.ignore()

    def _move(self, key: int) -> bool:
        """Go where a key leads; return False if it leads nowhere."""
        shown = self.shown
        if shown is None:
            return False
        right, _ = ARROWS.get(key, (0, 0))
        if self.scrolls_sideways and right:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + 3 * right * bar.singleStep())
            return True
        place, line = shown.place(self.current), self.cells.per_line
        first, page = self.line_at(0) * line, self.lines_in_sight()
        goal = walked(key, place, len(shown), per_line=line, page=page, first=first)
        if goal is None:
            return False
        sample = int(shown.indices[goal])
        self.scroll_to(sample)
        if goal != place:
            self._choose(sample)
        return True

    def _choose(self, sample: int) -> None:
        self.set_current(sample)
        self.chosen.emit(sample)

    # Mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the sample that is clicked."""
        sample = self.sample_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and sample is not None:
            self._choose(sample)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing more."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Train on the sample."""
        sample = self.sample_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and sample is not None:
            self.set_current(sample)
            self.train_wanted.emit(sample)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which sample is pointed at."""
        self._entered = True
        self._point(self.sample_at(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the sample that is pointed at, or of the current one."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = None if self.shown is None else self.shown.place(self.current)
            if place is not None and self.current is not None:
                at = self.viewport().mapToGlobal(self.rect_of(place).center())
                self.menu_wanted.emit(self.current, at)
            return
        sample = self.sample_at(self.viewport().mapFromGlobal(event.globalPos()))
        if sample is not None:
            self.set_current(sample)
            self.menu_wanted.emit(sample, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice when the mouse comes and goes."""
        if event.type() == QEvent.Type.Enter:
            self._entered = True
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Hide) and self._entered:
            self._entered = False
            self._point(None)
            self.released.emit()
        return bool(super().viewportEvent(event))

    def _point(self, sample: int | None) -> None:
        if sample != self.below_mouse:
            self.below_mouse = sample
            self.pointed.emit(sample)
