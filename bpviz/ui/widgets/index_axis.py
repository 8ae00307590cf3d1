"""IndexAxis: an axis whose ticks are whole numbers that name rows or columns."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtGui import QFont, QFontMetricsF

GAP = 22.0
"""Pixels between two numbers beside each other, at least."""


class IndexAxis(pg.AxisItem):  # type: ignore[misc]
    """Axis for indices; however far one zooms in, there is no tick at a half.

    Attributes
    ----------
    bare : bool
        Whether it shows its title alone.
    """

    bare = False

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self._titles: tuple[str, ...] = ("",)
        self._metrics = QFontMetricsF(QFont())
        self.enableAutoSIPrefix(False)  # of few rows it would make thousandths

    def set_words(self, titles: tuple[str, ...], colour: str, font: QFont) -> None:
        """Write numbers and title in `font`; the title is the first that fits of `titles`."""
        self._titles, self._metrics = titles, QFontMetricsF(font)
        self.setTextPen(colour)
        self.setTickFont(font)
        self.label.setFont(font)
        self.setLabel(self._fitting(), color=colour)
        self.resizeEvent()

    def resizeEvent(self, event: object = None) -> None:
        """Take a title that fits the length of the axis, and put it in the middle."""
        if self.label is not None and hasattr(self, "_titles"):  # gone at the end, not yet there
            title = self._fitting()
            if title != self.labelText:
                self.setLabel(title, **self.labelStyle)
        super().resizeEvent(event)

    def _fitting(self) -> str:
        size = self.size()
        room = size.height() if self.orientation == "left" else size.width()
        wide = self._metrics.horizontalAdvance
        return next((title for title in self._titles if wide(title) <= room), self._titles[-1])

    def tickValues(
        self, minVal: float, maxVal: float, size: float
    ) -> list[tuple[float, Sequence[float]]]:
        """Return pyqtgraph's ticks, or none while the axis is bare."""
        return [] if self.bare else super().tickValues(minVal, maxVal, size)

    def tickSpacing(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, float]]:
        """Return the smallest of 1, 2, 5, 10, 20, … at which the numbers do not touch."""
        if self.orientation == "left":
            needed = self._metrics.height()
        else:
            needed = self._metrics.horizontalAdvance(str(max(round(maxVal), 0))) + GAP
        least = abs(maxVal - minVal) / max(size, 1.0) * needed
        decade = 1.0
        while decade * 10 < least:
            decade *= 10
        return [(next((f * decade for f in (1, 2, 5) if f * decade >= least), 10 * decade), 0.0)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write whole numbers; outside the matrix (below 0) there is nothing to name."""
        return [str(round(value)) if value >= 0 else "" for value in values]
