"""TextSize: how large all text is, by a person's choice or by what a presentation has room for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

LEAST, MOST = 8, 32
"""Points that a person may choose."""

MOST_PRESENTED = 96
"""Points beyond which a presentation does not go, however large its screen."""


class TextSize(QObject):
    """The size of the application's font, in whole points.

    A presentation has a size of its own, which a person may change as well; that of everything
    else is left alone by it, and the other way round.

    Signals
    -------
    changed()
        All is about to be written in another size.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = round(_points(QApplication.font()))
        self._chosen: int | None = None
        self._fitting: int | None = None
        self._more = 0

    def take_over(self, other: TextSize) -> None:
        """Be in the place of another one, whose size is in force while this one is made."""
        self._own, self._chosen, self._more = other._own, other._chosen, other._more

    def chosen(self) -> int | None:
        """Return the points that a person has chosen; None for those of the system."""
        return self._chosen

    def choose(self, points: int | None) -> None:
        """Write in `points`, `LEAST` … `MOST`; None for those of the system."""
        self._chosen = None if points is None else min(max(points, LEAST), MOST)
        self._apply()

    def present(self, points: int | None) -> None:
        """Write in the points that a presentation has room for; None where there is none."""
        self._fitting = points
        self._apply()

    @Slot()
    def enlarge(self) -> None:
        """Write one point larger."""
        self._change(+1)

    @Slot()
    def reduce(self) -> None:
        """Write one point smaller."""
        self._change(-1)

    @Slot()
    def reset(self) -> None:
        """Go back to what the system has, or the presentation has room for."""
        if self._fitting is None:
            self._chosen = None
        self._more = 0
        self._apply()

    def points(self) -> int:
        """Return the points that are in force."""
        if self._fitting is not None:
            return min(max(self._fitting + self._more, LEAST), MOST_PRESENTED)
        return self._own if self._chosen is None else self._chosen

    def _change(self, by: int) -> None:
        if self._fitting is None:
            self.choose(self.points() + by)
        else:
            self._more = min(max(self.points() + by, LEAST), MOST_PRESENTED) - self._fitting
            self._apply()

    def _apply(self) -> None:
        font = QApplication.font()
        if _points(font) != self.points():
            self.changed.emit()
            font.setPointSize(self.points())
            QApplication.setFont(font)


def _points(font: QFont) -> float:
    """Return how large a font is; that of a system may be given in pixels."""
    if font.pointSizeF() > 0:
        return font.pointSizeF()
    return font.pixelSize() * 72 / QApplication.primaryScreen().logicalDotsPerInch()
