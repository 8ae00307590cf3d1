"""The trainer starts: what it does until a run stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bpviz.training import commands as c
from bpviz.training.events import State
from tests.training.oracle import bits
from tests.worker.conftest import Shelf
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


def test_that_a_new_run_is_shown_while_it_loads_and_then_stands(
    straight: Callable[[int], bytes],
) -> None:
    def script(box: Box) -> Script:
        yield [NEW]
        assert box.frames[0].state is State.LOADING
        assert box.frames[0].dataset is None
        told = [frame.progress for frame in box.frames if frame.progress is not None]
        states = [frame.state for frame in box.frames]
        loading = states.index(State.PAUSED)
        assert set(states[:loading]) == {State.LOADING}
        assert set(states[loading:]) == {State.PAUSED}
        assert [p.fraction for p in told if p.what == "Loading sparse"] == [0.0, 0.5, 1.0]
        assert any(p.what == "Loading the kernels" for p in told)
        frame = box.frame
        assert (frame.state, frame.run, frame.step, frame.progress) == (State.PAUSED, 1, 0, None)
        assert bits(frame.network) == straight(0)

    assert play(script).notified >= 2


@pytest.mark.parametrize(
    ("commands", "state"),
    [
        ([c.Run()], State.RUNNING),
        ([c.Run(), c.Pause()], State.PAUSED),
        ([], State.PAUSED),
    ],
)
def test_that_run_and_pause_count_while_the_data_is_loading(
    shelf: Shelf, commands: list[c.Command], state: State
) -> None:
    def script(box: Box) -> Script:
        shelf.meanwhile = lambda: [box.post(command) for command in commands]
        yield [QUIET, NEW]
        yield []
        assert box.frame.state is state

    play(script)


def test_that_run_before_the_first_data_set_starts_it_as_soon_as_it_is_there() -> None:
    def script(box: Box) -> Script:
        yield [c.Run()]
        yield [QUIET, NEW]
        yield []
        assert box.frame.state is State.RUNNING

    play(script)


def test_that_commands_before_any_run_do_no_harm() -> None:
    def script(box: Box) -> Script:
        yield [
            c.Pause(), c.Advance(3), c.Back(1), c.Seek(5), c.CancelMove(), c.Restart(),
            c.SetLearningRate(1.0), c.SetSpeed(None), c.SelectSample(1), QUIET,
        ]  # fmt: skip
        assert box.frames == []
        yield [NEW]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 0)

    play(script)
