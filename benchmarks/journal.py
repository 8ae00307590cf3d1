"""What a change costs in a run with many of them.

    python benchmarks/journal.py [--entries 100000] [--branches 1000] [--quick]

A small network on XOR.  Each line is the time of something late in a run as a multiple of the time
of the same thing early in it: an entry of the journal, a fork in a chain
of branches, one edit of many at the same step.  1 means that it costs the same at any length.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from arguments import a_count

from bpviz.datasets import load
from bpviz.training import Session, Settings
from bpviz.training.warmup import warm_up


def new_run(hidden: int = 4, dataset: str = "xor") -> Session:
    """Return a run that has made some steps."""
    session = Session(Settings(n_hidden=hidden, learning_rate=0.1), load(dataset))
    session.advance(100)
    return session


def seconds(action: Callable[[int], object], numbers: range, rounds: int = 9) -> float:
    """Return the median processor time of one `action` over rounds of them."""
    size = max(len(numbers) // rounds, 1)
    times = []
    for first in range(numbers.start, numbers.stop, size):
        count = min(size, numbers.stop - first)
        begun = time.process_time()
        for number in range(first, first + count):
            action(number)
        times.append((time.process_time() - begun) / count)
    return median(times)


def compared(action: Callable[[int], object], many: int) -> float:
    """Return the time of the last hundredth of `many` actions as a multiple of that of the first,
    the very first ten left out."""
    part = max(many // 100, 20)
    for number in range(10):
        action(number)
    early = seconds(action, range(10, 10 + part))
    for number in range(10 + part, many - part):
        action(number)
    return seconds(action, range(many - part, many)) / early


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=a_count, default=100_000, help="(default: 100000)")
    parser.add_argument("--branches", type=a_count, default=1_000, help="(default: 1000)")
    parser.add_argument("--quick", action="store_true", help="a few of each, to see that it works")
    chosen = parser.parse_args()
    entries, branches = (300, 60) if chosen.quick else (chosen.entries, chosen.branches)
    warm_up(lambda ready, total: None)

    run = new_run()

    def change(number: int) -> None:
        run.set_learning_rate(0.1 + 1e-6 * (number + 1))
        run.advance(1)

    print(f"entry {entries:,} of the journal, against the first: {compared(change, entries):.2f}")

    run = new_run()

    def fork(number: int) -> None:
        run.advance(5)
        run.back(2)
        run.set_learning_rate(0.1 + 1e-6 * (number + 1))

    print(f"fork {branches:,} in a chain, against the first: {compared(fork, branches):.2f}")

    run = new_run(hidden=64, dataset="digits")
    edits = min(entries, 64 * run.dataset.n_inputs)

    def edit(number: int) -> None:
        run.edit_weight("W1", number % 64, number // 64, 0.5)

    print(f"edit {edits:,} at one step, against the first: {compared(edit, edits):.2f}")


if __name__ == "__main__":
    main()
