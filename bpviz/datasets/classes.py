"""What all classification data needs: one-hot targets, and a part held back for testing."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.network.types import Floats

MOST_CLASSES = 1000
"""Classes that are told apart."""

TEST_SHARE = 0.2
"""Share of the samples that is held back where nobody chose another."""


def one_hot(labels: NDArray[Any], n_classes: int) -> Floats:
    """Return the targets (m, d) float64: 1 in the column of a sample's class, else 0.

    `labels` is (m,), integers of 0 … `n_classes` − 1.
    """
    targets = np.zeros((len(labels), n_classes))
    targets[np.arange(len(labels)), labels] = 1.0
    return targets


def class_targets(labels: NDArray[Any], n_classes: int) -> Floats:
    """Return targets for classes: one-hot, or a single column (m, 1) where there are two."""
    if n_classes == 2:
        return labels[:, np.newaxis].astype(np.float64)
    return one_hot(labels, n_classes)


def held_back(labels: NDArray[Any], share: float = TEST_SHARE, seed: int = 0) -> NDArray[np.bool_]:
    """Choose samples for testing, (m,) bool: of every class alike, the same for the same seed.

    Philox's raw bits are used because numpy promises them for every version, unlike what its
    ``Generator`` makes of them.

    Parameters
    ----------
    labels : (m,)
        Class of each sample; all alike where there are none.
    share : float
        How much to hold back, 0 ≤ share < 1.
    seed : int
        0 … 2⁶³ − 1.
    """
    m = len(labels)
    keys = np.random.Philox(key=np.array([seed, 0], dtype=np.uint64)).random_raw(m)
    held = _rounded_up(np.arange(m + 1), share)
    chosen = np.zeros(m, dtype=np.bool_)
    chosen[np.lexsort((keys, labels))[held[1:] > held[:-1]]] = True
    return chosen


def n_held_back(n_samples: int, share: float = TEST_SHARE) -> int:
    """Return how many of `n_samples` samples `held_back` chooses."""
    return int(_rounded_up(np.array([n_samples]), share)[0])


def _rounded_up(counts: NDArray[np.int64], share: float) -> NDArray[np.int64]:
    """Return that share of each count, rounded up, in whole numbers: 0.2 is a fifth exactly."""
    part = Fraction(share).limit_denominator(10_000)
    return -(-counts * part.numerator // part.denominator)
