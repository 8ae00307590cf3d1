"""σ and σ′ against fifty decimal digits, as Python and as compiled."""

from __future__ import annotations

import math
from decimal import Decimal, getcontext, localcontext

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.network import Activation
from bpviz.network.activations import exp_of_minus, tanh, tanh_prime
from bpviz.network.equations import activate

TINY = 5e-324
POINTS = (0.0, -0.0, TINY, -TINY, 1e-300, 1e-9, 0.5, 1.0, 7.3, 20.0, 36.9, 40.0, 350.0, 360.0)
FAR = (700.0, 708.0, 710.0, 744.0, 745.0, 746.0, 1e4, 1e308)
ALL = sorted({sign * t for t in (*POINTS, *FAR) for sign in (1, -1)})
ULPS = 6 * 2.0**-52


def exact(kind: Activation, t: float) -> tuple[Decimal, Decimal]:
    """σ(t) and σ′(t) by the textbook's formulas; fifty digits need no clever form."""
    with localcontext() as context:
        context.prec = 60
        context.Emin, context.Emax = -(10**9), 10**9
        x = Decimal(t)
        if abs(x) > 10**5:
            limit = Decimal(1 if x > 0 else 0 if kind is Activation.SIGMOID else -1)
            return limit, Decimal(0)
        if kind is Activation.SIGMOID:
            return 1 / (1 + (-x).exp()), (-x).exp() / (1 + (-x).exp()) ** 2
        context.prec = 700  # tanh of a subnormal is a difference of two ones
        a, b = x.exp(), (-x).exp()
        return (a - b) / (a + b), 4 / (a + b) ** 2


def close(found: float, right: Decimal) -> bool:
    """Within a few units of the last place; below the normal range, of the smallest number."""
    room = Decimal(ULPS) * abs(right) + 4 * Decimal(TINY)
    return abs(Decimal(found) - right) <= room


def compiled(kind: Activation, ts: list[float]) -> tuple[list[float], list[float]]:
    z = np.array(ts)
    value, prime = np.empty_like(z), np.empty_like(z)
    activate(kind.code, z, value, prime)
    return value.tolist(), prime.tolist()


@pytest.mark.parametrize("kind", [Activation.SIGMOID, Activation.TANH])
def test_that_sigmoid_and_tanh_keep_all_digits_at_every_distance_from_zero(
    kind: Activation,
) -> None:
    values, primes = compiled(kind, ALL)
    for t, value, prime in zip(ALL, values, primes, strict=True):
        right, right_prime = exact(kind, t)
        assert close(value, right), (t, value, right)
        assert close(prime, right_prime), (t, prime, right_prime)
        assert close(kind.function(t), right)
        assert close(kind.derivative(t), right_prime)


@given(st.floats(-760, 760))
def test_that_the_sigmoid_is_right_anywhere(t: float) -> None:
    value, prime = exact(Activation.SIGMOID, t)
    assert close(Activation.SIGMOID.function(t), value)
    assert close(Activation.SIGMOID.derivative(t), prime)


@given(st.sampled_from(list(Activation)), st.floats(allow_nan=False, allow_infinity=False))
def test_that_no_activation_leaves_the_finite_numbers_by_itself(kind: Activation, t: float) -> None:
    values, primes = compiled(kind, [t])
    assert math.isfinite(values[0])
    assert math.isfinite(primes[0])
    assert primes[0] >= 0


@pytest.mark.parametrize("kind", list(Activation))
def test_that_not_a_number_is_never_hidden(kind: Activation) -> None:
    values, _ = compiled(kind, [math.nan])
    assert math.isnan(values[0])
    assert math.isnan(kind.function(math.nan))


@pytest.mark.parametrize("kind", list(Activation))
def test_that_compiled_and_plain_activations_are_the_same_functions(kind: Activation) -> None:
    points = [t for t in ALL if abs(t) < 700] + [-3.25, 1.75]
    values, primes = compiled(kind, points)
    np.testing.assert_allclose(values, [kind.function(t) for t in points], rtol=4e-16)
    np.testing.assert_allclose(primes, [kind.derivative(t) for t in points], rtol=2e-15)


