"""Which formula the gradient of W₁ follows."""

from enum import StrEnum


class GradientRule(StrEnum):
    """The exact gradient, or the note's printed formula kept for comparison.

    EXACT is N5–N8.  AS_PRINTED puts the vector of ones where column k of W₂ belongs:
    ``δ1_k = (Σ_j δ2_j) · σ₁'(z1_k)``.  Its second slip, the argument W₁ₖh, has no meaning unless
    n = l and is read as W₁ₖx.
    """

    EXACT = "exact"
    AS_PRINTED = "as_printed"
