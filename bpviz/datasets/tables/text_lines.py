"""The lines of a text file: how many and how long they are, and a stream of them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bpviz.datasets.errors import DatasetError
from bpviz.datasets.progress import Meter
from bpviz.datasets.source import Bytes
from bpviz.datasets.tables.table import MOST_COLUMNS

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER = 2**17

_SCAN = 2**22

LONGEST_LINE = 2**21
"""Bytes that a line may have."""


def scan_lines(contents: Bytes, path: Path, meter: Meter) -> tuple[int, int]:
    """Return how many lines there are, at most, and how many bytes the longest has."""
    count, longest, last = 1, 0, -1
    for first in range(0, len(contents), _SCAN):
        block = contents[first : first + _SCAN]
        returns, feeds = block == 13, block == 10
        returns[:-1] &= ~feeds[1:]  # both together are one end
        ends = np.flatnonzero(returns | feeds) + first
        stop = first + len(block)
        gaps = np.diff(ends, prepend=last, append=stop)
        longest = max(longest, int(gaps.max()))
        if longest > LONGEST_LINE:
            raise DatasetError(
                "{file} cannot be read as a table: line {line} is longer than {most} bytes. Use "
                "lines of at most {columns} cells.",
                file=path,
                line=count + int(np.argmax(gaps)),
                most=LONGEST_LINE,
                columns=MOST_COLUMNS,
            )
        count += len(ends)
        last = int(ends[-1]) if len(ends) else last
        meter.add(stop - first)
    return count, longest


class _View(io.RawIOBase):
    """A stream of bytes over an array, without a copy of it."""

    def __init__(self, contents: Bytes) -> None:
        self._view = np.ascontiguousarray(contents).data
        self._at = 0

    def readable(self) -> bool:
        return True

    def readinto(self, target: WriteableBuffer) -> int:
        room = memoryview(target)
        part = self._view[self._at : self._at + len(room)]
        room[: len(part)] = part
        self._at += len(part)
        return len(part)


def text_of(contents: Bytes, encoding: str) -> io.TextIOWrapper:
    """Return the text, lines ending with \\n; what is cut at the end is passed over."""
    return io.TextIOWrapper(io.BufferedReader(_View(contents), _BUFFER), encoding, errors="ignore")
