"""Pictures that come with the program, decoded at an earlier start and kept in the user's cache.

Unpacking and compressing MNIST takes most of a second; reading what came out of it, a tenth.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bpviz.cache_files import clear_parts, read, user_cache, write
from bpviz.datasets.shipped.files import ShippedFile
from bpviz.network.rows import CompressedRows

_FORMAT = 1
"""Another number where what is kept, or how it is made, is another."""

_KEEP_DAYS = 30

_BLOCK = 2**18
"""Pixels handled at once, a millisecond."""


@dataclass(frozen=True, slots=True, eq=False)
class Pictures:
    """One part of a data set.

    Attributes
    ----------
    rows : CompressedRows
        The inputs, pixel / 255.
    classes : (m,) uint8
    """

    rows: CompressedRows
    classes: NDArray[np.uint8]


def place(name: str, files: Sequence[ShippedFile], *, constant: bool) -> Path | None:
    """Return where what is made of `files` is kept; None if the user has no home.

    Other contents, or another way to decode them, have another name.
    """
    made_of = f"{_FORMAT} {constant} {' '.join(file.sha256 for file in files)}"
    try:
        folder = user_cache() / "bpviz" / "datasets"
    except RuntimeError:
        return None
    return folder / f"{name}-{hashlib.sha256(made_of.encode()).hexdigest()[:16]}"


def kept(file: Path | None, n_inputs: int) -> list[Pictures] | None:
    """Return the parts that `keep` wrote; None if they are not there, or not whole.

    What is damaged is thrown away.
    """
    if file is None:
        return None
    content = read(file)
    parts = None if content is None else _unpacked(content, n_inputs)
    with contextlib.suppress(OSError):
        if parts is None:
            file.unlink(missing_ok=True)
        else:
            os.utime(file)  # so that it is not cleared away
    return parts


def keep(file: Path | None, parts: Iterable[Pictures]) -> None:
    """Write them for the next start, and clear old ones away; without a word where that fails."""
    with contextlib.suppress(OSError, MemoryError):
        if file is None or file.is_file():
            return
        write(file, _packed(parts))
        clear_parts(file.parent)
        for other in file.parent.glob(f"{file.name.rpartition('-')[0]}-*"):
            if time.time() - other.stat().st_mtime > 86_400 * _KEEP_DAYS:
                other.unlink()


def _packed(parts: Iterable[Pictures]) -> bytes:
    """Return sizes, starts, columns and grey values of each part, and its classes."""
    pieces: list[bytes] = []
    for part in parts:
        rows = part.rows
        grey = np.empty(len(rows.values), dtype=np.uint8)
        for first in range(0, len(grey), _BLOCK):
            block = slice(first, first + _BLOCK)
            grey[block] = np.rint(rows.values[block] * 255)
        pieces += [
            np.array([len(rows), len(grey)], dtype="<i8").tobytes(),
            rows.starts.astype("<i8").tobytes(),
            rows.indices.astype("<u2").tobytes(),
            grey.tobytes(),
            part.classes.tobytes(),
        ]
    return b"".join(pieces)


def _unpacked(content: bytes, n_inputs: int) -> list[Pictures] | None:
    parts, place = [], 0

    def taken(count: int, dtype: str) -> NDArray[np.generic]:
        nonlocal place
        piece = np.frombuffer(content, dtype, count, place)
        place += piece.nbytes
        return piece

    try:
        while place < len(content):
            m, entries = taken(2, "<i8").tolist()
            starts, columns = taken(m + 1, "<i8"), taken(entries, "<u2")
            # Not the array that it stands in: that one would be kept as long as the columns are.
            columns = columns.astype(CompressedRows.index_type(n_inputs))
            values = np.empty(entries)
            np.divide(taken(entries, "u1"), 255.0, out=values)
            rows = CompressedRows(starts.astype(np.int64), columns, values, n_inputs)
            parts.append(Pictures(rows, taken(m, "u1").astype(np.uint8)))
    except ValueError:
        return None
    return parts
