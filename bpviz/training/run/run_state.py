"""What a run is at one moment, as one value: exchanged whole, so that nothing is ever half done.

An interrupt or an error may come between any two statements.  So whatever a move or a change makes
is made beside the state that stands, and one assignment puts a new state in its place.  The rest
can be computed again: weights (an `Engine` belongs to a state if it has its `spot`), keyframes, and
what the record holds beyond `tip`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps
from types import FrameType
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from bpviz.training.infos import BreakpointInfo, HitInfo
from bpviz.training.journal.undo import Revisions
from bpviz.training.run.timeline import Branch
from bpviz.training.step.phases import Phase
from bpviz.training.watches import Watch


class Spot:
    """The identity of a place between two steps, with everything that its weights depend on."""

    __slots__ = ("__weakref__",)


@dataclass(frozen=True, slots=True, eq=False)
class BreakpointList:
    """All breakpoints in the order in which they were added, and the number of the next."""

    notes: tuple[BreakpointInfo, ...] = ()
    following: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Deleted:
    """The branches that were deleted in one go, and what could be undone before and after that."""

    branches: tuple[Branch, ...] = ()
    before: Revisions = field(default_factory=Revisions)
    after: Revisions = field(default_factory=Revisions)


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
        See `Position`.
    watches : tuple of Watch
        The numbers that somebody follows, also those that this run has not.
    own_pairs : int
        How many pairs a person made.
    jumps : int
        How often its weights became others in any way but by training on from where it stood.
    deleted : Deleted
        What can be restored.
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
    watches: tuple[Watch, ...] = ()
    own_pairs: int = 0
    jumps: int = 0
    deleted: Deleted = field(default_factory=Deleted)

    @property
    def branch(self) -> Branch:
        """The branch it stands on."""
        return self.branches[self.number]

    def standing(self, phase: Phase, row: int = 0, hit: tuple[int, ...] = ()) -> RunState:
        """Return it at another place of the same step."""
        return replace(self, phase=phase, row=row, hit=hit)

    def with_branch(self, branch: Branch, **changes: Any) -> RunState:
        """Return it with `branch`, new or in the place of the one of its number."""
        branches = {**self.branches, branch.number: branch}
        if branch.number not in self.branches:  # one that comes back is not the last
            branches = dict(sorted(branches.items()))
        return replace(
            self,
            branches=branches,
            next_branch=max(self.next_branch, branch.number + 1),
            **changes,
        )

    def with_hits(self, hits: tuple[HitInfo, ...]) -> RunState:
        """Return it with some more stops of its branch."""
        branch = self.branch
        noted = branch.hits.with_all(hits)
        return self if noted is branch.hits else self.with_branch(replace(branch, hits=noted))


Tick = Callable[[int, int], bool]
"""Called now and then in a long move with (steps done, steps in all); False gives it up."""


class Standing:
    """The state of a session, which its parts share, and who is in a call of it.

    Parameters
    ----------
    state : RunState
    """

    def __init__(self, state: RunState) -> None:
        self._state = state
        # The frame of the outermost call.  No lock: an interrupt may come between taking one and
        # being sure of giving it back, but a frame that no thread runs any more holds nobody up.
        self.calls: dict[str, FrameType] = {}
        self.lent = False
        """Whether the call waits for a function that it was given, which may look at the run."""

    @property
    def state(self) -> RunState:
        """The state that stands."""
        state = self._state
        # The end of the record follows the state; an interrupt may have come between the two.
        if state.branch.record.end != state.tip and self._is_mine():
            state.branch.record.end = state.tip
        return state

    @state.setter
    def state(self, state: RunState) -> None:
        self._state = state
        state.branch.record.end = state.tip

    def lend(self, tick: Tick | None) -> Tick | None:
        """Return `tick`, which may look at the run while it is called."""
        if tick is None:
            return None

        def called(done: int, total: int) -> bool:
            before, self.lent = self.lent, True
            try:
                return tick(done, total)
            finally:
                self.lent = before

        return called

    def _is_mine(self) -> bool:
        holder = self.calls.get(_CALL)
        return holder is None or _runs_here(holder) or not _runs(holder)

    def __getstate__(self) -> RunState:
        return self.state

    def __setstate__(self, state: RunState) -> None:
        Standing.__init__(self, state)


_CALL = "outermost"


def _runs_here(frame: FrameType, top: FrameType | None = None) -> bool:
    """Whether a frame is one of this thread's calls, or of those behind `top`."""
    at = sys._getframe() if top is None else top
    while at is not frame:
        if at.f_back is None:
            return False
        at = at.f_back
    return True


def _runs(frame: FrameType) -> bool:
    return any(_runs_here(frame, top) for top in sys._current_frames().values())


class Shared(Protocol):
    """What has a state that it shares."""

    _standing: Standing


P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound=Shared)


def exclusive(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Let nobody in a second time: `method` moves or changes a session.

    It raises RuntimeError where another thread is in such a call, and where this thread is: then it
    comes from a handler of a signal, which may run between any two statements, or from a function
    that a move calls now and then.  So nothing guarded calls anything that is guarded too: not the
    parts of a session are, which call one another, but what the session shows of them.
    """
    return _guarded(method, looks=False)


def looking(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """The same for what only looks at a session, as a function that a move calls may do."""
    return _guarded(method, looks=True)


def _guarded(method: Callable[Concatenate[S, P], R], looks: bool) -> Callable[Concatenate[S, P], R]:
    @wraps(method)
    def call(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        standing, frame = self._standing, sys._getframe()
        holder = standing.calls.setdefault(_CALL, frame)  # in one go, whatever other threads do
        if holder is not frame:
            if _runs_here(holder):
                if not (standing.lent and looks):
                    raise RuntimeError(_MIDST)
                standing.lent = False
                try:
                    return method(self, *args, **kwargs)
                finally:
                    standing.lent = True
            if _runs(holder):
                raise RuntimeError(_ELSEWHERE)
            standing.calls[_CALL] = frame  # of a call that an interrupt has cut short
        standing.lent = False
        try:
            return method(self, *args, **kwargs)
        finally:
            standing.calls.pop(_CALL, None)

    return call


_MIDST = (
    "This session is busy with a call, and cannot be used from within it. Only read it from a "
    "callback of a move; from a signal handler, read only step, tip and branches."
)
_ELSEWHERE = (
    "This session is busy with a call of another thread. Wait until that ends, or give each thread "
    "its own Session."
)
