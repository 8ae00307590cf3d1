"""To begin a run, to train, and to go to a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.datasets.request import DataRequest
from bpviz.training.commands.base import Command, Place, Replaces
from bpviz.training.settings import Settings

if TYPE_CHECKING:
    from bpviz.training.start_weights import StartWeights


@dataclass(frozen=True, slots=True)
class NewRun(Command):
    """Start a run with new weights; load the data set first if it is not the current one.

    If it cannot be loaded, the current run stays.
    """

    place, beside_comparison = Place.NOWHERE, False
    replaces = Replaces.ALL
    ends_loading = True

    data: DataRequest
    settings: Settings
    reload: bool = False
    """Load it again even if it is the current one: a file may have changed."""
    weights: StartWeights | None = None
    """What it begins with in place of drawn weights; they must fit, or the current run stays."""


@dataclass(frozen=True, slots=True)
class CancelLoading(Command):
    """Give up the loading that a new run waits for; the run before it stays as it was."""

    place, beside_comparison = Place.ANYWHERE, True
    ends_loading = True


@dataclass(frozen=True, slots=True)
class Run(Command):
    """Train until told otherwise.  While loading: begin as soon as the data is there."""

    place, beside_comparison = Place.ANYWHERE, False


@dataclass(frozen=True, slots=True)
class Pause(Command):
    """Stand still after the current update."""

    place, beside_comparison = Place.ANYWHERE, False


@dataclass(frozen=True, slots=True)
class Advance(Command):
    """Complete `steps` updates (≥ 0), then stand paused; a long advance shows as RUNNING."""

    place, beside_comparison = Place.ADDED, False

    steps: int = 1


@dataclass(frozen=True, slots=True)
class Back(Command):
    """Return to `steps` completed updates fewer (never below 0), and stand paused."""

    place, beside_comparison = Place.HERE, False

    steps: int = 1


@dataclass(frozen=True, slots=True)
class Seek(Command):
    """Go to `step` completed updates, back or forth.

    Seeks that wait in the mailbox behind one another count as the last of them.  With `resume`
    a run that was RUNNING goes on from there, otherwise it stands paused.
    """

    place, beside_comparison = Place.ELSEWHERE, False
    replaces = Replaces.NEIGHBOUR

    step: int
    resume: bool = False


@dataclass(frozen=True, slots=True)
class CancelMove(Command):
    """Give up a long seek or back; the run stands where it stood before."""

    place, beside_comparison = Place.NOWHERE, False


@dataclass(frozen=True, slots=True)
class Restart(Command):
    """Go back to step 0 of the same run: same initial weights, same draws; paused."""

    place, beside_comparison = Place.ELSEWHERE, False


@dataclass(frozen=True, slots=True)
class SetLearningRate(Command):
    """Use λ = `value` from the next step on.

    Values with the same `gesture` above 0, one after the other, are one change to undo.
    """

    place, beside_comparison = Place.HERE, False
    replaces = Replaces.NEIGHBOUR
    kept_for_data = True

    value: float
    gesture: int = 0


@dataclass(frozen=True, slots=True)
class SetSpeed(Command):
    """Steps per second while running, above 0; None is as fast as the machine can."""

    place, beside_comparison = Place.ANYWHERE, True

    steps_per_second: float | None
