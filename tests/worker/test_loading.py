"""The first step is not kept waiting for what no step needs."""

from __future__ import annotations

import pytest

from bpviz.training import commands as c
from bpviz.training.events import Progress, State
from bpviz.training.quantities import Need
from bpviz.training.warmup import PARTS
from bpviz.worker import loading, precompilation
from bpviz.worker.loading import Loader
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW


class Compiling:
    """Becomes ready as the test says."""

    def __init__(self, *ready: int) -> None:
        self.ready, self.stopped = list(ready), 0

    def parts(self) -> int:
        return self.ready.pop(0) if len(self.ready) > 1 else self.ready[0]

    def share(self) -> float:
        return 0.25

    def stop(self) -> None:
        self.stopped += 1


@pytest.fixture
def compiling(monkeypatch: pytest.MonkeyPatch) -> Compiling:
    """On a machine where nothing is compiled yet."""
    found = Compiling(0, 0, 1, 1, 2)
    monkeypatch.setattr(loading.warmup, "is_done", lambda: False)
    monkeypatch.setattr(precompilation, "begin", lambda: found)
    return found


def test_that_only_the_first_part_is_waited_for(compiling: Compiling) -> None:
    told: list[Progress] = []
    loader = Loader(lambda: False, told.append)
    assert loader.rest() is None
    loader.kernels()
    assert told[0] == Progress(
        "Compiling the kernels, once per machine: training steps (1 of 8)", 0.25
    )
    assert [progress.fraction for progress in told[-3:]] == [0.0, 0.5, 1.0]
    assert loader.rest() == Progress(
        "Compiling the kernels, once per machine: rows of a step (3 of 8)", 2 / 8
    )
    compiling.ready = [len(PARTS)]
    assert loader.rest() is None
    loader.close()
    assert not compiling.stopped


def test_that_what_is_compiled_is_given_up_with_the_window(compiling: Compiling) -> None:
    loader = Loader(lambda: False, lambda progress: None)
    loader.kernels()
    loader.close()
    assert compiling.stopped == 1


@pytest.mark.usefixtures("every_turn", "shelf")
def test_that_a_run_trains_while_the_rest_is_compiled_and_is_looked_at_when_that_is_there(
    compiling: Compiling,
) -> None:
    def script(box: Box) -> Script:
        yield [c.Watch(frozenset({Need.EVALUATION, Need.HISTORY})), NEW]
        yield [c.Advance(5)]
        yield []
        frame = box.frame
        assert (frame.state, frame.step, frame.progress) == (State.PAUSED, 5, None)
        assert frame.compiling is not None
        assert "(3 of 8)" in frame.compiling.what
        assert not frame.test_curve.steps.size
        compiling.ready = [len(PARTS)]
        for _ in range(20):
            yield []
        assert box.frame.compiling is None
        assert box.frame.test_curve.steps.size

    play(script)
