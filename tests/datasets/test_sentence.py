"""Sentences that remember how they were made."""

from __future__ import annotations

import pytest

from bpviz.datasets import catalog
from bpviz.datasets.sentence import Sentence, listed, paragraph, spelled


def test_that_a_paragraph_keeps_its_sentences() -> None:
    first = Sentence.of("{count} rows.", count=3)
    text = paragraph([first, "No more."])
    assert text == "3 rows. No more."
    assert text.values["s0"] is first
    assert paragraph([]) == ""


def test_that_what_the_catalogue_says_can_be_translated() -> None:
    for entry in catalog.ENTRIES:
        for words in (entry.title, entry.description):
            assert isinstance(words, Sentence)
            assert words.template == words


class Silent:
    """An object that cannot say what it is."""

    def __repr__(self) -> str:
        raise RuntimeError


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("5", "'5'"),
        (0.25, "0.25"),
        ("x" * 1000, "'" + "x" * 58 + "…"),
        pytest.param(10**5000, "a value of type int that cannot be written out", id="long"),
        (Silent(), "a value of type Silent that cannot be written out"),
    ],
)
def test_that_whatever_is_given_can_stand_in_a_message(value: object, words: str) -> None:
    assert spelled(value) == words


def test_that_a_list_keeps_the_sentences_in_it_and_cuts_the_rest() -> None:
    number = Sentence.of("column {number}", number="1")
    names = listed([number, "x" * 50, "y"], most=2, longest=10)
    assert names == "column 1, xxxxxxxxx…, …"
    assert names.values["s0"] is number
    assert listed([]) == ""
