"""TimeAxis: which step lies at which pixel, the same for the slider and the lanes under it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bpviz.network.types import Floats, Ints

SLOTS = 1_000_000
"""Most positions that Qt's slider, which counts in 32 bits, is given."""

NARROWEST = 10
"""Steps across the whole width at the strongest zoom."""


def slot_of(step: int, tip: int) -> int:
    """Return the slot of `step`, 0 ≤ step ≤ tip; rises with the step."""
    return step if tip <= SLOTS else step * SLOTS // tip


def step_of(slot: int, tip: int) -> int:
    """Return the first step of `slot`; the inverse of `slot_of` where each step has a slot."""
    return slot if tip <= SLOTS else -(-slot * tip // SLOTS)


@dataclass(frozen=True, slots=True)
class StepRange:
    """Steps `first` … `last` along a line of length 1; 0 ≤ first ≤ last < 2⁶³.

    Whole numbers throughout, so that no step is lost however long the run: shares are floats,
    steps never are.
    """

    first: int
    last: int

    @property
    def span(self) -> int:
        """Number of steps from the first to the last."""
        return self.last - self.first

    def share(self, step: int) -> float:
        """Return where `step` lies, 0 at the first and 1 at the last; 0 in an empty range."""
        return (step - self.first) / self.span if self.span else 0.0

    def shares(self, steps: Ints) -> Floats:
        """Return where each of `steps`, (k,), lies; (k,) float64."""
        if not self.span:
            return np.zeros(len(steps))
        shares: Floats = (steps - self.first) / float(self.span)
        return shares

    def step_at(self, share: float) -> int:
        """Return the step at `share`, held within the range."""
        share = min(max(share, 0.0), 1.0)
        return min(self.first + round(share * self.span), self.last)

    def zoomed(self, factor: float, share: float, tip: int) -> StepRange:
        """Return a range `factor` times as long that has the same step at `share`.

        At least `NARROWEST` steps long, and within 0 … `tip`.
        """
        share = min(max(share, 0.0), 1.0)
        span = min(max(round(self.span * factor), NARROWEST), tip)
        if span == self.span:  # of very few steps a small factor is none at all
            span = min(max(span + (1 if factor > 1 else -1), NARROWEST), tip)
        return StepRange(0, span).moved(self.step_at(share) - round(share * span), tip)

    def moved(self, steps: int, tip: int) -> StepRange:
        """Return the range `steps` later (earlier, if negative), held within 0 … `tip`."""
        span = min(self.span, tip)
        first = min(max(self.first + steps, 0), tip - span)
        return StepRange(first, first + span)

    def following(self, step: int, before: int, tip: int) -> StepRange:
        """Return a range of the same length with `step` in it, where most of the way here shows.

        `before` is where the run stood before.
        """
        if self.first <= step <= self.last <= tip:
            return self
        share = 0.8 if step >= before else 0.2
        return StepRange(0, self.span).moved(step - round(share * self.span), tip)


MARGIN = 10
"""Pixels beside the line, room for half a handle; grows with the text, see `text_scale`."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The steps `shown` along `width` pixels with `margin` on either side."""

    shown: StepRange
    width: int
    margin: int

    @property
    def room(self) -> int:
        """Length of the line in pixels, at least 1."""
        return max(self.width - 2 * self.margin, 1)

    @property
    def left(self) -> int:
        """First pixel of the line."""
        return self.margin

    @property
    def right(self) -> int:
        """Last pixel of the line."""
        return self.margin + self.room

    def x_of(self, step: int) -> float:
        """Return the x pixel of a step; outside of the line for one that is not shown."""
        return self.margin + self.shown.share(step) * self.room

    def share_at(self, x: float) -> float:
        """Return where an x pixel lies along the line, 0 … 1 on it."""
        return (x - self.margin) / self.room

    def step_at(self, x: float) -> int:
        """Return the step at an x pixel, held within those shown."""
        return self.shown.step_at(self.share_at(x))
