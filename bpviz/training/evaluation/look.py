"""A look: work on a snapshot of the weights, which can be ended at any moment from outside."""

from __future__ import annotations

from typing import Protocol, TypeVar

import numpy as np

from bpviz.network.types import Stop

R_co = TypeVar("R_co", covariant=True)

GOES_ON: Stop = np.zeros(1, dtype=np.uint8)
"""For a look that nobody ends."""


class Look(Protocol[R_co]):
    """What every look is to whoever carries it out; whoever drops it cancels it."""

    @property
    def done(self) -> bool:
        """Whether there is nothing left to do."""

    def advance(self, stop: Stop = GOES_ON) -> None:
        """Do what is left, without the GIL; return after the sample at hand if `stop` says so."""

    def result(self) -> R_co:
        """Return what was found; it must be done, unless it says otherwise."""
