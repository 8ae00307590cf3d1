"""What the interface asks of the trainer: frozen requests, the only thing that crosses over."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.datasets.dataset import Part
from bpviz.datasets.request import DataRequest
from bpviz.network.rules import GradientRule
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.changes import MatrixName
from bpviz.training.own_pair import OwnPair
from bpviz.training.settings import Settings


@dataclass(frozen=True, slots=True)
class Command:
    """Base of every request."""


@dataclass(frozen=True, slots=True)
class NewRun(Command):
    """Start a run with new weights; load the data set first if it is not the current one.

    If it cannot be loaded, the current run stays.
    """

    data: DataRequest
    settings: Settings
    reload: bool = False
    """Load it again even if it is the current one: a file may have changed."""


@dataclass(frozen=True, slots=True)
class CancelLoading(Command):
    """Give up the loading that a new run waits for; the run before it stays as it was."""


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
    """Show a pair of `part` in `Frame.selected`; None follows the pair of each step."""

    index: int | None
    part: Part = Part.TRAIN


@dataclass(frozen=True, slots=True)
class SwitchOff(Command):
    """Look at the network without these hidden units; the run itself goes on with all of them."""

    units: tuple[int, ...]


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
        Whether a visible panel shows the scan of the training set, and that of the test set or the
        test curves.
    test_gradients : bool
        Whether it shows the gradient magnitudes of the test set too.
    units : bool
        Whether it shows what the hidden units do, `Frame.units`.
    branches : bool
        Whether a visible panel shows the curves of the other branches, `BranchNote.curve`.
    """

    history_range: tuple[int, int] | None = None
    history_buckets: int = 2000
    scan: bool = True
    evaluation: bool = True
    test_gradients: bool = False
    units: bool = False
    branches: bool = False


# ---- inside a step


@dataclass(frozen=True, slots=True)
class AdvancePhase(Command):
    """Go to the beginning of the next phase; after the update comes the next step's draw."""


@dataclass(frozen=True, slots=True)
class AdvanceRow(Command):
    """Compute one row more; in a phase without rows the same as `AdvancePhase`."""


@dataclass(frozen=True, slots=True)
class FinishStep(Command):
    """Complete the step at hand and stand before the next draw."""


@dataclass(frozen=True, slots=True)
class BackPhase(Command):
    """Undo the phase at hand as far as it is done, or the one before it."""


@dataclass(frozen=True, slots=True)
class BackRow(Command):
    """Undo one row; the reverse of `AdvanceRow`."""


# ---- breakpoints; `number` is that of `BreakpointNote`


@dataclass(frozen=True, slots=True)
class AddBreakpoint(Command):
    """Arm `breakpoint`; its first `ignore` hits only count."""

    breakpoint: Breakpoint
    ignore: int = 0


@dataclass(frozen=True, slots=True)
class ChangeBreakpoint(Command):
    """Change what is not None."""

    number: int
    breakpoint: Breakpoint | None = None
    enabled: bool | None = None
    ignore: int | None = None
    reset_hits: bool = False


@dataclass(frozen=True, slots=True)
class RemoveBreakpoint(Command):
    """Remove one; None removes all."""

    number: int | None


@dataclass(frozen=True, slots=True)
class ClearHits(Command):
    """Forget where breakpoints stopped this branch."""


@dataclass(frozen=True, slots=True)
class RunBack(Command):
    """The reverse of `Run`: go back to the last step that meets a breakpoint, else to step 0."""


# ---- changes: each goes to the journal of the branch


@dataclass(frozen=True, slots=True)
class SetGradientRule(Command):
    """Let δ1 follow `rule` from the step at hand on."""

    rule: GradientRule


@dataclass(frozen=True, slots=True)
class TrainNext(Command):
    """Let the step at hand (if its update has begun: the next one) train on pair `sample`."""

    sample: int


@dataclass(frozen=True, slots=True)
class TrainOwn(Command):
    """Let the step at hand train on a pair that a person made."""

    pair: OwnPair


@dataclass(frozen=True, slots=True)
class HoldSample(Command):
    """Train on pair `sample` from the step at hand on; None draws again."""

    sample: int | None


@dataclass(frozen=True, slots=True)
class SkipSample(Command):
    """Leave out the pair of the step at hand."""


@dataclass(frozen=True, slots=True)
class EditWeight(Command):
    """Set one weight; rows and columns count from 0."""

    matrix: MatrixName
    row: int
    column: int
    value: float


@dataclass(frozen=True, slots=True)
class Undo(Command):
    """Stand where the last change was made, without it."""


@dataclass(frozen=True, slots=True)
class Redo(Command):
    """Make the change again that was undone last."""


# ---- branches; numbers are those of `BranchNote`


@dataclass(frozen=True, slots=True)
class SwitchBranch(Command):
    """Stand on another branch, at `step`; None is the step at hand, or its end if it is shorter."""

    number: int
    step: int | None = None


@dataclass(frozen=True, slots=True)
class RenameBranch(Command):
    """Give a branch another name."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class DeleteBranch(Command):
    """Forget a branch; not the one that the run stands on."""

    number: int


@dataclass(frozen=True, slots=True)
class CompareBranches(Command):
    """Put W of `second` − W of `first` into `Frame.comparison`.

    At `step`; None is the last step that both have.  `first` None ends the comparison.
    """

    first: int | None
    second: int | None = None
    step: int | None = None
