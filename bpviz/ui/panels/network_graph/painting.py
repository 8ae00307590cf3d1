"""The units of the network graph: their values, their names, and the titles above them."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from bpviz.ui.core.formatting import number
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.theme import current_theme
from bpviz.ui.panels.network_graph.colours import GraphColours, contrast
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


def paint_units(
    painter: QPainter,
    layout: GraphLayout,
    state: GraphState,
    limits: Mapping[Layer, float],
    colours: GraphColours,
    highlight: Highlight | None,
) -> None:
    """Draw every unit with its values, empty where nothing is computed yet."""
    metrics = QFontMetricsF(painter.font())
    for layer in Layer:
        lines = layout.columns[layer].lines
        first, second = state.symbols(layer, lines)
        for index in range(layout.shape.count(layer)):
            unit = Unit(layer, index)
            rect = layout.unit(unit)
            if highlight is not None and covers(highlight, unit):
                soft = QColor(colours.accent)
                soft.setAlphaF(0.35)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(soft)
                around = rect.adjusted(-5, -5, 5, 5)
                painter.drawRoundedRect(around, radius_of(rect) + 5, radius_of(rect) + 5)
            value = state.value(layer, index, first)
            fill = colours.base
            # Only what a layer passes on is coloured; a z on its way is written on the bare ground.
            if value is not None and first not in ("z1", "z2"):
                fill = colours.signed(value, limits[layer])
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
            beside = state.value(layer, index, second) if second else None
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
        above = layout.columns[layer].name_above
        flags = (
            Qt.AlignmentFlag.AlignVCenter
            | {
                Layer.INPUT: Qt.AlignmentFlag.AlignLeft if above else Qt.AlignmentFlag.AlignRight,
                Layer.HIDDEN: Qt.AlignmentFlag.AlignHCenter,
                Layer.OUTPUT: Qt.AlignmentFlag.AlignLeft,
            }[layer]
        )
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
    painter: QPainter,
    layout: GraphLayout,
    state: GraphState,
    colours: GraphColours,
    words: Mapping[Layer, str],
) -> None:
    """Write above each column what it is and which symbols stand in its units."""
    metrics = QFontMetricsF(painter.font())
    for layer in Layer:
        first, second = state.symbols(layer, layout.columns[layer].lines)
        rect = layout.title(layer, 0)
        text = f"{words[layer]} {first}"
        if metrics.horizontalAdvance(text) > rect.width() - 6:
            text = first
        at_work = layer is not Layer.TARGET and any(
            covers(state.stage, Unit(layer, i)) for i in range(layout.shape.count(layer))
        )
        painter.setPen(colours.accent if at_work else colours.muted)
        painter.drawText(rect, CENTRE, text)
        if second:
            painter.drawText(layout.title(layer, 1), CENTRE, second)


class GraphPicture:
    """Keeps the picture until something in it changes, so that marks can run over it cheaply."""

    def __init__(self) -> None:
        self._colours = GraphColours(current_theme())
        self._state: GraphState | None = None
        self._limit = 1.0
        self._limits: Mapping[Layer, float] = dict.fromkeys(Layer, 1.0)
        self._titles: Mapping[Layer, str] = dict.fromkeys(Layer, "")
        self._weight = ""
        self._selection: Selection | None = None
        self._highlight: Highlight | None = None
        self._picture = QPixmap()
        self._key: object = None

    def show(self, state: GraphState, limit: float, limits: Mapping[Layer, float]) -> None:
        """Draw another state; weights reach from −limit to +limit, units to their layer's."""
        self._state, self._limit, self._limits = state, limit, limits
        self._key = None

    def set_colours(self, colours: GraphColours) -> None:
        """Draw in other colours."""
        self._colours = colours
        self._key = None

    def set_titles(self, titles: Mapping[Layer, str], weight: str) -> None:
        """Name the columns and the legend."""
        self._titles, self._weight = titles, weight
        self._key = None

    def set_selection(self, selection: Selection | None) -> None:
        """Mark a connection."""
        self._selection = selection
        self._key = None

    def set_highlight(self, highlight: Highlight | None) -> None:
        """Mark what is pointed at elsewhere."""
        self._highlight = highlight
        self._key = None

    def pixmap(self, layout: GraphLayout, size: QSize, ratio: float, font: QFont) -> QPixmap:
        """Return the picture."""
        key = (layout, ratio, font.key())
        if self._picture.size() != size * ratio:  # fresh memory costs more than painting it
            self._picture = QPixmap(size * ratio)
            self._key = None
        if self._key != key:
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(self._colours.base)
            with QPainter(self._picture) as painter:
                painter.setFont(font)
                self._paint(painter, layout)
            self._key = key
        return self._picture

    def _paint(self, painter: QPainter, layout: GraphLayout) -> None:
        state = self._state
        if state is None:
            return
        colours = self._colours
        paint_connections(painter, layout, state, self._limit, colours, self._highlight)
        if self._selection is not None and state.shape.has(self._selection):
            paint_selected(painter, layout, state, self._limit, colours, self._selection)
        paint_names(painter, layout, state, colours)
        paint_units(painter, layout, state, self._limits, colours, self._highlight)
        paint_titles(painter, layout, state, colours, self._titles)
        paint_legend(painter, layout, self._limit, colours, self._weight)
