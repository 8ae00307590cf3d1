"""Long work in the trainer's thread: one shape for all of it."""

from __future__ import annotations

from typing import Protocol, TypeVar

R = TypeVar("R", covariant=True)


class Job(Protocol[R]):
    """Work under way on what it was begun with, piece by piece; whoever drops it cancels it.

    Attributes
    ----------
    seconds : float
        Spent on it so far.
    """

    seconds: float

    @property
    def fraction(self) -> float:
        """How much of it is done, 0 … 1."""

    @property
    def done(self) -> bool:
        """Whether there is nothing left to do."""

    def advance(self, seconds: float | None = None) -> None:
        """Do a piece of about `seconds`, or all that is left."""

    def result(self) -> R:
        """Return what was found; the job must be done, unless it says otherwise."""
