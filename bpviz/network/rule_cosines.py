"""The compiled look at both gradient rules: how far the printed ∂W₁ turns away from the exact one.

Both gradients of a pair are δ1 xᵀ with the same x, so they have rank one and
``⟨∂W₁, ∂W₁′⟩ = (δ1 · δ1′) ‖x‖²``: the angle between the two matrices of l × n entries is that
between two vectors of l entries, and costs no more than the vectors themselves.
"""

from __future__ import annotations

import math

from bpviz.network.compiler import strict_jit
from bpviz.network.equations import Workspace, copy_into, deltas, forward, norm
from bpviz.network.types import Floats, Indices, Ints, Stop


@strict_jit
def cosine(a: Floats, b: Floats) -> float:
    """``a · b / (‖a‖ ‖b‖)``, −1 … 1; NaN where one of them is 0 or not finite."""
    length_a, length_b = norm(a), norm(b)
    if not (0.0 < length_a < math.inf and 0.0 < length_b < math.inf):
        return math.nan
    total = 0.0
    for k in range(a.size):
        total += (a[k] / length_a) * (b[k] / length_b)
    return min(max(total, -1.0), 1.0)


@strict_jit
def rule_cosines(
    W1T: Floats,
    W2: Floats,
    starts: Ints,
    indices: Indices,
    values: Floats,
    Y: Floats,
    samples: Ints,
    first: int,
    last: int,
    sigma1: int,
    sigma2: int,
    ws: Workspace,
    exact: Floats,
    cosines: Floats,
    stop: Stop,
) -> int:
    """Compare both rules on the pairs ``samples[first … last − 1]`` without changing a weight.

    Writes into `cosines` (s,) that of each pair, NaN where one of the gradients is 0; `exact` (l,)
    is room for δ1.  Returns the place before which it ended, `last` unless `stop` said so.  Other
    arguments as in ``equations.py``.
    """
    for at in range(first, last):
        if stop[0] != 0:
            return at
        i = samples[at]
        row_indices = indices[starts[i] : starts[i + 1]]
        row_values = values[starts[i] : starts[i + 1]]
        if row_values.size == 0:  # x = 0: both gradients are
            cosines[at] = math.nan
            continue
        forward(row_indices, row_values, W1T, W2, sigma1, sigma2, ws)
        deltas(indices, Y[i], W2, False, ws)
        copy_into(exact, ws.delta1)
        deltas(indices, Y[i], W2, True, ws)
        cosines[at] = cosine(exact, ws.delta1)
    return last
