"""A quantity is declared once: nothing between its task and its panel knows of it."""

from __future__ import annotations

import pytest

from bpviz.datasets import DataRequest, Dataset
from bpviz.network.types import Stop
from bpviz.training import Session, Settings
from bpviz.training.commands import Subscribe
from bpviz.training.evaluation.look import GOES_ON
from bpviz.training.quantities import CurveQuantity, Need, Quantity
from bpviz.training.run.timeline import Branch
from bpviz.worker import background as module
from bpviz.worker.background import Background
from bpviz.worker.evaluations import EvaluationTask
from bpviz.worker.frames import FrameBuilder
from bpviz.worker.jobs import Load
from bpviz.worker.runs import Run, Runs
from tests.worker.executors import AtOnce
from tests.worker.test_frames import situation


class Steps:
    """The steps that were counted."""

    def __init__(self, steps: tuple[int, ...] = ()) -> None:
        self.steps = steps

    def cut(self, end: int) -> Steps:
        return Steps(tuple(step for step in self.steps if step <= end))

    def shown(self) -> tuple[int, ...]:
        return self.steps


NEWEST = Quantity[str | None](None)
ALONG = CurveQuantity[tuple[int, ...], Steps](Steps)


class Spelling:
    """Spells a step, at once."""

    done = False

    def __init__(self, step: int) -> None:
        self.step = step

    def advance(self, stop: Stop = GOES_ON) -> None:
        self.done = True

    def result(self) -> str:
        return f"step {self.step}"


class SpellingTask(EvaluationTask[str]):
    """All that is to be said of it."""

    need, newest = Need.UNITS, NEWEST
    weight = 1

    def begin(self, session: Session, watch: Subscribe) -> Spelling:
        return Spelling(session.step)

    def measure(self, branch: Branch, step: int, result: str) -> None:
        branch.curves[ALONG].steps += (step,)


@pytest.fixture
def background(monkeypatch: pytest.MonkeyPatch) -> Background:
    monkeypatch.setattr(module, "UnitStatistics", SpellingTask)
    return Background(AtOnce())


def test_that_a_new_quantity_reaches_the_frame_and_is_cut_with_the_branch(
    background: Background, sparse: Dataset
) -> None:
    session = Session(Settings(n_hidden=4), sparse)
    watch = Subscribe(frozenset({Need.UNITS}))
    runs, builder = Runs(), FrameBuilder()
    runs.current = Run(DataRequest("sparse"), session.dataset, session)

    def look() -> tuple[str | None, tuple[int, ...]]:
        for _ in range(2):
            background.work(session, watch, Load.IDLE)
        results = builder.frame(runs, situation(results=background.results)).results
        return results[NEWEST], results[ALONG]

    background.work(session, Subscribe(frozenset()), Load.IDLE)
    background.work(session, Subscribe(frozenset()), Load.IDLE)
    assert not background.results
    session.advance(10)
    assert look() == ("step 10", (10,))
    session.advance(10)
    background.moved()
    assert look() == ("step 20", (10, 20))
    session.back(15)
    session.set_learning_rate(0.01)  # before the end: a new branch
    background.forked(session.step)
    assert builder.frame(runs, situation(results=background.results)).results[NEWEST] is None
    assert look() == ("step 5", (5,))
    background.reset()
    assert NEWEST not in background.results
