"""Brackets around what the step is at: heavy where it computes, light where it reads."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from bpviz.ui.core.theme import Theme

REACH = 9.0
"""Pixels that they reach along an edge, at an ordinary size of text."""

COMPUTES, READS = 3.0, 1.0
"""Pixels that their lines are wide, at an ordinary size of text."""


def line_width(unit: int, *, reads: bool) -> float:
    """Return the width of their lines in pixels."""
    return unit * (READS if reads else COMPUTES)


def draw_brackets(painter: QPainter, rect: QRectF, theme: Theme, unit: int, *, reads: bool) -> None:
    """Draw the corners of `rect`, in pixels, on a halo that sets them off from any colour."""
    line = line_width(unit, reads=reads)
    across = min(REACH * unit, rect.width() / 3)
    down = min(REACH * unit, rect.height() / 2)
    corners = [
        [QPointF(x + along * across, y), QPointF(x, y), QPointF(x, y + below * down)]
        for x, along in ((rect.left(), 1), (rect.right(), -1))
        for y, below in ((rect.top(), 1), (rect.bottom(), -1))
    ]
    for colour, width in ((theme.base, line + 2), (theme.accent, line)):
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        for corner in corners:
            painter.drawPolyline(corner)
