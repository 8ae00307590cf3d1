"""Copies that a run makes on its way, against runs that end where a copy is due."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import kernels
from bpviz.network.keyframe_copies import Copies
from tests.network.runs import Run

EVERY = 3


def room(data: Dataset, slots: list[int], every: int = EVERY) -> Copies:
    """Room for ten copies for a network with 5 hidden units, filled with −7."""
    return Copies(
        np.full((10, data.n_inputs, 5), -7.0),
        np.full((10, data.n_outputs, 5), -7.0),
        np.full((10, 5), -7.0),
        np.array(slots, dtype=np.int64),
        every,
    )


def samples(count: int) -> list[int]:
    return [(5 * step) % 4 for step in range(count)]


def check(copies: Copies, slot: int, data: Dataset, steps: int, **how: object) -> None:
    """Slot `slot` holds what a run has after `steps` steps."""
    alone = Run(data)
    if steps:
        alone(samples(steps), **how)  # type: ignore[arg-type]
    np.testing.assert_array_equal(copies.W1T[slot], alone.W1T)
    np.testing.assert_array_equal(copies.W2[slot], alone.W2)
    np.testing.assert_array_equal(copies.stop[slot], alone.stop)


@pytest.mark.parametrize("first", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 8, 9])
def test_that_each_copy_is_of_the_step_at_which_it_is_due(
    sparse: Dataset, first: int, count: int
) -> None:
    copies = room(sparse, [4, 0, 9, 2])
    run = Run(sparse)
    if first:
        run(samples(first))
    run(samples(first + count)[first:], copies=copies)
    due = [step for step in range(first + 1, first + count + 1) if step % EVERY == 0]
    for slot, step in zip([4, 0, 9, 2], due, strict=False):
        check(copies, slot, sparse, step)
    for slot in set(range(10)) - set([4, 0, 9, 2][: len(due)]):
        assert (copies.W1T[slot] == -7).all()
        assert (copies.W2[slot] == -7).all()
        assert (copies.stop[slot] == -7).all()


def test_that_a_run_without_room_for_more_goes_on_without(sparse: Dataset) -> None:
    copies = room(sparse, [6])
    run = Run(sparse)
    assert run(samples(10), copies=copies)[0] == 10
    check(copies, 6, sparse, 3)
    assert (np.delete(copies.W1T, 6, axis=0) == -7).all()
    without = Run(sparse)
    without(samples(10))
    np.testing.assert_array_equal(run.W1T, without.W1T)
    np.testing.assert_array_equal(run.W2, without.W2)


def test_that_a_copy_is_made_though_the_run_ends_at_that_step(sparse: Dataset) -> None:
    copies, stopping = room(sparse, [1]), (3, 1.0, 1)  # the first window cannot be good enough
    run = Run(sparse)
    run.stop[2] = 0.0
    done, why, _ = run(samples(9), stopping=stopping, copies=copies)
    assert (done, why) == (3, kernels.LEVELLED)
    np.testing.assert_array_equal(copies.W1T[1], run.W1T)
    np.testing.assert_array_equal(copies.stop[1], run.stop)
    copies = room(sparse, [1], every=1)
    run = Run(sparse)
    done, why, _ = run(samples(9), attention=np.ones(1, np.uint8), copies=copies)
    assert (done, why) == (1, kernels.ATTENTION)
    check(copies, 1, sparse, 1)


def test_that_a_step_that_is_not_taken_is_not_copied(sparse: Dataset) -> None:
    untouched = room(sparse, [1, 2], every=1)
    run = Run(sparse)
    run.W2[:] = np.nan
    assert run(samples(2), copies=untouched)[:2] == (0, kernels.NOT_FINITE)
    assert (untouched.W1T == -7).all()
    assert (untouched.stop == -7).all()
