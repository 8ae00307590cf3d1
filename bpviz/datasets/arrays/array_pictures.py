"""Which arrays are pictures, and their pixels as compressed rows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.dense_blocks import blocks_of, compress_blocks
from bpviz.datasets.errors import DatasetError
from bpviz.datasets.pictures import pixels
from bpviz.datasets.progress import Meter
from bpviz.network.rows import CompressedRows
from bpviz.network.types import Floats, Ints

_LEAST = 64
"""Bytes a sample, their number a square, that are taken for a picture without a shape."""

_COLOURS = (1, 3, 4)
"""Numbers a pixel."""

_LUMA = (0.299, 0.587, 0.114)
"""How much red, green and blue count in grey (ITU-R BT.601, as in Pillow)."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures in an array.

    Attributes
    ----------
    array : (m, height, width) or (m, height, width, colours)
    shape : tuple of two int
        Height and width.
    """

    array: NDArray[Any]
    shape: tuple[int, int]

    def largest(self, path: Path, name: str) -> float:
        """Return the value that becomes 1: 255 for bytes; else the largest, where it is above 1.

        Raises
        ------
        DatasetError
            If a value is not finite; the message says where, in the array called `name`.
        """
        if self.array.dtype == np.uint8:
            return 255.0
        most = 1.0
        flat = self.array.reshape(len(self.array), -1)
        for block in blocks_of(*flat.shape):
            part = flat[block].astype(np.float64)
            size = np.abs(part).max()
            if not size <= 1e100:  # NaN as well
                bad = int(np.argmax(~(np.abs(part) <= 1e100).all(axis=1)))
                raise DatasetError(
                    "Picture {row} of {name} in {file} contains a pixel that is not finite. Use "
                    "finite numbers only.",
                    file=path,
                    name=name,
                    row=block.start + bad + 1,
                )
            most = max(most, float(size))
        return most

    def rows(self, places: Ints | None, white: float, meter: Meter) -> CompressedRows:
        """Return some pictures, or all, as compressed rows, `white` becoming 1."""
        array = self.array if places is None else self.array[places]
        height, width = self.shape
        if array.dtype == np.uint8 and array.ndim == 3:
            return pixels.compress(array.reshape(len(array), -1), int(white), meter)

        def make(block: slice) -> Floats:
            part = array[block].astype(np.float64)
            if part.ndim == 4:
                red, green, blue = (part[..., at] * share for at, share in enumerate(_LUMA))
                part = red + green + blue  # a product of matrices would add them up in any order
            return part.reshape(len(part), -1) / white

        return compress_blocks(len(array), height * width, make, meter)


def picture_shape(shape: tuple[int, ...], dtype: np.dtype[Any]) -> tuple[int, int] | None:
    """Return height and width of the pictures in an array, or None where it holds other numbers.

    (m, h, w) are grey pictures; (m, h, w, 1), (m, 1, h, w) too; (m, h, w, 3 or 4) and
    (m, 3 or 4, h, w) are coloured, a fourth colour being transparency, which is passed over;
    (m, n) bytes are grey squares where n is a square.
    """
    if len(shape) == 2:
        side = math.isqrt(shape[1])
        return (side, side) if side * side == shape[1] >= _LEAST and dtype == np.uint8 else None
    if len(shape) == 3 or (len(shape) == 4 and shape[3] in _COLOURS):
        return shape[1], shape[2]
    return (shape[2], shape[3]) if len(shape) == 4 and shape[1] in _COLOURS else None


def pictures_in(array: NDArray[Any]) -> Pictures | None:
    """Return the pictures of an array of inputs, see `picture_shape`."""
    shape = picture_shape(array.shape, array.dtype)
    if shape is None:
        return None
    if array.ndim == 2:
        return Pictures(array.reshape(-1, *shape), shape)
    if array.ndim == 4:
        if array.shape[3] not in _COLOURS:
            array = np.moveaxis(array, 1, 3)
        array = array[..., 0] if array.shape[3] == 1 else array[..., :3]
    return Pictures(array, shape)
