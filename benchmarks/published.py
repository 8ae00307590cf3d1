"""Test errors on MNIST beside the published ones for the same kind of network.

    python benchmarks/published.py [--hidden 30 100 300 1000] [--seed 0] [--every-epoch]

The network is the note's: one hidden layer, sigmoids, no biases, ‖f − y‖², single pairs drawn at
random, one constant λ, pixels from 0 to 1, nothing else.  The first 50 000 training pictures are
trained on, the last 10 000 are the validation part, and the epoch that counts is the one at which
the *validation* part is classified best; the test set is only looked at.  One seed; the same seed
gives the same table to the last digit.

Published: Nielsen, Neural Networks and Deep Learning (2015), chapter 1: quadratic cost, biases,
mini-batches of 10, 30 epochs, the best epoch by the test set.  LeCun, Bottou, Bengio, Haffner,
Gradient-based learning applied to document recognition (1998), figure 9: two layers of weights,
mean squared error, as many steps as it takes.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from arguments import a_count, a_seed

from bpviz.datasets import Dataset, load
from bpviz.headless import look
from bpviz.training import Session, Settings
from bpviz.training.warmup import warm_up

VALIDATION = 10_000


@dataclass(frozen=True)
class Goal:
    """What is to be reached, and how long is tried.

    Attributes
    ----------
    error : float
        Published test error, 0 … 1.
    by : str
    epochs : int
    rate : float
        λ.
    """

    error: float
    by: str
    epochs: int
    rate: float


GOALS = {
    30: Goal(1 - 0.9542, "Nielsen 2015", 40, 0.1),
    100: Goal(1 - 0.9659, "Nielsen 2015", 30, 0.1),
    300: Goal(0.047, "LeCun et al. 1998", 15, 0.1),
    1000: Goal(0.045, "LeCun et al. 1998", 10, 0.1),
}


@dataclass(frozen=True)
class Epoch:
    """Accuracies after one epoch, 0 … 1."""

    number: int
    loss: float
    validation: float
    test: float


def split(data: Dataset) -> tuple[Dataset, Dataset]:
    """Return what is trained on, and the validation part."""
    assert data.labels is not None
    first = data.n_samples - VALIDATION
    parts = [
        Dataset.from_arrays(
            data.name, data.X[rows], data.Y[rows], labels=data.labels[rows],
            class_names=data.class_names, image_shape=data.image_shape,
        )
        for rows in (slice(0, first), slice(first, None))
    ]  # fmt: skip
    return parts[0], parts[1]


def accuracy(session: Session, data: Dataset) -> float:
    found = look(session, data).accuracy
    assert found is not None
    return found


def train(
    hidden: int, goal: Goal, seed: int, parts: tuple[Dataset, Dataset], test: Dataset
) -> list[Epoch]:
    training, validation = parts
    session = Session(Settings(n_hidden=hidden, learning_rate=goal.rate, seed=seed), training)
    epochs = []
    for number in range(1, goal.epochs + 1):
        session.advance(training.n_samples)
        loss = float(np.mean(session.history.loss(session.step - 10_000, session.step)))
        epochs.append(Epoch(number, loss, accuracy(session, validation), accuracy(session, test)))
    return epochs


def per_cent(share: float) -> str:
    return f"{100 * share:.2f} %"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--hidden", type=a_count, nargs="+", default=[*GOALS], choices=[*GOALS])
    parser.add_argument("--seed", type=a_seed, default=0)
    parser.add_argument(
        "--every-epoch", action="store_true", help="print the results after each epoch too"
    )
    options = parser.parse_args()
    begun = time.perf_counter()
    data = load("mnist")
    assert data.test is not None
    parts = split(data)
    warm_up(lambda ready, total: None)
    lines = []
    for hidden in options.hidden:
        goal, since = GOALS[hidden], time.perf_counter()
        epochs = train(hidden, goal, options.seed, parts, data.test)
        seconds = time.perf_counter() - since
        best = max(epochs, key=lambda epoch: (epoch.validation, -epoch.number))
        last = epochs[-1]
        reached = "yes" if 1 - best.test <= goal.error else "NO"
        if options.every_epoch:
            print(f"\nl = {hidden}, λ = {goal.rate}\n\nepoch  mean loss  validation     test")
            for epoch in epochs:
                print(
                    f"{epoch.number:5}  {epoch.loss:9.5f}  {per_cent(1 - epoch.validation):>10}"
                    f"  {per_cent(1 - epoch.test):>7}"
                )
        lines.append(
            f"| {hidden} | {per_cent(goal.error)} ({goal.by}) | {per_cent(1 - best.test)} "
            f"(epoch {best.number}) | {per_cent(1 - last.test)} (epoch {last.number}) "
            f"| {reached} | {seconds:.0f} s |"
        )
        print(f"l = {hidden} done", file=sys.stderr, flush=True)
    print()
    print("| l | published test error | best epoch by validation | last epoch | reached | took |")
    print("|---|---|---|---|---|---|")
    print("\n".join(lines))
    print(f"\nseed {options.seed}, λ = 0.1, {time.perf_counter() - begun:.0f} s in all")


if __name__ == "__main__":
    main()
