"""PartialTrace: what a step has computed so far."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats
from bpviz.quoting import brief
from bpviz.training.step.phases import Phase


@dataclass(frozen=True, eq=False)
class PartialTrace:
    """The quantities of a step that stands at a phase; None where not yet computed.

    Names and shapes are those of `StepTrace`.  In a vector or matrix that is computed row by row,
    the rows to come are NaN; before its first row it is None.

    Attributes
    ----------
    rows_W2, rows_W1 : int
        Rows of ∂W₂ (0 … d) and of ∂W₁ (0 … l) that are computed.
    """

    x: Floats | None = None
    y: Floats | None = None
    z1: Floats | None = None
    h: Floats | None = None
    z2: Floats | None = None
    f: Floats | None = None
    loss: float | None = None
    sigma2_prime: Floats | None = None
    delta2: Floats | None = None
    sigma1_prime: Floats | None = None
    delta1: Floats | None = None
    gradient_rule: GradientRule = GradientRule.EXACT
    rows_W2: int = 0
    rows_W1: int = 0
    whole: StepTrace | None = None
    """The whole trace, once all of it is computed."""

    __repr__ = brief

    @classmethod
    def at(cls, trace: StepTrace, phase: Phase, row: int = 0) -> PartialTrace:
        """Return what of `trace` is computed where the step stands at `row` of `phase`."""
        order = phase.order
        d, l = len(trace.f), len(trace.h)  # noqa: E741 - the note's letter

        def rows(of: Phase, count: int) -> int:
            return count if order > of.order else row if phase is of else 0

        rows_W2, rows_W1 = rows(Phase.GRAD_W2, d), rows(Phase.GRAD_W1, l)

        def done(of: Phase, value: Floats) -> Floats | None:
            return value if order > of.order else None

        return cls(
            x=done(Phase.DRAW, trace.x),
            y=done(Phase.DRAW, trace.y),
            z1=done(Phase.Z1, trace.z1),
            h=done(Phase.H, trace.h),
            z2=done(Phase.Z2, trace.z2),
            f=done(Phase.F, trace.f),
            loss=trace.loss if order > Phase.LOSS.order else None,
            sigma2_prime=_first(trace.sigma2_prime, rows_W2),
            delta2=_first(trace.delta2, rows_W2),
            sigma1_prime=_first(trace.sigma1_prime, rows_W1),
            delta1=_first(trace.delta1, rows_W1),
            gradient_rule=trace.gradient_rule,
            rows_W2=rows_W2,
            rows_W1=rows_W1,
            whole=trace if rows_W1 == l else None,
        )

    @cached_property
    def grad_W2(self) -> Floats | None:
        """N6: δ2 hᵀ, (d, l); rows to come are NaN."""
        if self.whole is not None:
            return self.whole.grad_W2
        return _outer(self.delta2, self.h)

    @cached_property
    def grad_W1(self) -> Floats | None:
        """N8: δ1 xᵀ, (l, n); rows to come are NaN."""
        if self.whole is not None:
            return self.whole.grad_W1
        return _outer(self.delta1, self.x)

    @cached_property
    def grad_W2_norm(self) -> float | None:
        """‖∂W₂‖_F; None until all of its rows are computed."""
        if self.delta2 is None or self.h is None or self.rows_W2 < len(self.delta2):
            return None
        return StepTrace.norm_of(self.delta2, self.h)

    @cached_property
    def grad_W1_norm(self) -> float | None:
        """‖∂W₁‖_F; None until all of its rows are computed."""
        return None if self.whole is None else self.whole.grad_W1_norm


def _first(values: Floats, rows: int) -> Floats | None:
    """Return a read-only copy of which only the first `rows` are known; None if none is."""
    if rows == 0:
        return None
    if rows == len(values):
        return values
    known = np.full_like(values, np.nan)
    known[:rows] = values[:rows]
    known.flags.writeable = False
    return known


def _outer(column: Floats | None, row: Floats | None) -> Floats | None:
    if column is None or row is None:
        return None
    with np.errstate(invalid="ignore", over="ignore"):
        product: Floats = np.outer(column, row)
    product.flags.writeable = False
    return product
