"""A slow walk through the phases of a step, on a clock of the test's own."""

from __future__ import annotations

import pytest

from bpviz.datasets import DataRequest, Dataset
from bpviz.training import Phase, Session, Settings
from bpviz.training import commands as c
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.events import State
from bpviz.training.outcome import StopReason
from bpviz.training.step.phases import PHASES
from bpviz.worker import slow_motion as module
from bpviz.worker.slow_motion import SlowMotion
from tests.worker.clock import Clock
from tests.worker.play import Box, Script, play

SETTINGS = Settings(n_hidden=4)
Where = tuple[int, Phase, int]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


@pytest.fixture
def session(sparse: Dataset) -> Session:
    return Session(SETTINGS, sparse)


def where(session: Session) -> Where:
    return session.step, session.phase, session.row


def stands(box: Box) -> tuple[State, Phase]:
    return box.frame.state, box.frame.phase


def walk(
    slow_motion: SlowMotion, session: Session, clock: Clock, speed: float, seconds: float
) -> list[Where]:
    """Do what the trainer does; return every place at which it stood."""
    seen, end = [where(session)], clock.now + seconds
    while clock.now < end:
        clock.now += max(slow_motion.wait(session, speed), 1e-3)
        slow_motion.go_on(session, speed)
        if where(session) != seen[-1]:
            seen.append(where(session))
    return seen


@pytest.mark.parametrize("speed", [0.1, 1.0, 3.0])
def test_that_every_phase_is_stood_before_and_a_step_takes_its_time(
    session: Session, clock: Clock, speed: float
) -> None:
    slow_motion = SlowMotion()
    slow_motion.begin(session, speed)
    seen = walk(slow_motion, session, clock, speed, 3.5 / speed)
    assert session.step == 3
    assert seen == sorted(seen, key=lambda place: (place[0], place[1].order, place[2]))
    for step in range(3):
        assert [p for p in PHASES if any(at[:2] == (step, p) for at in seen)] == list(PHASES)


def test_that_slowly_enough_every_row_is_seen(session: Session, clock: Clock) -> None:
    slow_motion = SlowMotion()
    slow_motion.begin(session, 0.1)
    seen = walk(slow_motion, session, clock, 0.1, 10.5)
    d, hidden = session.dataset.n_outputs, session.settings.n_hidden
    for phase, rows in ((Phase.GRAD_W2, d), (Phase.GRAD_W1, hidden), (Phase.UPDATE, d + hidden)):
        assert [row for step, at, row in seen if (step, at) == (0, phase)] == list(range(rows))


def test_that_it_goes_on_from_where_it_was_held(session: Session, clock: Clock) -> None:
    slow_motion = SlowMotion()
    session.advance_to(Phase.GRAD_W1, 2)
    slow_motion.begin(session, 1.0)
    clock.now += 0.001
    slow_motion.go_on(session, 1.0)
    assert where(session) == (0, Phase.GRAD_W1, 2)
    assert walk(slow_motion, session, clock, 1.0, 0.5)[-1][0] == 1


def test_that_another_speed_in_the_midst_of_a_step_does_not_make_it_jump(
    session: Session, clock: Clock
) -> None:
    slow_motion = SlowMotion()
    session.advance_to(Phase.LOSS)
    for speed in (0.1, 3.0, 1.0, 0.1):
        slow_motion.begin(session, speed)
        slow_motion.go_on(session, speed)
        assert where(session) == (0, Phase.LOSS, 0)


def test_that_whoever_comes_late_takes_one_step_and_meets_its_breakpoints(
    session: Session, clock: Clock
) -> None:
    slow_motion = SlowMotion()
    slow_motion.begin(session, 1.0)
    clock.now += 1000.0
    slow_motion.go_on(session, 1.0)
    assert where(session) == (1, Phase.DRAW, 0)
    number = session.breakpoints.add(Breakpoint.loss_above(-1.0))
    clock.now += 1000.0
    result = slow_motion.go_on(session, 1.0)
    assert result.reason is StopReason.BREAKPOINT
    assert (session.phase, session.hit) == (Phase.UPDATE, (number,))


@pytest.mark.usefixtures("every_turn", "shelf")
def test_that_a_pair_chosen_in_the_midst_of_a_walk_is_walked_through_from_its_draw(
    clock: Clock,
) -> None:
    def script(box: Box) -> Script:
        yield [c.NewRun(DataRequest("sparse"), SETTINGS), c.SetSpeed(0.1), c.Run()]
        clock.now += 7.0
        yield []
        assert stands(box) == (State.RUNNING, Phase.GRAD_W1)
        yield [c.TrainNext((box.frame.sample + 1) % 5)]
        yield []
        assert box.frame.chosen
        assert stands(box) == (State.RUNNING, Phase.DRAW)
        clock.now += 1.5
        yield []
        yield []
        assert stands(box) == (State.RUNNING, Phase.Z1)

    play(script)
