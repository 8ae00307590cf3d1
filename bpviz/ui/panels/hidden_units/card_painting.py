"""CardPainter: paints the cards of the hidden units in sight."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPixmap, QPolygonF

from bpviz.network.types import Floats, Ints
from bpviz.ui.core import counting
from bpviz.ui.core.figure_mode import painting_figure
from bpviz.ui.core.formatting import number, tabular
from bpviz.ui.core.theme import Theme, current_theme, faint
from bpviz.ui.kit.charts.colour_image import Colours, colour_table, lookup, packed, rgb
from bpviz.ui.panels.hidden_units.card_layout import CardLayout, picture_rect
from bpviz.ui.panels.hidden_units.model import ShownUnits, row_norms
from bpviz.ui.panels.hidden_units.texts import figure_names, figures, unit_name


def _paint_head(
    painter: QPainter, units: ShownUnits, unit: int, layout: CardLayout, words: tuple[str, str]
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
    beside = QRect(layout.toggle)
    beside.setLeft(box.right() + 6)
    painter.drawText(beside, middle, words[off])


def _paint_figures(painter: QPainter, units: ShownUnits, unit: int, layout: CardLayout) -> None:
    values = (*figures(units, unit), "")  # the last one changes with the weights
    for i, (name, value) in enumerate(zip(figure_names(), values, strict=True)):
        line = figure_line(layout, i)
        painter.setPen(QColor(current_theme().muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QColor(current_theme().text))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, value)


def _paint_graphs(painter: QPainter, units: ShownUnits, unit: int, layout: CardLayout) -> None:
    painter.setPen(QColor(current_theme().muted))
    for symbol, room in (("W₂", layout.outputs), ("h", layout.values)):
        width = painter.fontMetrics().horizontalAdvance("W₂") + 4
        place = QRect(room.left() - width, room.top(), width, room.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, symbol)
    if units.output_picture is None:
        d = units.network.n_outputs
        paint_labels(painter, below(layout.outputs, layout), units.output_names, d)
    scan, room = units.scan, layout.values
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
    corners = (0.22, 0.52), (0.42, 0.72), (0.78, 0.28)
    painter.drawPolyline([QPointF(x + u * size, y + v * size) for u, v in corners])
    painter.restore()


@cache
def _table(theme: Theme) -> Colours:
    """Return the colours of weights; behind them, of what is not finite, and of no entry."""
    others = packed(np.array([rgb(theme.warning), rgb(theme.raised)]))
    return np.append(colour_table(theme), others)


def weight_pictures(vectors: Floats, shape: tuple[int, int], limit: float) -> QImage:
    """Draw each row of `vectors` (v, c) as a picture of `shape`, below one another.

    Colours go from −limit to +limit.  Entries beyond height · width are left out; where there are
    fewer, the rest has the colour of the ground.
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
    return lookup(places.reshape(-1, width), _table(current_theme()))


def paint_bars(painter: QPainter, room: QRect, values: Floats, limit: float) -> None:
    """Draw bars up and down from a line in the middle of `room`; its edges are ±limit."""
    theme = current_theme()
    # Bars need colours that are seen against the ground, whatever their size.
    place = 24 if theme.dark else 32
    negative, positive = (QColor.fromRgb(int(_table(theme)[at])) for at in (place, 255 - place))
    half = (room.height() - 1) / 2
    middle = room.top() + room.height() // 2
    step = room.width() / max(len(values), 1)
    bar = step - 1 if step >= 3 else step
    for i, value in enumerate(values.tolist()):
        left = round(room.left() + i * step)
        width = max(round(room.left() + i * step + bar) - left, 1)
        if not math.isfinite(value):
            painter.fillRect(left, room.top(), width, room.height(), QColor(theme.warning))
            continue
        size = min(abs(value) / limit, 1.0) * half
        height = max(round(size), 1) if value else 0
        top = middle - height if value > 0 else middle + 1
        painter.fillRect(left, top, width, height, positive if value > 0 else negative)
    painter.fillRect(room.left(), middle, room.width(), 1, QColor(theme.border))


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
    numbers = [str(counting.shown(i)) for i in range(count)]
    for words in (names, numbers):
        if len(words) == count and all(metrics.horizontalAdvance(word) < step for word in words):
            for i, word in enumerate(words):
                place = QRectF(below.left() + i * step, below.top(), step, below.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)
            return


