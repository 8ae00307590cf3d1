"""What it is worth not to look up where an input's weights lie, and to multiply by zeros for it.

The same pairs and steps in three ways, of one engine:

  looked up   zeros are left out, and the row of W₁ᵀ of each input is looked up (a further input
              that is always zero sees to that)
  in turn     zeros are kept and multiplied, and rows of W₁ᵀ are taken one after the other
  engine      what happens by itself: rows without zeros in turn, all others looked up

Printed are "in turn" and "engine" as multiples of "looked up", in processor time, for 10 outputs:
below 1 is faster.

    python benchmarks/density.py [--inputs 3 30 784] [--hidden 8 32 100]
                                 [--densities 0.2 0.5 0.6 0.75 0.9 1.0] [--rounds 6] [--quick]

Where arrays happen to lie in memory counts for up to a tenth.  So each way is measured at several
places, by turns in random order, and the least time counts.  About a minute.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from arguments import a_count, a_share

from bpviz.datasets import Dataset
from bpviz.network import CompressedRows, GradientRule, Network
from bpviz.training import Settings
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.run.engine import Engine

LOOKED_UP, IN_TURN, ENGINE = "looked up", "in turn", "engine"
PAIRS, OUTPUTS, RATE = 1000, 10, 1e-3
SLICE = 0.01
"""Seconds that each way gets at each place in each round."""

PLACES = 4


def inputs(n: int, density: float) -> np.ndarray:
    """Random numbers, a share `density` of them not zero; (pairs, n), the same for the same n."""
    draw = np.random.default_rng(1)
    X = draw.random((PAIRS, n)) + 0.01
    zero = draw.random((PAIRS, n)) >= density
    X[zero] = 0.0
    return X


def rows_for(way: str, X: np.ndarray) -> CompressedRows:
    """The rows of `X` as the engine must get them to take this way."""
    n = X.shape[1]
    if way == IN_TURN:
        columns = np.tile(np.arange(n, dtype=CompressedRows.index_type(n)), PAIRS)
        return CompressedRows(np.arange(PAIRS + 1) * n, columns, X.ravel().copy(), n)
    rows = CompressedRows.from_dense(X)
    if way == LOOKED_UP:
        return CompressedRows(rows.starts, rows.indices, rows.values, n + 1)
    return rows


class Trial:
    """An engine with arrays of its own, and the least time that a step of it took so far."""

    def __init__(self, way: str, X: np.ndarray, hidden: int) -> None:
        self.way, self._n = way, X.shape[1]
        targets = np.random.default_rng(2).random((PAIRS, OUTPUTS))
        data = Dataset("made up", "made up", rows_for(way, X), targets)
        start = Network.initial(n_inputs=self._n, n_hidden=hidden, n_outputs=OUTPUTS)
        self._engine = Engine(Settings(n_hidden=hidden), Pairs(data))
        self._engine.W1T[: self._n], self._engine.W2[:] = start.W1T, start.W2
        self._order = np.random.default_rng(3).integers(0, PAIRS, 50_000)
        self._order.flags.writeable = False
        self._record = np.zeros((3, len(self._order)))
        self.seconds = np.inf
        self.steps(100)  # compile, fill caches
        self.after_some = self._engine.W1T[: self._n].copy()

    def steps(self, count: int) -> float:
        """Take the first steps of the order; return the seconds that one took."""
        begun = time.thread_time()
        self._engine.run(self._order[:count], RATE, GradientRule.EXACT, self._record[:, :count])
        return (time.thread_time() - begun) / count

    def measure(self, seconds: float) -> None:
        """Take steps for about so long, and keep the time of one if it is the least."""
        likely = self.seconds if np.isfinite(self.seconds) else self.steps(200)
        count = int(np.clip(seconds / max(likely, 1e-9), 100, len(self._order)))
        self.seconds = min(self.seconds, self.steps(count))


def measured(n: int, hidden: int, density: float, rounds: int) -> tuple[float, float]:
    """Return the times of "in turn" and "engine" as multiples of "looked up"."""
    X = inputs(n, density)
    ways = [LOOKED_UP, IN_TURN, ENGINE] * PLACES
    random.shuffle(ways)
    trials = [Trial(way, X, hidden) for way in ways]
    for trial in trials:
        if not np.array_equal(trial.after_some, trials[0].after_some):
            raise SystemExit(f"{trial.way} leads elsewhere than {trials[0].way}, n = {n}.")
    for _ in range(rounds):
        random.shuffle(trials)
        for trial in trials:
            trial.measure(SLICE)
    least = {way: min(t.seconds for t in trials if t.way == way) for way in set(ways)}
    return least[IN_TURN] / least[LOOKED_UP], least[ENGINE] / least[LOOKED_UP]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--inputs", type=a_count, nargs="+", default=[3, 30, 784])
    parser.add_argument("--hidden", type=a_count, nargs="+", default=[8, 32, 100])
    shares = [0.2, 0.5, 0.6, 0.75, 0.9, 1.0]
    parser.add_argument("--densities", type=a_share, nargs="+", default=shares)
    parser.add_argument("--rounds", type=a_count, default=6)
    parser.add_argument("--quick", action="store_true", help="one round: does it work at all?")
    options = parser.parse_args()
    print("as multiples of every row looked up, by the share of inputs that are not zero")
    print(f"{'':28}" + "".join(f"{share:8.2f}" for share in options.densities))
    for n in options.inputs:
        for hidden in options.hidden:
            rounds = 1 if options.quick else options.rounds
            found = [measured(n, hidden, share, rounds) for share in options.densities]
            for way, ratios in zip((IN_TURN, ENGINE), zip(*found, strict=True), strict=True):
                head = f"n = {n}, l = {hidden}, {way}"
                print(f"{head:28}" + "".join(f"{ratio:8.2f}" for ratio in ratios), flush=True)


if __name__ == "__main__":
    main()
