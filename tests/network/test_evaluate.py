"""`trace` and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.network import NetworkError, StepTrace, trace
from tests.network.pairs import make_pair

PAIR = make_pair(5, 4, 3)


def test_that_every_array_of_a_trace_is_read_only_and_its_own() -> None:
    x, y = PAIR.x.copy(), PAIR.y.copy()
    t = trace(PAIR.net, x, y)
    x[:], y[:] = 9, 9
    np.testing.assert_array_equal(t.x, PAIR.x)
    np.testing.assert_array_equal(t.y, PAIR.y)
    arrays = {name: v for name, v in vars(t).items() if isinstance(v, np.ndarray)}
    assert len(arrays) == 10
    for array in (*arrays.values(), t.grad_W1, t.grad_W2):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_that_gradients_are_the_outer_products_of_the_note() -> None:
    t = trace(PAIR.net, PAIR.x, PAIR.y)
    assert t.grad_W1.shape == (4, 5)
    assert t.grad_W2.shape == (3, 4)
    for k in range(3):
        np.testing.assert_array_equal(t.grad_W2[k], t.delta2[k] * t.h)  # N6
    for k in range(4):
        np.testing.assert_array_equal(t.grad_W1[k], t.delta1[k] * t.x)  # N8


def test_that_a_single_target_may_be_a_plain_number() -> None:
    pair = make_pair(3, 2, 1)
    t: StepTrace = trace(pair.net, pair.x, 0.25)
    assert t.y.tolist() == [0.25]


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        (np.zeros(4), np.zeros(3), r"x has the shape \(4,\); it must be \(5,\)"),
        (np.zeros((1, 5)), np.zeros(3), "x has the shape"),
        (np.zeros(5), np.zeros(2), r"y has the shape \(2,\); it must be \(3,\)"),
        (np.zeros(5), 1.0, "y has the shape"),
        (
            "12345",
            np.zeros(3),
            "x is not made of real numbers; it must be a vector of 5 real numbers",
        ),
        ([1, 2, 3, 4, None], [1, 2j, 3], "y is not made of real numbers"),
        (np.zeros(5), np.zeros(3, complex), "y is not made of real numbers"),
        ([[1, 2], [3]], np.zeros(3), "x is not made of real numbers"),
        ([1, 2, 3, 4, 10**400], np.zeros(3), "x is not made of real numbers"),
        ([1, 2, 3, 4, {}], np.zeros(3), "x is not made of real numbers"),
    ],
)
def test_that_a_pair_of_another_shape_or_kind_is_refused(x: object, y: object, words: str) -> None:
    with pytest.raises(NetworkError, match=words):
        trace(PAIR.net, x, y)  # type: ignore[arg-type]


def test_that_an_unknown_rule_is_refused_by_naming_both() -> None:
    with pytest.raises(NetworkError, match='"exact" or "as_printed"'):
        trace(PAIR.net, PAIR.x, PAIR.y, "printed")


def test_that_entries_of_x_that_are_not_numbers_show_in_z1() -> None:
    x = PAIR.x.copy()
    x[2] = np.nan
    assert np.isnan(trace(PAIR.net, x, PAIR.y).z1).all()


def test_that_whole_numbers_are_taken_as_doubles() -> None:
    t = trace(PAIR.net, [1, 0, 0, 2, 0], [1, 0, 1])
    right = trace(PAIR.net, [1.0, 0.0, 0.0, 2.0, 0.0], [1.0, 0.0, 1.0])
    assert (t.x.dtype, t.y.dtype) == (np.float64, np.float64)
    np.testing.assert_array_equal(t.delta1, right.delta1)
    assert t.loss == right.loss
