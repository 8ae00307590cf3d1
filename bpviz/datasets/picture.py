"""One picture of a person: grey, of a given size, never larger in memory than is sensible."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.source import open_regular

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

ENDINGS = (".png", ".jpg", ".jpeg")

MOST_PIXELS = 2**26
"""Pixels that a picture may have, unpacked: more than any camera's, less than a bomb's."""

MOST_BYTES = 2**28
"""Bytes that the file of a picture may have."""


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
    from PIL import Image, ImageOps

    height, width = size
    with open_regular(path) as stream, _Problems(path):
        opened = _open(stream, path)
        opened.draft("L", (2 * width, 2 * height))  # a JPEG is unpacked no larger than is useful
        opened.load()
        grey = _grey(ImageOps.exif_transpose(opened))
        if grey.size != (width, height):
            grey = grey.resize((width, height), Image.Resampling.BOX, reducing_gap=3.0)
        return np.asarray(grey, dtype=np.uint8)


def _grey(picture: Image) -> Image:
    from PIL import Image

    if picture.mode.startswith(("I", "F")):  # sixteen bits a pixel
        wide = np.asarray(picture, dtype=np.float64)
        white = 65535.0 if wide.max() > 255 else 255.0
        return Image.fromarray(np.clip(wide * (255.0 / white), 0, 255).astype(np.uint8))
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture)
    return picture.convert("L")


def _open(stream: BinaryIO, path: Path) -> ImageFile:
    # The two formats themselves, not Image.open: that one knows dozens, and warns of large ones.
    from PIL import JpegImagePlugin, PngImagePlugin

    size = stream.seek(0, 2)
    if size > MOST_BYTES:  # decoders keep notes and profiles, of which there may be any number
        raise DatasetError(
            "{file} has {size} bytes. A picture of at most {most} bytes would be right.",
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
        raise ValueError(f"it begins with {start[:4].hex(' ') or 'nothing'}")
    width, height = picture.size
    if width * height > MOST_PIXELS or not width or not height:
        raise DatasetError(
            "{file} has {width} × {height} pixels. A picture of at most {most} pixels would be "
            "right.",
            file=path,
            width=width,
            height=height,
            most=MOST_PIXELS,
        )
    return picture


class _Problems:
    """Says of whatever goes wrong inside that the picture is damaged."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, DatasetError):
            # Decoders of pictures raise whatever they stumble over.
            raise DatasetError(
                "{file} is no picture that can be read ({reason}). An undamaged PNG or JPEG file "
                "would be right.",
                file=self._path,
                reason=str(error).split("\n", 1)[0][:200] or type(error).__name__,
            ) from None
