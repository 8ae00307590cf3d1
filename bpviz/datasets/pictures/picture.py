"""One picture of a person: grey, of a given size, never larger in memory than is sensible."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.sentence import Sentence
from bpviz.datasets.source import open_regular

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

ENDINGS = (".png", ".jpg", ".jpeg")

MOST_PIXELS = 2**26
"""Pixels that a picture may have, unpacked: more than any camera's, less than a bomb's."""

MOST_BYTES = 2**28
"""Bytes that the file of a picture may have."""

_TILE = 1024
"""Pixels along each side of what is converted at once."""

_ORIENTATION = 0x0112
"""The EXIF tag that tells how the camera was held."""

_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""Its values, and the members of Pillow's ``Transpose`` that put the picture upright."""


def picture_size(path: Path) -> tuple[int, int]:
    """Return height and width of a picture, from its header.

    Raises
    ------
    DatasetError
        If it cannot be read, or is too large.
    """
    with open_regular(path) as stream, _Problems(path):
        width, height = _open(stream, path).size
        return height, width


def read_picture(path: Path, size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return a picture brought to (height, width), grey, 0 for black and 255 for white.

    It is turned as the camera noted, transparent parts become white, and it is stretched.

    Raises
    ------
    DatasetError
        If it cannot be read, or is too large.
    """
    from PIL import Image

    height, width = size
    with open_regular(path) as stream, _Problems(path):
        opened = _open(stream, path)
        opened.draft("L", (2 * width, 2 * height))  # a JPEG is unpacked no larger than is useful
        opened.load()
        turned = _TURNS.get(opened.getexif().get(_ORIENTATION, 1))
        grey = _grey(opened)
        if grey is not opened:
            opened.close()  # gives its pixels back, before others are made
        if turned is not None:
            grey = grey.transpose(Image.Transpose(turned))
        if grey.size != (width, height):
            grey = grey.resize((width, height), Image.Resampling.BOX, reducing_gap=3.0)
        return np.asarray(grey, dtype=np.uint8)


def _grey(picture: Image) -> Image:
    """Return a picture in grey, converted tile by tile: only the pixels read stand in memory."""
    from PIL import Image

    if picture.mode == "L" and not picture.has_transparency_data:
        return picture
    width, height = picture.size
    deep = picture.mode.startswith(("I", "F"))
    white = (65535.0 if _brightest(picture) > 255 else 255.0) if deep else 0.0
    grey = Image.new("L", picture.size)
    for top in range(0, height, _TILE):
        for left in range(0, width, _TILE):
            box = (left, top, min(left + _TILE, width), min(top + _TILE, height))
            tile = picture.crop(box)
            grey.paste(_from_deep(tile, white) if deep else _on_paper(tile), box)
    return grey


def _brightest(picture: Image) -> float:
    low_and_high = picture.getextrema()
    return float(low_and_high[1])  # type: ignore[arg-type]  # of one band


def _from_deep(tile: Image, white: float) -> Image:
    """Return a tile of sixteen bits a pixel in grey."""
    from PIL import Image

    wide = np.asarray(tile, dtype=np.float64)
    return Image.fromarray(np.clip(wide * (255.0 / white), 0, 255).astype(np.uint8))


def _on_paper(tile: Image) -> Image:
    """Return a tile in grey, with white where it is transparent."""
    from PIL import Image

    if tile.has_transparency_data:
        tile = tile.convert("RGBA")
        tile = Image.alpha_composite(Image.new("RGBA", tile.size, "white"), tile)
    return tile.convert("L")


def _open(stream: BinaryIO, path: Path) -> ImageFile:
    # The two formats themselves, not Image.open: that one knows dozens, and warns of large ones.
    from PIL import JpegImagePlugin, PngImagePlugin

    size = stream.seek(0, 2)
    if size > MOST_BYTES:  # decoders keep notes and profiles, of which there may be any number
        raise DatasetError(
            "{file} is too large: it has {size} bytes. Use a picture of at most {most} bytes.",
            file=path,
            size=size,
            most=MOST_BYTES,
        )
    stream.seek(0)
    start = stream.read(8)
    stream.seek(0)
    if start.startswith(b"\x89PNG"):
        picture: ImageFile = PngImagePlugin.PngImageFile(stream)
    elif start.startswith(b"\xff\xd8"):
        picture = JpegImagePlugin.JpegImageFile(stream)
    else:
        raise DatasetError(
            "{file} is neither a PNG nor a JPEG picture: it begins with {found}. Use an undamaged "
            "PNG or JPEG file.",
            file=path,
            found=start[:4].hex(" ") or Sentence.of("nothing"),
        )
    width, height = picture.size
    if width * height > MOST_PIXELS or not width or not height:
        raise DatasetError(
            "{file} has {width} × {height} pixels. Use a picture of 1 to {most} pixels.",
            file=path,
            width=width,
            height=height,
            most=MOST_PIXELS,
        )
    return picture


class _Problems:
    """Says of whatever goes wrong inside, but for memory, that the picture is damaged."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        others = (DatasetError, MemoryError, ImportError)  # say nothing of the picture
        if isinstance(error, Exception) and not isinstance(error, others):
            # Decoders of pictures raise whatever they stumble over.
            raise DatasetError(
                "{file} cannot be read as a picture ({reason}). Use an undamaged PNG or JPEG file.",
                file=self._path,
                reason=str(error).split("\n", 1)[0][:200] or type(error).__name__,
            ) from None
