"""PointerRing: where the pointer is, seen from the last row, while Ctrl is held."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QCursor, QKeyEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QWidget

_SHARE = 8  # of the window's height
_DELAY = 150  # milliseconds; a shortcut with Ctrl is pressed within them
_INTERVAL = 16
_INK = QColor("#e6007e")  # in no theme and on no scale of colours


class PointerRing(QWidget):
    """A ring around the pointer, on top of a window, that no click notices."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("pointer_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._watched: QWindow | None = None
        self._soon = QTimer(self, singleShot=True, interval=_DELAY)
        self._soon.timeout.connect(self._begin)
        self._ticks = QTimer(self, interval=_INTERVAL)
        self._ticks.timeout.connect(self._follow)
        self.hide()

    def set_on(self, on: bool) -> None:
        """Watch for Ctrl, or no more."""
        self._end()
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        # Keys pass the window's handle before whatever widget has a use for them.
        self._watched = self._window.windowHandle() if on else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Look whether Ctrl is held, and nothing with it."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() != Qt.Key.Key_Control:
                self._soon.stop()
            elif not event.isAutoRepeat():
                self._soon.start()
        elif kind == QEvent.Type.FocusOut or (
            kind == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Control
            and not event.isAutoRepeat()
        ):
            self._end()
        return False

    @Slot()
    def _begin(self) -> None:
        size = max(self._window.height() // _SHARE, 32)
        self.resize(size, size)
        self._follow()
        self.raise_()
        self.show()
        self._ticks.start()

    def _end(self) -> None:
        self._soon.stop()
        self._ticks.stop()
        self.hide()

    @Slot()
    def _follow(self) -> None:
        place = self._window.mapFromGlobal(QCursor.pos())
        self.move(place - QPoint(self.width() // 2, self.height() // 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ring that stands out from anything below it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, width = self.width() // 8, self.width() // 12
        inside = QRect(self.rect()).adjusted(edge, edge, -edge, -edge)
        for colour, wide in ((Qt.GlobalColor.white, width + max(width // 2, 2)), (_INK, width)):
            painter.setPen(QPen(QColor(colour), wide))
            painter.drawEllipse(inside)
