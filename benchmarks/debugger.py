"""What the debugger costs: breakpoints at full speed, and going anywhere in a long run.

    python benchmarks/debugger.py [--hidden 32 100] [--steps 1000000] [--seeks 400]

Two tables on MNIST, λ = 0.1.  The first is the speed with eight breakpoints armed that never stop
the run, as a share of the speed without any: in turns within one run, of which the medians count.
The second is how long a seek takes to a random step of a run of so many steps, within the default
memory budget, and how long a single step back takes.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from arguments import a_count, a_positive

from bpviz.datasets import Dataset, load
from bpviz.training import Breakpoint, Session, Settings
from bpviz.training.warmup import warm_up

NEVER = 2**62

EIGHT = (
    (Breakpoint.loss_above(1e9), 0),
    (Breakpoint.loss_below(-1.0), 0),
    (Breakpoint.gradient_above(1e9, "W1"), 0),
    (Breakpoint.gradient_above(1e9, "W2"), 0),
    (Breakpoint.misclassified(), NEVER),  # met often, but ignored
    (Breakpoint.saturated(1.1), 0),
    (Breakpoint.loss_jump(1e9), 0),
    (Breakpoint.label(3), NEVER),
)


def speed(session: Session, seconds: float) -> float:
    """Steps a second over about so long."""
    session.advance(1000)
    begun, first = time.perf_counter(), session.step
    while time.perf_counter() - begun < seconds:
        session.advance(5000)
    return (session.step - first) / (time.perf_counter() - begun)


def armed_share(data: Dataset, hidden: int, turns: int, seconds: float) -> tuple[float, float]:
    """Speed without breakpoints, and the share of it that is left with eight."""
    session = Session(Settings(n_hidden=hidden), data)
    speed(session, seconds)
    plain, share = [], []
    for _ in range(turns):
        session.breakpoints.clear()
        before = speed(session, seconds)
        for breakpoint, ignore in EIGHT:
            session.breakpoints.add(breakpoint, ignore=ignore)
        armed = speed(session, seconds)
        session.breakpoints.clear()
        after = speed(session, seconds)
        plain += [before, after]
        share.append(2 * armed / (before + after))
    return median(plain), median(share)


def times_of_moves(session: Session, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Milliseconds of random seeks, and of one step back from each place."""
    rng = np.random.default_rng(0)
    seeks, backs = [], []
    for step in rng.integers(1, session.tip, count).tolist():
        begun = time.perf_counter()
        session.seek(step)
        _ = session.network
        seeks.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        session.back(1)
        _ = session.network
        backs.append(time.perf_counter() - begun)
    return 1e3 * np.array(seeks), 1e3 * np.array(backs)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--hidden", type=a_count, nargs="+", default=[32, 100])
    parser.add_argument("--steps", type=a_count, default=1_000_000)
    parser.add_argument("--seeks", type=a_count, default=400)
    parser.add_argument("--turns", type=a_count, default=9)
    parser.add_argument("--seconds", type=a_positive, default=0.4)
    options = parser.parse_args()
    data = load("mnist")
    warm_up(lambda done, total: None)
    print("| l | steps/s without breakpoints | with eight armed |")
    print("|---|---|---|")
    for hidden in options.hidden:
        plain, share = armed_share(data, hidden, options.turns, options.seconds)
        print(f"| {hidden} | {plain:,.0f} | {100 * share:.0f} % |".replace(",", " "), flush=True)
    print()
    print("| l | steps | seek, median | p99 | one step back, median | p99 |")
    print("|---|---|---|---|---|---|")
    for hidden in options.hidden:
        session = Session(Settings(n_hidden=hidden), data)
        session.advance(options.steps)
        seeks, backs = times_of_moves(session, options.seeks)
        values = [np.median(seeks), np.quantile(seeks, 0.99), np.median(backs)]
        values.append(np.quantile(backs, 0.99))
        cells = " | ".join(f"{value:.1f} ms" for value in values)
        print(f"| {hidden} | {options.steps:,} | {cells} |".replace(",", " "), flush=True)


if __name__ == "__main__":
    main()
