"""Look at the hidden units over all samples of a set, on one snapshot of the weights."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from bpviz.datasets.dataset import Dataset, Part
from bpviz.network import unit_statistics
from bpviz.network.equations import Workspace
from bpviz.network.types import Floats, Ints, Stop
from bpviz.network.weights import Network
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.evaluation.results import UnitScan

BINS = 40
"""Bins of the histograms of h."""

MOST_WORK = 10**8
"""Outputs that a look computes at most, l d for each sample (about a second): of a set that would
take more, evenly spread samples are looked at."""

FEWEST = 100
"""Samples that are looked at all the same, where there are so many."""


def samples_looked_at(n_samples: int, n_hidden: int, n_outputs: int, most_work: int) -> Ints:
    """Return which of `n_samples` a look takes, rising, (s,) int64: all, or evenly spread ones."""
    fitting = most_work // (n_hidden * n_outputs)
    taken = min(n_samples, max(fitting, FEWEST))
    samples = np.arange(taken, dtype=np.int64) * n_samples // taken
    samples.flags.writeable = False
    return samples


class UnitsJob:
    """What each hidden unit does, and how much it matters.

    Parameters
    ----------
    network : Network
        The snapshot.
    step : int
        Its position, for the result.
    dataset : Dataset
        The set to look at; of its `n_samples` perhaps only some, see `MOST_WORK`.
    part : Part
        Which one that is, for the result.
    off : iterable of int
        Units to leave out together; those that the network does not have do not count.
    most_work : int
        See `MOST_WORK`.
    """

    def __init__(
        self,
        network: Network,
        step: int,
        dataset: Dataset,
        part: Part,
        off: Iterable[int] = (),
        most_work: int = MOST_WORK,
    ) -> None:
        hidden, outputs = network.n_hidden, network.n_outputs
        self.step = step
        self._network = network
        self._dataset = dataset
        self._part = part
        self._off = tuple(k for k in sorted(set(off)) if 0 <= k < hidden)
        self._W2_off = network.without(self._off).W2 if self._off else network.W2[:0]
        self._labels = np.zeros(0, dtype=np.int64) if dataset.labels is None else dataset.labels
        self._labels.flags.writeable = False  # another type of array would be compiled again
        self._ws = Workspace.empty(hidden, outputs)
        self._room = np.empty((outputs, hidden))
        self._totals = unit_statistics.UnitTotals.empty(hidden, BINS)
        self._samples = samples_looked_at(dataset.n_samples, hidden, outputs, most_work)
        self._next = 0
        known = network.sigma1.range if network.sigma1.bounded else None
        self._bounds = np.array([math.inf, -math.inf] if known is None else known)
        self._edges = None if known is None else _edges(self._bounds)

    @property
    def done(self) -> bool:
        """Whether every sample has been looked at."""
        return self._edges is not None and self._next >= len(self._samples)

    def advance(self, stop: Stop = GOES_ON) -> None:
        """Look at all that is left, see `Look`."""
        if self._edges is None:
            self._find_range(stop)
        if self._edges is not None:
            self._look(self._edges, stop)

    def _find_range(self, stop: Stop) -> None:
        """Widen the range of h, where σ₁ does not bound it."""
        rows = self._dataset.rows
        self._next = unit_statistics.widen_range(
            self._network.W1T,
            rows.starts,
            rows.indices,
            rows.values,
            self._samples,
            self._next,
            len(self._samples),
            self._network.sigma1.code,
            self._ws,
            self._bounds,
            stop,
        )
        if self._next == len(self._samples):
            self._edges, self._next = _edges(self._bounds), 0

    def _look(self, edges: Floats, stop: Stop) -> None:
        network, rows = self._network, self._dataset.rows
        self._next = unit_statistics.look_at_units(
            network.W1T,
            network.W2,
            self._W2_off,
            rows.starts,
            rows.indices,
            rows.values,
            self._dataset.Y,
            self._labels,
            self._samples,
            self._next,
            len(self._samples),
            network.sigma1.code,
            network.sigma2.code,
            edges,
            network.n_hidden <= unit_statistics.EXACT_UP_TO,
            self._dataset.threshold,
            self._ws,
            self._room,
            self._totals,
            stop,
        )

    def result(self) -> UnitScan:
        """Return what was found; the job must be done."""
        assert self._edges is not None
        totals, m = self._totals, len(self._samples)
        l = self._network.n_hidden  # noqa: E741 - the note's letter
        losses = totals.losses / m
        right = None if self._dataset.labels is None else totals.right / m
        whole = l + 1 if self._off else l  # without nothing is the whole network
        found = UnitScan(
            step=self.step,
            part=self._part,
            n_samples=m,
            mean_activation=totals.activation / m,
            saturated=totals.saturated / m,
            edges=self._edges,
            counts=totals.counts,
            loss=float(losses[l]),
            accuracy=None if right is None else float(right[l]),
            loss_without=losses[:l],
            accuracy_without=None if right is None else right[:l],
            off=self._off,
            loss_off=float(losses[whole]),
            accuracy_off=None if right is None else float(right[whole]),
        )
        for array in (
            found.mean_activation,
            found.saturated,
            found.edges,
            found.counts,
            found.loss_without,
            found.accuracy_without,
        ):
            if array is not None:
                array.flags.writeable = False
        return found


def _edges(bounds: Floats) -> Floats:
    """Return the edges of bins over `bounds` (2,), (b + 1,), apart even where h is constant."""
    low, high = (float(end) for end in bounds)
    if low > high:  # nothing is finite
        low, high = 0.0, 1.0
    low, high = max(min(low, 1e300), -1e300), max(min(high, 1e300), -1e300)
    least = max(abs(low), abs(high)) * 1e-9 or 1.0
    if high - low < least:
        low, high = (low - least / 2, high + least / 2) if low else (0.0, least)
    return np.linspace(low, high, BINS + 1)
