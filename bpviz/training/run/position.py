"""Position: where a run stands, down to one row of one phase, and what is known there."""

from __future__ import annotations

import math

from bpviz.datasets.dataset import Dataset, Part
from bpviz.network.evaluate import trace
from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.run.active_breakpoints import Breakpoints
from bpviz.training.run.current_step import CurrentStep
from bpviz.training.run.engine import Engine
from bpviz.training.run.history import History
from bpviz.training.run.replay import Replayer
from bpviz.training.run.run_state import RunState, Spot, Standing, looking
from bpviz.training.run.timeline import NEVER, Branch
from bpviz.training.settings import Settings, SettingsError, check_count
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
    """A position on a branch.

    The engine always stands between two steps; a place inside a step is a view of the step that
    it takes next, so that every way through a step leads to the same bits.

    Attributes
    ----------
    settings : Settings
    dataset : Dataset
    breakpoints : Breakpoints
    """

    def __init__(self, settings: Settings, dataset: Dataset, branch: Branch) -> None:
        self.settings = settings
        self.dataset = dataset
        state = RunState({branch.number: branch}, branch.number, branch.number + 1)
        self._standing = Standing(state)
        self.breakpoints = Breakpoints(dataset, self._standing)
        self._replayer = Replayer(settings, dataset)
        self._engines: tuple[Engine, Engine | None] = self._replayer.new_engine(), None
        self._known = Known(state.spot)
        self._change: tuple[int, LastUpdate] | None = None
        self._replayer.keep(branch, self._engine)

    # ---- the state that stands, and the weights that belong to it

    @property
    def _state(self) -> RunState:
        return self._standing.state

    def _stand(self, state: RunState) -> None:
        """Let `state` be how the run stands: the moment at which a move or a change is made."""
        self._standing.state = state

    @property
    def _branch(self) -> Branch:
        return self._state.branch

    @property
    def _engine(self) -> Engine:
        """The engine that stands here; where a call was interrupted, one is brought here anew."""
        state, (engine, spare) = self._state, self._engines
        if engine.spot is state.spot:
            return engine
        if spare is not None and spare.spot is state.spot:
            self._engines = spare, engine
            return spare
        self._replayer.bring(engine, state.branch, state.step)
        engine.spot = state.spot
        return engine

    @property
    def _spare(self) -> Engine:
        """Another engine, to go elsewhere with."""
        here, spare = self._engine, self._engines[1]
        if spare is None:
            spare = self._replayer.new_engine()
            self._engines = here, spare
        return spare

    @property
    def _here(self) -> Known:
        spot = self._state.spot
        if self._known.spot is not spot:
            self._known = Known(spot)
        return self._known

    # ---- where it stands

    @property
    def step(self) -> int:
        """Updates done at this position."""
        return self._state.step

    @property
    def tip(self) -> int:
        """Updates that the current branch has ever done."""
        return self._state.tip

    @property
    def phase(self) -> Phase:
        """What the step at hand does next; DRAW between two steps."""
        return self._state.phase

    @property
    def row(self) -> int:
        """Rows of the phase that are done, see `rows_in`; 0 in a phase without rows."""
        return self._state.row

    @property
    def hit(self) -> tuple[int, ...]:
        """Numbers of the breakpoints that it stands at."""
        return self._state.hit

    @property
    @looking
    def opened(self) -> ComputedStep:
        """What the step that comes next computes, found when it is looked at."""
        here = self._here
        if here.opened is None:
            here.opened = self._replayer.opened(self.network_before, self._branch, self.step)
        return here.opened

    @property
    @looking
    def step_at_hand(self) -> CurrentStep:
        """The step that comes next, which its engine could take."""
        here = self._here
        if here.at_hand is None:
            here.at_hand = CurrentStep(self._engine, self.opened)
        return here.at_hand

    @property
    def updating(self) -> bool:
        """Whether some rows of the update are done and some are not."""
        state = self._state
        return state.phase is Phase.UPDATE and state.row > 0

    def _rows(self, phase: Phase) -> int:
        return rows_in(phase, self.settings.n_hidden, self.dataset.n_outputs)

    # ---- what is known at this place

    @property
    def learning_rate(self) -> float:
        """λ of the next update."""
        return self._branch.journal.rate(self.step)

    @property
    def gradient_rule(self) -> GradientRule:
        """The formula that δ1 of the step at hand follows."""
        return self._branch.journal.rule(self.step)

    @property
    @looking
    def loss(self) -> float:
        """Loss of the update that led here, exact; NaN at step 0."""
        if self.step > 0 and math.isnan(self._engine.loss):  # a keyframe from which no step ran
            return float(self._replayer.values(self._branch, self.step - 1, self.step)[0, 0])
        return self._engine.loss

    @property
    @looking
    def network(self) -> Network:
        """Read-only copy of the weights; in the midst of an update some rows are new already."""
        if self.updating:
            return self.step_at_hand.half_updated(self.row, self.learning_rate)
        return self.network_before

    @property
    @looking
    def network_before(self) -> Network:
        """Read-only copy of the weights that the step at hand computes with."""
        here = self._here
        if here.network is None:
            here.network = self._engine.network()
        return here.network

    @property
    @looking
    def trace(self) -> PartialTrace:
        """What the step at hand has computed so far; None where it has not come that far."""
        return self.opened.so_far(self.phase, self.row)

    @property
    @looking
    def preview(self) -> StepTrace:
        """Every quantity of the step at hand (N4–N8), whether it has come that far or not."""
        return self.opened.trace

    @looking
    def trace_of(self, sample: int, part: Part = Part.TRAIN) -> StepTrace:
        """Every quantity of a step on pair `sample` of `part` with the weights of this step.

        Raises
        ------
        SettingsError
            If there is no such pair.
        """
        if part is Part.TRAIN:
            i = self._sample("The sample", sample)
            return ComputedStep(
                self.network_before, self._replayer.pairs, i, self.gradient_rule
            ).trace
        data = self.dataset.part(part)
        if data is None or data.n_samples < 1:
            raise SettingsError(
                "This data set has no test set. Choose a sample of the training set."
            )
        i = check_count("The sample of the test set", sample, 0, data.n_samples - 1)
        return trace(self.network_before, data.x(i), data.Y[i], self.gradient_rule)

    def _sample(self, name: str, sample: int) -> int:
        most = self.dataset.n_samples + self._state.own_pairs - 1
        return check_count(name, sample, 0, most)

    @looking
    def sample_index(self, step: int) -> int:
        """Return the index of the pair that step `step` trains on (steps count from 0).

        From m on it is a pair that a person made, see `train_own`.
        """
        step = check_count("The step", step, 0, NEVER)
        if step != self.step:
            return self._replayer.sample(self._branch, step)
        here = self._here
        if here.sample is None:
            here.sample = self._replayer.sample(self._branch, step)
        return here.sample

    @property
    @looking
    def own_pair(self) -> CustomPair | None:
        """The pair of the step at hand, where a person made it."""
        return self._replayer.pairs.own(self.sample_index(self.step))

    @property
    def held(self) -> int | None:
        """The pair that every step trains on; None if pairs are drawn."""
        return self._branch.journal.held(self.step)

    @property
    def chosen(self) -> bool:
        """Whether a person chose the pair of the step at hand."""
        return self.held is not None or self._branch.journal.pinned(self.step) is not None

    @property
    @looking
    def last_change(self) -> LastUpdate | None:
        """ΔW of the last completed update; None at step 0."""
        if self.step == 0:
            return None
        known = self._change
        number = self._branch.number
        if known is None or known[0] != number or known[1].step != self.step - 1:
            known = self._change = number, self._find_change()
        return known[1]

    def _find_change(self) -> LastUpdate:
        engine = self._engine
        if engine.applied != self.step - 1:  # a step that was not applied wrote over it
            engine = self._replayer.new_engine()
            self._replayer.bring(engine, self._branch, self.step)
        return LastUpdate(
            step=self.step - 1,
            scaled_delta1=engine.ws.scaled1.copy(),
            scaled_delta2=engine.ws.scaled2.copy(),
            x=self._replayer.pairs.x(self.sample_index(self.step - 1)),
            h=engine.ws.h.copy(),
        )

    @property
    def history(self) -> History:
        """Loss and gradient magnitudes of every step of this branch."""
        return self._history(self._branch)

    def _history(self, branch: Branch) -> History:
        def replayed(first: int, last: int) -> Floats:
            now = self._state.branches.get(branch.number, branch)  # it may have changed since
            return self._replayer.values(now, first, last)

        return History(self._standing, branch.record, replayed)

    @property
    @looking
    def keyframes(self) -> Ints:
        """Steps of which the current branch itself keeps a copy of the weights."""
        return self._replayer.pool.steps(self._branch.number)