@pytest.mark.parametrize("kind", [Activation.SIGMOID, Activation.TANH])
@given(points=st.lists(st.floats(allow_nan=False), min_size=1, max_size=40))
def test_that_they_have_the_same_bits_compiled_abreast_and_as_plain_python(
    kind: Activation, points: list[float]
) -> None:
    values, primes = compiled(kind, points)
    assert [v.hex() for v in values] == [kind.function(t).hex() for t in points]
    assert primes == [kind.derivative(t) for t in points]


@given(st.floats(-400, 400))
def test_that_tanh_is_less_than_two_units_of_the_last_place_away(t: float) -> None:
    right, right_prime = exact(Activation.TANH, t)
    value, prime = tanh(t), tanh_prime(t)
    assert abs(Decimal(value) - right) <= Decimal("1.5") * Decimal(math.ulp(float(right)))
    assert abs(Decimal(prime) - right_prime) <= Decimal("4.5") * Decimal(
        math.ulp(float(right_prime))
    )


@given(st.floats(0, 400))
def test_that_tanh_is_odd_and_its_derivative_even(t: float) -> None:
    assert math.copysign(1.0, tanh(-t)) == -1.0
    assert (tanh(-t), tanh_prime(-t)) == (-tanh(t), tanh_prime(t))
    assert abs(tanh(t)) <= 1.0


@given(st.floats(0, 760))
def test_that_the_exponential_is_less_than_one_unit_of_the_last_place_away(a: float) -> None:
    with localcontext() as context:
        context.prec = 60
        right = (-Decimal(a)).exp()
        unit = Decimal(math.ulp(float(right)))
        room = unit if right > Decimal("2.3e-308") else Decimal(TINY)
        assert abs(Decimal(exp_of_minus(a)) - right) < room


def test_that_the_exponential_ends_at_one_and_at_zero() -> None:
    assert [exp_of_minus(a) for a in (0.0, TINY, 746.0, 1e308, math.inf)] == [1, 1, 0, 0, 0]
    assert exp_of_minus(745.1) == TINY
    assert math.isnan(exp_of_minus(math.nan))


@pytest.mark.parametrize(
    ("kind", "t", "value", "prime"),
    [
        (Activation.SIGMOID, -1.0, "0x1.136561454ba86p-2", "0x1.92a946fa34395p-3"),
        (Activation.SIGMOID, 0.3, "0x1.261d545e46a8bp-1", "0x1.f4a68f2f93b7ep-3"),
        (Activation.SIGMOID, -7.25, "0x1.7412593d98a3fp-11", "0x1.73cec093032e1p-11"),
        (Activation.TANH, -1.0, "-0x1.85efab514f395p-1", "0x1.ae0dc0f990c44p-2"),
        (Activation.TANH, 0.01, "0x1.47ab48ae4595ep-7", "0x1.fff2e4c7cdc4dp-1"),
        (Activation.TANH, 18.5, "0x1.ffffffffffffep-1", "0x1.898471fca6055p-52"),
    ],
)
def test_that_sigmoid_and_tanh_have_these_bits_on_every_machine(
    kind: Activation, t: float, value: str, prime: str
) -> None:
    """They are made of basic operations only: no mathematical library has a say in them."""
    assert (kind.function(t).hex(), kind.derivative(t).hex()) == (value, prime)
    values, primes = compiled(kind, [t] * 9)
    assert {v.hex() for v in values} == {value}
    assert {v.hex() for v in primes} == {prime}


def test_that_relu_has_its_kink_at_zero_and_identity_none() -> None:
    points = [-1.0, -TINY, -0.0, 0.0, TINY, 1.0]
    assert compiled(Activation.RELU, points) == ([0, 0, 0, 0, TINY, 1], [0, 0, 0, 0, 1, 1])
    assert compiled(Activation.IDENTITY, points) == (points, [1.0] * 6)


def test_that_every_activation_has_a_code_of_its_own() -> None:
    assert [kind.code for kind in Activation] == [0, 1, 2, 3]
    assert getcontext().prec == 28  # the tests above left it alone
