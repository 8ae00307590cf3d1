"""Scale: where a value lies along an axis, linear or logarithmic, and which ticks say so."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bpviz.network.types import Floats
from bpviz.ui.core.formatting import MINUS, count, localized

OUTSIDE = 4.0
"""Places are clipped to −OUTSIDE … 1 + OUTSIDE: far enough to be out of sight, near enough to
draw a line to."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis; `label` is empty for one between the labelled ones."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A range of values laid along an axis of length 1.

    Attributes
    ----------
    low, high : float
        Values at 0 and at 1, finite; `high` is raised where it is not above `low`.
    log : bool
        Logarithmic; then ``low + shift > 0``.
    shift : float
        Added before the logarithm, so that a count can begin at 0.
    whole : bool
        The values are counts: no tick stands between two whole numbers.
    """

    low: float
    high: float
    log: bool = False
    shift: float = 0.0
    whole: bool = False

    def __post_init__(self) -> None:
        # Neighbouring steps above 2⁵³ are the same float64: keep the ends apart all the same.
        least = max(abs(self.low) * 1e-12, 1e-300)
        if not self.high - self.low >= least:
            object.__setattr__(self, "high", self.low + least)

    def place(self, values: ArrayLike) -> Floats:
        """Return the place of each value, 0 at `low` and 1 at `high`.

        On a logarithmic axis zero and negative values lie below everything.  Infinite values
        lie beyond the ends, NaN stays NaN; nothing else is ever not finite.
        """
        numbers = np.asarray(values, dtype=np.float64)
        with np.errstate(all="ignore"):
            if self.log:
                shifted = numbers + self.shift
                inside = np.where(shifted <= 0, 1.0, shifted)
                low, high = math.log10(self.low + self.shift), math.log10(self.high + self.shift)
                places = (np.log10(inside) - low) / (high - low)
                places = np.where(shifted <= 0, -np.inf, places)
            else:
                places = (numbers - self.low) / (self.high - self.low)
        return np.clip(places, -OUTSIDE, 1 + OUTSIDE)

    def value(self, place: float) -> float:
        """Return the value at `place`, the inverse of `place()`."""
        if not self.log:
            return self.low + place * (self.high - self.low)
        low, high = math.log10(self.low + self.shift), math.log10(self.high + self.shift)
        return float(10.0 ** min(low + place * (high - low), 300.0)) - self.shift

    def ticks(self, most: int) -> list[Tick]:
        """Return ticks by rising value, at most `most` (≥ 1) of them with a label."""
        if self.log:
            found = self._log_ticks(most)
            a_decade = self.high + self.shift >= 10 * (self.low + self.shift)
            if n_labels(found) >= (2 if a_decade else min(most, 3)):
                return found
        return self._linear_ticks(most)

    def _linear_ticks(self, most: int) -> list[Tick]:
        step = nice_above((self.high - self.low) / max(most, 1), (1.0, 2.0, 5.0, 10.0))
        if self.whole:
            step = max(step, 1.0)
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        if last - first > 1000:  # the range is too narrow for float64 to tell its ticks apart
            return []
        decimals = max(0, -math.floor(math.log10(step) + 1e-9))
        return [Tick(i * step, self._label(i * step, decimals)) for i in range(first, last + 1)]

    def _log_ticks(self, most: int) -> list[Tick]:
        low, high = self.low + self.shift, self.high + self.shift
        first, last = math.floor(math.log10(low)), math.floor(math.log10(high) + 1e-9)
        stride = max(1, math.ceil((last - first + 1) / max(most, 1)))
        if stride == 1:
            for named in ((1, 2, 5), (1, 3)):
                ticks = self._ticks_of_powers(first, last, 1, named)
                if n_labels(ticks) <= most:
                    return ticks
        found = [self._ticks_of_powers(first, last, stride, (1,), by) for by in range(stride)]
        return next((ticks for ticks in found if n_labels(ticks) >= min(most, 3)), found[0])

    def _ticks_of_powers(
        self, first: int, last: int, stride: int, named: tuple[int, ...], by: int = 0
    ) -> list[Tick]:
        """Return ticks at 1 … 9 times powers of ten.

        Those at `named` times every `stride`-th power, counted from 10 to the `by`, have labels.
        """
        low, high = self.low + self.shift, self.high + self.shift
        ticks = []
        for power in range(first, last + 1):
            for digit in range(1, 10) if stride == 1 else (1,):
                value = digit * 10.0**power
                if not low * (1 - 1e-9) <= value <= high * (1 + 1e-9):
                    continue
                labelled = digit in named and (power - by) % stride == 0
                label = self._label(value, max(0, -power)) if labelled else ""
                ticks.append(Tick(value - self.shift, label))
        return ticks

    def _label(self, value: float, decimals: int) -> str:
        if self.whole:
            return count(round(value))
        size = abs(value)
        if size != 0 and (size >= 1e5 or decimals > 4):
            mantissa, _, power = f"{value:.3e}".partition("e")
            mantissa = mantissa.rstrip("0").rstrip(".")
            return localized(f"{mantissa}e{int(power)}".replace("-", MINUS))
        return localized(f"{value:.{decimals}f}".replace("-", MINUS))


def n_labels(ticks: list[Tick]) -> int:
    """Return how many of them have a label."""
    return sum(bool(tick.label) for tick in ticks)


def nice_above(
    value: float,
    ladder: tuple[float, ...] = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0),
) -> float:
    """Return the first number of ``ladder × 10ᵏ`` that is not below `value` (> 0, finite)."""
    unit = 10.0 ** math.floor(math.log10(value))
    if unit == 0 or not math.isfinite(unit * 10):
        return value
    return next((unit * rung for rung in ladder if unit * rung >= value * (1 - 1e-12)), unit * 10)


def fitted(values: Floats, *, log: bool, means: Floats | None = None) -> Scale:
    """Return a steady scale that shows `values`, which are magnitudes (≥ 0).

    The ends are round numbers, so that the axis moves seldom while the values change.  Values
    that are not finite are left out.  On a logarithmic axis at most twelve decades are shown.
    Where `means` are given they come first: it shows no more than two decades below the least of
    them, and a linear axis leaves out the tops of rare spikes.
    """
    finite = values[np.isfinite(values)]
    top = float(finite.max(initial=0.0))
    top = min(top, 1e300)
    if not log:
        # One spike must not press everything else flat: it is cut off at the top edge.
        if len(finite) > 100 and means is not None:
            usual = float(np.percentile(finite, 99.5))
            good = means[np.isfinite(means)]
            top = min(top, max(1.5 * usual, 4 * float(good.max(initial=0.0))))
        return Scale(0.0, nice_above(top) if top > 1e-300 else 1.0)
    positive = finite[finite > 0]
    if not len(positive) or top <= 1e-290:
        return Scale(0.01, 1.0, log=True)
    bottom = max(float(positive.min()), top * 1e-12)
    if means is not None:
        good = means[np.isfinite(means) & (means > 0)]
        if len(good):
            bottom = max(bottom, min(float(good.min()) / 100, top / 10))
    low = 10.0 ** math.floor(math.log10(min(bottom, top)))
    high = nice_above(top, (1.0, 2.0, 5.0, 10.0))
    return Scale(low, max(high, low * 10), log=True)


def around(low: float, high: float) -> Scale:
    """Return a linear scale that shows `low` … `high`, of any sign, with round ends."""
    size = max(abs(low), abs(high))
    if high / 8 - low / 8 <= size * 1e-13:  # one value: as much room on either side of it
        low, high = low - (size / 16 or 1.0), high + (size / 16 or 1.0)
    unit = nice_above(high / 8 - low / 8, (1.0, 2.0, 5.0, 10.0)) / 2
    return Scale(math.floor(low / unit) * unit, math.ceil(high / unit) * unit)


def whole_run_end(tip: int) -> float:
    """Return an end of the step axis for `tip` steps, that grows by 1 to 2 % at a time.

    So the axis is painted anew a few times a second at most, and the run fills 98 % of it.
    """
    if tip <= 10:
        return 10.0
    unit = 10 ** (len(str(tip)) - 1)
    grain = max(1, next(unit * rung // 50 for rung in (10, 5, 2, 1) if unit * rung <= tip))
    return float(-(-tip // grain) * grain)


LEAST_PER_CENT = 5.0
"""Fewest percentage points that the accuracy axis shows."""


def accuracy_scale(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Scale:
    """Return a scale for accuracies in per cent, 0 … 100, with round ends and a little room."""
    finite = values[np.isfinite(values)]
    if not len(finite):
        return Scale(0.0, 100.0, whole=True)
    low, high = float(finite.min()), float(finite.max())
    span = max(high - low, LEAST_PER_CENT)
    step = nice_above(span / 5, (1.0, 2.0, 5.0, 10.0))
    bottom, top = math.floor(low / step) * step, math.ceil(high / step) * step
    if top - bottom < LEAST_PER_CENT:
        bottom, top = max(top - LEAST_PER_CENT, 0.0), max(top, LEAST_PER_CENT)
    room = (top - bottom) / 50  # so that a point at an end is seen as a whole
    return Scale(bottom - room, top + room, whole=True)
