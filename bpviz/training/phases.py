"""The places inside one step, in the order in which they happen."""

from enum import StrEnum


class Phase(StrEnum):
    """What a step does next, standing at that place.

    A run that moves by whole steps always stands at DRAW.
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
