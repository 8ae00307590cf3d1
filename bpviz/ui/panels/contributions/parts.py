"""Parts: the change of a weight, or the length of a row's, as a sum of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bpviz.network.types import Floats, Ints
from bpviz.training.contributions import Contributions, UnitContributions
from bpviz.training.journal.entries import MatrixName

MOST = 60
"""So many samples are listed on either side."""

MOST_PAIRS = 20
"""So many own pairs are listed; the others are one sum."""


@dataclass(frozen=True, eq=False)
class Parts:
    """What is shown of the contributions to a weight, a row or a column.

    Of several weights every part is a length along their change; so are the sums.

    Attributes
    ----------
    found : Contributions
    """

    found: Contributions

    @classmethod
    def of(
        cls, found: Contributions | UnitContributions | None, matrix: MatrixName
    ) -> Parts | None:
        """Return what is shown of an answer; of a unit its row of W₁ or its column of W₂."""
        if isinstance(found, UnitContributions):
            return cls(found.W1 if matrix == "W1" else found.W2)
        return None if found is None else cls(found)

    def _along(self, values: Floats) -> Floats:
        """Return values along the last axis as lengths along the change."""
        return np.asarray(values) if self.found.target.single else values @ self.found.direction

    @cached_property
    def change(self) -> float:
        """W(stop) − W(start), or its norm."""
        return float(self._along(self.found.change))

    @cached_property
    def by_sample(self) -> Floats:
        """Of each sample, (m,)."""
        return self.found.along_change

    @cached_property
    def by_class(self) -> Floats | None:
        """Of each class, (c,); None without classes."""
        return None if self.found.by_class is None else self._along(self.found.by_class)

    @cached_property
    def by_pair(self) -> Floats:
        """Of each of a person's own pairs, (p,)."""
        return self._along(self.found.by_pair)

    @cached_property
    def own(self) -> float:
        """Of all of them."""
        return float(self.by_pair.sum())

    @cached_property
    def edits(self) -> float:
        """Of what was set by hand."""
        return float(self._along(self.found.edits))

    @cached_property
    def rounding(self) -> float:
        """Of what rounding took."""
        return float(self._along(self.found.remainder))

    @cached_property
    def samples(self) -> float:
        """Of all samples together: what makes the sum right to the last digit shown."""
        return self.change - self.own - self.edits - self.rounding

    def most_of_pairs(self) -> Ints:
        """Return the own pairs that added or took most, by rising number; counted from 0."""
        sizes = np.abs(self.by_pair)
        found = np.argsort(-sizes, kind="stable")[:MOST_PAIRS]
        return np.sort(found[sizes[found] > 0])

    def most(self, sign: int) -> Ints:
        """Return the samples that added most, or with `sign` −1 took most, the largest first."""
        values = sign * self.by_sample
        found = np.flatnonzero(values > 0)
        if len(found) > MOST:
            least = np.partition(values[found], len(found) - MOST)[len(found) - MOST]
            found = found[values[found] >= least]
        return found[np.argsort(-values[found], kind="stable")][:MOST]

    def side(self, sign: int) -> tuple[float, int]:
        """Return what the samples of one sign added together, and how many they are."""
        values = self.by_sample[sign * self.by_sample > 0]
        return float(values.sum()), len(values)
