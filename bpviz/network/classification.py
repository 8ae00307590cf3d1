"""When a pair counts as classified rightly, and when a hidden unit as saturated."""

from __future__ import annotations

from bpviz.network.activations import Activation
from bpviz.network.compiler import strict_jit
from bpviz.network.types import Floats

_SATURATION = tuple(kind.saturation for kind in Activation)


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


@strict_jit(inline=False)
def classified_rightly(f: Floats, label: int, threshold: float) -> bool:
    """Whether the predicted class is the label."""
    return predicted_class(f, threshold) == label


@strict_jit
def saturation(sigma1: int) -> tuple[float, float]:
    """Return below and above which value a hidden unit is saturated; see `Activation.saturation`.

    Raises
    ------
    IndexError
        If no activation has this code.
    """
    return _SATURATION[sigma1]


@strict_jit(inline=False)
def saturated_share(sigma1: int, h: Floats) -> float:
    """Share of the hidden units that are saturated, 0 … 1."""
    low, high = saturation(sigma1)
    count = 0
    for k in range(h.size):
        count += h[k] < low or h[k] > high
    return count / h.size
