"""IndexAxis: an axis whose ticks are whole numbers that name rows or columns."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

GAP = 22.0
"""Pixels between two numbers beside each other, at least."""

Text = tuple[QRectF, object, str]
"""A number as pyqtgraph draws it: its rectangle, how it lies in there, and what is written."""


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
        # Gone at the end, not yet there at the beginning.
        ready = self.label is not None and hasattr(self, "_metrics")
        if ready:
            title = self._fitting()
            if title != self.labelText:
                self.setLabel(title, **self.labelStyle)
        super().resizeEvent(event)
        if ready and self.orientation == "left":
            self.label.setX(self._outermost())

    def _outermost(self) -> float:
        """Return where an upright title has a pixel to spare at the edge.

        Nearer to the numbers a j, which lies on its side, would look like a minus before them.
        """
        above = self._metrics.ascent() + self._metrics.tightBoundingRect("lj").top()
        return float(1 - self.label.document().documentMargin() - above)

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

    def generateDrawSpecs(self, p: QPainter) -> tuple[object, object, list[Text]] | None:
        """Return what pyqtgraph draws, no number of which reaches out of the plot.

        One at a tick near the end is moved inwards; it is left out where it would touch the next.
        """
        specs = super().generateDrawSpecs(p)
        plot = self.parentItem()
        if specs is None or plot is None:
            return specs  # type: ignore[no-any-return]
        line, ticks, texts = specs
        return line, ticks, self._inside(texts, self.mapRectFromItem(plot, plot.rect()))

    def _inside(self, texts: list[Text], room: QRectF) -> list[Text]:
        upright = self.orientation == "left"
        least, most = (room.top(), room.bottom()) if upright else (room.left(), room.right())
        # Figures lie in the middle of their line and are lower than it.
        figure = self._metrics.tightBoundingRect("0").height() + 2
        gap = 0.0 if upright else self._metrics.horizontalAdvance("0") / 2
        kept: list[tuple[float, bool, Text]] = []  # where it ends, whether it was moved
        for rect, flags, words in sorted(texts, key=lambda text: (text[0].y(), text[0].x())):
            if not words:
                continue
            middle = rect.center().y() if upright else rect.center().x()
            half = (figure if upright else rect.width()) / 2
            inside = max(min(middle, most - half), least + half)
            moved = inside != middle
            by = inside - middle
            text = rect.translated(0, by) if upright else rect.translated(by, 0), flags, words
            if kept and inside - half < kept[-1][0] + gap:
                if moved:
                    continue
                if kept[-1][1]:
                    kept.pop()
            kept.append((inside + half, moved, text))
        return [text for _, _, text in kept]
