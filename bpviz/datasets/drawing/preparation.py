"""From the ink of a drawing to the inputs, as the makers of a data set prepared their pictures.

MNIST [#]_ scales the digit, its proportions kept, so that it just fits into a box of 20 × 20
pixels, and then moves it in a field of 28 × 28 so that its centre of mass is in the middle.  The
longer side of nearly all its digits is 20 pixels indeed, and the centre of mass of every one lies
within about half a pixel of the point (14.5, 14.5), counted from the corner of the field.

The digits 8 × 8 [#]_ were freed of their slant and scaled to 20 × 32 dots of a bitmap of 32 × 32,
of which every 4 × 4 were then counted; narrow ones kept their proportions.

.. [#] LeCun, Bottou, Bengio, Haffner: Gradient-based learning applied to document recognition.
   Proceedings of the IEEE, November 1998, section III A.
.. [#] Alpaydin, Kaynak: Optical Recognition of Handwritten Digits.  UCI repository, 1998.
"""

from __future__ import annotations

import math
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.dataset import Dataset
from bpviz.datasets.drawing.drawing import Drawing
from bpviz.network.types import Floats

BOX, FIELD = 20, 28
"""Sides of MNIST's box and field, in pixels."""

CENTRE = 14.5
"""Where MNIST's centre of mass is, in pixels from the corner of the field."""

BITMAP, BLOCK = 32, 4
"""Side of the bitmap of the digits 8 × 8, and of the blocks in which its dots are counted."""

DOTS_WIDE = 20
"""How many dots of it a digit is wide."""

NARROW = 3.5
"""A digit at least so many times as high as wide keeps its proportions: it is a 1."""

_INK = 0.5
"""From this on a fine pixel counts as ink."""

_GREY = 0.02
"""From this on a pixel of a sample does; the palest of MNIST are 1/255."""


class Preparation(StrEnum):
    """How ink becomes a picture of the field."""

    FIT = "fit"
    """The whole canvas is the field."""
    MNIST = "mnist"
    DIGITS = "digits"

    @classmethod
    def usual(cls, data: Dataset) -> Preparation:
        """Return how the makers of `data` prepared their pictures, as far as that is known."""
        if data.name == "digits" and data.image_shape == (8, 8):
            return cls.DIGITS
        return cls.MNIST if data.name == "mnist" else cls.FIT


def pen_width(how: Preparation) -> float:
    """Return how thick a pen makes strokes like those of the data, in canvas sides.

    Measured on drawings that fill two thirds of the canvas: their ink then weighs as much as that
    of an average picture of MNIST or of the digits 8 × 8.
    """
    return 0.115 if how is Preparation.DIGITS else 0.09


def prepare(drawing: Drawing, how: Preparation) -> Floats:
    """Return what the network sees of a drawing: (height, width) float64 of the field, 0 … 1.

    A sample that was pasted is prepared already and comes back as it was; what is drawn upon it
    stays where it was drawn as long as it fits.
    """
    shape, ink = drawing.shape, drawing.ink
    if how is Preparation.MNIST:
        return like_mnist(ink, shape, drawing.fineness, drawing.ground is not None)
    if how is Preparation.DIGITS and drawing.ground is None:
        return like_digits(ink, shape)
    return _means(ink, drawing.fineness)


def like_mnist(
    ink: NDArray[np.float32], shape: tuple[int, int], fineness: int, on_grid: bool = False
) -> Floats:
    """Return `ink` prepared like MNIST.

    Parameters
    ----------
    ink : (height · fineness, width · fineness) float32
        0 … 1.
    shape : (height, width)
        Of the field; where it is not 28 × 28, box and middle are scaled to its shorter side.
    fineness : int
    on_grid : bool
        Whether ink lies on the pixels of the field already, since a sample was pasted.  If it has
        the right size, it is moved by whole pixels, as MNIST's own pictures were; otherwise any
        fraction is possible, which lets the picture move smoothly while somebody draws.

    Returns
    -------
    (height, width) float64
        0 … 1; zeros where there is no ink.
    """
    unit = min(shape) / FIELD
    if on_grid:
        means = _means(ink, fineness)
        box = _box(means, _GREY)
        if box is None:
            return np.zeros(shape)
        if max(box[1] - box[0], box[3] - box[2]) == round(BOX * unit):
            return _moved(means)
        threshold = _GREY
    else:
        threshold = _INK
    box = _box(ink, threshold)
    if box is None:
        return np.zeros(shape)
    top, bottom, left, right = box
    part: NDArray[np.floating] = ink[top:bottom, left:right]
    ends = ((0.0, float(bottom - top)), (0.0, float(right - left)))
    if not on_grid:
        ends = _ends(ink.max(axis=1), top, bottom), _ends(ink.max(axis=0), left, right)
    longest = max(last - first for first, last in ends)
    scale = BOX * unit / longest  # pixels of the field for one of ink
    for axis, ((first, last), mass) in enumerate(zip(ends, _centre_of_mass(part), strict=True)):
        room = shape[axis]
        start = _start((mass - first) * scale, (last - first) * scale, room)
        part = _averaged(part, axis, scale, start - first * scale, room)
    picture: Floats = np.clip(part, 0.0, 1.0)
    return picture


