"""Position: where a run stands, down to one row of one phase, and what is known there."""

from __future__ import annotations

import math

from bpviz.datasets.dataset import Dataset, Part
from bpviz.network import predict
from bpviz.network.evaluate import trace
from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network
from bpviz.quoting import spelled
from bpviz.training.evaluation.scan import gradient_magnitudes
from bpviz.training.message import Message
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.run.context import RunContext
from bpviz.training.run.current_step import CurrentStep
from bpviz.training.run.history import History
from bpviz.training.run.run_state import Spot
from bpviz.training.run.timeline import NEVER, Branch
from bpviz.training.settings import SettingsError, check_count
from bpviz.training.step.computed_step import ComputedStep
from bpviz.training.step.last_update import LastUpdate
from bpviz.training.step.partial_trace import PartialTrace
from bpviz.training.step.phases import Phase, rows_in


class Known:
    """What was found out about one spot, as far as somebody asked."""

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        self.network: Network | None = None
        self.sample: int | None = None
        self.opened: ComputedStep | None = None
        self.at_hand: CurrentStep | None = None


class Position:
    """Where a run stands, and what can be asked there.

    The engine always stands between two steps; a place inside a step is a view of the step that
    it takes next, so that every way through a step leads to the same bits.

    Parameters
    ----------
    run : RunContext
    """

    def __init__(self, run: RunContext) -> None:
        self._run = run
        self._known = Known(run.state.spot)
        self._change: tuple[int, LastUpdate] | None = None

    @property
    def _here(self) -> Known:
        spot = self._run.state.spot
        if self._known.spot is not spot:
            self._known = Known(spot)
        return self._known

    def forget(self) -> None:
        """Give the memory of what is known here back; it is found again when it is asked for."""
        self._known = Known(Spot())

    # ---- where it stands

    @property
    def step(self) -> int:
        """Updates done at this position."""
        return self._run.state.step

    @property
    def tip(self) -> int:
        """Updates that the current branch has ever done."""
        return self._run.state.tip

    @property
    def jumps(self) -> int:
        """How often its weights became others in any way but by training on: see `Frame.jumps`."""
        return self._run.state.jumps

    @property
    def phase(self) -> Phase:
        """What the step at hand does next; DRAW between two steps."""
        return self._run.state.phase

    @property
    def row(self) -> int:
        """Rows of the phase that are done, see `rows_in`; 0 in a phase without rows."""
        return self._run.state.row

    @property
    def hit(self) -> tuple[int, ...]:
        """Numbers of the breakpoints that it stands at."""
        return self._run.state.hit

    @property
    def opened(self) -> ComputedStep:
        """What the step that comes next computes, found when it is looked at."""
        here = self._here
        if here.opened is None:
            run = self._run
            here.opened = run.replayer.opened(self.network_before, run.branch, self.step)
        return here.opened

    @property
    def step_at_hand(self) -> CurrentStep:
        """The step that comes next, which its engine could take."""
        here = self._here
        if here.at_hand is None:
            here.at_hand = CurrentStep(self._run.engine, self.opened)
        return here.at_hand

    @property
    def updating(self) -> bool:
        """Whether some rows of the update are done and some are not."""
        state = self._run.state
        return state.phase is Phase.UPDATE and state.row > 0

    def rows(self, phase: Phase) -> int:
        """Rows that `phase` has in this run, 1 or more."""
        return rows_in(phase, self._run.settings.n_hidden, self._run.dataset.n_outputs)

    # ---- what is known at this place

    @property
    def learning_rate(self) -> float:
        """λ of the next update."""
        return self._run.branch.journal.rate(self.step)

    @property
    def gradient_rule(self) -> GradientRule:
        """The formula that δ1 of the step at hand follows."""
        return self._run.branch.journal.rule(self.step)

    @property
    def loss(self) -> float:
        """Loss of the update that led here, exact; NaN at step 0."""
        run, step = self._run, self.step
        if step > 0 and math.isnan(run.engine.loss):  # a keyframe from which no step ran
            return float(run.replayer.values(run.branch, step - 1, step)[0, 0])
        return run.engine.loss

    @property
    def network(self) -> Network:
        """Read-only copy of the weights; in the midst of an update some rows are new already."""
        if self.updating:
            return self.step_at_hand.half_updated(self.row, self.learning_rate)
        return self.network_before

    @property
    def network_before(self) -> Network:
        """Read-only copy of the weights that the step at hand computes with."""
        here = self._here
        if here.network is None:
            here.network = self._run.engine.network()
        return here.network

    @property
    def trace(self) -> PartialTrace:
        """What the step at hand has computed so far; None where it has not come that far."""
        return self.opened.so_far(self.phase, self.row)

    @property
    def preview(self) -> StepTrace:
        """Every quantity of the step at hand (N4–N8), whether it has come that far or not."""
        return self.opened.trace

    def trace_of(self, sample: int, part: Part = Part.TRAIN) -> StepTrace:
        """Every quantity of a step on pair `sample` of `part` with the weights of this step.

        Raises
        ------
        SettingsError
            If there is no such pair.
        """
        if part is Part.TRAIN:
            i = self.check_sample("The sample", sample)
            return ComputedStep(
                self.network_before, self._run.replayer.pairs, i, self.gradient_rule
            ).trace
        data = self._run.dataset.part(part)
        if data is None or data.n_samples < 1:
            raise SettingsError(
                "This data set has no test set. Choose a sample of the training set."
            )
        i = check_count("The sample of the test set", sample, 0, data.n_samples - 1)
        return trace(self.network_before, data.x(i), data.Y[i], self.gradient_rule)

    def check_sample(self, name: str, sample: int) -> int:
        """Return `sample` as an index, or raise SettingsError: `name` is no pair of this run."""
        most = self._run.dataset.n_samples + self._run.state.own_pairs - 1
        return check_count(name, sample, 0, most)

    def sample_index(self, step: int) -> int:
        """Return the index of the pair that step `step` trains on (steps count from 0).

        From m on it is a pair that a person made, see `train_own`.
        """
        step = check_count("The step", step, 0, NEVER)
        if step != self.step:
            return self._run.replayer.sample(self._run.branch, step)
        here = self._here
        if here.sample is None:
            here.sample = self._run.replayer.sample(self._run.branch, step)
        return here.sample

    @property
    def own_pair(self) -> CustomPair | None:
        """The pair of the step at hand, where a person made it."""
        return self._run.replayer.pairs.own(self.sample_index(self.step))

    @property
    def own_pairs(self) -> tuple[CustomPair, ...]:
        """All pairs that a person made, by rising number from m on."""
        pairs, m = self._run.replayer.pairs, self._run.dataset.n_samples
        found = (pairs.own(m + at) for at in range(self._run.state.own_pairs))
        return tuple(pair for pair in found if pair is not None)

    @property
    def held(self) -> int | None:
        """The pair that every step trains on; None if pairs are drawn."""
        return self._run.branch.journal.held(self.step)

    @property
    def chosen(self) -> bool:
        """Whether a person chose the pair of the step at hand."""
        return self.held is not None or self._run.branch.journal.pinned(self.step) is not None

    @property
    def last_change(self) -> LastUpdate | None:
        """ΔW of the last completed update; None at step 0."""
        if self.step == 0:
            return None
        known = self._change
        number = self._run.branch.number
        if known is None or known[0] != number or known[1].step != self.step - 1:
            known = self._change = number, self._find_change()
        return known[1]

    def _find_change(self) -> LastUpdate:
        run = self._run
        engine = run.engine
        if engine.applied != self.step - 1:  # a step that was not applied wrote over it
            engine = run.replayer.new_engine()
            run.replayer.bring(engine, run.branch, self.step)
        sample = self.sample_index(self.step - 1)
        own = run.replayer.pairs.own(sample)
        return LastUpdate(
            step=self.step - 1,
            scaled_delta1=engine.ws.scaled1.copy(),
            scaled_delta2=engine.ws.scaled2.copy(),
            x=run.replayer.pairs.x(sample),
            h=engine.ws.h.copy(),
            sample=sample,
            title="" if own is None else own.title,
        )

    @property
    def history(self) -> History:
        """Loss and gradient magnitudes of every step of this branch."""
        return self._history(self._run.branch)

    def _history(self, branch: Branch) -> History:
        def replayed(first: int, last: int) -> Floats:
            now = self._run.state.branches.get(branch.number, branch)  # it may have changed since
            return self._run.replayer.values(now, first, last)

        return History(self._run.standing, branch.record, replayed)

    @property
    def keyframes(self) -> Ints:
        """Steps of which the current branch itself keeps a copy of the weights."""
        return self._run.replayer.pool.steps(self._run.branch.number)

    # ---- of all samples

    def gradient_magnitudes(self) -> Floats:
        """‖∂W1‖_F and ‖∂W2‖_F of every sample at this position, (m, 2) float64."""
        return gradient_magnitudes(self.network_before, self._run.dataset, self.gradient_rule)

    def accuracy(self, dataset: Dataset | None = None) -> float:
        """Share of `dataset` (the training data unless given) classified rightly, 0 … 1.

        NaN for regression.

        Raises
        ------
        SettingsError
            If `dataset` is none.
        """
        data = self._run.dataset if dataset is None else dataset
        if not isinstance(data, Dataset):
            raise SettingsError(
                Message.of(
                    "The data to evaluate is {value}; it must be a Dataset, such as "
                    "session.dataset or session.dataset.test.",
                    value=spelled(data),
                )
            )
        if data.labels is None:
            return math.nan
        f = predict(self.network_before, data.rows)
        return float((self._run.dataset.predicted(f) == data.labels).mean())
