"""The compiled angle between both gradient rules, against the matrices themselves."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import CompressedRows, GradientRule, Network, trace
from bpviz.network.rule_cosines import cosine, rule_cosines
from bpviz.network.types import Floats
from tests.network.pairs import Pair, make_pair, pairs
from tests.network.stops import set_with


def found(
    net: Network, X: Floats, Y: Floats, samples: list[int] | None = None, end: int | None = None
) -> Floats:
    """The kernel's cosines of some rows of X, stopped at one of them if `end` is given."""
    rows = CompressedRows.from_dense(X)
    which = np.arange(len(X)) if samples is None else np.array(samples, dtype=np.int64)
    which.flags.writeable = False
    ws = make_pair(net.n_inputs, net.n_hidden, net.n_outputs).ws
    cosines = np.full(len(which), 7.0)
    stop = np.zeros(1, np.uint8) if end is None else set_with(cosines, end)
    ended = rule_cosines(
        net.W1T, net.W2, rows.starts, rows.indices, rows.values, Y, which, 0, len(which),
        net.sigma1.code, net.sigma2.code, ws, np.empty(net.n_hidden), cosines, stop,
    )  # fmt: skip
    assert ended == (len(which) if end is None else end + 1)
    return cosines


def dense(net: Network, x: Floats, y: Floats) -> float:
    """The angle between the matrices of l × n entries, by definition; NaN where there is none."""
    exact = trace(net, x, y, GradientRule.EXACT).grad_W1
    printed = trace(net, x, y, GradientRule.AS_PRINTED).grad_W1
    lengths = np.linalg.norm(exact), np.linalg.norm(printed)
    if not all(0 < length < math.inf for length in lengths):
        return math.nan
    return float(((exact / lengths[0]) * (printed / lengths[1])).sum())


@given(pairs(st.sampled_from([0.1, 1.0, 5.0])))
def test_that_it_is_the_cosine_of_the_two_dense_gradients(pair: Pair) -> None:
    value = found(pair.net, pair.x[np.newaxis], pair.y[np.newaxis])[0]
    right = dense(pair.net, pair.x, pair.y)
    assert math.isnan(value) == math.isnan(right)
    if not math.isnan(right):
        assert value == pytest.approx(right, abs=1e-9)


def test_that_it_looks_at_the_samples_asked_for_in_their_order(digits: Dataset) -> None:
    net = Network.initial(n_inputs=64, n_hidden=5, n_outputs=10, seed=3)
    X = np.array([digits.x(i) for i in range(6)])
    some = found(net, X, digits.Y[:6], [4, 0, 3])
    assert some == pytest.approx([dense(net, X[i], digits.Y[i]) for i in (4, 0, 3)], abs=1e-12)


def test_that_it_ends_after_the_sample_at_hand(digits: Dataset) -> None:
    net = Network.initial(n_inputs=64, n_hidden=5, n_outputs=10, seed=3)
    X = np.array([digits.x(i) for i in range(6)])
    whole, some = found(net, X, digits.Y[:6]), found(net, X, digits.Y[:6], end=2)
    assert some.tolist() == [*whole[:3], 7.0, 7.0, 7.0]


def test_that_an_input_of_zeros_has_no_angle() -> None:
    pair = make_pair(4, 3, 2)
    assert math.isnan(found(pair.net, np.zeros((1, 4)), pair.y[np.newaxis])[0])


def test_that_equal_rows_of_ones_as_output_weights_make_both_rules_one() -> None:
    pair = make_pair(5, 4, 3)
    net = Network(pair.net.W1, np.ones((3, 4)))
    assert found(net, pair.x[np.newaxis], pair.y[np.newaxis])[0] == pytest.approx(1.0)
    against = Network(pair.net.W1, -np.ones((3, 4)))
    assert found(against, pair.x[np.newaxis], pair.y[np.newaxis])[0] == pytest.approx(-1.0)


@given(st.integers(0, 999), st.sampled_from([1e-200, 1.0, 1e200]), st.sampled_from([1e-200, 1e200]))
def test_that_the_cosine_does_not_depend_on_lengths(seed: int, a: float, b: float) -> None:
    rng = np.random.default_rng(seed)
    u, v = rng.normal(size=6), rng.normal(size=6)
    right = float(u @ v / np.linalg.norm(u) / np.linalg.norm(v))
    assert cosine(a * u, b * v) == pytest.approx(right, abs=1e-12)


@pytest.mark.parametrize("bad", [0.0, math.inf, math.nan])
def test_that_there_is_no_cosine_to_what_is_zero_or_not_finite(bad: float) -> None:
    assert math.isnan(cosine(np.ones(3), np.full(3, bad)))
    assert math.isnan(cosine(np.full(3, bad), np.ones(3)))


def test_that_no_rounding_leads_beyond_a_cosine_of_one() -> None:
    rng = np.random.default_rng(4)
    vectors = [a for size in (2, 3, 5, 9) for a in rng.normal(size=(500, size))]
    same, opposite = ([cosine(a, factor * a) for a in vectors] for factor in (1.0, -3.0))
    assert (max(same), min(opposite)) == (1.0, -1.0)
    np.testing.assert_allclose(same, 1.0, rtol=1e-15)
    np.testing.assert_allclose(opposite, -1.0, rtol=1e-15)
