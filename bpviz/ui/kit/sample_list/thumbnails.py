"""Thumbnails: small pictures of samples, made when they are first seen and kept for a while."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from bpviz.datasets.dataset import Dataset
from bpviz.ui.core.theme import current_theme
from bpviz.ui.kit.charts.colour_image import ink_image
from bpviz.ui.kit.charts.colour_range import peak

BYTES = 32 * 2**20
"""How much memory the pictures that are kept may take."""

LEAST = 64
"""So many are kept in any case."""


class Thumbnails:
    """Pictures in one size: 0 is the colour of paper, the data set's largest value that of ink.

    Data with values below 0 uses the theme's signed colours; what is not finite is drawn in its
    warning colour.

    Attributes
    ----------
    made : int
        How many were ever made.
    """

    def __init__(self) -> None:
        self.made = 0
        self._data: Dataset | None = None
        self._shape = (1, 1)
        self._range = (0.0, 1.0)
        self._made_in = current_theme()
        self._size = QSize(28, 28)
        self._ratio = 1.0
        self._kept: OrderedDict[int, QPixmap] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def capacity(self) -> int:
        """How many are kept at most."""
        pixels = self._size.width() * self._size.height() * self._ratio**2
        return max(LEAST, int(BYTES // (4 * max(pixels, 1))))

    def set_data(self, data: Dataset, shape: tuple[int, int]) -> None:
        """Show samples of `data`, whose first height · width inputs are the pixels."""
        if data is not self._data or shape != self._shape:
            self._data, self._shape = data, shape
            self._range = _range(data, math.prod(shape))
            self._kept.clear()

    def set_size(self, size: QSize, ratio: float) -> None:
        """Make pictures of `size`, on a screen with `ratio` pixels for each."""
        if size != self._size or ratio != self._ratio:
            self._size, self._ratio = size, ratio
            self._kept.clear()

    def pixmaps(self, samples: Sequence[int]) -> list[QPixmap]:
        """Return the pictures of some samples; those that are not kept are made at one go."""
        if self._made_in is not current_theme():
            self._made_in = current_theme()
            self._kept.clear()
        missing = [i for i in samples if i not in self._kept]
        fresh = dict(zip(missing, self._make(missing), strict=True)) if missing else {}
        found = []
        for i in samples:
            pixmap = fresh.get(i)
            if pixmap is None:
                self._kept.move_to_end(i)
                pixmap = self._kept[i]
            found.append(pixmap)
        self._kept.update(fresh)
        while len(self._kept) > self.capacity:
            self._kept.popitem(last=False)
        return found

    def _make(self, samples: list[int]) -> list[QPixmap]:
        data = self._data
        if data is None:
            return [QPixmap() for _ in samples]
        height, width = self._shape
        low, high = self._range
        X = np.stack([data.x(i)[: height * width] for i in samples])
        self.made += len(samples)
        pictures = ink_image(X.reshape(-1, width), high, current_theme(), signed=low < 0)
        size = self._size * self._ratio
        whole = size.width() % width == 0 and size.height() % height == 0
        mode = Qt.TransformationMode
        how = mode.FastTransformation if whole else mode.SmoothTransformation
        found = []
        for i in range(len(samples)):
            image = pictures.copy(0, i * height, width, height)
            scaled = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, how)
            pixmap = QPixmap.fromImage(scaled)
            pixmap.setDevicePixelRatio(self._ratio)
            found.append(pixmap)
        return found


def _range(data: Dataset, pixels: int) -> tuple[float, float]:
    """Return the low end of the colours, −1 or 0, as a share of the high one, and that."""
    values = data.rows.values
    if pixels < data.n_inputs:
        values = values[data.rows.indices < pixels]
    high = peak(values)
    signed = len(values) > 0 and bool((values < 0).any())
    return (-1.0 if signed else 0.0), high if high > 1e-300 else 1.0
