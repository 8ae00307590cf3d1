"""Telling how far a loading has come, and the place where it can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

ProgressCallback: TypeAlias = Callable[[str, float | None], None]
"""Called with what is being done and the fraction, 0 … 1, or None where unknown.

Whatever it raises ends the loading and reaches the caller untouched.
"""


class Meter:
    """Counts work and reports it as a rising fraction, from 0 at once to 1 at the end.

    Parameters
    ----------
    callback : ProgressCallback or None
    what : str
        Passed on to the callback.
    total : int
        Work in all, in any unit, above 0.
    """

    def __init__(self, callback: ProgressCallback | None, what: str, total: int) -> None:
        self._callback = callback
        self._what = what
        self._total = total
        self._done = 0
        self.add(0)

    def add(self, work: int) -> None:
        """Report that `work` more is done; raises whatever the callback raises."""
        self._done += work
        if self._callback is not None:
            self._callback(self._what, min(self._done / self._total, 1.0))

    def finish(self) -> None:
        """Report that everything is done."""
        self.add(self._total - self._done)
