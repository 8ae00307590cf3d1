"""Chunks by measured speed, and a set speed kept exactly, on a clock of the test's own."""

from __future__ import annotations

import pytest

from bpviz.worker import pace as module
from bpviz.worker.pace import CHUNK_SECONDS, Pace
from tests.worker.clock import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


def run(pace: Pace, clock: Clock, seconds: float, cost: float = 1e-6) -> int:
    """Do what the trainer does for some time; return the steps taken."""
    taken, end = 0, clock.now + seconds
    while clock.now < end:
        steps = pace.chunk(CHUNK_SECONDS)
        clock.now += steps * cost
        pace.took(steps, steps * cost)
        taken += steps
        clock.now += max(pace.wait(), 1e-4)
    return taken


def test_that_a_chunk_takes_the_time_that_it_may(clock: Clock) -> None:
    pace = Pace()
    pace.begin()
    for _ in range(5):
        steps = pace.chunk(0.005)
        pace.took(steps, steps * 2e-6)
    assert pace.chunk(0.005) == pytest.approx(2500, abs=1)
    assert pace.chunk(10.0) == pytest.approx(CHUNK_SECONDS / 2e-6, abs=1)
    assert pace.chunk(0.0) == pytest.approx(0.002 / 2e-6, abs=1)
    assert pace.wait() == 0.0


def test_that_a_chunk_has_at_least_one_step_and_no_more_than_can_be_counted(clock: Clock) -> None:
    pace = Pace()
    for seconds in (10.0, 1e-12):
        for _ in range(50):
            pace.took(1 if seconds > 1 else 1000, seconds)
        assert 1 <= pace.full_chunk(0.01) <= 2**20
    slow = Pace()
    for _ in range(100):
        slow.took(1, 100.0)
    assert slow.full_chunk(0.01) == 1


@pytest.mark.parametrize("limit", [1.0, 7.0, 1000.0, 12_345.0])
def test_that_a_set_speed_is_kept(clock: Clock, limit: float) -> None:
    pace = Pace()
    pace.limit = limit
    pace.begin()
    assert run(pace, clock, 20.0) == pytest.approx(20 * limit + 1, abs=2 + limit * 1e-3)
    assert pace.steps_per_second == pytest.approx(limit, rel=0.01)


def test_that_the_first_step_comes_at_once_and_the_second_in_its_time(clock: Clock) -> None:
    pace = Pace()
    pace.limit = 0.5
    pace.begin()
    assert pace.wait() == 0.0
    assert pace.chunk(0.01) == 1
    pace.took(1, 1e-6)
    assert pace.chunk(0.01) == 0
    assert pace.wait() == pytest.approx(2.0)
    clock.now += 2.0
    assert pace.chunk(0.01) == 1


def test_that_what_the_machine_cannot_do_is_let_go(clock: Clock) -> None:
    pace = Pace()
    pace.limit = 1e6
    pace.begin()
    run(pace, clock, 2.0, cost=1e-3)
    clock.now += 3600.0  # the machine was asleep
    pace.chunk(0.01)
    pace.limit = 10.0
    pace.begin()
    assert pace.chunk(0.01) == 1


def test_that_the_speed_shown_is_the_one_measured(clock: Clock) -> None:
    pace = Pace()
    pace.begin()
    run(pace, clock, 5.0, cost=1e-5)
    assert pace.steps_per_second == pytest.approx(1e5, rel=0.05)
    pace.begin()
    assert pace.steps_per_second == 0.0


@pytest.mark.parametrize("limit", [0.1, 0.3, 2.0, 3.0])
def test_that_the_speed_shown_stands_still_however_slowly_steps_come(
    clock: Clock, limit: float
) -> None:
    pace = Pace()
    pace.limit = limit
    pace.begin()
    seen = set()
    for tick in range(1, 2000):  # as a walk through phases does: mostly there is no step
        done = int(tick * 0.05 * limit) - int((tick - 1) * 0.05 * limit)
        clock.now += 0.05
        pace.took(done, 0.0)
        seen.add(pace.steps_per_second)
    assert seen - {0.0}
    assert all(speed == pytest.approx(limit, rel=0.15) for speed in seen - {0.0})


def test_that_a_run_leaves_time_while_its_speed_is_far_below_the_machines(clock: Clock) -> None:
    pace = Pace()
    pace.took(1000, 1000 * 1e-6)
    assert not pace.leaves_time
    for limit, spare in ((1.0, True), (50_000.0, True), (200_000.0, False), (1e9, False)):
        pace.limit = limit
        assert pace.leaves_time is spare
