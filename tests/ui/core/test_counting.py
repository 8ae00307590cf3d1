"""Counting from 0 or from 1: what is shown of an index, and what a shown one means."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.journal.entries import Hold, Pin, Skip, WeightEdit
from bpviz.training.message import Index, Message
from bpviz.training.pairs.pairs import first_not_finite
from bpviz.ui.core import counting
from bpviz.ui.core.formatting import ordinal, translated
from bpviz.ui.core.selection import Selection

NOT_FINITE = first_not_finite("W1", np.array([[0.0, np.nan]])) or ("", "")

INDICES = st.integers(0, 2**62)


def test_that_it_counts_from_zero_until_somebody_chooses_otherwise() -> None:
    assert counting.first() == 0
    assert counting.shown(3) == 3
    assert Selection("W1", 3, 5).words == "W₁[3, 5]"


@given(INDICES, st.sampled_from(counting.STARTS))
def test_that_what_is_shown_means_the_index_again(index: int, start: int) -> None:
    counting.count_from(start)
    try:
        assert counting.shown(index) == index + start
        assert counting.meant(counting.shown(index)) == index
        assert ordinal(index).replace("\u202f", "") == str(index + start)
    finally:
        counting.count_from(0)


def test_that_nothing_but_zero_and_one_can_be_counted_from() -> None:
    for start in (-1, 2):
        with pytest.raises(ValueError, match="Use one of"):
            counting.count_from(start)
    assert counting.first() == 0


def test_that_a_change_is_told_once() -> None:
    told: list[int] = []
    counting.counting_changed.connect(lambda: told.append(counting.first()))
    for start in (0, 1, 1, 0):
        counting.count_from(start)
    assert told == [1, 0]


def test_that_entries_lists_and_headings_count_alike() -> None:
    counting.count_from(1)
    assert counting.entry("W₂", 0, 9) == "W₂[1, 10]"
    assert counting.entry("h", 4) == "h[5]"
    assert counting.listed((0, 2)) == "1, 3"
    assert counting.heading("index") == "index from 1"
    counting.count_from(0)
    assert counting.heading("index") == "index"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (WeightEdit(7, "W1", 3, 5, 0.5).words(), "W₁[4, 6] = 0.5"),
        (Pin(7, 0).words(), "train on sample 1"),
        (Hold(7, 41).words(), "keep training on sample 42"),
        (Skip(7, 9999).words(), "skip sample 10\u202f000"),
        (Breakpoint.sample(0).words(), "sample 1"),
        (Breakpoint.label(0).words(), "class 1"),
        (Breakpoint.label(0).words(("no", "yes")), "class no"),
        (Breakpoint.every(1000).words(), "every 1\u202f000 steps"),
        (NOT_FINITE[0], "W1[1, 2]"),
        (Message.of("{a} of {b}", a=Index(2), b=3), "3 of 3"),
    ],
)
def test_that_sentences_of_the_trainer_count_indices_and_no_other_numbers(
    said: str, shown: str
) -> None:
    counting.count_from(1)
    assert translated(said) == shown


def test_that_code_without_a_window_counts_from_zero_in_its_own_words() -> None:
    counting.count_from(1)
    assert str(Pin(7, 0).words()) == "train on sample 0"
    assert str(WeightEdit(7, "W1", 3, 5, 0.5).words()) == "W₁[3, 5] = 0.5"
