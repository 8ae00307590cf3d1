"""NumPy's array format, read without NumPy's loader: every size is checked before it is believed.

Pickled objects are never loaded; they could run any code.
"""

from __future__ import annotations

import io
import math
import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.source import Bytes

MAGIC = b"\x93NUMPY"

HEAD = 2**14
"""Bytes in which a header must end."""

_LARGEST = 2**62
"""Bytes that no array has."""

_TEXT_BYTES = 4096
"""Bytes that one label of text may have."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of an array says, found to be sound.

    Attributes
    ----------
    dtype : dtype
        Of whole numbers, real numbers, truth values or text.
    shape : tuple of int
        Each at least 1.
    fortran : bool
        Whether the first index runs fastest.
    start : int
        Where the numbers begin, in bytes.
    """

    dtype: np.dtype[Any]
    shape: tuple[int, ...]
    fortran: bool
    start: int

    @property
    def size(self) -> int:
        """Bytes that the header and the array have together."""
        return self.start + math.prod(self.shape) * self.dtype.itemsize

    def array(self, contents: Bytes) -> NDArray[Any]:
        """Return the array that `contents`, `size` bytes, holds, as a view of them."""
        flat = np.frombuffer(contents, dtype=self.dtype, offset=self.start)
        return flat.reshape(self.shape, order="F" if self.fortran else "C")


def read_header(head: bytes, file: object, *, matrix: bool = False) -> Header:
    """Return the header at the beginning of an array.

    Parameters
    ----------
    head : bytes
        The first `HEAD` bytes, or all.
    file : object
        What the message of an error calls the file.
    matrix : bool
        Whether it has to be a matrix of numbers.

    Raises
    ------
    DatasetError
        If it is no header, or one of an array that cannot be used.
    """
    stream = io.BytesIO(head)
    try:
        version = np.lib.format.read_magic(stream)
        with warnings.catch_warnings():  # of the Python in it, on the terminal
            warnings.simplefilter("ignore")
            if version == (1, 0):
                shape, fortran, dtype = np.lib.format.read_array_header_1_0(stream)
            elif version == (2, 0):
                shape, fortran, dtype = np.lib.format.read_array_header_2_0(stream)
            else:
                raise ValueError(f"version {version[0]}.{version[1]}")
    except Exception as error:  # it is parsed as Python, and anything can come of that
        raise DatasetError(
            "{file} cannot be read as a NumPy array ({reason}). Use an array saved with "
            "numpy.save or numpy.savez.",
            file=file,
            reason=_first_line(error),
        ) from None
    if dtype.hasobject:
        raise DatasetError(
            "{file} contains pickled Python objects. They are never loaded, because they could "
            "run arbitrary code. Use an array of numbers.",
            file=file,
        )
    text = dtype.kind in "US" and 0 < dtype.itemsize <= _TEXT_BYTES and not matrix
    if not (text or dtype.kind in "biuf") or dtype.subdtype is not None:
        if matrix:
            raise DatasetError(
                "{file} contains values of type {dtype}. Use real numbers.",
                file=file,
                dtype=_first_line(dtype),
            )
        raise DatasetError(
            "{file} contains values of type {dtype}. Use whole or real numbers, or text for the "
            "classes.",
            file=file,
            dtype=_first_line(dtype),
        )
    sides = all(type(side) is int and side >= 1 for side in shape)
    if matrix and not (len(shape) == 2 and sides):
        raise DatasetError(
            "{file} has the shape {shape}. Use a matrix: two dimensions, none of them empty.",
            file=file,
            shape=_first_line(shape),
        )
    if not (1 <= len(shape) <= 4 and sides and math.prod(shape) * dtype.itemsize < _LARGEST):
        raise DatasetError(
            "{file} contains an array of shape {shape}. Use one to four dimensions, none of them "
            "empty, that fit in memory.",
            file=file,
            shape=_first_line(shape),
        )
    return Header(dtype, shape, fortran, stream.tell())


def _first_line(thing: object) -> str:
    text = str(thing).split("\n", 1)[0]
    return text if len(text) <= 80 else text[:79] + "…"
