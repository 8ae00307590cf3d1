"""Buckets of steps: minimum, mean and maximum of each recorded series, and how they are merged.

An array of buckets has the shape (3 statistics, 3 series, k); the statistics are `LOW`, `MEAN` and
`HIGH`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.network.memory import as_read
from bpviz.network.record_kernels import merge
from bpviz.network.types import Floats

LEVEL_SIZE = 2**15
"""Buckets kept in a level; some level has 2 000 … 32 000 that span the whole run."""

_WHOLE_FROM = 8  # a level that needs more than one part in so many of its room gets all of it

LOW, MEAN, HIGH = 0, 1, 2

_STATISTICS: Floats = np.empty((3, 3, 0))


class Level:
    """The newest buckets of one width, a ring that grows: (3 statistics, 3 series, buckets).

    Parameters
    ----------
    start : int
        Number of the first bucket that will be appended; those before it are not kept.
    like : array, optional
        What is kept of a bucket where that is something else: shape (…, any), and dtype.
    """

    def __init__(self, start: int = 0, like: NDArray[Any] = _STATISTICS) -> None:
        self._data = np.empty((*like.shape[:-1], 256), like.dtype)
        self._start = start
        self.count = start

    @classmethod
    def ending(cls, count: int, buckets: NDArray[Any]) -> Level:
        """Return a level of `count` buckets of which (3, 3, k) `buckets` are the newest."""
        level = cls(count - buckets.shape[-1], buckets)
        level.append(buckets)
        return level

    def newest(self, most: int) -> NDArray[Any]:
        """Return a copy of the newest `most` buckets, or of as many as are kept."""
        return self.take(max(self.first, self.count - most), self.count).copy()

    @property
    def first(self) -> int:
        """Oldest bucket still kept."""
        size: int = self._data.shape[-1]
        return max(self._start, self.count - size)

    def append(self, buckets: NDArray[Any]) -> None:
        """Add (3, 3, k) buckets."""
        new = self.count + buckets.shape[-1]
        size = self._data.shape[-1]
        if new - self.first > size and size < LEVEL_SIZE:
            first, kept = self.first, self.take(self.first, self.count)
            while new - first > size and size < LEVEL_SIZE:
                size = 2 * size if size < LEVEL_SIZE // _WHOLE_FROM else LEVEL_SIZE
            # Written to at once: else a long run would take memory page by page, for hours.
            room = np.empty((*kept.shape[:-1], size), kept.dtype)
            room.view(np.uint8)[...] = 255
            self._data = _ring_of(room, first, kept)
        # Those that give way are no longer counted on before they are written over.
        self._start = max(self._start, new - size)
        at = self.count % size
        if at + buckets.shape[-1] <= size:
            self._data[..., at : at + buckets.shape[-1]] = buckets
        else:
            self._data[..., np.arange(self.count, new) % size] = buckets
        self.count = new

    def cut(self, end: int, more: NDArray[Any]) -> Level:
        """Return a copy of the buckets before `end`, and `more` (3, 3, k) after them."""
        copy = Level(min(self.first, end), self._data)
        copy.append(self.take(copy.count, end))
        copy.append(more)
        return copy

    def trim(self, keep: int) -> None:
        """Give memory back: keep only the newest `keep` buckets, a power of two."""
        if self._data.shape[-1] <= keep:
            return
        first = max(self.first, self.count - keep)
        self._start = first
        room = np.empty((*self._data.shape[:-1], keep), self._data.dtype)
        self._data = _ring_of(room, first, self.take(first, self.count))

    def take(self, first: int, last: int) -> NDArray[Any]:
        """Return buckets ``first … last − 1``, a view where they lie in one piece."""
        size = self._data.shape[-1]
        a, b = first % size, first % size + (last - first)
        if b <= size:
            return self._data[..., a:b]
        return self._data[..., np.arange(first, last) % size]


def _ring_of(room: NDArray[Any], first: int, kept: NDArray[Any]) -> NDArray[Any]:
    """Return `room` as a ring that holds `kept`, buckets from `first` on."""
    room[..., np.arange(first, first + kept.shape[-1]) % room.shape[-1]] = kept
    return room


def combine(buckets: Floats, group: int) -> Floats:
    """Merge each `group` of neighbours in (3, 3, k · group) to (3, 3, k); a power of two."""
    if group == 1:
        return buckets
    merged = np.empty((3, 3, buckets.shape[2] // group))
    halves = np.empty(group)
    for series in range(3):
        low, mean, high = (as_read(row) for row in buckets[:, series])
        merge(low, mean, high, tuple(merged[:, series]), halves)
    return merged


@dataclass
class Running:
    """Minimum, sum and maximum of a bucket that is still being filled."""

    low: Floats = field(default_factory=lambda: np.full(3, np.nan))
    total: Floats = field(default_factory=lambda: np.zeros(3))
    high: Floats = field(default_factory=lambda: np.full(3, np.nan))
    steps: int = 0

    def add(self, buckets: Floats, width: int) -> None:
        """Take in (3, 3, k) buckets of `width` steps each."""
        if buckets.shape[2]:
            self.low = np.fmin(self.low, np.fmin.reduce(buckets[LOW], axis=-1))
            with np.errstate(over="ignore", invalid="ignore"):  # a run that diverges
                self.total = self.total + buckets[MEAN].sum(-1) * width
            self.high = np.fmax(self.high, np.fmax.reduce(buckets[HIGH], axis=-1))
            self.steps += width * buckets.shape[2]

    def bucket(self) -> Floats:
        """Return it as (3, 3, 1)."""
        return np.stack([self.low, self.total / self.steps, self.high])[:, :, np.newaxis]
