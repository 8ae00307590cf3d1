"""Confusion: how many samples of each class the network takes for which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bpviz.network.types import Floats, Ints


@dataclass(frozen=True, eq=False)
class Confusion:
    """Samples by class and by what the network says.

    Attributes
    ----------
    counts : (c, c) int64
        Entry (i, j): samples of class i that the network takes for class j.
    """

    counts: Ints

    @classmethod
    def of(cls, labels: Ints, predicted: Ints, n_classes: int) -> Confusion:
        """Count.

        Parameters
        ----------
        labels, predicted : (m,) int64
            Class of each sample, and the one that the network gives it; both ≥ 0.
        n_classes : int
            Classes that there are; more if a sample has one beyond them.
        """
        c = max(n_classes, int(labels.max(initial=-1)) + 1, int(predicted.max(initial=-1)) + 1)
        counts = np.bincount(labels * c + predicted, minlength=c * c).reshape(c, c)
        counts.flags.writeable = False
        return cls(counts.astype(np.int64, copy=False))

    @property
    def n_classes(self) -> int:
        """c."""
        return len(self.counts)

    @cached_property
    def rows(self) -> Ints:
        """Samples of each class, (c,) int64."""
        totals: Ints = self.counts.sum(axis=1)
        return totals

    @cached_property
    def columns(self) -> Ints:
        """Samples that are taken for each class, (c,) int64."""
        totals: Ints = self.counts.sum(axis=0)
        return totals

    @cached_property
    def right(self) -> Ints:
        """Samples of each class that are classified rightly, (c,) int64."""
        return np.diagonal(self.counts)

    @cached_property
    def shares(self) -> Floats:
        """Each count as a share of its row, (c, c) float64 in 0 … 1; 0 where a class is empty."""
        return self.counts / np.maximum(self.rows, 1)[:, np.newaxis]

    @cached_property
    def accuracy(self) -> Floats:
        """Share of each class that is classified rightly, (c,) float64; NaN where it is empty."""
        return np.where(self.rows > 0, np.diagonal(self.shares), np.nan)

    def mistakes(self, *, as_shares: bool) -> Floats:
        """Return counts or shares as (c, c) float64, with 0 on the diagonal."""
        wrong = (self.shares if as_shares else self.counts).astype(np.float64)
        np.fill_diagonal(wrong, 0.0)
        return wrong
