"""The connections of the network graph: one line a weight, by colour, width and dashes."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from bpviz.network.types import Floats
from bpviz.training.journal.entries import MatrixName
from bpviz.ui.core.formatting import number
from bpviz.ui.core.selection import Highlight, Selection
from bpviz.ui.core.theme import faint
from bpviz.ui.kit.charts.colour_bar import gradient
from bpviz.ui.panels.network_graph.colours import SOFT, GraphColours, GraphLook
from bpviz.ui.panels.network_graph.layout import GraphLayout
from bpviz.ui.panels.network_graph.model import MATRICES, GraphState

SMOOTH_PIXELS = 60_000.0
"""Up to so many pixels of lines they are smoothed, which takes several times as long."""

LEVELS = 32
"""Steps of colour and width from zero to either end; lines of one step are drawn at once."""

BAD = LEVELS + 1
"""The step of what is not finite."""

DASHED = 150
"""Up to so many connections a negative weight is dashed; among more, dashes are but noise."""

NAMED_BAD = 12
"""So many connections that are not finite are labelled; among more, labels hide one another."""


def widest(layout: GraphLayout) -> float:
    """Return the width in pixels of a weight at the end of the scale."""
    least = min(column.pitch for column in layout.columns.values())
    return float(np.clip(0.3 * min(layout.line, least), 1.5, 8.0))


def width_of(weight: float, limit: float, largest: float) -> float:
    """Return the width of a line in pixels; what is not finite is as wide as can be."""
    share = min(abs(weight) / limit, 1.0) if math.isfinite(weight) else 1.0
    return 0.6 + share * (largest - 0.6)


def paint_connections(
    painter: QPainter, layout: GraphLayout, state: GraphState, look: GraphLook
) -> None:
    """Draw all connections, the strong ones over the weak, those at work over the others."""
    runs = {m: e[..., 2:] - e[..., :2] for m, e in layout.ends.items()}
    pixels = sum(float(np.hypot(run[..., 0], run[..., 1]).sum()) for run in runs.values())
    smooth = pixels <= SMOOTH_PIXELS
    for matrix in MATRICES:
        _paint_matrix(painter, layout, state, matrix, look, smooth=smooth)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    _name_bad(painter, layout, state, look.colours)


def _paint_matrix(
    painter: QPainter,
    layout: GraphLayout,
    state: GraphState,
    matrix: MatrixName,
    look: GraphLook,
    *,
    smooth: bool,
) -> None:
    weights, limit, colours = state.matrix(matrix), look.limit, look.colours
    at_work = _mask(state.stage, matrix, weights.shape).ravel()
    pointed = _mask(look.highlight, matrix, weights.shape).ravel()
    bright = at_work | pointed | (state.stage == Highlight())
    levels = levels_of(weights.ravel(), limit)
    lines = [QLineF(*line) for line in layout.ends[matrix].reshape(-1, 4).tolist()]

    # A thread, so that a weight near zero is still a connection.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(colours.dimmed(colours.muted), 1))
    painter.drawLines([lines[i] for i in np.flatnonzero(np.abs(levels) < LEVELS // 4).tolist()])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)

    largest = widest(layout)
    if pointed.any():
        painter.setPen(QPen(faint(colours.accent, SOFT), largest + layout.line * 0.3))
        painter.drawLines([lines[i] for i in np.flatnonzero(pointed).tolist()])
    dashed = layout.shape.n_hidden * (layout.shape.n_inputs + layout.shape.n_outputs) <= DASHED
    # All lines of one look at once; the order is that of what is drawn over what.
    looks = np.stack([bright, np.abs(levels), levels < 0, at_work], axis=1).astype(np.int64)
    found, members = np.unique(looks, axis=0, return_inverse=True)
    order = np.argsort(members.ravel(), kind="stable")
    groups = np.split(order, np.cumsum(np.bincount(members.ravel()))[:-1])
    for (lit, level, negative, works), group in zip(found.tolist(), groups, strict=True):
        weight = math.nan if level == BAD else (-level if negative else level) * limit / LEVELS
        width = width_of(weight, limit, largest)
        if works:
            width = max(width, 1.5)
        pen = QPen(colours.signed(weight, limit, dim=not lit), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if negative and dashed:
            unit = max(width, 1.0)
            pen.setDashPattern([0.5 * layout.line / unit, 0.25 * layout.line / unit])
        painter.setPen(pen)
        painter.drawLines([lines[i] for i in group.tolist()])


def levels_of(weights: Floats, limit: float) -> NDArray[np.int64]:
    """Return in which of the looks from −LEVELS to LEVELS each weight is drawn, or BAD."""
    finite = np.isfinite(weights)
    shares = np.clip(np.where(finite, weights, 0.0) / limit, -1.0, 1.0)
    return np.where(finite, np.rint(shares * LEVELS), BAD).astype(np.int64)


def _mask(
    highlight: Highlight | None, matrix: MatrixName, shape: tuple[int, ...]
) -> NDArray[np.bool_]:
    """Return which entries of a matrix `highlight` names, (rows, columns) bool."""
    mask = np.zeros(shape, dtype=np.bool_)
    highlight = highlight or Highlight()
    place = highlight.W1 if matrix == "W1" else highlight.W2
    if place is not None:
        each = (slice(None) if at is None else slice(max(at, 0), at + 1) for at in place)
        mask[tuple(each)] = True
    return mask


def paint_selected(
    painter: QPainter, layout: GraphLayout, state: GraphState, look: GraphLook
) -> None:
    """Draw the selected connection once more, over the others and between two accent lines."""
    if look.selection is None or not state.shape.has(look.selection):
        return
    weight, colours = state.weight(look.selection), look.colours
    width = width_of(weight, look.limit, widest(layout))
    line = QLineF(*layout.line_of(look.selection))
    for colour, extra in ((colours.accent, 5.0), (colours.base, 2.0)):
        painter.setPen(QPen(colour, width + extra))
        painter.drawLine(line)
    painter.setPen(QPen(colours.signed(weight, look.limit), width))
    painter.drawLine(line)


def _name_bad(
    painter: QPainter, layout: GraphLayout, state: GraphState, colours: GraphColours
) -> None:
    bad = [
        Selection(matrix, int(row), int(column))
        for matrix in MATRICES
        for row, column in np.argwhere(~np.isfinite(state.matrix(matrix)))
    ]
    if len(bad) > NAMED_BAD:
        return
    metrics = QFontMetricsF(painter.font())
    for place in bad:
        text = number(state.weight(place))
        a, b = layout.line_of(place)
        middle = QLineF(a, b).pointAt(0.6)
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + 8, layout.line)
        box.moveCenter(middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.base)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(colours.warning)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def paint_legend(painter: QPainter, layout: GraphLayout, look: GraphLook) -> None:
    """Draw what colours and widths stand for: a wedge at either side of zero."""
    room, title, colours = layout.legend, look.weight, look.colours
    if room.isEmpty():
        return
    metrics = QFontMetricsF(painter.font())
    ends = f"−{number(look.limit, 2)}", f"+{number(look.limit, 2)}"
    texts = [metrics.horizontalAdvance(text) + 6 for text in ends]
    bar = float(np.clip(0.25 * room.width(), 40.0, 160.0))
    total = texts[0] + bar + texts[1]
    words = metrics.horizontalAdvance(title) + 12
    if total + words > room.width():
        title, words = "", 0.0
    if total > room.width():
        return
    x = room.center().x() - (total + words) / 2
    boxes = []
    for width in (words, texts[0], bar, texts[1]):
        boxes.append(QRectF(x, room.top(), width, room.height()))
        x += width
    wedge, sides = boxes[2], Qt.AlignmentFlag
    painter.setPen(colours.muted)
    painter.drawText(boxes[0], sides.AlignVCenter | sides.AlignLeft, title)
    painter.drawText(boxes[1], sides.AlignVCenter | sides.AlignLeft, ends[0])
    painter.drawText(boxes[3], sides.AlignVCenter | sides.AlignRight, ends[1])
    half, y = max(widest(layout), 4.0) / 2 + 1, wedge.center().y()
    painter.setPen(QPen(colours.border, 1))
    painter.setBrush(gradient(colours.scale, wedge.topLeft(), wedge.topRight()))
    x0, x1, x2 = wedge.left(), wedge.center().x(), wedge.right()
    shape = [(x0, -half), (x1, -0.4), (x2, -half), (x2, half), (x1, 0.4), (x0, half)]
    painter.drawPolygon(QPolygonF([QPointF(x, y + dy) for x, dy in shape]))
