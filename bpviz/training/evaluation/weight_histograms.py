"""Count the weights of both matrices into bins, in slices, on one snapshot."""

from __future__ import annotations

import math
import time

import numpy as np

from bpviz.network.types import Floats, Ints
from bpviz.network.weight_histogram import count_weights, widen_bounds
from bpviz.network.weights import Network
from bpviz.training.evaluation.slices import next_slice
from bpviz.training.evaluation.weight_history import Histogram, WeightHistograms

MOST_BINS = 128
"""Bins of one histogram at most; it has more than half as many where the weights differ."""

_FIRST_SLICE = 10**5  # weights in the first slice, a small part of a millisecond


class WeightsJob:
    """The histograms of W₁ and W₂.

    Parameters
    ----------
    network : Network
        The snapshot.
    step : int
        Its position, for the result.
    """

    def __init__(self, network: Network, step: int) -> None:
        self.step = step
        self.seconds = 0.0
        self._counting = [_Counting(network.W1T.ravel()), _Counting(network.W2.ravel())]
        self._total = 2 * (network.W1T.size + network.W2.size)
        self._slice = _FIRST_SLICE

    @property
    def done(self) -> bool:
        """Whether every weight has been counted."""
        return all(each.done for each in self._counting)

    @property
    def fraction(self) -> float:
        """Share of the work that is done, 0 … 1."""
        return sum(each.looked_at for each in self._counting) / self._total

    def advance(self, seconds: float | None = None) -> None:
        """Look at some more weights, for about `seconds`, or at all that are left."""
        begun = time.perf_counter()
        left = self._total if seconds is None else self._slice
        for each in self._counting:
            while left > 0 and not each.done:
                left -= each.advance(left)
        elapsed = time.perf_counter() - begun
        self.seconds += elapsed
        if seconds is not None:
            self._slice = next_slice(self._slice, elapsed, seconds, least=1000)

    def result(self) -> WeightHistograms:
        """Return what was found; the job must be done."""
        return WeightHistograms(self.step, *(each.result() for each in self._counting))


class _Counting:
    """One matrix: once through it for its range, once more to count."""

    def __init__(self, weights: Floats) -> None:
        self._weights = weights
        self._bounds = np.array([math.inf, -math.inf])
        self._n_not_finite = 0
        self._next = 0
        self._exponent = self._first = 0
        self._counts: Ints | None = None

    @property
    def done(self) -> bool:
        """Whether all are counted."""
        return self._counts is not None and self._next == self._weights.size

    @property
    def looked_at(self) -> int:
        """Weights looked at, each counted twice."""
        return self._next + (0 if self._counts is None else self._weights.size)

    def advance(self, most: int) -> int:
        """Look at `most` more weights of this pass, or what is left; return how many."""
        first, last = self._next, min(self._next + most, self._weights.size)
        if self._counts is None:
            self._n_not_finite += int(widen_bounds(self._weights, first, last, self._bounds))
        else:
            scale = math.ldexp(1.0, -self._exponent)
            count_weights(self._weights, first, last, scale, self._first, self._counts)
        self._next = last
        if self._counts is None and last == self._weights.size:
            low, high = (float(end) for end in self._bounds)
            self._exponent, self._first, bins = bins_over(low, high)
            self._counts, self._next = np.zeros(bins, dtype=np.int64), 0
            if not bins:
                self._next = last
        return last - first

    def result(self) -> Histogram:
        assert self._counts is not None
        self._counts.flags.writeable = False
        return Histogram(self._exponent, self._first, self._counts, self._n_not_finite)


def bins_over(low: float, high: float) -> tuple[int, int, int]:
    """Return the narrowest bins that hold ``low … high``, at most `MOST_BINS` of them.

    Returns
    -------
    exponent, first, number : int
        See `Histogram`; no bin at all where `low` is above `high`.
    """
    if low > high:
        return 0, 0, 0
    largest = max(-low, high, 0.0) or 1.0
    half = (high / 2 - low / 2) or largest  # where all weights are equal, bins of their size
    exponent = max(math.frexp(half / MOST_BINS)[1], math.frexp(largest)[1] - 50, -1000)
    while True:
        first, last = _place(low, exponent), _place(high, exponent)
        if last - first < MOST_BINS:
            return exponent, first, last - first + 1
        exponent += 1


def _place(value: float, exponent: int) -> int:
    place = math.floor(math.ldexp(value, -exponent))
    return -1 if place == 0 and value < 0 else place  # so near to 0 that the quotient is
