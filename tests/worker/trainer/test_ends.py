"""What ends a run."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import DataRequest
from bpviz.training import Settings, StoppingRule
from bpviz.training import commands as c
from bpviz.training.events import State
from bpviz.training.message import Message
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET, SETTINGS, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


def test_that_the_stopping_rule_stops_with_its_reason_and_run_goes_on() -> None:
    rule = StoppingRule(window=20, tolerance=0.9, patience=2)

    def script(box: Box) -> Script:
        yield [QUIET, c.NewRun(DataRequest("sparse"), SETTINGS.replace(stopping=rule)), c.Run()]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.STOPPED, 60)
        assert box.frame.reason.startswith("Stopped by the stopping rule after step 60")
        assert isinstance(box.frame.reason, Message)
        yield [c.Seek(10)]
        yield []
        assert (box.frame.state, box.frame.reason) == (State.PAUSED, "")
        yield [c.Advance(1000)]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.STOPPED, 60)
        yield [c.Run()]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.STOPPED, 80)

    play(script)


def test_that_a_run_that_explodes_pauses_says_why_and_can_go_back() -> None:
    wild = Settings(n_hidden=4, learning_rate=1e9, sigma1="relu", sigma2="identity")  # type: ignore[arg-type]

    def script(box: Box) -> Script:
        yield [NEW, c.NewRun(DataRequest("sparse"), wild), c.Run()]
        yield from until_paused(box)
        step = box.frame.step
        assert box.frame.state is State.PAUSED
        assert f"Paused at step {step}, before its update" in box.frame.reason
        yield [c.Restart(), c.SetLearningRate(1e-3), c.Advance(300)]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step, box.frame.reason) == (State.PAUSED, 300, "")
        assert np.isfinite(box.frame.network.W1).all()

    play(script)
