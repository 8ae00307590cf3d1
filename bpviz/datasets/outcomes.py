"""The targets of own data: one column a class, or numbers where σ₂ reaches them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.classes import class_targets
from bpviz.datasets.request import TargetScaling
from bpviz.network.types import Floats, Ints

RANGES = {TargetScaling.UNIT: (0.1, 0.9), TargetScaling.SIGNED: (-0.8, 0.8)}
"""Where targets of a regression lie that σ₂ is to reach without saturating."""

_BLOCK = 2**15
"""Numbers added up at once: a millisecond or two in which no other thread runs."""

_FLAT = 1e-100
"""A column that varies by less is taken as constant: a division by it might overflow."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The targets of all samples; the attributes mean what they mean in a `Dataset`."""

    Y: Floats
    labels: Ints | None = None
    class_names: tuple[str, ...] = ()
    target_names: tuple[str, ...] = ()
    target_scale: Floats | None = None

    def part(self, rows: Ints | NDArray[np.bool_]) -> Outcomes:
        """Return those of some samples."""
        return replace(
            self, Y=self.Y[rows], labels=None if self.labels is None else self.labels[rows]
        )


def class_outcomes(labels: NDArray[np.integer], class_names: tuple[str, ...]) -> Outcomes:
    """Return targets for classes: one-hot, or a single column where there are two.

    `labels` is (m,), 0 … number of classes − 1.
    """
    Y = class_targets(labels, len(class_names))
    return Outcomes(Y, labels.astype(np.int64), class_names)


def number_outcomes(
    values: Floats,
    names: tuple[str, ...],
    training: NDArray[np.bool_],
    scaling: TargetScaling = TargetScaling.UNIT,
) -> Outcomes:
    """Return targets for regression, scaled over the training part.

    Parameters
    ----------
    values : (m, d) float64
        In their own units, finite and at most 1e100.
    names : tuple of str
        One an output.
    training : (m,) bool
        Which samples choose the scale.
    scaling : TargetScaling
        Not AUTO.  A target that never changes becomes the middle of its range.
    """
    if scaling is TargetScaling.NONE:
        return Outcomes(values, target_names=names)
    trained = values[training]
    low, high = trained.min(axis=0), trained.max(axis=0)
    flat = high - low <= _FLAT
    if scaling is TargetScaling.STANDARD:
        base = np.array([_mean(column) for column in trained.T])
        squares = (trained - base) ** 2
        factor = np.sqrt([_mean(column) for column in squares.T])
        start = middle = 0.0
        flat |= factor <= _FLAT
    else:
        start, end = RANGES[scaling]
        base, factor, middle = low, (high - low) / (end - start), (start + end) / 2
    factor = np.where(flat, 1.0, factor)
    offset = np.where(flat, low - middle, base - start * factor)
    Y = np.where(flat, values - low + middle, start + (values - base) / factor)
    return Outcomes(Y, target_names=names, target_scale=np.column_stack([offset, factor]))


def _mean(values: Floats) -> float:
    """Return the mean of (m,), the same to the last bit on every processor."""
    blocks = range(0, len(values), _BLOCK)
    return math.fsum(math.fsum(values[at : at + _BLOCK]) for at in blocks) / len(values)
