"""Logarithm, sine and cosine of our own: close to the true values, and with these bits."""

from __future__ import annotations

import hashlib
from decimal import Decimal, localcontext

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.network import elementary
from scripts import ulps

PI = Decimal("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899")

units = st.integers(0, 2**53 - 1).map(lambda k: (k + 0.5) * 2.0**-53)
small = st.floats(2.0**-54, 1.0, exclude_min=True)


def unit(right: Decimal) -> Decimal:
    return Decimal(float(np.spacing(abs(float(right)))))


def taylor(x: Decimal, first: int) -> Decimal:
    """sin x (from 1) or cos x (from 0) by the series alone."""
    term, total, k = (x if first else Decimal(1)), Decimal(0), first
    while abs(term) > Decimal(10) ** -70:
        total += term
        term *= -x * x / ((k + 1) * (k + 2))
        k += 2
    return total


@given(st.one_of(units, small))
def test_that_the_logarithm_is_less_than_a_unit_of_the_last_place_away(u: float) -> None:
    with localcontext() as context:
        context.prec = 70
        right = Decimal(u).ln()
        found = float(elementary.log(np.array([u]))[0])
        assert abs(Decimal(found) - right) < unit(right) or found == right == 0


@given(st.one_of(units, small, st.floats(2.0**-60, 3.0)))
def test_that_sine_and_cosine_of_turns_are_less_than_a_unit_away(u: float) -> None:
    with localcontext() as context:
        context.prec = 90
        found = elementary.cos_sin_of_turns(np.array([u]))
        np.testing.assert_array_equal(elementary.cos_sin_of_turns(np.array([-u]))[0], found[0])
        np.testing.assert_array_equal(elementary.cos_sin_of_turns(np.array([-u]))[1], -found[1])
        for first, each in enumerate(found):
            right = taylor(2 * PI * Decimal(u), first)
            if 8 * u == round(8 * u) and abs(right) < Decimal(10) ** -60:
                assert each[0] == 0
            else:
                assert abs(Decimal(float(each[0])) - right) < unit(right)


def test_that_eighths_of_a_turn_are_what_they_should_be() -> None:
    cos, sin = elementary.cos_sin_of_turns(np.arange(-8, 9) / 8)
    root = np.sqrt(0.5)
    right = np.array([1, root, 0, -root, -1, -root, 0, root])
    np.testing.assert_allclose(cos, np.resize(right, 17), rtol=2e-16)
    np.testing.assert_allclose(sin, np.resize(np.roll(right, 2), 17), rtol=2e-16)
    assert elementary.log(np.array([1.0]))[0] == 0.0


@pytest.mark.skipif(not ulps.is_wide_enough(), reason="There is no extended precision here.")
@pytest.mark.parametrize("name", list(ulps.FUNCTIONS))
def test_that_no_function_is_farther_away_than_is_promised(name: str) -> None:
    function = ulps.FUNCTIONS[name]
    worst, _ = ulps.largest_errors(function, 100_000, seed=1)
    assert 0.5 <= worst < function.promised


@pytest.mark.skipif(not ulps.is_wide_enough(), reason="There is no extended precision here.")
def test_that_an_error_of_two_units_is_seen() -> None:
    t = np.linspace(0.1, 0.9, 1000)
    found = elementary.log(t)
    assert ulps.error(np.nextafter(np.nextafter(found, 1), 1), np.log(t.astype(np.longdouble))) > 1


def test_that_numbers_have_the_same_bits_in_any_company() -> None:
    u = (np.arange(30_000) + 0.5) / 30_000
    whole = elementary.normal_pairs(u, u[::-1])
    for part in (slice(0, 1), slice(8191, 8194), slice(29_000, None)):
        for one, every in zip(elementary.normal_pairs(u[part], u[::-1][part]), whole, strict=True):
            np.testing.assert_array_equal(one, every[part])
    assert all(each.size == 0 for each in elementary.normal_pairs(u[:0], u[:0]))


def test_that_the_functions_have_these_bits_on_every_machine() -> None:
    u = (np.arange(10_000) + 0.5) / 10_000
    arrays = (elementary.log(u), *elementary.cos_sin_of_turns(u), *elementary.normal_pairs(u, u))
    found = hashlib.sha256(b"".join(array.astype("<f8").tobytes() for array in arrays))
    assert found.hexdigest()[:16] == "a2164dcaa8ba8203"
