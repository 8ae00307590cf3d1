"""Copies of the weights that a run makes on its way, without coming back to Python for them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from bpviz.network.compiler import strict_jit
from bpviz.network.equations import copy_into
from bpviz.network.types import Floats, Ints


class Copies(NamedTuple):
    """Where a run puts copies of its weights and of the state of its stopping rule.

    Attributes
    ----------
    W1T : (k, n, l) float64
    W2 : (k, d, l) float64
    stop : (k, 5) float64
        See `kernels.run`.
    slots : (s,) int64
        Entries of the first axes to be written to, in turn; a run that has used them all makes
        no more copies.
    every : int
        A copy is made where so many divide the number of updates done.
    """

    W1T: Floats
    W2: Floats
    stop: Floats
    slots: Ints
    every: int

    @classmethod
    def none(cls) -> Copies:
        """Return room for no copy."""
        W1T, W2, stop = np.empty((0, 0, 0)), np.empty((0, 0, 0)), np.empty((0, 0))
        return cls(W1T, W2, stop, np.empty(0, dtype=np.int64), 1)


@strict_jit
def next_copy(copies: Copies, made: int, step: int) -> int:
    """Return the number of updates after `step` at which a copy is due; −1 if none is."""
    if made >= copies.slots.size:
        return -1
    return step + copies.every - step % copies.every


@strict_jit(inline=False)
def make_copy(copies: Copies, made: int, W1T: Floats, W2: Floats, stop: Floats) -> None:
    """Write the weights and `stop` to the next slot, `made` of them having been used."""
    slot = copies.slots[made]
    for i in range(W1T.shape[0]):
        copy_into(copies.W1T[slot, i], W1T[i])
    for j in range(W2.shape[0]):
        copy_into(copies.W2[slot, j], W2[j])
    copy_into(copies.stop[slot], stop)
