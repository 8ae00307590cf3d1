"""InputRanges: between which values the inputs of a data set lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats

_BLOCK = 2**20
"""Inputs looked at at once."""


@dataclass(frozen=True, slots=True, eq=False)
class InputRanges:
    """What the training part has of each input; arrays of shape (n,), float64.

    Attributes
    ----------
    low, high : (n,)
        Least and greatest value, low < high: where an input never changes, half a unit around it.
    mean : (n,)
    """

    low: Floats
    high: Floats
    mean: Floats

    @classmethod
    def of(cls, data: Dataset) -> InputRanges:
        """Look at every sample of the training part; what is not finite is passed over."""
        n, rows = data.n_inputs, data.rows
        low, high = np.full(n, np.inf), np.full(n, -np.inf)
        total, count = np.zeros(n), np.zeros(n)
        step = max(_BLOCK // max(n, 1), 1)
        for first in range(0, len(rows), step):
            last = min(first + step, len(rows))
            starts = rows.starts[first : last + 1]
            part = slice(starts[0], starts[-1])
            dense = np.zeros((last - first, n))
            dense[np.repeat(np.arange(last - first), np.diff(starts)), rows.indices[part]] = (
                rows.values[part]
            )
            good = np.isfinite(dense)
            low = np.minimum(low, np.where(good, dense, np.inf).min(axis=0))
            high = np.maximum(high, np.where(good, dense, -np.inf).max(axis=0))
            total += np.where(good, dense, 0.0).sum(axis=0)
            count += good.sum(axis=0)
        mean = total / np.maximum(count, 1)
        low, high = np.where(count > 0, low, 0.0), np.where(count > 0, high, 0.0)
        flat = high - low <= 1e-12 * np.maximum(np.abs(low), 1.0)
        return cls(np.where(flat, low - 0.5, low), np.where(flat, high + 0.5, high), mean)
