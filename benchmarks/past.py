"""What questions at the past of a run take, as a multiple of what the run itself took.

MNIST, one process, in turns; processor time, the least of some rounds.  A curve or a query of so
many steps is compared with the training of so many steps; with data breakpoints armed that are
never met, training is compared with training without.

    python benchmarks/past.py [--hidden 32] [--steps 200000] [--rounds 5]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from arguments import a_count

from bpviz.datasets import load
from bpviz.training import Breakpoint, Session, Settings
from bpviz.training.breakpoint_text import breakpoint_of
from bpviz.training.warmup import warm_up

CURVES = {
    "curve of a weight": ("W1[3, 400]",),
    "curves of eight cheap numbers": (
        "W1[3, 400]", "W1[7, 300]", "W2[0, 3]", "W2[9, 9]", "h[3]", "delta1[5]", "f[7]", "z1[1]",
    ),
    "curve of ‖W₁[3, ·]‖": ("norm W1[3, :]",),
    "curve of ‖W₁‖": ("norm W1",),
    "curve of f on a sample": ("f[7] of sample 41",),
}  # fmt: skip
QUERIES = (
    "W1[3, 400] > 1e9", "W1[3, 400] changes sign", "W1[3, 400] moves by > 1", "h[3] > 2",
    "delta1[3] moves by > 9", "misclassified", "saturated >= 0.99", "loss > 3 x mean",
    "loss > 1.9", "sample 41", "norm W1 > 1e9", "norm W1 moves by > 9",
    "loss of sample 41 > 9", "f[7] of sample 41 moves by > 9",
)  # fmt: skip
ARMED = {
    "eight on weights": [
        text.format(i, 100 + 70 * i)
        for i in range(4)
        for text in ("W1[{0}, {1}] > 1e9", "W1[{0}, {1}] moves by > 9")
    ],
    "eight on the step's own pair": [
        "h[3] > 2", "h[5] < -1", "z1[2] > 1e9", "f[7] > 2", "f[1] < -1", "delta1[3] > 9",
        "delta2[4] moves by > 99", "loss moves by > 99",
    ],
    "eight that change signs or move": [
        "W1[1, 200] moves by > 9", "W1[2, 300] moves by > 9", "W2[0, 3] moves by > 9",
        "W2[9, 9] moves by > 9", "W1[3, 400] moves by > 9", "h[1] changes sign",
        "f[3] changes sign", "z1[9] moves by > 1e9",
    ],
    "one on ‖W₁‖": ["norm W1 > 1e9"],
    "one on a move of ‖W₁‖": ["norm W1 moves by > 9"],
    "one on the loss of a sample": ["loss of sample 41 > 99"],
}  # fmt: skip


LEAST = 10
"""Hidden units that these name."""


def seconds(act: Callable[[], object]) -> float:
    """Return the processor time of one call."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--hidden", type=a_count, default=32)
    parser.add_argument("--steps", type=a_count, default=200_000)
    parser.add_argument("--rounds", type=a_count, default=5)
    options = parser.parse_args()
    if options.hidden < LEAST:
        parser.error(f"--hidden is {options.hidden}; use at least {LEAST}.")
    warm_up(lambda ready, total: None)
    data, steps = load("mnist"), options.steps
    past = Session(Settings(n_hidden=options.hidden), data)
    past.advance(2 * steps)

    def trained(texts: tuple[str, ...] | list[str] = ()) -> Callable[[], object]:
        session = Session(Settings(n_hidden=options.hidden), data)
        session.advance(2000)
        for text in texts:
            session.breakpoints.add(breakpoint_of(text))
        return lambda: session.advance(steps)

    def search(condition: Breakpoint) -> Callable[[], object]:
        return lambda: past.find(condition, steps, 2 * steps)

    def curve(texts: tuple[str, ...]) -> Callable[[], object]:
        return lambda: past.watched(texts, steps, 2 * steps - 1)

    asked = {name: curve(texts) for name, texts in CURVES.items()}
    asked |= {f"find {text}": search(breakpoint_of(text)) for text in QUERIES}
    least: dict[str, float] = {}
    for _ in range(options.rounds):
        turns = {"training": trained(), **asked}
        turns |= {f"training with {name}": trained(texts) for name, texts in ARMED.items()}
        for name, act in turns.items():
            least[name] = min(least.get(name, float("inf")), seconds(act))
    base = least.pop("training")
    print(
        f"MNIST, l = {options.hidden}, {steps} steps: training {1e6 * base / steps:.2f} µs a step"
    )
    for name, spent in least.items():
        print(f"{name:50} {spent / base:6.2f} times that")


if __name__ == "__main__":
    main()
