"""Replayer: moves an engine along a branch, from the nearest keyframe, through the journal."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.dataset import Dataset
from bpviz.network import kernels
from bpviz.network.keyframe_copies import Copies
from bpviz.network.types import Floats, Ints
from bpviz.network.watchpoints import Watchpoints
from bpviz.network.weights import Network
from bpviz.training import outcome
from bpviz.training.breakpoints import Condition
from bpviz.training.infos import HitInfo
from bpviz.training.journal.journal import Journal
from bpviz.training.outcome import Outcome, StopReason
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.pairs.sampling import Sampler
from bpviz.training.record.keyframes import KeyframePool
from bpviz.training.record.record import MAX_SLOTS
from bpviz.training.run.active_breakpoints import Breakpoints
from bpviz.training.run.engine import NO_COPIES, Engine
from bpviz.training.run.run_state import Tick
from bpviz.training.run.timeline import Branch, Lineage
from bpviz.training.run.watched_numbers import WatchedNumbers
from bpviz.training.settings import Settings
from bpviz.training.step.computed_step import ComputedStep

Passed = Callable[[Engine, Watchpoints | None, Outcome | None], None]
"""Called after each piece of a move with the engine that took it, what its breakpoints counted, and
how the move ended, if it has."""


class Replayer:
    """What all branches of a run share: the draws, the keyframes, and how to take steps.

    Parameters
    ----------
    settings : Settings
    dataset : Dataset
    start : Network, optional
        The weights at step 0; drawn unless given.
    """

    def __init__(self, settings: Settings, dataset: Dataset, start: Network | None = None) -> None:
        self._settings = settings
        self._dataset = dataset
        self._start = start
        self.pairs = Pairs(dataset)
        self.numbers = WatchedNumbers(settings, self.pairs)
        self.sampler = Sampler(settings.seed, settings.order, dataset.n_samples)
        self.pool = KeyframePool(
            dataset.n_inputs, settings.n_hidden, dataset.n_outputs, settings.keyframe_budget
        )
        self._spacing = _keyframe_spacing(settings, dataset)
        self._scratch = np.empty((3, MAX_SLOTS))

    def initial(self) -> Network:
        """Return the weights at step 0, before what a person set there."""
        if self._start is None:  # drawn once: a run that is saved does not wait for it
            self._start = Network.initial(
                n_inputs=self._dataset.n_inputs,
                n_hidden=self._settings.n_hidden,
                n_outputs=self._dataset.n_outputs,
                seed=self._settings.seed,
                sigma1=self._settings.sigma1,
                sigma2=self._settings.sigma2,
                initializer=self._settings.initializer,
            )
        return self._start

    def new_engine(self) -> Engine:
        """Return an engine that stands nowhere yet."""
        return Engine(self._settings, self.pairs)

    def keep(self, branch: Branch, engine: Engine) -> None:
        """Make a keyframe of where `engine` stands on `branch`."""
        self.pool.put(branch.number, engine.step, engine.W1T, engine.W2, engine.stop)

    def start(self, engine: Engine, branch: Branch, step: int, here: Engine | None = None) -> None:
        """Put `engine` on the nearest known position before `step`.

        Before it, so that a last step runs and leaves its quantities; step 0 has none.

        Parameters
        ----------
        here : Engine, optional
            A position on the same branch that may be nearer than any keyframe.
        """
        owner, found = self._nearest(branch, max(0, step - 1))
        if here is not None and found < here.step < step:
            engine.load_copy(here)
            return
        if owner is None:
            engine.load(self.initial())
        else:
            engine.load_keyframe(self.pool, owner.number, found)
        edit_weights(engine, branch.journal)  # a keyframe is made before the edits at its step

    def bring(self, engine: Engine, branch: Branch, step: int) -> None:
        """Put `engine` on `step`, at most the tip of `branch`."""
        self.start(engine, branch, step)
        self.run(engine, branch, step)

    def _nearest(self, branch: Branch, step: int) -> tuple[Lineage | None, int]:
        """Return the last keyframe ≤ `step` on the way to `branch`, or (None, 0)."""
        at: Lineage | None = branch.lineage
        while at is not None:
            found = self.pool.latest(at.number, step)
            if found is not None:
                return at, found
            step = min(step, at.fork)
            at = at.parent
        return None, 0

    def nearest(self, branch: Branch, step: int) -> tuple[int, int] | None:
        """Return branch and step of the keyframe from which `step` of `branch` is reached."""
        owner, found = self._nearest(branch, max(0, step - 1))
        return None if owner is None else (owner.number, found)

    def values(self, branch: Branch, first: int, last: int) -> Floats:
        """Loss and both magnitudes of steps ``first … last − 1``, exact, (3, last − first)."""
        if first >= branch.record.exact_from:
            return branch.record.raw(first, last)
        engine = self.new_engine()
        values = np.empty((3, last - first))
        self.bring(engine, branch, first)
        self.run(engine, branch, last, into=values)
        return values

    def chosen(self, branch: Branch, first: int, last: int) -> tuple[Ints, Floats]:
        """Pair and λ of steps ``first … last − 1``, (last − first,) int64 and float64."""
        samples, rates = np.empty(last - first, dtype=np.int64), np.empty(last - first)
        step = first
        while step < last:
            end = min(last, branch.journal.end(step), step + MAX_SLOTS)
            piece = slice(step - first, end - first)
            samples[piece] = self.samples(branch, step, end - step)
            rates[piece] = branch.journal.rate(step)
            step = end
        return samples, rates

    def run(
        self,
        engine: Engine,
        branch: Branch,
        target: int,
        *,
        attention: NDArray[np.uint8] | None = None,
        tick: Tick | None = None,
        stopping: bool = False,
        into: Floats | None = None,
        breakpoints: Breakpoints | None = None,
        watch: Watchpoints | None = None,
        unwatched: int = 0,
        passed: Passed | None = None,
    ) -> Outcome:
        """Move `engine` to `target`, piece by piece: in a piece nothing is changed by a person.

        It also ends at the last keyframe for which there is room ahead, where more are due, or
        with `tick` at the first.

        Steps beyond the record of `branch` are recorded, for which `passed` is called after each
        piece, before anything else is made of it; those within it are not recorded again, but
        their values go to `into` if it is given.  `breakpoints`, or what is to be searched for in
        `watch`, are looked at, except in the first `unwatched` steps.
        """
        record, journal = branch.record, branch.journal
        if breakpoints is not None:
            watch = breakpoints.watch()
            engine.recall(watch)
        origin = engine.step
        while engine.step < target:
            step = engine.step
            rate, rule = journal.rate(step), journal.rule(step)
            new = step == record.end
            last = min(target if new else min(target, record.end), journal.end(step))
            copies = NO_COPIES
            if new:
                copies, last = self._keyframes_ahead(step, last, one=tick is not None)
            count = min(last - step, MAX_SLOTS)
            if new:
                slots = record.slots(count)
            elif into is not None:
                slots = into[:, step - origin : step - origin + count]
            else:
                slots = self._scratch[:, :count]
            samples = self.samples(branch, step, slots.shape[1])
            left = max(0, unwatched - (step - origin))
            done, why = engine.run(samples, rate, rule, slots, attention, watch, left, copies)
            result = None
            if why == kernels.BREAK:
                assert breakpoints is not None
                assert watch is not None
                result = self.stopped(engine, branch, breakpoints, watch)
            elif why == kernels.NOT_FINITE:
                result = self.not_finite(engine, branch)
            elif why == kernels.LEVELLED and stopping:
                result = self._levelled_off(engine)
            elif why == kernels.ATTENTION:
                result = Outcome(StopReason.ATTENTION, engine.step)
            if passed is not None:
                passed(engine, watch, result)
            if new:
                self._keep_what_came(branch, engine, step, copies)
            if done:
                edit_weights(engine, branch.journal)
            if result is not None:
                return result
            if tick is not None and not tick(engine.step - origin, target - origin):
                return Outcome(StopReason.CANCELLED, engine.step)
        return Outcome(StopReason.COUNT, engine.step)

    def _keyframes_ahead(self, step: int, last: int, *, one: bool) -> tuple[Copies, int]:
        """Return room for the keyframes from `step` to `last`, and how far it reaches.

        Where it is not enough, or `one` is to be the end, it reaches to the last it has room for;
        where there is none to the first, which is then made from outside.
        """
        first = self._next_keyframe(step)
        wanted = (min(last, step + MAX_SLOTS) - first) // self._spacing + 1
        copies = self.pool.ahead(min(wanted, 1) if one else wanted, self._spacing)
        if not one and copies.slots.size >= wanted:
            return copies, last
        return copies, min(last, first + max(0, copies.slots.size - 1) * self._spacing)

    def _keep_what_came(self, branch: Branch, engine: Engine, since: int, copies: Copies) -> None:
        """Enter the keyframes that were due in the steps from `since` to where `engine` stands."""
        due = range(self._next_keyframe(since), engine.step + 1, self._spacing)
        self.pool.adopt(branch.number, due[: copies.slots.size])
        if len(due) > copies.slots.size:
            self.keep(branch, engine)

    def _next_keyframe(self, step: int) -> int:
        return step + self._spacing - step % self._spacing

    def samples(self, branch: Branch, step: int, count: int) -> Ints:
        """Return the pairs of `count` steps between which nobody changes anything, read-only."""
        return samples_of(branch.journal, self.sampler, step, count)

    def sample(self, branch: Branch, step: int) -> int:
        """Return the pair of one step."""
        return int(self.samples(branch, step, 1)[0])

    def opened(self, network: Network, branch: Branch, step: int) -> ComputedStep:
        """Return step `step` of `branch`, which begins with the weights of `network`."""
        sample, rule = self.sample(branch, step), branch.journal.rule(step)
        return ComputedStep(network, self.pairs, sample, rule)

    def not_finite(self, engine: Engine, branch: Branch) -> Outcome:
        """Say which quantity of the step at hand is not finite."""
        rate = branch.journal.rate(engine.step)
        name, value = self._first_not_finite(engine, branch)
        sample = self.sample(branch, engine.step)
        bad = self.pairs.first_not_finite(sample)
        if bad is None:
            message = outcome.not_finite(engine.step, name, value, rate)
        else:
            message = outcome.not_finite_data(engine.step, name, value, bad[0], sample, bad[1])
        return Outcome(StopReason.NOT_FINITE, engine.step, message)

    def _first_not_finite(self, engine: Engine, branch: Branch) -> tuple[str, str]:
        journal, step = branch.journal, engine.step
        sample = self.sample(branch, step)
        return engine.first_not_finite(sample, journal.rate(step), journal.rule(step))

    def stopped(
        self, engine: Engine, branch: Branch, breakpoints: Breakpoints, watch: Watchpoints
    ) -> Outcome:
        """Say which breakpoints stopped it."""
        fired = breakpoints.fired(watch)
        words = [each.words(self._dataset.class_names) for _, each in fired]
        for at, (_, each) in enumerate(fired):
            if each.condition is Condition.NOT_FINITE:
                words[at] = outcome.quantity(*self._first_not_finite(engine, branch))
        return Outcome(
            StopReason.BREAKPOINT,
            engine.step,
            outcome.stopped(engine.step, words),
            fired[0][1],
            tuple(
                HitInfo(engine.step, number, said)
                for (number, _), said in zip(fired, words, strict=True)
            ),
        )

    def _levelled_off(self, engine: Engine) -> Outcome:
        rule = self._settings.stopping
        assert rule is not None
        message = outcome.levelled_off(
            engine.step,
            int(engine.stop[3]),
            rule.window_for(self._dataset.n_samples),
            float(engine.stop[2]),
        )
        return Outcome(StopReason.STOPPING_RULE, engine.step, message)


def samples_of(journal: Journal, sampler: Sampler, step: int, count: int) -> Ints:
    """Return the pairs of `count` steps between which nobody changes anything, read-only."""
    chosen = journal.pinned(step)
    if chosen is None:
        chosen = journal.held(step)
    if chosen is None:
        return sampler.indices(journal.draw(step), count)
    pairs: Ints = np.full(count, chosen, dtype=np.int64)
    pairs.flags.writeable = False
    return pairs


def edit_weights(engine: Engine, journal: Journal) -> None:
    """Set the weights that a person set before the step at hand."""
    for edit in journal.edits(engine.step):
        engine.edit(edit.matrix, edit.row, edit.column, edit.value)


def step_nanoseconds(settings: Settings, dataset: Dataset) -> float:
    """About what a step takes on an ordinary machine, from the shape alone."""
    hidden, d = settings.n_hidden, dataset.n_outputs
    return 200 + 0.3 * hidden * (dataset.rows.mean_entries + 3 * d)


def _keyframe_spacing(settings: Settings, dataset: Dataset) -> int:
    """Steps between keyframes while there is room: copying takes at most about 1 % of the time.

    From the shape alone, so that a run keeps the same ones wherever it is repeated; the factor is
    nanoseconds per byte on an ordinary machine.
    """
    hidden, d = settings.n_hidden, dataset.n_outputs
    step = step_nanoseconds(settings, dataset)
    copy = 0.12 * 8 * hidden * (dataset.n_inputs + d)
    wanted = max(100 * copy, 5e6) / step
    return int(2 ** min(max(round(math.log2(wanted)), 9), 16))
