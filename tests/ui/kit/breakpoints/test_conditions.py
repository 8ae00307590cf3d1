"""Every condition has a name and says precisely when it hits."""

from __future__ import annotations

import pytest

from bpviz.network.activations import Activation
from bpviz.training.breakpoints import BARE, WATCHING, Breakpoint, Condition
from bpviz.training.watches import Watch
from bpviz.ui.kit.breakpoints.conditions import (
    OFFERED,
    class_names,
    condition_name,
    condition_words,
    explanation,
    unavailable,
    value_name,
    words_before_value,
)
from tests.ui.frames import make_images, make_table


@pytest.mark.parametrize("condition", list(Condition))
def test_that_every_condition_is_named_and_explained(condition: Condition) -> None:
    assert condition_name(condition)
    assert bool(value_name(condition)) == (condition not in BARE)
    for sigma1 in Activation:
        assert "before the update" in explanation(condition, sigma1)


def test_that_what_needs_no_more_than_a_value_is_offered() -> None:
    assert set(OFFERED) | WATCHING == set(Condition)
    assert not set(OFFERED) & WATCHING


def test_that_names_differ() -> None:
    assert len({condition_name(condition) for condition in Condition}) == len(Condition)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Condition.LOSS_ABOVE, "exceeds"),
        (Condition.LOSS_BELOW, "below"),
        (Condition.SATURATED, "at least"),
        (Condition.LOSS_JUMP, "1000"),
        (Condition.EVERY, "2k"),
    ],
)
def test_that_it_says_on_which_side_of_the_value_it_hits(condition: Condition, words: str) -> None:
    assert words in explanation(condition, Activation.SIGMOID)


@pytest.mark.parametrize(
    ("sigma1", "words"),
    [
        (Activation.SIGMOID, "h < 0.01 or > 0.99"),
        (Activation.TANH, "|h| > 0.98"),
        (Activation.RELU, "h = 0"),
        (Activation.SOFTPLUS, "h < 0.01"),
        (Activation.IDENTITY, "no unit is ever saturated"),
    ],
)
def test_that_saturated_is_explained_for_the_activation(sigma1: Activation, words: str) -> None:
    assert words in explanation(Condition.SATURATED, sigma1)


def test_that_only_conditions_on_classes_need_them() -> None:
    refused = [c for c in Condition if unavailable(c, make_table())]
    assert refused == [Condition.LABEL, Condition.MISCLASSIFIED]
    assert not any(unavailable(c, make_images()) for c in Condition)
    assert class_names(make_table()) == ()
    assert class_names(make_images(classes=3)) == ("0", "1", "2")


def test_that_a_class_is_called_by_its_name_where_it_has_one() -> None:
    assert condition_words(Breakpoint.label(1), ("0", "1")) == "class 1"
    assert condition_words(Breakpoint.label(1), ("no", "yes")) == "class yes"
    assert condition_words(Breakpoint.label(7), ("no", "yes")) == "class 7"


@pytest.mark.parametrize("condition", sorted(set(Condition) - BARE))
def test_that_the_words_before_the_value_begin_the_condition(condition: Condition) -> None:
    watch = Watch.weight("W1", 1, 2) if condition in WATCHING else None
    breakpoint = Breakpoint(condition, 2, watch)
    before = words_before_value(breakpoint)
    assert condition_words(breakpoint, ()).startswith(before + "2")
