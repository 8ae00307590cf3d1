"""What it costs to save a long run and to open it at its position.

    python benchmarks/documents.py [--dataset mnist] [--hidden 32] [--steps 1000000] [--quick]

Times are of the processor and the disk of this machine, the best of some rounds; beside each stands
what it is a multiple of: NumPy writing the same arrays to an NPZ file that reaches the disk, the
data set loaded alone, and the steps taken once more.  Asked are 1.5 s for opening, the data
included.  A copy (`Session.document`) is all that a run waits for while it is saved.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from arguments import a_count

from bpviz.datasets import load
from bpviz.datasets.suited import suited
from bpviz.training import Session, Settings
from bpviz.training.document.archive import read, write
from bpviz.training.document.restoring import data_of
from bpviz.training.warmup import warm_up


def best(action: Callable[[], object], rounds: int) -> float:
    """Return the seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        action()
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dataset", default="mnist", help="(default: mnist)")
    parser.add_argument("--hidden", type=a_count, default=32, help="(default: 32)")
    parser.add_argument("--steps", type=a_count, default=1_000_000, help="(default: 1000000)")
    parser.add_argument("--quick", action="store_true", help="a small run, to see that it works")
    chosen = parser.parse_args()
    name, steps, rounds = chosen.dataset, chosen.steps, 5
    if chosen.quick:
        name, steps, rounds = "iris", 5000, 1
    warm_up(lambda ready, total: None)
    data = load(name)
    found = suited(data.request) if data.request is not None else None
    rate = 0.1 if found is None else found.learning_rate
    run = Session(Settings(n_hidden=chosen.hidden, learning_rate=rate), data)
    training = best(lambda: run.advance(steps), 1)
    run.seek(steps // 2)
    run.set_learning_rate(rate / 2)
    run.advance(steps // 10)
    run.edit_weight("W1", 0, 0, 0.5)
    run.seek(run.tip - run.tip // 30)
    with tempfile.TemporaryDirectory() as folder:
        path, peer = Path(folder) / "run.bpviz", Path(folder) / "peer.npz"
        copying = best(run.document, rounds)
        document = run.document()
        saving = best(lambda: write(document, path), rounds)

        def npz() -> None:
            with open(peer, "wb") as stream:
                np.savez(stream, *document.arrays.values())
                stream.flush()
                os.fsync(stream.fileno())

        numpy = best(npz, rounds)
        loading = best(lambda: load(name), rounds)
        reading = best(lambda: read(path), rounds)
        opening = best(lambda: Session.load(path).network, rounds)
        restoring = best(lambda: Session.restored(read(path), data)[0].network, rounds)
        assert data_of(document).digest == data.digest
        size, numpys = path.stat().st_size, peer.stat().st_size
    print(f"{name}, l = {chosen.hidden}, {steps:,} steps, and a branch of {run.tip:,}")
    print(f"size             {size / 2**20:8.2f} MB   {size / numpys:.3f} of NumPy's NPZ")
    print(f"recipe           {len(run.recipe()):8d} characters")
    print(f"copy             {1e3 * copying:8.1f} ms   {copying / training:.2e} of the training")
    print(f"saving           {1e3 * saving:8.1f} ms   {saving / numpy:.2f} of NumPy's NPZ")
    print(f"data alone       {1e3 * loading:8.1f} ms")
    print(f"reading the file {1e3 * reading:8.1f} ms")
    print(f"at its position  {1e3 * restoring:8.1f} ms   with the data at hand")
    print(f"opening          {1e3 * opening:8.1f} ms   {opening / loading:.2f} of the data alone, ",
          f"{opening / training:.4f} of the training", sep="")  # fmt: skip


if __name__ == "__main__":
    main()
