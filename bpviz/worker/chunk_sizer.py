"""ChunkSizer: how many steps the next chunk has, and how fast it really goes."""

from __future__ import annotations

import time

CHUNK_SECONDS = 0.016
"""Length of a chunk at full speed, at most.  Commands do not wait for its end: the mailbox's
attention byte ends it after the step at hand."""

_SHORTEST = 0.002  # seconds; a shorter chunk would be mostly overhead

_LONGEST = 2**20
_UNKNOWN = 10_000.0  # steps a second of which nobody knows any better
_SPARE = 0.1  # share of the time that a slow run takes at most
_SMOOTHING = 0.4  # seconds over which the shown speed is averaged


class ChunkSizer:
    """Chunk sizes at full speed or at a set speed, from measured times."""

    def __init__(self) -> None:
        self.limit: float | None = None
        """Steps per second; None is as fast as the machine can."""
        self._per_second = _UNKNOWN
        self._begun = 0.0
        self._taken = 0
        self._mark: tuple[float, int] | None = None  # when, and after how many steps
        self.steps_per_second = 0.0

    def forget(self) -> None:
        """Another network comes: it may take a thousand times as long."""
        self._per_second = _UNKNOWN

    def begin(self) -> None:
        """A run begins to move, or the limit changed: count from now."""
        now = time.perf_counter()
        # At a set speed the first step comes at once.
        self._begun = now if self.limit is None else now - 1.0 / self.limit
        self._taken = 0
        # There it says nothing of the speed: what is shown is measured from its end on.
        self._mark = (now, 0) if self.limit is None else None
        self.steps_per_second = 0.0

    def chunk(self, seconds: float) -> int:
        """Return the steps to take now; 0 if the set speed wants none yet."""
        most = self.full_chunk(seconds)
        if self.limit is None:
            return most
        owed = int((time.perf_counter() - self._begun) * self.limit) - self._taken
        if owed > most:  # the machine cannot keep up: let the rest go, do not pile it up
            self._begun += (owed - most) / self.limit
            owed = most
        return max(0, owed)

    def full_chunk(self, seconds: float) -> int:
        """Return the steps that take about `seconds`, at least 1."""
        seconds = min(max(seconds, _SHORTEST), CHUNK_SECONDS)
        return max(1, min(int(self._per_second * seconds), _LONGEST))

    @property
    def leaves_time(self) -> bool:
        """Whether the set speed needs but a small part of what the machine can do."""
        return self.limit is not None and self.limit < _SPARE * self._per_second

    def wait(self) -> float:
        """Return the seconds until the set speed wants the next step."""
        if self.limit is None:
            return 0.0
        due = self._begun + (self._taken + 1) / self.limit
        return max(0.0, due - time.perf_counter())

    def took(self, steps: int, seconds: float) -> None:
        """Learn that `steps` took `seconds` of computing."""
        self._taken += steps
        if steps and seconds > 0:
            rate = steps / seconds
            self._per_second = rate if steps > 100 else 0.8 * self._per_second + 0.2 * rate
        if not steps:
            return  # from the end of a step to the end of a step, however slowly they come
        now = time.perf_counter()
        if self._mark is None:
            self._mark = (now, self._taken)
            return
        since, taken = now - self._mark[0], self._taken - self._mark[1]
        if since >= _SMOOTHING:
            measured = taken / since
            old = self.steps_per_second
            self.steps_per_second = measured if old == 0 else 0.5 * old + 0.5 * measured
            self._mark = (now, self._taken)
