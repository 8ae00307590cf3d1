"""What the trainer tells the interface: one immutable Frame, and problems to be shown once."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from bpviz.datasets.dataset import Dataset, Part
from bpviz.datasets.request import DataRequest
from bpviz.network.rules import GradientRule
from bpviz.quoting import brief
from bpviz.training import quantities as q
from bpviz.training.evaluation.check_info import CheckInfo
from bpviz.training.evaluation.results import Evaluations, Scan, UnitScan
from bpviz.training.evaluation.rule_infos import PairedRunInfo, RuleCosines, RuleDifferences
from bpviz.training.infos import (
    NO_DOCUMENT,
    NO_EXPORT,
    NOTHING_ASKED,
    AskedInfo,
    BranchInfo,
    BreakpointInfo,
    Comparison,
    DocumentInfo,
    ExportInfo,
    HitInfo,
    JournalInfo,
    LeftInfo,
    WatchInfo,
)
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.quantities import Results
from bpviz.training.settings import Settings
from bpviz.training.step.computed_step import ComputedStep
from bpviz.training.step.last_update import LastUpdate
from bpviz.training.step.partial_trace import PartialTrace
from bpviz.training.step.phases import Phase

if TYPE_CHECKING:
    from bpviz.network.step_trace import StepTrace
    from bpviz.network.types import Floats, Ints
    from bpviz.network.weights import Network
    from bpviz.training.start_weights import StartWeights


class State(StrEnum):
    """What a run is doing."""

    LOADING = "loading"
    PAUSED = "paused"
    RUNNING = "running"
    STOPPED = "stopped"
    """Ended by the stopping rule or a breakpoint; `Frame.reason` says which, in words."""
    FAILED = "failed"
    """The trainer hit an error of its own; the last good position is kept."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something long has come; `fraction` is 0 … 1, or None where unknown."""

    what: str
    fraction: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One recorded quantity over buckets of steps; arrays of shape (b,), float64, read-only."""

    low: Floats
    mean: Floats
    high: Floats

    __repr__ = brief


@dataclass(frozen=True, slots=True, eq=False)
class HistoryView:
    """The record of the current branch over a range of steps, in buckets of equal width.

    Attributes
    ----------
    starts : (b,) int64
        First step of each bucket; bucket i covers ``starts[i] … starts[i] + width − 1``, the last
        one perhaps fewer.
    width : int
        Steps per bucket; 1 where every step has a point of its own.
    tip : int
        Steps recorded in the whole branch.
    loss, gradient_W1, gradient_W2 : Curve
        The loss, ‖∂W1‖_F and ‖∂W2‖_F of each step's pair.
    loss_quantiles : two of (b,) float64, read-only
        Between which values most losses of each bucket lie: their 10 % and 90 % quantiles, as
        exact as `bpviz.training.record.quantiles` says; NaN where so many are NaN.
    """

    starts: Ints
    width: int
    tip: int
    loss: Curve
    gradient_W1: Curve
    gradient_W2: Curve
    loss_quantiles: tuple[Floats, Floats]

    __repr__ = brief


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Frame:
    """An immutable snapshot of the run at one position, published at most once a screen frame.

    Attributes
    ----------
    run : int
        Identity of the run, counting up; a frame of an older run is stale.
    acknowledged : int
        Commands carried out before it was made; tells an answer from what was on its way.
    state : State
    reason : str
        Why it stands, in words; empty while there is nothing to say.
    progress : Progress or None
        What is being loaded, compiled or sought.
    compiling : Progress or None
        What is compiled beside the run, which no step needs: panels have to wait for it.
    step : int
        Updates done at this position.
    tip : int
        Updates that the current branch has ever done; ``tip > step`` after going back.
    jumps : int
        How often in this run the weights became others in any way but by training on: the position
        went back, or to another branch, or beyond what was seen, or a weight was edited.
    phase : Phase
        What the step at hand does next; DRAW between two steps.
    row : int
        Rows of that phase that are done, counted as in `rows_in`; 0 in a phase without rows.
    settings : Settings
        Of this run.
    learning_rate : float
        λ that the next update uses.
    gradient_rule : GradientRule
        The rule that the next update uses.
    data_request : DataRequest
        What was asked for.
    start_weights : StartWeights or None
        A person's own weights with which the run began; None where they were drawn.
    dataset : Dataset or None
        None while the first one is loading.
    network : Network
        Read-only copy of both matrices at this position; in the midst of an update some rows of
        it are new already.
    network_before : Network or None
        The weights before the update that is in progress; None elsewhere.
    sample : int
        Index of the pair of the step at hand in the training set; m and above where a person made
        the pair.
    own : OwnPair or None
        The pair of the step at hand, where a person made it.
    chosen : bool
        Whether a person chose that pair (`TrainNext`, `HoldSample`).
    held : int or None
        The pair that every step trains on; None if pairs are drawn.
    opened : OpenedStep or None
        The step at hand, computed when it is looked at; None while the first data set is loading.
    selected : int or None
        Index of the pair that a person chose to look at, None when following the run.
    selected_part : Part
        The part of the data set that it belongs to.
    selected_trace : StepTrace or None
        The chosen pair at these weights.
    last_change : LastChange or None
        ΔW that led here; None at step 0.
    loss : float
        Loss of the last completed step; of the current pair at step 0.
    mean_loss : float
        Mean loss of the last 1 000 completed steps; NaN before the first.
    recent_gradients : (float, float)
        The largest ‖∂W1‖_F and ‖∂W2‖_F of these steps; NaN where not all of them are kept exactly.
    history : HistoryView or None
    results : Results
        What is computed beside the run, by `Quantity`: the newest of each, whose step may be older
        than `step`, and the curves along this branch.
    switched_off : tuple of int
        Hidden units that a person switched off to see the rest; the run goes on with all.
    trial : TrialNote or None
        The last trial of both gradient rules in this run, if `Need.RULE` is watched.
    keyframes : (k,) int64
        Steps of which a copy of the weights is kept.
    journal : tuple of JournalNote
        What was changed on this branch, oldest first.
    breakpoints : tuple of BreakpointNote
        In the order in which they were made.
    hit : tuple of int
        Numbers of the breakpoints that it stands at.
    hits : tuple of HitNote
        On this branch, by rising step; at most the newest 1 000.
    branch : int
        Number of the branch that it stands on.
    branches : tuple of BranchNote
        Oldest first.
    comparison : Comparison or None
    document : DocumentInfo
        The file of the run, and whether it has all of it.
    exporting : ExportInfo
        What is being written for other programs.
    asked : AskedInfo
        What was asked of the past, and what was found.
    watches : tuple of WatchInfo
        The numbers that somebody follows.
    own_pairs : int
        How many pairs a person made.
    left : tuple of LeftInfo
        What programs that ended left unsaved, and nobody has answered yet; the newest first.
    check : CheckNote or None
        The newest gradient check, perhaps of other weights or of another pair.
    checking : float or None
        How far the one under way has come, 0 … 1; None if there is none.
    deleted : bool
        Whether branches were deleted that can be brought back.
    undo, redo : str
        The change that `Undo` or `Redo` would concern, in words; empty if there is none.
    steps_per_second : float
        Smoothed; 0 when standing.
    """

    run: int
    acknowledged: int
    state: State
    reason: str = ""
    progress: Progress | None = None
    compiling: Progress | None = None
    step: int
    tip: int
    jumps: int = 0
    phase: Phase = Phase.DRAW
    row: int = 0
    settings: Settings
    learning_rate: float
    gradient_rule: GradientRule = GradientRule.EXACT
    data_request: DataRequest
    start_weights: StartWeights | None = None
    dataset: Dataset | None
    network: Network
    network_before: Network | None = None
    sample: int
    own: CustomPair | None = None
    chosen: bool = False
    held: int | None = None
    opened: ComputedStep | None = None
    selected: int | None = None
    selected_part: Part = Part.TRAIN
    selected_trace: StepTrace | None = None
    last_change: LastUpdate | None = None
    loss: float
    mean_loss: float
    recent_gradients: tuple[float, float] = (math.nan, math.nan)
    history: HistoryView | None
    results: Results = field(default_factory=Results)
    switched_off: tuple[int, ...] = ()
    trial: PairedRunInfo | None = None
    keyframes: Ints
    journal: tuple[JournalInfo, ...] = ()
    breakpoints: tuple[BreakpointInfo, ...] = ()
    hit: tuple[int, ...] = ()
    hits: tuple[HitInfo, ...] = ()
    branch: int = 0
    branches: tuple[BranchInfo, ...] = ()
    comparison: Comparison | None = None
    document: DocumentInfo = NO_DOCUMENT
    exporting: ExportInfo = NO_EXPORT
    asked: AskedInfo = NOTHING_ASKED
    watches: tuple[WatchInfo, ...] = ()
    own_pairs: int = 0
    left: tuple[LeftInfo, ...] = ()
    check: CheckInfo | None = None
    checking: float | None = None
    deleted: bool = False
    undo: str = ""
    redo: str = ""
    steps_per_second: float = 0.0

    def __repr__(self) -> str:
        return f"<Frame of run {self.run}, {self.state}: step {self.step} of {self.tip}>"

    @property
    def stretch(self) -> tuple[int, int]:
        """The same in two frames if the run only went on from one to the other.

        What is kept steady from frame to frame, such as the scale of colours, begins anew in
        another stretch: nothing there need be like what it was before.
        """
        return self.run, self.jumps

    @property
    def scan(self) -> Scan | None:
        """The newest scan of the training set."""
        return self.results[q.SCAN]

    @property
    def test_scan(self) -> Scan | None:
        """The newest scan of the test set."""
        return self.results[q.TEST_SCAN]

    @property
    def units(self) -> UnitScan | None:
        """The newest look at the hidden units."""
        return self.results[q.UNITS]

    @property
    def differences(self) -> RuleDifferences | None:
        """The newest differences, perhaps of other weights or another pair, or not yet complete."""
        return self.results[q.DIFFERENCES]

    @property
    def train_curve(self) -> Evaluations:
        """Loss and accuracy of the training set along this branch."""
        return self.results[q.TRAIN_CURVE]

    @property
    def test_curve(self) -> Evaluations:
        """The same of the test set."""
        return self.results[q.TEST_CURVE]

    @property
    def cosines(self) -> RuleCosines:
        """The angle between the two gradient rules along this branch."""
        return self.results[q.COSINES]

    @property
    def trace(self) -> PartialTrace | None:
        """What the step at hand has computed so far; None while loading."""
        return None if self.opened is None else self.opened.so_far(self.phase, self.row)

    @property
    def preview(self) -> StepTrace | None:
        """Every quantity of the step at hand, whether it has come that far or not."""
        return None if self.opened is None else self.opened.trace

    @property
    def armed(self) -> bool:
        """Whether a breakpoint is switched on and can be hit in this data."""
        return any(note.enabled and not note.problem for note in self.breakpoints)

    @property
    def shown(self) -> PartialTrace | None:
        """What panels draw of the step at hand: all of it between steps, inside what is done."""
        if self.phase is Phase.DRAW and self.opened is not None:
            return self.opened.whole
        return self.trace

    @property
    def old_network(self) -> Network:
        """The weights that the step at hand computes with."""
        return self.network if self.network_before is None else self.network_before

    @property
    def dataset_name(self) -> str:
        """Catalogue name or path of the data set, as asked for."""
        return self.data_request.source

    @property
    def seen_network(self) -> Network:
        """The weights at this position without the hidden units that are switched off.

        What questions the network (a drawing, the plane of its inputs) asks this one.
        """
        return self.old_network.without(self.switched_off)

    @property
    def epoch(self) -> float:
        """Completed steps divided by the number of samples; 0 while loading."""
        return self.step / self.dataset.n_samples if self.dataset is not None else 0.0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something went wrong; shown once.

    Attributes
    ----------
    message : str
    details : str
        For the log; a traceback, perhaps.
    of_start : bool
        Whether a run could not be begun; it no longer matters once another one is.
    remark : bool
        Whether nothing is wrong: it is said in passing.
    """

    message: str
    details: str = field(default="", repr=False)
    of_start: bool = False
    remark: bool = False
