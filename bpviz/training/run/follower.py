"""Follower: goes along a branch once more, beside the run and on another thread."""

from __future__ import annotations

import numpy as np

from bpviz.network import kernels
from bpviz.network.types import Stop
from bpviz.network.weights import Network
from bpviz.training.journal.journal import Journal
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.pairs.sampling import Sampler
from bpviz.training.record.record import MAX_SLOTS
from bpviz.training.run.engine import Engine
from bpviz.training.run.replay import edit_weights, samples_of
from bpviz.training.settings import Settings


class Follower:
    """An engine of its own, which takes the steps of a branch from step 0 on.

    It shares only what nobody changes while it is there: data, the pairs that a journal names, and
    journals.  So it may work while the run goes on.

    Parameters
    ----------
    settings : Settings
    pairs : Pairs
    start : Network
        The weights at step 0, with what a person set there.
    """

    def __init__(self, settings: Settings, pairs: Pairs, start: Network) -> None:
        self._settings, self._pairs, self._start = settings, pairs, start
        self._sampler = Sampler(settings.seed, settings.order, pairs.dataset.n_samples)
        self._record = np.empty((3, MAX_SLOTS))  # of which nobody wants to know
        self._engine: Engine | None = None  # made where it is used: that takes memory, and time

    def go_to(self, step: int, journal: Journal, stop: Stop) -> bool:
        """Go to `step`, not before the one where it stands, as `journal` has it.

        Returns
        -------
        bool
            Whether it stands there; not where `stop` said so on the way.
        """
        engine = self._engine
        if engine is None:
            engine = self._engine = Engine(self._settings, self._pairs)
            engine.load(self._start)
        while engine.step < step:
            if stop[0]:
                return False
            at = engine.step
            count = min(step - at, journal.end(at) - at, MAX_SLOTS)
            samples = samples_of(journal, self._sampler, at, count)
            record = self._record[:, :count]
            _, why = engine.run(samples, journal.rate(at), journal.rule(at), record, stop)
            edit_weights(engine, journal)
            if why == kernels.NOT_FINITE:
                raise RuntimeError(f"step {engine.step} was taken once and is not finite now")
        return True

    def network(self) -> Network:
        """Return a read-only copy of the weights where it stands."""
        return self._start if self._engine is None else self._engine.network()
