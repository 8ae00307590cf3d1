"""What a step costs, and what a run weighs, against n, l, d and m, over three decades of each.

Made-up inputs with as many zeros as MNIST has; one of the four sizes varies, the others stay at
n = 784, l = 32, d = 10, m = 1000.  Every point is the least of some rounds in which all points take
turns.  Writes docs/performance.md and its pictures.

    QT_QPA_PLATFORM=offscreen python benchmarks/scaling.py [--rounds 9] [--out docs] [--quick]

About a minute.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from arguments import a_count, a_folder
from scaling_page import write_page
from scaling_points import DENSITY, Point, Sizes

from bpviz.datasets import Dataset
from bpviz.network import CompressedRows, GradientRule, Network
from bpviz.training import Settings
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.run.engine import Engine

SLICE = 0.04
"""Seconds that a point gets in each round."""


BASE = Sizes()
SWEEPS: dict[str, Sequence[int]] = {
    "n": (10, 30, 100, 300, 784, 3000, 10_000),
    "l": (4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096),
    "d": (1, 3, 10, 30, 100, 300, 1000),
    "m": (100, 300, 1000, 3000, 10_000, 30_000, 100_000),
}
QUICK: dict[str, Sequence[int]] = {"n": (10, 784), "l": (8, 32), "d": (1, 10), "m": (100, 1000)}


def made_up(sizes: Sizes) -> Dataset:
    """Pairs of random numbers; the same for the same sizes."""
    draw = np.random.default_rng(1)
    entries = max(1, round(DENSITY * sizes.n))
    starts = np.arange(sizes.m + 1, dtype=np.int64) * entries
    # Columns that rise by random gaps: as scattered as MNIST's, and made without an (m, n) array.
    gaps = draw.random((sizes.m, entries + 1))
    ends = np.cumsum(gaps, axis=1)
    spread = (ends[:, :-1] / ends[:, -1:] * (sizes.n - entries)).astype(np.int64)
    columns = spread + np.arange(entries)
    kind = CompressedRows.index_type(sizes.n)
    values = draw.random(sizes.m * entries) + 0.01
    rows = CompressedRows(starts, columns.ravel().astype(kind), values, sizes.n)
    return Dataset("made up", "made up", rows, draw.random((sizes.m, sizes.d)))


class Trial:
    """An engine at some sizes, and the least time that a step took so far."""

    def __init__(self, sizes: Sizes) -> None:
        self.sizes = sizes
        data = made_up(sizes)
        self._engine = Engine(Settings(n_hidden=sizes.l), Pairs(data))
        self._engine.load(Network.initial(n_inputs=sizes.n, n_hidden=sizes.l, n_outputs=sizes.d))
        rows = data.rows
        arrays = (rows.starts, rows.indices, rows.values, data.input_norms, data.Y)
        self._bytes = sum(array.nbytes for array in arrays)
        self._order = np.random.default_rng(2).integers(0, sizes.m, 50_000)
        self._order.flags.writeable = False
        self._record = np.zeros((3, len(self._order)))
        self._count, self._least = 16, np.inf

    def measure(self) -> None:
        """Take steps for about `SLICE`, and keep the time if it is the least."""
        while True:
            begun = time.thread_time()
            samples, record = self._order[: self._count], self._record[:, : self._count]
            self._engine.run(samples, 1e-3, GradientRule.EXACT, record)
            took = time.thread_time() - begun
            self._least = min(self._least, took / self._count)
            if took > SLICE / 2 or self._count == len(self._order):
                return
            self._count = min(len(self._order), max(2 * self._count, int(SLICE / self._least)))

    @property
    def point(self) -> Point:
        """What came out."""
        weights = self._engine.W1T.nbytes + self._engine.W2.nbytes
        return Point(self.sizes, self._least, self._bytes, weights)


def sweep(letter: str, values: Sequence[int], rounds: int) -> tuple[list[Point], Point]:
    """Measure along one size; return the points, and the base measured in the same rounds."""
    trials = [Trial(replace(BASE, **{letter: value})) for value in values]
    base = Trial(BASE)
    for _ in range(rounds):
        for trial in (base, *trials):
            trial.measure()
    return [trial.point for trial in trials], base.point


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rounds", type=a_count, default=9)
    parser.add_argument(
        "--out", type=a_folder, default=Path(__file__).resolve().parents[1] / "docs"
    )
    parser.add_argument("--quick", action="store_true", help="two points each: does it work?")
    options = parser.parse_args()
    found = {}
    for letter, values in (QUICK if options.quick else SWEEPS).items():
        print(f"{letter}: {', '.join(map(str, values))}", flush=True)
        found[letter] = sweep(letter, values, 2 if options.quick else options.rounds)
    write_page(found, options.out)


if __name__ == "__main__":
    main()
