"""AdaptiveSplitter: a widget, and a second one below or beside it, as there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from bpviz.ui.kit.controls.fitted_widget import Fitted

HIGH, WIDE = 26, 54
"""Lines of text that it is high where both have room below each other, and wide where they have
it beside each other."""


class AdaptiveSplitter(Fitted, QSplitter):
    """The second part comes and goes; where both have no room it takes the first one's place."""

    def __init__(self, name: str, first: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self.addWidget(first)
        self._first = first
        self._second: QWidget | None = None
        self._both = False

    def add_second(self, second: QWidget) -> None:
        """Take the second part, which gets three fifths of the room."""
        self._second = second
        self.addWidget(second)
        for place, share in enumerate((2, 3)):
            self.setStretchFactor(place, share)
        self._share()

    def show_both(self, both: bool) -> None:
        """Show the second part as well, or the first one alone."""
        self._both = both
        self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().height()
        high, wide = self.height() >= HIGH * line, self.width() >= WIDE * line
        upright = high or not wide
        orientation = Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal
        if orientation != self.orientation():
            self.setOrientation(orientation)
            self._share()
        if self._second is not None:
            self._second.setVisible(self._both)
        self._first.setVisible(not self._both or high or wide)

    def _share(self) -> None:
        upright = self.orientation() == Qt.Orientation.Vertical
        room = self.height() if upright else self.width()
        self.setSizes([room * 2 // 5, room * 3 // 5])
