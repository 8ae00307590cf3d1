"""Count the weights of both matrices into bins, on one snapshot."""

from __future__ import annotations

import math

import numpy as np

from bpviz.network.types import Floats, Stop
from bpviz.network.weight_histogram import count_weights, widen_bounds
from bpviz.network.weights import Network
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.evaluation.weight_history import Histogram, WeightHistograms

MOST_BINS = 128
"""Bins of one histogram at most; it has more than half as many where the weights differ."""


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
        self._matrices = network.W1T.ravel(), network.W2.ravel()
        self._found: list[Histogram] = []

    @property
    def done(self) -> bool:
        """Whether every weight has been counted."""
        return len(self._found) == len(self._matrices)

    def advance(self, stop: Stop = GOES_ON) -> None:
        """Count the weights of what is left, see `Look`; a matrix takes milliseconds."""
        while not self.done and not stop[0]:
            self._found.append(_counted(self._matrices[len(self._found)]))

    def result(self) -> WeightHistograms:
        """Return what was found; the job must be done."""
        W1, W2 = self._found
        return WeightHistograms(self.step, W1, W2)


def _counted(weights: Floats) -> Histogram:
    """Go once through all weights (k,) for their range, and once more to count."""
    bounds = np.array([math.inf, -math.inf])
    n_not_finite = int(widen_bounds(weights, 0, weights.size, bounds))
    low, high = (float(end) for end in bounds)
    exponent, first, bins = bins_over(low, high)
    counts = np.zeros(bins, dtype=np.int64)
    if bins:
        count_weights(weights, 0, weights.size, math.ldexp(1.0, -exponent), first, counts)
    counts.flags.writeable = False
    return Histogram(exponent, first, counts, n_not_finite)


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
