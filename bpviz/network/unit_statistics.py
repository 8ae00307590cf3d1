"""What each hidden unit does over many samples, and what the network says without it; compiled.

Arguments that repeat are named in ``equations.py``.
"""

# ruff: noqa: E741 - l is the note's letter for the hidden size
from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from bpviz.network.classification import classified_rightly, saturation
from bpviz.network.compiler import strict_jit
from bpviz.network.equations import (
    Workspace,
    activate,
    forward,
    hidden_sums,
    output_sums,
    squared_error,
)
from bpviz.network.types import Floats, Indices, Ints, Stop

EXACT_UP_TO = 256
"""Largest hidden size l at which z2 without a unit is summed anew, l² d additions a sample, so that
f is that of `Network.without` bit for bit.  Above it, 2 l d additions must do: the sum of all units
before k plus the sum of all after it.  Nothing cancels as it would in z2 − W₂ₖhₖ; each z2 differs
by at most l ε Σ|W₂ₖhₖ|, ε = 2⁻⁵²."""


class UnitTotals(NamedTuple):
    """Sums over the samples looked at so far.

    Attributes
    ----------
    activation : (l,) float64
        Of h_k.
    saturated : (l,) int64
        Samples on which unit k is saturated.
    counts : (l, b) int64
        Samples whose h_k lies in each bin; those that lie in none, or are NaN, are not counted.
    losses : (l + 2,) float64
        Of the loss without unit k; then of the whole network, then without a chosen set.
    right : (l + 2,) int64
        Samples classified rightly by the same networks.
    """

    activation: Floats
    saturated: Ints
    counts: Ints
    losses: Floats
    right: Ints

    @classmethod
    def empty(cls, n_hidden: int, n_bins: int) -> UnitTotals:
        """Allocate for l = `n_hidden` and b = `n_bins`."""
        return cls(
            np.zeros(n_hidden),
            np.zeros(n_hidden, dtype=np.int64),
            np.zeros((n_hidden, n_bins), dtype=np.int64),
            np.zeros(n_hidden + 2),
            np.zeros(n_hidden + 2, dtype=np.int64),
        )


@strict_jit
def sums_without_each(W2: Floats, h: Floats, exact: bool, z: Floats) -> None:
    """N4 with column k of W₂ counted as zero: z2 without unit k, into column k of `z` (d, l).

    `exact` sums over the other units in ascending order, as `output_sums` does; see `EXACT_UP_TO`.
    """
    d, l = W2.shape
    for j in range(d):
        row, out = W2[j], z[j]
        total = 0.0
        if exact:
            # Everybody who left out an earlier unit takes this one; who leaves out this one has
            # the sum so far.
            for i in range(l):
                term = row[i] * h[i]
                for k in range(i):
                    out[k] += term
                out[i] = total
                total += term
        else:
            for k in range(l):
                out[k] = total
                total += row[k] * h[k]
            total = 0.0
            for k in range(l - 1, -1, -1):
                out[k] += total
                total += row[k] * h[k]


@strict_jit
def bin_of(h: float, edges: Floats) -> int:
    """Return the bin of evenly spaced `edges` (b + 1,) that holds h, −1 if none does.

    Each holds its lower edge, the last one both.
    """
    b = edges.size - 1
    if not edges[0] <= h <= edges[b]:
        return -1
    found = min(int((h - edges[0]) / (edges[b] - edges[0]) * b), b - 1)
    while found > 0 and h < edges[found]:  # the division may round across an edge
        found -= 1
    while found < b - 1 and h >= edges[found + 1]:
        found += 1
    return found


@strict_jit
def _score(
    f: Floats, y: Floats, label: int, threshold: float, network: int, totals: UnitTotals
) -> None:
    """Count what one network, an entry of `UnitTotals.losses`, says to a sample."""
    totals.losses[network] += squared_error(f, y)
    if label >= 0:
        totals.right[network] += classified_rightly(f, label, threshold)


@strict_jit
def look_at_units(
    W1T: Floats,
    W2: Floats,
    W2_off: Floats,
    starts: Ints,
    indices: Indices,
    values: Floats,
    Y: Floats,
    labels: Ints,
    samples: Ints,
    first: int,
    last: int,
    sigma1: int,
    sigma2: int,
    edges: Floats,
    exact: bool,
    threshold: float,
    ws: Workspace,
    z: Floats,
    totals: UnitTotals,
    stop: Stop,
) -> int:
    """Add samples ``samples[first] … samples[last − 1]`` to `totals`.

    Parameters
    ----------
    W2_off : (d, l) float64
        W₂ without a chosen set of units; (0, l) if there are none.
    labels : (m,) int64
        Classes; (0,) if there are none.
    edges : (b + 1,) float64
        Of the bins of h, evenly spaced.
    threshold : float
        See `predicted_class`.
    z : (d, l) float64
        Room to compute in.

    Returns
    -------
    int
        The sample before which it ended: `last` unless `stop` said so.
    """
    l = W2.shape[1]
    low, high = saturation(sigma1)
    for p in range(first, last):
        if stop[0] != 0:
            return p
        i = samples[p]
        y = Y[i]
        label = labels[i] if labels.size > 0 else -1
        row = slice(starts[i], starts[i + 1])
        forward(indices[row], values[row], W1T, W2, sigma1, sigma2, ws)
        _score(ws.f, y, label, threshold, l, totals)
        for k in range(l):
            h = ws.h[k]
            totals.activation[k] += h
            totals.saturated[k] += h < low or h > high
            place = bin_of(h, edges)
            if place >= 0:
                totals.counts[k, place] += 1
        sums_without_each(W2, ws.h, exact, z)
        for k in range(l):
            for j in range(ws.z2.size):
                ws.z2[j] = z[j, k]
            activate(sigma2, ws.z2, ws.f, ws.prime2)
            _score(ws.f, y, label, threshold, k, totals)
        if W2_off.shape[0] > 0:
            output_sums(W2_off, ws.h, ws.z2)
            activate(sigma2, ws.z2, ws.f, ws.prime2)
            _score(ws.f, y, label, threshold, l + 1, totals)
    return last


@strict_jit
def widen_range(
    W1T: Floats,
    starts: Ints,
    indices: Indices,
    values: Floats,
    samples: Ints,
    first: int,
    last: int,
    sigma1: int,
    ws: Workspace,
    bounds: Floats,
    stop: Stop,
) -> int:
    """Take the h of samples ``samples[first] … samples[last − 1]`` into `bounds` (2,).

    Both ends; what is not finite does not count.  Returns the sample before which it ended, `last`
    unless `stop` said so.
    """
    for p in range(first, last):
        if stop[0] != 0:
            return p
        row = slice(starts[samples[p]], starts[samples[p] + 1])
        hidden_sums(indices[row], values[row], W1T, ws.z1)
        activate(sigma1, ws.z1, ws.h, ws.prime1)
        for k in range(ws.h.size):
            if math.isfinite(ws.h[k]):
                bounds[0] = min(bounds[0], ws.h[k])
                bounds[1] = max(bounds[1], ws.h[k])
    return last
