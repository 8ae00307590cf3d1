"""How many weights lie in each of some bins of equal width; compiled.

A bin is ``2ᵉ`` wide and begins at a multiple of that, so a weight is put into it without rounding,
and two neighbouring bins are one bin of twice the width.
"""

from __future__ import annotations

import math

from bpviz.network.compiler import strict_jit
from bpviz.network.types import Floats, Ints


@strict_jit
def widen_bounds(weights: Floats, first: int, last: int, bounds: Floats) -> int:
    """Widen `bounds` (2,) to what is finite of ``weights[first … last − 1]``.

    Returns how many are not finite.
    """
    low, high, others = bounds[0], bounds[1], 0
    for i in range(first, last):
        w = weights[i]
        if math.isfinite(w):
            low, high = min(low, w), max(high, w)
        else:
            others += 1
    bounds[0], bounds[1] = low, high
    return others


@strict_jit
def count_weights(
    weights: Floats, first: int, last: int, scale: float, lowest: int, counts: Ints
) -> None:
    """Count into `counts` (b,) what is finite of ``weights[first … last − 1]``.

    Bin i holds ``lowest + i ≤ w · scale < lowest + i + 1``; `scale` is 2⁻ᵉ.  Weights outside of
    all bins are not counted.
    """
    for i in range(first, last):
        w = weights[i]
        if math.isfinite(w):
            place = math.floor(w * scale)
            if place == 0 and w < 0.0:  # so near to 0 that the product is
                place = -1
            at = place - lowest
            if 0 <= at < counts.size:
                counts[at] += 1
