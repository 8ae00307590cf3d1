"""Faults of the trainer, and what is left standing."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import pytest

from bpviz.datasets import DataRequest
from bpviz.training import Session
from bpviz.training import commands as c
from bpviz.training.events import State
from bpviz.worker import trainer as module
from bpviz.worker.background import Background
from tests.training.oracle import bits
from tests.worker.conftest import Shelf
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET, SETTINGS, during_advance, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


def test_that_an_error_of_the_trainers_own_is_told_once_and_one_can_go_on(
    monkeypatch: pytest.MonkeyPatch, straight: Callable[[int], bytes]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    def script(box: Box) -> Script:
        yield [NEW, c.Advance(100)]
        yield from until_paused(box)
        with monkeypatch.context() as patch:
            patch.setattr(Session, "advance", broken)
            yield [c.Run()]
            for _ in range(20):
                yield []
        assert box.frame.state is State.FAILED
        assert "ZeroDivisionError: on purpose" in box.frame.reason
        assert box.frame.step == 100
        assert "Traceback" in box.told[0].details
        assert len(box.told) == 1
        yield [c.Advance(50)]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step, box.frame.reason) == (State.PAUSED, 150, "")
        assert bits(box.frame.network) == straight(150)

    play(script, problems=1)


def test_that_the_commands_behind_one_that_fails_still_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(100)]
        yield from until_paused(box)
        monkeypatch.setattr(Session, "back", broken)
        yield [c.Back(), c.Advance(7)]
        yield []
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 107)

    play(script, problems=1)


def test_that_a_look_that_fails_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("on purpose")

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        monkeypatch.setattr(Background, "work", broken)
        yield [c.Subscribe()]
        for _ in range(20):
            yield []
        assert box.frame.state is State.FAILED
        assert box.timeouts[-1] is None

    play(script, problems=1)


def test_that_a_frame_that_cannot_be_made_does_not_end_the_trainer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        with monkeypatch.context() as patch:
            patch.setattr(module.FrameBuilder, "frame", broken)
            yield [c.Advance(5)]
            for _ in range(10):
                yield []
            assert len(box.told) == 1
        yield [c.Advance(5)]
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 10)

    play(script, problems=1)


def test_that_an_unforeseen_error_while_loading_keeps_the_run(shelf: Shelf) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(100)]
        yield from until_paused(box)
        shelf.meanwhile = lambda: 1 // 0
        yield [c.NewRun(DataRequest("digits"), SETTINGS)]
        yield []
        assert (box.frame.state, box.frame.step, box.frame.run) == (State.FAILED, 100, 1)
        yield [c.Back(10)]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 90)

    play(script, problems=1)


@pytest.mark.parametrize("moment", ["loading", "seeking", "running", "paused"])
def test_that_closing_at_any_moment_ends_the_loop(
    moment: str, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def script(box: Box) -> Script:
        if moment == "loading":
            shelf.meanwhile = box.close
        yield [QUIET, NEW]
        if moment == "seeking":
            box.looks = [box.close]
            yield [c.Seek(10**15)]
        if moment == "running":
            during_advance(monkeypatch, box.close)
            yield [c.Advance(10**15)]
        box.close()
        yield []
        raise AssertionError("it went on")

    box = play(lambda box: itertools.islice(script(box), 3))  # type: ignore[arg-type, return-value]
    assert box.closed


def test_that_closing_while_the_kernels_are_prepared_ends_the_loop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from bpviz.worker import loading

    steps: list[int] = []

    def script(box: Box) -> Script:
        def warm_up(progress: Callable[[int, int], None], parts: Sequence[int]) -> None:
            for ready in range(5):
                steps.append(ready)
                if ready == 2:
                    box.close()
                progress(ready, 4)

        monkeypatch.setattr(loading, "warm_up", warm_up)
        yield [NEW]

    assert play(script).frames[-1].state is State.LOADING
    assert steps == [0, 1, 2]
