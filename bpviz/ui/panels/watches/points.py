"""What was published of watches while a run went on, in bounded memory."""

from __future__ import annotations

import math

import numpy as np

from bpviz.network.types import Floats, Ints
from bpviz.training.events import Frame
from bpviz.training.infos import BranchInfo
from bpviz.training.watches import Watch

MOST_POINTS = 4096
"""Of each watch on a branch; every other one goes where there are more."""

_MOST_CURVES = 256


class PublishedPoints:
    """The value of each watch at the steps of which frames came, by branch of the run."""

    def __init__(self) -> None:
        self._run = -1
        self._points: dict[tuple[int, Watch], dict[int, float]] = {}
        self._arrays: dict[tuple[int, Watch], tuple[Ints, Floats]] = {}  # of those asked for

    def note(self, frame: Frame) -> None:
        """Keep what a frame says; what is known of another run goes."""
        if frame.run != self._run:
            self._run, self._points, self._arrays = frame.run, {}, {}
        branch = _branch_at(frame)
        for note in frame.watches:
            if note.value is None or not math.isfinite(note.value):
                continue
            points = self._points.setdefault((branch, note.watch), {})
            if points.get(frame.step) != note.value:
                points[frame.step] = note.value
                self._arrays.pop((branch, note.watch), None)
            if len(points) > MOST_POINTS:
                for step in sorted(points)[1::2]:
                    del points[step]
        while len(self._points) > _MOST_CURVES:
            key = next(iter(self._points))
            del self._points[key]
            self._arrays.pop(key, None)

    def copy(self) -> PublishedPoints:
        """Return another one that knows the same."""
        made = PublishedPoints()
        made._run = self._run
        made._points = {key: dict(points) for key, points in self._points.items()}
        return made

    def of(self, branch: int, watch: Watch, first: int, last: int) -> tuple[Ints, Floats]:
        """Return steps from `first` to `last`, (k,) int64 rising, and values, (k,) float64."""
        key = branch, watch
        if key not in self._arrays:  # of other branches they stay while one of them goes on
            points = sorted(self._points.get(key, {}).items())
            self._arrays[key] = (
                np.array([step for step, _ in points], dtype=np.int64),
                np.array([value for _, value in points], dtype=np.float64),
            )
        steps, values = self._arrays[key]
        a, b = np.searchsorted(steps, (first, last + 1))
        return steps[a:b], values[a:b]

    def on_the_way(
        self, branches: tuple[BranchInfo, ...], number: int, watch: Watch, tip: int
    ) -> tuple[Ints, Floats]:
        """Return those of a branch up to its end, what it shares with its parents included."""
        notes = {note.number: note for note in branches}
        own: int | None = number
        steps, values, last = [], [], tip
        while own is not None:
            note = notes.get(own)
            first = 0 if note is None or note.parent is None else note.fork
            part = self.of(own, watch, first, last)
            steps.append(part[0])
            values.append(part[1])
            own, last = None if note is None else note.parent, min(last, first - 1)
        return np.concatenate(steps[::-1]), np.concatenate(values[::-1])


def _branch_at(frame: Frame) -> int:
    """Return the branch that the step at hand is of: before its fork, a branch is its parent."""
    number = frame.branch
    notes = {note.number: note for note in frame.branches}
    while (note := notes.get(number)) is not None and frame.step < note.fork:
        if note.parent is None:
            break
        number = note.parent
    return number
