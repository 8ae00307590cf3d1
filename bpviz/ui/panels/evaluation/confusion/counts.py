"""Confusion: how many samples of each class the network takes for which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtGui import QImage

from bpviz.network.types import Floats, Ints
from bpviz.ui.core.theme import Theme
from bpviz.ui.kit.charts.colour_image import colour_table, lookup


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


RIGHT_DEPTH = 0.5
"""How deep the colour of a cell on the diagonal is at most: mistakes are to stand out."""

GAMMA = 0.6
"""Exponent of the mistakes' colours; below 1, so that few can be told from none."""


def cell_strengths(confusion: Confusion, *, as_shares: bool) -> Floats:
    """Return how deep each cell is coloured, (c, c) float64 in −`RIGHT_DEPTH` … 1.

    What is right lies below 0, by the share of its class; mistakes above, by the largest of them.
    """
    wrong = confusion.mistakes(as_shares=as_shares)
    found: Floats = (wrong / max(float(wrong.max(initial=0.0)), 1e-300)) ** GAMMA
    np.fill_diagonal(found, -RIGHT_DEPTH * np.diagonal(confusion.shares))
    return found


def strongest(strengths: Floats, rows: int, columns: int) -> Floats:
    """Return at most `rows` × `columns` cells; one that stands for many is as deep as the deepest.

    A picture with fewer pixels than cells would leave most of them out, and with them mistakes.
    """
    for axis, most in ((0, rows), (1, columns)):
        n = strengths.shape[axis]
        if n > most > 0:
            starts = -(-np.arange(most) * n // most)
            high = np.maximum.reduceat(strengths, starts, axis=axis)
            low = np.minimum.reduceat(strengths, starts, axis=axis)
            strengths = np.where(high >= -low, high, low)
    return strengths


def cells_image(strengths: Floats, theme: Theme) -> QImage:
    """Return a picture with a pixel in the colour of each strength."""
    places = np.where(strengths < 0, 127.0, 128.0) + 127.0 * strengths
    return lookup(np.rint(places), colour_table(theme))
