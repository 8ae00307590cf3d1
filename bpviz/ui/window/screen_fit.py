"""ScreenFit: the window lies on its screen, frame included, whatever screen that is."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

PREFERRED = QSize(1600, 1000)
"""What all panels have enough room in."""

_FRAME = QSize(64, 96)  # a title bar and borders, however a window manager draws them
_NORMAL = 0.8  # share of a small screen that the window takes once it is no longer maximised
_SETTLING = 3.0  # seconds; a window manager that draws a frame has done so by then
_WHOLE_SCREEN = (
    Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
)  # the window manager sees to it that these fit


def inside(geometry: QRect, frame: QRect, available: QRect) -> QRect:
    """Return where a window has to lie for its frame to be within what is available.

    Parameters
    ----------
    geometry, frame : QRect
        The window without and with its frame.
    available : QRect
        What the screen has free.

    Returns
    -------
    QRect
        The window without its frame; `geometry` itself where all of it is inside already.
    """
    around = frame.size() - geometry.size()
    size = geometry.size().boundedTo((available.size() - around).expandedTo(QSize(1, 1)))
    whole = size + around
    last = available.bottomRight() - QPoint(whole.width() - 1, whole.height() - 1)
    place = QPoint(
        max(available.left(), min(frame.left(), last.x())),
        max(available.top(), min(frame.top(), last.y())),
    )
    return QRect(place + geometry.topLeft() - frame.topLeft(), size)


class ScreenFit(QObject):
    """Brings a window back onto its screen: once it is shown, and when the screen is another one.

    How wide the frame is, the window manager says only behind the first picture.  From then on a
    person may push the window wherever there is room for it.

    Parameters
    ----------
    window : QWidget
        Not shown yet.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._until = 0.0
        self._followed = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Choose a size for the first start: `PREFERRED`, or all of a screen that is smaller."""
        available = self._window.screen().availableSize()
        if (PREFERRED + _FRAME).boundedTo(available) == PREFERRED + _FRAME:
            self._window.resize(PREFERRED)
        else:
            self._window.resize((available * _NORMAL).boundedTo(PREFERRED))
            self._window.setWindowState(Qt.WindowState.WindowMaximized)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Look where the window is while it finds its place."""
        kind = event.type()
        if kind in (QEvent.Type.Show, QEvent.Type.WindowStateChange):
            self._follow_screens()
            self._settle()
        elif self._until and kind in (
            QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.UpdateRequest
        ):  # fmt: skip
            self._soon.start()
        return False

    def _follow_screens(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None and not self._followed:
            self._followed = True
            handle.screenChanged.connect(self._settle)
            self._window.screen().availableGeometryChanged.connect(self._settle)

    @Slot()
    def _settle(self) -> None:
        self._until = monotonic() + _SETTLING
        self._soon.start()

    @Slot()
    def _fit(self) -> None:
        window = self._window
        if not window.isVisible() or window.windowState() & _WHOLE_SCREEN:
            return
        geometry, frame = window.geometry(), window.frameGeometry()
        if frame != geometry or monotonic() > self._until:
            self._until = 0.0
        fitting = inside(geometry, frame, window.screen().availableGeometry())
        if fitting != geometry:
            window.setGeometry(fitting)
