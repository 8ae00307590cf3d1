"""Animations: pictures one after another as GIF or APNG, however many; no Qt.

Frames wait compressed in a file without a name, so that the memory holds one of them at a time.
"""

from __future__ import annotations

import io
import struct
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL import Image

ENDINGS = ("gif", "apng", "png")
"""Endings of their files; a PNG of several frames is an APNG."""

LEAST_RATE, MOST_RATE = 1, 50
"""Frames a second: a GIF counts in hundredths, and players take less than two of them for none."""

MOST_FRAMES = 10_000

_SAMPLED = 12  # frames from which the colours of a GIF are taken
_COLOURS = 255


def steps_between(first: int, last: int, frames: int) -> list[int]:
    """Return the steps of an animation's frames, rising evenly; no step twice.

    Parameters
    ----------
    first, last : int
        ``first ≤ last``.
    frames : int
        How many, at least 1; where there are fewer steps, as many as there are.
    """
    count = min(frames, last - first + 1)
    return [first + (last - first) * i // max(count - 1, 1) for i in range(count)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a run that is shown in so many frames, `rate` of them a second.

    Attributes
    ----------
    first, last : int
        Steps, both shown.
    frames : int
        At most so many; there are no more than steps.
    rate : float
    """

    first: int
    last: int
    frames: int = 100
    rate: float = 20.0

    def steps(self) -> list[int]:
        """Return the step of each frame."""
        return steps_between(self.first, self.last, self.frames)


class Animation:
    """Collects frames of one size, then writes them; used in a ``with`` statement.

    Attributes
    ----------
    size : tuple of two int
        Width and height in pixels; of the first frame.
    """

    def __init__(self) -> None:
        self.size = (0, 0)
        self._kept = tempfile.TemporaryFile()  # noqa: SIM115  # open as long as this is
        self._places: list[tuple[int, int]] = []

    def __enter__(self) -> Animation:
        return self

    def __exit__(self, *_: object) -> None:
        self._kept.close()

    def __len__(self) -> int:
        return len(self._places)

    def add(self, frame: Image.Image) -> None:
        """Keep a frame behind the others; one of another size is scaled.

        Raises
        ------
        OSError
            If there is no room for it on the disk.
        """
        if not self._places:
            self.size = frame.size
        elif frame.size != self.size:
            frame = frame.resize(self.size)
        data = zlib.compress(frame.convert("RGB").tobytes(), 1)
        self._places.append((self._kept.tell(), len(data)))
        self._kept.write(data)

    def _frame(self, index: int) -> Image.Image:
        from PIL import Image

        place, length = self._places[index]
        self._kept.seek(place)
        data = zlib.decompress(self._kept.read(length))
        return Image.frombytes("RGB", self.size, data)

    def _frames(self) -> Iterator[Image.Image]:
        for index in range(len(self)):
            yield self._frame(index)

    def write(self, stream: BinaryIO, ending: str, rate: float) -> None:
        """Write all frames, `rate` of them a second, again and again from the beginning."""
        if ending == "gif":
            self._write_gif(stream, rate)
        else:
            self._write_apng(stream, rate)

    # GIF ---------------------------------------------------------------------------------------

    def _palette(self) -> NDArray[np.uint8]:
        """Return at most 255 colours for all frames, (k, 3), so that none flickers."""
        from PIL import Image

        last = len(self) - 1
        chosen = sorted({last * i // (_SAMPLED - 1) for i in range(_SAMPLED)})
        width, height = self.size
        sheet = Image.new("RGB", (width, height * len(chosen)))
        for i, index in enumerate(chosen):
            sheet.paste(self._frame(index), (0, height * i))
        found = sheet.quantize(_COLOURS - 1, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        colours = np.array(found.getpalette(), dtype=np.uint8).reshape(-1, 3)
        # A mean of like colours is none of them; the ground, at least, is to be its own.
        ground = np.array(sheet.getpixel((0, 0)), dtype=np.uint8)
        return np.concatenate([ground[np.newaxis], colours[: _COLOURS - 1]])

    def _write_gif(self, stream: BinaryIO, rate: float) -> None:
        from PIL import GifImagePlugin, ImageChops

        nearest, before = _Nearest(self._palette()), None
        for index, frame in enumerate(self._frames()):
            drawn = nearest.drawn(frame)
            if before is None:
                header, _ = GifImagePlugin.getheader(drawn, info={"loop": 0})
                for block in header:
                    stream.write(block)
                part = (0, 0, *self.size)
            else:
                part = ImageChops.difference(drawn, before).getbbox() or (0, 0, 1, 1)
            # Hundredths of a second; what is cut off one frame, the next ones make good.
            time = round(100 * (index + 1) / rate) - round(100 * index / rate)
            about: dict[str, Any] = {"duration": 10 * time, "disposal": 1}
            for block in GifImagePlugin.getdata(drawn.crop(part), part[:2], **about):
                stream.write(block)
            before = drawn
        stream.write(b";")

    # APNG --------------------------------------------------------------------------------------

    def _write_apng(self, stream: BinaryIO, rate: float) -> None:
        """Write chunks as https://www.w3.org/TR/png-3/ has them."""
        number = 0
        for index, frame in enumerate(self._frames()):
            chunks = _chunks(frame)
            if not index:
                stream.write(b"\x89PNG\r\n\x1a\n")
                _write_chunk(stream, b"IHDR", dict(chunks)[b"IHDR"])
                _write_chunk(stream, b"acTL", struct.pack(">II", len(self), 0))
            delay = 100, round(100 * rate)
            control = struct.pack(">IIIIIHHBB", number, *self.size, 0, 0, *delay, 0, 0)
            _write_chunk(stream, b"fcTL", control)
            number += 1
            for kind, data in chunks:
                if kind != b"IDAT":
                    continue
                if not index:
                    _write_chunk(stream, b"IDAT", data)
                else:
                    _write_chunk(stream, b"fdAT", struct.pack(">I", number) + data)
                    number += 1
        _write_chunk(stream, b"IEND", b"")


class _Nearest:
    """Finds the nearest of some colours, (k, 3), k ≤ 255; Pillow's own are but near.

    What was found for a colour is kept, for frame after frame has the same ones.
    """

    _NONE = 255

    def __init__(self, palette: NDArray[np.uint8]) -> None:
        self._bytes = palette.tobytes()
        self._palette = palette.astype(np.int32)
        self._found = np.full(1 << 24, self._NONE, dtype=np.uint8)  # by red, green, blue

    def drawn(self, frame: Image.Image) -> Image.Image:
        """Return a frame in these colours."""
        from PIL import Image

        pixels = np.asarray(frame)
        packed = pixels[..., 0].astype(np.uint32)
        for channel in (1, 2):
            packed <<= 8
            packed |= pixels[..., channel]
        places = self._found[packed]
        unknown = places == self._NONE
        if unknown.any():
            self._find(np.unique(packed[unknown]).astype(np.int32))
            places = self._found[packed]
        drawn = Image.fromarray(places)
        drawn.putpalette(self._bytes)
        return drawn

    def _find(self, colours: NDArray[np.int32]) -> None:
        for first in range(0, len(colours), 4096):
            part = colours[first : first + 4096]
            parts = np.stack([part >> 16, part >> 8 & 255, part & 255], axis=1)
            distance = ((parts[:, np.newaxis] - self._palette) ** 2).sum(axis=2)
            self._found[part] = distance.argmin(axis=1)


def _chunks(frame: Image.Image) -> list[tuple[bytes, bytes]]:
    """Return the kinds and contents of a PNG's chunks."""
    buffer = io.BytesIO()
    frame.save(buffer, "PNG", compress_level=6)
    data, found, place = buffer.getvalue(), [], 8
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        found.append((data[place + 4 : place + 8], data[place + 8 : place + 8 + length]))
        place += length + 12
    return found


def _write_chunk(stream: BinaryIO, kind: bytes, data: bytes) -> None:
    stream.write(struct.pack(">I", len(data)) + kind + data)
    stream.write(struct.pack(">I", zlib.crc32(kind + data)))
