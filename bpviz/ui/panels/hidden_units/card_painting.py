"""UnitPainter: paints the cards of the hidden units in sight."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from bpviz.network.types import Floats
from bpviz.ui.core.formatting import number
from bpviz.ui.core.theme import LIGHT, Theme
from bpviz.ui.panels.hidden_units.card_backgrounds import UnitFaces, below, figure_line
from bpviz.ui.panels.hidden_units.card_layout import UnitLayout, picture_rect
from bpviz.ui.panels.hidden_units.card_plots import Glyphs, paint_labels
from bpviz.ui.panels.hidden_units.model import ShownUnits, row_norms
from bpviz.ui.panels.hidden_units.texts import figure_names


class UnitPainter:
    """The weights are painted anew each time, all pictures from one image; the rest is kept.

    Parameters
    ----------
    words : (on, off)
        What stands beside the check box.
    """

    def __init__(self, words: tuple[str, str]) -> None:
        self.words = words
        self._faces = UnitFaces(words)
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = self._faces.theme = theme
        self._glyphs = Glyphs(theme)

    def paint(
        self,
        painter: QPainter,
        units: ShownUnits,
        shown: list[int],
        corners: list[QPoint],
        layout: UnitLayout,
        limits: tuple[float, float],
    ) -> None:
        """Paint the cards of the units `shown`, their upper left corners at `corners`.

        `limits` are what the ends of the scales of W₁ and W₂ stand for.
        """
        inputs = np.ascontiguousarray(units.network.W1T[:, shown].T)
        outputs = np.ascontiguousarray(units.network.W2[:, shown].T)
        norms = row_norms(inputs.T)
        pictures = self._pictures(inputs, units.picture, limits[0])
        columns = self._pictures(outputs, units.output_picture, limits[1])
        ratio = painter.device().devicePixelRatioF()
        bars = QRect(layout.picture).adjusted(0, 0, 0, -layout.line)
        last = figure_line(layout, len(figure_names()) - 1)
        for i, (unit, corner) in enumerate(zip(shown, corners, strict=True)):
            painter.save()
            painter.translate(corner)
            face = self._faces.face(units, unit, layout, painter.font(), ratio)
            painter.drawPixmap(0, 0, face)
            if pictures is not None:
                self._paint_picture(painter, layout.picture, units.picture, pictures, i)
            else:
                self._glyphs.bars(painter, bars, inputs[i], limits[0])
                painter.setPen(QColor(self._theme.muted))
                paint_labels(painter, below(bars, layout), units.input_names, len(inputs[i]))
            if columns is not None:
                room = layout.output_room
                self._paint_picture(painter, room, units.output_picture, columns, i)
            else:
                self._glyphs.bars(painter, layout.outputs, outputs[i], limits[1])
            painter.setPen(QColor(self._theme.text))
            painter.drawText(last, Qt.AlignmentFlag.AlignRight, number(norms[i]))
            if unit in units.off:
                self._paint_veil(painter, layout)
            painter.restore()

    def _pictures(
        self, vectors: Floats, shape: tuple[int, int] | None, limit: float
    ) -> QImage | None:
        return None if shape is None else self._glyphs.pictures(vectors, shape, limit)

    def _paint_picture(
        self,
        painter: QPainter,
        room: QRect,
        shape: tuple[int, int] | None,
        pictures: QImage,
        i: int,
    ) -> None:
        if shape is None:
            return
        height, width = shape
        rect = picture_rect(room, shape)
        painter.drawImage(rect, pictures, QRectF(0, i * height, width, height))
        painter.setPen(QColor(self._theme.border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def _paint_veil(self, painter: QPainter, layout: UnitLayout) -> None:
        """Let a unit that is off step back, all but its name and its check box."""
        veil = QColor(self._theme.raised)
        veil.setAlpha(150)
        top = layout.picture.top() - 1
        painter.fillRect(0, top, layout.width, layout.height - top, veil)

    def paint_frame(self, painter: QPainter, card: QRect, *, selected: bool, hovered: bool) -> None:
        """Draw what surrounds a card."""
        theme = self._theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if selected:
            painter.setPen(QPen(QColor(theme.accent), 3))
            painter.drawRect(card.adjusted(1, 1, -2, -2))
        else:
            painter.setPen(QColor(theme.muted if hovered else theme.border))
            painter.drawRect(card.adjusted(0, 0, -1, -1))
