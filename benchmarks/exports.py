"""What it costs to write the numbers of every step to a file.

    python benchmarks/exports.py [--steps 1000000] [--hidden 32] [--quick]

A network on MNIST.  Each line is the processor time of a file of the newest steps, whose values are
kept, as a part of that of the same file by the csv module and by numpy.savetxt, which rounds
nothing away either ("%.17g"), and in seconds of this machine; then that of a file of steps that
are no longer kept, as a multiple of the time in which they were trained.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from arguments import a_count

from bpviz.datasets import load
from bpviz.exchange.tables import write_steps
from bpviz.training import Session, Settings
from bpviz.training.warmup import warm_up

TITLES = ("step", "loss", "gradient_W1", "gradient_W2", "learning_rate", "sample")


def seconds(action: Callable[[], object], rounds: int = 3) -> float:
    """Return the shortest processor time of an action."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        action()
        times.append(time.process_time() - begun)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=a_count, default=1_000_000)
    parser.add_argument("--hidden", type=a_count, default=32)
    parser.add_argument("--quick", action="store_true", help="iris, and a twentieth of the steps")
    options = parser.parse_args()
    count = min(options.steps, 2**20) // (20 if options.quick else 1)
    warm_up(lambda *_: None)
    data = load("iris" if options.quick else "mnist")
    run = Session(Settings(n_hidden=options.hidden, learning_rate=0.1), data)
    trained = seconds(lambda: run.advance(count), rounds=1)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        steps = range(run.tip - count, run.tip)
        history = [
            series(steps.start, steps.stop)
            for series in (run.history.loss, run.history.gradient_W1, run.history.gradient_W2)
        ]
        rates, samples = np.full(count, 0.1), np.array([run.sample_index(step) for step in steps])

        def by_the_module() -> None:
            with open(place / "c.csv", "w", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(TITLES)
                columns = (steps, *(each.tolist() for each in (*history, rates, samples)))
                writer.writerows(zip(*columns, strict=True))

        def by_numpy() -> None:
            table = np.column_stack([np.array(steps), *history, rates, samples])
            header = ",".join(TITLES)
            np.savetxt(place / "n.csv", table, "%.17g", delimiter=",", header=header, comments="")

        ours = seconds(lambda: write_steps(run.recorded_steps(steps.start), place / "s.csv"))
        arrays = seconds(lambda: write_steps(run.recorded_steps(steps.start), place / "s.npz"))
        begun = time.perf_counter()
        write_steps(run.recorded_steps(steps.start), place / "s.csv")
        took = time.perf_counter() - begun
        module, numpy = seconds(by_the_module, rounds=1), seconds(by_numpy, rounds=1)
        print(f"{count} steps as CSV: {ours / module:.3f} of the csv module's time")
        print(f"{count} steps as CSV: {ours / numpy:.3f} of numpy.savetxt's time")
        print(f"{count} steps as NPZ: {arrays / ours:.3f} of the time as CSV")
        print(f"{count} steps as CSV: {took:.2f} s on this machine, until it is on the disk")
        for branch in run.branches:
            branch.record.compact()
        again = seconds(lambda: write_steps(run.recorded_steps(steps.start), place / "s.csv"), 1)
        print(f"{count} steps computed again: {again / trained:.2f} of the time of training")


if __name__ == "__main__":
    main()
