"""LegendBar: what the colours and lines of a plot mean, in as many lines as it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.history_plot import BAND_ALPHA, OUTLINE_ALPHA


class Mark(Enum):
    """How a legend's entry is drawn."""

    HEADING = "heading"
    BAND = "band"
    LINE = "line"
    THIN = "thin"
    """A pale line of one pixel, for what belongs to single steps."""
    POINTS = "points"
    DASHED = "dashed"
    DOT = "dot"
    DASH = "dash"
    SQUARE = "square"
    """An entry of a heatmap; its outline shows it on a ground of the same colour."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One item: a mark in `colour` (``#rrggbb``) and its text."""

    mark: Mark
    colour: str
    text: str


def heading(text: str) -> LegendEntry:
    """Return what stands before the entries that it is about."""
    return LegendEntry(Mark.HEADING, "", text)


MORE = "…"
"""Stands after the last entry that there is room for; the tooltip has all of them."""


class LegendBar(QWidget):
    """A row of entries that wraps where it is too narrow.

    Parameters
    ----------
    most : int, optional
        Lines that it takes at most; entries that have no room in them are left out.
    """

    def __init__(self, parent: QWidget | None = None, most: int | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[LegendEntry, ...] = ()
        self._most = most
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_most(self, most: int | None) -> None:
        """Take so many lines at most."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.update()

    def set_entries(self, entries: Iterable[LegendEntry]) -> None:
        """Show these entries."""
        entries = tuple(entries)
        if entries != self.entries:
            self.entries = entries
            self.setAccessibleDescription(", ".join(entry.text for entry in entries))
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow legend is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the entries need."""
        return self._fitting(width)[1]

    def sizeHint(self) -> QSize:
        """Ask for room for all entries in one line."""
        places, height = self._places(10**6)
        return QSize(places[-1].x() + self._width(self.entries[-1]) if places else 0, height)

    def minimumSizeHint(self) -> QSize:
        """Need no more than one line."""
        return QSize(20, QFontMetrics(self.font()).height() + 2)

    def _width(self, entry: LegendEntry) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(entry.text) + self._mark_room(entry)

    def _mark_room(self, entry: LegendEntry) -> int:
        """Width of an entry's mark and the space after it."""
        line = QFontMetrics(self.font()).height()
        room = {Mark.HEADING: 0, Mark.SQUARE: line // 2 + 7, Mark.DOT: line // 2 + 3}
        return room.get(entry.mark, line + 5)

    def _places(self, width: int) -> tuple[list[QPoint], int]:
        line = QFontMetrics(self.font()).height() + 2
        x = y = 0
        places = []
        for i, entry in enumerate(self.entries):
            needed = with_next = self._width(entry)
            if entry.mark is Mark.HEADING:  # it stays in one line with what it heads
                with_next += sum(line // 3 + self._width(e) for e in self.entries[i + 1 : i + 2])
            if x and x + with_next > width:
                x, y = 0, y + line
            places.append(QPoint(x, y))
            x += needed + (line // 3 if entry.mark is Mark.HEADING else line * 3 // 4)
        return places, y + line

    def _fitting(self, width: int) -> tuple[list[QPoint], int]:
        """Return the places of the entries that there is room for, and the height of all lines."""
        places, height = self._places(width)
        line = QFontMetrics(self.font()).height() + 2
        if self._most is None or height <= self._most * line:
            return places, height
        last = (self._most - 1) * line
        end = width - QFontMetrics(self.font()).horizontalAdvance(MORE)
        there = [place for place in places if place.y() <= last]
        while len(there) > 1 and (
            self.entries[len(there) - 1].mark is Mark.HEADING
            or (there[-1].y() == last and there[-1].x() + self._width(self._last(there)) > end)
        ):
            there.pop()
        return there, last + line

    def fits(self, width: int) -> bool:
        """Whether all entries have room in so many pixels."""
        return len(self._fitting(width)[0]) == len(self.entries)

    def _leaves_out(self) -> bool:
        return not self.fits(self.width())

    def _last(self, places: list[QPoint]) -> LegendEntry:
        return self.entries[len(places) - 1]

    def event(self, event: QEvent) -> bool:
        """Name all entries in the tooltip while some are left out."""
        if isinstance(event, QHelpEvent) and self._leaves_out():
            words = f"{self.accessibleDescription()}\n\n{self.toolTip()}"
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entries."""
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        size = metrics.height()
        places, height = self._fitting(self.width())
        painter.translate(0, max(self.height() - height, 0) // 2)
        if self._leaves_out():
            x = places[-1].x() + self._width(self._last(places)) + 4
            painter.setPen(QColor(current_theme().muted))
            painter.drawText(x, places[-1].y() + 1 + metrics.ascent(), MORE)
        for entry, place in zip(self.entries, places, strict=False):
            middle = place.y() + (metrics.height() + 2) // 2
            heading = entry.mark is Mark.HEADING
            if not heading:
                mark = QRect(place.x(), middle - size // 2, size, size)
                _paint_mark(painter, entry, mark, current_theme().window, current_theme().muted)
            painter.setPen(QColor(current_theme().muted if heading else current_theme().text))
            text = place.x() + self._mark_room(entry)
            painter.drawText(text, place.y() + 1 + metrics.ascent(), entry.text)


def _paint_mark(
    painter: QPainter, entry: LegendEntry, place: QRect, base: str, border: str
) -> None:
    """Draw a mark at the left of the square `place`; `base` is the colour behind it."""
    colour, size = QColor(entry.colour), place.height()
    x, y, dot = place.left(), place.top() + size // 2, size // 2
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    if entry.mark is Mark.BAND:
        colour.setAlpha(BAND_ALPHA)
        painter.fillRect(x, y - size // 3, size, size * 2 // 3, colour)
    elif entry.mark is Mark.THIN:
        colour.setAlpha(OUTLINE_ALPHA)
        painter.setPen(QPen(colour, max(1, round(size / 18))))
        painter.drawLine(x, y, x + size, y)
    elif entry.mark is Mark.SQUARE:
        painter.setPen(QPen(QColor(border), 1))
        painter.setBrush(colour)
        painter.drawRect(QRect(x, y - dot // 2 - 1, dot + 2, dot + 2))
    elif entry.mark is Mark.DASH:
        painter.setPen(QPen(colour, max(1, round(size / 18)), Qt.PenStyle.DashLine))
        painter.drawLine(x, y, x + size, y)
    elif entry.mark is Mark.DOT:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour)
        painter.drawEllipse(QRect(x, y - dot // 2, dot, dot))
    else:
        dashed = entry.mark is Mark.DASHED
        thick = max(1, round(size / 18)) * (1 if dashed else 2)  # as they are in the plot
        painter.setPen(
            QPen(colour, thick, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        )
        painter.drawLine(x, y, x + size, y)
        if entry.mark is not Mark.LINE:
            painter.setPen(colour)
            painter.setBrush(QColor(base) if dashed else colour)
            radius = 2 * max(1, size // 18)
            painter.drawEllipse(QRect(x + size // 2 - radius, y - radius, 2 * radius, 2 * radius))
    painter.restore()
