"""Record: loss and both gradient magnitudes of every step of a branch, in bounded memory.

The newest steps are kept exactly in a ring.  Above it stand levels of buckets, each 16 times as
wide as those below, with minimum, mean and maximum; each level keeps a bounded number of its
newest buckets, and a coarser level begins before the one below forgets anything.  So a spike is
never lost, however long the run.  Beside the buckets stand sketches of the loss, in levels of the
same widths: they tell between which values most steps lie (`quantiles`).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.network.types import Floats, Ints
from bpviz.quoting import brief
from bpviz.training.events import Curve, HistoryView
from bpviz.training.record import buckets as levels
from bpviz.training.record.buckets import HIGH, LOW, MEAN, Level, Running, combine
from bpviz.training.record.quantiles import (
    exact_quantiles,
    keys_as_sketches,
    merged,
    no_sketches,
    quantiles,
    quantiles_of_parts,
    sketches_as_keys,
    sketches_of,
)

SERIES = ("loss", "gradient_W1", "gradient_W2")
"""Rows of every array in here."""

RATIO = 16
RECENT = 2**20
"""Steps kept exactly at the end of the active branch."""
_FOLD = 2**14  # raw steps that may wait before they are put into buckets
_MOST_LEVELS = 15  # 16^16 steps are more than there can be
MAX_SLOTS = 2**14
"""Steps that can be recorded in one go."""


def _ring_of(values: Floats, end: int) -> Floats:
    """Return a ring, of a power of two, that holds (3, k) `values` up to step `end`."""
    size = 2**12
    while size < values.shape[1]:
        size *= 2
    ring = np.empty((3, size))
    ring[:, np.arange(end - values.shape[1], end) % size] = values
    return ring


def _coarser(level: Level, sketches: Level) -> tuple[Level, Level]:
    """Return the levels above those of buckets and of sketches, of which all are kept."""
    whole = level.count - level.count % RATIO
    above, first = Level(), merged(sketches.take(0, whole), RATIO)
    above.append(combine(level.take(0, whole), RATIO))
    return above, Level.ending(whole // RATIO, first)


@dataclass(frozen=True, slots=True, eq=False)
class RecordParts:
    """What a record keeps, as arrays.

    Attributes
    ----------
    exact : (3, k) float64
        The last k steps.
    levels : tuple of (3, 3, c) float64
        The newest buckets of 16, 256, … steps; of the last of these all there are.
    sketches : tuple of (c, 16 or 32) int32
        Their sketches of the loss, see `quantiles`.
    """

    exact: Floats
    levels: tuple[NDArray[Any], ...]
    sketches: tuple[NDArray[Any], ...]

    __repr__ = brief


class Record:
    """See the module.  Steps count from the beginning of the run, on every branch."""

    def __init__(self) -> None:
        self.end = 0
        """Steps recorded; it follows the state of the run, see `Standing`."""
        # Whole at once: memory that is not touched yet costs nothing, growing would copy it all.
        self._ring = np.empty((3, RECENT))
        self._raw_from = 0
        self._levels = [Level()]
        self._sketches = [Level(like=no_sketches(RATIO))]
        # Whole buckets never change, so the next view of the same place only adds to them.
        self._shown: tuple[tuple[int, int, int], Floats, Floats] | None = None

    @property
    def exact_from(self) -> int:
        """First step that is still kept exactly."""
        return max(self._raw_from, self.end - self._ring.shape[1])

    def slots(self, count: int) -> Floats:
        """Return a (3, k ≤ count) view for the next steps, to be filled before `end` moves on."""
        size = self._ring.shape[1]
        if self.end + count > self._raw_from + size and size < RECENT:
            self._grow(count)
            size = self._ring.shape[1]
        if self.end - self._folded >= _FOLD:
            self._fold()
        at = self.end % size
        last = min(at + min(count, MAX_SLOTS), size)
        # What is about to be written over is no longer counted on, whether it is or not.
        self._raw_from = max(self._raw_from, self.end + last - at - size)
        return self._ring[:, at:last]

    @property
    def _folded(self) -> int:
        """Steps that are in buckets."""
        return self._levels[0].count * RATIO

    def _grow(self, count: int) -> None:
        start, size = self.exact_from, self._ring.shape[1]
        kept = self.raw(start, self.end)
        while self.end - start + count > size and size < RECENT:
            size *= 2
        ring = np.empty((3, size))
        ring[:, np.arange(start, self.end) % size] = kept
        self._raw_from = start
        self._ring = ring

    def raw(self, first: int, last: int) -> Floats:
        """Return steps ``first … last − 1`` exactly, (3, k); they must be at or after
        `exact_from`."""
        size = self._ring.shape[1]
        a, b = first % size, first % size + (last - first)
        if b <= size:
            return self._ring[:, a:b]
        return self._ring[:, np.arange(first, last) % size]

    def _raw_buckets(self, first: int, last: int) -> Floats:
        """The same as buckets of one step, (3, 3, k)."""
        values = self.raw(first, last)
        return np.broadcast_to(values, (3, *values.shape))

    def _fold(self) -> None:
        """Put complete groups of raw steps into buckets, and those into wider ones."""
        full = self.end - self.end % RATIO
        sketched = self._sketches[0].count * RATIO
        if full > sketched:
            self._sketches[0].append(sketches_of(self.raw(sketched, full)[0], RATIO))
        if full > self._folded:
            self._levels[0].append(combine(self._raw_buckets(self._folded, full), RATIO))
        for kept, merge in ((self._sketches, merged), (self._levels, combine)):
            for lower, upper in itertools.pairwise(kept):
                whole = lower.count - lower.count % RATIO
                done = upper.count * RATIO
                if whole > done:
                    upper.append(merge(lower.take(done, whole), RATIO))
        top = self._levels[-1]
        if top.count + (_FOLD + MAX_SLOTS) // RATIO + RATIO > levels.LEVEL_SIZE:
            self._add_level()

    def _add_level(self) -> None:
        """Begin a coarser level, from all of the coarsest so far."""
        level, sketches = _coarser(self._levels[-1], self._sketches[-1])
        self._levels, self._sketches = [*self._levels, level], [*self._sketches, sketches]

    def _pick(self, first: int, width: int) -> int:
        """Return the finest level ≥ log16(width ≥ 1) that still reaches back to step `first`.

        Level 0 is the ring itself, level i has buckets of 16^i steps.
        """
        wanted = (width.bit_length() - 1) // 4
        for level in range(wanted, len(self._levels) + 1):
            oldest = self.exact_from if level == 0 else self._levels[level - 1].first * RATIO**level
            if oldest <= first:
                return level
        return len(self._levels)

    def _take(self, level: int, first: int, last: int) -> Floats:
        return (
            self._raw_buckets(first, last)
            if level == 0
            else self._levels[level - 1].take(first, last)
        )

    def _count(self, level: int) -> int:
        return self.end if level == 0 else self._levels[level - 1].count

    def view(self, first: int, last: int, max_buckets: int) -> HistoryView:
        """Return the steps around ``first … last − 1`` in at most about `max_buckets` buckets.

        The width is a power of two, and the outermost buckets are whole, so that the result is
        cheap and exact; old parts may be coarser than asked for.
        """
        self._fold()
        last = max(0, min(last, self.end))
        first = max(0, min(first, last))
        width = 1
        while (last - first) > width * max(max_buckets, 1):
            width *= 2
        level = self._pick(first - first % width, width)
        width = max(width, RATIO**level)
        group = width // RATIO**level
        begin, finish = first // width, -(-last // width)
        available = self._count(level)
        stop = min(finish * group, available)
        whole = (stop - begin * group) // group
        at = (begin + whole) * group
        key = level, width, begin
        parts, spreads = [np.zeros((3, 3, 0))], [np.zeros((2, 0))]
        new = begin * group
        if self._shown is not None and self._shown[0] == key:
            parts, spreads = [self._shown[1][:, :, :whole]], [self._shown[2][:, :whole]]
            new += self._shown[1].shape[2] * group
        if new < at:
            parts.append(combine(self._take(level, new, at), group))
            spreads.append(self._quantiles(level, new, at, group))
        if begin + whole < finish:
            parts.append(self._unfinished(level, at, stop))
            spreads.append(self._unfinished_quantiles(level, at, stop))
        # A copy: what is handed out must not go on being written to.
        buckets, spread = np.concatenate(parts, axis=2), np.concatenate(spreads, axis=1)
        # A sketch is not exact, but no line is drawn where no step was.
        np.clip(spread, buckets[LOW, 0], buckets[HIGH, 0], out=spread)
        buckets.flags.writeable = spread.flags.writeable = False
        self._shown = key, buckets[:, :, :whole], spread[:, :whole]
        starts: Ints = (begin + np.arange(buckets.shape[2], dtype=np.int64)) * width
        starts.flags.writeable = False
        loss, of_W1, of_W2 = (Curve(*(buckets[s, row] for s in range(3))) for row in range(3))
        return HistoryView(starts, width, self.end, loss, of_W1, of_W2, (spread[0], spread[1]))

    def _quantiles(self, level: int, first: int, last: int, group: int) -> Floats:
        """The quantiles of the loss of each `group` of entries ``first … last − 1``, (2, k)."""
        if level == 0:
            return exact_quantiles(self.raw(first, last)[0].reshape(-1, group))
        return quantiles(self._sketches[level - 1].take(first, last), group)

    def _unfinished_quantiles(self, level: int, at: int, stop: int) -> Floats:
        """Those of the last bucket, see `_unfinished`."""
        if level == 0:
            return exact_quantiles(self.raw(at, stop)[0].reshape(1, -1))
        parts: list[tuple[NDArray[Any], int]] = [
            (self._sketches[level - 1].take(at, stop), RATIO**level)
        ]
        for lower in range(level - 1, 0, -1):
            start, end = self._count(lower + 1) * RATIO, self._count(lower)
            parts.append((self._sketches[lower - 1].take(start, end), RATIO**lower))
        single = self.raw(self._count(1) * RATIO, self.end)[0]
        return quantiles_of_parts([*parts, (sketches_of(single, 1), 1)])

    def _unfinished(self, level: int, at: int, stop: int) -> Floats:
        """The last bucket: entries ``at … stop − 1`` of `level`, and what is not in them yet."""
        running = Running()
        running.add(self._take(level, at, stop), RATIO**level)
        for lower in range(level - 1, -1, -1):
            start = self._count(lower + 1) * RATIO
            running.add(self._take(lower, start, self._count(lower)), RATIO**lower)
        return running.bucket()

    def envelope(self, row: int, edges: Ints) -> tuple[Floats, Floats, Floats]:
        """Minimum, mean and maximum of series `row` between neighbouring `edges`.

        `edges` (b + 1,) rises strictly within ``0 … end``.  Where every step is kept exactly the
        result is exact; in the older part the edges are moved outward to whole buckets, the
        finest still kept or a quarter of the distance between edges, so that no extreme is lost.
        """
        self._fold()
        narrowest = int(np.diff(edges).min())
        level = 0
        if edges[0] < self.exact_from:
            level = self._pick(int(edges[0]), max(1, narrowest // 4))
        if level == 0:
            values = self.raw(int(edges[0]), int(edges[-1]))[row]
            cuts = edges[:-1] - edges[0]
            sums = np.add.reduceat(values, cuts)
            low, high = np.minimum.reduceat(values, cuts), np.maximum.reduceat(values, cuts)
            return low, sums / np.diff(edges), high
        width = RATIO**level
        first, last = edges[:-1] // width, -(-edges[1:] // width)
        entries = self._take(level, int(first[0]), self._count(level))[:, row]
        if last[-1] > self._count(level):
            tail = self._unfinished(level, self._count(level), self._count(level))
            entries = np.concatenate([entries, tail[:, row]], axis=1)
        spans = [slice(a, b) for a, b in zip(first - first[0], last - first[0], strict=True)]
        return (
            np.array([entries[LOW, s].min() for s in spans]),
            np.array([entries[MEAN, s].mean() for s in spans]),
            np.array([entries[HIGH, s].max() for s in spans]),
        )

    def partial_from(self, end: int) -> int:
        """First step whose exact values `cut` needs beside what buckets keep."""
        return end - end % int(RATIO ** len(self._levels))

    def cut(self, end: int, exact: Floats) -> Record:
        """Return a copy that ends at step `end`.

        Parameters
        ----------
        exact : (3, k) float64
            The values of the last k steps before `end`, from ``partial_from(end)`` or earlier.
        """
        self._fold()
        partial, start = self.partial_from(end), end - exact.shape[1]
        record = Record()
        record._levels, record._sketches = [], []
        buckets = np.broadcast_to(exact[:, partial - start :], (3, 3, end - partial))
        sketches = sketches_of(exact[0, partial - start :], 1)
        for level, sketched in zip(self._levels, self._sketches, strict=True):
            whole = buckets.shape[2] - buckets.shape[2] % RATIO
            partial //= RATIO
            # Here and not by the next fold: what is left may be more than a level keeps, which
            # would forget the first of it before the level above has seen it.
            buckets = combine(buckets[:, :, :whole], RATIO)
            record._levels.append(level.cut(partial, buckets))
            sketches = merged(sketches[:whole], RATIO)
            record._sketches.append(sketched.cut(partial, sketches))
        record.end = end
        record._raw_from = start
        record._ring = _ring_of(exact, end)
        return record

    def parts(self, keep: int = 2**14, buckets: int = 2**12) -> RecordParts:
        """Return a copy of what is kept, or of the newest of it; of the coarsest level all.

        There are as many levels as it takes for one to span the run with so many buckets.

        Parameters
        ----------
        keep : int
            Steps that it has exactly, at least 16.
        buckets : int
            Buckets of each level, at least 16.
        """
        self._fold()
        start = max(self.exact_from, self.end - keep)
        kept, sketches = [*self._levels], [*self._sketches]
        while kept[-1].count > buckets:
            level, sketched = _coarser(kept[-1], sketches[-1])
            kept.append(level)
            sketches.append(sketched)
        return RecordParts(
            self.raw(start, self.end).copy(),
            tuple(level.newest(buckets) for level in kept),
            tuple(sketches_as_keys(level.newest(buckets)) for level in sketches),
        )

    @classmethod
    def of_parts(cls, end: int, parts: RecordParts) -> Record:
        """Return a record of `end` steps.

        Raises
        ------
        ValueError
            If the parts are not those of such a record.
        """
        kept = parts.exact.shape[1] if parts.exact.ndim == 2 else -1
        if parts.exact.shape != (3, kept) or not end % RATIO <= kept <= min(end, RECENT):
            raise ValueError("the exact steps")
        if not 0 < len(parts.levels) == len(parts.sketches) <= _MOST_LEVELS:
            raise ValueError("the number of levels")
        record = cls()
        record._levels, record._sketches = [], []
        for i, (buckets, keys) in enumerate(
            zip(parts.levels, parts.sketches, strict=True), start=1
        ):
            count = end // RATIO**i
            least = count if i == len(parts.levels) else count % RATIO
            k = buckets.shape[-1]
            if buckets.shape != (3, 3, k) or not least <= k <= min(count, levels.LEVEL_SIZE):
                raise ValueError(f"the buckets of level {i}")
            sketches = keys_as_sketches(keys, RATIO**i)
            if not least <= len(sketches) <= min(count, levels.LEVEL_SIZE):
                raise ValueError(f"the sketches of level {i}")
            record._levels.append(Level.ending(count, buckets))
            record._sketches.append(Level.ending(count, sketches))
        record.end, record._raw_from = end, end - kept
        record._ring = _ring_of(parts.exact, end)
        return record

    def compact(self, keep: int = 2**14, buckets: int | None = None) -> None:
        """Give memory back: keep only the last `keep` steps exactly (a power of two).

        With `buckets`, a power of two ≥ 256, every level keeps only so many of its newest; coarser
        levels are added until one spans the whole run with those.
        """
        self._fold()
        if self._ring.shape[1] > keep:
            start = max(self.exact_from, self.end - keep)
            self._raw_from = start
            self._ring = _ring_of(self.raw(start, self.end), self.end)
        if buckets is None:
            return
        while self._levels[-1].count > buckets:
            self._add_level()
        for level in (*self._levels, *self._sketches):
            level.trim(buckets)
