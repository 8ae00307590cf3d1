"""LastUpdate: what the last completed step added to both matrices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bpviz.quoting import brief

if TYPE_CHECKING:
    from bpviz.network.types import Floats


@dataclass(frozen=True, slots=True, eq=False)
class LastUpdate:
    """ΔW of the last completed step, as its rank-one factors: W_new = W_old − ``delta`` · ``row``.

    Attributes
    ----------
    step : int
        The step that made the change (its number is one less than the position).
    scaled_delta1 : (l,) float64
        λ·δ1.
    scaled_delta2 : (d,) float64
        λ·δ2.
    x : (n,) float64
        The step's inputs.
    h : (l,) float64
        The step's hidden values.
    sample : int
        Index of the step's pair in the training set; m and above where a person made the pair.
    title : str
        What the pair is, where a person made it.
    """

    step: int
    scaled_delta1: Floats
    scaled_delta2: Floats
    x: Floats
    h: Floats
    sample: int
    title: str = ""

    __repr__ = brief

    def __post_init__(self) -> None:
        for array in (self.scaled_delta1, self.scaled_delta2, self.x, self.h):
            array.flags.writeable = False

    def W1(self) -> Floats:
        """ΔW₁ = −(λ·δ1) xᵀ, shape (l, n)."""
        return -np.outer(self.scaled_delta1, self.x)

    def W2(self) -> Floats:
        """ΔW₂ = −(λ·δ2) hᵀ, shape (d, l)."""
        return -np.outer(self.scaled_delta2, self.h)
