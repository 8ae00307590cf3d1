"""Random numbers that are the same for the same seed with every version of NumPy.

NumPy promises stable bits for its bit generators only, not for ``Generator`` methods, so everything
here is made of Philox's raw bits; logarithm, sine and cosine are those of `network.elementary`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bpviz.network.elementary import normal_pairs
from bpviz.network.types import Floats, Ints

_STREAM = 3  # 0 holds samples back; 1 and 2 draw the pairs of a run; another one changes every set
_GRID = 2.0**20
_HALF = np.uint64(32)


class Draws:
    """Independent random numbers, one call after another.

    Each call has a stream of its own: the first numbers stay the same when more are drawn.

    Parameters
    ----------
    seed : int
        0 … 2⁶³ − 1.
    """

    def __init__(self, seed: int) -> None:
        self._key = np.array([seed, _STREAM], dtype=np.uint64)
        self._calls = 0

    def uniform(self, count: int) -> Floats:
        """Return `count` numbers from 0 to below 1, (count,) float64, exact in their 53 bits."""
        return (self._raw(count) >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def below(self, bound: int, count: int) -> Ints:
        """Return `count` whole numbers from 0 to below `bound`, which is at most 2³²; int64."""
        return ((self._raw(count) >> _HALF) * np.uint64(bound) >> _HALF).astype(np.int64)

    def normal(self, count: int) -> Floats:
        """Return `count` numbers of mean 0 and variance 1, (count,) float64."""
        return normal_pairs(1.0 - self.uniform(count), self.uniform(count))[0]

    def _raw(self, count: int) -> NDArray[np.uint64]:
        # The call's number in the second word: its stream cannot reach the next call's.
        counter = np.array([0, self._calls, 0, 0], dtype=np.uint64)
        self._calls += 1
        return np.random.Philox(key=self._key, counter=counter).random_raw(count)


def steady(values: Floats) -> Floats:
    """Return the values rounded to multiples of 2⁻²⁰, about 10⁻⁶: short to read and to write."""
    return np.asarray(np.rint(values * _GRID) / _GRID, dtype=np.float64)
