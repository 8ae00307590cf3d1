"""Questions that read the past step by step: the curves of watches, and the steps that meet a
condition."""

from __future__ import annotations

import heapq
from collections.abc import Callable

import numpy as np

from bpviz.network.types import Floats, Ints, Stop
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.run.past import Past, PastSlice, joined
from bpviz.training.search_results import FoundSteps, WatchCurves
from bpviz.training.watches import Watch

MOST_BUCKETS = 2048
"""Of a curve: more than a screen has columns."""

MOST_FOUND = 100_000
"""Steps that are listed."""


class _Reading:
    """What the questions that read a `Past` have in common."""

    def __init__(self, past: Past) -> None:
        self._past = past
        self.done = False
        self.total = max(past.to_compute, 1)

    @property
    def taken(self) -> int:
        """Steps computed so far, those on the way to the first among them."""
        return self._past.computed

    def carry_out(self, stop: Stop, tell: Callable[[], object]) -> None:
        """See `Question`."""
        for block in self._past.slices(stop):
            self._take(block)
            tell()
            if self._has_enough():
                break
        self.done = not stop[0]

    def _take(self, block: PastSlice) -> None:
        raise NotImplementedError

    def _has_enough(self) -> bool:
        return False


class CurvesJob(_Reading):
    """The curves of some watches, see `WatchCurves`.

    Parameters
    ----------
    past : Past
        Of these watches.
    watches : tuple of Watch
    branch : int
    """

    def __init__(self, past: Past, watches: tuple[Watch, ...], branch: int) -> None:
        super().__init__(past)
        self._watches, self._branch = watches, branch
        self._width = 1
        while past.last - past.first > self._width * MOST_BUCKETS:
            self._width *= 2
        count = -(-(past.last - past.first) // self._width)
        self._sides = np.full((3, len(watches), count), np.nan)

    def _take(self, block: PastSlice) -> None:
        if block.first == block.last:
            return
        at = np.arange(block.first, block.last) - self._past.first
        buckets = at // self._width
        begins = np.flatnonzero(np.diff(buckets, prepend=-1))
        places = buckets[begins]
        low, high, end = self._sides
        low[:, places] = np.fmin(low[:, places], np.fmin.reduceat(block.values, begins, axis=1))
        high[:, places] = np.fmax(high[:, places], np.fmax.reduceat(block.values, begins, axis=1))
        end[:, places] = block.values[:, [*(begins[1:] - 1), len(at) - 1]]

    def result(self) -> WatchCurves:
        """Return the curves; it must be done."""
        past = self._past
        steps: Ints = past.first + self._width * np.arange(self._sides.shape[2], dtype=np.int64)
        for array in (steps, self._sides):
            array.flags.writeable = False
        return WatchCurves(
            self._watches, self._branch, past.first, past.last - 1, self._width, steps, *self._sides
        )


class FindJob(_Reading):
    """The steps that meet a condition, see `FoundSteps`.

    Parameters
    ----------
    past : Past
        Of the condition, and of its watch, if it is about one.
    condition : Breakpoint
    branch : int
    limit : int
        So many are listed; the search ends with the last of them, unless the newest are wanted.
    newest : bool
        The last ones instead of the first.
    """

    def __init__(
        self, past: Past, condition: Breakpoint, branch: int, limit: int, *, newest: bool = False
    ) -> None:
        super().__init__(past)
        self._condition, self._branch = condition, branch
        self._limit, self._newest = min(limit, MOST_FOUND), newest
        self._found: list[tuple[Ints, Floats]] = []  # another thread reads it meanwhile
        self._count = 0
        self._searched = past.first

    def _take(self, block: PastSlice) -> None:
        if len(block.hits):
            seen = block.values[0] if len(block.values) else np.zeros(block.last - block.first)
            self._found.append((block.hits, seen[block.hits - block.first]))
            self._count += len(block.hits)
        kept = sum(len(steps) for steps, _ in self._found)
        while self._newest and kept - len(self._found[0][0]) >= self._limit:
            kept -= len(self._found.pop(0)[0])
        self._searched = max(self._searched, block.last)

    def _has_enough(self) -> bool:
        return not self._newest and self._count >= self._limit

    def result(self) -> FoundSteps:
        """Return what was found so far."""
        past, found, searched, count = self._past, [*self._found], self._searched, self._count
        kept = slice(-self._limit, None) if self._newest else slice(self._limit)
        steps = joined([steps for steps, _ in found])[kept]
        if self._has_enough():
            searched, count = int(steps[-1]) + 1, len(steps)
        values = None
        if self._condition.watch is not None:
            values = np.concatenate([np.empty(0), *(values for _, values in found)])[kept]
            values.flags.writeable = False
        steps.flags.writeable = False
        return FoundSteps(
            self._condition, self._condition.watch, "", self._branch, past.first, past.last,
            searched, count, steps, values,
        )  # fmt: skip


class LargestJob(_Reading):
    """The steps with the largest values of a watch, see `Session.largest`."""

    def __init__(self, past: Past, watch: Watch, branch: int, count: int, of: str) -> None:
        super().__init__(past)
        self._watch, self._branch, self._most, self._of = watch, branch, count, of
        self._best: list[tuple[float, int]] = []
        self._searched = past.first

    def _take(self, block: PastSlice) -> None:
        self._searched = max(self._searched, block.last)
        if block.first == block.last:
            return
        values = np.abs(block.values[0]) if self._of == "size" else block.values[0]
        at = np.flatnonzero(~np.isnan(values))
        if len(at) > self._most:
            at = at[np.argsort(-values[at], kind="stable")[: self._most]]
        pairs = zip(values[at].tolist(), (-block.first - at).tolist(), strict=True)
        self._best = heapq.nlargest(self._most, [*self._best, *pairs])

    def result(self) -> FoundSteps:
        """Return what was found so far."""
        steps = np.array([-step for _, step in self._best], dtype=np.int64)
        values = np.array([value for value, _ in self._best])
        for array in (steps, values):
            array.flags.writeable = False
        return FoundSteps(
            None, self._watch, self._of, self._branch, self._past.first, self._past.last,
            self._searched, len(steps), steps, values,
        )  # fmt: skip
