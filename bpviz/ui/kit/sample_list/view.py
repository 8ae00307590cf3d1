"""SampleView: what the grid and the table of a sample browser do with keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from bpviz.ui.kit.sample_list.model import SampleModel
from bpviz.ui.kit.sample_list.navigation import SIDEWAYS, destination
from bpviz.ui.kit.sample_list.sheet import SampleSheet
from bpviz.ui.kit.sample_list.typing import SampleTyping

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SampleView(SampleSheet):
    """All samples that pass a filter, in an order.

    A cell of the grid or a row of the table is one sample.  Keys: arrows, PageUp, PageDown, Home
    and End go to another sample, digits to the one with that index, Return trains on the current
    one.

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
    typing : SampleTyping
    """

    chosen = Signal(int)
    train_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)
    pointed = Signal(object)
    released = Signal()

    scrolls_sideways = False
    """Whether the keys ← and → scroll instead of going to another sample."""

    def __init__(self, name: str, model: SampleModel, parent: QWidget | None = None) -> None:
        super().__init__(name, model, parent)
        self._below_mouse = False
        self._pointed: int | None = None
        self.typing = SampleTyping(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.typing.wanted.connect(self.go_to)

    @property
    def below_mouse(self) -> int | None:
        """The sample that the mouse points at."""
        return self._pointed

    @property
    def held(self) -> bool:
        """Whether a person is pointing at a sample or dragging the scroll bar."""
        return self._below_mouse or self.verticalScrollBar().isSliderDown()

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
        elif key in _ENTER and self.current is not None:
            if not event.isAutoRepeat():
                self.train_wanted.emit(self.current)
        else:
            event.ignore()

    def _move(self, key: int) -> bool:
        """Go where a key leads; return False if it leads nowhere."""
        shown = self.shown
        if shown is None:
            return False
        if self.scrolls_sideways and key in SIDEWAYS:
            bar = self.horizontalScrollBar()
            step = 3 * bar.singleStep()
            bar.setValue(bar.value() + (step if key == Qt.Key.Key_Right else -step))
            return True
        place, line = shown.place(self.current), self.cells.per_line
        first, page = self.line_at(0) * line, self.lines_in_sight()
        goal = destination(key, place, len(shown), per_line=line, page=page, first=first)
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
        self._below_mouse = True
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
            self._below_mouse = True
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Hide) and self._below_mouse:
            self._below_mouse = False
            self._point(None)
            self.released.emit()
        return bool(super().viewportEvent(event))

    def _point(self, sample: int | None) -> None:
        if sample != self._pointed:
            self._pointed = sample
            self.pointed.emit(sample)
