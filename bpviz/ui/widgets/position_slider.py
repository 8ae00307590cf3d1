"""PositionSlider: a slider over the steps of a run, which are 64-bit numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QLine, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider, QToolTip, QWidget

from bpviz.network.types import Ints
from bpviz.training.notes import JournalNote
from bpviz.ui.text import count, translated
from bpviz.ui.theme import LIGHT, Theme

SLOTS = 1_000_000
"""Most positions that Qt's slider, which counts in 32 bits, is given."""

EVERY_MS = 50
"""Least time between two wishes while dragging."""

MARGIN = 10
HANDLE = 7


def slot_of(step: int, tip: int) -> int:
    """Return the slot of `step`, 0 ≤ step ≤ tip; rises with the step."""
    return step if tip <= SLOTS else step * SLOTS // tip


def step_of(slot: int, tip: int) -> int:
    """Return the first step of `slot`; the inverse of `slot_of` where each step has a slot."""
    return slot if tip <= SLOTS else -(-slot * tip // SLOTS)


class PositionSlider(QSlider):
    """Where a run stands, between step 0 and the last one ever done.

    It keeps the exact step beside Qt's 32-bit position.  A press in the groove goes there at
    once.  While it is held, `set_position` leaves the handle alone.

    Signals
    -------
    grabbed()
        The mouse took hold of it.
    step_wanted(object)
        Go to that step; while dragging at most one in `EVERY_MS`, and the last one always.
    released(bool)
        The mouse let go; whether it had moved the position.
    """

    grabbed = Signal()
    step_wanted = Signal(object)
    released = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme: Theme = LIGHT
        self.tip = 0
        self.page = 1
        self.keyframes: Ints | None = None
        self.journal: tuple[JournalNote, ...] = ()
        self._step = 0
        self._offset = 0.0
        self._moved = False
        self._unsent: int | None = None
        self._throttle = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._throttle.timeout.connect(self._send_unsent)
        self.setRange(0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Our own changes are silent: this is assistive technology, or a script, moving it.
        self.valueChanged.connect(self._moved_by_value)

    def step(self) -> int:
        """Return the step that the handle stands for."""
        return self._step

    def set_tip(self, tip: int) -> None:
        """Give the run `tip` steps."""
        self.set_position(self._step, tip)

    def set_position(self, step: int, tip: int) -> None:
        """Show `step` of `tip`; while the mouse holds the handle, only the ends may grow."""
        tip = max(tip, 0)
        if self.isSliderDown():
            step, tip = self._step, max(tip, self._step)
        step = min(max(step, 0), tip)
        if (step, tip) != (self._step, self.tip):
            self._step, self.tip = step, tip
            self._show()

    def set_marks(self, keyframes: Ints, journal: tuple[JournalNote, ...]) -> None:
        """Show where weights are kept, and where a person changed something."""
        if keyframes is not self.keyframes or journal is not self.journal:
            self.keyframes, self.journal = keyframes, journal
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme
        self.update()

    def _show(self) -> None:
        blocked = self.blockSignals(True)
        self.setRange(0, min(self.tip, SLOTS))
        self.setValue(slot_of(self._step, self.tip))
        self.blockSignals(blocked)
        self.update()

    def _moved_by_value(self, slot: int) -> None:
        self._want(step_of(slot, self.tip))

    # Geometry ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Ask for the groove, the marks above and the ticks below it."""
        return QSize(300, 34)

    def minimumSizeHint(self) -> QSize:
        """Let a dock shrink it."""
        return QSize(60, 34)

    def x_of(self, step: int) -> float:
        """Return the x pixel of a step."""
        room = max(self.width() - 2 * MARGIN, 1)
        return MARGIN + (step / self.tip if self.tip else 0.0) * room

    def step_at(self, x: float) -> int:
        """Return the step at an x pixel, 0 … tip."""
        room = max(self.width() - 2 * MARGIN, 1)
        share = min(max((x - MARGIN) / room, 0.0), 1.0)
        if self.tip <= SLOTS:
            return round(share * self.tip)
        return step_of(round(share * SLOTS), self.tip)

    def note_at(self, x: float) -> JournalNote | None:
        """Return the journal's entry within five pixels of x."""
        if not self.journal:
            return None
        best = min(self.journal, key=lambda note: abs(self.x_of(note.step) - x))
        return best if abs(self.x_of(best.step) - x) <= 5 else None

    # Mouse and keys ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle, or bring it here."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        x = event.position().x()
        self._offset = x - self.x_of(self._step)
        self.setSliderDown(True)
        self._moved = False
        self.grabbed.emit()
        if abs(self._offset) > HANDLE + 1:
            self._offset = 0.0
            self._drag_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle."""
        if self.isSliderDown() and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag_to(event.position().x() - self._offset)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; what was wished for last is always sent."""
        if not self.isSliderDown() or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._drag_to(event.position().x() - self._offset)
        self._throttle.stop()
        self._send_unsent()
        self._throttle.stop()
        self.setSliderDown(False)
        self.released.emit(self._moved)
        self.update()

    def _drag_to(self, x: float) -> None:
        step = self.step_at(x)
        if step == self._step:
            return
        self._step, self._unsent, self._moved = step, step, True
        self._show()
        if not self._throttle.isActive():
            self._send_unsent()

    def _send_unsent(self) -> None:
        if self._unsent is not None:
            step, self._unsent = self._unsent, None
            self._throttle.start()
            self.step_wanted.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by a step, Page keys by `page` steps, Home and End to the ends."""
        keys = Qt.Key
        moves: dict[int, int] = {
            keys.Key_Left: -1,
            keys.Key_Down: -1,
            keys.Key_Right: 1,
            keys.Key_Up: 1,
            keys.Key_PageDown: -self.page,
            keys.Key_PageUp: self.page,
            keys.Key_Home: -self.tip,
            keys.Key_End: self.tip,
        }
        move = moves.get(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if move is None or plain != Qt.KeyboardModifier.NoModifier:
            event.ignore()
            return
        self._want(min(max(self._step + move, 0), self.tip))
        event.accept()

    def _want(self, step: int) -> None:
        if step != self._step:
            self._step = step
            self._show()
            self.step_wanted.emit(step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel alone: scrolling past must not move a run."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Show a journal entry as the tooltip where the mouse is on one."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            note = self.note_at(event.pos().x())
            if note is not None:
                QToolTip.showText(event.globalPos(), self.note_text(note), self)
                return True
        return super().event(event)

    def note_text(self, note: JournalNote) -> str:
        """Return what the tooltip says about a journal entry."""
        return self.tr("From step {step}: {text}").format(
            step=count(note.step), text=translated(note.text)
        )

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw groove, keyframes, journal and handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.theme
        middle = self.height() / 2
        left, right, x = float(MARGIN), float(self.width() - MARGIN), self.x_of(self._step)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.border))
        painter.drawRoundedRect(QRectF(left, middle - 2, max(right - left, 0), 4), 2, 2)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(QRectF(left, middle - 2, max(x - left, 0), 4), 2, 2)
        self._paint_marks(painter, middle)
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(QColor(theme.accent if self.isSliderDown() else theme.raised))
        painter.drawEllipse(QPointF(x, middle), HANDLE, HANDLE)
        if self.hasFocus():
            halo = QColor(theme.accent)
            halo.setAlpha(90)
            painter.setPen(QPen(halo, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, middle), HANDLE + 3, HANDLE + 3)

    def _paint_marks(self, painter: QPainter, middle: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QColor(self.theme.muted))
        if self.keyframes is not None:
            room = max(self.width() - 2 * MARGIN, 1)
            places = MARGIN + self.keyframes * (room / self.tip if self.tip else 0.0)
            columns = np.unique(np.rint(places).astype(np.int64)).tolist()
            top = round(middle) + 8
            painter.drawLines([QLine(column, top, column, top + 3) for column in columns])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.series[1]))
        for place in sorted({round(self.x_of(note.step)) for note in self.journal}):
            tip = middle - 6
            painter.drawPolygon(
                QPolygonF(
                    [QPointF(place - 4, tip - 6), QPointF(place + 4, tip - 6), QPointF(place, tip)]
                )
            )
