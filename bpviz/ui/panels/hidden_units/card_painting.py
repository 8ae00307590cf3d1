"""CardPainter: paints the cards of the hidden units in sight."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPixmap, QPolygonF

from bpviz.network.types import Floats, Ints
from bpviz.ui.core.formatting import number, tabular
from bpviz.ui.core.theme import Theme, current_theme
from bpviz.ui.kit.charts.colour_image import colour_table, lookup, packed, rgb
from bpviz.ui.panels.hidden_units.card_layout import CardLayout, picture_rect
from bpviz.ui.panels.hidden_units.model import ShownUnits, row_norms
from bpviz.ui.panels.hidden_units.texts import figure_names, figures, unit_name


class CardBackgrounds:
    """Words, figures and histograms cost far more than the weights, and change seldom.

    Attributes
    ----------
    words : (on, off)
        What stands beside the check box.
    """

    def __init__(self, words: tuple[str, str]) -> None:
        self.words = words
        self._key: object = None
        self._kept: dict[tuple[int, bool], QPixmap] = {}

    def face(
        self, units: ShownUnits, unit: int, layout: CardLayout, font: QFont, ratio: float
    ) -> QPixmap:
        """Return the face of a card; the same as before where nothing on it has changed."""
        key = (units.scan, units.dataset, layout, font.key(), ratio, current_theme().name)
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
        self, units: ShownUnits, unit: int, layout: CardLayout, font: QFont, ratio: float
    ) -> QPixmap:
        picture = QPixmap(round(layout.width * ratio), round(layout.height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(current_theme().raised))
        with QPainter(picture) as painter:
            painter.setFont(tabular(font))
            self._paint_head(painter, units, unit, layout)
            self._paint_figures(painter, units, unit, layout)
            self._paint_graphs(painter, units, unit, layout)
        return picture

    def _paint_head(
        self, painter: QPainter, units: ShownUnits, unit: int, layout: CardLayout
    ) -> None:
        off, theme = unit in units.off, current_theme()
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
        self, painter: QPainter, units: ShownUnits, unit: int, layout: CardLayout
    ) -> None:
        values = (*figures(units, unit), "")  # the last one changes with the weights
        for i, (name, value) in enumerate(zip(figure_names(), values, strict=True)):
            line = figure_line(layout, i)
            painter.setPen(QColor(current_theme().muted))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
            painter.setPen(QColor(current_theme().text))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, value)

    def _paint_graphs(
        self, painter: QPainter, units: ShownUnits, unit: int, layout: CardLayout
    ) -> None:
        painter.setPen(QColor(current_theme().muted))
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
            paint_histogram(painter, room, scan.counts[unit], QColor(current_theme().series[0]))
        painter.setPen(QColor(current_theme().border))
        painter.drawLine(room.left(), room.bottom() + 1, room.right(), room.bottom() + 1)


def check_box(layout: CardLayout) -> QRect:
    """Return the square of the check box on a card."""
    size = layout.line * 3 // 4
    room = layout.toggle
    return QRect(room.left(), room.center().y() - size // 2, size, size)


def figure_line(layout: CardLayout, index: int) -> QRect:
    """Return the line of a figure."""
    room = layout.figures
    return QRect(room.left(), room.top() + index * layout.line, room.width(), layout.line)


def below(room: QRect, layout: CardLayout) -> QRect:
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


class CardPlots:
    """Colours of one theme, ready to use; `card_plots` keeps them."""

    def __init__(self, theme: Theme) -> None:
        # Behind the colours: what is not finite, and what there is no entry for.
        others = packed(np.array([rgb(theme.warning), rgb(theme.raised)]))
        self._table = np.append(colour_table(theme), others)
        # Bars need colours that are seen against the ground, whatever their size.
        place = 24 if theme.dark else 32
        self.negative = QColor.fromRgb(int(self._table[place]))
        self.positive = QColor.fromRgb(int(self._table[255 - place]))
        self.bad = QColor(theme.warning)
        self.line = QColor(theme.border)

    def pictures(self, vectors: Floats, shape: tuple[int, int], limit: float) -> QImage:
        """Draw each row of `vectors` (v, c) as a picture of `shape`, below one another.

        Colours go from −limit to +limit.  Entries beyond height · width are left out; where there
        are fewer, the rest has the colour of the ground.
        """
        height, width = shape
        entries = min(vectors.shape[1], height * width)
        with np.errstate(all="ignore"):
            places = vectors[:, :entries] * (127.5 / limit) + 128.0
            np.clip(places, 0.0, 255.0, out=places)
        places[~np.isfinite(vectors[:, :entries])] = 256.0
        missing = height * width - entries
        if missing:
            places = np.pad(places, ((0, 0), (0, missing)), constant_values=257.0)
        return lookup(places.reshape(-1, width), self._table)

    def bars(self, painter: QPainter, room: QRect, values: Floats, limit: float) -> None:
        """Draw bars up and down from a line in the middle of `room`; its edges are ±limit."""
        half = (room.height() - 1) / 2
        middle = room.top() + room.height() // 2
        step = room.width() / max(len(values), 1)
        bar = step - 1 if step >= 3 else step
        for i, value in enumerate(values.tolist()):
            left = round(room.left() + i * step)
            width = max(round(room.left() + i * step + bar) - left, 1)
            if not math.isfinite(value):
                painter.fillRect(left, room.top(), width, room.height(), self.bad)
                continue
            size = min(abs(value) / limit, 1.0) * half
            height = max(round(size), 1) if value else 0
            top = middle - height if value > 0 else middle + 1
            painter.fillRect(
                left, top, width, height, self.positive if value > 0 else self.negative
            )
        painter.fillRect(room.left(), middle, room.width(), 1, self.line)


def paint_histogram(painter: QPainter, room: QRect, counts: Ints, colour: QColor) -> None:
    """Fill a histogram of `counts` (b,), its highest bin as high as `room`."""
    top = int(counts.max(initial=0))
    if not top:
        return
    heights = counts / top * room.height()
    # A bin that holds anything is seen.
    heights = np.where(counts > 0, np.maximum(heights, 1.0), 0.0)
    edges = room.left() + np.arange(len(counts) + 1) / len(counts) * room.width()
    base = room.bottom() + 1.0
    points = [QPointF(room.left(), base)]
    for left, right, height in zip(edges[:-1], edges[1:], heights, strict=True):
        points += [QPointF(left, base - height), QPointF(right, base - height)]
    points.append(QPointF(room.right() + 1.0, base))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(points))


def paint_labels(painter: QPainter, below: QRect, names: Sequence[str], count: int) -> None:
    """Write below `count` bars what they are called, or their numbers; nothing where it is narrow.

    `below` is a line of text as wide as the bars.
    """
    metrics, step = painter.fontMetrics(), below.width() / max(count, 1)
    numbers = [str(i) for i in range(count)]
    for words in (names, numbers):
        if len(words) == count and all(metrics.horizontalAdvance(word) < step for word in words):
            for i, word in enumerate(words):
                place = QRectF(below.left() + i * step, below.top(), step, below.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)
            return


@cache
def card_plots(theme: Theme) -> CardPlots:
    """Return what draws weights in the colours of `theme`; there are two."""
    return CardPlots(theme)


class CardPainter:
    """The weights are painted anew each time, all pictures from one image; the rest is kept.

    Parameters
    ----------
    words : (on, off)
        What stands beside the check box.
    """

    def __init__(self, words: tuple[str, str]) -> None:
        self.words = words
        self._faces = CardBackgrounds(words)

    def paint(
        self,
        painter: QPainter,
        units: ShownUnits,
        shown: list[int],
        corners: list[QPoint],
        layout: CardLayout,
        limits: tuple[float, float],
    ) -> None:
        """Paint the cards of the units `shown`, their upper left corners at `corners`.

        `limits` are what the ends of the scales of W₁ and W₂ stand for.
        """
        inputs = np.ascontiguousarray(units.network.W1T[:, shown].T)
        outputs = np.ascontiguousarray(units.network.W2[:, shown].T)
        norms, plots = row_norms(inputs.T), card_plots(current_theme())
        pictures = self._pictures(inputs, units.picture, limits[0])
        columns = self._pictures(outputs, units.output_picture, limits[1])
        ratio = painter.device().devicePixelRatioF()
        bars = QRect(layout.picture).adjusted(0, 0, 0, -layout.line)
        last = figure_line(layout, len(figure_names()) - 1)
        for i, (unit, corner) in enumerate(zip(shown, corners, strict=True)):
            painter.save()
            painter.translate(corner)
            face = self._faces.face(units, unit, layout, painter.font(), ratio)
            painter.drawPixmap(0, 0, face)
            if pictures is not None:
                self._paint_picture(painter, layout.picture, units.picture, pictures, i)
            else:
                plots.bars(painter, bars, inputs[i], limits[0])
                painter.setPen(QColor(current_theme().muted))
                paint_labels(painter, below(bars, layout), units.input_names, len(inputs[i]))
            if columns is not None:
                room = layout.output_room
                self._paint_picture(painter, room, units.output_picture, columns, i)
            else:
                plots.bars(painter, layout.outputs, outputs[i], limits[1])
            painter.setPen(QColor(current_theme().text))
            painter.drawText(last, Qt.AlignmentFlag.AlignRight, number(norms[i]))
            if unit in units.off:
                self._paint_veil(painter, layout)
            painter.restore()

    def _pictures(
        self, vectors: Floats, shape: tuple[int, int] | None, limit: float
    ) -> QImage | None:
        return (
            None if shape is None else card_plots(current_theme()).pictures(vectors, shape, limit)
        )

    def _paint_picture(
        self,
        painter: QPainter,
        room: QRect,
        shape: tuple[int, int] | None,
        pictures: QImage,
        i: int,
    ) -> None:
        if shape is None:
            return
        height, width = shape
        rect = picture_rect(room, shape)
        painter.drawImage(rect, pictures, QRectF(0, i * height, width, height))
        painter.setPen(QColor(current_theme().border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def _paint_veil(self, painter: QPainter, layout: CardLayout) -> None:
        """Let a unit that is off step back, all but its name and its check box."""
        veil = QColor(current_theme().raised)
        veil.setAlpha(150)
        top = layout.picture.top() - 1
        painter.fillRect(0, top, layout.width, layout.height - top, veil)

    def paint_frame(self, painter: QPainter, card: QRect, *, selected: bool, hovered: bool) -> None:
        """Draw what surrounds a card."""
        theme = current_theme()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if selected:
            painter.setPen(QPen(QColor(theme.accent), 3))
            painter.drawRect(card.adjusted(1, 1, -2, -2))
        else:
            painter.setPen(QColor(theme.muted if hovered else theme.border))
            painter.drawRect(card.adjusted(0, 0, -1, -1))
