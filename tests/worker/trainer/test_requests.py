"""What is asked of the trainer beside its steps."""

from __future__ import annotations

import pytest

from bpviz.datasets import DataRequest
from bpviz.training import commands as c
from bpviz.training.events import State
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET, SETTINGS, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


def test_that_a_bad_rate_is_refused_in_words_and_the_run_goes_on() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Run()]
        for value in (0.0, -1.0, float("nan"), float("inf")):
            yield [c.SetLearningRate(value)]
        yield []
        assert (box.frame.state, box.frame.learning_rate) == (State.RUNNING, 0.5)
        assert all("must be a finite number above 0" in told.message for told in box.told)

    play(script, problems=4)


def test_that_a_sample_is_selected_while_it_exists() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.SelectSample(20)]
        yield []
        assert box.frame.selected == 20
        assert box.frame.selected_trace is not None
        yield [c.NewRun(DataRequest("sparse"), SETTINGS.replace(seed=5))]
        yield []
        assert box.frame.selected == 20
        for wrong in (24, -1, 10**12):
            yield [c.SelectSample(20), c.SelectSample(wrong)]
            yield []
            assert box.frame.selected is None
        yield [c.SelectSample(20), c.NewRun(DataRequest("xor"), SETTINGS)]
        yield []
        assert box.frame.selected is None
        assert box.frame.selected_trace is None

    play(script)


def test_that_hidden_panels_cost_nothing() -> None:
    def script(box: Box) -> Script:
        yield [c.Subscribe(frozenset()), NEW, c.Advance(50)]
        yield from until_paused(box)
        assert box.frame.history is None
        assert box.frame.scan is None
        assert len(box.frame.test_curve.steps) == 0
        yield [c.Subscribe()]
        for _ in range(20):
            yield []
        assert box.frame.history is not None
        assert box.frame.scan is not None
        assert box.frame.test_curve.steps.tolist() == [0, 1, 2, 5, 10, 20, 50]

    play(script)


def test_that_all_samples_are_looked_at_while_steps_come_slowly() -> None:
    def script(box: Box) -> Script:
        yield [c.SetSpeed(200.0), c.NewRun(DataRequest("digits"), SETTINGS), c.Run()]
        for _ in range(100_000):
            if box.frame.scan is not None and box.frame.scan.step > 3:
                break
            yield []
        assert box.frame.state is State.RUNNING
        assert box.frame.scan is not None

    play(script)
