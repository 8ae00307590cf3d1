"""Which branches a line of text asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.network.rules import GradientRule
from bpviz.training.infos import BranchInfo, TestInfo
from bpviz.ui.panels.branches.filter import matching
from tests.ui.branches import make_run

NOTE = BranchInfo(
    3, "a name", 0, 100, 10_000, "λ = 0.5",
    run=make_run("Two moons", n_hidden=16), learning_rate=0.5, gradient_rule=GradientRule.EXACT,
    test=TestInfo(9_000, 0.25, 0.875), seconds=2.5,
)  # fmt: skip
ROW = "a name λ = 0.5 at step 100 exact"


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "NAME", "exact name", "λ=0.5", "λ = 0,5", "lambda <= .5", "l=16", "l>8 l<17",
        "l ≥ 16", "steps > 9 999", "steps = 10000", "accuracy > 87 %", "accuracy=87.5%",
        "loss < 0.3 a", "time<3", "seed = 0", "fork = 100",
    ],
)  # fmt: skip
def test_that_what_fits_is_found(text: str) -> None:
    assert matching(text)(NOTE, ROW)


@pytest.mark.parametrize(
    "text",
    [
        "other", "name other", "λ > 0.5", "l = 17", "l=16 l>16", "steps = 10001", "accuracy > 88",
        "wrong = 3", "time > 3",
    ],
)  # fmt: skip
def test_that_what_does_not_fit_is_left_out(text: str) -> None:
    assert not matching(text)(NOTE, ROW)


def test_that_what_was_not_measured_is_neither_large_nor_small() -> None:
    for test in (None, TestInfo(10, 0.1, float("nan"))):
        for text in ("accuracy < 90", "accuracy >= 0"):
            assert not matching(text)(replace(NOTE, test=test), ROW)


@given(text=st.text(st.sampled_from("λl<>=≤. 0159e-,%ax\u202f"), max_size=30))
def test_that_any_text_can_be_typed(text: str) -> None:
    assert matching(text)(NOTE, ROW) in (True, False)
