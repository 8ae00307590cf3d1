"""What a person points at in the network graph: a frame around it, a box with all its values."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from bpviz.ui.core.formatting import exact, number
from bpviz.ui.panels.network_graph.colours import GraphColours
from bpviz.ui.panels.network_graph.layout import GraphLayout
from bpviz.ui.panels.network_graph.model import Fact, Item, Layer, Unit
from bpviz.ui.panels.network_graph.painting import radius_of


def paint_frame(
    painter: QPainter, layout: GraphLayout, item: Item, colour: QColor, style: Qt.PenStyle
) -> None:
    """Draw a line around a unit, or one at either side of a connection."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5, style))
    if isinstance(item, Unit):
        rect = layout.unit(item).adjusted(-3, -3, 3, 3)
        painter.drawRoundedRect(rect, radius_of(rect), radius_of(rect))
        return
    line = QLineF(*layout.line_of(item))
    away = line.normalVector().unitVector()
    for side in (-5.0, 5.0):
        painter.drawLine(line.translated(side * away.dx(), side * away.dy()))


def paint_pinned(
    painter: QPainter,
    layout: GraphLayout,
    unit: Unit,
    facts: list[Fact],
    colours: GraphColours,
    bounds: QRectF,
) -> None:
    """Draw a box beside a unit with all its values, exact where there is room for all digits."""
    metrics = QFontMetricsF(painter.font())
    symbols = max(metrics.horizontalAdvance(f"{symbol} = ") for symbol, _ in facts)
    for write in (exact, number):
        texts = [write(value) for _, value in facts]
        wide = symbols + max(metrics.horizontalAdvance(text) for text in texts) + 16
        if wide <= 0.75 * bounds.width():
            break
    rect = layout.unit(unit)
    box = QRectF(0, 0, wide, metrics.height() * len(facts) + 10)
    right = unit.layer in (Layer.INPUT, Layer.HIDDEN) and rect.right() + 8 + wide < bounds.right()
    box.moveLeft(rect.right() + 8 if right else rect.left() - 8 - wide)
    box.moveTop(rect.center().y() - box.height() / 2)
    box.moveRight(min(box.right(), bounds.right() - 2))
    box.moveLeft(max(box.left(), bounds.left() + 2))
    box.moveBottom(min(box.bottom(), bounds.bottom() - 2))
    box.moveTop(max(box.top(), bounds.top() + 2))
    painter.setPen(QPen(colours.muted, 1))
    ground = QColor(colours.base)
    ground.setAlpha(240)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 5, 5)
    for i, ((symbol, value), text) in enumerate(zip(facts, texts, strict=True)):
        base = box.top() + 5 + metrics.height() * i + metrics.ascent()
        painter.setPen(colours.muted)
        place = QRectF(box.left() + 8, base - metrics.ascent(), symbols, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, f"{symbol} = ")
        bad = value is not None and not math.isfinite(value)
        painter.setPen(colours.warning if bad else colours.text)
        painter.drawText(QPointF(box.left() + 8 + symbols, base), text)
