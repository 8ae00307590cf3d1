"""The pool of copies made smaller and larger, and what is given back of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.record.test_keyframes import check, least_missed, pool_of, put


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 200)), min_size=12, max_size=40),
    st.integers(0, 12),
)
@settings(max_examples=100)
def test_that_a_smaller_pool_keeps_what_is_missed_most_whichever_branch_it_is_of(
    puts: list[tuple[int, int]], slots: int
) -> None:
    """No branch is growing then, so that none is spared."""
    pool = pool_of(60)
    kept: dict[int, list[int]] = {}
    for branch, step in puts:
        put(pool, branch, step)
        kept[branch] = sorted({*kept.get(branch, ()), step})
    pool.resize(slots)
    assert pool.capacity == max(slots, 2)
    while sum(map(len, kept.values())) > max(slots, 2):
        of, gone = least_missed(kept, -1)
        kept[of].remove(gone)
        if not kept[of]:
            del kept[of]
    for branch in range(4):
        assert pool.steps(branch).tolist() == kept.get(branch, [])
        for step in kept.get(branch, ()):
            check(pool, branch, step)


def test_that_only_the_keyframes_that_are_needed_stay() -> None:
    pool = pool_of(20)
    for branch in range(3):
        for step in range(0, 50, 10):
            put(pool, branch, step)
    shown = pool.steps(1)
    pool.keep_only({0: 20, 1: 49, 7: 5})
    assert [pool.steps(branch).tolist() for branch in range(3)] == [
        [0, 10, 20],
        [0, 10, 20, 30, 40],
        [],
    ]
    assert pool.steps(1) is shown
    assert pool.latest(2, 100) is None
    pool.keep_only({1: 0})
    assert [pool.steps(branch).tolist() for branch in range(3)] == [[], [0], []]
    for step in range(18):  # the room is there again
        put(pool, 3, step)
        check(pool, 3, step)
    assert len(pool.steps(3)) == 18
    check(pool, 1, 0)


@pytest.mark.parametrize("size", [2, 3, 40])
def test_that_copies_in_a_pool_of_another_size_are_copies(size: int) -> None:
    pool = pool_of(6)
    put(pool, 0, 3)
    old = pool._room.W1T
    pool.resize(size)
    assert not np.shares_memory(pool._room.W1T, old)
    old[:] = 9.0
    check(pool, 0, 3)
