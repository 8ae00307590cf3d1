"""A stop byte that a kernel sets itself, by what it writes: so it ends at a known sample."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.network.types import Stop


def set_with(array: NDArray[Any], at: int) -> Stop:
    """Return a byte of entry `at` of an array of 8 bytes each: not 0 once a number is there."""
    array.flat[at] = 0
    entry: Stop = array.reshape(-1)[at : at + 1].view(np.uint8)
    big = 7 if array.dtype.kind == "f" else 0  # sign and exponent of a double, the units of a count
    return entry[big : big + 1]
