"""Toys that can be written down whole: truth tables, and the patterns of the autoencoder."""

from __future__ import annotations

import numpy as np

from bpviz.datasets.classes import one_hot
from bpviz.datasets.entry import Chosen
from bpviz.datasets.toys.samples import Samples, subscripted, two_classes
from bpviz.network.types import Floats


def exclusive_or(chosen: Chosen) -> Samples:
    """Return the four pairs of exclusive or."""
    bits = _rows(2)
    return two_classes(bits, (bits[:, 0] != bits[:, 1]).astype(np.int64))


def logical_and(chosen: Chosen) -> Samples:
    """Return the four pairs of logical and."""
    bits = _rows(2)
    return two_classes(bits, np.minimum(bits[:, 0], bits[:, 1]).astype(np.int64))


def logical_or(chosen: Chosen) -> Samples:
    """Return the four pairs of logical or."""
    bits = _rows(2)
    return two_classes(bits, np.maximum(bits[:, 0], bits[:, 1]).astype(np.int64))


def parity(chosen: Chosen) -> Samples:
    """Return the eight triples of bits; class 1 where an odd number of them is 1."""
    bits = _rows(3)
    return two_classes(bits, bits.sum(axis=1).astype(np.int64) % 2)


def autoencoder(chosen: Chosen) -> Samples:
    """Return the eight patterns with a single 1, each its own target."""
    labels = np.arange(8, dtype=np.int64)
    patterns = one_hot(labels, 8)
    return Samples(
        inputs=patterns,
        targets=patterns,
        input_names=subscripted(8),
        labels=labels,
        class_names=tuple("12345678"),
    )


def _rows(n_bits: int) -> Floats:
    """Return every row of a truth table, counted upwards, (2ⁿ, n)."""
    return np.array(list(np.ndindex((2,) * n_bits)), dtype=np.float64)
