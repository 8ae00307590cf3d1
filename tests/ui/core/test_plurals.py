"""Counts with their nouns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bpviz.datasets.request import DataRequest
from bpviz.datasets.tables.texts import split_words
from bpviz.ui.core import plurals


@pytest.mark.parametrize(
    ("say", "one", "many"),
    [
        (plurals.samples, "1 sample", "60 000 samples"),
        (plurals.steps, "1 step", "60 000 steps"),
        (plurals.inputs, "1 input", "60 000 inputs"),
        (plurals.hidden_units, "1 hidden unit", "60 000 hidden units"),
        (plurals.outputs, "1 output", "60 000 outputs"),
        (plurals.away, "1 step ago", "60 000 steps ago"),
    ],
)
def test_that_one_is_singular_and_more_are_plural(
    say: Callable[[int], str], one: str, many: str
) -> None:
    assert say(1) == one
    assert say(60_000).replace("\u202f", " ") == many


def test_that_none_is_plural_and_the_unknown_a_dash() -> None:
    assert plurals.samples(0) == "0 samples"
    assert plurals.inputs(None) == "– inputs"


def test_that_a_step_may_lie_ahead_or_be_this_one() -> None:
    assert plurals.away(-1) == "1 step ahead"
    assert plurals.away(-2) == "2 steps ahead"
    assert plurals.away(0) == ""


def test_that_what_is_said_of_the_split_counts_so_too() -> None:
    request = DataRequest("a.csv")
    assert split_words(0, 1, request) == "1 training sample; none held out for testing."
    assert split_words(1, 2, request).startswith("1 training sample and 1 test sample (50 %)")
    assert split_words(1, 3, request, own=True).startswith("2 training samples and 1 test sample")
