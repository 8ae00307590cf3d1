"""ColourRange: how large a value the ends of a signed colour map stand for, kept steady."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

NOTCHES = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
"""The limits of one decade; they are short to write beside a colour bar."""

SMALLEST, LARGEST = 1e-30, 1e30
"""Limits stay where float32 can still divide by them, and where one is too small beside the largest
float32 to carry it over when pyqtgraph adds the two."""

HALF_LIFE = 2.0
"""Seconds in which a scale that has become too wide shrinks to half."""


def peak(values: NDArray[Any]) -> float:
    """Return the largest magnitude among the finite entries; 0 if there are none."""
    if values.size == 0:
        return 0.0
    low, high = float(values.min()), float(values.max())
    if math.isfinite(low) and math.isfinite(high):
        return max(-low, high)
    finite = values[np.isfinite(values)]
    return float(np.abs(finite).max()) if finite.size else 0.0


def notch_above(value: float) -> float:
    """Return the smallest notch of any decade that is not below `value` > 0."""
    exponent = math.floor(math.log10(value))
    # log10 may be off by one at a power of ten, so the decades around are looked at too.
    for decade in (exponent - 1, exponent, exponent + 1):
        for step in NOTCHES:
            notch = float(f"{step}e{decade}")
            if notch >= value:
                return notch
    return float(f"1e{exponent + 2}")


class ColourRange:
    """A scale from −limit to +limit that grows at once and shrinks slowly, in notches.

    Because it moves in notches it stands still most of the time, so that colours of different
    moments can be compared and the numbers beside the colour bar don't flicker.  That is for one
    thing that changes: something else, such as the weights after a jump, is fitted at once, and
    what was there before does not matter.

    Parameters
    ----------
    clock : callable
        Returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._shown_at = clock()
        self._of: object = None
        self._limit = 1.0
        self._envelope = 0.0

    @property
    def limit(self) -> float:
        """The value at the upper end, above 0; the lower end is its negative."""
        return self._limit

    def show(self, peak: float, of: object = None) -> float:
        """Take in the next values to be shown, and return the limit to show them with.

        How far it may shrink depends on the time since the last call.  More than a second counts
        as one, so that a long pause doesn't throw the scale away.

        Parameters
        ----------
        peak : float
            Their largest magnitude.  0 or not finite (nothing to see) leaves the scale alone.
        of : object
            What they are values of: `Frame.stretch`, and whatever else they depend on, such as the
            quantity.  Where it does not equal that of the last call, the scale begins anew.
        """
        now = self._clock()
        seconds, self._shown_at = now - self._shown_at, now
        if of != self._of:
            self._of, self._limit, self._envelope = of, 1.0, 0.0
        if not (math.isfinite(peak) and peak > 0):
            return self._limit
        if self._envelope == 0.0:
            return self.fit(peak)
        peak = min(max(peak, SMALLEST), LARGEST)
        fade = 0.5 ** (min(max(seconds, 0.0), 1.0) / HALF_LIFE)
        self._envelope = max(peak, self._envelope * fade)
        if peak > self._limit:
            self._limit = notch_above(peak)
        else:  # a tenth of slack, or a value near a notch would make it go up and down
            self._limit = min(self._limit, notch_above(min(1.1 * self._envelope, LARGEST)))
        return self._limit

    def fit(self, peak: float) -> float:
        """Forget the past and fit `peak`; return the new limit."""
        if math.isfinite(peak) and peak > 0:
            self._envelope = min(max(peak, SMALLEST), LARGEST)
            self._limit = notch_above(self._envelope)
        return self._limit
