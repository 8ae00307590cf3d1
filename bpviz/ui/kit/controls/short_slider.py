"""ShortSlider: a slider that grows with the text and may become short."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSlider


class ShortSlider(QSlider):
    """A slider `lines` heights of a line of text long, and at least two."""

    _lines = 6  # of the class: Qt asks for a size while the object is being made

    def __init__(self, lines: int = 6) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._lines = lines

    def sizeHint(self) -> QSize:
        """A few letters long."""
        return QSize(self._lines * self.fontMetrics().height(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Still long enough to be moved."""
        return QSize(2 * self.fontMetrics().height(), super().minimumSizeHint().height())
