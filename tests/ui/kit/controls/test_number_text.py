"""Numbers as people type them, and one sentence for each kind of text that is none."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from bpviz.paths import resources
from bpviz.ui.core.formatting import count
from bpviz.ui.kit.controls.number_text import (
    LARGEST,
    InputError,
    parse_whole,
    read_real,
    read_whole,
    written,
)


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    translator = QTranslator()
    assert translator.load(str(resources() / "translations" / "bpviz_de.qm"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(before)


@given(st.integers(0, LARGEST))
def test_that_every_number_is_read_back_as_it_is_written(number: int) -> None:
    assert parse_whole(str(number)) == number
    assert parse_whole(count(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("6e4", 60_000), ("1.5e6", 1_500_000), ("1,5E6", 1_500_000), (" 42 ", 42), ("0e0", 0)],
)
def test_that_powers_of_ten_are_understood(text: str, number: int) -> None:
    assert parse_whole(text) == number


@given(st.text(max_size=40))
def test_that_any_text_is_a_number_or_none(text: str) -> None:
    number = parse_whole(text)
    assert number is None or isinstance(number, int)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "A whole number is missing. Type one from 1 to 4\u202f096."),
        ("2.5", "“2.5” is not a whole number. Type one from 1 to 4\u202f096."),
        ("l", "“l” is not a whole number. Type one from 1 to 4\u202f096."),
        ("5000", "“5000” is out of range. Type a whole number from 1 to 4\u202f096."),
        ("-3", "“-3” is out of range. Type a whole number from 1 to 4\u202f096."),
    ],
)
def test_that_a_whole_number_is_refused_with_what_is_wrong_and_what_to_type(
    typed: str, sentence: str
) -> None:
    with pytest.raises(InputError) as refused:
        read_whole(typed, 1, 4096)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (" ", "A number is missing. Type one from 0 to 2."),
        ("much", "“much” is not a number. Type one from 0 to 2."),
        ("nan", "“nan” is not a number. Type one from 0 to 2."),
        ("0,1,2", "“0,1,2” is not a number. Type one from 0 to 2."),
        ("2.1", "“2.1” is out of range. Type a number from 0 to 2."),
        ("1e999", "“1e999” is out of range. Type a number from 0 to 2."),
        ("9" * 60, f"“{'9' * 23}…” is out of range. Type a number from 0 to 2."),
    ],
)
def test_that_a_number_is_refused_with_what_is_wrong_and_what_to_type(
    typed: str, sentence: str
) -> None:
    with pytest.raises(InputError) as refused:
        read_real(typed, 0, 2)
    assert str(refused.value) == sentence


def test_that_a_range_that_says_nothing_is_not_said() -> None:
    with pytest.raises(InputError, match=r"^“x” is not a number. Type one such as 0.5 or 1e-3.$"):
        read_real("x")
    with pytest.raises(InputError, match=r"Type a number from -1.8e308 to 1.8e308.$"):
        read_real("-1e999")
    with pytest.raises(InputError, match=r"^“-1” is out of range. Type a number above 0.$"):
        read_real("-1", 1e-300, allowed="above 0")
    with pytest.raises(InputError, match=r"Type a whole number from 0 to 2⁶³ − 1.$"):
        read_whole("-1")


def test_that_a_unit_may_be_typed_or_left_out_and_is_in_the_range_that_is_told() -> None:
    assert read_whole("7 %", 0, 95, " %") == read_whole("7%", 0, 95, " %") == 7
    assert read_real("12,5 %", 0, 90, unit=" %") == read_real("12.5", 0, 90, unit=" %") == 12.5
    with pytest.raises(InputError, match="from 0 % to 90 %"):
        read_real("95", 0, 90, unit=" %")


@pytest.mark.usefixtures("qapp", "german")
def test_that_numbers_have_the_decimal_mark_of_the_language() -> None:
    assert written(0.25) == "0,25"
    assert written(1.5e-7) == "1,5e-7"
    with pytest.raises(InputError, match=r"„0,1“ liegt .* Zahl von 0,25 bis 1e10 eingeben.$"):
        read_real("0,1", 0.25, 1e10)
    with pytest.raises(InputError, match=r"keine Zahl. Eine wie 0,5 oder 1e-3 eingeben.$"):
        read_real("x")


@given(st.floats(allow_nan=False))
def test_that_what_is_written_is_read_again_bit_for_bit(value: float) -> None:
    if math.isfinite(value):
        assert read_real(written(value)).hex() == value.hex()
    else:
        assert written(value) == str(value)


@given(st.text(max_size=50))
def test_that_any_text_is_a_finite_number_or_one_sentence(text: str) -> None:
    try:
        assert math.isfinite(read_real(text))
    except InputError as refused:
        said = str(refused)
        assert said.endswith(".")
        assert said.isprintable()
