"""From an array to a coloured picture: tables of colours, and what is looked up in them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from bpviz.network.types import Floats
from bpviz.ui.core.theme import Theme

Colours = NDArray[np.uint32]
"""Colours as Qt packs them, 0xAARRGGBB."""

MapName = Literal["signed", "magnitudes", "errors"]

CLEAR = 0
"""The colour of what is not drawn."""


def rgb(colour: str) -> Floats:
    """Return red, green and blue of ``#rrggbb``, (3,) float64 in 0 … 255."""
    parts = QColor(colour)
    return np.array([parts.red(), parts.green(), parts.blue()], dtype=np.float64)


def packed(parts: NDArray[Any]) -> Colours:
    """Return opaque colours, (…) uint32, of red, green and blue, (…, 3) in 0 … 255, rounded."""
    red, green, blue = np.moveaxis(np.rint(parts).astype(np.uint32), -1, 0)
    return np.asarray(np.uint32(0xFF000000) | red << 16 | green << 8 | blue, dtype=np.uint32)


@lru_cache(maxsize=4096)
def pen_on(ground: int) -> QColor:
    """Return black or white, whichever is read better upon 0xAARRGGBB: at least 4.5 : 1."""
    parts = ((ground >> 16 & 255) / 255, (ground >> 8 & 255) / 255, (ground & 255) / 255)
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue  # relative luminance (WCAG 2)
    return QColor("#ffffff" if light < 0.179 else "#000000")


@cache
def colour_table(theme: Theme, name: MapName = "signed", steps: int = 256) -> Colours:
    """Return `steps` colours of a map of `theme`, from its low end to its high one; read-only."""
    table = packed(getattr(theme, name).getLookupTable(0.0, 1.0, steps)[:, :3])
    table.flags.writeable = False
    return table


@cache
def ink_table(theme: Theme) -> Colours:
    """Return 256 colours from paper to ink; read-only."""
    table = packed(np.linspace(rgb(theme.base), rgb(theme.text), 256))
    table.flags.writeable = False
    return table


def empty_image(height: int, width: int, *, opaque: bool = True) -> tuple[QImage, Colours]:
    """Return a new picture, and its pixels, (height, width), to be written.

    It is in the format in which Qt composes a window, which scales several times as fast as any
    other.  The pixels are the picture's own: they must not be used any longer than it.
    """
    kind = QImage.Format
    image = QImage(width, height, kind.Format_RGB32 if opaque else kind.Format_ARGB32_Premultiplied)
    if image.isNull():  # nothing has no pixels
        return image, np.zeros((height, width), dtype=np.uint32)
    return image, np.frombuffer(image.bits(), dtype=np.uint32).reshape(height, width)


def picture_of(pixels: Colours) -> QImage:
    """Return a picture of premultiplied colours, (height, width), that has a copy of its own."""
    image, own = empty_image(*pixels.shape, opaque=False)
    own[...] = pixels
    return image


def pixels_of(image: QImage) -> Colours:
    """Return the colours, (height, width), of a picture in one of the formats of this module."""
    pixels = np.frombuffer(image.constBits() or b"", dtype=np.uint32)
    return pixels.reshape(image.height(), image.width()).copy()


def lookup(
    values: NDArray[Any],
    table: Colours,
    low: float = 0.0,
    high: float | None = None,
    bad: int = CLEAR,
) -> QImage:
    """Return the picture of an array, one pixel an entry.

    Parameters
    ----------
    values : (rows, columns) float32 or float64
        What is beyond the ends has their colours, also where it is infinite.
    table : (k,) uint32
        Colours, at most 65 536, that share the range from `low` to `high` in equal parts.
    high : float, optional
        Without it, values are places in the table: what is in i … i + 1 has colour i.
    bad : int
        Colour of NaN, premultiplied.
    """
    kind, top = values.dtype.type, len(table) - 1
    with np.errstate(over="ignore", invalid="ignore"):
        if high is None:
            places = np.clip(values, 0.0, kind(top))
        else:
            places = values - kind(low)
            places *= kind((top + 1) / ((high - low) or 1.0))
            np.clip(places, 0.0, kind(top), out=places)
        index = places.astype(np.uint16)
    holes = np.isnan(places)
    some = bool(holes.any())
    image, pixels = empty_image(*values.shape, opaque=not some or bad >> 24 == 0xFF)
    table.take(index, out=pixels, mode="clip")
    if some:
        pixels[holes] = bad
    return image


def ink_image(values: Floats, level: float, theme: Theme, *, signed: bool | None = None) -> QImage:
    """Return a picture whose 0 has the colour of paper, and `level` > 0 that of ink.

    Where any of `values`, (rows, columns), is below 0 (or `signed` says so), all have the theme's
    signed colours; what is not finite has its warning colour.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        share = np.where(np.isfinite(values), np.clip(values / level, -1.0, 1.0), np.nan)
    if signed is None:
        signed = bool((share < 0).any())
    places = np.rint(127.5 + 127.5 * share if signed else 255 * share)
    table = colour_table(theme) if signed else ink_table(theme)
    return lookup(places, table, bad=QColor(theme.warning).rgb())
