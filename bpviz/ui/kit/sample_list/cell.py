"""How one picture of the sample browser's grid is laid out and painted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap, QPolygon

from bpviz.ui.core.formatting import line_scale, number
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.sample_list.model import ShownSamples
from bpviz.ui.kit.sample_list.sorting import magnitudes

WIDEST_NUMBER = "0.001234"

VALUES = 2
"""The number below a picture that is `ShownSamples.values`."""


@dataclass(frozen=True, slots=True)
class CellLayout:
    """Where things stand in a cell, in pixels from its upper left corner.

    Attributes
    ----------
    cell : QSize
    picture : QRect
        All pixels of it are equally large where they are drawn larger than they are.
    line : int
        Height of a line of text below the picture.
    """

    cell: QSize
    picture: QRect
    line: int

    @classmethod
    def fitting(
        cls, shape: tuple[int, int], wanted: int, metrics: QFontMetrics, lines: int
    ) -> CellLayout:
        """Lay out a picture of (height, width) pixels about `wanted` pixels large, and `lines`."""
        height, width = max(shape[0], 1), max(shape[1], 1)
        scale = wanted / max(height, width)
        if scale >= 0.75:
            scale = max(round(scale), 1)
        size = QSize(max(round(scale * width), 1), max(round(scale * height), 1))
        margin = 5 * line_scale(metrics)
        line = metrics.height()
        least = metrics.horizontalAdvance(WIDEST_NUMBER if lines > 1 else "0 ✗ 0")
        across = max(size.width(), least)
        picture = QRect(QPoint(margin + (across - size.width()) // 2, margin), size)
        below = lines * line + (2 if lines else 0)
        cell = QSize(across + 2 * margin, size.height() + 2 * margin + below)
        return cls(cell, picture, line)

    def widened(self, width: int) -> CellLayout:
        """Return the same with a cell of another width, its picture in the middle."""
        cell = QSize(max(width, 1), self.cell.height())
        left = (cell.width() - self.picture.width()) // 2
        return replace(
            self, cell=cell, picture=QRect(QPoint(left, self.picture.top()), self.picture.size())
        )


class FittedText:
    """Texts shortened to the room there is, each worked out once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], tuple[str, int]] = {}
        self._metrics: QFontMetrics | None = None

    def set_metrics(self, metrics: QFontMetrics) -> None:
        """Forget what fits into another font."""
        if metrics != self._metrics or len(self._known) > 10_000:
            self._metrics = metrics
            self._known.clear()

    def fit(self, text: str, room: int) -> tuple[str, int]:
        """Return `text`, shortened to fit into `room` pixels, and its width."""
        found = self._known.get((text, room))
        if found is None and self._metrics is not None:
            short = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            found = self._known[text, room] = short, self._metrics.horizontalAdvance(short)
        return found or (text, 0)


class CellPainter:
    """Paints cell after cell during one repaint; what is the same for all is prepared once.

    Parameters
    ----------
    painter : QPainter
        Must not outlive the repaint, and neither must this object.
    layout : CellLayout
    shown : ShownSamples
        What is listed.
    theme : Theme
    numbers : int or None
        As in `SampleGrid.set_numbers`.
    texts : FittedText
        Kept from one repaint to the next.
    """

    def __init__(
        self,
        painter: QPainter,
        layout: CellLayout,
        shown: ShownSamples,
        theme: Theme,
        numbers: int | None,
        texts: FittedText,
    ) -> None:
        self._painter, self._layout, self._shown = painter, layout, shown
        texts.set_metrics(painter.fontMetrics())
        self._fit = texts.fit
        self._ascent = painter.fontMetrics().ascent()
        self._text, self._muted = QColor(theme.text), QColor(theme.muted)
        self._border, self._warning = QColor(theme.border), QColor(theme.warning)
        self._halo = QColor(theme.base)
        scan = shown.scan
        self._values = None
        if numbers == VALUES:
            self._values = shown.values
        elif numbers is not None and scan is not None:
            self._values = scan.losses if numbers < 0 else magnitudes(scan, numbers)
        self._numbers = numbers
        self._classes = shown.data.labels is not None
        self._corner = max(round(0.75 * layout.line), 8)

    def paint(self, at: QPoint, sample: int, pixmap: QPixmap) -> None:
        """Paint a sample into the cell whose upper left corner is `at`."""
        painter, layout = self._painter, self._layout
        left, top = at.x() + layout.picture.x(), at.y() + layout.picture.y()
        painter.drawPixmap(left, top, pixmap)
        painter.setPen(self._border)
        painter.drawRect(left - 1, top - 1, layout.picture.width() + 1, layout.picture.height() + 1)
        # Text may be as wide as the cell, but for a little room at its sides.
        width = max(layout.cell.width() - 6, layout.picture.width())
        x = at.x() + (layout.cell.width() - width) // 2
        base = top + layout.picture.height() + 2 + self._ascent
        if self._classes:
            self._caption(sample, x, width, base)
            base += layout.line
            if self._shown.wrong(sample):
                self._paint_corner(left + layout.picture.width(), top)
        if self._numbers is not None:
            value = None if self._values is None else self._values[sample]
            painter.setPen(self._muted)
            self._centred(number(value), x, width, base)

    def _caption(self, sample: int, x: int, width: int, base: int) -> None:
        """Write the class and, if it is another one, the predicted class."""
        painter, label = self._painter, self._shown.label(sample)
        painter.setPen(self._text)
        if not self._shown.wrong(sample):
            self._centred(label, x, width, base)
            return
        taken = f"✗ {self._shown.predicted(sample)}"
        gap = self._layout.line // 3
        half = (width - gap) // 2
        left, first = self._fit(label, half)
        right, second = self._fit(taken, max(width - gap - first, half))
        start = x + (width - first - gap - second) // 2
        painter.drawText(start, base, left)
        painter.setPen(self._warning)
        painter.drawText(start + first + gap, base, right)

    def _paint_corner(self, right: int, top: int) -> None:
        """Mark a wrong one at the upper right corner of its picture."""
        side = self._corner
        self._painter.setPen(self._halo)
        self._painter.setBrush(self._warning)
        corner = [QPoint(right - side, top - 1), QPoint(right, top - 1), QPoint(right, top + side)]
        self._painter.drawPolygon(QPolygon(corner))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _centred(self, text: str, x: int, width: int, base: int) -> None:
        text, wide = self._fit(text, width)
        self._painter.drawText(x + (width - wide) // 2, base, text)
