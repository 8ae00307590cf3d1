"""Watches as people type them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.training import Breakpoint, SettingsError, Watch
from bpviz.training.watch_text import EXAMPLES, watch_of

INDICES = st.integers(0, 2**63 - 1)


@given(st.sampled_from(EXAMPLES), INDICES, INDICES, INDICES)
def test_that_text_and_title_describe_a_watch(text: str, row: int, column: int, at: int) -> None:
    known = watch_of(text)
    watch = Watch(
        known.quantity,
        None if known.row is None else row,
        None if known.column is None else column,
        None if known.sample is None else at,
    )
    assert str(known) == text
    for said in (str(watch), str(watch.title()), f"  {str(watch.title()).upper()} "):
        assert watch_of(said) == watch


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("w1[3,17]", "W1[3, 17]"),
        ("norm W2[3]", "norm W2[3, :]"),
        ("‖W1[3]‖", "norm W1[3, :]"),
        ("norm w1 [ : , : ]", "norm W1"),
        ("loss on sample 60", "loss of sample 60"),
        ("δ₁[2]", "delta1[2]"),
    ],
)
def test_that_small_differences_do_not_matter(text: str, right: str) -> None:
    assert str(watch_of(text)) == right


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The watch is ''; it must be a number of the run such as W1[3, 17], W2[0, 3]"),
        ("accuracy", "it must be a number of the run such as"),
        ("W1[3]", "it must be a number of the run such as"),
        ("norm W1[3", "it must be a number of the run such as"),
        ("‖W1", "it must be a number of the run such as"),
        ("h[x]", "The watch is 'h[x]': 'x' is not a whole number. Use a form such as"),
        ("h[-1]", "The row or unit of h is -1; it must be a whole number from 0"),
        ("loss of sample x", "'x' is not a whole number"),
        ("W1[1, 2] of sample 3", "W1 cannot be of one sample in every step."),
    ],
)
def test_that_what_is_none_is_refused_in_one_sentence(text: str, words: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(words)) as refused:
        watch_of(text)
    assert "\n" not in str(refused.value)


def test_that_data_breakpoints_are_made_of_what_is_typed_as_well() -> None:
    watch = Watch.weight("W1", 3, 17)
    typed, made = "W1[3, 17]", (watch, 0.5)
    assert Breakpoint.above(typed, 0.5) == Breakpoint.above(*made)
    assert Breakpoint.below(typed, 0.5) == Breakpoint.below(*made)
    assert Breakpoint.moves(typed, 0.5) == Breakpoint.moves(*made)
    assert Breakpoint.changes_sign(typed) == Breakpoint.changes_sign(watch)
    assert Breakpoint.above("loss", 0.5) == Breakpoint.loss_above(0.5)
    with pytest.raises(SettingsError, match="The watch is 'text'; it must be a number of the run"):
        Breakpoint.moves("text", 1)
    with pytest.raises(SettingsError, match="The watch is 7; it must be a Watch, such as"):
        Breakpoint.above(7, 1)  # type: ignore[arg-type]
