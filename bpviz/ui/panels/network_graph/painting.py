"""The units of the network graph: their values, their names, and the titles above them."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from bpviz.ui.core.formatting import number
from bpviz.ui.core.theme import faint
from bpviz.ui.panels.network_graph.colours import SOFT, GraphColours, GraphLook, contrast
from bpviz.ui.panels.network_graph.connections import (
    paint_connections,
    paint_legend,
    paint_selected,
)
from bpviz.ui.panels.network_graph.layout import GraphLayout
from bpviz.ui.panels.network_graph.model import GraphState, Layer, Unit, covers

CENTRE = Qt.AlignmentFlag.AlignCenter


def fitted(value: float | None, metrics: QFontMetricsF, room: float) -> str:
    """Write a number with as many significant digits, at most four, as fit into `room` pixels."""
    if value is None:
        return ""
    text = ""
    for digits in (4, 3, 2, 1):
        text = number(value, digits)
        if metrics.horizontalAdvance(text) <= room:
            break
    return text


def radius_of(rect: QRectF) -> float:
    """Return the radius of the corners of a unit: a dot is round."""
    return min(rect.height(), rect.width()) / 2 if rect.width() < 12 else min(rect.height(), 16) / 2


def paint_graph(painter: QPainter, layout: GraphLayout, state: GraphState, look: GraphLook) -> None:
    """Draw all of a network but the marks that run over it and what is pointed at."""
    paint_connections(painter, layout, state, look)
    paint_selected(painter, layout, state, look)
    paint_names(painter, layout, state, look.colours)
    paint_units(painter, layout, state, look)
    paint_titles(painter, layout, state, look)
    paint_legend(painter, layout, look)


def paint_units(painter: QPainter, layout: GraphLayout, state: GraphState, look: GraphLook) -> None:
    """Draw every unit with its values, empty where nothing is computed yet."""
    metrics, colours = QFontMetricsF(painter.font()), look.colours
    for layer in Layer:
        lines = layout.columns[layer].lines
        first, second = state.symbols(layer, lines)
        for index in range(layout.shape.count(layer)):
            unit = Unit(layer, index)
            rect = layout.unit(unit)
            if look.highlight is not None and covers(look.highlight, unit):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(faint(colours.accent, SOFT))
                around = rect.adjusted(-5, -5, 5, 5)
                painter.drawRoundedRect(around, radius_of(rect) + 5, radius_of(rect) + 5)
            value = state.value(first, index)
            fill = colours.base
            # Only what a layer passes on is coloured; a z on its way is written on the bare ground.
            if value is not None and first not in ("z1", "z2"):
                fill = colours.signed(value, look.limits[layer])
            at_work = covers(state.stage, unit) and layer is not Layer.TARGET
            pen = QPen(colours.muted, 1)
            if at_work:
                pen = QPen(colours.accent, 2.5 if layout.line < 30 else 4)
            elif value is None:
                pen = QPen(colours.border, 1)
            if layer is Layer.TARGET:
                pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(fill)
            painter.drawRoundedRect(rect, radius_of(rect), radius_of(rect))
            if not lines:
                continue
            ink = colours.on(fill)
            if value is not None and not math.isfinite(value) and fill == colours.base:
                ink = colours.warning
            painter.setPen(ink)
            room = rect.width() - 6
            if lines == 1:
                painter.drawText(rect, CENTRE, fitted(value, metrics, room))
                continue
            half = rect.height() / 2
            upper = QRectF(rect.left(), rect.top() + 2, rect.width(), half - 2)
            painter.drawText(upper, CENTRE, fitted(value, metrics, room))
            lower = QRectF(rect.left(), rect.top() + half, rect.width(), half - 2)
            beside = state.value(second, index) if second else None
            bad = beside is not None and not math.isfinite(beside) and fill != colours.warning
            if bad and contrast(colours.warning, fill) > 3.0:
                painter.setPen(colours.warning)
            painter.drawText(lower, CENTRE, fitted(beside, metrics, room))


def paint_names(
    painter: QPainter, layout: GraphLayout, state: GraphState, colours: GraphColours
) -> None:
    """Write the names of the units where there is room for them."""
    metrics = QFontMetricsF(painter.font())
    for layer in (Layer.INPUT, Layer.HIDDEN, Layer.OUTPUT):
        above, sides = layout.columns[layer].name_above, Qt.AlignmentFlag
        flags = {
            Layer.INPUT: sides.AlignLeft if above else sides.AlignRight,
            Layer.HIDDEN: sides.AlignHCenter,
            Layer.OUTPUT: sides.AlignLeft,
        }[layer] | sides.AlignVCenter
        painter.setPen(colours.muted if layer is Layer.HIDDEN else colours.text)
        for index in range(layout.shape.count(layer)):
            unit = Unit(layer, index)
            rect = layout.name(unit)
            if rect.isEmpty():
                continue
            name = state.name(unit)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, flags, text)


def paint_titles(
    painter: QPainter, layout: GraphLayout, state: GraphState, look: GraphLook
) -> None:
    """Write above each column what it is and which symbols stand in its units."""
    metrics = QFontMetricsF(painter.font())
    for layer in Layer:
        first, second = state.symbols(layer, layout.columns[layer].lines)
        rect = layout.title(layer, 0)
        text = f"{look.titles[layer]} {first}"
        if metrics.horizontalAdvance(text) > rect.width() - 6:
            text = first
        at_work = layer is not Layer.TARGET and any(
            covers(state.stage, Unit(layer, i)) for i in range(layout.shape.count(layer))
        )
        painter.setPen(look.colours.accent if at_work else look.colours.muted)
        painter.drawText(rect, CENTRE, text)
        if second:
            painter.drawText(layout.title(layer, 1), CENTRE, second)
