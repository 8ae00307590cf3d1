"""Sums written out: the shown parts and the rest are the kernel's value, exactly."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.panels.debugger.formulas.expansion import Expansion, product, squared_difference

ANY = st.floats(allow_nan=True, allow_infinity=True)
FINITE = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e150, max_value=1e150)


def values(expansion: Expansion) -> list[Fraction]:
    out = []
    for term in expansion.terms:
        assert isinstance(term.value, Fraction)
        out.append(term.value)
    return out


@given(st.lists(st.tuples(FINITE, FINITE), min_size=1, max_size=40), FINITE)
def test_that_shown_terms_and_rest_are_the_total(
    pairs: list[tuple[float, float]], total: float
) -> None:
    left, right = map(np.array, zip(*pairs, strict=True))
    expansion = Expansion.of_products(left, right, total)
    assert expansion.rest is not None
    assert sum(values(expansion)) + expansion.rest == Fraction(total)
    assert len(expansion.terms) + expansion.more == len(pairs)
    for term in expansion.terms:
        a, b = pairs[term.index]
        assert term.factors == (a, b)
        assert term.value == Fraction(a) * Fraction(b)


@given(st.lists(st.tuples(FINITE, FINITE), min_size=1, max_size=40))
def test_that_a_loss_is_written_out_exactly(pairs: list[tuple[float, float]]) -> None:
    f, y = map(np.array, zip(*pairs, strict=True))
    with np.errstate(all="ignore"):
        loss = float(np.sum((f - y) ** 2))
    expansion = Expansion.of_squared_differences(f, y, loss)
    for term in expansion.terms:
        a, b = pairs[term.index]
        assert term.value == (Fraction(a) - Fraction(b)) ** 2
    assert expansion.rest is not None
    assert sum(values(expansion)) + expansion.rest == Fraction(loss)


def test_that_the_largest_terms_are_shown_in_a_stable_order() -> None:
    left = np.array([1.0, -8.0, 2.0, 2.0, 2.0, 2.0, 2.0, 9.0, 0.5])
    expansion = Expansion.of_products(left, np.ones(9), float(left.sum()), shown=4)
    assert [term.index for term in expansion.terms] == [7, 1, 2, 3]
    assert expansion.more == 5


def test_that_no_single_term_is_left_unsaid() -> None:
    left = np.arange(1.0, 7.0)
    expansion = Expansion.of_products(left, np.ones(6), 21.0, shown=5)
    assert [term.index for term in expansion.terms] == [0, 1, 2, 3, 4, 5]
    assert expansion.more == 0
    assert expansion.rest == 0
    assert Expansion.of_products(np.ones(7), np.ones(7), 7.0, shown=5).more == 2


def test_that_what_spoils_a_sum_is_shown_first() -> None:
    left = np.ones(100)
    left[40], left[70] = math.nan, math.inf
    expansion = Expansion.of_products(left, np.ones(100), math.nan)
    assert {term.index for term in expansion.terms[:2]} == {40, 70}
    assert expansion.rest is None


@given(st.lists(st.tuples(ANY, ANY), max_size=30), st.none() | ANY)
def test_that_any_numbers_can_be_written_out(
    pairs: list[tuple[float, float]], total: float | None
) -> None:
    left, right = np.array([a for a, _ in pairs]), np.array([b for _, b in pairs])
    expansion = Expansion.of_products(left, right, total)
    finite = total is not None and math.isfinite(total)
    good = all(isinstance(term.value, Fraction) for term in expansion.terms)
    assert (expansion.rest is not None) == (finite and good)
    Expansion.of_squared_differences(left, right, total)


def test_that_terms_may_have_names_of_their_own() -> None:
    names = np.array([3, 700, 701])
    expansion = Expansion.of_products(np.ones(3), np.ones(3), 3.0, indices=names)
    assert [term.index for term in expansion.terms] == [3, 700, 701]


def test_that_products_beyond_a_float_are_exact() -> None:
    assert product(1e200, 1e200) == Fraction(1e200) ** 2
    assert product(1e-300, 1e-300) == Fraction(1e-300) ** 2
    assert squared_difference(1e200, -1e200) == (2 * Fraction(1e200)) ** 2
    assert math.isnan(product(math.inf, 0.0))
    assert squared_difference(math.inf, 1.0) == math.inf


@pytest.mark.parametrize(
    ("old", "scaled", "value"), [(0.1, 0.3, 0.7), (1e300, 1e-300, 1e-5), (0.0, 0.0, 0.0)]
)
def test_that_an_update_is_a_sum_of_old_weight_and_change(
    old: float, scaled: float, value: float
) -> None:
    new = old - scaled * value
    expansion = Expansion.of_update(old, scaled, value, new)
    assert values(expansion) == [Fraction(old), -Fraction(scaled) * Fraction(value)]
    assert expansion.rest == Fraction(new) - sum(values(expansion))
