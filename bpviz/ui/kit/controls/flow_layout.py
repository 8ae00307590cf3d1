"""FlowLayout: widgets in a row that goes on in the next line where it is too long."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lines of widgets at their preferred widths, each in the middle of its line.

    It fills a widget, and is never a part of another layout: PySide would let the items be that
    layout's children, and takes those for deleted as soon as an object that had its address is.

    Parameters
    ----------
    spacing : int
        Pixels between widgets of a line, and half as many between lines.
    """

    def __init__(self, spacing: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item; None behind the last one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than there must be."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        lines = self._lines(width)
        return sum(height for _, height in lines) + max(len(lines) - 1, 0) * (self.spacing() // 2)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        lines = self._lines(10**6)
        if not lines:
            return QSize()
        items, height = lines[0]
        room = sum(item.sizeHint().width() for item in items)
        return QSize(room + (len(items) - 1) * self.spacing(), height)

    def minimumSize(self) -> QSize:
        """Need room for the widest of them, where that cannot become narrower."""
        widths = [item.minimumSize().width() for items, _ in self._lines(10**6) for item in items]
        return QSize(max(widths, default=0), self.sizeHint().height())

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        y = rect.top()
        for items, height in self._lines(rect.width()):
            x = rect.left()
            for item in items:
                size = item.sizeHint()
                width = min(size.width(), rect.width())
                top = y + (height - size.height()) // 2
                item.setGeometry(QRect(QPoint(x, top), QSize(width, size.height())))
                x += width + self.spacing()
            y += height + self.spacing() // 2

    def _lines(self, width: int) -> list[tuple[list[QLayoutItem], int]]:
        """Return the visible items of each line, and its height."""
        lines: list[tuple[list[QLayoutItem], int]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if not lines or x + size.width() > width:
                lines.append(([], 0))
                x = 0
            items, height = lines[-1]
            items.append(item)
            lines[-1] = items, max(height, size.height())
            x += size.width() + self.spacing()
        return lines