def like_digits(ink: NDArray[np.float32], shape: tuple[int, int]) -> Floats:
    """Return `ink`, 0 … 1, prepared like the digits 8 × 8: (height, width) sixteenths of 0 … 1."""
    box = _box(ink, _INK)
    if box is None:
        return np.zeros(shape)
    top, bottom, left, right = box
    part = _upright(ink[top:bottom, left:right])
    height, width = shape[0] * BLOCK, shape[1] * BLOCK
    wide = DOTS_WIDE * width / BITMAP
    if part.shape[0] >= NARROW * part.shape[1]:
        wide = part.shape[1] * height / part.shape[0]
    lines = _averaged(part, 0, height / part.shape[0], 0.0, height)
    dots = _averaged(lines, 1, wide / part.shape[1], (width - wide) / 2, width) >= 0.5
    counts = dots.reshape(shape[0], BLOCK, shape[1], BLOCK).sum(axis=(1, 3))
    return np.asarray(counts / BLOCK**2, dtype=np.float64)


def _means(ink: NDArray[np.float32], fineness: int) -> Floats:
    """Return the mean of every square of `fineness` × `fineness` pixels, float64."""
    height, width = ink.shape[0] // fineness, ink.shape[1] // fineness
    squares = ink.reshape(height, fineness, width, fineness)
    means: Floats = squares.mean(axis=(1, 3), dtype=np.float64)
    return means


def _box(values: NDArray[np.floating], threshold: float) -> tuple[int, int, int, int] | None:
    """Return top, bottom, left and right of what is above `threshold`; None if nothing is."""
    there = values > threshold
    rows, columns = np.flatnonzero(there.any(axis=1)), np.flatnonzero(there.any(axis=0))
    if not len(rows):
        return None
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def _ends(highest: NDArray[np.float32], first: int, last: int) -> tuple[float, float]:
    """Return where ink begins and ends along an axis, in pixels from `first`.

    The edge of ink is one pixel wide, its grey says where in it the paper ends.  Were the ends
    those of whole pixels, the picture would twitch as a pen moves on.

    Parameters
    ----------
    highest : (k,) float32
        The most ink in each row, or column.
    first, last : int
        The first of them that counts as ink, and the one behind the last.
    """
    before = float(highest[first - 1]) if first > 0 else 0.0
    behind = float(highest[last]) if last < len(highest) else 0.0
    return (
        1.0 - float(highest[first]) - before,
        last - first - 1.0 + float(highest[last - 1]) + behind,
    )


def _centre_of_mass(values: NDArray[np.floating]) -> tuple[float, float]:
    """Return y and x in pixels from the corner."""
    total = float(values.sum(dtype=np.float64))
    down, across = values.sum(axis=1, dtype=np.float64), values.sum(axis=0, dtype=np.float64)
    y = _dot(down, np.arange(len(down)) + 0.5) / total
    x = _dot(across, np.arange(len(across)) + 0.5) / total
    return y, x


def _dot(a: NDArray[np.floating], b: NDArray[np.floating]) -> float:
    """Return the inner product; how NumPy's own adds it up depends on the processor."""
    return float((a * b).sum())


def _upright(part: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return `part` without its slant, its rows moved sideways and the empty sides cut off.

    The slant is that of the line that fits the ink best, x as a function of y.
    """
    y, x = _centre_of_mass(part)
    down, across = np.arange(part.shape[0]) + 0.5 - y, np.arange(part.shape[1]) + 0.5 - x
    spread = _dot(down**2, part.sum(axis=1, dtype=np.float64))
    slope = _dot(down, (part * across).sum(axis=1)) / spread if spread > 0 else 0.0
    moves = np.rint(np.clip(slope, -1.0, 1.0) * down).astype(np.int64)
    wide = part.shape[1] + int(moves.max() - moves.min())
    sheared = np.zeros((part.shape[0], wide), dtype=np.float32)
    columns = np.arange(part.shape[1]) + (moves.max() - moves)[:, np.newaxis]
    np.put_along_axis(sheared, columns, part, axis=1)
    box = _box(sheared, _INK)
    return sheared if box is None else sheared[:, box[2] : box[3]]


def _start(mass: float, length: float, room: int) -> float:
    """Return where ink `length` pixels long begins, whose centre of mass is `mass` from its start.

    It never leaves the field, whatever the centre of mass says.
    """
    middle = CENTRE * room / FIELD
    return min(max(middle - mass, 0.0), max(room - length, 0.0))


def _moved(picture: Floats) -> Floats:
    """Return the picture moved by whole pixels, its centre of mass in the middle pixel."""
    box = _box(picture, 0.0) or (0, 0, 0, 0)
    moves = []
    for mass, room, first, last in zip(
        _centre_of_mass(picture), picture.shape, box[::2], box[1::2], strict=True
    ):
        move = room // 2 - math.floor(mass)
        moves.append(min(max(move, -first), room - last))
    return np.roll(picture, moves, axis=(0, 1))


def _averaged(
    values: NDArray[np.floating], axis: int, scale: float, start: float, room: int
) -> Floats:
    """Return the means of `values` over longer pixels along one axis, float64.

    Sums along the axis, not a product of matrices: those may be computed in several threads, and
    wait for one another where the others train.

    Parameters
    ----------
    scale : float
        Length of a fine pixel, in pixels; the first of them begins at `start`.
    room : int
        How many pixels to return along the axis.  Beyond the values all is 0.
    """
    along = np.moveaxis(values, axis, 0)
    n = len(along)
    sums = np.zeros((n + 1, along.shape[1]))
    np.cumsum(along, axis=0, out=sums[1:])
    edges = np.clip((np.arange(room + 1) - start) / scale, 0.0, n)
    whole = np.minimum(edges.astype(np.int64), n - 1)
    ends = sums[whole] + (edges - whole)[:, np.newaxis] * along[whole]
    means: Floats = np.moveaxis(np.diff(ends, axis=0) * scale, 0, axis)
    return means
