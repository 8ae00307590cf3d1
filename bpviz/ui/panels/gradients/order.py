"""In which order the samples of a data set stand side by side."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

import numpy as np

from bpviz.network.types import Floats, Ints


class SampleOrder(StrEnum):
    """Ways to line up the samples."""

    CLASS_AND_SIZE = "class and size"
    """Class by class, and in each from the smallest magnitude to the largest."""
    SIZE = "size"
    CLASS = "class"
    INDEX = "index"

    @property
    def grouped(self) -> bool:
        """Whether each class stands together."""
        return self in (SampleOrder.CLASS_AND_SIZE, SampleOrder.CLASS)

    @property
    def sorted(self) -> bool:
        """Whether magnitudes rise from left to right, at least within each class."""
        return self in (SampleOrder.CLASS_AND_SIZE, SampleOrder.SIZE)


def ranked(values: Floats, labels: Ints | None, order: SampleOrder) -> Ints:
    """Return the samples' indices as they stand from left to right, (m,) int64.

    Parameters
    ----------
    values : (m,) float64
        Magnitudes; those that are not a number stand last.
    labels : (m,) int64 or None
        Classes; without them nothing is grouped.
    """
    if order is SampleOrder.INDEX or (order is SampleOrder.CLASS and labels is None):
        return np.arange(len(values))
    if order is SampleOrder.SIZE or labels is None:
        return np.argsort(values, kind="stable")
    together = np.argsort(labels, kind="stable")
    if order is SampleOrder.CLASS:
        return together
    for first, end in groups(labels[together]):
        part = together[first:end]
        together[first:end] = part[np.argsort(values[part], kind="stable")]
    return together


def groups(labels: Ints) -> list[tuple[int, int]]:
    """Return where each run of equal labels begins and ends, ``[first, end)``."""
    edges = np.flatnonzero(np.diff(labels)) + 1
    bounds = [0, *edges.tolist(), len(labels)]
    return list(pairwise(bounds)) if len(labels) else []
