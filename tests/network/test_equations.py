"""The compiled equations against plain NumPy: close to another order of sums, equal to the same."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.network import Activation, GradientRule, reference, trace
from bpviz.network import equations as eq
from bpviz.network.types import Floats
from tests.network.pairs import FIELDS, Pair, error, make_pair, pairs


def in_order(terms: Floats) -> Floats:
    """Sum of the rows of (k, …) `terms`, one after the other, as the kernels promise."""
    total = np.zeros(terms.shape[1:])
    for term in terms:
        total = total + term
    return total


@given(pairs())
@settings(max_examples=300)
def test_that_the_kernels_agree_with_the_reference_on_every_quantity(pair: Pair) -> None:
    net = pair.net
    found = trace(net, pair.x, pair.y, pair.rule)
    right = reference.step(net.W1, net.W2, pair.x, pair.y, net.sigma1, net.sigma2, pair.rule)
    for name in FIELDS:
        assert error(getattr(found, name), getattr(right, name)) <= 1e-12, name
    assert found.loss == pytest.approx(right.loss, rel=1e-12)
    assert error(found.grad_W1, right.grad_W1) <= 1e-12
    assert error(found.grad_W2, right.grad_W2) <= 1e-12


@given(pairs(st.sampled_from([1e-160, 1e-30, 1e-8, 50.0, 1e4])))
@settings(max_examples=200)
def test_that_every_single_equation_agrees_from_tiny_to_huge_weights(pair: Pair) -> None:
    """Each from the kernels' own inputs to it: huge weights magnify what rounding did before."""
    net, t = pair.net, trace(pair.net, pair.x, pair.y, pair.rule)
    s1, s1_prime = reference.SIGMA[net.sigma1]
    s2, s2_prime = reference.SIGMA[net.sigma2]
    column = np.ones_like(net.W2) if pair.as_printed else net.W2
    back = column.T @ t.delta2

    def holds(found: Floats, right: Floats, size: Floats) -> bool:
        return bool((np.abs(found - right) <= 1e-13 * size + 1e-307).all())

    assert holds(t.z1, net.W1 @ pair.x, np.abs(net.W1) @ np.abs(pair.x))
    assert holds(t.h, s1(t.z1), np.abs(t.h))
    assert holds(t.sigma1_prime, s1_prime(t.z1), t.sigma1_prime)
    assert holds(t.z2, net.W2 @ t.h, np.abs(net.W2) @ np.abs(t.h))
    assert holds(t.f, s2(t.z2), np.abs(t.f))
    assert holds(t.sigma2_prime, s2_prime(t.z2), t.sigma2_prime)
    assert holds(t.delta2, 2 * (t.f - t.y) * t.sigma2_prime, np.abs(t.delta2))
    size = np.abs(column).T @ np.abs(t.delta2) * t.sigma1_prime
    assert holds(t.delta1, back * t.sigma1_prime, size)
    assert t.loss == pytest.approx(np.sum((t.f - t.y) ** 2), rel=1e-13)


@given(pairs())
@settings(max_examples=200)
def test_that_sums_run_in_ascending_order_bit_for_bit(pair: Pair) -> None:
    """Blocks of four must not show, whatever n, l and d leave over."""
    net, t = pair.net, trace(pair.net, pair.x, pair.y, pair.rule)
    used = np.flatnonzero(pair.x)
    np.testing.assert_array_equal(t.z1, in_order((net.W1 * pair.x)[:, used].T))
    np.testing.assert_array_equal(t.z2, in_order((net.W2 * t.h).T))
    np.testing.assert_array_equal(t.delta2, 2.0 * (t.f - t.y) * t.sigma2_prime)
    if pair.as_printed:
        np.testing.assert_array_equal(t.delta1, in_order(t.delta2) * t.sigma1_prime)
    else:
        sums = in_order(t.delta2[:, np.newaxis] * net.W2)
        np.testing.assert_array_equal(t.delta1, sums * t.sigma1_prime)
    assert t.loss == in_order((t.f - t.y) * (t.f - t.y))


@given(pairs(), st.floats(1e-6, 1e3))
@settings(max_examples=200)
def test_that_the_update_is_old_weights_less_scaled_delta_times_input_bit_for_bit(
    pair: Pair, rate: float
) -> None:
    rows, ws, net = pair.rows, pair.ws, pair.net
    W1T, W2 = net.W1T.copy(), net.W2.copy()
    eq.forward(rows.indices, rows.values, W1T, W2, net.sigma1.code, net.sigma2.code, ws)
    eq.deltas(rows.indices, pair.y, W2, pair.as_printed, ws)
    eq.scale_deltas(rate, ws)
    np.testing.assert_array_equal(ws.scaled1, rate * ws.delta1)
    np.testing.assert_array_equal(ws.scaled2, rate * ws.delta2)
    eq.update(rows.indices, rows.values, W1T, W2, ws)
    t = trace(net, pair.x, pair.y, pair.rule)
    W1, new_W2 = reference.update(net.W1, net.W2, t, rate)
    np.testing.assert_array_equal(W1T.T, W1)
    np.testing.assert_array_equal(W2, new_W2)


