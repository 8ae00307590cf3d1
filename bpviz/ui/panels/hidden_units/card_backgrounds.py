"""UnitFaces: what stands still on the cards of hidden units, kept as pictures until it changes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from bpviz.ui.core.formatting import number, tabular
from bpviz.ui.core.theme import LIGHT, Theme
from bpviz.ui.panels.hidden_units.card_layout import UnitLayout
from bpviz.ui.panels.hidden_units.card_plots import paint_histogram, paint_labels
from bpviz.ui.panels.hidden_units.model import ShownUnits
from bpviz.ui.panels.hidden_units.texts import figure_names, figures, unit_name


class UnitFaces:
    """Words, figures and histograms cost far more than the weights, and change seldom.

    Attributes
    ----------
    words : (on, off)
        What stands beside the check box.
    """

    def __init__(self, words: tuple[str, str]) -> None:
        self.words = words
        self.theme: Theme = LIGHT
        self._key: object = None
        self._kept: dict[tuple[int, bool], QPixmap] = {}

    def face(
        self, units: ShownUnits, unit: int, layout: UnitLayout, font: QFont, ratio: float
    ) -> QPixmap:
        """Return the face of a card; the same as before where nothing on it has changed."""
        key = (units.scan, units.dataset, layout, font.key(), ratio, self.theme.name)
        if key != self._key:
            self._key = key
            self._kept.clear()
        here = unit, unit in units.off
        picture = self._kept.get(here)
        if picture is None:
            if len(self._kept) >= 256:  # far more than are seen at a time
                self._kept.clear()
            picture = self._kept[here] = self._paint(units, unit, layout, font, ratio)
        return picture

    def _paint(
        self, units: ShownUnits, unit: int, layout: UnitLayout, font: QFont, ratio: float
    ) -> QPixmap:
        picture = QPixmap(round(layout.width * ratio), round(layout.height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self.theme.raised))
        painter = QPainter(picture)
        try:
            painter.setFont(tabular(font))
            self._paint_head(painter, units, unit, layout)
            self._paint_figures(painter, units, unit, layout)
            self._paint_graphs(painter, units, unit, layout)
        finally:
            painter.end()  # a painter left open by an error would crash the program
        return picture

    def _paint_head(
        self, painter: QPainter, units: ShownUnits, unit: int, layout: UnitLayout
    ) -> None:
        off, theme = unit in units.off, self.theme
        bold = QFont(painter.font())
        bold.setBold(True)
        painter.save()
        painter.setFont(bold)
        painter.setPen(QColor(theme.muted if off else theme.text))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(layout.title, middle, unit_name(unit))
        painter.restore()
        box = check_box(layout)
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.setBrush(QColor(theme.base if off else theme.accent))
        painter.drawRect(box)
        if not off:
            paint_tick(painter, box, QColor(theme.accent_text))
        painter.setPen(QColor(theme.warning if off else theme.muted))
        words = QRect(layout.toggle)
        words.setLeft(box.right() + 6)
        painter.drawText(words, middle, self.words[off])

    def _paint_figures(
        self, painter: QPainter, units: ShownUnits, unit: int, layout: UnitLayout
    ) -> None:
        values = (*figures(units, unit), "")  # the last one changes with the weights
        for i, (name, value) in enumerate(zip(figure_names(), values, strict=True)):
            line = figure_line(layout, i)
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
            painter.setPen(QColor(self.theme.text))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, value)

    def _paint_graphs(
        self, painter: QPainter, units: ShownUnits, unit: int, layout: UnitLayout
    ) -> None:
        painter.setPen(QColor(self.theme.muted))
        for symbol, room in (("W₂", layout.outputs), ("h", layout.values)):
            width = painter.fontMetrics().horizontalAdvance("W₂") + 4
            place = QRect(room.left() - width, room.top(), width, room.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, symbol)
        d = units.network.n_outputs
        if units.output_picture is None:
            paint_labels(painter, below(layout.outputs, layout), units.output_names, d)
        scan = units.scan
        room = layout.values
        if scan is not None:
            ends = below(room, layout)
            words = [number(edge, 2) if edge else "0" for edge in (scan.edges[0], scan.edges[-1])]
            wide = sum(painter.fontMetrics().horizontalAdvance(word) for word in words)
            if wide < ends.width():
                painter.drawText(ends, Qt.AlignmentFlag.AlignLeft, words[0])
                painter.drawText(ends, Qt.AlignmentFlag.AlignRight, words[1])
            paint_histogram(painter, room, scan.counts[unit], QColor(self.theme.series[0]))
        painter.setPen(QColor(self.theme.border))
        painter.drawLine(room.left(), room.bottom() + 1, room.right(), room.bottom() + 1)


def check_box(layout: UnitLayout) -> QRect:
    """Return the square of the check box on a card."""
    size = layout.line * 3 // 4
    room = layout.toggle
    return QRect(room.left(), room.center().y() - size // 2, size, size)


def figure_line(layout: UnitLayout, index: int) -> QRect:
    """Return the line of a figure."""
    room = layout.figures
    return QRect(room.left(), room.top() + index * layout.line, room.width(), layout.line)


def below(room: QRect, layout: UnitLayout) -> QRect:
    """Return the line for labels below a graph."""
    return QRect(room.left(), room.bottom() + 2, room.width(), layout.line)


def paint_tick(painter: QPainter, box: QRect, colour: QColor) -> None:
    """Draw the tick of a check box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.5, box.width() / 7)))
    x, y, size = box.left() + 0.5, box.top() + 0.5, box.width()
    painter.drawPolyline(
        [
            QPointF(x + 0.22 * size, y + 0.52 * size),
            QPointF(x + 0.42 * size, y + 0.72 * size),
            QPointF(x + 0.78 * size, y + 0.28 * size),
        ]
    )
    painter.restore()
