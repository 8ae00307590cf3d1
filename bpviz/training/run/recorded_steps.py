"""RecordedSteps: loss and gradient magnitudes of steps that were taken, exact, beside the run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bpviz.network import kernels
from bpviz.network.types import Floats, Ints, Stop
from bpviz.quoting import brief
from bpviz.training.journal.journal import Journal
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.pairs.sampling import Sampler
from bpviz.training.record.record import MAX_SLOTS
from bpviz.training.run.engine import Engine
from bpviz.training.run.replay import edit_weights, samples_of
from bpviz.training.settings import Settings


@dataclass(frozen=True, slots=True, eq=False)
class StepValues:
    """Some steps that follow one another, between which nobody changed anything.

    Attributes
    ----------
    first : int
        The first of them, counted from 0.
    values : (3, k) float64
        Loss, ‖∂W1‖_F and ‖∂W2‖_F of each; only good until the next ones are asked for.
    learning_rate : float
    samples : (k,) int64
        The pair of each, counted from 0; m and above where a person made it.
    """

    first: int
    values: Floats
    learning_rate: float
    samples: Ints

    __repr__ = brief


class RecordedSteps:
    """The steps ``first … last − 1`` of a branch, as they were when this was made.

    What the record keeps exactly of them is copied; what is older is computed once more, to the
    same bits, by an engine of its own.  It shares only what nobody changes while it is there, see
    `Follower`: so it may be read on another thread while the run goes on.

    Parameters
    ----------
    settings : Settings
    pairs : Pairs
    journal : Journal
    first, last : int
        0 ≤ first ≤ last.
    exact : (3, k) float64
        The last k of the steps.
    engine : Engine or None
        Stands at `first` or before; None where all of the steps are in `exact`.
    """

    def __init__(
        self,
        settings: Settings,
        pairs: Pairs,
        journal: Journal,
        first: int,
        last: int,
        exact: Floats,
        engine: Engine | None,
    ) -> None:
        self.first = first
        self.last = last
        self._pairs, self._journal = pairs, journal
        self._sampler = Sampler(settings.seed, settings.order, pairs.dataset.n_samples)
        self._exact = exact
        self._engine = engine

    def __repr__(self) -> str:
        return f"<RecordedSteps {self.first} to {self.last}, {self.to_compute} to compute>"

    def __len__(self) -> int:
        return self.last - self.first

    @property
    def exact_from(self) -> int:
        """From which step on they are copied and not computed."""
        return self.last - int(self._exact.shape[1])

    @property
    def to_compute(self) -> int:
        """Steps that are computed once more, those on the way to the first among them."""
        return 0 if self._engine is None else self.exact_from - self._engine.step

    def parts(self, stop: Stop) -> Iterator[StepValues]:
        """Give all steps once, in rising order; where `stop` says so it ends before the last.

        What is on the way to the first has no values, (3, 0): it only says that time passes.
        """
        engine, room = self._engine, np.empty((3, MAX_SLOTS))
        while engine is not None and engine.step < self.exact_from and not stop[0]:
            at = engine.step
            ends = self.exact_from if at >= self.first else self.first
            part = self._part(at, ends, room)
            _, why = engine.run(
                part.samples, part.learning_rate, self._journal.rule(at), part.values, stop
            )
            edit_weights(engine, self._journal)
            if why == kernels.NOT_FINITE:
                raise RuntimeError(f"step {engine.step} was taken once and is not finite now")
            done = engine.step - at
            if at < self.first:
                yield StepValues(self.first, room[:, :0], part.learning_rate, part.samples[:0])
            elif done:
                yield StepValues(at, part.values[:, :done], part.learning_rate, part.samples[:done])
        at = self.exact_from
        while at < self.last and not stop[0]:
            part = self._part(at, self.last, self._exact[:, at - self.exact_from :])
            yield part
            at += len(part.samples)

    def _part(self, at: int, ends: int, values: Floats) -> StepValues:
        """Return what is known of the steps from `at` on, and where their values are."""
        count = min(ends - at, self._journal.end(at) - at, MAX_SLOTS)
        samples = samples_of(self._journal, self._sampler, at, count)
        return StepValues(at, values[:, :count], self._journal.rate(at), samples)
