"""IDX, the file format of MNIST: a header with the dimensions, then the numbers."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.errors import DatasetError


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
    start = bytes(contents[:4])
    if len(start) < 4 or start[:3] != b"\0\0\x08" or not 1 <= start[3] <= 4:
        raise DatasetError(
            "{file} is not an IDX file of bytes: it begins with {found} where 00 00 08 and the "
            "number of dimensions, 1 to 4, are right.",
            file=file,
            found=start.hex(" ") or "nothing",
        )
    header = 4 + 4 * start[3]
    shape = tuple(
        int.from_bytes(contents[at : at + 4].tobytes(), "big") for at in range(4, header, 4)
    )
    found, right = len(contents) - header, math.prod(shape)
    if found != right:
        raise DatasetError(
            "{file} does not fit its header: it announces {shape}, that is {right} bytes, "
            "and {found} follow.",
            file=file,
            shape=" × ".join(map(str, shape)),
            right=right,
            found=max(found, 0),
        )
    return contents[header:].reshape(shape)
