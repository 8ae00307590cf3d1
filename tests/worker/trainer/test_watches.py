"""Watches in frames, and their curves beside a run."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.training import Session
from bpviz.training import commands as c
from bpviz.training.quantities import Need
from bpviz.training.watches import Watch
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, SETTINGS, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")

WATCHES = (
    Watch.weight("W1", 2, 1), Watch.norm("W2"), Watch.loss(), Watch.of_unit("f", 0, 4),
    Watch.of_unit("delta1", 1),
)  # fmt: skip
LOOK = c.Subscribe(needs=frozenset({Need.WATCHES}))


def advanced(box: Box, steps: int) -> Script:
    yield [c.Advance(steps)]
    yield from until_paused(box)


def until_answered(box: Box) -> Script:
    yield []
    for _ in range(10**6):
        if not box.frame.asked.what:
            return
        yield []
    raise AssertionError("it was never answered")


def test_that_frames_say_what_a_watch_is_and_what_the_last_step_made_of_it(
    sparse: Dataset,
) -> None:
    session = Session(SETTINGS, sparse)
    session.advance(200)

    def script(box: Box) -> Script:
        yield [LOOK, NEW]
        yield [c.AddWatch(watch) for watch in WATCHES]
        yield from advanced(box, 200)
        for step in (200, 77, 1, 0):
            yield [c.Seek(step)]
            yield from until_paused(box)
            session.seek(step)
            notes = box.frame.watches
            assert [note.watch for note in notes] == list(WATCHES)
            right = session.watch_values(WATCHES)
            assert np.array([note.value for note in notes]).tobytes() == right.tobytes()
            changes = np.array([note.change for note in notes])
            if step == 0:
                assert {note.change for note in notes} == {None}
            else:
                before = session.watched(WATCHES, step - 1, step - 1)[:, 0]
                assert changes.tobytes() == (right - before).tobytes()

    play(script)


def test_that_nobody_pays_for_watches_that_no_panel_shows() -> None:
    def script(box: Box) -> Script:
        yield [c.Subscribe(needs=frozenset()), NEW]
        yield [c.AddWatch(WATCHES[0])]
        yield from advanced(box, 20)
        (note,) = box.frame.watches
        assert note.value is None
        yield [LOOK]
        yield []
        (note,) = box.frame.watches
        assert note.value is not None
        yield [c.RemoveWatch(WATCHES[0])]
        yield []
        assert box.frame.watches == ()

    play(script)


def test_that_curves_are_those_of_the_session_and_the_run_stays(
    sparse: Dataset,
) -> None:
    session = Session(SETTINGS, sparse)
    session.advance(3_000)

    def script(box: Box) -> Script:
        yield [LOOK, NEW]
        yield from advanced(box, 3_000)
        yield [c.AskWatches(WATCHES, 10, 3_000)]
        yield from until_answered(box)
        curves = box.frame.asked.curves
        assert curves is not None
        right = session.watched(WATCHES, 10, 3_000)
        assert (curves.width, len(curves.steps)) == (2, 1496)
        assert curves.end[:, -1].tobytes() == right[:, -1].tobytes()
        pairs = right[:, :2990].reshape(len(WATCHES), -1, 2)
        assert curves.low[:, :-1].tobytes() == pairs.min(axis=2).tobytes()
        assert curves.high[:, :-1].tobytes() == pairs.max(axis=2).tobytes()
        assert (box.frame.step, box.frame.tip) == (3_000, 3_000)
        yield [c.AddWatch(Watch.weight("W1", 99, 0))]
        yield []
        assert box.frame.watches == ()

    play(script, problems=1)
