"""Buckets of steps: minimum, mean and maximum of each recorded series, and how they are merged.

An array of buckets has the shape (3 statistics, 3 series, k); the statistics are `LOW`, `MEAN` and
`HIGH`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from bpviz.network.memory import as_read
from bpviz.network.record_kernels import merge
from bpviz.network.types import Floats

LEVEL_SIZE = 2**15
"""Buckets kept in a level; some level has 2 000 … 32 000 that span the whole run."""

_WHOLE_FROM = 8  # a level that needs more than one part in so many of its room gets all of it

LOW, MEAN, HIGH = 0, 1, 2


class Level:
    """The newest buckets of one width: (3 statistics, 3 series, buckets), a ring that grows.

    Parameters
    ----------
    start : int
        Number of the first bucket that will be appended; those before it are not kept.
    """

    def __init__(self, start: int = 0) -> None:
        self._data = np.empty((3, 3, 256))
        self._start = start
        self.count = start

    @property
    def first(self) -> int:
        """Oldest bucket still kept."""
        return max(self._start, self.count - self._data.shape[2])

    def append(self, buckets: Floats) -> None:
        """Add (3, 3, k) buckets."""
        new = self.count + buckets.shape[2]
        size = self._data.shape[2]
        if new - self.first > size and size < LEVEL_SIZE:
            first, kept = self.first, self.take(self.first, self.count)
            while new - first > size and size < LEVEL_SIZE:
                size = 2 * size if size < LEVEL_SIZE // _WHOLE_FROM else LEVEL_SIZE
            # Written to at once: else a long run would take memory page by page, for hours.
            self._data = _ring_of(np.full((3, 3, size), np.nan), first, kept)
        # Those that give way are no longer counted on before they are written over.
        self._start = max(self._start, new - size)
        at = self.count % size
        if at + buckets.shape[2] <= size:
            self._data[:, :, at : at + buckets.shape[2]] = buckets
        else:
            self._data[:, :, np.arange(self.count, new) % size] = buckets
        self.count = new

    def trim(self, keep: int) -> None:
        """Give memory back: keep only the newest `keep` buckets, a power of two."""
        if self._data.shape[2] <= keep:
            return
        first = max(self.first, self.count - keep)
        self._start = first
        self._data = _ring_of(np.empty((3, 3, keep)), first, self.take(first, self.count))

    def take(self, first: int, last: int) -> Floats:
        """Return buckets ``first … last − 1``, a view where they lie in one piece."""
        size = self._data.shape[2]
        a, b = first % size, first % size + (last - first)
        if b <= size:
            return self._data[:, :, a:b]
        return self._data[:, :, np.arange(first, last) % size]


def _ring_of(room: Floats, first: int, kept: Floats) -> Floats:
    """Return `room` as a ring that holds `kept`, buckets from `first` on."""
    room[:, :, np.arange(first, first + kept.shape[2]) % room.shape[2]] = kept
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

    low: Floats = field(default_factory=lambda: np.full(3, np.inf))
    total: Floats = field(default_factory=lambda: np.zeros(3))
    high: Floats = field(default_factory=lambda: np.full(3, -np.inf))
    steps: int = 0

    def add(self, buckets: Floats, width: int) -> None:
        """Take in (3, 3, k) buckets of `width` steps each."""
        if buckets.shape[2]:
            self.low = np.minimum(self.low, buckets[LOW].min(-1))
            self.total = self.total + buckets[MEAN].sum(-1) * width
            self.high = np.maximum(self.high, buckets[HIGH].max(-1))
            self.steps += width * buckets.shape[2]

    def bucket(self) -> Floats:
        """Return it as (3, 3, 1)."""
        return np.stack([self.low, self.total / self.steps, self.high])[:, :, np.newaxis]
