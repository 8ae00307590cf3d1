"""What each entry of a journal says of itself."""

from __future__ import annotations

import pytest

from bpviz.network import GradientRule
from bpviz.training.journal.entries import (
    Change,
    Hold,
    Pin,
    RateChange,
    RuleChange,
    Skip,
    WeightEdit,
)

EXACT, PRINTED = GradientRule.EXACT, GradientRule.AS_PRINTED


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (RateChange(3, 0.123456), "λ = 0.1235"),
        (RuleChange(3, EXACT), "gradient rule: exact"),
        (RuleChange(3, PRINTED), "gradient rule: as printed in the note"),
        (WeightEdit(3, "W1", 4, 6, -2.5), "W₁[4, 6] = -2.5"),
        (WeightEdit(3, "W2", 0, 1, 1e-7), "W₂[0, 1] = 1e-07"),
        (Pin(3, 17), "train on sample 17"),
        (Pin(3, 60_000, "a drawing"), "train on a drawing"),
        (Hold(3, 0), "keep training on sample 0"),
        (Hold(3, 60_000, "a drawing"), "keep training on a drawing"),
        (Hold(3, None), "draw samples again"),
        (Skip(3, 9), "skip sample 9"),
    ],
)
def test_that_a_change_says_itself_in_words(change: Change, words: str) -> None:
    assert change.words() == words
