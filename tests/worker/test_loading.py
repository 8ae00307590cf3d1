"""The first step is not kept waiting for what no step needs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset, DatasetError, load
from bpviz.training import commands as c
from bpviz.training.events import Progress, State
from bpviz.training.quantities import Need
from bpviz.training.warmup import LOOKS, PARTS
from bpviz.worker import loading, precompilation
from bpviz.worker.jobs import CancelledError
from bpviz.worker.loading import EarlyData, Loader
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, SETTINGS


class Compiling:
    """Becomes ready as the test says."""

    def __init__(self, *ready: int) -> None:
        self.ready, self.stopped, self.kept = list(ready), 0, True

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
    monkeypatch.setattr(precompilation, "begin", lambda: found)
    return found


def test_that_only_the_first_part_is_waited_for(compiling: Compiling) -> None:
    told: list[Progress] = []
    loader = Loader(lambda: False, told.append)
    assert loader.rest() is None
    loader.kernels()
    assert loader.missing() == set(LOOKS)
    assert told[0] == Progress(
        "Compiling the kernels, once per machine: quantities of a step (1 of 10)", 0.25
    )
    assert [progress.fraction for progress in told[-3:]] == [0.0, 0.5, 1.0]
    assert loader.rest() == Progress(
        "Compiling the kernels, once per machine: evaluation of all samples (3 of 10)", 2 / 10
    )
    for ready in range(2, len(PARTS)):
        compiling.ready = [ready]
        assert loader.missing() == {need for need, parts in LOOKS.items() if parts > ready}
        assert loader.rest() is not None
    assert not loader.missing()
    compiling.ready = [len(PARTS)]
    assert loader.rest() is None
    assert not loader.missing()
    loader.close()
    assert not compiling.stopped


def test_that_kernels_that_cannot_be_kept_are_not_told_to_be_compiled_once(
    compiling: Compiling,
) -> None:
    compiling.kept = False
    told: list[Progress] = []
    loader = Loader(lambda: False, told.append)
    loader.kernels()
    told.append(loader.rest() or Progress("nothing", None))
    for words, what in (
        (told[0].what, "quantities of a step (1 of 10)"),
        (told[-1].what, "evaluation of all samples"),
    ):
        assert words.startswith("Compiling the kernels, at every start as they cannot be kept: ")
        assert what in words


def test_that_what_another_began_to_compile_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("it was begun twice")

    monkeypatch.setattr(precompilation, "begin", refuse)
    compiling, told = Compiling(0, 1, 2), list[Progress]()
    loader = Loader(lambda: False, told.append, compiling=compiling)
    loader.kernels()
    assert told[0].fraction == 0.25
    loader.close()
    assert compiling.stopped == 1


def test_that_what_is_compiled_is_given_up_with_the_window(compiling: Compiling) -> None:
    loader = Loader(lambda: False, lambda progress: None)
    loader.kernels()
    loader.close()
    assert compiling.stopped == 1


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[DataRequest]:
    """What is loaded, in this order."""
    found: list[DataRequest] = []

    def counted(request: DataRequest, *, progress: Callable[..., None]) -> Dataset:
        found.append(request)
        return load(request, progress=progress)

    monkeypatch.setattr(loading, "load", counted)
    return found


def test_that_data_on_its_way_is_not_loaded_again(loads: list[DataRequest]) -> None:
    request = DataRequest("xor", seed=3)
    loader = Loader(lambda: False, lambda progress: None, EarlyData(request))
    assert np.array_equal(loader.dataset(request).X, load(request).X)
    assert loads == [request]
    loader.dataset(request)  # a new run reads it again
    assert loads == [request, request]


@pytest.mark.parametrize("early", [DataRequest("spiral"), DataRequest("weights.csv")])
def test_that_other_data_than_what_was_expected_is_loaded(
    loads: list[DataRequest], early: DataRequest
) -> None:
    request = DataRequest("xor")
    loader = Loader(lambda: False, lambda progress: None, EarlyData(early))
    assert loader.dataset(request).name == "xor"
    assert [each for each in loads if each != early] == [request]
    assert early.source != "weights.csv" or loads == [request]  # a file takes as long as it takes


def test_that_data_on_its_way_has_progress_and_can_be_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Progress] = []
    seen = Progress("Unpacking", 0.5)
    ended: list[BaseException] = []

    def endless(request: DataRequest, *, progress: Callable[..., None]) -> Dataset:
        try:
            while True:
                progress("Unpacking", 0.5)
        except BaseException as error:
            ended.append(error)
            raise

    monkeypatch.setattr(loading, "load", endless)
    request = DataRequest("iris")
    loader = Loader(lambda: seen in told, told.append, EarlyData(request))
    with pytest.raises(CancelledError):
        loader.dataset(request)
    assert len(ended) == 1
    Loader(lambda: False, told.append, EarlyData(request)).close()  # as a window closed at once
    assert len(ended) == 2


def test_that_damaged_data_on_its_way_is_said_and_read_anew_when_asked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def damaged(request: DataRequest, *, progress: Callable[..., None]) -> Dataset:
        raise DatasetError("iris.csv is damaged.")

    request = DataRequest("iris")
    with monkeypatch.context() as patch:
        patch.setattr(loading, "load", damaged)
        loader = Loader(lambda: False, lambda progress: None, EarlyData(request))
        with pytest.raises(DatasetError, match="damaged"):
            loader.dataset(request)
    assert loader.dataset(request).name == "iris"


@pytest.mark.usefixtures("every_turn", "shelf")
def test_that_a_run_trains_while_the_rest_is_compiled_and_is_looked_at_when_that_is_there(
    compiling: Compiling,
) -> None:
    def script(box: Box) -> Script:
        yield [c.Subscribe(frozenset({Need.EVALUATION, Need.HISTORY, Need.UNITS})), NEW]
        yield [c.Advance(5)]
        yield []
        frame = box.frame
        assert (frame.state, frame.step, frame.progress) == (State.PAUSED, 5, None)
        assert frame.compiling is not None
        assert "(3 of 10)" in frame.compiling.what
        assert not frame.test_curve.steps.size
        compiling.ready = [LOOKS[Need.EVALUATION]]
        for _ in range(20):
            yield []
        assert box.frame.test_curve.steps.size
        assert box.frame.units is None
        compiling.ready = [LOOKS[Need.UNITS]]
        for _ in range(20):
            yield []
        assert box.frame.units is not None
        assert box.frame.compiling is not None
        compiling.ready = [len(PARTS)]
        yield []
        assert box.frame.compiling is None

    play(script)


def test_that_the_data_loaded_last_is_kept_for_the_next_start_when_the_trainer_has_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: list[str] = []
    monkeypatch.setattr(loading, "keep", lambda data: kept.append(data.name))

    def script(box: Box) -> Script:
        for source in ("xor", "iris"):
            yield [c.NewRun(DataRequest(source), SETTINGS)]
            yield [c.Advance(1)]
            yield []
            assert box.frame.step == 1
        assert kept == []

    play(script)
    assert kept == ["iris"]


def test_that_a_trainer_that_loaded_nothing_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "keep", lambda data: pytest.fail(data.name))

    def script(box: Box) -> Script:
        yield [c.NewRun(DataRequest("no such data"), SETTINGS)]
        yield []
        assert box.frame.state is State.FAILED

    play(script, problems=1)
