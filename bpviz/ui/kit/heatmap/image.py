"""HeatImage: an array as colours, in the pixel format that Qt draws fastest."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QImage, qRgb


class HeatImage(pg.ImageItem):  # type: ignore[misc]
    """An image item that looks its colours up itself, rows first.

    pyqtgraph makes an indexed picture of an array, or one with straight alpha where an entry is
    NaN; scaling either to the screen takes several times as long as scaling the format in which Qt
    composes a window, which this makes.  Entries that are NaN are transparent.
    """

    def __init__(self) -> None:
        super().__init__(axisOrder="row-major")
        self._colours: NDArray[np.uint32] = np.zeros(0, dtype=np.uint32)
        self._pixels: NDArray[np.uint32] = np.zeros((0, 0), dtype=np.uint32)

    def set_colours(self, table: NDArray[np.uint8]) -> None:
        """Take the colours from the lowest level to the highest, (k, 3 or more) uint8."""
        self._colours = np.array([qRgb(*map(int, row[:3])) for row in table], dtype=np.uint32)
        self.setLookupTable(table)

    def render(self) -> None:
        """Make the picture that `paint` draws; pyqtgraph calls this when it is needed."""
        image = self.image
        if image is None or image.dtype != np.float32 or image.ndim != 2 or not image.size:
            super().render()
            return
        low, high = (float(level) for level in self.levels)
        top = len(self._colours) - 1
        with np.errstate(over="ignore", invalid="ignore"):
            places = image - np.float32(low)
            places *= np.float32((top + 1) / ((high - low) or 1.0))
            np.clip(places, 0.0, np.float32(top), out=places)
            index = places.astype(np.uint16)
        empty = np.isnan(places)
        # Kept as long as the picture, which does not own them.
        self._pixels = self._colours.take(index, mode="clip")
        form = QImage.Format.Format_RGB32
        if empty.any():
            self._pixels[empty] = 0
            form = QImage.Format.Format_ARGB32_Premultiplied
        height, width = self._pixels.shape
        self.qimage = QImage(self._pixels.data, width, height, 4 * width, form)
        self._renderRequired = self._unrenderable = False
