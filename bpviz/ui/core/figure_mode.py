"""Whether what paints is painting a figure, which is made for paper and files, not for the screen.

On the screen pictures of pixels are kept, since they cost a tenth of what is drawn anew.  A figure
is drawn once, and its lines and letters are to stay lines and letters: who keeps a picture asks
`painting_figure` first.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPaintEngine, QPainter
from PySide6.QtWidgets import QWidget

RATIO = 4.0
"""Pixels of an image inside a figure for each of its units: 384 dots per inch."""

CLIP_MARK, END_MARK = "\ue0f1", "\ue0f2"
"""Letters of no language, which stand in SVG where a clip begins and ends; see `clipped`."""

_depth = 0


def painting_figure() -> bool:
    """Whether a figure is painted, so that no picture of pixels may stand for lines and letters."""
    return _depth > 0


@contextmanager
def figure_painted() -> Iterator[None]:
    """Paint a figure within."""
    global _depth
    _depth += 1
    try:
        yield
    finally:
        _depth -= 1


def picture_ratio(widget: QWidget) -> float:
    """Return how many pixels an image needs for each of the widget's, on paper or on the screen."""
    return RATIO if painting_figure() else widget.devicePixelRatioF()


@contextmanager
def clipped(painter: QPainter, rect: QRect | QRectF) -> Iterator[None]:
    """Draw nothing outside `rect`; saves and restores the painter.

    Qt's SVG knows no clip.  There, letters that nobody writes say where one begins and ends, and
    `bpviz.ui.kit.figure.svg` puts the real one in their place.
    """
    painter.save()
    painter.setClipRect(rect)
    begin_clip(painter, QRectF(rect))
    try:
        yield
    finally:
        end_clip(painter)
        painter.restore()


def begin_clip(painter: QPainter, rect: QRectF) -> None:
    """Say in SVG that a clip begins; elsewhere nothing."""
    _mark(painter, f"{CLIP_MARK}{rect.x()} {rect.y()} {rect.width()} {rect.height()}")


def end_clip(painter: QPainter) -> None:
    """Say in SVG that the clip begun last ends; elsewhere nothing."""
    _mark(painter, END_MARK)


def _mark(painter: QPainter, words: str) -> None:
    if painting_figure() and painter.paintEngine().type() is QPaintEngine.Type.SVG:
        painter.save()
        painter.setPen("#000000")  # without a pen nothing is written
        painter.drawText(QPointF(), words)
        painter.restore()
