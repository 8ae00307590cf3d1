"""Bracketed: a frame for a widget, in which brackets say that the step is at it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.ui.core.theme import LIGHT, Theme
from bpviz.ui.kit.heatmap.brackets import draw_brackets, line_width, unit_of

MARGIN = 5
"""Pixels around the widget that the brackets are drawn in."""


class Bracketed(QWidget):
    """Holds one widget; its size does not depend on whether there are brackets.

    Parameters
    ----------
    widget : QWidget
    inner : callable, optional
        Returns the part of `widget` that is meant, in its own pixels.

    Attributes
    ----------
    at_hand : str
        "reads" or "computes" while the step at hand does that to what is shown; else empty.
    """

    def __init__(self, widget: QWidget, inner: Callable[[], QRectF] | None = None) -> None:
        super().__init__()
        self.at_hand = ""
        self._widget, self._inner = widget, inner
        self._theme: Theme = LIGHT
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addWidget(widget)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.update()

    def set_at_hand(self, at_hand: str) -> None:
        """Say what the step does to what is shown."""
        if at_hand != self.at_hand:
            self.at_hand = at_hand
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the brackets."""
        if not self.at_hand:
            return
        reads, unit = self.at_hand == "reads", unit_of(self.fontMetrics())
        inner = QRectF(self._widget.rect()) if self._inner is None else self._inner()
        out = MARGIN - 1 - line_width(unit, reads=reads) / 2
        rect = inner.translated(self._widget.geometry().topLeft()).adjusted(-out, -out, out, out)
        draw_brackets(QPainter(self), rect, self._theme, unit, reads=reads)
