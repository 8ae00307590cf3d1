"""Decimals that add up just as they are printed."""

from __future__ import annotations

import math
from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.panels.debugger.formulas.expansion import Expansion
from bpviz.ui.panels.debugger.formulas.printed_sum import PrintedSum, all_digits, as_number, decade

FINITE = st.floats(allow_nan=False, allow_infinity=False)


def decimal(text: str) -> Decimal:
    return Decimal(text.replace("−", "-"))


def adds_up(printed: PrintedSum) -> bool:
    parts = [*printed.terms, *([printed.rest] if printed.rest else [])]
    with localcontext() as context:
        context.prec = 1000
        context.Emax, context.Emin = 9999, -9999
        return sum(map(decimal, parts), Decimal(0)) == decimal(printed.total)


@given(st.lists(st.tuples(FINITE, FINITE), min_size=1, max_size=20), FINITE)
def test_that_printed_parts_add_up_to_the_printed_total(
    pairs: list[tuple[float, float]], total: float
) -> None:
    left, right = map(np.array, zip(*pairs, strict=True))
    assert adds_up(PrintedSum.of(Expansion.of_products(left, right, total)))


@given(FINITE, FINITE, FINITE)
def test_that_a_printed_update_adds_up(old: float, scaled: float, value: float) -> None:
    new = old - scaled * value
    if math.isfinite(new):
        assert adds_up(PrintedSum.of(Expansion.of_update(old, scaled, value, new)))


@given(st.lists(st.tuples(FINITE, FINITE), min_size=1, max_size=20))
def test_that_every_term_is_printed_to_within_half_of_the_last_decimal(
    pairs: list[tuple[float, float]],
) -> None:
    left, right = map(np.array, zip(*pairs, strict=True))
    expansion = Expansion.of_products(left, right, 0.25)
    for term, text in zip(expansion.terms, PrintedSum.of(expansion).terms, strict=True):
        mantissa, _, exponent = text.replace("−", "-").partition("e")
        decimals = len(mantissa.partition(".")[2])
        quantum = Fraction(10) ** (int(exponent or 0) - decimals)
        shown = Fraction(mantissa) * Fraction(10) ** int(exponent or 0)
        assert abs(shown - term.value) <= quantum / 2


def test_that_the_total_has_four_significant_digits() -> None:
    left = np.array([0.5, -0.3, 0.1, 0.02, 0.011, 0.002, 0.0013])
    printed = PrintedSum.of(Expansion.of_products(left, np.ones(7), float(left.sum()), shown=3))
    assert printed == PrintedSum(("0.5000", "−0.3000", "0.1000"), "0.0343", "0.3343")


def test_that_rounding_is_named_where_it_shows_and_only_there() -> None:
    thirds = np.full(3, 1 / 3)
    printed = PrintedSum.of(Expansion.of_products(thirds, np.ones(3), 1.0))
    assert printed == PrintedSum(("0.333", "0.333", "0.333"), "0.001", "1.000")
    halves = np.array([0.5, 0.25])
    assert PrintedSum.of(Expansion.of_products(halves, np.ones(2), 0.75)).rest == ""


def test_that_a_tiny_change_of_a_weight_can_be_seen() -> None:
    new = 0.0123456 - 3e-9 * 0.5
    printed = PrintedSum.of(Expansion.of_update(0.0123456, 3e-9, 0.5, new))
    assert printed.terms == ("0.0123456000", "−0.0000000015")
    assert printed.total == "0.0123455985"


def test_that_a_change_far_below_the_weight_is_printed_as_nothing() -> None:
    printed = PrintedSum.of(Expansion.of_update(0.5, 1e-300, 0.5, 0.5))
    assert decimal(printed.terms[1]) == 0
    assert len(printed.total) < 16


def test_that_large_and_small_sums_share_an_exponent() -> None:
    for size in (1e300, 1e-300, 1e7):
        left = np.array([1.0, -0.25, 0.125]) * size
        printed = PrintedSum.of(Expansion.of_products(left, np.ones(3), float(left.sum())))
        assert len({part.partition("e")[2] for part in (*printed.terms, printed.total)}) == 1
        assert adds_up(printed)
        assert float(decimal(printed.total)) == pytest.approx(0.875 * size, rel=1e-3)


def test_that_what_is_not_finite_is_printed_as_it_is() -> None:
    left = np.array([math.inf, 1.0])
    printed = PrintedSum.of(Expansion.of_products(left, np.ones(2), math.inf))
    assert printed == PrintedSum(("∞", "1.000"), "", "∞")
    overflow = Expansion.of_products(np.array([1e200, 1.0]), np.array([1e200, 1.0]), math.inf)
    assert PrintedSum.of(overflow).terms[0] == "1.000e400"


@given(FINITE.filter(bool))
def test_that_the_decade_is_that_of_the_decimal(value: float) -> None:
    assert decade(Fraction(value)) == Decimal(value).adjusted()


def test_that_numbers_beyond_a_float_have_their_exponent() -> None:
    assert as_number(Fraction(10) ** 400) == "1.000e400"
    assert as_number(-Fraction(99999) * Fraction(10) ** 400) == "−1.000e405"
    assert as_number(Fraction(0)) == "0.000"
    assert as_number(Fraction(1, 4), 17) == "0.25000000000000000"


def test_that_all_digits_are_those_of_the_float_if_it_is_one() -> None:
    assert all_digits(Fraction(0.1)) == "0.1"
    assert all_digits(-Fraction(1e22)) == "−1e+22"
    assert all_digits(Fraction(1, 3)) == "0.33333333333333333"
    assert all_digits(Fraction(1, 3) / 10**20) == "3.3333333333333333e−21"
    assert all_digits(Fraction(10) ** 500) == "1.0000000000000000e500"
    assert all_digits(math.inf) == "∞"
    assert all_digits(Fraction(0)) == "0.0"
