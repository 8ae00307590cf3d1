"""What a run does with long rows of numbers between two chunks, in one pass and without the GIL.

NumPy would need a dozen passes, and at the end of each wait for the interpreter again while the
interface draws.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bpviz.network.compiler import strict_jit
from bpviz.network.types import Floats, Ints

Raw = NDArray[np.uint64]


@strict_jit
def merge(
    low: Floats, mean: Floats, high: Floats, merged: tuple[Floats, Floats, Floats], halves: Floats
) -> None:
    """Merge groups of neighbours: smallest `low`, mean of `mean`, largest `high`.

    A group is as long as `halves`, a power of two, which is written to: means are taken of two,
    of these again, and so on, so that wider groups have the same mean whatever they are made of.

    Parameters
    ----------
    low, mean, high : (k · group,) float64
        May be the same array.
    merged : three of (k,) float64
        Receive the result.
    halves : (group,) float64
    """
    group = halves.size
    lows, means, highs = merged
    for k in range(lows.size):
        at = k * group
        least, most = low[at], high[at]
        for i in range(group):
            least, most = min(least, low[at + i]), max(most, high[at + i])
            halves[i] = mean[at + i]
        width = group
        while width > 1:
            width //= 2
            for i in range(width):
                halves[i] = 0.5 * halves[2 * i] + 0.5 * halves[2 * i + 1]
        lows[k], means[k], highs[k] = least, halves[0], most


@strict_jit
def bounded(raw: Raw, m: np.uint64, numbers: Ints) -> None:
    """Write integers below `m` ≤ 2³², the upper half of ``raw · m`` in two 32-bit parts.

    The bias, below m / 2⁶⁴, is far under what any run could show.
    """
    half, low = np.uint64(32), np.uint64(0xFFFFFFFF)
    for i in range(raw.size):
        upper = (raw[i] >> half) * m
        lower = ((raw[i] & low) * m) >> half
        numbers[i] = np.int64((upper + lower) >> half)
