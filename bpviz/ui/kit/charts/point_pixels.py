"""Points written into pixels by numpy: sixty thousand of them in a moment."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bpviz.network.types import Floats


def point_pixels(
    x: Floats, y: Floats, colours: NDArray[np.uint32], shape: tuple[int, int], size: int
) -> NDArray[np.uint32]:
    """Return a picture with a square point at each place; later ones lie upon earlier ones.

    Parameters
    ----------
    x, y : (m,) float64
        Places in pixels; points beyond the edge are drawn at it.
    colours : (m,) uint32
    shape : (height, width)
        Of the picture in pixels; below and to the right the array holds `size` more.
    size : int
        Width and height of a point, at least 1.
    """
    height, width = shape
    columns = x.astype(np.int64) - size // 2
    rows = y.astype(np.int64) - size // 2
    np.clip(columns, 0, max(width - size, 0), out=columns)
    np.clip(rows, 0, max(height - size, 0), out=rows)
    pixels = np.zeros((height + size, width + size), dtype=np.uint32)
    flat = pixels.reshape(-1)
    first = rows * (width + size) + columns
    for down in range(size):
        for along in range(size):
            flat[first + (down * (width + size) + along)] = colours
    return pixels
