"""Looks at the two gradient rules, on one snapshot of the weights."""

from __future__ import annotations

import time

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network.central_differences import default_step_size
from bpviz.network.differences import Differences, Slopes
from bpviz.network.equations import Workspace
from bpviz.network.rule_cosines import rule_cosines
from bpviz.network.types import Floats, Ints, Stop
from bpviz.network.weights import Network
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.evaluation.rule_infos import RuleDifferences, RuleScan, rows_compared
from bpviz.training.pairs.sampling import Sampler
from bpviz.training.settings import Order

PROBES = 256
"""Pairs of the training set over which the cosine is taken, where there are so many."""

_SEED = 20200320  # the note's date: another stream than that of any run's own draws

_DIFFERENCES = 20_000
"""Weights times outputs that are moved in one go: a few milliseconds, after which somebody may have
ended the look."""


def probe_pairs(n_samples: int) -> Ints:
    """Return the probe set of a training set of m = `n_samples` pairs, rising, (s,) int64.

    The same for every run, so that curves of different branches and runs can be compared.
    """
    drawn = Sampler(_SEED, Order.SHUFFLED, n_samples).indices(0, min(PROBES, n_samples))
    pairs: Ints = np.sort(drawn)
    pairs.flags.writeable = False
    return pairs


class RuleJob:
    """The cosine between the exact and the printed ∂W₁, over the probe set.

    Parameters
    ----------
    network : Network
        The snapshot.
    step : int
        Its position, for the result.
    dataset : Dataset
        The training set.
    samples : (s,) int64
        See `probe_pairs`.
    """

    def __init__(self, network: Network, step: int, dataset: Dataset, samples: Ints) -> None:
        self.step = step
        self._network = network
        self._dataset = dataset
        self._samples = samples
        self._ws = Workspace.empty(network.n_hidden, network.n_outputs)
        self._exact = np.empty(network.n_hidden)
        self._cosines = np.empty(len(samples))
        self._next = 0

    @property
    def done(self) -> bool:
        """Whether every pair has been looked at."""
        return self._next >= len(self._samples)

    def advance(self, stop: Stop = GOES_ON) -> None:
        """Look at all pairs that are left, see `Look`."""
        rows = self._dataset.rows
        self._next = rule_cosines(
            self._network.W1T,
            self._network.W2,
            rows.starts,
            rows.indices,
            rows.values,
            self._dataset.Y,
            self._samples,
            self._next,
            len(self._samples),
            self._network.sigma1.code,
            self._network.sigma2.code,
            self._ws,
            self._exact,
            self._cosines,
            stop,
        )

    def result(self) -> RuleScan:
        """Return what was found; the job must be done."""
        found = self._cosines[~np.isnan(self._cosines)]
        if not len(found):
            return RuleScan(self.step, 0, *(float("nan") for _ in range(4)))
        low, high = np.percentile(found, (10, 90))
        return RuleScan(
            self.step,
            len(found),
            float(found.mean()),
            float(low),
            float(high),
            float((found < 0).mean()),
        )


class DifferencesJob:
    """Central differences of every weight that acts on one pair; the others' are 0.

    Of W₁ only the rows of `rows_compared`.  A weight whose input is 0 moves nothing, so its
    difference is E − E and needs no look.

    Parameters
    ----------
    network : Network
        The snapshot.
    step : int
        Its position.
    x : (n,) float64
    y : (d,) float64
    """

    def __init__(self, network: Network, step: int, x: Floats, y: Floats) -> None:
        self.step = step
        self._network, self._x, self._y = network, x, y
        self._size = default_step_size()
        self._columns: Ints = np.flatnonzero(x)
        rows = rows_compared(network.n_hidden, network.n_inputs)
        self._W1 = np.full((rows, network.n_inputs), np.nan)
        self._W2 = np.empty((network.n_outputs, network.n_hidden))
        self._next = -1  # what comes before the first row of W₁ is all of W₂
        self._differences: Differences | None = None

    @property
    def done(self) -> bool:
        """Whether every weight has been moved."""
        return self._next >= len(self._W1)

    def advance(self, stop: Stop = GOES_ON, seconds: float | None = None) -> None:
        """Move the weights of all rows left, or of some for about `seconds`, see `Look`."""
        begun = time.perf_counter()
        with np.errstate(all="ignore"):  # weights may be as large as doubles go
            while not self.done and not stop[0]:
                self._row(stop)
                if seconds is not None and time.perf_counter() - begun >= seconds:
                    break

    def _row(self, stop: Stop) -> None:
        """Move the weights of one more row; it is begun again where `stop` says so."""
        if self._differences is None:
            self._differences = Differences(self._network, self._x, self._y)
        if self._next < 0:
            all_units = np.arange(self._network.n_hidden)
            for j in range(self._network.n_outputs):
                self._W2[j] = _slope(self._differences.of_W2(j, all_units, self._size))
        else:
            row = np.zeros(self._network.n_inputs)
            wide = max(1, _DIFFERENCES // self._network.n_outputs)
            for at in range(0, len(self._columns), wide):
                if stop[0]:
                    return
                columns = self._columns[at : at + wide]
                row[columns] = _slope(self._differences.of_W1(self._next, columns, self._size))
            self._W1[self._next] = row
        self._next += 1

    def result(self) -> RuleDifferences:
        """Return what was found so far."""
        rows = max(self._next, 0)
        W1, W2 = (self._W1, self._W2) if self.done else (self._W1.copy(), self._W2.copy())
        if self._next < 0:
            W2.fill(np.nan)
        for array in (W1, W2):
            array.flags.writeable = False
        return RuleDifferences(self._network, self._x, self._y, W1, W2, rows)


def _slope(found: Slopes) -> Floats:
    """Return the slopes, NaN where a kink of ReLU lies between the two evaluations."""
    return np.where(found.kink, np.nan, found.slope)
