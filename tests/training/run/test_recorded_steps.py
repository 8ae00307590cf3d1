"""Steps that are read beside a run are those of its history, to the last bit."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network.types import Floats, Ints
from bpviz.training import Session, Settings
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.run.recorded_steps import RecordedSteps
from bpviz.training.settings import SettingsError
from tests.training.conftest import small_world
from tests.training.oracle import bits
from tests.training.run.test_follower import CHANGES


def read(steps: RecordedSteps) -> tuple[Floats, list[float], Ints]:
    """Return values (3, k), λ and pair of each step, and see that none is missing."""
    values, rates, samples, at = [np.empty((3, 0))], [], [np.empty(0, np.int64)], steps.first
    for part in steps.parts(GOES_ON):
        assert part.first == at
        at += len(part.samples)
        values.append(part.values.copy())
        rates += [part.learning_rate] * len(part.samples)
        samples.append(part.samples)
    assert at == steps.last
    return np.concatenate(values, axis=1), rates, np.concatenate(samples)


def same_as_history(run: Session, first: int, last: int) -> None:
    """Compare every number of some steps with what the run says of them."""
    values, rates, samples = read(run.recorded_steps(first, last))
    history = run.history
    for row, right in zip(
        values, (history.loss, history.gradient_W1, history.gradient_W2), strict=True
    ):
        assert row.tobytes() == right(first, last).tobytes()
    assert rates == [run.branch.journal.rate(step) for step in range(first, last)]
    assert samples.tolist() == [run.sample_index(step) for step in range(first, last)]


@settings(max_examples=12)
@given(
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from(CHANGES)), max_size=5),
    st.integers(0, 3000),
    st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted),
)
def test_that_they_are_those_of_the_history_however_old_and_whatever_was_changed(
    sparse: Dataset,
    changes: list[tuple[int, Callable[[Session], object]]],
    back: int,
    part: list[float],
) -> None:
    with small_world():
        run = Session(Settings(n_hidden=4, learning_rate=0.25), sparse)
        for count, change in changes:
            run.advance(count)
            change(run)
        run.advance(4800)  # more than are kept exactly
        run.back(back)
        before = run.state, bits(run.network)
        for first, last in (
            (0, run.tip), (int(part[0] * run.tip), int(part[1] * run.tip)), (run.tip - 9, run.tip),
        ):  # fmt: skip
            same_as_history(run, first, last)
        assert run.recorded_steps().to_compute > 0
        assert (run.state, bits(run.network)) == before


@pytest.mark.usefixtures("in_a_small_world")
def test_that_they_stay_what_they_were_while_the_run_goes_on(sparse: Dataset) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.advance(5000)
    run.set_learning_rate(0.5)
    steps, right = run.recorded_steps(), run.history.loss(0, 5000)
    run.back(4000)
    run.set_learning_rate(0.25)  # on a branch of its own
    run.advance(9000)
    assert read(steps)[0][0].tobytes() == right.tobytes()
    assert run.branch.fork == 1000
    same_as_history(run, 0, run.tip)


def test_that_another_order_and_a_keyframe_in_between_change_nothing(sparse: Dataset) -> None:
    for order in ("shuffled", "sequential"):
        with small_world():
            run = Session(Settings(n_hidden=3, order=order), sparse)
            run.advance(6000)
            same_as_history(run, 1234, 2345)
            assert 670 <= run.recorded_steps(1234, 2345).to_compute < 670 + 64


@pytest.mark.usefixtures("in_a_small_world")
def test_that_it_ends_where_nobody_waits_any_more(sparse: Dataset) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.advance(6000)
    stop = np.zeros(1, dtype=np.uint8)
    seen = 0
    for part in run.recorded_steps().parts(stop):
        seen += len(part.samples)
        stop[0] = 1
    assert 0 < seen <= 256
    assert list(run.recorded_steps(5990).parts(stop)) == []


def test_that_a_range_that_there_is_not_is_refused(sparse: Dataset) -> None:
    run = Session(Settings(n_hidden=3), sparse)
    run.advance(5)
    with pytest.raises(SettingsError, match=r"The end of the range is 6; it must be .* 0 to 5\."):
        run.recorded_steps(0, 6)
    assert len(run.recorded_steps(5)) == 0
    assert repr(run.recorded_steps(2, 4)) == "<RecordedSteps 2 to 4, 0 to compute>"
