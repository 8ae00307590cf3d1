"""What answers to what is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.window.palette.fuzzy import EXACT, distance, plain

WORDS = st.lists(st.text("abcdefghijklm", min_size=2, max_size=8), min_size=1, max_size=4)


@given(WORDS)
def test_that_a_name_answers_to_itself_and_to_nothing_nearer(words: list[str]) -> None:
    name = " ".join(words)
    assert distance(name, name) == EXACT
    for typed in (words[0], words[-1], name[:-1]):
        far = distance(typed, name)
        assert far is not None
        assert (far == EXACT) == (typed == name)


@given(WORDS, st.data())
def test_that_the_beginnings_of_words_in_any_order_are_an_answer(
    words: list[str], data: st.DataObject
) -> None:
    typed = [word[: data.draw(st.integers(1, len(word)))] for word in words]
    assert distance(" ".join(data.draw(st.permutations(typed))), " ".join(words)) is not None


@given(st.text("abcdefgh", min_size=6, max_size=10), st.data())
def test_that_one_slip_in_a_long_word_is_forgiven(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 2))
    slips = [
        word[:at] + "z" + word[at + 1 :],
        word[:at] + "z" + word[at:],
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ]
    assert all(distance(slip, word) is not None for slip in slips)


@given(st.text("abcdefgh ", min_size=1, max_size=20), st.text("nopqrst", min_size=1, max_size=6))
def test_that_letters_that_a_name_does_not_have_are_no_answer(name: str, typed: str) -> None:
    assert distance(typed, plain(name)) is None


@given(st.text(max_size=20), st.text(max_size=20))
def test_that_nothing_that_can_be_typed_is_too_much(typed: str, name: str) -> None:
    wanted = plain(typed)
    assert not wanted or (distance(wanted, plain(name)) or 0) >= 0


@pytest.mark.parametrize(
    ("typed", "near", "far"),
    [
        ("step", "step", "step back"),
        ("step", "step back", "finish the step"),
        ("loss", "panel loss", "glossary"),
        ("deb", "panel debugger", "indebted"),
        ("brkpt", "breakpoint", "bark at the point"),
    ],
)
def test_that_the_nearer_name_goes_first(typed: str, near: str, far: str) -> None:
    here, there = distance(typed, near), distance(typed, far)
    assert here is not None
    assert there is None or here < there


def test_that_case_accents_and_small_digits_do_not_matter() -> None:
    assert plain("Hidden σ₁: Größe") == plain("hidden Σ1 grosse".replace("ss", "ß"))


def test_that_no_digit_is_taken_for_another() -> None:
    assert distance("sigma1", "sigma2 tanh") is None
