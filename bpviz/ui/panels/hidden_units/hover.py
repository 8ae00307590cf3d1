"""What of a hidden unit's card the mouse points at: a weight, a bin, a figure."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect

from bpviz.ui.panels.hidden_units.card_layout import UnitLayout, UnitPart, picture_rect
from bpviz.ui.panels.hidden_units.model import ShownUnits


def pointed_at(units: ShownUnits, layout: UnitLayout, at: QPointF) -> tuple[UnitPart, int | None]:
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