class CardPainter:
    """The weights are painted anew each time, all pictures from one image; the rest is kept.

    Words, figures and histograms cost far more than the weights, and change seldom.

    Parameters
    ----------
    words : (on, off)
        What stands beside the check box.
    """

    def __init__(self, words: tuple[str, str]) -> None:
        self.words = words
        self._key: object = None
        self._kept: dict[tuple[int, bool], QPixmap] = {}

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
        norms = row_norms(inputs.T)
        bars = QRect(layout.picture).adjusted(0, 0, 0, -layout.line)
        last = figure_line(layout, len(figure_names()) - 1)
        drawn = (
            (inputs, units.picture, layout.picture, bars, limits[0]),
            (outputs, units.output_picture, layout.output_room, layout.outputs, limits[1]),
        )
        images = [
            None if form is None else weight_pictures(vectors, form, limit)
            for vectors, form, _, _, limit in drawn
        ]
        for i, (unit, corner) in enumerate(zip(shown, corners, strict=True)):
            painter.save()
            painter.translate(corner)
            if painting_figure():
                painter.save()
                painter.fillRect(0, 0, layout.width, layout.height, QColor(current_theme().raised))
                painter.setFont(tabular(painter.font()))
                self._paint_face(painter, units, unit, layout)
                painter.restore()
            else:
                painter.drawPixmap(0, 0, self._face(painter, units, unit, layout))
            for image, (vectors, form, room, low, limit) in zip(images, drawn, strict=True):
                if image is None or form is None:
                    paint_bars(painter, low, vectors[i], limit)
                else:
                    _paint_picture(painter, picture_rect(room, form), form, image, i)
            if units.picture is None:
                painter.setPen(QColor(current_theme().muted))
                paint_labels(painter, below(bars, layout), units.input_names, len(inputs[i]))
            painter.setPen(QColor(current_theme().text))
            painter.drawText(last, Qt.AlignmentFlag.AlignRight, number(norms[i]))
            if unit in units.off:  # it steps back, all but its name and its check box
                top = layout.picture.top() - 1
                veil = faint(current_theme().raised, 150)
                painter.fillRect(0, top, layout.width, layout.height - top, veil)
            painter.restore()

    def _face(self, painter: QPainter, units: ShownUnits, unit: int, layout: CardLayout) -> QPixmap:
        """Return the face of a card; the same as before where nothing on it has changed."""
        font, ratio = painter.font(), painter.device().devicePixelRatioF()
        look = current_theme().name, counting.first()
        key = (units.scan, units.dataset, layout, font.key(), ratio, look)
        here = unit, unit in units.off
        full = len(self._kept) >= 256 and here not in self._kept  # far more than are seen at a time
        if key != self._key or full:
            self._key = key
            self._kept.clear()
        if here not in self._kept:
            picture = QPixmap(round(layout.width * ratio), round(layout.height * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(current_theme().raised))
            with QPainter(picture) as face:
                face.setFont(tabular(font))
                self._paint_face(face, units, unit, layout)
            self._kept[here] = picture
        return self._kept[here]

    def _paint_face(self, face: QPainter, units: ShownUnits, unit: int, layout: CardLayout) -> None:
        _paint_head(face, units, unit, layout, self.words)
        _paint_figures(face, units, unit, layout)
        _paint_graphs(face, units, unit, layout)


def _paint_picture(
    painter: QPainter, rect: QRectF, shape: tuple[int, int], images: QImage, i: int
) -> None:
    """Draw picture `i` of those below one another in `images`."""
    height, width = shape
    if painting_figure():  # Qt's SVG would have all of them in each place
        painter.drawImage(rect, images.copy(0, i * height, width, height))
    else:
        painter.drawImage(rect, images, QRectF(0, i * height, width, height))
    painter.setPen(QColor(current_theme().border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-1, -1, 0, 0))


def paint_frame(painter: QPainter, card: QRect, *, selected: bool, hovered: bool) -> None:
    """Draw what surrounds a card."""
    theme = current_theme()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if selected:
        painter.setPen(QPen(QColor(theme.accent), 3))
        painter.drawRect(card.adjusted(1, 1, -2, -2))
    else:
        painter.setPen(QColor(theme.muted if hovered else theme.border))
        painter.drawRect(card.adjusted(0, 0, -1, -1))
