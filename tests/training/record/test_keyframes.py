"""The pool of copies: bounded, exact, dense at the end and even before it."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.training.record.keyframes import STOP_STATE, KeyframePool

SIZE = 8 * (3 * 2 + 1 * 2 + STOP_STATE)


def pool_of(slots: int) -> KeyframePool:
    return KeyframePool(3, 2, 1, slots * SIZE)


def put(pool: KeyframePool, branch: int, step: int) -> None:
    x = 1000.0 * branch + step
    pool.put(branch, step, np.full((3, 2), x), np.full((1, 2), -x), np.full(STOP_STATE, x / 2))


def check(pool: KeyframePool, branch: int, step: int) -> None:
    W1T, W2, stop = np.zeros((3, 2)), np.zeros((1, 2)), np.zeros(STOP_STATE)
    pool.get(branch, step, W1T, W2, stop)
    x = 1000.0 * branch + step
    assert (x == W1T).all()
    assert (-x == W2).all()
    assert (stop == x / 2).all()


def test_that_several_copies_at_once_are_those_one_by_one_and_no_views() -> None:
    pool = pool_of(20)
    for branch, step in ((0, 0), (0, 7), (2, 3), (0, 9), (2, 11)):
        put(pool, branch, step)
    wanted = [(2, 3), (0, 9), (0, 0), (2, 3)]
    W1T, W2, stop = pool.copies(wanted)
    x = np.array([1000.0 * branch + step for branch, step in wanted])
    assert (x[:, None, None] == W1T).all()
    assert W1T.shape == (4, 3, 2)
    assert (-x[:, None, None] == W2).all()
    assert W2.shape == (4, 1, 2)
    assert (stop == x[:, None] / 2).all()
    assert stop.shape == (4, STOP_STATE)
    W1T[:], W2[:], stop[:] = 0.0, 0.0, 0.0
    check(pool, 0, 9)
    assert [each.shape for each in pool.copies([])] == [(0, 3, 2), (0, 1, 2), (0, STOP_STATE)]


@pytest.mark.parametrize(
    ("budget", "slots"),
    [
        (0, 2),
        (SIZE * 3 - 1, 2),
        (SIZE * 4 + 1, 4),
        (SIZE * 15, 15),
        (SIZE * 16, 15),
        (SIZE * 400, 392),
    ],
)
def test_that_the_budget_bounds_the_copies_with_two_at_least_and_room_for_the_next(
    budget: int, slots: int
) -> None:
    assert KeyframePool(3, 2, 1, budget).capacity == slots


def test_that_no_budget_makes_room_for_more_than_4096_copies() -> None:
    assert KeyframePool(1, 1, 1, 2**50).capacity == 4096 - 8


def test_that_copies_are_copies() -> None:
    pool = pool_of(5)
    W1T = np.ones((3, 2))
    pool.put(0, 7, W1T, np.ones((1, 2)), np.ones(STOP_STATE))
    W1T[:] = 9
    pool.put(0, 7, W1T, W1T[:1], np.ones(STOP_STATE))  # already there: stays as it is
    pool.get(0, 7, W1T, np.ones((1, 2)), np.ones(STOP_STATE))
    assert W1T.max() == 1


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 60)), max_size=120),
    st.integers(2, 12),
)
@settings(max_examples=200)
def test_that_whatever_is_kept_is_exact_sorted_and_within_the_bound(
    puts: list[tuple[int, int]], slots: int
) -> None:
    pool = pool_of(slots)
    for branch, step in puts:
        put(pool, branch, step)
        steps = {b: pool.steps(b).tolist() for b in range(4)}
        assert step in steps[branch]
        assert sum(map(len, steps.values())) <= slots
        for b, kept in steps.items():
            assert kept == sorted(set(kept))
            for at in kept:
                check(pool, b, at)
            for probe in (0, 30, 60):
                below = [at for at in kept if at <= probe]
                assert pool.latest(b, probe) == (below[-1] if below else None)


def test_that_a_long_run_keeps_its_beginning_its_end_and_even_gaps_between() -> None:
    pool = pool_of(64)
    for step in range(20_000):
        put(pool, 0, step)
    steps = pool.steps(0)
    assert len(steps) == 60
    assert steps[0] == 0
    assert steps[-15:].tolist() == list(range(19_985, 20_000))
    gaps = np.diff(steps[:46])
    assert gaps.max() <= 4 * 20_000 / 45


def test_that_another_branch_growing_thins_the_old_one_and_keeps_its_first() -> None:
    pool = pool_of(16)
    for step in range(16):
        put(pool, 0, step)
    for step in range(5, 200):
        put(pool, 1, step)
    assert pool.steps(0)[0] == 0
    assert pool.steps(1)[0] == 5
    assert pool.steps(1)[-1] == 199
    assert len(pool.steps(0)) + len(pool.steps(1)) == 15


@pytest.mark.parametrize("slots", [2, 3, 4])
def test_that_more_branches_than_slots_do_no_harm(slots: int) -> None:
    pool = pool_of(slots)
    for branch in range(40):
        put(pool, branch, branch)
        check(pool, branch, branch)
    assert sum(len(pool.steps(b)) for b in range(40)) == slots


def test_that_the_steps_of_a_branch_are_read_only_and_follow_it() -> None:
    pool = pool_of(6)
    assert pool.steps(0).tolist() == []
    put(pool, 0, 3)
    shown = pool.steps(0)
    assert shown is pool.steps(0)
    assert not shown.flags.writeable
    put(pool, 0, 1)
    assert pool.steps(0).tolist() == [1, 3]
    assert shown.tolist() == [3]


def test_that_steps_are_whole_numbers_even_where_there_are_none() -> None:
    assert pool_of(3).steps(5).dtype == np.int64


@pytest.mark.parametrize("kept", [0, 2, 6])
@pytest.mark.parametrize("slots", [1, 2, 4, 9])
def test_that_touching_writes_to_all_that_is_not_used_and_to_nothing_else(
    kept: int, slots: int
) -> None:
    pool = pool_of(6)
    pool._room.W1T[:], pool._room.W2[:] = np.nan, np.nan  # as memory that nobody wrote to
    for step in range(kept):
        put(pool, 0, step)
    left = 6 - kept
    while left > 0:
        left -= slots
        assert pool.touch(slots) == (left > 0)
        written = [slot for slot in range(6) if not np.isnan(pool._room.W1T[slot]).any()]
        assert written == [slot for slot in range(6) if not np.isnan(pool._room.W2[slot]).any()]
        assert len(written) == kept + 6 - kept - max(left, 0)
    assert not pool.touch(slots)
    for step in range(kept):
        check(pool, 0, step)
    for step in range(kept, 6):
        put(pool, 0, step)
    for step in range(6):
        check(pool, 0, step)


def least_missed(kept: dict[int, list[int]], growing: int) -> tuple[int, int]:
    """The keyframe to give up, looked for one by one: branch and step."""
    in_all = sum(map(len, kept.values()))
    best = None
    for branch, steps in kept.items():
        spared = in_all // 4 if branch == growing else 0
        for at in range(1, max(3, len(steps) - spared) - 1):
            if at + 1 < len(steps):
                gap = steps[at + 1] - steps[at - 1]
                if best is None or gap < best[0]:
                    best = (gap, branch, steps[at])
    if best is None:
        longest = max(len(steps) for steps in kept.values())
        among = [b for b, steps in kept.items() if len(steps) == longest]
        branch = next((b for b in among if b != growing), among[0])
        return branch, kept[branch][-1]
    return best[1:]


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 200)), min_size=10, max_size=60),
    st.integers(2, 12),
)
@settings(max_examples=200)
def test_that_the_one_that_is_missed_least_makes_room(
    puts: list[tuple[int, int]], slots: int
) -> None:
    pool, kept = pool_of(slots), dict[int, list[int]]()
    for branch, step in puts:
        if step not in kept.get(branch, ()):
            if sum(map(len, kept.values())) == slots:
                of, gone = least_missed(kept, branch)
                kept[of].remove(gone)
                if not kept[of]:
                    del kept[of]
            kept[branch] = sorted([*kept.get(branch, []), step])
        put(pool, branch, step)
        assert {b: pool.steps(b).tolist() for b in range(3)} == {
            b: kept.get(b, []) for b in range(3)
        }


@pytest.mark.parametrize("kept", [3, 5, 12])
def test_that_a_pool_made_smaller_and_larger_again_keeps_what_is_missed_most(kept: int) -> None:
    pool = pool_of(12)
    for step in range(kept):
        put(pool, 0, 10 * step)
    pool.resize(4)
    assert pool.capacity == 4
    steps = pool.steps(0).tolist()
    assert len(steps) == min(kept, 4)
    assert (steps[0], steps[-1]) == (0, 10 * (kept - 1))
    for size in (4, 7, None):
        pool.resize(size)
        assert pool.capacity == (size or 12)
        assert pool.steps(0).tolist() == steps
        for step in steps:
            check(pool, 0, step)
    for step in range(200, 212):
        put(pool, 1, step)
        check(pool, 1, step)
    assert sum(len(pool.steps(branch)) for branch in (0, 1)) == 12
    pool.resize(0)
    assert pool.capacity == 2


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 40), st.integers(0, 6)), max_size=30),
    st.integers(2, 40),
)
@settings(max_examples=200)
def test_that_what_a_run_puts_into_the_room_ahead_is_kept_as_by_putting_it(
    runs: list[tuple[int, int, int]], slots: int
) -> None:
    """Each run makes a keyframe every third step, as many as there is room for or fewer."""
    ahead, by_hand = pool_of(slots), pool_of(slots)
    for branch, first, count in runs:
        room = ahead.ahead(count, 3)
        assert len(room.slots) == len(set(room.slots.tolist())) <= count
        assert len(room.slots) >= min(count, slots // 16)
        assert room.every == 3
        steps = [3 * (first + at) for at in range(len(room.slots))]
        for step, slot in zip(steps, room.slots, strict=True):
            x = 1000.0 * branch + step
            room.W1T[slot], room.W2[slot], room.stop[slot] = x, -x, x / 2
        used = steps[: 1 + first % 6]
        ahead.adopt(branch, used)
        for step in used:
            put(by_hand, branch, step)
        for b in range(3):
            assert ahead.steps(b).tolist() == by_hand.steps(b).tolist()
            for step in ahead.steps(b).tolist():
                check(ahead, b, step)


def test_that_whoever_keeps_what_the_pool_looks_at_does_not_stop_it() -> None:
    """As a debugger does, or a thread that asks for all objects at a bad moment."""
    kept: list[dict[str, Any]] = []

    def keep(frame: FrameType, _event: str, _value: object) -> Any:
        kept.append(dict(frame.f_locals))
        return keep

    pool, before = pool_of(15), sys.gettrace()
    sys.settrace(keep)
    try:
        for step in range(40):
            put(pool, 0, step)
        pool.keep_only({0: 35})
    finally:
        sys.settrace(before)
    assert any("inner" in names for names in kept)
    assert pool.steps(0)[0] == 0
    assert pool.steps(0)[-1] == 35
