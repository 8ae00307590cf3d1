"""How long a step takes, beside peers that do the same step in the same run on the same data.

One step everywhere: one MNIST pair, forward, the squared error, both gradients, the update; double
precision; the same initial weights, the same sequence of pairs, λ = 0.1.  Absolute times belong to
the machine that printed them; the ratios travel better.

    python benchmarks/engine.py [--hidden 16 32 100 300] [--seconds 2]

PyTorch, scikit-learn and JAX take part where they are installed (``pip install '.[bench]'``).
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from arguments import a_count, a_positive

# One thread for everybody: at this size more threads only make the peers slower.  NumPy's BLAS
# reads these when it is loaded.
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np
import peers

from bpviz.datasets import load
from bpviz.training import Session, Settings
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.warmup import warm_up

ROUNDS = 20


class Timed:
    """Something that takes steps, with the least time that one of them took so far."""

    def __init__(self, step_many: Callable[[int], None], budget: float) -> None:
        self._step_many = step_many
        self.seconds = float("inf")
        self._count = 32
        step_many(self._count)  # compile, fill caches
        while self.measure() * self._count < budget / ROUNDS and self._count < 2**20:
            self._count *= 2

    def measure(self) -> float:
        """Take one round of steps, in processor time: others' work on the machine is not counted.

        What their work takes from the caches still is, and only ever adds time: hence the least.
        """
        begun = time.process_time()
        self._step_many(self._count)
        now = (time.process_time() - begun) / self._count
        self.seconds = min(self.seconds, now)
        return now


def bpviz_steps(session: Session) -> Callable[[int], None]:
    def step_many(count: int) -> None:
        session.advance(count)

    return step_many


def check_agreement(l: int, makers: dict[str, peers.Maker], data: peers.Data) -> None:
    """Every peer must stand at the same weights after 200 steps, or it does other work."""
    session = Session(Settings(n_hidden=l), data.dataset)
    start = session.network
    session.advance(200)
    for name, make in makers.items():
        peer = make(start.W1, start.W2, data, 0.1)
        peer.steps(200)
        W1 = peer.W1()
        if W1 is None:
            continue
        error = float(np.abs(W1 - session.network.W1).max())
        if not error < 1e-9:
            raise SystemExit(f"{name} is {error:.1e} away from bpviz after 200 steps at l = {l}.")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--hidden", type=a_count, nargs="+", default=[16, 32, 100, 300])
    parser.add_argument("--seconds", type=a_positive, default=2.0, help="time for each entry")
    options = parser.parse_args()

    warm_up(lambda ready, total: None)
    dataset = load("mnist")
    session = Session(Settings(), dataset)
    order = np.array([session.sample_index(t) for t in range(60_000)])
    data = peers.Data(dataset, order)
    makers = peers.available()
    print(
        f"{platform.machine()}, Python {platform.python_version()}, NumPy {np.__version__}; "
        "one thread each, processor time, the least of rounds that take turns"
    )
    print(f"\n{'µs a step':28}" + "".join(f"{f'l = {l}':>12}" for l in options.hidden))
    times: dict[str, list[float]] = {}
    scans: list[float] = []
    for l in options.hidden:
        check_agreement(l, makers, data)
        session = Session(Settings(n_hidden=l), dataset)
        start = session.network
        runners = {"bpviz": bpviz_steps(session)}
        for name, make in makers.items():
            runners[name] = make(start.W1, start.W2, data, 0.1).steps
        timed = {name: Timed(steps, options.seconds) for name, steps in runners.items()}
        for _ in range(ROUNDS):
            for one in timed.values():
                one.measure()
        for name, one in timed.items():
            times.setdefault(name, []).append(one.seconds)
        scans.append(scan_seconds(session))
    for name, row in times.items():
        print(f"{name:28}" + "".join(f"{t * 1e6:12.2f}" for t in row))
    print("\nas multiples of bpviz")
    for name, row in times.items():
        if name != "bpviz":
            ratios = (t / own for t, own in zip(row, times["bpviz"], strict=True))
            print(f"{name:28}" + "".join(f"{ratio:11.1f}×" for ratio in ratios))
    print("\nGradient magnitudes of all 60 000 samples, as a number of training steps")
    steps = (s / own for s, own in zip(scans, times["bpviz"], strict=True))
    print(f"{'':28}" + "".join(f"{n:12.0f}" for n in steps))


def scan_seconds(session: Session) -> float:
    best = float("inf")
    for _ in range(5):
        job = ScanJob(
            session.network, 0, session.dataset, session.settings.gradient_rule, gradients=True
        )
        begun = time.process_time()
        job.advance()
        best = min(best, time.process_time() - begun)
    return best


if __name__ == "__main__":
    main()
