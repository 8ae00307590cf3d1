"""Running, pausing, and commands in the midst of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bpviz.datasets import Dataset
from bpviz.training import Session
from bpviz.training import commands as c
from bpviz.training.events import State
from bpviz.training.step.phases import Phase
from tests.training.oracle import bits
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET, SETTINGS, during_advance

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


def test_that_pausing_acts_after_the_step_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Run()]
        yield []
        before = box.frame.step
        assert before > 10
        during_advance(monkeypatch, lambda: box.post(c.Pause()))
        yield []  # one step, and no more, though the chunk was longer
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, before + 1)
        assert box.frame.steps_per_second == 0.0

    play(script)


def test_that_a_new_rate_acts_from_the_next_step_on(
    monkeypatch: pytest.MonkeyPatch, sparse: Dataset
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Run()]
        yield []
        before = box.frame.step
        during_advance(monkeypatch, lambda: box.post(c.SetLearningRate(0.01)))
        yield []
        yield []
        yield []
        yield [c.Pause()]
        yield []
        frame = box.frame
        assert frame.learning_rate == 0.01
        assert [note.step for note in frame.journal] == [before + 1]
        session = Session(SETTINGS, sparse)
        session.advance(before + 1)
        session.set_learning_rate(0.01)
        session.advance(frame.step - before - 1)
        assert bits(session.network) == bits(frame.network)

    play(script)


def test_that_the_trajectory_is_that_of_a_session_alone(straight: Callable[[int], bytes]) -> None:
    """With looks at all samples, frames and histories at every turn."""

    def script(box: Box) -> Script:
        yield [NEW, c.SelectSample(3)]
        yield [c.Run()]
        for _ in range(40):
            yield []
        yield [c.Pause()]
        for _ in range(5):
            yield []
        assert box.frame.step > 1000
        assert bits(box.frame.network) == straight(box.frame.step)
        assert box.frame.scan is not None
        assert box.frame.scan.step == box.frame.step
        assert len(box.frame.train_curve.steps) >= 1
        assert len(box.frame.test_curve.steps) >= 1

    play(script)


def test_that_pausing_what_stands_and_running_what_runs_change_nothing() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Pause()]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 0)
        yield [c.Run(), c.Run()]
        yield [c.Run()]
        assert box.frame.state is State.RUNNING
        yield [c.Pause(), c.Pause()]
        assert box.frame.state is State.PAUSED

    play(script)


def test_that_every_change_of_state_is_told_at_once() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield []
        for command, state in ((c.Run(), State.RUNNING), (c.Pause(), State.PAUSED)):
            before = box.notified
            yield [command]
            yield []
            assert box.frame.state is state
            assert box.notified > before

    play(script)


def test_that_the_trainer_sleeps_while_there_is_nothing_to_do() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield []
        yield []
        assert box.timeouts[-1] is None
        yield [c.SetSpeed(0.01), c.Run()]
        for _ in range(3):
            yield []
        assert (box.frame.step, box.frame.phase) == (0, Phase.DRAW)
        timeout = box.timeouts[-1]
        assert timeout is not None
        assert 5 < timeout <= 10  # a tenth of the step is for its draw

    play(script)
