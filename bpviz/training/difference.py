"""Difference: what lies between two places of a run, or of two runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats, Ints
from bpviz.quoting import brief


class Place(NamedTuple):
    """A step of a branch, by its number."""

    branch: int
    step: int


@dataclass(frozen=True, slots=True, eq=False)
class Flips:
    """Samples of the test set that are classified otherwise, by rising index.

    Attributes
    ----------
    index : (k,) int64
    true, before, after : (k,) int64
        Class of each, and the classes predicted at the first place and at the second.
    right : (int, int)
        How many of all samples were classified rightly at each.
    data : Dataset
        The test set.
    """

    index: Ints
    true: Ints
    before: Ints
    after: Ints
    right: tuple[int, int]
    data: Dataset = field(repr=False)

    __repr__ = brief

    def __len__(self) -> int:
        return len(self.index)


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """Two places and what differs.

    Attributes
    ----------
    first, second : Place
    W1, W2 : (l, n), (d, l) float64, or None
        Weights at the second minus those at the first; None where their shapes differ.
    flips : Flips or None
        None where there is no test set with classes, or two different ones.
    dataset : Dataset or None
        The one that names rows and columns; None where they are trained on two.
    """

    first: Place
    second: Place
    W1: Floats | None
    W2: Floats | None
    flips: Flips | None
    dataset: Dataset | None = field(repr=False)

    __repr__ = brief
