"""StepTrace: every intermediate quantity of one step on one pair, N4–N8."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bpviz.network.rules import GradientRule
from bpviz.network.types import Floats
from bpviz.quoting import brief


@dataclass(frozen=True, eq=False)
class StepTrace:
    """All that one step computes from a pair (x, y), before it changes a weight.

    Every array is float64 and read-only.

    Attributes
    ----------
    x, y : (n,), (d,)
        The pair.
    z1, h : (l,)
        N4: z1 = W₁x and h = σ₁(z1).
    z2, f : (d,)
        N4: z2 = W₂h and f = σ₂(z2).
    loss : float
        N3: ‖f − y‖².
    sigma2_prime, delta2 : (d,)
        σ₂′(z2), and N5: δ2 = 2(f − y) σ₂′(z2).
    sigma1_prime, delta1 : (l,)
        σ₁′(z1), and N7: δ1 = (W₂ᵀδ2) σ₁′(z1).
    gradient_rule : GradientRule
        The formula that δ1 follows.
    """

    x: Floats
    y: Floats
    z1: Floats
    h: Floats
    z2: Floats
    f: Floats
    loss: float
    sigma2_prime: Floats
    delta2: Floats
    sigma1_prime: Floats
    delta1: Floats
    gradient_rule: GradientRule = GradientRule.EXACT

    __repr__ = brief

    def __post_init__(self) -> None:
        for value in vars(self).values():
            if isinstance(value, np.ndarray):
                value.flags.writeable = False

    @cached_property
    def grad_W2(self) -> Floats:
        """N6: ∂loss/∂W₂ = δ2 hᵀ, shape (d, l)."""
        return _outer(self.delta2, self.h)

    @cached_property
    def grad_W1(self) -> Floats:
        """N8: ∂loss/∂W₁ = δ1 xᵀ, shape (l, n)."""
        return _outer(self.delta1, self.x)

    @property
    def grad_W2_norm(self) -> float:
        """‖∂W₂‖_F = ‖δ2‖‖h‖, since the gradient has rank one."""
        return self.norm_of(self.delta2, self.h)

    @property
    def grad_W1_norm(self) -> float:
        """‖∂W₁‖_F = ‖δ1‖‖x‖, since the gradient has rank one."""
        return self.norm_of(self.delta1, self.x)

    @staticmethod
    def norm_of(delta: Floats, row: Floats) -> float:
        """Return ‖delta rowᵀ‖_F = ‖delta‖‖row‖."""
        return _norm(delta) * _norm(row)


def _outer(column: Floats, row: Floats) -> Floats:
    with np.errstate(invalid="ignore", over="ignore"):
        product = np.outer(column, row)
    product.flags.writeable = False
    return product


def _norm(v: Floats) -> float:
    """‖v‖ without leaving the range of a double on the way."""
    largest = float(np.abs(v).max())
    if largest == 0.0 or not np.isfinite(largest):
        return largest
    return largest * float(np.sqrt(((v / largest) ** 2).sum()))
