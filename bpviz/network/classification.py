"""When a pair counts as classified rightly, and when a hidden unit as saturated."""

from __future__ import annotations

from bpviz.network.compiler import strict_jit
from bpviz.network.types import Floats


@strict_jit
def predicted_class(f: Floats, threshold: float) -> int:
    """Index of the largest output; with one output, 1 from `threshold` on, else 0.

    `threshold` is `Dataset.threshold`, and `Dataset.predicted` the same for NumPy's arrays.
    """
    if f.size == 1:
        return 1 if f[0] >= threshold else 0
    best = 0
    for j in range(1, f.size):
        if f[j] > f[best]:
            best = j
    return best


@strict_jit
def classified_rightly(f: Floats, label: int, threshold: float) -> bool:
    """Whether the predicted class is the label."""
    return predicted_class(f, threshold) == label


@strict_jit
def is_saturated(sigma1: int, h: float) -> bool:
    """Whether the value of a hidden unit leaves it hardly any gradient.

    h < 0.01 or h > 0.99 for the sigmoid, |h| > 0.98 for tanh, h = 0 for ReLU; the identity never
    saturates.
    """
    if sigma1 == 0:
        return h < 0.01 or h > 0.99
    if sigma1 == 1:
        return h > 0.98 or h < -0.98
    return sigma1 == 2 and h == 0.0


@strict_jit
def saturated_share(sigma1: int, h: Floats) -> float:
    """Share of the hidden units that are saturated, 0 … 1; see `is_saturated`."""
    count = 0
    for k in range(h.size):
        count += is_saturated(sigma1, h[k])
    return count / h.size
