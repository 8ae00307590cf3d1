"""What was measured now and then along a branch, in bounded memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from bpviz.network.types import Floats, Ints
from bpviz.training.evaluation.results import Evaluations
from bpviz.training.evaluation.rule_infos import RuleCosines, RuleScan

MOST_POINTS = 4096
"""Measurements that are kept along a branch, see `StepCurve`."""

C = TypeVar("C", bound="StepCurve")


class StepCurve:
    """Rows of numbers at some steps, by rising step; at most `MOST_POINTS` of them are kept.

    Where there are more, the one makes room whose neighbours are nearest to one another on a
    logarithmic axis, that is, have the smallest ratio of ``step + 1``; the first and the last
    stay.  So the few of a run's first moments stay, and what is left is even on such an axis, with
    at least 4 096 / 63 points for each time that the steps double where so many were made.
    """

    columns = 0
    """Numbers of each measurement."""

    def __init__(self) -> None:
        # Not as objects: a run of hours would make tens of thousands of them.  Changed ones take
        # their place, since an array that somebody looks at cannot be resized.
        self._steps = array("q")
        self._values = array("d")  # those of one step after the other
        self._table: tuple[Ints, Floats] | None = None

    @classmethod
    def of(cls: type[C], steps: Ints, values: Floats) -> C:
        """Return a curve of what was measured at `steps` (p,), rising: `values` (p, columns).

        Raises
        ------
        ValueError
            If there is no such curve.
        """
        right = steps.ndim == 1 and values.shape == (len(steps), cls.columns)
        rises = right and not ((np.diff(steps) <= 0).any() or (steps < 0).any())
        if not rises or len(steps) > MOST_POINTS:
            raise ValueError("a curve")
        curve = cls()
        curve._steps, curve._values = (
            array("q", steps.tolist()),
            array("d", values.ravel().tolist()),
        )
        return curve

    def put(self, step: int, values: Sequence[float]) -> None:
        """Put in what was measured at `step`; a second measurement there changes nothing."""
        if self.has(step):
            return
        at, width = bisect_left(self._steps, step), len(values)
        split = at * width
        steps = self._steps[:at] + array("q", (step,)) + self._steps[at:]
        numbers = self._values[:split] + array("d", values) + self._values[split:]
        if len(steps) > MOST_POINTS:
            reach = 1.0 + np.array(steps)
            gone = 1 + int(np.argmin(reach[2:] / reach[:-2]))
            steps = steps[:gone] + steps[gone + 1 :]
            numbers = numbers[: gone * width] + numbers[(gone + 1) * width :]
        self._steps, self._values, self._table = steps, numbers, None

    def has(self, step: int) -> bool:
        """Whether something was measured at `step`."""
        at = bisect_left(self._steps, step)
        return at < len(self._steps) and self._steps[at] == step

    def cut(self: C, end: int) -> C:
        """Return a copy without what lies beyond step `end`."""
        copy, count = type(self)(), bisect_right(self._steps, end)
        width = len(self._values) // max(len(self._steps), 1)
        copy._steps, copy._values = self._steps[:count], self._values[: count * width]
        return copy

    def table(self) -> tuple[Ints, Floats]:
        """Return the steps (p,) and what was measured (p, columns), read-only, always the same
        arrays while nothing is put in."""
        if self._table is None:
            values = np.array(self._values, dtype=np.float64).reshape(-1, self.columns)
            steps = np.array(self._steps, dtype=np.int64)
            for each in (values, steps):
                each.flags.writeable = False
            self._table = steps, values
        return self._table


class PointCurve(StepCurve):
    """Loss and accuracy at some steps."""

    columns = 2

    def __init__(self) -> None:
        super().__init__()
        self._shown: Evaluations | None = None

    def add(self, step: int, loss: float, accuracy: float | None) -> None:
        """Put in what was measured at `step`; a second measurement there changes nothing."""
        self.put(step, (loss, np.nan if accuracy is None else accuracy))

    def shown(self) -> Evaluations:
        """Return all points as read-only arrays."""
        steps, values = self.table()
        if self._shown is None or self._shown.steps is not steps:
            self._shown = Evaluations(steps, values[:, 0], values[:, 1])
        return self._shown


class CosineCurve(StepCurve):
    """The cosine between both gradient rules at some steps."""

    columns = 4

    def __init__(self) -> None:
        super().__init__()
        self._shown: RuleCosines | None = None

    def add(self, scan: RuleScan) -> None:
        """Put in a scan; a second one of its step changes nothing."""
        self.put(scan.step, (scan.mean, scan.low, scan.high, scan.uphill))

    def shown(self) -> RuleCosines:
        """Return all points as read-only arrays."""
        steps, values = self.table()
        if self._shown is None or self._shown.steps is not steps:
            self._shown = RuleCosines(steps, *(values[:, column] for column in range(self.columns)))
        return self._shown
