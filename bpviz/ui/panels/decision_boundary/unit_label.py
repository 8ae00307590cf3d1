"""Numbers of hidden units beside their lines, none upon another."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from bpviz.ui.core.theme import Theme

MOST = 24
"""Lines that are labelled at most."""


def draw_unit_labels(
    painter: QPainter,
    area: QRectF,
    theme: Theme,
    places: Iterable[tuple[int, list[QPointF]]],
    selected: int | None,
    hovered: int | None,
) -> None:
    """Write k at the first place of each unit k that is free; earlier units come first.

    Parameters
    ----------
    places : iterable of (int, list of QPointF)
        A unit, and where the middle of its number may be.
    """
    metrics = QFontMetricsF(painter.font())
    taken: list[QRectF] = []
    for k, wanted in places:
        if len(taken) == MOST:
            return
        for at in wanted:
            box = QRectF(0, 0, metrics.horizontalAdvance(str(k)) + 6, metrics.height())
            box.moveCenter(at)
            box = _inside(box, area)
            if any(box.intersects(other) for other in taken):
                continue
            taken.append(box)
            _draw(painter, theme, str(k), box, selected=k == selected, hovered=k == hovered)
            break


def _draw(
    painter: QPainter, theme: Theme, words: str, box: QRectF, *, selected: bool, hovered: bool
) -> None:
    ground = QColor(theme.accent if selected else theme.base)
    ground.setAlpha(255 if selected or hovered else 190)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor(theme.accent_text if selected else theme.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _inside(box: QRectF, area: QRectF) -> QRectF:
    """Return `box`, moved into `area`."""
    moved = QRectF(box)
    moved.moveLeft(min(max(box.left(), area.left() + 1), area.right() - box.width() - 1))
    moved.moveTop(min(max(box.top(), area.top() + 1), area.bottom() - box.height() - 1))
    return moved
