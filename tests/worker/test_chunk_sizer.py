"""Chunks by measured speed, and a set speed kept exactly, on a clock of the test's own."""

from __future__ import annotations

import pytest

from bpviz.worker import chunk_sizer as module
from bpviz.worker.chunk_sizer import CHUNK_SECONDS, ChunkSizer
from tests.worker.clock import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


def run(chunk_sizer: ChunkSizer, clock: Clock, seconds: float, cost: float = 1e-6) -> int:
    """Do what the trainer does for some time; return the steps taken."""
    taken, end = 0, clock.now + seconds
    while clock.now < end:
        steps = chunk_sizer.chunk(CHUNK_SECONDS)
        clock.now += steps * cost
        chunk_sizer.took(steps, steps * cost)
        taken += steps
        clock.now += max(chunk_sizer.wait(), 1e-4)
    return taken


def test_that_a_chunk_takes_the_time_that_it_may(clock: Clock) -> None:
    chunk_sizer = ChunkSizer()
    chunk_sizer.begin()
    for _ in range(5):
        steps = chunk_sizer.chunk(0.005)
        chunk_sizer.took(steps, steps * 2e-6)
    assert chunk_sizer.chunk(0.005) == pytest.approx(2500, abs=1)
    assert chunk_sizer.chunk(10.0) == pytest.approx(CHUNK_SECONDS / 2e-6, abs=1)
    assert chunk_sizer.chunk(0.0) == pytest.approx(0.002 / 2e-6, abs=1)
    assert chunk_sizer.wait() == 0.0


def test_that_a_chunk_has_at_least_one_step_and_no_more_than_can_be_counted(clock: Clock) -> None:
    chunk_sizer = ChunkSizer()
    for seconds in (10.0, 1e-12):
        for _ in range(50):
            chunk_sizer.took(1 if seconds > 1 else 1000, seconds)
        assert 1 <= chunk_sizer.full_chunk(0.01) <= 2**20
    slow = ChunkSizer()
    for _ in range(100):
        slow.took(1, 100.0)
    assert slow.full_chunk(0.01) == 1


@pytest.mark.parametrize("limit", [1.0, 7.0, 1000.0, 12_345.0])
def test_that_a_set_speed_is_kept(clock: Clock, limit: float) -> None:
    chunk_sizer = ChunkSizer()
    chunk_sizer.limit = limit
    chunk_sizer.begin()
    assert run(chunk_sizer, clock, 20.0) == pytest.approx(20 * limit + 1, abs=2 + limit * 1e-3)
    assert chunk_sizer.steps_per_second == pytest.approx(limit, rel=0.01)


def test_that_the_first_step_comes_at_once_and_the_second_in_its_time(clock: Clock) -> None:
    chunk_sizer = ChunkSizer()
    chunk_sizer.limit = 0.5
    chunk_sizer.begin()
    assert chunk_sizer.wait() == 0.0
    assert chunk_sizer.chunk(0.01) == 1
    chunk_sizer.took(1, 1e-6)
    assert chunk_sizer.chunk(0.01) == 0
    assert chunk_sizer.wait() == pytest.approx(2.0)
    clock.now += 2.0
    assert chunk_sizer.chunk(0.01) == 1


def test_that_what_the_machine_cannot_do_is_let_go(clock: Clock) -> None:
    chunk_sizer = ChunkSizer()
    chunk_sizer.limit = 1e6
    chunk_sizer.begin()
    run(chunk_sizer, clock, 5.0, cost=1e-3)
    assert chunk_sizer.steps_per_second == pytest.approx(1e3, rel=0.05)
    clock.now += 3600.0  # the machine was asleep
    chunk_sizer.chunk(0.01)
    chunk_sizer.limit = 10.0
    chunk_sizer.begin()
    assert chunk_sizer.chunk(0.01) == 1


def test_that_the_speed_shown_is_the_one_measured(clock: Clock) -> None:
    chunk_sizer = ChunkSizer()
    chunk_sizer.begin()
    run(chunk_sizer, clock, 5.0, cost=1e-5)
    assert chunk_sizer.steps_per_second == pytest.approx(1e5, rel=0.05)
    chunk_sizer.begin()
    assert chunk_sizer.steps_per_second == 0.0


@pytest.mark.parametrize("limit", [0.1, 0.3, 2.0, 3.0])
def test_that_the_speed_shown_stands_still_however_slowly_steps_come(
    clock: Clock, limit: float
) -> None:
    chunk_sizer = ChunkSizer()
    chunk_sizer.limit = limit
    chunk_sizer.begin()
    seen = set()
    for tick in range(1, 2000):  # as a walk through phases does: mostly there is no step
        done = int(tick * 0.05 * limit) - int((tick - 1) * 0.05 * limit)
        clock.now += 0.05
        chunk_sizer.took(done, 0.0)
        seen.add(chunk_sizer.steps_per_second)
    assert seen - {0.0}
    assert all(speed == pytest.approx(limit, rel=0.15) for speed in seen - {0.0})


def test_that_a_run_leaves_time_while_its_speed_is_far_below_the_machines(clock: Clock) -> None:
    chunk_sizer = ChunkSizer()
    chunk_sizer.took(1000, 1000 * 1e-6)
    assert not chunk_sizer.leaves_time
    for limit, spare in ((1.0, True), (50_000.0, True), (200_000.0, False), (1e9, False)):
        chunk_sizer.limit = limit
        assert chunk_sizer.leaves_time is spare
