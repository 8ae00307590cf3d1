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
Keys = NDArray[np.int32]


@strict_jit
def merge(
    low: Floats, mean: Floats, high: Floats, merged: tuple[Floats, Floats, Floats], halves: Floats
) -> None:
    """Merge groups of neighbours: smallest `low`, mean of `mean`, largest `high`.

    NaN counts for the mean alone, unless there is nothing else.

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
            if low[at + i] < least or least != least:
                least = low[at + i]
            if high[at + i] > most or most != most:
                most = high[at + i]
            halves[i] = mean[at + i]
        width = group
        while width > 1:
            width //= 2
            for i in range(width):
                halves[i] = 0.5 * halves[2 * i] + 0.5 * halves[2 * i + 1]
        lows[k], means[k], highs[k] = least, halves[0], most


@strict_jit
def sort_keys(bits: Ints, keys: Keys) -> None:
    """Write the upper half of each float64 as an integer that rises with it; NaN above all.

    Parameters
    ----------
    bits : (k,) int64
        The numbers, bit by bit.
    keys : (k,) int32
        Receives 11 bits of exponent and 20 of fraction: each number but for one part in 2²⁰.
    """
    size, infinity = np.int64(0x7FFFFFFFFFFFFFFF), np.int64(0x7FF0000000000000)
    for i in range(bits.size):
        key = np.int32(bits[i] >> 32)
        if bits[i] & size > infinity:
            key = np.int32(0x7FF80000)
        elif key < 0:
            key ^= np.int32(0x7FFFFFFF)
        keys[i] = key


@strict_jit
def thin(keys: Keys, run: int, thinned: Keys, work: Keys) -> None:
    """Sort groups of keys, and keep those in the middle of equally many neighbours.

    Of an even number of neighbours the lower and the upper middle are kept in turn, so that
    neither side is favoured.  Batcher's odd-even merging compares the same places whatever the
    keys are: many groups are sorted abreast, and no branch has to be guessed.

    Parameters
    ----------
    keys : (k · n,) int32
        Each `run` of them, a power of two, is sorted already.
    thinned : (k · m,) int32
        Receives the result, each m sorted; n and m are powers of two, m ≤ n.
    work : (n, any) int32
        Room for as many groups as are sorted abreast; written to.
    """
    n, abreast = work.shape
    groups = keys.size // n
    if groups == 0:
        return
    kept = thinned.size // groups
    among = n // kept
    for first in range(0, groups, abreast):
        there = abreast if first + abreast <= groups else groups - first
        for k in range(there):
            for i in range(n):
                work[i, k] = keys[(first + k) * n + i]
        size = run
        while size < n:  # of the runs that are merged by two
            apart = size
            while apart:
                for start in range(apart % size, n - apart, 2 * apart):
                    for i in range(start, start + apart):
                        if i // (2 * size) == (i + apart) // (2 * size):
                            for k in range(there):
                                one, other = work[i, k], work[i + apart, k]
                                work[i, k] = one if one < other else other
                                work[i + apart, k] = other if one < other else one
                apart //= 2
            size *= 2
        for k in range(there):
            for i in range(kept):
                thinned[(first + k) * kept + i] = work[i * among + (among - 1 + i % 2) // 2, k]


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
