"""Steps taken once more, and what each of them took from some of the weights.

A step changes row k of W₁ by −λδ1ₖ x (N8, N9), and an entry of W₂ by −λδ2ⱼ hₖ (N6, N9).  Since x
is the pair's own, −λδ1ₖ added up over the steps on a pair says what it did to the whole row.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from bpviz.network.compiler import strict_jit
from bpviz.network.equations import Workspace, deltas, forward, scale_deltas, update
from bpviz.network.kernels import fetch_ahead
from bpviz.network.types import Floats, Indices, Ints, Stop


class Factors(NamedTuple):
    """Which factors of a step are kept, and where: w of them.

    Attributes
    ----------
    block : (5,) int64
        A hidden unit, whose −λδ1 is the first factor, or −1; and of W₂ the rows and the columns,
        first and end, whose −λδ2ⱼ hₖ are the others, row by row.
    of_step : (s, w) float64
        Receives the factors of each step.
    sums, rests : (p, w) float64
        What they add up to, by pair, and what was lost in that; p = 0 adds nothing up.
    counts : (p,) int64
        Steps on each pair.
    """

    block: Ints
    of_step: Floats
    sums: Floats
    rests: Floats
    counts: Ints

    @classmethod
    def empty(cls, block: Ints, steps: int, pairs: int) -> Factors:
        """Return room for the factors of so many steps, and for the sums of so many pairs."""
        unit, top, bottom, left, right = block.tolist()
        width = int(unit >= 0) + (bottom - top) * (right - left)
        sums, rests = np.zeros((pairs, width)), np.zeros((pairs, width))
        counts = np.zeros(pairs, dtype=np.int64)
        return cls(block, np.empty((steps, width)), sums, rests, counts)


@strict_jit
def add_up(sums: Floats, rests: Floats, i: int, factors: Floats) -> None:
    """Add to row i of the sums what Neumaier's summation keeps of each factor, and the rest."""
    for q in range(factors.size):
        old, value = sums[i, q], factors[q]
        new = old + value
        if abs(old) >= abs(value):
            rests[i, q] += (old - new) + value
        else:
            rests[i, q] += (value - new) + old
        sums[i, q] = new


@strict_jit(unroll=True)
def replay(
    W1T: Floats,
    W2: Floats,
    starts: Ints,
    indices: Indices,
    values: Floats,
    norms: Floats,
    Y: Floats,
    samples: Ints,
    rate: float,
    sigma1: int,
    sigma2: int,
    as_printed: bool,
    ws: Workspace,
    factors: Factors,
    stop: Stop,
) -> int:
    """Take steps on `samples` that were taken before, to the same bits, and note their factors.

    Nothing is looked at but `stop`, after each step: the numbers were finite the first time.
    Arguments as for `kernels.run`.

    Returns
    -------
    int
        Steps taken.
    """
    block = factors.block
    unit = block[0]
    for s in range(samples.size):
        i = samples[s]
        fetch_ahead(samples, s, starts, indices, values, norms, Y, W1T.shape[0])
        row_indices = indices[starts[i] : starts[i + 1]]
        row_values = values[starts[i] : starts[i + 1]]
        forward(row_indices, row_values, W1T, W2, sigma1, sigma2, ws)
        deltas(row_indices, Y[i], W2, as_printed, ws)
        scale_deltas(rate, ws)
        q = 0
        if unit >= 0:
            factors.of_step[s, 0] = -ws.scaled1[unit]
            q = 1
        for j in range(block[1], block[2]):
            for k in range(block[3], block[4]):
                factors.of_step[s, q] = -(ws.scaled2[j] * ws.h[k])
                q += 1
        if factors.counts.size > 0:
            factors.counts[i] += 1
            add_up(factors.sums, factors.rests, i, factors.of_step[s])
        update(row_indices, row_values, W1T, W2, ws)
        if stop[0] != 0:
            return s + 1
    return int(samples.size)
