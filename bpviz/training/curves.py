"""What was measured now and then along a branch, in bounded memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from bpviz.network.types import Floats, Ints
from bpviz.training.looks import Evaluations
from bpviz.training.trial_notes import RuleCosines, RuleScan

_LIMIT = 4096

C = TypeVar("C", bound="StepCurve")


class StepCurve:
    """Rows of numbers at some steps, by rising step; at most 4 096 of them are kept."""

    def __init__(self) -> None:
        self._points: list[tuple[float, ...]] = []
        self._table: tuple[Ints, Floats] | None = None

    def put(self, step: int, values: Sequence[float]) -> None:
        """Put in what was measured at `step`; a second measurement there changes nothing."""
        at = bisect_left(self._points, (step,))
        if at < len(self._points) and self._points[at][0] == step:
            return
        self._points.insert(at, (step, *values))
        if len(self._points) > _LIMIT:  # thin the older half
            half = _LIMIT // 2
            self._points = self._points[:half:2] + self._points[half:]
        self._table = None

    def has(self, step: int) -> bool:
        """Whether something was measured at `step`."""
        at = bisect_left(self._points, (step,))
        return at < len(self._points) and self._points[at][0] == step

    def cut(self: C, end: int) -> C:
        """Return a copy without what lies beyond step `end`."""
        copy = type(self)()
        copy._points = [point for point in self._points if point[0] <= end]
        return copy

    def table(self, columns: int) -> tuple[Ints, Floats]:
        """Return the steps (p,) and what was measured (p, columns), read-only, always the same
        arrays while nothing is put in."""
        if self._table is None:
            values = np.array(self._points, dtype=np.float64).reshape(-1, columns + 1)[:, 1:]
            steps = np.array([point[0] for point in self._points], dtype=np.int64)
            for array in (values, steps):
                array.flags.writeable = False
            self._table = steps, values
        return self._table


class PointCurve(StepCurve):
    """Loss and accuracy at some steps."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Evaluations | None = None

    def add(self, step: int, loss: float, accuracy: float | None) -> None:
        """Put in what was measured at `step`; a second measurement there changes nothing."""
        self.put(step, (loss, np.nan if accuracy is None else accuracy))

    def evaluations(self) -> Evaluations:
        """Return all points as read-only arrays."""
        steps, values = self.table(2)
        if self._shown is None or self._shown.steps is not steps:
            self._shown = Evaluations(steps, values[:, 0], values[:, 1])
        return self._shown


class CosineCurve(StepCurve):
    """The cosine between both gradient rules at some steps."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: RuleCosines | None = None

    def add(self, scan: RuleScan) -> None:
        """Put in a scan; a second one of its step changes nothing."""
        self.put(scan.step, (scan.mean, scan.low, scan.high, scan.uphill))

    def cosines(self) -> RuleCosines:
        """Return all points as read-only arrays."""
        steps, values = self.table(4)
        if self._shown is None or self._shown.steps is not steps:
            self._shown = RuleCosines(steps, *(values[:, column] for column in range(4)))
        return self._shown
