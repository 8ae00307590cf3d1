"""What the interface asks of the trainer: frozen requests, the only thing that crosses over."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.training.settings import Settings


@dataclass(frozen=True, slots=True)
class Command:
    """Base of every request."""


@dataclass(frozen=True, slots=True)
class NewRun(Command):
    """Start a run with new weights; load the data set first if it is not the current one.

    `dataset` is a catalogue name or a path.  If it cannot be loaded, the current run stays.
    """

    dataset: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class Run(Command):
    """Train until told otherwise.  While loading: begin as soon as the data is there."""


@dataclass(frozen=True, slots=True)
class Pause(Command):
    """Stand still after the current update."""


@dataclass(frozen=True, slots=True)
class Advance(Command):
    """Complete `steps` updates (≥ 0), then stand paused; a long advance shows as RUNNING."""

    steps: int = 1


@dataclass(frozen=True, slots=True)
class Back(Command):
    """Return to `steps` completed updates fewer (never below 0), and stand paused."""

    steps: int = 1


@dataclass(frozen=True, slots=True)
class Seek(Command):
    """Go to `step` completed updates, back or forth.

    Seeks that wait in the mailbox behind one another count as the last of them.  With `resume`
    a run that was RUNNING goes on from there, otherwise it stands paused.
    """

    step: int
    resume: bool = False


@dataclass(frozen=True, slots=True)
class CancelMove(Command):
    """Give up a long seek or back; the run stands where it stood before."""


@dataclass(frozen=True, slots=True)
class Restart(Command):
    """Go back to step 0 of the same run: same initial weights, same draws; paused."""


@dataclass(frozen=True, slots=True)
class SetLearningRate(Command):
    """Use λ = `value` from the next step on."""

    value: float


@dataclass(frozen=True, slots=True)
class SetSpeed(Command):
    """Steps per second while running, above 0; None is as fast as the machine can."""

    steps_per_second: float | None


@dataclass(frozen=True, slots=True)
class SelectSample(Command):
    """Show training pair `index` in `Frame.selected`; None follows the pair of each step."""

    index: int | None


@dataclass(frozen=True, slots=True)
class Watch(Command):
    """What the visible panels need, so that hidden ones cost nothing.

    Attributes
    ----------
    history_range : tuple of two int, or None
        Steps ``first … last`` of the loss curve to send as `Frame.history`; None is all of it.
    history_buckets : int
        At most so many points in it; 0 if no panel shows it.
    scan, evaluation : bool
        Whether a visible panel shows the gradient magnitudes of all samples, the test curves.
    """

    history_range: tuple[int, int] | None = None
    history_buckets: int = 2000
    scan: bool = True
    evaluation: bool = True
