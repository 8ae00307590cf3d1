"""Counting weights in bins that lie symmetrically about 0, in a millisecond or two."""

from __future__ import annotations

import math

import numpy as np

from bpviz.network.types import Floats, Ints

FEWEST_BINS, MOST_BINS = 21, 81

MOST = 2**17
"""Weights that are counted at most: of a larger matrix, evenly spread ones, an eighth of this
at least."""


def spread(matrix: Floats) -> Floats:
    """Return the entries of `matrix`, contiguous, as one array; of a large one `MOST` at most.

    The stride has no factor in common with the length of a row, so that all columns take part.
    """
    flat = matrix.reshape(-1)
    stride = max(1, -(-flat.size // MOST))
    while math.gcd(stride, matrix.shape[-1]) != 1:
        stride += 1
    return flat[::stride]


def bins_for(count: int) -> int:
    """Return a number of bins that suits so many values.

    It is odd, so that weights of 0 stand in the middle of a bin.
    """
    return min(max(2 * round(math.cbrt(count)) + 1, FEWEST_BINS), MOST_BINS)


def symmetric_edges(limit: float, bins: int) -> Floats:
    """Return the edges of `bins` bins from −limit to +limit, (bins + 1,) float64."""
    return np.asarray(limit * np.linspace(-1.0, 1.0, bins + 1))


def symmetric_counts(values: Floats, limit: float, bins: int) -> Ints:
    """Return how many of `values` (any shape) lie in each of those bins, (bins,) int64.

    Values beyond ±limit count in the outermost bins; what is not finite does not count.
    """
    flat = values.reshape(-1)
    with np.errstate(all="ignore"):
        places = flat * (bins / (2.0 * limit))
        places += bins / 2.0
        if not np.isfinite(places.sum()):
            places = places[np.isfinite(flat)]
    np.clip(places, 0.0, bins - 0.5, out=places)
    return np.bincount(places.astype(np.intp), minlength=bins).astype(np.int64)
