"""BlackScreen: nothing to be seen, so that a class looks at whoever speaks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDockWidget, QWidget

_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr,
              Qt.Key.Key_Meta}  # fmt: skip


class BlackScreen(QWidget):
    """Covers a window in black until a key is pressed or a button of the mouse.

    Panels that float above it are away meanwhile.  That key or click does nothing else.  The run
    goes on as it was.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("black_screen")
        self.setAccessibleName(self.tr("Black screen"))
        self.setToolTip(self.tr("Press any key or click to see the window again."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._window = window
        self._focus: QWidget | None = None
        self._floating: list[QDockWidget] = []
        window.installEventFilter(self)
        self.hide()

    @Slot()
    def begin(self) -> None:
        """Cover the window."""
        if self.isHidden():
            self._focus = self._window.focusWidget()
            self.setGeometry(self._window.rect())
            self.raise_()
            self.show()
            docks = self._window.findChildren(QDockWidget)
            self._floating = [each for each in docks if each.isFloating() and not each.isHidden()]
            for dock in self._floating:
                dock.hide()
            self._window.activateWindow()  # one of them may have been active
            self.setFocus()

    @Slot()
    def end(self) -> None:
        """Show the window again, with the focus where it was."""
        if not self.isHidden():
            self.hide()
            for dock in self._floating:
                dock.show()
            self._floating = []
            self._window.activateWindow()
            (self._focus or self._window).setFocus()
            self._focus = None

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Cover all of a window that becomes larger."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Take every key for itself, be it a shortcut, and explain nothing in the dark."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return event.type() == QEvent.Type.ToolTip or super().event(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Let Tab bring the window back like any other key."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the window again, unless another key may follow."""
        event.accept()
        if event.key() not in _MODIFIERS:
            self.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the window again."""
        event.accept()
        self.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn nothing below."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Be black."""
        QPainter(self).fillRect(self.rect(), Qt.GlobalColor.black)
