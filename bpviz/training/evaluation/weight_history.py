"""Histograms of both weight matrices along a branch, in bounded memory; frozen for reading."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from bpviz.network.types import Floats, Ints
from bpviz.quoting import brief
from bpviz.training.journal.entries import MatrixName

MOST_COLUMNS = 512
"""Measurements that are kept along a branch, as evenly over its steps as they were made."""

_LARGEST = float(np.finfo(np.float64).max)


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """How many weights of a matrix lie in each bin.

    Attributes
    ----------
    exponent : int
        Bins are 2 to this power wide and begin at multiples of that.
    first : int
        Bin i holds the weights w with ``first + i ≤ w / 2**exponent < first + i + 1``.
    counts : (b,) int64
        Read-only; b may be 0 where no weight is finite.
    n_not_finite : int
        Weights that lie in no bin.
    """

    exponent: int
    first: int
    counts: Ints
    n_not_finite: int = 0

    __repr__ = brief

    @property
    def edges(self) -> Floats:
        """Bounds of the bins, rising, (b + 1,) float64; exact."""
        return _edges(self.first, len(self.counts), self.exponent)

    def coarser(self, exponent: int) -> Histogram:
        """Return the same weights in bins of 2 to the power of `exponent`, at least its own.

        Bins are merged as they are, so it is exactly what counting into the wider ones gives.
        """
        return self if exponent == self.exponent else _coarser(self, exponent)


@lru_cache(maxsize=4 * MOST_COLUMNS)
def _coarser(histogram: Histogram, exponent: int) -> Histogram:
    apart = min(exponent - histogram.exponent, 62)
    bins = (histogram.first + np.arange(len(histogram.counts))) >> apart
    first = int(bins[0]) if len(bins) else 0
    merged = np.zeros(int(bins[-1]) - first + 1 if len(bins) else 0, dtype=np.int64)
    np.add.at(merged, bins - first, histogram.counts)
    merged.flags.writeable = False
    return Histogram(exponent, first, merged, histogram.n_not_finite)


@dataclass(frozen=True, slots=True, eq=False)
class WeightHistograms:
    """The histograms of W₁ and W₂ at one step."""

    step: int
    W1: Histogram
    W2: Histogram

    __repr__ = brief


@dataclass(frozen=True, slots=True, eq=False)
class HistogramTable:
    """All histograms of one matrix in bins of the same width.

    Attributes
    ----------
    steps : (p,) int64
        Rising.
    edges : (b + 1,) float64
    counts : (p, b) int64
    n_not_finite : (p,) int64
    """

    steps: Ints
    edges: Floats
    counts: Ints
    n_not_finite: Ints

    __repr__ = brief


@dataclass(frozen=True, eq=False)
class WeightHistory:
    """All that was measured along a branch, by rising step."""

    columns: tuple[WeightHistograms, ...] = ()

    __repr__ = brief

    def table(self, matrix: MatrixName) -> HistogramTable:
        """Return the histograms of one matrix, in the widest bins of any of them."""
        return self._W1 if matrix == "W1" else self._W2

    @cached_property
    def _W1(self) -> HistogramTable:
        return _table([column.step for column in self.columns], [c.W1 for c in self.columns])

    @cached_property
    def _W2(self) -> HistogramTable:
        return _table([column.step for column in self.columns], [c.W2 for c in self.columns])


def _table(steps: list[int], histograms: list[Histogram]) -> HistogramTable:
    exponent = max((each.exponent for each in histograms if len(each.counts)), default=0)
    merged = [each.coarser(exponent) if len(each.counts) else each for each in histograms]
    there = [each for each in merged if len(each.counts)]
    first = min((each.first for each in there), default=0)
    end = max((each.first + len(each.counts) for each in there), default=0)
    counts = np.zeros((len(merged), end - first), dtype=np.int64)
    for row, each in zip(counts, merged, strict=True):
        at = each.first - first
        row[at : at + len(each.counts)] = each.counts
    return HistogramTable(
        np.array(steps, dtype=np.int64),
        _edges(first, end - first, exponent),
        counts,
        np.array([each.n_not_finite for each in merged], dtype=np.int64),
    )


def _edges(first: int, bins: int, exponent: int) -> Floats:
    with np.errstate(over="ignore"):  # beyond the largest number there is none to be counted
        edges = np.ldexp(first + np.arange(bins + 1.0), exponent)
    clipped: Floats = np.clip(edges, -_LARGEST, _LARGEST)
    return clipped


class WeightCurve:
    """The histograms at some steps, by rising step; at most `MOST_COLUMNS` of them are kept."""

    def __init__(self) -> None:
        self._columns: list[WeightHistograms] = []
        self._shown: WeightHistory | None = None

    def add(self, found: WeightHistograms) -> None:
        """Put in what was measured; an older measurement of its step gives way.

        A weight may have been edited there since.
        """
        columns = self._columns
        at = bisect_left(columns, found.step, key=_step)
        same = at < len(columns) and columns[at].step == found.step
        columns[at : at + same] = [found]
        if len(columns) > MOST_COLUMNS:  # the one that leaves the smallest gap makes room
            steps = np.array([column.step for column in columns])
            del columns[1 + int(np.argmin(steps[2:] - steps[:-2]))]
        self._shown = None

    def cut(self, end: int) -> WeightCurve:
        """Return a copy without what lies beyond step `end`."""
        copy = WeightCurve()
        copy._columns = self._columns[: bisect_right(self._columns, end, key=_step)]
        return copy

    def shown(self) -> WeightHistory:
        """Return all of it; the same object while nothing is put in."""
        if self._shown is None:
            self._shown = WeightHistory(tuple(self._columns))
        return self._shown


def _step(column: WeightHistograms) -> int:
    return column.step
