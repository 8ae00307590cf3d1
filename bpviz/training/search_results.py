"""What searches of the past have found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bpviz.quoting import brief
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.watches import Watch

if TYPE_CHECKING:
    from bpviz.network.types import Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class WatchCurves:
    """Curves of watches along a stretch of a branch, each number exact.

    Attributes
    ----------
    watches : tuple of Watch
    branch, first, last : int
        Steps `first` … `last`, both included.
    width : int
        Steps of a bucket; 1 where every step has its own.
    steps : (k,) int64
        The first step of each bucket.
    low, high, end : (w, k) float64
        Least, largest and last value in each; NaN where none is a number.
    """

    watches: tuple[Watch, ...]
    branch: int
    first: int
    last: int
    width: int
    steps: Ints
    low: Floats
    high: Floats
    end: Floats

    __repr__ = brief


@dataclass(frozen=True, slots=True, eq=False)
class FoundSteps:
    """Steps of a branch that a search has found.

    Attributes
    ----------
    condition : Breakpoint or None
        What they meet.
    watch : Watch or None
        Whose value stands beside each, and of which the largest were wanted where there is no
        condition.
    of : str
        "value", "size" or "move": what was compared of the largest.
    branch, start, stop : int
        The steps ``start … stop − 1`` were to be searched.
    searched : int
        The first step that was not; `stop` where all were.
    count : int
        Steps that were found; the newest or the first of them are listed.
    steps : (k,) int64
        Rising; of the largest values in falling order of these.
    samples : (k,) int64
        The pair of each.
    values : (k,) float64 or None
        Of the watch, as `of` says.
    """

    condition: Breakpoint | None
    watch: Watch | None
    of: str
    branch: int
    start: int
    stop: int
    searched: int
    count: int
    steps: Ints
    samples: Ints
    values: Floats | None

    __repr__ = brief

    def before(self, stop: int) -> FoundSteps:
        """Return what was found before step `stop`, as if no more had been searched."""
        kept = self.steps < stop
        return replace(
            self,
            stop=min(self.stop, stop),
            searched=min(self.searched, stop),
            count=self.count - int((~kept).sum()),
            steps=self.steps[kept],
            samples=self.samples[kept],
            values=None if self.values is None else self.values[kept],
        )
