"""PixelPicture: the inputs of a sample as a picture with square pixels."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bpviz.network.types import Floats
from bpviz.ui.core.theme import Theme, current_theme
from bpviz.ui.kit.charts.colour_image import ink_image


class PixelPicture(QWidget):
    """A grey picture: 0 is the colour of paper, the largest value that of ink.

    Pictures with values below 0 use the theme's signed colours; what is not finite is drawn in
    its warning colour.

    Attributes
    ----------
    values : (height, width) float64
        The picture.
    more : str
        What is said below it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.values: Floats = np.zeros((0, 0))
        self._level = 1.0
        self._image: tuple[Theme, QImage] | None = None
        self._pointed: int | None = None
        self.more = ""

    def set_picture(self, values: Floats, level: float = 1.0) -> None:
        """Show `values`, (height, width); `level` > 0 is drawn in full colour."""
        self.values, self._level = values, level
        self._image = None
        self.update()

    def set_more(self, words: str) -> None:
        """Say below the picture which input there is beside its pixels; empty: none."""
        if words != self.more:
            self.more = words
            self.setAccessibleDescription(words)
            self.update()

    def set_pointed(self, index: int | None) -> None:
        """Put a box around pixel `index`, counted row by row; −1 around all, None around none.

        The input behind the last pixel is what `set_more` names.
        """
        if index != self._pointed:
            self._pointed = index
            self.update()

    def sizeHint(self) -> QSize:
        """Large enough to see a digit."""
        return QSize(150, 150)

    def minimumSizeHint(self) -> QSize:
        """May become small."""
        return QSize(28, 28)

    def image(self) -> QImage:
        """Return the picture, one pixel an input."""
        theme = current_theme()
        if self._image is None or self._image[0] is not theme:
            self._image = theme, ink_image(self.values, self._level, theme)
        return self._image[1]

    def picture_rect(self) -> QRectF:
        """Return where the picture is drawn; it is empty where there is no room."""
        height, width = self.values.shape
        if height == 0 or width == 0 or self.width() < 3 or self.height() < 3:
            return QRectF()
        room = self.height() - self._line()
        scale = min((self.width() - 2) / width, (room - 2) / height)
        if scale >= 1:  # whole pixels, so that all are alike
            scale = int(scale)
        rect = QRectF(0, 0, scale * width, scale * height)
        rect.moveLeft((self.width() - rect.width()) // 2)
        rect.moveTop((room - rect.height()) // 2)
        return rect

    def _line(self) -> int:
        """Return the height of the words below; 0 without any, or where the picture needs it."""
        line = self.fontMetrics().height() + 4
        return line if self.more and self.height() >= 3 * line else 0

    def _words_rect(self, rect: QRectF) -> QRectF:
        """Return where the words below the picture stand; empty if they have no room."""
        line = self._line()
        return QRectF(0, rect.bottom() + 2, self.width(), line - 2) if line else QRectF()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture as large as fits, its pixels square."""
        rect = self.picture_rect()
        if rect.isEmpty():
            return
        painter = QPainter(self)
        painter.drawImage(rect, self.image())
        painter.setPen(QColor(current_theme().border))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        place = self._words_rect(rect)
        if not place.isEmpty():
            words = painter.fontMetrics().elidedText(
                self.more, Qt.TextElideMode.ElideRight, int(place.width())
            )
            painter.setPen(QColor(current_theme().muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        box = self._pointed_rect(rect)
        if not box.isEmpty():
            for colour, pen_width in ((current_theme().base, 3), (current_theme().text, 1)):
                painter.setPen(QPen(QColor(colour), pen_width))
                painter.drawRect(box)

    def _pointed_rect(self, rect: QRectF) -> QRectF:
        """Return the box around the pixel pointed at, large enough to be seen."""
        height, width = self.values.shape
        if self._pointed is None or not -1 <= self._pointed <= height * width:
            return QRectF()
        if self._pointed == -1:
            return rect.adjusted(0, 0, -1, -1)
        if self._pointed == height * width:
            return self._words_box(rect)
        scale = rect.width() / width
        y, x = divmod(self._pointed, width)
        more = max((6.0 - scale) / 2, 1.0)
        box = QRectF(rect.left() + x * scale, rect.top() + y * scale, scale, scale)
        return box.adjusted(-more, -more, more - 1, more - 1)

    def _words_box(self, rect: QRectF) -> QRectF:
        place = self._words_rect(rect)
        wide = min(self.fontMetrics().horizontalAdvance(self.more) + 8, self.width() - 2)
        left = place.left() + (place.width() - wide) / 2
        return QRectF() if place.isEmpty() else QRectF(left, place.top(), wide, place.height() - 1)
