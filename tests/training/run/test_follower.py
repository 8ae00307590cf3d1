"""Whoever goes along a branch once more comes to the same bits, and leaves the run alone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import GradientRule
from bpviz.training import Session, Settings, StoppingRule
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.pairs.custom_pair import CustomPair
from tests.training.oracle import bits

OWN = CustomPair(np.arange(7.0), np.eye(3)[2], 2, "a drawing as 2")

CHANGES: tuple[Callable[[Session], object], ...] = (
    lambda run: run.set_learning_rate(0.125),
    lambda run: run.set_gradient_rule(GradientRule.AS_PRINTED),
    lambda run: run.edit_weight("W1", 1, 2, 0.75),
    lambda run: run.edit_weight("W2", 0, 3, -0.5),
    lambda run: run.train_next(5),
    lambda run: run.train_own(OWN),
    lambda run: run.hold(3),
    lambda run: run.hold(None),
    lambda run: run.skip(),
    lambda run: run.undo() if run.undo_words else None,
)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(CHANGES)), max_size=6),
    st.lists(st.integers(0, 120), min_size=1, max_size=4).map(sorted),
)
def test_that_it_comes_to_the_bits_of_the_branch_at_every_step(
    sparse: Dataset, changes: list[tuple[int, Callable[[Session], object]]], steps: list[int]
) -> None:
    run = Session(Settings(n_hidden=4, learning_rate=0.5), sparse)
    for count, change in changes:
        run.advance(count)
        change(run)
    run.advance(60)
    before, follower = bits(run.network), run.follower()
    for step in steps:
        if step <= run.tip:
            assert follower.go_to(step, run.branch.journal, GOES_ON)
            right = run.network_at(run.branch.number, step)
            assert bits(follower.network()) == bits(right)
    assert bits(run.network) == before


def test_that_it_goes_on_from_where_it_was_stopped(sparse: Dataset) -> None:
    run = Session(Settings(n_hidden=4), sparse)
    run.advance(100)
    follower, journal = run.follower(), run.branch.journal
    for stopped_at in (0, 30, 30):
        assert not follower.go_to(90, journal, np.ones(1, dtype=np.uint8))
        assert follower.go_to(stopped_at, journal, GOES_ON)
    assert bits(follower.network()) == bits(run.network_at(0, 30))
    assert follower.go_to(90, journal, GOES_ON)
    assert bits(follower.network()) == bits(run.network_at(0, 90))


def test_that_a_stopping_rule_does_not_stop_it(xor: Dataset) -> None:
    rule = StoppingRule(window=10, tolerance=0.5, patience=1)
    run = Session(Settings(n_hidden=3, stopping=rule), xor)
    while run.step < 200:
        run.advance(200 - run.step)
    follower = run.follower()
    assert follower.go_to(200, run.branch.journal, GOES_ON)
    assert bits(follower.network()) == bits(run.network)


def test_that_a_step_that_was_taken_once_and_is_not_finite_now_is_an_error(xor: Dataset) -> None:
    run = Session(Settings(n_hidden=3, sigma1="identity", sigma2="identity"), xor)
    follower = run.follower()
    run.set_learning_rate(1e300)
    with pytest.raises(RuntimeError, match="was taken once"):
        follower.go_to(1000, run.branch.journal, GOES_ON)
