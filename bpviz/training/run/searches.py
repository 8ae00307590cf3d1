"""Questions that read the past step by step: the curves of watches, and the steps that meet a
condition."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bpviz.network import watches as kernel
from bpviz.network.types import Floats, Ints, Stop
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.run.past import Past, PastSlice, joined
from bpviz.training.run.replay import step_nanoseconds
from bpviz.training.run.timeline import NEVER
from bpviz.training.run.watched_numbers import Wanted, WatchedNumbers
from bpviz.training.search_results import FoundSteps, WatchCurves
from bpviz.training.settings import Settings, check_count
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
        Of the condition, and of `watch`.
    condition : Breakpoint
    branch : int
    limit : int
        So many are listed, at most `MOST_FOUND`; the search ends with the last of them, unless the
        newest are wanted.
    watch : Watch, optional
        Whose value stands beside each step.
    newest : bool
        The last ones instead of the first.

    Raises
    ------
    SettingsError
        If the limit is no number from 1 on.
    """

    def __init__(
        self,
        past: Past,
        condition: Breakpoint,
        branch: int,
        limit: int,
        watch: Watch | None = None,
        *,
        newest: bool = False,
    ) -> None:
        super().__init__(past)
        self._condition, self._branch, self._watch = condition, branch, watch
        self._limit = min(check_count("The limit", limit, 1, NEVER), MOST_FOUND)
        self._newest = newest
        # What was found, how many, the first step not searched: replaced in one assignment, since
        # another thread reads it meanwhile.
        self._so_far: tuple[tuple[Found, ...], int, int] = ((), 0, past.first)

    def _take(self, block: PastSlice) -> None:
        found, count, searched = self._so_far
        if len(block.hits):
            at = block.hits - block.first
            values = block.values[0, at] if len(block.values) else np.empty(0)
            found = (*found, (block.hits, block.samples[at], values))
            count += len(block.hits)
        if self._newest:
            kept = sum(len(steps) for steps, *_ in found)
            while found and kept - len(found[0][0]) >= self._limit:
                kept -= len(found[0][0])
                found = found[1:]
        self._so_far = found, count, max(searched, block.last)

    def _has_enough(self) -> bool:
        return not self._newest and self._so_far[1] >= self._limit

    def result(self) -> FoundSteps:
        """Return what was found so far."""
        found, count, searched = self._so_far
        kept = slice(-self._limit, None) if self._newest else slice(self._limit)
        steps = joined([steps for steps, *_ in found])[kept]
        samples = joined([samples for _, samples, _ in found])[kept]
        if not self._newest and count >= self._limit:
            searched, count = int(steps[-1]) + 1, len(steps)
        values = None
        if self._watch is not None:
            values = np.concatenate([np.empty(0), *(values for *_, values in found)])[kept]
        return FoundSteps(
            self._condition, self._watch, "", self._branch, self._past.first, self._past.last,
            searched, count, *_frozen(steps, samples, values),
        )  # fmt: skip


class LargestJob(_Reading):
    """The steps with the largest values of a watch, see `Session.largest`.

    Parameters
    ----------
    past : Past
        Of the watch, of its moves where these are wanted.
    watch : Watch
    branch : int
    count : int
        So many at most, and at most `MOST_FOUND`.
    of : str
        "value", "size" or "move".

    Raises
    ------
    SettingsError
        If the count is no number from 1 on.
    """

    def __init__(self, past: Past, watch: Watch, branch: int, count: int, of: str) -> None:
        super().__init__(past)
        self._watch, self._branch, self._of = watch, branch, of
        self._most = min(check_count("The number of steps", count, 1, NEVER), MOST_FOUND)
        # As in `FindJob`: replaced in one assignment.
        self._so_far: tuple[Found, int] = nothing_found(), past.first

    def _take(self, block: PastSlice) -> None:
        best, searched = self._so_far
        self._so_far = ranked(best, block, self._most, self._of), max(searched, block.last)

    def result(self) -> FoundSteps:
        """Return what was found so far."""
        (steps, samples, values), searched = self._so_far
        return FoundSteps(
            None, self._watch, self._of, self._branch, self._past.first, self._past.last,
            searched, len(steps), *_frozen(steps, samples, values),
        )  # fmt: skip


Found = tuple[Ints, Ints, Floats]
"""Steps, their pairs, and a value of each; none where there is no watch."""


def nothing_found() -> Found:
    """Return no steps."""
    none = np.empty(0, dtype=np.int64)
    return none, none, np.empty(0)


def ranked(best: Found, block: PastSlice, most: int, of: str) -> Found:
    """Return the steps with the largest values of those that were the best and of some later ones.

    Parameters
    ----------
    best : Found
        By falling values.
    block : PastSlice
        Of one watch, or of its moves.  What is not a number is left out.
    most : int
    of : str
        "value", "size" or "move".

    Returns
    -------
    Found
        By falling values; among equal ones the earlier step first.
    """
    if block.first == block.last:
        return best
    values = np.abs(block.values[0]) if of == "size" else block.values[0]
    at = np.flatnonzero(~np.isnan(values))
    found = block.first + at, block.samples[at], values[at]
    steps, samples, values = map(np.concatenate, zip(best, found, strict=True))
    order = np.argsort(-values, kind="stable")[:most]  # those before came earlier
    return steps[order], samples[order], values[order]


def _frozen(steps: Ints, samples: Ints, values: Floats | None) -> tuple[Ints, Ints, Floats | None]:
    for array in (steps, samples, values):
        if array is not None:
            array.flags.writeable = False
    return steps, samples, values


def search_cost(
    settings: Settings,
    pairs: Pairs,
    keyframes: Ints,
    start: int,
    stop: int,
    watch: Watch | None = None,
    condition: Breakpoint | None = None,
    *,
    moves: bool = False,
) -> tuple[int, float]:
    """Return how many steps a search computes, and about how many seconds that takes.

    Parameters
    ----------
    settings : Settings
    pairs : Pairs
    keyframes : (k,) int64
        Steps of the branch of which a copy of the weights is kept, rising; it begins at the last
        of them before `start`.
    start, stop : int
        The steps ``start … stop − 1`` are searched.
    watch : Watch, optional
        Whose values are wanted; with `moves`, by how much each step moves it.
    condition : Breakpoint, optional
    """
    before = keyframes[keyframes < max(start, 1)]
    count = max(stop - (int(before[-1]) if len(before) else 0), 0)
    step = step_nanoseconds(settings, pairs.dataset)
    needs = [] if watch is None else [Wanted(watch, kernel.MOVE if moves else kernel.VALUE)]
    about = None if condition is None else Wanted.of(condition)
    if about is not None:
        needs.append(about)
    step += WatchedNumbers(settings, pairs).nanoseconds(needs, step)
    return count, count * step / 1e9
