"""Between which values most steps of a bucket lie: the 10 % and 90 % quantiles of their losses.

A bucket of fewer than 16 steps has them exactly: Hazen's quantiles, in which the k-th smallest of n
values stands at (k − ½)/n, and one between two of them is interpolated.  A wider one has a sketch:
a sample of its losses, sorted, at evenly spaced ranks.  16 steps keep all their losses.  Sixteen
sketches that become one are sorted together, and of each run of neighbours the one in its middle
stays, `KEPT` of them.  That moves no rank by more than 1/(2 · KEPT), so that in a bucket of 16^i
steps

    the line drawn at 10 % lies between the true quantiles at 10 % − e and 10 % + e,
    e = i / (2 · KEPT): 3.1 % of the steps for a bucket of 256, 4.7 % for 4 096, 6.3 % for 65 536,

and the one at 90 % likewise, whatever the losses are: this bound knows nothing of how they are
distributed, and no spike, zero, infinity or NaN makes the rest coarser.  Losses of MNIST are off by
0.2 to 0.6 % of the steps (root of the mean square) and by 2.2 % at most.  Each loss in a sketch is
exact to one part in 2²⁰.  Nothing is drawn at random: the same steps have the same sketch, after
going back, on a branch, and in another program.

Between two of its losses a sketch interpolates their bits, which is nearly their logarithm: losses
span decades, and a straight line from one to the next would lie too high.  NaN counts as larger
than any loss.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.network.memory import as_read
from bpviz.network.record_kernels import Keys, sort_keys, thin
from bpviz.network.types import Floats

QUANTILES = (0.1, 0.9)

KEPT = 32
"""Losses in a sketch; that of 16 steps has 16."""

_ABREAST = 64
"""Groups that are sorted at a time: enough for wide registers, and no more than a cache holds."""

_INFINITE = 0x7FF00000
"""Key of an infinite loss."""


def no_sketches(steps: int) -> NDArray[Any]:
    """Return an array of none, (0,), of the kind that buckets of so many steps have."""
    return np.empty(0, _kind(min(steps, KEPT)))


def sketches_as_keys(sketches: NDArray[Any]) -> Keys:
    """Return k sketches as numbers, (k, losses in each) int32."""
    keys, run = _unpacked(sketches)
    return keys.reshape(-1, run)


def keys_as_sketches(keys: Keys, steps: int) -> NDArray[Any]:
    """Return the sketches, of so many steps each, that `sketches_as_keys` had as numbers.

    Raises
    ------
    ValueError
        If there are no such sketches.
    """
    size = min(steps, KEPT)
    if keys.dtype != np.int32 or keys.ndim != 2 or keys.shape[1] != size:
        raise ValueError(f"sketches of {steps} steps")
    return _packed(np.ascontiguousarray(keys).reshape(-1), size)


def sketches_of(values: Floats, group: int) -> NDArray[Any]:
    """Return the sketch of each `group`, a power of two, of the (k · group,) losses: (k,)."""
    keys = np.empty(len(values), np.int32)
    sort_keys(as_read(values).view(np.int64), keys)
    return _packed(_thinned(keys, 1, group, min(group, KEPT)), min(group, KEPT))


def merged(sketches: NDArray[Any], group: int) -> NDArray[Any]:
    """Merge each `group`, a power of two, of neighbouring sketches of equal weight: (k,)."""
    keys, run = _unpacked(sketches)
    kept = min(group * run, KEPT)
    return _packed(_thinned(keys, run, group * run, kept), kept)


def quantiles(sketches: NDArray[Any], group: int) -> Floats:
    """Return `QUANTILES` of each `group` of neighbouring sketches of equal weight, (2, k)."""
    keys, run = _unpacked(sketches)
    n = group * run
    ordered = _thinned(keys, run, n, n).reshape(-1, n)
    found = []
    for q in QUANTILES:
        at = min(max(q * n - 0.5, 0.0), n - 1.0)
        i = int(at)
        found.append(_between(ordered[:, i], ordered[:, min(i + 1, n - 1)], at - i))
    return np.stack(found)


def quantiles_of_parts(parts: list[tuple[NDArray[Any], int]]) -> Floats:
    """Return `QUANTILES` of all that `parts` hold: sketches, each of so many steps; (2, 1)."""
    keys, weights = [], []
    for sketches, steps in parts:
        of_part, run = _unpacked(sketches)
        keys.append(of_part)
        weights.append(np.full(len(of_part), steps / run))
    all_keys, all_weights = np.concatenate(keys), np.concatenate(weights)
    order = np.argsort(all_keys, kind="stable")
    ordered, weight = all_keys[order], all_weights[order]
    ends = np.cumsum(weight)
    places = ends - weight / 2
    found = []
    for q in QUANTILES:
        at = q * ends[-1]
        j = min(int(np.searchsorted(places, at)), len(places) - 1)
        i = max(j - 1, 0) if at < places[j] else j
        share = (at - places[i]) / (places[j] - places[i]) if i < j else 0.0
        found.append(_between(ordered[i : i + 1], ordered[j : j + 1], max(share, 0.0)))
    return np.stack(found)


def exact_quantiles(values: Floats) -> Floats:
    """Return `QUANTILES` of each row of (k, n) losses after Hazen, (2, k)."""
    n = values.shape[1]
    ordered = np.sort(values, axis=1)  # NaN last
    found = []
    for q in QUANTILES:
        at = min(max(q * n - 0.5, 0.0), n - 1.0)
        i = int(at)
        low, high, share = ordered[:, i], ordered[:, min(i + 1, n - 1)], at - i
        found.append(low if share == 0 else (1 - share) * low + share * high)
    return np.stack(found)


def _thinned(keys: Keys, run: int, n: int, kept: int) -> Keys:
    result = np.empty(len(keys) // n * kept, np.int32)
    thin(as_read(keys), run, result, np.empty((n, _ABREAST), np.int32))
    return result


def _packed(keys: Keys, size: int) -> NDArray[Any]:
    """Return (k · size,) keys as one entry a sketch, which a ring of buckets can hold."""
    return keys.view(_kind(size))


def _kind(size: int) -> np.dtype[Any]:
    return np.dtype((np.void, 4 * size))


def _unpacked(sketches: NDArray[Any]) -> tuple[Keys, int]:
    """Return the keys of all sketches, and how many are of one."""
    return np.ascontiguousarray(sketches).view(np.int32), sketches.dtype.itemsize // 4


def _between(low: Keys, high: Keys, share: float) -> Floats:
    """Return the losses of keys a `share` of the way from `low` to `high`."""
    a, b = low.astype(np.int64), high.astype(np.int64)
    keys = a + np.floor(share * (b - a)).astype(np.int64)
    if share > 0:  # halfway to infinity is there
        keys = np.where(np.abs(b) >= _INFINITE, b, keys)
    values: Floats = ((keys ^ ((keys >> 63) & 0x7FFFFFFF)) << 32).view(np.float64)
    return values
