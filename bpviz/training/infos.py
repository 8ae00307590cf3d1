"""What a frame says of journal, breakpoints and branches: frozen, for reading only."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.quoting import brief
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.watches import Watch

if TYPE_CHECKING:
    from bpviz.datasets import DataRequest, Dataset
    from bpviz.network.rules import GradientRule
    from bpviz.network.types import Floats, Ints
    from bpviz.training.contributions import Contributions, Trail, UnitContributions
    from bpviz.training.difference import Difference
    from bpviz.training.journal.entries import Change
    from bpviz.training.search_results import FoundSteps, WatchCurves
    from bpviz.training.settings import Settings


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
class WatchInfo:
    """A number that somebody follows.

    Attributes
    ----------
    watch : Watch
    problem : str
        Why the run has it not, in a sentence; empty where it has.
    value : float or None
        What it is where the run stands; None where nobody asks for it.
    change : float or None
        What the last step made of it, `value` minus that at the step before; None while the run
        goes on, and at step 0.
    """

    watch: Watch
    problem: str = ""
    value: float | None = None
    change: float | None = None


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
class RunInfo:
    """What a run was begun with, the same for all of its branches.

    Attributes
    ----------
    title : str
        Of the data set.
    settings : Settings
    data : DataRequest
    n_samples, n_test : int
        Samples to train on, and held back.
    n_inputs, n_outputs : int
    classes : bool
        Whether the data set has classes, so that there is an accuracy.
    weights : str
        The file of start weights of a person's own; empty where they are drawn.
    """

    title: str
    settings: Settings
    data: DataRequest
    n_samples: int
    n_test: int
    n_inputs: int
    n_outputs: int
    classes: bool
    weights: str = ""


@dataclass(frozen=True, slots=True)
class TestInfo:
    """What was measured on the test set after `step` updates; accuracy is NaN for regression."""

    __test__ = False  # for pytest

    step: int
    loss: float
    accuracy: float


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
        What was changed at the fork, in words; empty for a first branch.
    curve : BranchCurve or None
        Of the other branches, from the fork on, if `Need.BRANCHES` is watched.
    run : RunInfo or None
        The run that it is a branch of.
    learning_rate : float or None
    gradient_rule : GradientRule or None
        What holds at its end.
    test : TestInfo or None
        The last measurement on the test set among the branch's own steps, or at its end; None
        where there is none.
    seconds : float
        What training took on its own steps, those since the fork.
    """

    number: int
    name: str
    parent: int | None = None
    fork: int = 0
    tip: int = 0
    change: str = ""
    curve: BranchCurve | None = None
    run: RunInfo | None = None
    learning_rate: float | None = None
    gradient_rule: GradientRule | None = None
    test: TestInfo | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class DataWanted:
    """A saved run whose data is not, or no longer, where it was.

    Attributes
    ----------
    number : int
        Another one each time that it is found missing.
    path, recipe : str
        What was to be opened.
    source : str
        Where the data was looked for.
    """

    number: int
    path: str
    recipe: str
    source: str


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """The file of a run.

    Attributes
    ----------
    path : str
        Empty where it was never saved.
    changed : bool
        Whether something was trained or changed that no file has.
    saving : bool
        Whether it is being written.
    opened : int
        Another one each time that a run is opened; 0 for one that was begun here.
    view : str
        What the window had asked to find again with it, as JSON; empty for nothing.
    saved : int
        How many files were written since the start.
    recipe : str
        The text that `CopyRecipe` asked for last; empty where it could not be had.
    wanted : DataWanted or None
        The run that could not be opened last since its data is missing.
    others : int
        How many of the runs that gave way to it have something that no file has.
    """

    path: str = ""
    changed: bool = False
    saving: bool = False
    opened: int = 0
    view: str = ""
    saved: int = 0
    recipe: str = ""
    wanted: DataWanted | None = None
    others: int = 0


NO_DOCUMENT = DocumentInfo()


@dataclass(frozen=True, slots=True)
class ExportInfo:
    """What is being written for other programs, and what was last.

    Attributes
    ----------
    path : str
        The file that is being written; empty where there is none.
    fraction : float
        How much of it is done, 0 … 1.
    written : int
        How many files were written since the start.
    last : str
        The last of them; empty before the first.
    """

    path: str = ""
    fraction: float = 0.0
    written: int = 0
    last: str = ""


NO_EXPORT = ExportInfo()


@dataclass(frozen=True, slots=True, eq=False)
class AskedInfo:
    """What was asked of the past, and what was found.

    Attributes
    ----------
    what : str
        The kind of question under way, as its command is called; empty where there is none.
    fraction : float or None
        How much of it is done, 0 … 1.
    contributions : Contributions or UnitContributions, or None
        What was found last, of the run at hand.
    trail : Trail or None
        Of one sample or class in there.
    difference : Difference or None
        Between two places.
    curves : WatchCurves or None
        Of watches, of the run at hand.
    found : FoundSteps or None
        What a search of the run at hand has found, or has found so far.
    asked : str
        The kind of question that `problem` is about.
    problem : str
        Why there is no answer, in a sentence.
    """

    what: str = ""
    fraction: float | None = None
    contributions: Contributions | UnitContributions | None = None
    trail: Trail | None = None
    difference: Difference | None = None
    curves: WatchCurves | None = None
    found: FoundSteps | None = None
    asked: str = ""
    problem: str = ""

    __repr__ = brief


NOTHING_ASKED = AskedInfo()


@dataclass(frozen=True, slots=True)
class LeftInfo:
    """Runs of a program that ended without anybody being asked whether to save them.

    Attributes
    ----------
    path : str
        Of their folder, by which they are brought back or declined.
    title : str
        What the newest of them is called; empty where that is not known.
    step : int or None
        Where it stood.
    count : int
        How many runs there are.
    when : float
        Of the last change, in seconds since the epoch.
    """

    path: str
    title: str
    step: int | None
    count: int
    when: float


@dataclass(frozen=True, slots=True, eq=False)
class ComparedCurves:
    """What is drawn of a branch that is compared.

    Attributes
    ----------
    loss : BranchCurve or None
        From step 0 on; None before the first step.
    steps : (p,) int64
        Where it was measured on the test set.
    test_loss, accuracy : (p,) float64
        What was measured there; `accuracy` is 0 … 1, and NaN for regression.
    """

    loss: BranchCurve | None
    steps: Ints
    test_loss: Floats
    accuracy: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two branches at the same step; of one run or of two.

    Attributes
    ----------
    first, second : int
        Numbers of the branches.
    step : int
    W1, W2 : (l, n), (d, l) float64 or None
        Weights of the second minus those of the first; None where their shapes differ.
    mean_losses : (float, float)
        Mean loss of each over the last 1 000 steps before `step`; NaN at step 0.
    changes : (tuple of Change, tuple of Change)
        What a person changed along each that is not common to both.
    curves : (ComparedCurves, ComparedCurves) or None
        If `Need.BRANCHES` is watched.
    dataset : Dataset or None
        The one that names rows and columns of both; None where they are named differently.
    """

    first: int
    second: int
    step: int
    W1: Floats | None
    W2: Floats | None
    mean_losses: tuple[float, float] = (math.nan, math.nan)
    changes: tuple[tuple[Change, ...], tuple[Change, ...]] = ((), ())
    curves: tuple[ComparedCurves, ComparedCurves] | None = None
    dataset: Dataset | None = None

    __repr__ = brief
