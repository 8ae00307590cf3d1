"""What a notebook shows of an object in place of its ``repr``: small tables and pictures in HTML.

Every text is escaped, and nothing is fetched: pictures are in it.
"""

from __future__ import annotations

import base64
import html
import struct
import zlib
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

MOST_PIXELS = 2**16
"""Numbers that a matrix is drawn of; larger ones are told by their size."""

_NEGATIVE = np.array([33.0, 92.0, 184.0])
_POSITIVE = np.array([193.0, 125.0, 26.0])
_WHITE = 255.0


def text(value: object) -> str:
    """Return a value as it may stand in HTML."""
    return html.escape(str(value))


def block(title: str, *parts: str) -> str:
    """Return parts in HTML below each other, with a title, which is text."""
    return f"<div><p><b>{text(title)}</b></p>{''.join(parts)}</div>"


def facts(rows: Iterable[tuple[str, object]]) -> str:
    """Return a table of names and values, both text, without those that are None."""
    cells = (
        f'<tr><th style="text-align:left">{text(name)}</th>'
        f'<td style="text-align:left">{text(value)}</td></tr>'
        for name, value in rows
        if value is not None
    )
    return f"<table>{''.join(cells)}</table>"


def table(heads: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """Return a table of text."""
    head = "".join(f"<th>{text(each)}</th>" for each in heads)
    body = (f"<tr>{''.join(f'<td>{text(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{''.join(body)}</table>"


def grey(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Return a picture (h, w, 3) of numbers (h, w), 0 black and 1 white."""
    level = np.rint(255 * np.clip(np.nan_to_num(values), 0.0, 1.0)).astype(np.uint8)
    return np.repeat(level[..., np.newaxis], 3, axis=2)


def diverging(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Return a picture (h, w, 3) of numbers (h, w): blue below 0, ochre above, as the window."""
    known = np.nan_to_num(values)
    share = known / max(float(np.abs(known).max(initial=0.0)), 1e-300)
    ends = np.where(share[..., np.newaxis] < 0, _NEGATIVE, _POSITIVE)
    mixed = _WHITE + np.abs(share)[..., np.newaxis] * (ends - _WHITE)
    return np.rint(mixed).astype(np.uint8)


def picture(pixels: NDArray[np.uint8], words: str, width: int) -> str:
    """Return an image of (h, w, 3) pixels that is `width` wide, with words for who cannot see it.

    Parameters
    ----------
    pixels : (h, w, 3) uint8
    words : str
        Text.
    width : int
        In CSS pixels.
    """
    contents = base64.b64encode(png(pixels)).decode("ascii")
    return (
        f'<img src="data:image/png;base64,{contents}" alt="{text(words)}" title="{text(words)}" '
        f'style="width:{width}px;image-rendering:pixelated;margin:2px;display:inline-block">'
    )


def png(pixels: NDArray[np.uint8]) -> bytes:
    """Return the PNG file of (h, w, 3) pixels."""
    height, width = pixels.shape[:2]
    rows = np.zeros((height, 1 + 3 * width), dtype=np.uint8)  # each begins with its filter, none
    rows[:, 1:] = pixels.reshape(height, -1)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows.tobytes(), 6)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
