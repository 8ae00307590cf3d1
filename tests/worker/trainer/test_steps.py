"""Steps, rows and phases, one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bpviz.training import commands as c
from bpviz.training.events import State
from bpviz.training.step.phases import Phase
from tests.training.oracle import bits
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


@pytest.mark.parametrize(
    ("batches", "step"),
    [
        ([[c.Advance()]], 1),
        ([[c.Advance(5), c.Advance(7)]], 12),
        ([[c.Advance(50_000)], [c.Advance(1)], [c.Advance(2)]], 50_003),
        ([[c.Advance(0)]], 0),
        ([[c.Advance(9), c.Back(4)]], 5),
        ([[c.Advance(3)], [c.Advance(0)]], 3),
    ],
)
def test_that_steps_asked_for_add_up(
    batches: list[list[c.Command]], step: int, straight: Callable[[int], bytes]
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield from batches
        yield []
        yield from until_paused(box)
        assert (box.frame.state, box.frame.step) == (State.PAUSED, step)
        assert bits(box.frame.network) == straight(step)

    play(script)


@pytest.mark.parametrize(
    ("batch", "where"),
    [
        ([c.Advance(1), c.Advance(1), c.AdvancePhase()], (2, Phase.Z1, 0)),
        ([c.Advance(3), c.Back(1)], (2, Phase.DRAW, 0)),
        ([c.Advance(2), c.BackPhase(), c.AdvanceRow()], (1, Phase.UPDATE, 1)),
        ([c.Advance(2), QUIET, c.AdvancePhase(), c.Advance(1)], (3, Phase.DRAW, 0)),
        ([c.Advance(5), c.Seek(3)], (3, Phase.DRAW, 0)),
        ([c.AdvancePhase(), c.Advance(1), c.FinishStep()], (2, Phase.DRAW, 0)),
    ],
)
def test_that_a_move_begins_where_the_steps_asked_for_before_it_end(
    batch: list[c.Command], where: tuple[int, Phase, int]
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield batch
        for _ in range(4):
            yield []
        assert box.frame.state is State.PAUSED
        assert (box.frame.step, box.frame.phase, box.frame.row) == where

    play(script)


def test_that_a_change_begins_where_the_steps_asked_for_before_it_end() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Advance(4), c.SetLearningRate(0.25), c.EditWeight("W1", 0, 0, 2.0)]
        for _ in range(3):
            yield []
        assert [note.step for note in box.frame.journal] == [4, 4]
        assert box.frame.network.W1[0, 0] == 2.0

    play(script)


def test_that_a_move_does_not_wait_for_the_end_of_an_endless_advance() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Advance(2**62), c.AdvancePhase()]
        for _ in range(3):
            yield []
        assert (box.frame.state, box.frame.phase) == (State.PAUSED, Phase.Z1)

    play(script)


def test_that_advancing_while_running_takes_so_many_more_and_stands() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Run()]
        yield []
        before = box.frame.step
        yield [c.Advance(5)]
        yield []
        assert (box.frame.state, box.frame.step) == (State.PAUSED, before + 5)

    play(script)


def test_that_running_on_from_a_long_advance_forgets_its_end() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Advance(10**9)]
        yield [c.Run()]
        yield [c.Pause()]
        yield []
        assert box.frame.step < 10**8
        before = box.frame.step
        yield [c.Advance(2)]
        yield []
        assert box.frame.step == before + 2

    play(script)


def test_that_pausing_a_long_advance_forgets_its_end() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Advance(10**9)]
        yield [c.Pause()]
        yield []
        before = box.frame.step
        yield [c.Advance(2)]
        yield []
        assert box.frame.step == before + 2

    play(script)


def test_that_an_endless_advance_can_be_asked_for() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW]
        yield [c.Advance(2**63 - 1), c.Advance(2**63 - 1)]
        yield []
        assert box.frame.state is State.RUNNING
        yield [c.Pause()]
        yield []
        assert box.frame.state is State.PAUSED

    play(script)
