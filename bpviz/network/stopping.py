"""N9 (iii): when a run ends of itself, because its loss has levelled off."""

from __future__ import annotations

from bpviz.network.compiler import strict_jit
from bpviz.network.types import Floats


@strict_jit(inline=False)
def levelled_off(loss: float, stop: Floats, window: int, tolerance: float, patience: int) -> bool:
    """N9 (iii): count one step; True when the loss has levelled off.

    `stop` is the rule's state, (4,): sum of the window, steps in it, best mean so far, windows
    in a row without improvement.
    """
    stop[0] += loss
    stop[1] += 1.0
    if stop[1] < window:
        return False
    mean = stop[0] / stop[1]
    stop[0] = 0.0
    stop[1] = 0.0
    if mean < (1.0 - tolerance) * stop[2]:
        stop[2] = mean
        stop[3] = 0.0
        return False
    stop[3] += 1.0
    return bool(stop[3] >= patience)
