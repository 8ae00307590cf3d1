"""FoundHere: the steps that a search has found on the branch at hand."""

from __future__ import annotations

import numpy as np

from bpviz.network.types import Ints
from bpviz.training.events import Frame

NONE: Ints = np.empty(0, dtype=np.int64)
NONE.flags.writeable = False


class FoundHere:
    """Reads them off frames; the same array as long as they stay."""

    def __init__(self) -> None:
        self._found: object = None
        self._steps = NONE

    def of(self, frame: Frame) -> Ints:
        """Return the steps found on the branch of `frame`, (k,) int64, rising."""
        found = frame.asked.found
        if found is None or found.branch != frame.branch:
            return NONE
        if found is not self._found:
            self._found = found
            steps = found.steps if found.condition is not None else np.sort(found.steps)
            if not np.array_equal(steps, self._steps):
                self._steps = steps
        return self._steps


def next_found(steps: Ints, step: int) -> int | None:
    """Return the first of rising `steps` behind `step`; None if there is none."""
    at = int(np.searchsorted(steps, step, side="right"))
    return int(steps[at]) if at < len(steps) else None


def previous_found(steps: Ints, step: int) -> int | None:
    """Return the last of rising `steps` before `step`; None if there is none."""
    at = int(np.searchsorted(steps, step, side="left"))
    return int(steps[at - 1]) if at > 0 else None
