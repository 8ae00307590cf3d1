"""Commands that ask for what cannot be: each gets a sentence, and nothing has changed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Part
from bpviz.training import Breakpoint, Phase
from bpviz.training import commands as c
from bpviz.training.events import State
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.worker.trainer import Trainer
from scripts.session_interrupts import everything
from tests.worker.play import Box, Script
from tests.worker.trainer.turns import NEW, QUIET, SETTINGS, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")

COUNTS: tuple[Any, ...] = (-1, 2**63, 1.5, math.nan, "many", None, True)
PLACES: tuple[Any, ...] = (-1, 10**6, 2**70, 0.5, "first", None)
REALS: tuple[Any, ...] = (math.nan, math.inf, "large", None)

WRONG: tuple[c.Command, ...] = (
    *(kind(count) for kind in (c.Advance, c.Back, c.Seek) for count in COUNTS),
    *(c.Seek(count, resume=True) for count in COUNTS),
    *(c.SetLearningRate(value) for value in (*REALS, 0.0, -1.0)),
    *(c.SetSpeed(value) for value in (*REALS[:3], 0.0, -1.0)),
    *(c.SetGradientRule(rule) for rule in ("printed", None, 3)),  # type: ignore[arg-type]
    *(c.TrainNext(at) for at in PLACES),
    *(c.HoldSample(at) for at in PLACES[:-1]),
    *(c.TrainOwn(CustomPair(np.zeros(n), np.zeros(d), label, "own"))
      for n, d, label in ((2, 1, None), (10**3, 10, 0), (5, 3, 99))),
    c.TrainOwn(None),  # type: ignore[arg-type]
    *(c.EditWeight("W1", at, 0, 0.5) for at in PLACES),
    *(c.EditWeight("W2", 0, at, 0.5) for at in PLACES),
    *(c.EditWeight("W1", 0, 0, value) for value in REALS),
    c.EditWeight("W3", 0, 0, 0.5),  # type: ignore[arg-type]
    *(c.SwitchBranch(at) for at in PLACES),
    *(c.SwitchBranch(number, step) for number in (0, 1, 2) for step in COUNTS if step is not None),
    *(c.SwitchBranch(number, 10**6) for number in (0, 1, 2)),
    *(c.RenameBranch(at, "name") for at in PLACES),
    *(c.RenameBranch(number, name) for number in (0, 1, 2) for name in ("", " \n", "x" * 61)),
    *(c.DeleteBranches((at,)) for at in PLACES),
    c.DeleteBranches((0, 1, 2)),
    *(c.CompareBranches(at, 0) for at in PLACES[:-1]),
    *(c.CompareBranches(0, 0, at) for at in COUNTS if at is not None),
    *(c.AddBreakpoint(Breakpoint.every(3), at) for at in COUNTS),
    c.AddBreakpoint("loss > 1"),  # type: ignore[arg-type]
    c.AddBreakpoint(Breakpoint.sample(10**6)),
    *(c.ChangeBreakpoint(at, enabled=False) for at in PLACES),
    *(c.ChangeBreakpoint(1, ignore=at) for at in COUNTS if at is not None),
    c.ChangeBreakpoint(1, breakpoint=Breakpoint.sample(10**6)),
    *(c.RemoveBreakpoint(at) for at in PLACES[:-1]),
    *(c.CompareRules(at, from_start=False) for at in (*COUNTS, 0)),
)  # fmt: skip


def at_the_tip(_: Box) -> Script:
    yield [c.Advance(30)]


def in_the_past(_: Box) -> Script:
    yield [c.Advance(60)]
    yield [c.Seek(20)]


def in_an_update(box: Box) -> Script:
    yield [c.Advance(30)]
    yield from until_paused(box)
    yield [c.FinishStep(), c.BackPhase()]


def at_a_breakpoint(box: Box) -> Script:
    yield [c.AddBreakpoint(Breakpoint.every(7)), c.Run()]
    yield from until_paused(box)
    assert box.frame.state is State.STOPPED


def beside_older_runs(box: Box) -> Script:
    yield [c.Advance(25)]
    yield from until_paused(box)
    yield [c.SetLearningRate(0.2), c.Advance(10)]
    yield from until_paused(box)
    yield [c.Back(12), c.SetLearningRate(0.3)]
    yield [c.NewRun(DataRequest("sparse"), SETTINGS.replace(seed=9)), c.Advance(9)]
    yield from until_paused(box)


def running_slowly(_: Box) -> Script:
    yield [c.SetSpeed(0.001), c.Run()]


def told(trainer: Trainer) -> Any:
    """All that may not change, of every run and of what drives it."""
    runs = trainer._runs
    return (
        [everything(run.session) for run in runs.all()],
        runs.number,
        trainer._drive.standing,
        trainer._trial.standing,
        trainer._sight.comparison,
    )


def play_beside(script: Any) -> Box:
    trainers: list[Trainer] = []
    box = Box(lambda box: script(box, trainers))
    trainers.append(Trainer(box, box.notify))
    trainers[0].loop()
    if box.error is not None:
        raise box.error
    return box


@pytest.mark.parametrize(
    "begin",
    [at_the_tip, in_the_past, in_an_update, at_a_breakpoint, beside_older_runs, running_slowly],
)
def test_that_a_command_that_cannot_be_carried_out_changes_nothing(begin: Any) -> None:
    def script(box: Box, trainers: Sequence[Trainer]) -> Script:
        yield [QUIET, NEW]
        yield [c.AddBreakpoint(Breakpoint.sample(0), 10**6)]
        yield from begin(box)
        yield []
        (trainer,) = trainers
        for command in WRONG:
            before, acknowledged = told(trainer), len(box.told)
            yield [command]
            yield []
            assert told(trainer) == before, command
            sentences = [problem.message for problem in box.told[acknowledged:]]
            assert len(sentences) == 1, (command, sentences)
            assert not box.told[-1].details, command
            assert sentences[0].endswith((".", "…")), command
        yield [c.Pause()]
        yield []
        step = box.frame.step
        yield [c.RemoveBreakpoint(None), c.Advance(5)]
        yield from until_paused(box)
        assert (box.frame.step, box.frame.state) == (step + 5, State.PAUSED)

    play_beside(script)


def test_that_a_step_beyond_the_tip_of_an_older_run_leaves_the_run_at_hand() -> None:
    def script(box: Box, trainers: Sequence[Trainer]) -> Script:
        yield [QUIET, NEW]
        yield from beside_older_runs(box)
        number, frames = box.frame.run, len(box.frames)
        yield [c.SwitchBranch(0, 36)]
        yield []
        assert (box.frame.run, box.frame.step) == (number, 9)
        assert "The step on that branch is 36" in box.told[-1].message
        yield [c.SwitchBranch(0, 24)]
        yield []
        assert (box.frame.run, box.frame.branch, box.frame.step) == (number + 1, 0, 24)
        assert len(box.frames) > frames

    play_beside(script)


def test_that_a_sample_that_there_is_not_gives_way_to_that_of_the_step() -> None:
    def script(box: Box, trainers: Sequence[Trainer]) -> Script:
        yield [QUIET, NEW, c.Advance(5)]
        yield from until_paused(box)
        for wrong in (10**6, -1):
            yield [c.SelectSample(3, Part.TRAIN)]
            yield [c.SelectSample(wrong, Part.TRAIN)]
            yield []
            assert box.frame.selected is None
            assert box.frame.phase is Phase.DRAW

    play_beside(script)
