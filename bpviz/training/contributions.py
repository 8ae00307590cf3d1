"""Which pairs made a weight: its change over some steps, taken apart by what each pair added."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.dataset import Dataset
from bpviz.network.norms import frobenius
from bpviz.network.types import Floats, Ints
from bpviz.quoting import brief
from bpviz.training.journal.entries import MatrixName
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.settings import check_count

Values: TypeAlias = Any
"""A float64 of a single weight, (w,) float64 of several."""

_BLOCK = 1024  # samples at a time: a millisecond or two in which no other thread runs


@dataclass(frozen=True, slots=True)
class Target:
    """A weight, or with one index None a whole row, or column, of W₂, or row of W₁."""

    matrix: MatrixName
    row: int | None
    column: int | None

    @property
    def single(self) -> bool:
        """Whether it is one weight."""
        return self.row is not None and self.column is not None


@dataclass(frozen=True, eq=False)
class Contributions:
    """The change of a weight, or of several in a line, over steps `start` … `stop` − 1.

    A step adds −λδ2ⱼ hₖ to W₂[j, k] and −λδ1ₖ xᵢ to W₁[k, i] (N6, N8, N9), with the δ1 of the
    gradient rule in force; that is the contribution of the pair that it trained on.  So

        W(stop) − W(start) = Σ by_sample + Σ by_pair + edits + remainder,

    and the same with `by_class`.  Arrays have an axis of w more where there are several weights:
    all of a row (w = n or l) or of a column (w = d).  They are float64 and read-only; those by
    sample of a row of W₁ are made when they are asked for, of m numbers and the inputs, which are
    there anyway.

    Attributes
    ----------
    matrix : "W1" or "W2"
    row, column : int or None
        Counted from 0; None is all of them.
    start, stop : int
    branch : int
        Number of the branch.
    before, after : float or (w,)
        W(start) and W(stop).
    by_class : (c,) or (c, w), or None
        What the samples of each class added; None where the data has no classes.
    by_pair : (p,) or (p, w)
        What each of a person's own pairs added, by rising number from m on.
    edits : float or (w,)
        What setting weights by hand added.
    remainder : float or (w,)
        What rounding took, of the weights at each update and of these sums: at most 1e-9 of the
        sum of the absolute contributions and a unit in the last place of the largest |W| a step.
    visits : (m,) int64
        Steps on each sample.
    dataset : Dataset
    own_pairs : tuple of CustomPair
    """

    matrix: MatrixName
    row: int | None
    column: int | None
    start: int
    stop: int
    branch: int
    before: Values
    after: Values
    by_class: Floats | None
    by_pair: Floats
    edits: Values
    remainder: Values
    visits: Ints
    dataset: Dataset = field(repr=False)
    own_pairs: tuple[CustomPair, ...] = field(repr=False)
    factors: Floats = field(repr=False)
    """Of a row of W₁, −Σ λδ1ₖ of each sample, (m,), which its x is multiplied with; else what each
    sample added itself, (m,) or (m, w)."""

    __repr__ = brief

    @property
    def target(self) -> Target:
        """What it is of."""
        return Target(self.matrix, self.row, self.column)

    @property
    def change(self) -> Values:
        """W(stop) − W(start), a float or (w,)."""
        with np.errstate(over="ignore"):
            return self.after - self.before

    @property
    def _of_inputs(self) -> bool:
        return self.matrix == "W1" and self.column is None

    @property
    def by_sample(self) -> Floats:
        """What each sample added, (m,) or (m, w).

        Of a row of W₁ that is as much as all inputs, made anew each time: 376 MB for MNIST; see
        `of_sample` and `along_change`.
        """
        if self._of_inputs:
            return self.factors[:, np.newaxis] * self.dataset.rows.dense()
        return self.factors

    def of_sample(self, i: int) -> Values:
        """What sample i added, a float or (w,).

        Raises
        ------
        SettingsError
            If the data set has no such sample.
        """
        i = check_count("The sample", i, 0, len(self.factors) - 1)
        factor: Values = self.factors[i]
        return factor * self.dataset.x(i) if self._of_inputs else factor

    @cached_property
    def direction(self) -> Floats:
        """The change by its norm, (w,); of a single weight 1, and 0 where nothing changed."""
        if self.target.single:
            return np.ones(1)
        change = np.asarray(self.change)
        size = frobenius(change)
        return change / size if 0 < size < math.inf else np.zeros(change.shape)

    @cached_property
    def along_change(self) -> Floats:
        """How far each sample moved the weights in the direction of their change, (m,).

        The scalar product of what it added and ``change / ‖change‖``: positive where it pushed
        them to where they are now.  With the same of own pairs, edits and remainder these add up to
        ‖W(stop) − W(start)‖.  Of a single weight it is what it added.
        """
        if self.target.single:
            return self.factors
        if not self._of_inputs:
            return self.factors @ self.direction
        return self.factors * inner_products(self.dataset, self.direction)


@dataclass(frozen=True, slots=True, eq=False)
class UnitContributions:
    """The same of all weights of a hidden unit k.

    Attributes
    ----------
    W1 : Contributions
        Of row k of W₁: what goes in.
    W2 : Contributions
        Of column k of W₂: what comes out.
    """

    W1: Contributions
    W2: Contributions

    __repr__ = brief


@dataclass(frozen=True, slots=True, eq=False)
class SampleSteps:
    """The steps at which a pair acted on a weight, or on a line of them.

    Attributes
    ----------
    sample : int
        m and above where a person made it.
    start, stop : int
        The steps that were looked at.
    steps : (k,) int64
        Those that trained on the pair, rising.
    contributions : (k,) or (k, w) float64
        What each of them added.
    """

    sample: int
    start: int
    stop: int
    steps: Ints
    contributions: Floats

    __repr__ = brief

    @property
    def cumulative(self) -> Floats:
        """What the pair had added after each of these steps, (k,) or (k, w) float64."""
        return np.asarray(self.contributions.cumsum(axis=0))


@dataclass(frozen=True, slots=True, eq=False)
class Trail:
    """How what a pair or a class added grew, in bounded memory.

    Attributes
    ----------
    target : Target
        What it was added to.
    sample : int or None
    label : int or None
        One of the two.
    places : (b,) int64
        Rising from `start` to `stop`.
    total : (b,) float64
        What was added along the change (see `Contributions.along_change`) before each of them.
    steps : (k,) int64
        The last steps that trained on it, at most `LISTED`.
    added : (k,) float64
        What each of them added.
    count : int
        How many steps there were.
    """

    target: Target
    sample: int | None
    label: int | None
    places: Ints
    total: Floats
    steps: Ints
    added: Floats
    count: int

    __repr__ = brief


LISTED = 10_000
"""Steps that a `Trail` lists."""


def _entries(dataset: Dataset) -> Iterator[tuple[slice, slice, NDArray[np.intp]]]:
    """Give all inputs in blocks: the samples, their entries, and the sample of each entry."""
    starts = dataset.rows.starts
    for first in range(0, dataset.n_samples, _BLOCK):
        last = min(first + _BLOCK, dataset.n_samples)
        owners = np.repeat(np.arange(first, last), np.diff(starts[first : last + 1]))
        yield slice(first, last), slice(int(starts[first]), int(starts[last])), owners


def inner_products(dataset: Dataset, direction: Floats) -> Floats:
    """Scalar product of the inputs of each sample with (n,), (m,) float64."""
    found, rows = np.zeros(dataset.n_samples), dataset.rows
    for samples, entries, owners in _entries(dataset):
        products = rows.values[entries] * direction[rows.indices[entries]]
        found[samples] = np.bincount(
            owners - samples.start, products, minlength=samples.stop - samples.start
        )
    return found


def input_column(dataset: Dataset, column: int) -> Floats:
    """One input of every sample, (m,) float64."""
    found, rows = np.zeros(dataset.n_samples), dataset.rows
    for _, entries, owners in _entries(dataset):
        there = np.flatnonzero(rows.indices[entries] == column)
        found[owners[there]] = rows.values[entries][there]
    return found


def sums_of_inputs(dataset: Dataset, factors: Floats, groups: Ints, count: int) -> Floats:
    """Σ factors[i] xᵢ over the samples of each of `count` groups, (count, n) float64."""
    rows = dataset.rows
    found = np.zeros((count, dataset.n_inputs))
    for _, entries, owners in _entries(dataset):
        np.add.at(
            found, (groups[owners], rows.indices[entries]), factors[owners] * rows.values[entries]
        )
    return found
