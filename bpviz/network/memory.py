"""Arrays that begin at a cache line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.network.types import Floats

LINE = 64
"""Bytes of a cache line, and of the widest registers."""

_PER_LINE = LINE // 8


def aligned(shape: int | tuple[int, ...]) -> Floats:
    """Return a float64 array of zeros, C-contiguous, whose first entry begins a cache line.

    NumPy begins large arrays 16 bytes behind one: every second load of eight doubles would need
    two lines, which costs a step up to a third more time.
    """
    size = math.prod(shape) if isinstance(shape, tuple) else shape
    return _from_a_line(np.zeros(size + _PER_LINE), size).reshape(shape)


def aligned_copy(array: Floats) -> Floats:
    """Return a copy that begins at a cache line."""
    copy = _from_a_line(np.empty(array.size + _PER_LINE), array.size).reshape(array.shape)
    copy[...] = array
    return copy


def aligned_parts(sizes: Sequence[int]) -> list[Floats]:
    """Return vectors of zeros of these sizes in one piece of memory, each from a cache line on."""
    starts = [0]
    for size in sizes:
        starts.append(starts[-1] + -(-size // _PER_LINE) * _PER_LINE)
    room = aligned(starts[-1])
    return [room[start : start + size] for start, size in zip(starts, sizes, strict=False)]


def as_read(array: NDArray[Any]) -> NDArray[Any]:
    """Return a contiguous read-only view; a function is compiled anew for every other kind."""
    view = np.ascontiguousarray(array)[:]
    view.flags.writeable = False
    return view


def _from_a_line(room: Floats, size: int) -> Floats:
    """Return `size` entries of `room`, which has a line's more, from its first cache line on."""
    address: int = room.__array_interface__["data"][0]  # `ctypes` would make an object of it
    skipped = -address % LINE // 8
    return room[skipped : skipped + size]
