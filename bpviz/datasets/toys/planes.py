"""Toys of two classes of points in the plane, one after the other, half of the samples each."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bpviz.datasets.entry import Chosen
from bpviz.datasets.toys.random_numbers import Draws, steady
from bpviz.datasets.toys.samples import Samples, two_classes
from bpviz.network.elementary import cos_sin_of_turns
from bpviz.network.types import Floats, Ints

_SQUARES = 3
_SIDE = 3.0
_TURNS = 1.25
_REACH = 2.5
"""Distance of a spiral's end from the origin."""
_START = 0.02
"""Where a spiral begins, as a share of its area: at the origin both would be in one point."""


def gaussians(chosen: Chosen) -> Samples:
    """Return a round cloud about (−1, −1), class 0, and one about (1, 1), class 1."""
    draws, labels = Draws(chosen.seed), _classes(chosen)
    centre = 2.0 * labels - 1.0
    return _moved(np.column_stack([centre, centre]), labels, draws, chosen.noise)


def circles(chosen: Chosen) -> Samples:
    """Return a circle of radius 2, class 0, and one of radius 1 inside it, class 1."""
    draws, labels = Draws(chosen.seed), _classes(chosen)
    return _moved(_polar(2.0 - labels, draws.uniform(len(labels))), labels, draws, chosen.noise)


def moons(chosen: Chosen) -> Samples:
    """Return two interleaved half circles, the upper one class 0, the lower one class 1."""
    draws, labels = Draws(chosen.seed), _classes(chosen)
    turns = 0.5 * draws.uniform(len(labels))
    points = _polar(1.0 - 2.0 * labels, turns)  # the lower one is turned by half a turn
    points += np.where(labels[:, np.newaxis] == 0, [-0.5, -0.25], [0.5, 0.25])
    return _moved(points, labels, draws, chosen.noise)


def spirals(chosen: Chosen) -> Samples:
    """Return two arms around the origin, half a turn apart."""
    draws, labels = Draws(chosen.seed), _classes(chosen)
    way = np.sqrt(_START + (1.0 - _START) * draws.uniform(len(labels)))
    return _moved(_polar(_REACH * way, _TURNS * way + 0.5 * labels), labels, draws, chosen.noise)


def checkerboard(chosen: Chosen) -> Samples:
    """Return points on a board of 3×3 squares, class 0 in the middle and in the corners."""
    draws, labels = Draws(chosen.seed), _classes(chosen)
    m = len(labels)
    squares = np.array(list(np.ndindex(_SQUARES, _SQUARES)), dtype=np.float64)
    even, odd = squares[0::2], squares[1::2]  # in this order they alternate, as 3 is odd
    square = np.where(
        labels[:, np.newaxis] == 0, even[draws.below(len(even), m)], odd[draws.below(len(odd), m)]
    )
    inside = np.column_stack([draws.uniform(m), draws.uniform(m)])
    return _moved(_SIDE * (square + inside - _SQUARES / 2), labels, draws, chosen.noise)


def _classes(chosen: Chosen) -> Ints:
    return np.arange(chosen.n_samples, dtype=np.int64) % 2


def _polar(radius: NDArray[np.floating[Any]], turns: Floats) -> Floats:
    return np.column_stack([radius * each for each in cos_sin_of_turns(turns)])


def _moved(points: Floats, labels: Ints, draws: Draws, noise: float) -> Samples:
    """Return the samples, moved by noise in both directions; their places stay as it changes."""
    m = len(points)
    moved = points + noise * np.column_stack([draws.normal(m), draws.normal(m)])
    return two_classes(steady(moved), labels)
