"""A clock that a test moves."""

from __future__ import annotations


class Clock:
    """Stands in for the module `time`."""

    def __init__(self) -> None:
        self.now = 1000.0

    def perf_counter(self) -> float:
        return self.now

    def thread_time(self) -> float:
        return self.now

    def tick(self) -> None:
        """Let a second go by."""
        self.now += 1.0
