"""What a watch is, and which runs have it."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.training import SettingsError, Watch
from bpviz.training.watch_text import EXAMPLES, watch_of
from bpviz.training.watches import Cost, Quantity

DATA = Dataset.from_arrays("seven", np.ones((7, 5)), np.ones((7, 2)), constant=4)


def test_that_what_costs_nothing_is_a_weight_or_of_the_pair_of_the_step() -> None:
    costs = {text: watch_of(text).cost for text in EXAMPLES}
    assert [text for text in costs if costs[text] is Cost.SAMPLE] == [
        "f[0] of sample 41", "loss of sample 41",
    ]  # fmt: skip
    assert {text for text in costs if costs[text] is Cost.MATRIX} == {
        text for text in EXAMPLES if text.startswith("norm")
    }


@pytest.mark.parametrize(
    ("watch", "text", "title"),
    [
        (Watch.weight("W1", 3, 17), "W1[3, 17]", "W₁[3, 17]"),
        (Watch.weight("W2", 0, 3), "W2[0, 3]", "W₂[0, 3]"),
        (Watch.bias(3), "bias[3]", "bias[3]"),
        (Watch.norm("W2"), "norm W2", "‖W₂‖"),
        (Watch.norm("W1", row=3), "norm W1[3, :]", "‖W₁[3, ·]‖"),
        (Watch.norm("W1", column=9), "norm W1[:, 9]", "‖W₁[·, 9]‖"),
        (Watch.of_unit("delta1", 4), "delta1[4]", "δ1[4]"),
        (Watch.of_unit("f", 0, 41), "f[0] of sample 41", "f[0] of sample 41"),
        (Watch.loss(), "loss", "loss"),
        (Watch.loss(6), "loss of sample 6", "loss of sample 6"),
    ],
)
def test_that_a_watch_says_itself_in_a_line(watch: Watch, text: str, title: str) -> None:
    assert (str(watch), str(watch.title())) == (text, title)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Watch(Quantity.W1, 3), "The column of W1 is None; it must be a whole number"),
        (lambda: Watch.weight("W1", -1, 0), "The row or unit of W1 is -1; it must be a whole"),
        (lambda: Watch.of_unit("h", 1.5), "The row or unit of h is 1.5"),  # type: ignore[arg-type]
        (lambda: Watch.loss(True), "The sample for loss is True"),
        (lambda: Watch(Quantity.LOSS, 1), "loss has no rows. Leave out the index."),
        (lambda: Watch(Quantity.H, 1, 2), "h has no columns. Leave out one index."),
        (lambda: Watch.of_unit("delta2", 1, 2), "delta2 cannot be of one sample in every step."),
        (lambda: Watch(Quantity.W2, 1, 2, 3), "W2 cannot be of one sample in every step."),
        (lambda: Watch.norm("W1", 1, 2), "A norm is of a row, of a column or of the whole matrix"),
        (lambda: Watch.weight("W3", 1, 2), 'The matrix is \'W3\'; it must be "W1" or "W2".'),  # type: ignore[arg-type]
        (lambda: Watch("W9", 1, 2), "The quantity to watch is 'W9'; it must be one of W1, W2"),  # type: ignore[arg-type]
    ],
)
def test_that_what_no_run_has_is_refused_in_one_sentence(make: Any, words: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(words)) as refused:
        make()
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("W1[3, 0]", "The row or unit of W1 is 3; it must be a whole number from 0 to 2."),
        ("W1[2, 5]", "The column of W1 is 5; it must be a whole number from 0 to 4."),
        ("W2[2, 0]", "The row or unit of W2 is 2; it must be a whole number from 0 to 1."),
        ("norm W2[:, 3]", "The column of norm W2 is 3; it must be a whole number from 0 to 2."),
        ("delta2[2]", "The row or unit of delta2 is 2; it must be a whole number from 0 to 1."),
        ("loss of sample 8", "The sample for loss is 8; it must be a whole number from 0 to 7."),
    ],
)
def test_that_another_run_can_be_asked_whether_it_has_one(text: str, words: str) -> None:
    watch = watch_of(text)
    assert watch.problem(DATA, n_hidden=3, own_pairs=1) == words
    with pytest.raises(SettingsError, match=re.escape(words)):
        watch.check(DATA, n_hidden=3, own_pairs=1)
    assert watch.problem(Dataset.from_arrays("d", np.ones((9, 9)), np.ones((9, 9))), 9) == ""


def test_that_there_is_a_bias_only_where_an_input_is_constant() -> None:
    without = Dataset.from_arrays("plain", np.ones((7, 5)), np.ones((7, 2)))
    assert Watch.bias(2).problem(DATA, 3) == ""
    assert "no constant input" in Watch.bias(2).problem(without, 3)
