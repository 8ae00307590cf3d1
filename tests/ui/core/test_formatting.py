"""Numbers and sentences as they are written in the window."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from bpviz.datasets import DatasetError, load
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.message import Message, sentence_of
from bpviz.training.outcome import stopped
from bpviz.ui.core.formatting import (
    FIGURE_SPACE,
    NOTHING,
    count,
    exact,
    number,
    number_within,
    per_cent,
    shortened,
    tabular,
    translated,
    without_options,
)
from bpviz.ui.window.language import speak


def plain(text: str) -> float:
    return float(text.replace("−", "-").replace("∞", "inf"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        (math.nan, "NaN"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (0, "0.000"),
        (-0.0, "0.000"),
        (1, "1.000"),
        (0.1, "0.1000"),
        (-12.345, "−12.35"),
        (0.0012344, "0.001234"),
        (0.00099999, "0.001000"),
        (0.00012344, "1.234e−4"),
        (9999.4, "9999"),
        (9999.5, "1.000e4"),
        (-1e300, "−1.000e300"),
    ],
)
def test_that_a_number_has_four_significant_digits(value: float | None, text: str) -> None:
    assert number(value) == text


def test_that_the_count_of_digits_can_be_chosen() -> None:
    assert number(math.pi, 2) == "3.1"
    assert number(math.pi, 8) == "3.1415927"
    assert number(1234.5, 1) == "1234"
    assert number(1234567.8, 8) == "1234567.8"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_that_a_number_is_within_half_a_digit_of_what_it_stands_for(value: float) -> None:
    text = number(value)
    assert "-" not in text
    if 1e-300 < abs(value) < 1e308:
        assert abs(plain(text) - value) <= 0.500001e-3 * abs(value)


@given(st.floats(min_value=1e-3, max_value=9999))
def test_that_numbers_of_a_usual_size_take_five_to_eight_places(value: float) -> None:
    assert 4 <= len(number(value)) <= 8
    assert len(number(value, width=10)) == 10
    assert number(value, width=10).strip(FIGURE_SPACE) == number(value)


@given(st.floats(allow_nan=False))
def test_that_the_exact_text_gives_back_the_very_float(value: float) -> None:
    assert plain(exact(value)) == value


def test_that_the_exact_text_of_no_value_is_a_dash() -> None:
    assert (exact(None), exact(math.nan)) == ("–", "NaN")


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (None, "–"),
        (0, "0"),
        (999, "999"),
        (48211, "48\u202f211"),
        (-1234, "−1\u202f234"),
        (2**63 - 1, "9 223 372 036 854 775 807".replace(" ", "\u202f")),
    ],
)
def test_that_a_count_is_grouped_in_threes(n: int | None, text: str) -> None:
    assert count(n) == text


@pytest.mark.parametrize(
    ("share", "decimals", "text"),
    [
        (0.0, 1, "0.0 %"),
        (1.0, 2, "100.00 %"),
        (59_999 / 60_000, 2, "99.99 %"),
        (1 / 60_000, 1, "0.1 %"),
        (0.12345, 1, "12.3 %"),
        (None, 1, NOTHING),
        (float("nan"), 1, NOTHING),
    ],
)
def test_that_a_share_is_all_or_nothing_only_if_it_is(
    share: float | None, decimals: int, text: str
) -> None:
    assert per_cent(share, decimals) == text


def test_that_a_plain_string_is_left_alone() -> None:
    assert translated("{not a template}") == "{not a template}"


def test_that_a_message_is_filled_in_after_translation(monkeypatch: pytest.MonkeyPatch) -> None:
    german = {"Stopped at step {step}: {why}": "Halt bei Schritt {step}: {why}", "done": "fertig"}

    def translate(context: str, source: str) -> str:
        assert context == "messages"
        return german[source]

    monkeypatch.setattr(QCoreApplication, "translate", staticmethod(translate))
    message = Message.of("Stopped at step {step}: {why}", step=7, why=Message.of("done"))
    assert translated(message) == "Halt bei Schritt 7: fertig"


def test_that_a_broken_translation_falls_back_to_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        QCoreApplication, "translate", staticmethod(lambda context, source: "bei {schritt}")
    )
    assert translated(Message.of("at {step}", step=7)) == "at 7"


def test_that_tabular_digits_are_equally_wide(qapp: object) -> None:
    font = QFont()
    metrics = QFontMetricsF(tabular(font))
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1
    assert not font.featureTags()


def test_that_a_long_name_is_cut_and_a_short_one_left_alone() -> None:
    assert shortened("abcdef", 6) == "abcdef"
    assert shortened("abcdefg", 6) == "abcde…"


def test_that_whole_numbers_in_sentences_are_grouped() -> None:
    message = Message.of("step {step}, λ = {rate:.4g}", step=48211, rate=0.25)
    assert translated(message) == "step 48\u202f211, λ = 0.25"


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "de")
    yield
    speak(qapp, "en")


@pytest.mark.usefixtures("german")
@given(st.floats(allow_nan=False))
def test_that_german_numbers_have_a_decimal_comma_and_all_their_digits(value: float) -> None:
    assert "." not in number(value) + exact(value) + per_cent(value)
    assert plain(exact(value).replace(",", ".")) == value


@pytest.mark.usefixtures("german")
def test_that_german_read_outs_have_a_decimal_comma() -> None:
    written = number(-0.5), number(1234567), exact(0.1), per_cent(0.1234), count(1234567)
    assert written == ("−0,5000", "1,235e6", "0,1", "12,3 %", "1\u202f234\u202f567")


@pytest.mark.usefixtures("german")
def test_that_german_sentences_have_a_decimal_comma_also_in_what_they_are_filled_with() -> None:
    condition = Breakpoint.loss_above(0.25).words()
    assert translated(condition) == "Verlust > 0,25"
    assert translated(stopped(3, [condition, condition])) == (
        "Vor der Aktualisierung von Schritt 3 angehalten: Verlust > 0,25; Verlust > 0,25."
    )
    assert translated(Message.of("λ = {rate:.4g}", rate=1.5e-7)) == "λ = 1,5e-07"


@pytest.mark.usefixtures("german")
def test_that_all_of_what_is_said_of_a_table_without_a_header_is_german(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("1;0,5;a\n2;0,25;b\n" * 8, encoding="utf-8")
    words = translated(load(path).description)
    assert words == (
        "Eine Tabelle mit 16 Zeilen und 3 Spalten. Kodierung UTF-8, Trennzeichen „;“, "
        "Dezimalzeichen „,“. Es gibt keine Kopfzeile; die Spalten sind nummeriert. "
        "Zahlen als Eingaben: Spalte 1, Spalte 2, über die Trainingsdaten auf Mittel 0 und "
        "Varianz 1 standardisiert. "
        "Eine konstante Eingabe 1 wird anstelle von Bias-Werten angehängt. "
        "Zielwert (2 Klassen): Spalte 3; eine Ausgabe, 0 für a und 1 für b. "
        "12 Trainingsbeispiele und 4 Testbeispiele (25 %), mit dem Startwert 0 gezogen."
    )
    with pytest.raises(DatasetError) as caught:
        load(path, inputs="9")
    assert translated(sentence_of(caught.value)) == (
        f"{path} hat keine Spalte '9'. Eine von Spalte 1, Spalte 2, Spalte 3 wählen."
    )


@given(st.floats(), st.integers(0, 14))
def test_that_a_number_has_as_many_digits_as_have_room_and_is_never_cut(
    value: float, room: int
) -> None:
    words = number_within(value, len, room)
    fitting = [number(value, n) for n in (4, 3, 2, 1) if len(number(value, n)) <= room]
    assert words == (fitting[0] if fitting else "…")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Raise the size limit (max_bytes).", "Raise the size limit."),
        ('Leave the rows out (missing="drop").', "Leave the rows out."),
        ("Use the column as categories (categories).", "Use the column as categories."),
        ("Row 3 (line 4) of (x) has (no value).", "Row 3 (line 4) of (x) has (no value)."),
        ("30 (20 %), f (α).", "30 (20 %), f (α)."),
    ],
)
def test_that_names_of_options_are_left_out_and_all_else_stays(sentence: str, said: str) -> None:
    assert without_options(sentence) == said
