"""What comes in between while both gradient rules are on trial."""

from __future__ import annotations

import pytest

from bpviz.datasets import DataRequest
from bpviz.training import commands as c
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.events import State
from bpviz.training.settings import StoppingRule
from tests.worker.play import Box, Script, play
from tests.worker.trials import (
    PRINTED,
    SETTINGS,
    STEPS,
    WATCH,
    begin,
    ended,
    names,
    put_on_trial,
    trial_of,
    until,
)

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


@pytest.mark.parametrize("command", [c.Pause(), c.CancelMove(), c.SetLearningRate(0.3)])
def test_that_it_can_be_ended_at_any_time_and_gone_on_with(command: c.Command) -> None:
    def script(box: Box) -> Script:
        yield from begin(box)
        yield [c.CompareRules(10**7)]
        yield from until(box, lambda frame: frame.step > 0)
        frame = box.frame
        assert frame.state is State.RUNNING
        assert trial_of(frame).training is PRINTED
        assert frame.progress is not None
        assert frame.progress.fraction is not None
        assert 0 <= frame.progress.fraction < 0.5
        yield [command]
        yield []
        frame = box.frame
        assert (frame.state, frame.progress) == (State.PAUSED, None)
        assert trial_of(frame).training is None
        assert trial_of(frame).sides[0].branch == -1
        if isinstance(command, c.SetLearningRate):
            return  # from here on it would be another experiment
        yield [c.CompareRules(frame.step + 50)]
        yield from until(box, ended)
        assert [note.tip for note in box.frame.branches] == [0, frame.step + 50, frame.step + 50]

    play(script)


def test_that_what_only_looks_does_not_end_it() -> None:
    name = c.RenameBranch(0, "mine")
    looks = (c.SelectSample(3), c.SetSpeed(5.0), name, WATCH, c.CheckGradient())

    def script(box: Box) -> Script:
        yield from begin(box)
        yield [c.CompareRules(STEPS), *looks]
        yield from until(box, ended)
        assert [note.tip for note in box.frame.branches] == [0, STEPS, STEPS]
        assert names(box.frame)[0] == "mine"

    play(script)


def test_that_run_and_advance_go_on_from_where_it_is() -> None:
    def script(box: Box) -> Script:
        yield from begin(box)
        yield [c.CompareRules(10**7)]
        yield from until(box, lambda frame: frame.step > 0)
        yield [c.Advance(5)]
        yield from until(box, lambda frame: frame.state is State.PAUSED)
        assert ended(box.frame)
        assert len(box.frame.branches) == 2
        yield [c.CompareRules(10**7)]
        yield from until(box, lambda frame: frame.trial is not None and not ended(frame))
        yield [c.Run()]
        yield []
        assert (box.frame.state, ended(box.frame)) == (State.RUNNING, True)

    play(script)


def test_that_a_new_run_ends_it_and_knows_nothing_of_it() -> None:
    def script(box: Box) -> Script:
        yield from begin(box)
        yield [c.CompareRules(10**7)]
        yield from until(box, lambda frame: frame.step > 0)
        yield [c.NewRun(DataRequest("xor"), SETTINGS)]
        yield from until(box, lambda frame: frame.run == 2)
        assert (box.frame.state, box.frame.step, box.frame.trial) == (State.PAUSED, 0, None)
        assert box.frame.progress is None

    play(script)


def test_that_a_breakpoint_holds_it_up_and_it_goes_on_when_asked_again() -> None:
    def script(box: Box) -> Script:
        yield from begin(box, c.AddBreakpoint(Breakpoint.sample(3)))
        yield [c.CompareRules(STEPS)]
        yield from until(box, lambda frame: frame.state is State.STOPPED)
        assert box.frame.hit == (1,)
        assert ended(box.frame)
        yield [c.RemoveBreakpoint(None), c.CompareRules(STEPS)]
        yield from until(box, lambda frame: ended(frame) and frame.step == STEPS)
        assert [note.tip for note in box.frame.branches] == [0, STEPS, STEPS]

    play(script)


def test_that_a_branch_that_levels_off_ends_before_its_goal_and_says_why() -> None:
    settings = SETTINGS.replace(stopping=StoppingRule(window=10, tolerance=0.9, patience=1))

    def script(box: Box) -> Script:
        yield from begin(box, settings=settings)
        yield from put_on_trial(box)
        exact, printed = trial_of(box.frame).sides
        assert exact.tip == printed.tip == 20
        assert "stopping rule" in exact.ended
        assert box.frame.reason == exact.ended

    play(script)


@pytest.mark.parametrize("steps", [0, -1, 2**63])
def test_that_an_impossible_number_of_steps_is_refused(steps: int) -> None:
    def script(box: Box) -> Script:
        yield from begin(box)
        yield [c.CompareRules(steps)]
        yield []
        assert len(box.frame.branches) == 1
        assert "The number of steps is" in box.told[0].message

    play(script, problems=1)
