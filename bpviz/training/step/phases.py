"""The places inside one step, in the order in which they happen."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """What a step does next, standing at that place.

    A run that moves by whole steps stands at DRAW.  The last three go row by row: the rows of
    ∂W₂, those of ∂W₁, and in the update the rows of W₂ and then those of W₁.
    """

    DRAW = "draw"
    Z1 = "z1"
    H = "h"
    Z2 = "z2"
    F = "f"
    LOSS = "loss"
    GRAD_W2 = "grad_W2"
    GRAD_W1 = "grad_W1"
    UPDATE = "update"

    @property
    def order(self) -> int:
        """Its place in a step, 0 … 8."""
        return PHASES.index(self)


PHASES = tuple(Phase)
"""All phases, in order."""


def rows_in(phase: Phase, n_hidden: int, n_outputs: int) -> int:
    """Return how many rows `phase` computes one by one; 1 for a phase without rows."""
    return {
        Phase.GRAD_W2: n_outputs,
        Phase.GRAD_W1: n_hidden,
        Phase.UPDATE: n_outputs + n_hidden,
    }.get(phase, 1)
