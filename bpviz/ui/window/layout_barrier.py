"""A frame around a panel at which changes of layout end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class LayoutBarrier(QWidget):
    """Gives `content` all of its room, and does not pass on what size it would rather have.

    A label whose text changes makes every layout above it work again, up to the main window with
    all its docks; sixty times a second that took a fifth of the interface's time.
    """

    def __init__(self, content: QWidget | None = None) -> None:
        super().__init__()
        self.content: QWidget | None = None
        if content is not None:
            self.hold(content)

    def hold(self, content: QWidget) -> None:
        """Give all of the room to `content`, the only one there will be."""
        self.content = content
        content.setParent(self)
        content.resize(self.size())

    def sizeHint(self) -> QSize:
        """Say what the content would like at first."""
        return QSize() if self.content is None else self.content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be as small as one likes."""
        return QSize(40, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill it with the content."""
        super().resizeEvent(event)
        if self.content is not None:
            self.content.resize(self.size())

    def event(self, event: QEvent) -> bool:
        """Take the content's wish for another size and do nothing about it."""
        return event.type() == QEvent.Type.LayoutRequest or super().event(event)
