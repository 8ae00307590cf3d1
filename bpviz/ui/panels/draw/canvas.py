"""DrawCanvas: paper on which one draws with mouse, pen, finger or keys."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.datasets.drawing.drawing import Drawing
from bpviz.network.types import Floats
from bpviz.ui.core.theme import Theme, current_theme, faint
from bpviz.ui.kit.charts.colour_image import ink_table, lookup
from bpviz.ui.kit.controls.keys import KEEPS_FOCUS
from bpviz.ui.panels.draw.canvas_navigation import CLEAR, PenNavigation

_APART = 0.002
"""Points of a stroke are at least so far apart, in sides of the canvas."""


class DrawCanvas(QWidget):
    """A canvas of the shape of the pictures, the colours of paper and ink those of the theme.

    Arrow keys (and Home, End, page up and down for the slopes) move the pen, with Shift in small
    steps; Space puts it down and lifts it; Delete clears; Ctrl+Z and Ctrl+Shift+Z undo and redo.

    Signals
    -------
    changed()
        There is another picture on it, be it by one point of a stroke.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Canvas"))
        self.setToolTip(
            self.tr(
                "Draw here with the mouse, a pen or a finger. Keys: the arrows move the pen, with "
                "Shift in small steps; Home, End, Page Up and Page Down move it diagonally; Space "
                "lowers and lifts it; Delete clears; Ctrl+Z undoes."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setProperty(KEEPS_FOCUS, True)
        self.drawing = Drawing(28, 28)
        self.pen_width = 0.09
        self.erasing = False
        self.keys = PenNavigation()
        self._image: tuple[Theme, QImage] | None = None

    def set_shape(self, height: int, width: int) -> None:
        """Begin with clean paper for pictures of another shape."""
        self.drawing = Drawing(height, width)
        self.keys.down = False
        self._tell()

    # What is done to the whole of it -----------------------------------------------------------

    def take_over(self, other: DrawCanvas) -> None:
        """Go on with what is drawn on another canvas."""
        if other.drawing.shape == self.drawing.shape:
            self.drawing = other.drawing
            self._tell()

    def clear(self) -> None:
        """Clean the paper, if there is anything on it."""
        self._lift()
        if not self.drawing.blank:
            self.drawing.clear()
            self._tell()

    def paste(self, picture: Floats) -> None:
        """Cover it with a picture, (height, width), 0 … 1."""
        self._lift()
        self.drawing.paste(picture)
        self._tell()

    def undo(self) -> None:
        """Take back the newest stroke, or whatever else was done last."""
        self._lift()
        if self.drawing.undo():
            self._tell()

    def redo(self) -> None:
        """Do it again."""
        self._lift()
        if self.drawing.redo():
            self._tell()

    # Drawing -----------------------------------------------------------------------------------

    def canvas_rect(self) -> QRectF:
        """Return where the canvas is, as large as fits in the proportions of the field."""
        height, width = self.drawing.shape
        scale = max(min((self.width() - 2) / width, (self.height() - 2) / height), 0.0)
        rect = QRectF(0, 0, scale * width, scale * height)
        rect.moveLeft(max((self.width() - rect.width()) / 2, 1.0))
        rect.moveTop(1.0)
        return rect

    def place(self, position: QPointF) -> tuple[float, float] | None:
        """Return x and y, 0 … 1 on the canvas, of a position in the widget; None without room."""
        rect = self.canvas_rect()
        if rect.isEmpty():
            return None
        return (
            (position.x() - rect.left()) / rect.width(),
            (position.y() - rect.top()) / rect.height(),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position(), self.erasing)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._move(event.position())
            self._lift()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen; its other end is an eraser."""
        event.accept()  # or it would come once more, as a mouse
        rubber = event.pointerType() == QPointingDevice.PointerType.Eraser
        if event.type() == QEvent.Type.TabletPress:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._press(event.position(), self.erasing or rubber)
        elif event.type() == QEvent.Type.TabletMove and event.pressure() > 0:
            self._move(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._lift()

    def _press(self, position: QPointF, erase: bool) -> None:
        place = self.place(position)
        if place is not None:
            self.keys.leave(place)
            self.drawing.begin(*place, self.pen_width, erase)
            self._tell()

    def _move(self, position: QPointF) -> None:
        place = self.place(position)
        last = self.drawing.pen
        if place is None or last is None:
            return
        self.keys.leave(place)
        if max(abs(place[0] - last[0]), abs(place[1] - last[1])) >= _APART:
            self.drawing.extend(*place)
            self._tell()

    def _lift(self) -> None:
        self.keys.down = False
        if self.drawing.at_work:
            self.drawing.end()
            self._tell()

    # Keys --------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the keys that it understands from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = event.matches(QKeySequence.StandardKey.Undo), self._is_redo(event)
            if any(own) or event.key() in CLEAR:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the pen, put it down, undo."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif self._is_redo(event):
            self.redo()
        elif event.key() in CLEAR and not event.modifiers():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape and self.drawing.at_work:
            self.keys.down = False
            self.drawing.cancel()
            self._tell()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._space(event)
        elif self.keys.press(event):
            if self.keys.down:
                self.drawing.extend(*self.keys.place)
                self._tell()
            self.update()
        else:
            super().keyPressEvent(event)

    def _space(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if self.drawing.at_work:
            self._lift()
        else:
            self.keys.down = self.keys.shown = True
            self.drawing.begin(*self.keys.place, self.pen_width, self.erasing)
            self._tell()
        self.update()

    @staticmethod
    def _is_redo(event: QKeyEvent) -> bool:
        control_y = event.key() == Qt.Key.Key_Y and (
            event.modifiers() == Qt.KeyboardModifier.ControlModifier
        )
        return control_y or event.matches(QKeySequence.StandardKey.Redo)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the pen is to those who came by keyboard."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.keys.shown = True
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lift the pen."""
        super().focusOutEvent(event)
        self._lift()
        self.keys.shown = False
        self.update()

    # Painting ----------------------------------------------------------------------------------

    def _tell(self) -> None:
        self._image = None
        self.update()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        """Large enough to draw."""
        return QSize(240, 240)

    def minimumSizeHint(self) -> QSize:
        """May become small."""
        return QSize(60, 60)

    def image(self) -> QImage:
        """Return the ink in the theme's colours, as fine as it is kept."""
        theme = current_theme()
        if self._image is None or self._image[0] is not theme:
            self._image = theme, lookup(self.drawing.ink * np.float32(255), ink_table(theme))
        return self._image[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, ink, and where the keys have the pen."""
        rect = self.canvas_rect()
        if rect.isEmpty():
            return
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, self.image())
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.border), 1))
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.drawing.blank and not self.keys.shown:
            self._paint_hint(painter, rect)
        if self.keys.shown and self.hasFocus():
            self._paint_pen(painter, rect)

    def _paint_hint(self, painter: QPainter, rect: QRectF) -> None:
        words = self.tr("Draw here")
        if painter.fontMetrics().horizontalAdvance(words) < rect.width() - 8:
            painter.setPen(QColor(current_theme().muted))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_pen(self, painter: QPainter, rect: QRectF) -> None:
        x, y = self.keys.place
        middle = QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())
        radius = self.pen_width * max(rect.width(), rect.height()) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = faint(current_theme().accent, 140 if self.keys.down else 0)
        for colour, width in ((current_theme().base, 3.0), (current_theme().accent, 1.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.setBrush(filled)
            painter.drawEllipse(middle, radius, radius)
