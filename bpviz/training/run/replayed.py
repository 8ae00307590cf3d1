"""Replayed: steps of a branch, taken once more beside the run, and what each took from weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from bpviz.network import contributions as kernel
from bpviz.network.contributions import Factors
from bpviz.network.rules import GradientRule
from bpviz.network.types import Floats, Ints, Stop
from bpviz.network.weights import Network
from bpviz.training.journal.entries import WeightEdit
from bpviz.training.journal.journal import Journal
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.pairs.sampling import Sampler
from bpviz.training.record.record import MAX_SLOTS
from bpviz.training.run.context import RunContext
from bpviz.training.run.engine import Engine
from bpviz.training.run.replay import samples_of, step_nanoseconds
from bpviz.training.run.timeline import Branch
from bpviz.training.settings import Settings

SLICE = 2e7
"""Nanoseconds, about, after which somebody who waits is told how far it has come."""

MOST_FACTORS = 2**20
"""Factors of steps that are kept at a time."""

NO_FACTORS: Ints = np.array([-1, 0, 0, 0, 0])

Tell = Callable[[int], object]
"""Told now and then at which step it is; it may set the byte that ends the replay."""


class ReplayCancelled(Exception):
    """Whoever asked for a replay has given it up; the run is as it was."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Some steps that follow one another: the first, the pair and the factors of each.

    Attributes
    ----------
    first : int
    samples : (s,) int64
    factors : (s, w) float64
        Only good until the next are asked for.
    """

    first: int
    samples: Ints
    factors: Floats


class Replayed:
    """An engine of its own that takes steps of a branch once more.

    It shares only what nobody changes while it is there, see `Follower`: so it may work on another
    thread while the run goes on.

    Parameters
    ----------
    settings : Settings
    pairs : Pairs
    journal : Journal
    engine : Engine
        Stands at the first step or before.
    """

    def __init__(self, settings: Settings, pairs: Pairs, journal: Journal, engine: Engine) -> None:
        self.settings, self.pairs, self.journal = settings, pairs, journal
        self._sampler = Sampler(settings.seed, settings.order, pairs.dataset.n_samples)
        self._engine = engine
        nanoseconds = step_nanoseconds(settings, pairs.dataset)
        self._slice = int(min(max(SLICE / nanoseconds, 1), MAX_SLOTS))

    @classmethod
    def before(cls, run: RunContext, branch: Branch, step: int) -> Replayed:
        """Return one that stands on the nearest keyframe up to `step`, which takes milliseconds."""
        engine = run.replayer.new_engine()
        run.replayer.start(engine, branch, step + 1)  # at `step`, or before
        return cls(run.settings, run.replayer.pairs, branch.journal, engine)

    @property
    def step(self) -> int:
        """Where it stands."""
        return self._engine.step

    def weight(self, edit: WeightEdit) -> float:
        """Return the weight that an edit concerns, as it is."""
        return self._engine.weight(edit.matrix, edit.row, edit.column)

    def network(self) -> Network:
        """Return a read-only copy of the weights where it stands."""
        return self._engine.network()

    def go_to(self, step: int, stop: Stop, tell: Tell) -> bool:
        """Go to `step`; return whether it stands there, not where `stop` said so on the way."""
        for taken in self.steps(step, Factors.empty(NO_FACTORS, self._slice, 0), None, stop):
            tell(taken.first + len(taken.samples))
        return self.step == step

    def steps(
        self,
        end: int,
        factors: Factors,
        own: dict[int, Factors] | None,
        stop: Stop,
        edited: Callable[[WeightEdit, float], object] = lambda edit, old: None,
    ) -> Iterator[Taken]:
        """Take the steps up to `end`, and give them in slices, until `stop` says so.

        Parameters
        ----------
        end : int
        factors : Factors
            Room for those of a slice, and the sums of the pairs of the data set.
        own : dict of int to Factors, or None
            The sums of a person's own pairs by their numbers; made where one comes first.
        edited : callable
            Called with each weight that a person set on the way, and what it was before.
        """
        engine, journal = self._engine, self.journal
        most = min(self._slice, len(factors.of_step))
        while engine.step < end and not stop[0]:
            at = engine.step
            samples = samples_of(
                journal, self._sampler, at, min(journal.end(at), end, at + most) - at
            )
            pairs = self.pairs.arrays(int(samples[0]))
            into, numbers = factors, samples
            if pairs.first:  # one of a person's own, which has arrays of its own
                numbers = _zeros(len(samples))
                if own is not None:
                    into = own.setdefault(pairs.first, Factors.empty(factors.block, 0, 1))
                into = into._replace(of_step=factors.of_step)
                if own is None:
                    into = into._replace(counts=_NONE)
            engine.spot = None
            done = kernel.replay(
                engine.W1T, engine.W2, pairs.starts, pairs.indices, pairs.values, pairs.norms,
                pairs.Y, numbers, journal.rate(at), self.settings.sigma1.code,
                self.settings.sigma2.code, journal.rule(at) is GradientRule.AS_PRINTED, engine.ws,
                into, stop,
            )  # fmt: skip
            engine.step = at + done
            for edit in journal.edits(engine.step):
                old = self.weight(edit)
                engine.edit(edit.matrix, edit.row, edit.column, edit.value)
                edited(edit, old)
            yield Taken(at, samples[:done], factors.of_step[:done])


def _zeros(count: int) -> Ints:
    zeros: Ints = np.zeros(count, dtype=np.int64)
    zeros.flags.writeable = False
    return zeros


_NONE: Ints = np.zeros(0, dtype=np.int64)
