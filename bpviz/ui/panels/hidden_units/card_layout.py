"""CardLayout: where the cards of hidden units lie in a grid, and the parts of a card in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetrics

from bpviz.ui.panels.hidden_units.model import ShownUnits

FIGURES = 4
"""Lines of figures on a card."""


class UnitPart(Enum):
    """What of a card a point lies on."""

    CARD = "card"
    TOGGLE = "toggle"
    PICTURE = "picture"
    FIGURE = "figure"
    OUTPUTS = "outputs"
    VALUES = "values"


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A grid of cards of equal size, and rectangles within a card; all in pixels.

    Attributes
    ----------
    columns, width, height, gap : int
        Cards beside each other, their size, and the space around them.
    toggle : QRect
        The check box with its word.
    title, figures, outputs, values : QRect
        The name; lines of figures; bars of W₂; the histogram of h.  Below the last two a line is
        left for labels.
    picture : QRect
        Room for the picture or bars of W₁.
    line : int
        Height of a line of text.
    """

    columns: int
    width: int
    height: int
    gap: int
    line: int
    title: QRect
    toggle: QRect
    picture: QRect
    figures: QRect
    outputs: QRect
    values: QRect

    @classmethod
    def fitting(
        cls,
        metrics: QFontMetrics,
        width: int,
        figures: tuple[str, str],
        state: str,
        shape: tuple[int, int] | None,
    ) -> CardLayout:
        """Lay out as many columns as fit into `width`.

        The graphs stand below picture and figures, or beside them where there is room for a single
        column anyway.

        Parameters
        ----------
        figures : tuple of two str
            The longest name and the longest value of a figure.
        state : str
            The longest word beside the check box.
        shape : tuple of two int, or None
            Height and width of the picture of W₁; None for bars.
        """
        line = metrics.height()
        pad, gap, lines = line // 2, max(line // 3, 4), FIGURES * line
        box = QRect(0, 0, lines, lines)
        if shape is not None:
            box = picture_rect(box, shape).toAlignedRect()
        text = sum(metrics.horizontalAdvance(words) for words in figures) + pad
        symbol = metrics.horizontalAdvance("W₂") + 4
        needed = 2 * pad + box.width() + pad + text
        graphs = 2 * (pad + symbol + metrics.horizontalAdvance(10 * "0"))
        columns = max(1, (width - gap) // (needed + gap))
        card = max((width - gap) // columns - gap, 4 * line)
        inner = card - 2 * pad
        head = QRect(pad, pad // 2, inner, line + 4)
        toggle = QRect(head)
        toggle.setLeft(head.right() - min(metrics.horizontalAdvance(state) + line + 6, inner // 2))
        title = QRect(head)
        title.setRight(toggle.left() - 4)
        top = head.bottom() + pad // 2
        picture = QRect(pad, top, min(box.width(), inner), lines)
        words = QRect(picture.right() + 1 + pad, top, text, lines)
        if card < needed:  # no room beside the picture
            words = QRect(pad, picture.bottom() + 1 + pad // 2, min(text, inner), lines)
        left, high, graph_top = pad, 2 * line, words.bottom() + 1 + pad // 2
        if columns == 1 and card >= needed + graphs:
            left, high, graph_top = words.right() + 1 + 2 * pad, (FIGURES - 1) * line, top
        room = card - pad - left - pad
        first = room * 4 // 7  # bars have more labels than a histogram
        outputs = QRect(left + symbol, graph_top, first - symbol, high)
        values = QRect(left + first + pad + symbol, graph_top, room - first - symbol, high)
        height = outputs.bottom() + 1 + line + pad
        return cls(columns, card, height, gap, line, title, toggle, picture, words, outputs, values)

    @property
    def output_room(self) -> QRect:
        """Where W₂ is drawn as a picture, which needs no labels below."""
        return self.outputs.adjusted(0, 0, 0, self.line)

    def total_height(self, count: int) -> int:
        """Return the height of a grid of `count` cards."""
        return self.gap + -(-count // self.columns) * (self.height + self.gap)

    def card(self, place: int) -> QRect:
        """Return where the card at `place` lies in the grid."""
        row, column = divmod(place, self.columns)
        x = self.gap + column * (self.width + self.gap)
        return QRect(x, self.gap + row * (self.height + self.gap), self.width, self.height)

    def places(self, top: int, bottom: int, count: int) -> range:
        """Return the places of the cards that are seen between two heights of the grid."""
        first = max((top - self.gap) // (self.height + self.gap), 0)
        end = max((bottom - self.gap) // (self.height + self.gap) + 1, 0)
        return range(min(first * self.columns, count), min(end * self.columns, count))

    def place_at(self, point: QPoint, count: int) -> int | None:
        """Return the place of the card at a point of the grid; None between cards."""
        column = (point.x() - self.gap) // (self.width + self.gap)
        row = (point.y() - self.gap) // (self.height + self.gap)
        if not 0 <= column < self.columns or row < 0:
            return None
        place = row * self.columns + column
        return place if place < count and self.card(place).contains(point) else None

    def part_at(self, point: QPoint) -> UnitPart:
        """Return what lies at a point of a card."""
        for part, rect in (
            (UnitPart.TOGGLE, self.toggle),
            (UnitPart.PICTURE, self.picture),
            (UnitPart.FIGURE, self.figures),
            (UnitPart.OUTPUTS, self.output_room),
            (UnitPart.VALUES, self.values.adjusted(0, 0, 0, self.line)),
        ):
            if rect.contains(point):
                return part
        return UnitPart.CARD


def picture_rect(room: QRect, shape: tuple[int, int]) -> QRectF:
    """Return where a picture of (height, width) pixels is drawn: at the left, in whole pixels."""
    height, width = shape
    scale = min(room.width() / width, room.height() / height)
    if scale >= 1:  # all pixels alike
        scale = int(scale)
    return QRectF(room.left(), room.top(), max(scale * width, 1), max(scale * height, 1))


def pointed_at(units: ShownUnits, layout: CardLayout, at: QPointF) -> tuple[UnitPart, int | None]:
    """Return what lies at a point of a card, and which input, output, bin or figure it is."""
    part, network = layout.part_at(at.toPoint()), units.network
    match part:
        case UnitPart.PICTURE:
            return part, _entry(layout.picture, units.picture, network.n_inputs, at)
        case UnitPart.OUTPUTS:
            shape = units.output_picture
            room = layout.outputs if shape is None else layout.output_room
            return part, _entry(room, shape, network.n_outputs, at)
        case UnitPart.VALUES if units.scan is not None:
            return part, bar_at(layout.values, len(units.scan.edges) - 1, at)
        case UnitPart.FIGURE:
            line = int((at.y() - layout.figures.top()) / layout.line)
            return part, min(max(line, 0), layout.figures.height() // layout.line - 1)
    return part, None


def _entry(room: QRect, shape: tuple[int, int] | None, count: int, at: QPointF) -> int | None:
    """Return which of `count` weights lies at a point, drawn as a picture or as bars."""
    return bar_at(room, count, at) if shape is None else pixel_at(room, shape, count, at)


def pixel_at(room: QRect, shape: tuple[int, int], count: int, point: QPointF) -> int | None:
    """Return which of `count` entries of a picture lies at a point; None beside them."""
    rect = picture_rect(room, shape)
    if not rect.contains(point):
        return None
    height, width = shape
    y = min(int((point.y() - rect.top()) / rect.height() * height), height - 1)
    x = min(int((point.x() - rect.left()) / rect.width() * width), width - 1)
    return y * width + x if y * width + x < count else None


def bar_at(room: QRect, count: int, point: QPointF) -> int | None:
    """Return which of `count` bars beside each other lies at an x."""
    place = int((point.x() - room.left()) / max(room.width(), 1) * count)
    return min(max(place, 0), count - 1) if count else None
