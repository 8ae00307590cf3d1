"""InkPicture: the ink of a drawing as a picture in the colours of a theme."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from bpviz.ui.core.theme import LIGHT, Theme
from bpviz.ui.kit.pair.ink_colours import ink_table


class InkPicture:
    """Made when it is asked for, once for each state of the drawing."""

    def __init__(self) -> None:
        self._table: list[int] = []
        self._image: QImage | None = None
        self._bytes = b""
        self.set_theme(LIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of paper and ink."""
        self._table = [0xFF000000 | r << 16 | g << 8 | b for r, g, b in ink_table(theme).tolist()]
        self._image = None

    def forget(self) -> None:
        """Make it anew next time: the ink has changed."""
        self._image = None

    def image(self, ink: NDArray[np.float32]) -> QImage:
        """Return ink, (height, width), 0 … 1, as fine as it is kept."""
        if self._image is None:
            height, width = ink.shape
            self._bytes = (ink * np.float32(255)).astype(np.uint8).tobytes()  # kept: Qt does not
            self._image = QImage(self._bytes, width, height, width, QImage.Format.Format_Indexed8)
            self._image.setColorTable(self._table)
        return self._image
