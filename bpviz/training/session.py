"""Session: the state of a run, and every way to move it."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.dataset import Dataset
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network
from bpviz.training.changes import RateChange
from bpviz.training.engine import Engine
from bpviz.training.evaluation import gradient_magnitudes
from bpviz.training.events import LastChange
from bpviz.training.history import History
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.phases import Phase
from bpviz.training.replay import Replayer, Tick
from bpviz.training.settings import Settings, SettingsError, check_count, check_learning_rate
from bpviz.training.timeline import NEVER, Branch

_PREPARED = 200_000  # weights in one go of `Session.prepare`


class Session:
    """A training run of one network on one data set, which can go anywhere in its own time.

    The same seed and settings on the same machine give the same bits, whether a step is taken
    singly, in chunks, or reached by `seek`.

    Parameters
    ----------
    settings : Settings
    dataset : Dataset
        With at least one sample.

    Raises
    ------
    SettingsError
        If the data set has no sample.
    """

    def __init__(self, settings: Settings, dataset: Dataset) -> None:
        if dataset.n_samples < 1:
            raise SettingsError(f"The data set {dataset.name} has no sample; it needs one or more.")
        self.settings = settings
        self.dataset = dataset
        self._replayer = Replayer(settings, dataset)
        self._engine = self._replayer.new_engine()
        self._spare: Engine | None = None
        self._engine.load(self._replayer.initial())
        self._branch = Branch(0, None, 0, [RateChange(0, settings.learning_rate)])
        self._branches = [self._branch]
        self._network: tuple[int, Network] | None = None
        self._change: LastChange | None = None
        self._replayer.keep(self._branch, self._engine)

    # ---- where it stands

    @property
    def step(self) -> int:
        """Updates done at this position."""
        return self._engine.step

    @property
    def tip(self) -> int:
        """Updates that the current branch has ever done."""
        return self._branch.tip

    @property
    def phase(self) -> Phase:
        """The place inside the step: always before the draw, since moves are whole steps."""
        return Phase.DRAW

    @property
    def learning_rate(self) -> float:
        """λ of the next update."""
        return self._branch.rate_at(self.step)[0]

    @property
    def loss(self) -> float:
        """Loss of the update that led here, exact; NaN at step 0."""
        return self._engine.loss

    @property
    def network(self) -> Network:
        """Read-only copy of the weights at this position."""
        if self._network is None or self._network[0] != self.step:
            self._network = (self.step, self._engine.network())
        return self._network[1]

    @property
    def trace(self) -> StepTrace:
        """Every quantity of the current step: the pair that the next update uses, N4–N8."""
        return self.trace_of(self.sample_index(self.step))

    def trace_of(self, sample: int) -> StepTrace:
        """Every quantity of a step on pair `sample` with the weights of this position.

        Raises
        ------
        SettingsError
            If there is no such pair.
        """
        return self._engine.trace(check_count("The sample", sample, 0, self.dataset.n_samples - 1))

    def sample_index(self, step: int) -> int:
        """Return the index of the pair that step `step` draws (steps count from 0)."""
        return self._replayer.sampler.index(check_count("The step", step, 0, NEVER))

    @property
    def last_change(self) -> LastChange | None:
        """ΔW of the update that led here; None at step 0."""
        if self.step == 0:
            return None
        if self._change is None or self._change.step != self.step - 1:
            self._change = self._find_change()
        return self._change

    def _find_change(self) -> LastChange:
        engine = self._engine
        if engine.applied != self.step - 1:  # a step that was not applied wrote over it
            engine = self._replayer.new_engine()
            self._replayer.start(engine, self._branch, self.step)
            self._replayer.run(engine, self._branch, self.step)
        return LastChange(
            step=self.step - 1,
            scaled_delta1=engine.ws.scaled1.copy(),
            scaled_delta2=engine.ws.scaled2.copy(),
            x=self.dataset.x(self.sample_index(self.step - 1)),
            h=engine.ws.h.copy(),
        )

    @property
    def history(self) -> History:
        """Loss and gradient magnitudes of every step of this branch."""
        branch = self._branch
        return History(branch.record, lambda a, b: self._replayer.values(branch, a, b))

    @property
    def branch(self) -> Branch:
        """The branch it stands on; its journal and curves are for reading only."""
        return self._branch

    @property
    def branches(self) -> tuple[Branch, ...]:
        """Every way this run went, oldest first."""
        return tuple(self._branches)

    @property
    def keyframes(self) -> Ints:
        """Steps of which the current branch itself keeps a copy of the weights."""
        return self._replayer.pool.steps(self._branch.number)

    def prepare(self) -> bool:
        """Do a few milliseconds of what the run would otherwise wait for later.

        Returns
        -------
        bool
            Whether there is more to do.
        """
        size = self.dataset.n_inputs * self.settings.n_hidden
        return self._replayer.pool.touch(max(1, _PREPARED // size))

    def gradient_magnitudes(self) -> Floats:
        """‖∂W1‖_F and ‖∂W2‖_F of every sample at this position, (m, 2) float64."""
        return gradient_magnitudes(self.network, self.dataset, self.settings.gradient_rule)

    def accuracy(self, dataset: Dataset | None = None) -> float:
        """Share of `dataset` (the training data unless given) classified rightly, 0 … 1.

        NaN for regression.
        """
        data = self.dataset if dataset is None else dataset
        if data.labels is None:
            return math.nan
        f = self.network.predict(data.rows)
        chosen = f.argmax(axis=1) if data.n_outputs > 1 else (f[:, 0] >= 0.5).astype(int)
        return float((chosen == data.labels).mean())

    # ---- moves

    def advance(self, steps: int = 1, attention: NDArray[np.uint8] | None = None) -> Outcome:
        """Complete `steps` updates; what was done before is replayed, what is new is recorded.

        Parameters
        ----------
        steps : int
            0 … 2⁶³ − 1.
        attention : (1,) uint8, optional
            When another thread sets it, the move ends after the step at hand.

        Returns
        -------
        Outcome
            COUNT, ATTENTION, STOPPING_RULE or NOT_FINITE.

        Raises
        ------
        SettingsError
            If `steps` is not such a number.
        """
        steps = check_count("The number of steps", steps, 0, NEVER)
        target = min(self.step + steps, NEVER)
        return self._replayer.run(
            self._engine, self._branch, target, attention=attention, stopping=True
        )

    def back(self, steps: int = 1, tick: Tick | None = None) -> Outcome:
        """Return to `steps` completed updates fewer, not below 0.  See `seek`."""
        steps = check_count("The number of steps", steps, 0, NEVER)
        return self.seek(max(0, self.step - steps), tick)

    def seek(self, step: int, tick: Tick | None = None) -> Outcome:
        """Go to `step` completed updates, back or forth.

        The future stays: going forward again replays it.  Beyond the tip it trains; there the
        stopping rule does not hold it up, numbers that are not finite do.

        Parameters
        ----------
        step : int
            0 … 2⁶³ − 1.
        tick : callable, optional
            See `Tick`; a move that is given up leaves the run where it stood.

        Raises
        ------
        SettingsError
            If `step` is not such a number.
        """
        step = check_count("The step", step, 0, NEVER)
        if step == self.step:
            return Outcome(StopReason.COUNT, step)
        if self._spare is None:
            self._spare = self._replayer.new_engine()
        self._replayer.start(self._spare, self._branch, step, here=self._engine)
        result = self._replayer.run(self._spare, self._branch, step, tick=tick)
        if result.reason is StopReason.CANCELLED:
            return Outcome(result.reason, self.step, result.message)
        self._engine, self._spare = self._spare, self._engine
        return result

    def restart(self) -> Outcome:
        """Go back to the initial weights; the same as ``seek(0)``."""
        return self.seek(0)

    def set_learning_rate(self, value: float) -> None:
        """Use λ = `value` from the next update on.

        Before the tip this forks: the new branch shares the past, the old one stays.

        Raises
        ------
        SettingsError
            If `value` is not a finite number above 0.
        """
        rate = check_learning_rate(value)
        if rate == self.learning_rate:
            return
        if self.step < self.tip:
            self._fork()
        self._branch.note(RateChange(self.step, rate))

    def _fork(self) -> None:
        branch, record = self._branch, self._branch.record
        start = min(record.exact_from, record.partial_from(self.step))
        exact = self._replayer.values(branch, start, self.step)
        child = branch.forked(len(self._branches), self.step, exact)
        record.compact()
        self._branches.append(child)
        self._branch = child
        self._network = self._change = None  # known for steps of the other branch only
        self._replayer.keep(child, self._engine)
