"""Which samples of own data are held back for testing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.classes import TEST_SHARE, held_back
from bpviz.network.types import Ints


def draw_test_part(
    n_samples: int, labels: Ints | None, share: float | None, seed: int
) -> NDArray[np.bool_]:
    """Choose the samples for testing, (m,) bool: the same for the same seed, in every version.

    Parameters
    ----------
    n_samples : int
        m, at least 1; one is always left to train with.
    labels : (m,) int64 or None
        Classes, of each of which the same share is drawn.
    share : float or None
        0 ≤ share < 1; None is a fifth.
    seed : int
        0 … 2⁶³ − 1.
    """
    drawn_from = np.zeros(n_samples, dtype=np.int64) if labels is None else labels
    chosen = held_back(drawn_from, TEST_SHARE if share is None else share, seed)
    if chosen.all():
        chosen[0] = False
    return chosen
