"""What all classification data needs: one-hot targets, and a part held back for testing."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.network.types import Floats


def one_hot(labels: NDArray[Any], n_classes: int) -> Floats:
    """Return the targets (m, d) float64: 1 in the column of a sample's class, else 0.

    `labels` is (m,), integers of 0 … `n_classes` − 1.
    """
    targets = np.zeros((len(labels), n_classes))
    targets[np.arange(len(labels)), labels] = 1.0
    return targets


def held_back(labels: NDArray[Any]) -> NDArray[np.bool_]:
    """Choose a fifth of the samples for testing, (m,) bool: always the same, of every class alike.

    Philox's raw bits are used because numpy promises them for every version, unlike what its
    ``Generator`` makes of them.
    """
    keys = np.random.Philox(key=0).random_raw(len(labels))
    chosen = np.zeros(len(labels), dtype=np.bool_)
    chosen[np.lexsort((keys, labels))[::5]] = True
    return chosen
