"""Sentences that remember how they were made."""

from __future__ import annotations

from bpviz.datasets import catalog
from bpviz.datasets.sentence import Sentence, paragraph


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
