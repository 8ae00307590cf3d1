"""What a frame says of journal, breakpoints and branches: frozen, for reading only."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.quoting import brief
from bpviz.training.breakpoints import Breakpoint

if TYPE_CHECKING:
    from bpviz.network.types import Floats, Ints
    from bpviz.training.journal.entries import Change


@dataclass(frozen=True, slots=True)
class JournalInfo:
    """Something a person changed, and the step from which it acts.

    `text` is in words (translatable, see `Message`); `change` is the entry itself.
    """

    step: int
    text: str
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class BreakpointInfo:
    """A breakpoint as it stands.

    Attributes
    ----------
    number : int
        Its identity, counted from 1 and never used again.
    breakpoint : Breakpoint
    enabled : bool
    ignore : int
        Hits that only count before it stops the run.
    hits : int
        Times its condition was met while it was enabled, also those ignored.
    problem : str
        Why it cannot act on this data set; empty if it can.
    """

    number: int
    breakpoint: Breakpoint
    enabled: bool = True
    ignore: int = 0
    hits: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class HitInfo:
    """A stop of the run before the update of `step`, by the breakpoint called `number`."""

    step: int
    number: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class BranchCurve:
    """Mean loss of a branch over buckets of `width` steps from each of `starts`, (b,)."""

    starts: Ints
    width: int
    loss: Floats

    __repr__ = brief


@dataclass(frozen=True, slots=True, eq=False)
class BranchInfo:
    """A branch of the run.

    Attributes
    ----------
    number : int
        Its identity; also decides its colour.
    name : str
    parent : int or None
        The branch that it left after `fork` updates.
    fork, tip : int
        It shares steps 0 … fork with its parent and has `tip` updates in all.
    change : str
        What was changed at the fork, in words; of a first branch, which run it is.
    curve : BranchCurve or None
        Of the other branches, from the fork on, if `Need.BRANCHES` is watched.
    """

    number: int
    name: str
    parent: int | None = None
    fork: int = 0
    tip: int = 0
    change: str = ""
    curve: BranchCurve | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two branches at the same step.

    Attributes
    ----------
    first, second : int
        Numbers of the branches.
    step : int
    W1, W2 : (l, n), (d, l) float64
        Weights of the second minus those of the first.
    mean_losses : (float, float)
        Mean loss of each over the last 1 000 steps before `step`; NaN at step 0.
    """

    first: int
    second: int
    step: int
    W1: Floats
    W2: Floats
    mean_losses: tuple[float, float] = (math.nan, math.nan)

    __repr__ = brief
