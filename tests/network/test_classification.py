"""The sides and edges of: wrongly classified, saturated."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.network import Activation
from bpviz.network.classification import classified_rightly, saturated_share

UP, DOWN = np.inf, -np.inf


def share(sigma1: Activation, h: list[float]) -> float:
    return saturated_share(sigma1.code, np.array(h))


@pytest.mark.parametrize(
    ("sigma1", "free", "full"),
    [
        (
            Activation.SIGMOID,
            [0.01, 0.99, 0.5],
            [np.nextafter(0.01, DOWN), np.nextafter(0.99, UP), 0.0, 1.0],
        ),
        (
            Activation.TANH,
            [0.98, -0.98, 0.0],
            [np.nextafter(0.98, UP), np.nextafter(-0.98, DOWN), 1.0, -1.0],
        ),
        (Activation.RELU, [5e-324, 1.0, 1e300], [0.0, -0.0]),
        (
            Activation.SOFTPLUS,
            [0.01, 0.5, 1e300],
            [np.nextafter(0.01, DOWN), 5e-324, 0.0],
        ),
        (Activation.IDENTITY, [0.0, 1.0, -1.0, 1e300], []),
    ],
)
def test_that_a_unit_is_saturated_only_beyond_the_edge(
    sigma1: Activation, free: list[float], full: list[float]
) -> None:
    for h in free:
        assert share(sigma1, [h]) == 0.0, h
    for h in full:
        assert share(sigma1, [h]) == 1.0, h


def test_that_the_share_is_of_all_hidden_units() -> None:
    assert share(Activation.SIGMOID, [0.001, 0.5, 0.999, 0.5, 0.5]) == 2 / 5
    assert share(Activation.RELU, [0.0, 0.0, 0.0, 2.0]) == 3 / 4


@pytest.mark.parametrize(
    ("f", "label", "right"),
    [
        ([0.5], 1, True),
        ([0.5], 0, False),
        ([np.nextafter(0.5, DOWN)], 0, True),
        ([np.nextafter(0.5, DOWN)], 1, False),
        ([-3.0], 0, True),
        ([7.0], 1, True),
        ([0.2, 0.1], 0, True),
        ([0.2, 0.1], 1, False),
        ([-2.0, -1.0, -3.0], 1, True),
        ([0.7, 0.7], 0, True),
        ([0.7, 0.7], 1, False),
    ],
)
def test_that_the_largest_output_decides_and_of_one_the_side_of_the_threshold(
    f: list[float], label: int, right: bool
) -> None:
    assert classified_rightly(np.array(f), label, 0.5) is right
    if len(f) == 1:
        assert classified_rightly(np.array([2 * f[0] - 1]), label, 0.0) is right
