"""Long work in the trainer's thread: one shape for all of it.

What somebody asked for and waits for is a `LongJob`: it has progress, can be cancelled, and ends
with a result or a problem.  What can be cut into pieces is a `Job`, and is done beside the run.
What nobody waits for is done elsewhere: see `background.py`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum
from typing import Generic, Protocol, TypeAlias, TypeVar

from bpviz.training.events import Progress

SLICE = 0.0025
"""Seconds after which a slice begins nothing more; what it has begun may take as long again."""

SHARE = 0.1
"""Share of the trainer's time while the run is at full speed: a person waits for the answer, and
it is over within seconds."""


class Load(Enum):
    """How much time the run leaves for other things."""

    IDLE = 0
    """It stands: look at this position, and at once."""
    LOW = 1
    """Its steps take a small part of the time."""
    FULL = 2
    """Every moment counts: keep to the shares."""
    IMMEDIATE = 3
    """Look at this position at once, whatever it costs, and then go on."""


R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Job(Protocol[R_co]):
    """Work under way on what it was begun with, piece by piece; whoever drops it cancels it."""

    @property
    def fraction(self) -> float:
        """How much of it is done, 0 … 1."""

    @property
    def done(self) -> bool:
        """Whether there is nothing left to do."""

    def advance(self, seconds: float | None = None) -> None:
        """Do a piece of about `seconds`, or all that is left."""

    def result(self) -> R_co:
        """Return what was found; the job must be done, unless it says otherwise."""


class CancelledError(Exception):
    """Nobody waits any more for what was being done."""


Tell: TypeAlias = Callable[[str, float | None], None]
"""Says what is being done, in words, and how much of it is done, 0 … 1, or None where unknown.

Raises `CancelledError` where nobody waits for it any more."""


class LongJob(Generic[R]):
    """What somebody asked for and waits for; one at a time.

    Parameters
    ----------
    show : callable
        Is given the `Progress` of what is done in one go, often.
    is_void : callable
        Asked now and then whether nobody waits any more for that.

    Attributes
    ----------
    news : bool
        Whether something changed since somebody looked and took this back.
    """

    def __init__(
        self,
        show: Callable[[Progress], None] = lambda progress: None,
        is_void: Callable[[], bool] = lambda: False,
    ) -> None:
        self.news = False
        self._show, self._is_void = show, is_void
        self._job: Job[R] | None = None
        self._then: Callable[[R], None] = lambda result: None
        self._not_before = 0.0

    @property
    def fraction(self) -> float | None:
        """How far the one under way beside the run has come, 0 … 1; None if there is none."""
        return None if self._job is None else self._job.fraction

    def begin(self, job: Job[R], then: Callable[[R], None]) -> None:
        """Do `job` beside the run, in place of one under way, and give its result to `then`."""
        self._job, self._then, self._not_before, self.news = job, then, 0.0, True

    def cancel(self) -> None:
        """Give up the one under way."""
        self._job, self.news = None, True

    def work(self, load: Load) -> bool:
        """Do a slice of the one under way; return whether to go on at once."""
        job = self._job
        begun = time.perf_counter()
        if job is None or (load is Load.FULL and begun < self._not_before):
            return False
        if job.done:  # a slice of its own, since it gathers everything
            self._job = None
            self._then(job.result())
        else:
            job.advance(SLICE)
        self.news = True
        ended = time.perf_counter()
        self._not_before = ended + (ended - begun) * (1 / SHARE - 1)
        return self._job is not None and load is not Load.FULL

    def run(self, do: Callable[[Tell], R]) -> R:
        """Do in one go, while the run waits, what cannot be cut into pieces.

        Raises
        ------
        CancelledError
            If nobody waits for it any more.
        Exception
            What `do` raises: the problem that it ended with.
        """

        def tell(what: str, fraction: float | None) -> None:
            if self._is_void():
                raise CancelledError
            self._show(Progress(what, fraction))

        if self._is_void():
            raise CancelledError
        return do(tell)
