"""What a run is at one moment, as one value: exchanged whole, so that nothing is ever half done.

An interrupt or an error may come between any two statements.  So whatever a move or a change makes
is made beside the state that stands, and one assignment puts a new state in its place.  The rest
can be computed again: weights (an `Engine` belongs to a state if it has its `spot`), keyframes, and
what the record holds beyond `tip`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps
from threading import RLock
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from bpviz.training.notes import BreakpointNote, HitNote
from bpviz.training.phases import Phase
from bpviz.training.revisions import Revisions
from bpviz.training.timeline import Branch


class Spot:
    """The identity of a place between two steps, with everything that its weights depend on."""

    __slots__ = ("__weakref__",)


@dataclass(frozen=True, slots=True, eq=False)
class BreakpointList:
    """All breakpoints in the order in which they were added, and the number of the next."""

    notes: tuple[BreakpointNote, ...] = ()
    following: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class RunState:
    """Where a run stands, its branches, what can be undone, and its breakpoints.  Immutable.

    Attributes
    ----------
    branches : mapping of int to Branch
        By number, oldest first.
    number : int
        Of the branch it stands on.
    step, tip : int
        Updates done here; updates that this branch has ever done.
    next_branch : int
    spot : Spot
    phase, row, hit
        See `Place`.
    own_pairs : int
        How many pairs a person made.
    """

    branches: Mapping[int, Branch]
    number: int
    next_branch: int
    step: int = 0
    tip: int = 0
    spot: Spot = field(default_factory=Spot)
    phase: Phase = Phase.DRAW
    row: int = 0
    hit: tuple[int, ...] = ()
    revisions: Revisions = field(default_factory=Revisions)
    breakpoints: BreakpointList = field(default_factory=BreakpointList)
    own_pairs: int = 0

    @property
    def branch(self) -> Branch:
        """The branch it stands on."""
        return self.branches[self.number]

    def standing(self, phase: Phase, row: int = 0, hit: tuple[int, ...] = ()) -> RunState:
        """Return it at another place of the same step."""
        return replace(self, phase=phase, row=row, hit=hit)

    def with_branch(self, branch: Branch, **changes: Any) -> RunState:
        """Return it with `branch`, new or in the place of the one of its number."""
        return replace(
            self,
            branches={**self.branches, branch.number: branch},
            next_branch=max(self.next_branch, branch.number + 1),
            **changes,
        )

    def with_hits(self, hits: tuple[HitNote, ...]) -> RunState:
        """Return it with some more stops of its branch."""
        branch = self.branch
        noted = branch.hits.with_all(hits)
        return self if noted is branch.hits else self.with_branch(replace(branch, hits=noted))


class Standing:
    """The state of a session, which its parts share, and who may use it.

    Parameters
    ----------
    state : RunState
    """

    def __init__(self, state: RunState) -> None:
        self._state = state
        self._lock = RLock()

    @property
    def state(self) -> RunState:
        """The state that stands."""
        state = self._state
        # The end of the record follows the state; an interrupt may have come between the two.
        if state.branch.record.end != state.tip and self._lock.acquire(blocking=False):
            try:
                state = self._state
                state.branch.record.end = state.tip
            finally:
                self._lock.release()
        return state

    @state.setter
    def state(self, state: RunState) -> None:
        self._state = state
        state.branch.record.end = state.tip

    def claim(self) -> None:
        """Let no other thread in until `release`; a thread that has it may claim it again.

        Raises
        ------
        RuntimeError
            If another thread is in a call.
        """
        if not self._lock.acquire(blocking=False):
            raise RuntimeError(
                "This session is in a call of another thread. Wait for that to end, or give each "
                "thread a Session of its own."
            )

    def release(self) -> None:
        """End what `claim` began."""
        self._lock.release()


class Shared(Protocol):
    """What has a state that it shares."""

    _standing: Standing


P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound=Shared)


def exclusive(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Let `method` raise RuntimeError where another thread is in such a call of the session."""

    @wraps(method)
    def call(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        self._standing.claim()
        try:
            return method(self, *args, **kwargs)
        finally:
            self._standing.release()

    return call
