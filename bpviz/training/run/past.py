"""Past: steps of a branch computed once more, beside the run, and looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bpviz.network import kernels
from bpviz.network.types import Floats, Ints, Stop
from bpviz.network.watchpoints import Watchpoints
from bpviz.quoting import brief
from bpviz.training.journal.journal import Journal
from bpviz.training.pairs.sampling import Sampler
from bpviz.training.record.record import MAX_SLOTS
from bpviz.training.run.engine import Engine
from bpviz.training.run.replay import edit_weights, samples_of

_SLICE = 50e6  # nanoseconds, after which somebody may want to hear how far it is


@dataclass(frozen=True, slots=True, eq=False)
class PastSlice:
    """Some steps that follow one another.

    Attributes
    ----------
    first, last : int
        The steps ``first … last − 1``; none of them where it only says that time passes.
    values : (w, last − first) float64
        What was watched, in each of them.
    hits : (k,) int64
        Steps among them that meet the condition, rising.
    samples : (last − first,) int64
        The pair of each.
    """

    first: int
    last: int
    values: Floats
    hits: Ints
    samples: Ints

    __repr__ = brief


class Past:
    """The steps ``first … last − 1`` of a branch as it was when this was made, once more.

    It shares only what nobody changes while it is there, see `Follower`: so it may be read on
    another thread while the run goes on.  It holds one copy of the weights, and one slice.

    Parameters
    ----------
    journal : Journal
    engine : Engine
        Nobody else's; it stands at `first` or before, and before it unless that is 0.
    first, last : int
        0 ≤ first ≤ last ≤ tip + 1; the step at hand at the tip is looked at and not taken.
    tip : int
    watch : Watchpoints
        What is looked at, in the mode SEARCH, with a series and with room for what is found.
    rows : int
        So many of the numbers in it are wanted; those behind them are for its conditions.
    nanoseconds : float
        About what a step takes.
    """

    def __init__(
        self,
        journal: Journal,
        engine: Engine,
        first: int,
        last: int,
        tip: int,
        watch: Watchpoints,
        rows: int,
        nanoseconds: float,
    ) -> None:
        self.first = first
        self.last = last
        self._tip, self._rows = tip, rows
        self._journal, self._watch = journal, watch
        settings, dataset = engine.settings, engine.pairs.dataset
        self._sampler = Sampler(settings.seed, settings.order, dataset.n_samples)
        self._engine = engine
        self._begun = engine.step
        self._most = slice_steps(nanoseconds)
        self._unread = True
        self._seen_ahead = 0

    def __repr__(self) -> str:
        return f"<Past: steps {self.first} to {self.last}, {self.to_compute} to compute>"

    @property
    def to_compute(self) -> int:
        """Steps that are computed in all, those on the way to the first among them."""
        return max(self.last - self._begun, 0)

    @property
    def computed(self) -> int:
        """How many of them are."""
        return min(self._engine.step, self.last) - self._begun + self._seen_ahead

    def slices(self, stop: Stop | None = None) -> Iterator[PastSlice]:
        """Give all steps once, in rising order; where `stop` says so it ends before the last.

        Parameters
        ----------
        stop : (1,) uint8, optional
            Set by another thread to end it after the step at hand.

        Raises
        ------
        RuntimeError
            If it was read before.
        """
        if not self._unread:
            raise RuntimeError("this past has been read; ask for another one")
        self._unread = False
        stop = np.zeros(1, dtype=np.uint8) if stop is None else stop
        engine, watch, record = self._engine, self._watch, np.empty((3, self._most))
        none = np.empty(0, dtype=np.int64)
        nothing = np.empty((self._rows, 0)), none, none
        while engine.step < self.first and not stop[0]:
            self._take(self.first, record, stop, None)
            yield PastSlice(self.first, self.first, *nothing)
        if not stop[0]:
            engine.recall(watch)
        while engine.step < min(self.last, self._tip) and not stop[0]:
            at = engine.step
            samples = self._take(min(self.last, self._tip), record, stop, watch)
            if len(samples):
                yield self._seen(at, samples)
        if self.last > self._tip and not stop[0]:
            samples = self._look_ahead()
            self._seen_ahead = 1
            yield self._seen(self._tip, samples)

    def _take(self, last: int, record: Floats, stop: Stop, watch: Watchpoints | None) -> Ints:
        """Take steps between which nobody changes anything, not beyond `last`; return the pair of
        each that was taken."""
        engine, journal, at = self._engine, self._journal, self._engine.step
        count = min(last - at, journal.end(at) - at, self._most)
        samples = samples_of(journal, self._sampler, at, count)
        rate, rule = journal.rate(at), journal.rule(at)
        done, why = engine.run(samples, rate, rule, record[:, :count], stop, watch)
        if why == kernels.NOT_FINITE:
            raise RuntimeError(f"step {engine.step} was taken once and is not finite now")
        if done:
            edit_weights(engine, journal)
        return samples[:done]

    def _look_ahead(self) -> Ints:
        """Look at the step at hand at the tip, which nobody has taken yet; return its pair."""
        engine, journal, at = self._engine, self._journal, self._engine.step
        samples = samples_of(journal, self._sampler, at, 1)
        sample = int(samples[0])
        engine.meets(self._watch, sample, journal.rate(at), journal.rule(at))
        return samples

    def _seen(self, first: int, samples: Ints) -> PastSlice:
        watch, last = self._watch, first + len(samples)
        hits = watch.found[: watch.last[1]].copy()
        watch.last[1] = 0
        values = np.array(watch.watches.series[: self._rows, : last - first])
        if not self._rows:
            values = np.empty((0, last - first))
        return PastSlice(first, last, values, hits, samples)


def slice_steps(nanoseconds: float) -> int:
    """Return how many steps of so many nanoseconds are computed in one go."""
    return int(min(max(_SLICE / nanoseconds, 1), MAX_SLOTS))


def joined(parts: Sequence[Ints]) -> Ints:
    """Return steps that were found one after the other as one array."""
    return np.concatenate([np.empty(0, dtype=np.int64), *parts])
