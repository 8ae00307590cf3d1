"""FocusRing: the line around whatever the keys go to, the same on every control."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from bpviz.ui.core.theme import current_theme

WIDTH = 2


class FocusRing(QWidget):
    """A line along the edge of the widget that it lies on; neither mouse nor keys notice it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.fit(widget.rect())
        self.show()
        self.raise_()

    def fit(self, around: QRect) -> None:
        """Lie along the edge of `around`; what is inside is not painted with it."""
        self.setGeometry(around)
        self.setMask(_edge(around))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the theme's accent; a picture of the widget knows of no mask."""
        painter = QPainter(self)
        painter.setClipRegion(_edge(self.rect()))
        painter.fillRect(self.rect(), QColor(current_theme().accent))


def _edge(around: QRect) -> QRegion:
    inside = around.adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
    return QRegion(around) - QRegion(inside)
