"""Conditions that are looked at in every step, inside the compiled loop."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bpviz.network.compiler import strict_jit
from bpviz.network.types import Floats, Ints
from bpviz.network.watches import CHANGED, NOW, Watches

LOSS_ABOVE, LOSS_BELOW, GRADIENT_W1_ABOVE, GRADIENT_W2_ABOVE = 0, 1, 2, 3
SAMPLE, LABEL, MISCLASSIFIED, SATURATED, LOSS_JUMP, EVERY, NOT_FINITE = 4, 5, 6, 7, 8, 9, 10
WATCH_ABOVE, WATCH_BELOW, SIGN_CHANGE, MOVE_ABOVE = 11, 12, 13, 14

OFF, STOP, SEARCH = 0, 1, 2
"""What a run does with them: nothing; stop where one is met; go on, and note the last such step."""

MEAN_STEPS = 1000
"""Length of the moving mean of the loss that a jump is measured against."""


class Watchpoints(NamedTuple):
    """The armed conditions, one entry of each array for each.

    Attributes
    ----------
    codes : (b,) int64
        What is looked at, one of the constants of this module.
    limits : (b,) float64
        Threshold, where there is one.
    numbers : (b,) int64
        Sample, label or number of steps, or the number among `watches` that it is about, where
        there is one.
    ignore, hits : (b,) int64
        Times that it was met (written to), and how many of them do not stop the run.
    fired : (b,) uint8
        Written to: whether it stopped the run at this step; for SEARCH, whether it was met.
    last : (2,) int64
        Written to by SEARCH: the last step at which one was met, and how many are in `found`.
    found : (s,) int64
        Written to by SEARCH, as long as there is room: the steps at which one was met.
    mode : (1,) int64
        OFF, STOP or SEARCH.
    threshold : (1,) float64
        From which on a single output says class 1, see `predicted_class`.
    watches : Watches
        Numbers that are looked at in every step, whether a condition is about them or not.
    """

    codes: Ints
    limits: Floats
    numbers: Ints
    ignore: Ints
    hits: Ints
    fired: NDArray[np.uint8]
    last: Ints
    found: Ints
    mode: Ints
    threshold: Floats
    watches: Watches

    @classmethod
    def empty(
        cls,
        count: int = 0,
        threshold: float = 0.5,
        watches: Watches | None = None,
        room: int = 0,
    ) -> Watchpoints:
        """Allocate for `count` conditions, all of them off, and `room` steps that are found."""

        def ints() -> Ints:
            return np.zeros(count, dtype=np.int64)

        fired = np.zeros(count, dtype=np.uint8)
        last, mode = np.array([-1, 0]), np.zeros(1, dtype=np.int64)
        found, middle = np.zeros(room, dtype=np.int64), np.full(1, threshold)
        return cls(
            ints(), np.zeros(count), ints(), ints(), ints(), fired, last, found, mode, middle,
            Watches.empty() if watches is None else watches,
        )  # fmt: skip

    @property
    def is_looking(self) -> bool:
        """Whether there is anything to look at in a step."""
        conditions = self.mode[0] != OFF and self.codes.size > 0
        return bool(conditions or self.watches.table.size > 0)


@strict_jit(inline=False)
def looks_at(watch: Watchpoints, code: int) -> bool:
    """Whether any of the conditions is of that kind."""
    found = False
    for b in range(watch.codes.size):
        found = found or watch.codes[b] == code
    return found


@strict_jit
def met(
    watch: Watchpoints,
    step: int,
    sample: int,
    label: int,
    loss: float,
    magnitude1: float,
    magnitude2: float,
    mean: float,
    wrong: bool,
    share: float,
    finite: bool,
) -> bool:
    """Look at all conditions in one step before its update; True where the run is to stop.

    Parameters
    ----------
    step, sample, label : int
        `label` is −1 where the pair has none.
    loss, magnitude1, magnitude2 : float
        ‖f − y‖², ‖∂W1‖_F and ‖∂W2‖_F.
    mean : float
        Moving mean of the loss before this step.
    wrong : bool
        Whether the pair is classified wrongly.
    share : float
        Share of saturated hidden units.
    finite : bool
        Whether all quantities and the new weights are finite.
    """
    found = False
    searching = watch.mode[0] == SEARCH
    for b in range(watch.codes.size):
        code, limit, number = watch.codes[b], watch.limits[b], watch.numbers[b]
        if code >= WATCH_ABOVE:
            value = watch.watches.state[number, NOW if code <= WATCH_BELOW else CHANGED]
            now = value < limit if code == WATCH_BELOW else value > limit  # 1 > 0 for SIGN_CHANGE
        elif code == LOSS_ABOVE:
            now = loss > limit
        elif code == LOSS_BELOW:
            now = loss < limit
        elif code == GRADIENT_W1_ABOVE:
            now = magnitude1 > limit
        elif code == GRADIENT_W2_ABOVE:
            now = magnitude2 > limit
        elif code == SAMPLE:
            now = sample == number
        elif code == LABEL:
            now = label == number
        elif code == MISCLASSIFIED:
            now = wrong
        elif code == SATURATED:
            now = share >= limit
        elif code == LOSS_JUMP:
            now = step >= MEAN_STEPS and loss > limit * mean
        elif code == EVERY:
            now = step > 0 and step % number == 0
        else:
            now = not finite
        fires = now
        if now and searching:
            found = True
        elif now:
            watch.hits[b] += 1
            fires = watch.hits[b] > watch.ignore[b]
            found = found or fires
        watch.fired[b] = fires
    if found and searching:
        watch.last[0] = step
        if watch.last[1] < watch.found.size:
            watch.found[watch.last[1]] = step
            watch.last[1] += 1
        return False
    return found


@strict_jit
def moved_mean(mean: float, loss: float, step: int) -> float:
    """Mean of the loss after `step`: of all steps at first, then exponential over MEAN_STEPS."""
    return mean + (loss - mean) / min(step + 1, MEAN_STEPS)
