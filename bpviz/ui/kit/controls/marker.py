"""The arrow before the row of a table at which the run stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from bpviz.ui.core.theme import Theme


def marker(theme: Theme) -> QIcon:
    """Return an arrow in the accent colour, one that can be seen on a selected row as well."""
    icon = QIcon()
    for colour, mode in (
        (theme.accent, QIcon.Mode.Normal),
        (theme.accent_text, QIcon.Mode.Selected),
    ):
        for size in (12, 16, 24, 32, 48):
            icon.addPixmap(_arrow(size, colour), mode)
    return icon


def _arrow(size: int, colour: str) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    corners = ((0.15, 0.36), (0.15, 0.64), (0.5, 0.64), (0.5, 0.88), (0.92, 0.5), (0.5, 0.12),
               (0.5, 0.36))  # fmt: skip
    painter.drawPolygon(QPolygonF([QPointF(x * size, y * size) for x, y in corners]))
    painter.end()
    return pixmap
