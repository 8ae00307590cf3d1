"""Moves through time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bpviz.training import Session
from bpviz.training import commands as c
from bpviz.training.events import State
from bpviz.training.quantities import Need
from bpviz.worker import run_controller
from tests.training.conftest import small_world
from tests.training.oracle import bits
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


def test_that_going_back_and_forth_shows_the_bits_of_then(
    straight: Callable[[int], bytes],
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(500)]
        yield from until_paused(box)
        steps = ((c.Back(), 499), (c.Back(99), 400), (c.Seek(123), 123), (c.Back(10**9), 0))
        for command, step in (*steps, (c.Seek(321), 321), (c.Restart(), 0)):
            yield [command]
            yield []
            assert (box.frame.state, box.frame.step, box.frame.tip) == (State.PAUSED, step, 500)
            assert bits(box.frame.network) == straight(step)

    play(script)


def test_that_steps_back_add_up_even_while_one_is_carried_out() -> None:
    def script(box: Box) -> Script:
        with small_world(16):
            yield [QUIET, NEW, c.Advance(500)]
            yield from until_paused(box)
            box.looks = [lambda: box.post(c.Back()), lambda: box.post(c.Back())]
            yield [c.Back(), c.Back()]
            yield []
            yield []
            assert box.frame.step == 496

    play(script)


def test_that_what_depends_on_where_a_move_ends_waits_for_it() -> None:
    def script(box: Box) -> Script:
        with small_world(16):
            yield [QUIET, NEW, c.Advance(500)]
            yield from until_paused(box)
            box.looks = [lambda: [box.post(c.SetLearningRate(3.0)), box.post(c.Seek(450))]]
            yield [c.Seek(300)]
            yield []
            yield []
            assert (box.frame.step, box.frame.tip) == (450, 450)
            assert [note.step for note in box.frame.journal] == [300]
            box.looks = [lambda: box.post(c.Advance(5))]
            yield [c.Seek(200)]
            yield []
            yield []
            assert box.frame.step == 205

    play(script)


@pytest.mark.parametrize("newer", [c.Seek(40), c.Restart(), c.CancelMove(), NEW])
def test_that_a_newer_place_makes_a_move_under_way_void(
    newer: c.Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = {c.Seek: 40, c.Restart: 0, c.CancelMove: 500, c.NewRun: 0}

    def script(box: Box) -> Script:
        with small_world(16):
            yield [QUIET, NEW, c.Advance(500)]
            yield from until_paused(box)
            box.looks = [lambda: box.post(newer)]
            yield [c.Seek(100_000)]
            yield []
            yield []
            assert (box.frame.state, box.frame.step) == (State.PAUSED, ends[type(newer)])
            assert box.frame.tip < 5000
            assert box.frame.reason == ""

    play(script)


def test_that_of_seeks_in_a_row_only_the_last_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[int] = []
    real = Session.seek

    def seek(self: Session, step: int, *rest: object) -> object:
        sought.append(step)
        return real(self, step, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "seek", seek)

    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [*(c.Seek(step) for step in range(100)), c.Pause(), c.Seek(7), c.Seek(9)]
        yield []
        assert sought == [99, 9]
        assert box.frame.step == 9

    play(script)


def test_that_a_seek_takes_the_run_along_only_if_asked_to() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Advance(500)]
        yield from until_paused(box)
        yield [c.Seek(100, resume=True)]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 100)  # it was not running
        yield [c.Run()]
        yield [c.Seek(50, resume=True)]
        yield []
        assert box.frame.state is State.RUNNING
        assert box.frame.step >= 50
        yield [c.Seek(50)]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, 50)

    play(script)


def test_that_a_long_move_shows_how_far_it_is_and_where_the_run_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(run_controller, "_SILENT_MOVE", 0.0)

    def script(box: Box) -> Script:
        with small_world(16):
            yield [QUIET, NEW, c.Advance(500)]
            yield from until_paused(box)
            before = len(box.frames)
            yield [c.Seek(2000)]
            told = [frame for frame in box.frames[before:] if frame.progress is not None]
            fractions = [frame.progress.fraction for frame in told if frame.progress]
            assert len(told) > 10
            assert fractions == sorted(fractions)
            assert fractions[-1] == 1.0
            words = {frame.progress.what for frame in told if frame.progress}
            assert words == {"Going to the step"}
            assert {frame.step for frame in told} == {500}
            assert box.frame.progress is None
            assert box.frame.step == 2000

    play(script)


def test_that_a_change_before_the_end_forks_and_drops_what_was_seen_beyond() -> None:
    def script(box: Box) -> Script:
        yield [NEW, c.Advance(500)]
        yield from until_paused(box)
        for _ in range(4):
            yield []
        assert box.frame.scan is not None
        assert box.frame.train_curve.steps[-1] == box.frame.test_curve.steps[-1] == 500
        yield [c.Subscribe(frozenset({Need.HISTORY})), c.Seek(100), c.SetLearningRate(0.7)]
        yield []
        assert box.frame.scan is None
        assert (box.frame.step, box.frame.tip) == (100, 100)
        curves = (box.frame.train_curve, box.frame.test_curve)
        assert all((curve.steps <= 100).all() for curve in curves)
        assert box.frame.run == 1

    play(script)
