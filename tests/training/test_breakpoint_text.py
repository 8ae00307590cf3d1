"""Breakpoints as people type them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.training import Breakpoint, SettingsError
from bpviz.training.breakpoint_text import EXAMPLES, breakpoint_of
from bpviz.training.breakpoints import BARE, COUNTED, WATCHING, Condition
from bpviz.training.watches import Watch

NAMES = ("setosa", "2", "iris virginica")


@given(st.sampled_from(Condition), st.integers(1, 900))
def test_that_the_words_of_a_breakpoint_describe_it(condition: Condition, value: int) -> None:
    watch = Watch.loss(value) if condition in WATCHING else None
    made = Breakpoint(condition, value if condition in COUNTED else value / 10, watch)
    assert breakpoint_of(str(made.words()), ()) == made
    assert breakpoint_of(f"  {str(made.words()).upper()} ", ()) == made


def test_that_there_is_an_example_of_every_condition() -> None:
    assert [breakpoint_of(each, ()).condition for each in EXAMPLES] == [
        Condition.LOSS_ABOVE, Condition.LOSS_BELOW, Condition.GRADIENT_W1_ABOVE,
        Condition.GRADIENT_W2_ABOVE, Condition.SAMPLE, Condition.LABEL, Condition.MISCLASSIFIED,
        Condition.SATURATED, Condition.LOSS_JUMP, Condition.EVERY, Condition.NOT_FINITE,
        Condition.WATCH_ABOVE, Condition.WATCH_BELOW, Condition.SIGN_CHANGE, Condition.MOVE_ABOVE,
    ]  # fmt: skip
    assert len(EXAMPLES) == len(Condition) >= len(BARE)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("loss>2", Breakpoint.loss_above(2)),
        ("Loss > 1e-3", Breakpoint.loss_above(1e-3)),
        ("loss < 0,5", Breakpoint.loss_below(0.5)),
        ("loss > 3*mean", Breakpoint.loss_jump(3)),
        ("gradient W1 > 4", Breakpoint.gradient_above(4, "W1")),
        ("class = setosa", Breakpoint.label(0)),
        ("class 2", Breakpoint.label(1)),  # a name first
        ("class 7", Breakpoint.label(7)),
        ("class iris virginica", Breakpoint.label(2)),
        ("sample == 12", Breakpoint.sample(12)),
        ("every step", Breakpoint.every(1)),
        ("every 1 step", Breakpoint.every(1)),
        ("w1[3,17]>2", Breakpoint.above(Watch.weight("W1", 3, 17), 2)),
        ("loss on sample 41 < 1e-3", Breakpoint.below(Watch.loss(41), 1e-3)),
        ("norm W2[0] moves more than 0,5", Breakpoint.moves(Watch.norm("W2", 0), 0.5)),
        ("loss moves by > 1", Breakpoint.moves(Watch.loss(), 1)),
        ("δ2[0]  changes  sign", Breakpoint.changes_sign(Watch.of_unit("delta2", 0))),
    ],
)
def test_that_small_differences_do_not_matter(text: str, right: Breakpoint) -> None:
    assert breakpoint_of(text, NAMES) == right


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The breakpoint is ''; it must be a condition such as loss > 2, loss < 0.01"),
        ("loss", "it must be a condition such as"),
        ("loss > much", "The breakpoint is 'loss > much': 'much' is not a number. Use a form such"),
        ("loss > 1e999", "is too large a number"),
        ("sample x7", "'x7' is not a whole number"),
        ("every 0 steps", "The number of steps of the breakpoint is 0; it must be a whole number"),
        ("lss > 2", "The breakpoint is 'lss > 2'; it must be a condition such as loss > 2"),
        ("h[1] > much", "The breakpoint is 'h[1] > much': 'much' is not a number. Use a form"),
        ("h[x] > 2", "The breakpoint is 'h[x] > 2': 'x' is not a whole number. Use a form such"),
        ("delta1[2] of sample 3 > 0", "delta1 cannot be of one sample in every step."),
        ("class tulip", "There is no class 'tulip'. Use one of setosa, 2, iris virginica."),
    ],
)
def test_that_what_is_none_is_refused_in_one_sentence(text: str, words: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(words)) as refused:
        breakpoint_of(text, NAMES)
    assert "\n" not in str(refused.value)


def test_that_a_class_has_any_name_before_the_data_is_known() -> None:
    assert breakpoint_of("class tulip").condition is Condition.LABEL
