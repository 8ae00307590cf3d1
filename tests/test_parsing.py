"""Numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.parsing import parse_count, parse_number

ALL_FINITE = st.floats(allow_nan=False, allow_infinity=False)


@given(ALL_FINITE, st.sampled_from([".", ",", "٫"]))
def test_that_every_float_survives_with_every_decimal_mark(value: float, mark: str) -> None:
    assert parse_number(repr(value).replace(".", mark)) == value


@given(st.text(max_size=12))
def test_that_any_text_is_a_finite_number_or_a_value_error(text: str) -> None:
    try:
        value = parse_number(text)
    except ValueError:
        return
    assert value - value == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [("0,3", 0.3), (" 0.3 ", 0.3), ("1e-3", 1e-3), ("1E−3", 1e-3), ("٠٫٣", 0.3), (".5", 0.5)],
)
def test_that_the_usual_ways_of_writing_are_understood(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "nan", "inf", "1,000.5", "1 000", "0x1", "1_0", "1e400", "a"])
def test_that_what_is_no_plain_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="number"):
        parse_number(text)


@given(st.integers(-(2**70), 2**70))
def test_that_every_whole_number_survives_with_and_without_groups(value: int) -> None:
    assert parse_count(str(value)) == value
    assert parse_count(f"{value:,}".replace(",", "\u202f")) == value


@pytest.mark.parametrize("text", ["", "1.5", "1e3", "ten", "1" * 50])
def test_that_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="whole number"):
        parse_count(text)