def test_that_the_printed_rule_puts_ones_where_the_column_of_W2_belongs() -> None:
    pair = make_pair(5, 4, 3)
    exact = trace(pair.net, pair.x, pair.y)
    printed = trace(pair.net, pair.x, pair.y, "as_printed")
    assert printed.gradient_rule is GradientRule.AS_PRINTED
    np.testing.assert_allclose(printed.delta1, printed.delta2.sum() * printed.sigma1_prime)
    np.testing.assert_array_equal(printed.grad_W2, exact.grad_W2)
    assert not np.allclose(printed.delta1, exact.delta1)
    for name in ("z1", "h", "z2", "f", "delta2", "sigma1_prime", "sigma2_prime"):
        np.testing.assert_array_equal(getattr(printed, name), getattr(exact, name))


def test_that_an_input_of_zeros_leaves_W1_alone_and_moves_W2() -> None:
    pair = make_pair(6, 5, 2, density=0.0)
    t = trace(pair.net, pair.x, pair.y)
    np.testing.assert_array_equal(t.h, np.full(5, 0.5))
    assert not t.grad_W1.any()
    assert t.grad_W1_norm == 0.0
    assert t.grad_W2.all()


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=23))
def test_that_the_norm_is_right_wherever_it_is_a_double(values: list[float]) -> None:
    v = np.array(values)
    largest = np.abs(v).max()
    right = float(largest) * math.hypot(*(v / largest)) if largest else 0.0
    found = eq.norm(v)
    assert found == pytest.approx(right, rel=1e-13, abs=5e-324) or found == right == math.inf


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 8, 9])
@pytest.mark.parametrize(
    "scale", [5e-324, 1e-200, 1e-160, 1e-150, 1e-140, 1.0, 1e140, 1e200, 4e307]
)
def test_that_the_norm_neither_overflows_nor_vanishes(size: int, scale: float) -> None:
    assert eq.norm(np.full(size, -scale)) == pytest.approx(scale * math.sqrt(size), 1e-14, 5e-324)


def test_that_the_norm_passes_on_what_is_not_finite() -> None:
    for size in range(1, 8):
        for at in range(size):
            v = np.ones(size)
            v[at] = -math.inf
            assert eq.norm(v) == math.inf
            v[at] = math.nan
            assert math.isnan(eq.norm(v))
    assert math.isnan(eq.norm(np.array([math.inf, math.nan])))
    assert eq.norm(np.zeros(3)) == 0.0


@given(st.lists(st.floats(width=64), min_size=1, max_size=12))
def test_that_finiteness_is_seen_from_the_bits(values: list[float]) -> None:
    assert eq.all_finite(np.array(values)) == all(map(math.isfinite, values))


@given(pairs())
def test_that_gradients_of_rank_one_have_the_products_of_norms(pair: Pair) -> None:
    t = trace(pair.net, pair.x, pair.y, pair.rule)
    assert t.grad_W1_norm == pytest.approx(np.linalg.norm(t.grad_W1), rel=1e-12)
    assert t.grad_W2_norm == pytest.approx(np.linalg.norm(t.grad_W2), rel=1e-12)


@pytest.mark.parametrize("scale", [1e-200, 1e200])
def test_that_a_trace_tells_the_norms_of_tiny_and_huge_gradients(scale: float) -> None:
    kinds = {"sigma1": Activation.IDENTITY, "sigma2": Activation.IDENTITY}
    pair = make_pair(5, 4, 3, **kinds)
    t = trace(pair.net, pair.x, pair.y)
    big = reference.step(pair.net.W1, pair.net.W2, pair.x, pair.y, **kinds)
    scaled = type(t)(**{**_fields(big), "delta1": scale * t.delta1, "delta2": scale * t.delta2})
    assert scaled.grad_W1_norm == pytest.approx(scale * t.grad_W1_norm, rel=1e-12)
    assert scaled.grad_W2_norm == pytest.approx(scale * t.grad_W2_norm, rel=1e-12)


def _fields(t: object) -> dict[str, object]:
    names = ("x", "y", "loss", *FIELDS, "gradient_rule")
    return {name: getattr(t, name) for name in names}
