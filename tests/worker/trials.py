"""Scripts in which both gradient rules are put on trial."""

from __future__ import annotations

from collections.abc import Callable

from bpviz.datasets import DataRequest
from bpviz.network import GradientRule
from bpviz.training import Settings
from bpviz.training import commands as c
from bpviz.training.evaluation.rule_infos import PairedRunInfo
from bpviz.training.events import Frame, State
from bpviz.training.quantities import Need
from tests.worker.play import Box, Script

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)
WATCH = c.Subscribe(frozenset({Need.EVALUATION, Need.RULE}))
EXACT, PRINTED = GradientRule.EXACT, GradientRule.AS_PRINTED
STEPS = 400


def trial_of(frame: Frame) -> PairedRunInfo:
    assert frame.trial is not None
    return frame.trial


def until(box: Box, ready: Callable[[Frame], bool], turns: int = 3000) -> Script:
    for _ in range(turns):
        yield []
        if box.frames and ready(box.frame):
            return
    raise AssertionError("that never came")


def ended(frame: Frame) -> bool:
    return frame.trial is not None and frame.trial.training is None


def begin(box: Box, *before: c.Command, settings: Settings = SETTINGS) -> Script:
    yield [WATCH, c.NewRun(DataRequest("sparse"), settings), *before]
    yield from until(box, lambda frame: frame.state is State.PAUSED)


def put_on_trial(box: Box, steps: int = STEPS, *, from_start: bool = True) -> Script:
    yield [c.CompareRules(steps, from_start)]
    yield from until(box, ended)


def names(frame: Frame) -> list[str]:
    return [str(note.name) for note in frame.branches]
