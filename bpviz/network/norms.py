"""Norms that neither overflow nor underflow before their value does."""

from __future__ import annotations

import math

import numpy as np

from bpviz.network.types import Floats


def frobenius(values: Floats) -> float:
    """Return ‖values‖_F; ∞ or NaN only where a value is.

    Not by BLAS, whose threads would take the trainer's processor.
    """
    flat = values.ravel(order="K")
    with np.errstate(all="ignore"):
        square = float(np.einsum("i,i->", flat, flat))
        if 1e-280 < square < math.inf:
            return math.sqrt(square)
        largest = float(np.abs(flat).max(initial=0.0))  # the squares leave the range of a double
        if largest == 0.0 or not math.isfinite(largest):
            return largest
        flat = flat / largest
        return largest * math.sqrt(np.einsum("i,i->", flat, flat))
