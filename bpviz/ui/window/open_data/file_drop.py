"""FileDrop: a file or folder dropped anywhere on the window is opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.formatting import shortened
from bpviz.ui.core.theme import current_theme, faint

_KINDS = (
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.DragLeave,
    QEvent.Type.Drop,
)


class DropHint(QWidget):
    """Lies over the whole window while something is dragged, and says what will happen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drop_hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = parent
        self._possible = True
        self.hide()

    def offer(self, words: str, *, possible: bool) -> None:
        """Show `words`; in the colour of warnings where dropping does nothing."""
        self._possible = possible
        self.setAccessibleName(words)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    def words(self) -> str:
        """Return what it says."""
        return self.accessibleName()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window, and draw a frame with the words in its middle."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = faint(theme.window, 205)
        painter.fillRect(self.rect(), ground)
        colour = QColor(theme.accent if self._possible else theme.warning)
        painter.setPen(QPen(colour, 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(12, 12, -12, -12), 12, 12)
        font = self.font()
        font.setPointSizeF(1.5 * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(colour)
        room = self.rect().adjusted(30, 30, -30, -30)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRect(room), int(flags), self.words())


class FileDrop(QObject):
    """Takes one local file or folder, wherever it is dropped; an event filter.

    It looks at the window's drags before any part of the window does: plots and editors would
    take them for themselves.

    Signals
    -------
    dropped(str)
        The path of what was dropped.
    refused(str)
        Why what was dropped cannot be opened, in a sentence.
    """

    dropped = Signal(str)
    refused = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.hint = DropHint(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the drags that bring files, and leave all others to whom they concern."""
        kind = event.type()
        if kind == QEvent.Type.Show and watched is self._window:
            handle = self._window.windowHandle()
            if handle is not None:  # where Qt tells the whole window of a drag
                handle.removeEventFilter(self)
                handle.installEventFilter(self)
        if kind not in _KINDS:
            return False
        if kind == QEvent.Type.DragLeave:
            return self._left()
        if not isinstance(event, QDropEvent) or not event.mimeData().hasUrls():
            return False
        path, problem = self._judge(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if kind == QEvent.Type.Drop:
            self.hint.hide()
            if path:
                self.dropped.emit(path)
            else:
                self.refused.emit(problem)
        elif isinstance(event, QDragEnterEvent):
            name = shortened(Path(path).name or path, 60)
            opens = self.tr("Drop “{name}” to open it").format(name=name)
            self.hint.offer(problem or opens, possible=not problem)
        return True

    def _left(self) -> bool:
        shown = not self.hint.isHidden()
        self.hint.hide()
        return shown

    def _judge(self, data: QMimeData) -> tuple[str, str]:
        """Return the path that is brought, and why it cannot be opened; one of them is empty."""
        urls = data.urls()
        if len(urls) > 1:
            words = self.tr("{n} items were dropped. Drop one file or one folder of pictures.")
            return "", words.format(n=len(urls))
        path = urls[0].toLocalFile() if urls and urls[0].isLocalFile() else ""
        if not path:
            words = self.tr("{address} is not a local file. Download it first.")
            return "", words.format(address=shortened(urls[0].toString() if urls else "", 80))
        return path, ""
