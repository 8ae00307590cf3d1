"""How far the functions of our own are from the true values, in units in the last place.

    python scripts/ulps.py [--millions 20]

The true values are those of NumPy's extended precision (at least 63 binary digits behind the
point), in which an error of half a unit is known to a thousandth.  A unit is the distance between
the doubles at the true value; where that is below the normal range, the smallest of all.  Printed
are the largest error over many random arguments, and for comparison those of NumPy and of the C
library where there are such functions.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from numpy.typing import NDArray

from bpviz.network import Activation, elementary
from bpviz.network.equations import activate
from bpviz.network.types import Floats

Wide = NDArray[np.longdouble]

_AT_ONCE = 2**18
_DIGITS = 2.0**-63
_TAU = np.longdouble("6.283185307179586476925286766559005768")


class Function(NamedTuple):
    """One function, the same in extended precision, and what is promised of it.

    Attributes
    ----------
    ours : callable
        (c,) float64 to (c,) float64.
    right : callable
        The same arguments, extended.
    draw : callable
        A random generator and a count to arguments.
    promised : float
        Units in the last place that the error never reaches.
    other : callable, optional
        Somebody else's.
    """

    ours: Callable[[Floats], Floats]
    right: Callable[[Wide], Wide]
    draw: Callable[[np.random.Generator, int], Floats]
    promised: float
    other: Callable[[Floats], Floats] | None = None


def _activation(kind: Activation, which: int) -> Callable[[Floats], Floats]:
    def compiled(t: Floats) -> Floats:
        both = np.empty((2, t.size))
        activate(kind.code, t, *both)
        return np.asarray(both[which])

    return compiled


def _near_and_far(last: float) -> Callable[[np.random.Generator, int], Floats]:
    """Return arguments of both signs: a third in −1 … 1, a third in −40 … 40, and of every size."""

    def draw(rng: np.random.Generator, count: int) -> Floats:
        sizes = np.exp(rng.uniform(math.log(1e-300), math.log(last), count))
        sizes = np.where(rng.random(count) < 0.5, sizes, np.exp(rng.uniform(-12, 6, count)))
        even = rng.uniform(0, np.where(rng.random(count) < 0.5, 1, min(40, last)))
        sizes = np.where(rng.random(count) < 2 / 3, even, sizes)
        return np.asarray(np.minimum(sizes, last) * rng.choice([-1.0, 1.0], count))

    return draw


def _uniform(rng: np.random.Generator, count: int) -> Floats:
    """Return numbers above 0, at most 1: even, near 0, near 1, and near eighths of a turn."""
    even = (rng.integers(0, 2**53, count) + 0.5) * 2.0**-53
    small = 2.0 ** -rng.uniform(0, 54, count)
    eighths = rng.integers(0, 9, count) / 8 + rng.choice([-1, 1], count) * small
    chosen = np.choose(rng.integers(0, 4, count), [even, small, 1.0 - small, eighths])
    return np.where((chosen > 0) & (chosen <= 1), chosen, even)


def _sigmoid(t: Wide) -> Wide:
    e = np.exp(-np.abs(t))
    return np.asarray(np.where(t >= 0, np.longdouble(1), e) / (1 + e))


def _slope(t: Wide) -> Wide:
    e = np.exp(-np.abs(t))
    return np.asarray(e / (1 + e) ** 2)


def _of_turns(u: Wide, quarter: int) -> Wide:
    """Return sin(2πu + quarter · π/2), after an exact reduction."""
    quarters = np.rint(4 * u)
    angle = (u - quarters / 4) * _TAU
    at = (quarters.astype(np.int64) + quarter) % 4
    return np.asarray(np.choose(at, [np.sin(angle), np.cos(angle), -np.sin(angle), -np.cos(angle)]))


FUNCTIONS = {
    "log u": Function(elementary.log, np.log, _uniform, 1.0, np.log),
    "cos 2πu": Function(
        lambda u: elementary.cos_sin_of_turns(u)[0], lambda u: _of_turns(u, 1), _uniform, 1.0
    ),
    "sin 2πu": Function(
        lambda u: elementary.cos_sin_of_turns(u)[1], lambda u: _of_turns(u, 0), _uniform, 1.0
    ),
    "sigmoid": Function(
        _activation(Activation.SIGMOID, 0), _sigmoid, _near_and_far(740.0), 2.5
    ),
    "sigmoid′": Function(_activation(Activation.SIGMOID, 1), _slope, _near_and_far(740.0), 4.5),
    "tanh": Function(
        _activation(Activation.TANH, 0), np.tanh, _near_and_far(740.0), 1.5,
        lambda t: np.array([math.tanh(one) for one in t.tolist()]),
    ),
    "tanh′": Function(
        _activation(Activation.TANH, 1), lambda t: 4 * _slope(2 * t), _near_and_far(370.0), 4.5
    ),
    "softplus": Function(
        _activation(Activation.SOFTPLUS, 0),
        lambda t: np.maximum(t, 0) + np.log1p(np.exp(-np.abs(t))),
        _near_and_far(740.0), 2.0, lambda t: np.asarray(np.logaddexp(0, t)),
    ),
    "softplus′": Function(
        _activation(Activation.SOFTPLUS, 1), _sigmoid, _near_and_far(740.0), 2.5
    ),
}  # fmt: skip


def error(found: Floats, right: Wide) -> float:
    """Return the largest distance, in units in the last place of `right`."""
    unit = np.spacing(np.abs(right.astype(np.float64)))
    return float(np.max(np.abs(found - right) / unit, initial=0.0))


def largest_errors(function: Function, points: int, seed: int = 0) -> tuple[float, float]:
    """Return the largest error over some points; and somebody else's, over few; NaN for none."""
    worst, others = 0.0, math.nan
    rng = np.random.default_rng(seed)
    for first in range(0, points, _AT_ONCE):
        t = function.draw(rng, min(_AT_ONCE, points - first))
        right = function.right(t.astype(np.longdouble))
        worst = max(worst, error(function.ours(t), right))
        if function.other is not None and first < 8 * _AT_ONCE:
            others = float(np.fmax(others, error(function.other(t), right)))
    return worst, others


def rows(points: int) -> Iterator[str]:
    """Yield the table, of which docs/math.md has the first two columns."""
    yield "| function | less than | largest error | of the library |"
    yield "|---|---|---|---|"
    for name, function in FUNCTIONS.items():
        worst, others = largest_errors(function, points)
        library = "" if math.isnan(others) else f"{others:.2f}"
        yield f"| {name} | {function.promised:g} | {worst:.2f} | {library} |"
        if worst >= function.promised:
            raise SystemExit(f"{name} is {worst:.3f} units away, which is too far.")


def is_wide_enough() -> bool:
    """Whether this machine's extended precision tells halves of a unit apart."""
    return float(np.finfo(np.longdouble).eps) <= _DIGITS


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--millions", type=float, default=20.0, help="random arguments of each")
    options: Any = parser.parse_args(arguments)
    if not is_wide_enough():
        raise SystemExit("This machine has no extended precision. Use one with an x86 processor.")
    for row in rows(int(options.millions * 1e6)):
        print(row, flush=True)


if __name__ == "__main__":
    main()
