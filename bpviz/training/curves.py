"""PointCurve: what was measured now and then along a branch, in bounded memory."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from bpviz.training.looks import Evaluations

_LIMIT = 4096


class PointCurve:
    """Loss and accuracy at some steps, by rising step; at most 4 096 of them are kept."""

    def __init__(self) -> None:
        self._points: list[tuple[int, float, float]] = []
        self._shown: Evaluations | None = None

    def add(self, step: int, loss: float, accuracy: float | None) -> None:
        """Put in what was measured at `step`; a second measurement there changes nothing."""
        at = bisect_left(self._points, (step,))
        if at < len(self._points) and self._points[at][0] == step:
            return
        self._points.insert(at, (step, loss, np.nan if accuracy is None else accuracy))
        if len(self._points) > _LIMIT:  # thin the older half
            half = _LIMIT // 2
            self._points = self._points[:half:2] + self._points[half:]
        self._shown = None

    def has(self, step: int) -> bool:
        """Whether something was measured at `step`."""
        at = bisect_left(self._points, (step,))
        return at < len(self._points) and self._points[at][0] == step

    def cut(self, end: int) -> PointCurve:
        """Return a copy without what lies beyond step `end`."""
        copy = PointCurve()
        copy._points = [point for point in self._points if point[0] <= end]
        return copy

    def evaluations(self) -> Evaluations:
        """Return all points as read-only arrays."""
        if self._shown is None:
            table = np.array(self._points, dtype=np.float64).reshape(-1, 3)
            steps = np.array([point[0] for point in self._points], dtype=np.int64)
            for array in (table, steps):
                array.flags.writeable = False
            self._shown = Evaluations(steps, table[:, 1], table[:, 2])
        return self._shown
