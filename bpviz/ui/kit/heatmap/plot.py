"""HeatmapPlot: the plot that a heatmap stands in, with its axes and its colour bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from bpviz.ui.core import counting
from bpviz.ui.core.figure_mode import begin_clip, end_clip, painting_figure
from bpviz.ui.core.formatting import tabular
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_bar import ColourBar

GAP = 22.0
"""Pixels between two numbers beside each other, at least."""

TICK = 2
"""Pixels of a tick, outside the plot."""

Text = tuple[QRectF, object, str]
"""A number as pyqtgraph draws it: its rectangle, how it lies in there, and what is written."""


LONGEST_NAME = 14
"""Letters of a name that an upright axis has room for."""

SHORTEST_NAME = 5
"""Letters that are seen of each name below a plot; with less room indices stand there."""


class IndexAxis(pg.AxisItem):  # type: ignore[misc]
    """Axis for indices, or the names of what they count; there is never a tick at a half.

    Attributes
    ----------
    bare : bool
        Whether it shows its title alone.
    names : tuple of str
        What is written in place of an index; those without a name have their index.
    """

    bare = False
    names: tuple[str, ...] = ()

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
            last = str(counting.shown(max(round(maxVal), 0)))
            needed = self._metrics.horizontalAdvance(last) + GAP
            if self._names_fit(minVal, maxVal, size):
                return [(1.0, 0.0)]
        least = abs(maxVal - minVal) / max(size, 1.0) * needed
        decade = 1.0
        while decade * 10 < least:
            decade *= 10
        step = next((f * decade for f in (1, 2, 5) if f * decade >= least), 10 * decade)
        named = self.names and self.orientation == "left"
        return [(step, 0.0 if named or step == 1 else -float(counting.first()))]

    def _names_fit(self, low: float, high: float, size: float) -> bool:
        """Whether something can be seen of every name beside each other, along `size` pixels."""
        room = size / max(abs(high - low), 1.0) - GAP / 2
        letters = min(max(map(len, self.names), default=0), SHORTEST_NAME)
        return bool(self.names) and room >= letters * self._metrics.averageCharWidth()

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write names or indices; outside the matrix (below 0) there is nothing to name."""
        low, high = self.range
        names, room = self.names, LONGEST_NAME * self._metrics.averageCharWidth()
        if self.orientation != "left":
            width = self.size().width()
            names = names if self._names_fit(low, high, width) else ()
            room = width / max(abs(high - low), 1.0) - GAP / 2
        if not names:
            return [str(counting.shown(round(value))) if value >= 0 else "" for value in values]
        places = [round(value) for value in values]
        whole = [names[at] if 0 <= at < len(names) else "" for at in places]
        right, left = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideLeft
        elided = [self._metrics.elidedText(name, right, room) for name in whole]
        several = Counter(elided)
        # Of names that differ at their ends alone, "city = Bonn" and "city = Kiel", these are seen.
        return [
            words
            if words == name or several[words] == 1
            else self._metrics.elidedText(name, left, room)
            for name, words in zip(whole, elided, strict=True)
        ]

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


class _ClipEdge(pg.GraphicsObject):  # type: ignore[misc]
    """Says in a figure, before or behind all that a box draws, that its clip begins or ends."""

    def __init__(self, box: pg.ViewBox, *, begins: bool) -> None:
        super().__init__()
        self._box, self._begins = box, begins
        self.setZValue(-1e9 if begins else 1e9)
        box.addItem(self, ignoreBounds=True)

    def boundingRect(self) -> QRectF:
        """Return all that is in sight, or it would not be asked to paint."""
        return QRectF(self._box.viewRect())

    def paint(self, painter: QPainter, *_: object) -> None:
        """Draw nothing that is seen."""
        if painting_figure() and self._begins:
            begin_clip(painter, self.mapRectFromItem(self._box, self._box.rect()))
        elif painting_figure():
            end_clip(painter)


class HeatmapPlot(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """A box whose y axis runs downwards, between its axes and a colour bar.

    It is put together here, because pyqtgraph's `PlotWidget` makes a menu of a hundred widgets for
    itself: half the time that a heatmap takes to be made.

    Attributes
    ----------
    box : pg.ViewBox
    left, bottom : IndexAxis
    bar : ColourBar
    """

    def __init__(self, name: str, parent: QWidget, bar: ColourBar | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        for widget in (self, self.viewport()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(40, 30)
        self.box = pg.ViewBox(enableMenu=False, invertY=True)
        self.box.disableAutoRange()
        self._edges = _ClipEdge(self.box, begins=True), _ClipEdge(self.box, begins=False)
        self.left, self.bottom = IndexAxis("left"), IndexAxis("bottom")
        self.bar = ColourBar() if bar is None else bar
        layout = self.ci.layout
        layout.setContentsMargins(1, 3, 1, 1)  # the number of a low first row reaches above it
        layout.setSpacing(0)
        layout.setColumnSpacing(1, 8)
        for item, row, column in (
            (self.left, 0, 0), (self.box, 0, 1), (self.bottom, 1, 1), (self.bar, 0, 2)
        ):  # fmt: skip
            layout.addItem(item, row, column)
        for axis in (self.left, self.bottom):
            # Outwards: a tick upon a cell would be a minus, or a comma, in its number.
            axis.setStyle(hideOverlappingLabels=False, tickLength=TICK, tickTextOffset=1)
            axis.linkToView(self.box)
            axis.setZValue(0.5)  # the line between it and the box lies on both

    def dress(
        self,
        titles: tuple[str, str],
        *,
        plain: bool,
        theme: Theme,
        font: QFont,
        names: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
    ) -> None:
        """Name the left and the bottom axis; only `plain` ones have a left axis, and numbers.

        `names` are those of the rows and of the columns, () where these have but an index.
        Where a title is longer than its axis, only what stands before its semicolon is written,
        or its last two words, or, beside an axis of indices, only its symbol, the last one.
        """
        font = tabular(font)
        self.left.show() if plain else self.left.hide()
        line = QFontMetrics(font).height()
        self.left.setStyle(tickTextOffset=1 + line // 6)  # the title reaches over its edge
        self.bottom.setStyle(tickTextHeight=line - 3)
        for axis, title, own in zip((self.left, self.bottom), titles, names, strict=True):
            axis.names = own
            axis.bare = not plain
            axis.setStyle(showValues=plain)
            axis.setPen(pg.mkPen(theme.border) if plain else pg.mkPen(None))
            words = title.split(" ")
            symbol = " " if own else words[-1]  # beside names it would read as one of them
            shorter = (" ".join(words[-2:]), symbol) if plain else (" ",)
            axis.set_words((title, title.partition(";")[0], *shorter), theme.muted, font)
        self.bar.set_font(font)
