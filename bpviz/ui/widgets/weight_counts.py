"""Counting weights in bins that lie symmetrically about 0, in a millisecond or two."""

from __future__ import annotations

import math

import numpy as np

from bpviz.network.types import Floats, Ints

BINS = 81
"""An odd number, so that weights of 0 stand in the middle of a bin."""

MOST = 2**17
"""Weights that are counted at most: of a larger matrix, evenly spread ones."""


def spread(matrix: Floats) -> Floats:
    """Return the entries of `matrix`, contiguous, as one array; of a large one about `MOST`.

    The stride has no factor in common with the length of a row, so that all columns take part.
    """
    flat = matrix.reshape(-1)
    stride = max(1, -(-flat.size // MOST))
    while math.gcd(stride, matrix.shape[-1]) != 1:
        stride += 1
    return flat[::stride]


def symmetric_edges(limit: float) -> Floats:
    """Return the edges of `BINS` bins from −limit to +limit."""
    return np.asarray(limit * np.linspace(-1.0, 1.0, BINS + 1))


def symmetric_counts(values: Floats, limit: float) -> Ints:
    """Return how many of `values` (any shape) lie in each of the bins, (b,) int64.

    Values beyond ±limit count in the outermost bins; what is not finite does not count.
    """
    flat = values.reshape(-1)
    with np.errstate(all="ignore"):
        places = flat * (BINS / (2.0 * limit))
        places += BINS / 2.0
        if not np.isfinite(places.sum()):
            places = places[np.isfinite(flat)]
    np.clip(places, 0.0, BINS - 0.5, out=places)
    return np.bincount(places.astype(np.intp), minlength=BINS).astype(np.int64)
