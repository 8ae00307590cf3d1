"""GraphPicture: all of the network graph that stands still between two frames, painted once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QPainter, QPixmap

from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.theme import LIGHT
from bpviz.ui.panels.network_graph.colours import GraphColours
from bpviz.ui.panels.network_graph.connections import (
    paint_connections,
    paint_legend,
    paint_selected,
)
from bpviz.ui.panels.network_graph.items import Layer
from bpviz.ui.panels.network_graph.layout import GraphLayout
from bpviz.ui.panels.network_graph.model import GraphState
from bpviz.ui.panels.network_graph.painting import paint_names, paint_titles, paint_units


class GraphPicture:
    """Keeps the picture until something in it changes, so that marks can run over it cheaply."""

    def __init__(self) -> None:
        self._colours = GraphColours(LIGHT)
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
            painter = QPainter(self._picture)
            try:
                painter.setFont(font)
                self._paint(painter, layout)
            finally:
                painter.end()
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
