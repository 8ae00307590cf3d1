"""What the parts of a session share: a state, and an engine that belongs to it."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.training import Settings
from bpviz.training.run.context import RunContext
from bpviz.training.run.run_state import Spot
from tests.training.conftest import small_world
from tests.training.oracle import bits, tight
from tests.training.run.parts import line_of, trained

SMALL = Settings(n_hidden=4, learning_rate=0.5)


def test_that_a_run_begins_on_its_first_branch_with_a_copy_of_the_weights(sparse: Dataset) -> None:
    run = RunContext(SMALL, sparse, 7)
    assert (run.state.step, run.state.tip, run.branch.number, run.state.next_branch) == (0, 0, 7, 8)
    assert run.replayer.pool.steps(7).tolist() == [0]
    assert bits(run.engine.network()) == bits(line_of(run).network(0))


@given(steps=st.lists(st.integers(0, 50), min_size=1, max_size=8))
def test_that_its_engine_stands_wherever_the_state_says(sparse: Dataset, steps: list[int]) -> None:
    """Nobody moves it: whoever puts a state in the place of another need not think of it."""
    with small_world(8):
        run = trained(tight(SMALL, sparse, 3), sparse, 50)
        line = line_of(run)
        for step in steps:
            run.stand(replace(run.state, step=step, spot=Spot()))
            assert run.engine.step == step
            assert bits(run.engine.network()) == bits(line.network(step))
            assert run.state.tip == run.branch.tip == 50


def test_that_an_engine_that_has_gone_ahead_is_taken_as_it_is(sparse: Dataset) -> None:
    run = trained(SMALL, sparse, 20)
    here, there, line = run.engine, run.spare, line_of(run)
    assert there is not here
    ahead = replace(run.state, step=5, spot=Spot())
    run.replayer.bring(there, run.branch, 5)
    there.spot = ahead.spot
    before = run.state
    with patch.object(run.replayer, "bring", side_effect=AssertionError("it was replayed")):
        assert (run.engine, run.spare) == (here, there)
        run.stand(ahead)
        assert (run.engine, run.spare) == (there, here)
        run.stand(before)
        assert (run.engine, run.spare) == (here, there)
    assert bits(here.network()) == bits(line.network(20))
    assert bits(there.network()) == bits(line.network(5))


def test_that_only_the_spare_engine_is_given_up(sparse: Dataset) -> None:
    run = trained(SMALL, sparse, 20)
    here, spare = run.engine, weakref.ref(run.spare)
    run.give_up_spare()
    gc.collect()
    assert spare() is None
    assert run.engine is here
    assert run.spare is not here
