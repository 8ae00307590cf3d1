"""IDX, the file format of MNIST: a header with the dimensions, then the numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.sentence import Sentence

TYPES: dict[int, np.dtype[Any]] = {
    0x08: np.dtype(np.uint8),
    0x09: np.dtype(np.int8),
    0x0B: np.dtype(">i2"),
    0x0C: np.dtype(">i4"),
    0x0D: np.dtype(">f4"),
    0x0E: np.dtype(">f8"),
}
"""The types of numbers that the third byte can announce."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of an IDX file announces.

    Attributes
    ----------
    dtype : dtype
        Of each number.
    shape : tuple of int
        One to four sizes.
    """

    dtype: np.dtype[Any]
    shape: tuple[int, ...]

    @property
    def start(self) -> int:
        """Where the numbers begin, in bytes."""
        return 4 + 4 * len(self.shape)

    @property
    def size(self) -> int:
        """Bytes that the whole file has by its header."""
        return self.start + math.prod(self.shape) * self.dtype.itemsize

    def array(self, contents: NDArray[np.uint8]) -> NDArray[Any]:
        """Return the numbers of a file of `size` bytes, as a view of its contents."""
        return np.frombuffer(contents, dtype=self.dtype, offset=self.start).reshape(self.shape)


def read_header(head: bytes, file: object) -> Header:
    """Return what the first bytes of a file, 20 or all, announce.

    Raises
    ------
    DatasetError
        If they are not the header of an IDX file.
    """
    k = head[3] if len(head) >= 4 else 0
    if not 1 <= k <= 4 or head[:2] != b"\0\0" or head[2] not in TYPES:
        raise DatasetError(
            "{file} is not an IDX file: it begins with {found}. Expected are 00 00, the data type "
            "(08 for unsigned bytes) and the number of dimensions, 1 to 4.",
            file=file,
            found=head[:4].hex(" ") or Sentence.of("nothing"),
        )
    if len(head) < 4 + 4 * k:
        raise DatasetError(
            "{file} is truncated: its header announces an array of dimension {dimensions} and "
            "ends before its sizes. Use an undamaged file.",
            file=file,
            dimensions=k,
        )
    sizes = (head[at : at + 4] for at in range(4, 4 + 4 * k, 4))
    return Header(TYPES[head[2]], tuple(int.from_bytes(size, "big") for size in sizes))


def parse(contents: NDArray[np.uint8], file: object) -> NDArray[np.uint8]:
    """Return the array of unsigned bytes that an IDX file holds, as a view of its contents.

    The header is two zero bytes, the type (8 for unsigned bytes), the number of dimensions k, and
    k sizes of four bytes, most significant first.

    Parameters
    ----------
    contents : (bytes,) uint8
        The whole file, unpacked.
    file : object
        What the message of an error calls the file.

    Raises
    ------
    DatasetError
        If the header is not one of unsigned bytes, or its sizes do not fit the length.
    """
    header = read_header(contents[:20].tobytes(), file)
    if header.dtype != np.uint8:
        raise DatasetError(
            "{file} is not an IDX file of unsigned bytes: it begins with {found} instead of 00 00 "
            "08.",
            file=file,
            found=contents[:4].tobytes().hex(" "),
        )
    found, right = len(contents) - header.start, math.prod(header.shape)
    if found != right:
        raise DatasetError(
            "{file} does not match its header: it announces {shape}, that is {right} bytes, but "
            "{found} follow.",
            file=file,
            shape=" × ".join(map(str, header.shape)),
            right=right,
            found=max(found, 0),
        )
    return contents[header.start :].reshape(header.shape)
