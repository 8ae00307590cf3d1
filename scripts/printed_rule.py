"""The note's printed gradient on trial: the tables and the figures of docs/math.md.

    python scripts/printed_rule.py                       print the tables
    python scripts/printed_rule.py --figures docs/images make the figures as well

The exact rule (N5–N8) and the printed one train MNIST from the same weights with the same pairs.
Along both runs the two gradients of W₁ are compared with each other, and with central differences.
Smaller data sets are trained from 20 seeds each.  The same seed gives the same tables; it takes
about half a minute.  `scripts/worked_example.py` prints the example that can be followed by head.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from printed_rule_runs import EXACT, PAIRS, PRINTED, Place, cosine, minus, run

from bpviz.cli import base_settings
from bpviz.datasets import DataRequest, load
from bpviz.network import Network, gradient_check, trace
from bpviz.options import Parser
from bpviz.options import count as count_type
from bpviz.training import Session

STEPS = (0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 60_000)
"""Rows of the table of the two runs."""

SEEDS = 20
SMALL_STEPS = 20_000


def dense_steps() -> list[int]:
    """Return the steps that the curves of the figures are drawn through: twelve a decade."""
    return sorted({*STEPS, *(round(10 ** (i / 12)) for i in range(57))})


def count(number: int) -> str:
    """Write a count in groups of three digits."""
    return f"{number:,}".replace(",", "\u202f")


def runs_rows(exact: list[Place], printed: list[Place]) -> list[str]:
    """Return the table of what comes of both runs."""
    rows = [
        "| step | test loss, exact | printed | test accuracy, exact | printed |",
        "|---|---|---|---|---|",
    ]
    for e, p in zip(exact, printed, strict=True):
        rows.append(
            f"| {count(e.step)} | {e.loss:.3f} | {p.loss:.3f} "
            f"| {e.accuracy:.1%} | {p.accuracy:.1%} |"
        )
    return [row.replace("%", " %") for row in rows]


def direction_rows(exact: list[Place], printed: list[Place]) -> list[str]:
    """Return the table of how the two gradients of W₁ lie to each other along both runs."""
    rows = [
        "| step | cosine, exact run | printed run | pairs uphill, exact run | printed run |",
        "|---|---|---|---|---|",
    ]
    for e, p in zip(exact, printed, strict=True):
        cells = [minus(f"{at.cosine:.2f}") for at in (e, p)]
        cells += [f"{at.uphill:.0%}" for at in (e, p)]
        rows.append(f"| {count(e.step)} | {' | '.join(cells)} |")
    return [row.replace("%", " %") for row in rows]


def inside_rows(exact: list[Place], printed: list[Place]) -> list[str]:
    """Return the table of what becomes of the network in both runs."""
    rows = [
        "| step | mean h, exact run | printed run | W₂ below 0, exact run | printed run "
        "| common part of ΔW₁, exact run | printed run |",
        "|---|---|---|---|---|---|---|",
    ]
    for e, p in zip(exact, printed, strict=True):
        cells = [f"{at.activation:.3f}" for at in (e, p)]
        cells += [f"{at.negative:.0%}" for at in (e, p)]
        cells += ["–" if at.step == 0 else f"{at.common:.1%}" for at in (e, p)]
        rows.append(f"| {count(e.step)} | {' | '.join(cells)} |")
    return [row.replace("%", " %") for row in rows]


def agreement_rows(exact: list[Place], printed: list[Place]) -> list[str]:
    """Return the table of how well both rules agree with central differences along both runs."""
    rows = [
        "| run | 1 − cosine of exact and differences, at most "
        "| cosine of printed and differences |",
        "|---|---|---|",
    ]
    for name, places in (("exact", exact), ("as printed", printed)):
        apart = max(1 - at.agreement[0] for at in places)
        cosines = [at.agreement[1] for at in places]
        rows.append(
            f"| {name} | {bound(apart)} | {minus(f'{min(cosines):.2f} … {max(cosines):.2f}')} |"
        )
    return rows


def checks_rows(seed: int) -> list[str]:
    """Return the table of gradient checks on the first pair of four data sets, at the start."""
    rows = [
        "| data set | n, l, d | largest error of ∂W₁, exact | printed | of ∂W₂, either "
        "| 1 − cosine with the differences, exact | cosine, printed |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in ("xor", "iris", "digits", "mnist"):
        data = load(name)
        network = Session(base_settings(DataRequest(name)).replace(seed=seed), data).network
        exact, printed = (
            gradient_check(network, data.X[0], data.Y[0], rule) for rule in (EXACT, PRINTED)
        )
        shape = f"{network.n_inputs}, {network.n_hidden}, {network.n_outputs}"
        apart = max(1 - cosine(exact.W1.analytic, exact.W1.numeric), 0.0)
        opposed = cosine(printed.W1.analytic, printed.W1.numeric)
        rows.append(
            minus(
                f"| {name} | {shape} | {exact.W1.max_relative_error:.0e} | "
                f"{printed.W1.max_relative_error:.2f} | {exact.W2.max_relative_error:.0e} | "
                f"{bound(apart)} | {opposed:.2f} |"
            )
        )
    return rows


def bound(value: float) -> str:
    """Say that a value is below 1e-12, or what it is."""
    return "< 1e−12" if value < 1e-12 else minus(f"{value:.0e}")


def small_rows() -> list[str]:
    """Return the table of small data sets, each trained from `SEEDS` seeds with both rules."""
    rows = [
        "| data set | d | mean accuracy, exact | printed | seeds with 95 % or more, exact "
        "| printed |",
        "|---|---|---|---|---|---|",
    ]
    for name in ("and", "or", "xor", "iris"):
        data = load(name)
        found = []
        for rule in (EXACT, PRINTED):
            settings = base_settings(DataRequest(name)).replace(gradient_rule=rule)
            accuracies = []
            for seed in range(SEEDS):
                session = Session(settings.replace(seed=seed), data)
                session.advance(SMALL_STEPS)
                accuracies.append(session.accuracy())
            found.append(np.array(accuracies))
        means = " | ".join(f"{accuracy.mean():.1%}" for accuracy in found).replace("%", " %")
        good = " | ".join(f"{(accuracy >= 0.95).sum()} of {SEEDS}" for accuracy in found)
        rows.append(f"| {name} | {data.n_outputs} | {means} | {good} |")
    return rows


def special_rows() -> list[str]:
    """Return the table of weights W₂ with which the printed rule happens to be right, or nearly."""
    data = load("iris")
    session = Session(base_settings(DataRequest("iris")).replace(gradient_rule=PRINTED), data)
    drawn = session.network
    ones = Network(drawn.W1, np.ones_like(drawn.W2))
    t = trace(ones, data.X[0], data.Y[0], PRINTED)
    rate = session.learning_rate
    later = Network(ones.W1 - rate * t.grad_W1, ones.W2 - rate * t.grad_W2)
    rows = ["| W₂ | largest error of ∂W₁, as printed | cosine |", "|---|---|---|"]
    for words, network in (
        ("all ones", ones),
        ("all ones, one step later", later),
        ("all 2", Network(drawn.W1, np.full_like(drawn.W2, 2.0))),
        ("all −1", Network(drawn.W1, -np.ones_like(drawn.W2))),
        ("as drawn", drawn),
    ):
        found = gradient_check(network, data.X[0], data.Y[0], PRINTED).W1
        error = found.max_relative_error
        written = f"{error:.0e}" if error < 1e-3 else f"{error:.2f}"
        rows.append(minus(f"| {words} | {written} | {cosine(found.analytic, found.numeric):.2f} |"))
    return rows


def main() -> None:
    """Print the tables, and make the figures if they are wanted."""
    parser = Parser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--seed",
        type=count_type("The seed", 0),
        default=0,
        help="of the weights and of the pairs on MNIST",
    )
    parser.add_argument(
        "--figures", type=Path, metavar="FOLDER", help="an existing folder to put the figures in"
    )
    options = parser.parse_args()
    if options.figures is not None and not options.figures.is_dir():
        parser.error(f"The folder {options.figures} does not exist.")
    data = load("mnist")
    steps = STEPS if options.figures is None else dense_steps()
    runs = [run(data, rule, options.seed, steps) for rule in (EXACT, PRINTED)]
    exact, printed = ([at for at in found if at.step in STEPS] for found in runs)
    for title, rows in (
        (
            "MNIST, l = 32, λ = 0.1, from the same start with the same pairs",
            runs_rows(exact, printed),
        ),
        (f"The two gradients of W₁, {PAIRS} pairs", direction_rows(exact, printed)),
        (f"The two networks from inside, {PAIRS} pairs", inside_rows(exact, printed)),
        ("Against central differences, one pair", agreement_rows(exact, printed)),
        ("Gradient checks at the start, first pair", checks_rows(options.seed)),
        (f"Small data sets after {SMALL_STEPS} steps, {SEEDS} seeds", small_rows()),
        ("Special weights, iris, first pair", special_rows()),
    ):
        print(f"{title}\n")
        print("\n".join(rows), end="\n\n", flush=True)
    if options.figures is not None:
        from printed_rule_figures import make_figures

        make_figures(options.figures, runs, data, options.seed)


if __name__ == "__main__":
    main()
