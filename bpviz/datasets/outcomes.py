"""The targets of own data: one column a class, or numbers within the range of every σ₂."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.classes import one_hot
from bpviz.network.types import Floats, Ints

LOW, HIGH = 0.1, 0.9
"""Where the targets of a regression lie: σ₂ reaches it, whichever it is, without saturating."""

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
    two = len(class_names) == 2
    Y = labels[:, np.newaxis].astype(np.float64) if two else one_hot(labels, len(class_names))
    return Outcomes(Y, labels.astype(np.int64), class_names)


def number_outcomes(
    values: Floats, names: tuple[str, ...], training: NDArray[np.bool_]
) -> Outcomes:
    """Return targets for regression, scaled so that the training part fills `LOW` … `HIGH`.

    Parameters
    ----------
    values : (m, d) float64
        In their own units, finite and at most 1e100.
    names : tuple of str
        One an output.
    training : (m,) bool
        Which samples choose the scale.
    """
    low, high = values[training].min(axis=0), values[training].max(axis=0)
    spread = high - low
    flat = spread <= _FLAT
    factor = np.where(flat, 1.0, spread / (HIGH - LOW))
    offset = np.where(flat, low - 0.5, low - LOW * factor)
    Y = np.where(flat, values - low + 0.5, LOW + (values - low) / factor)
    return Outcomes(Y, target_names=names, target_scale=np.column_stack([offset, factor]))
