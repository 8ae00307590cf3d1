"""The looks at both gradient rules: when they are made, and of what."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset, Part
from bpviz.training import Session, Settings
from bpviz.training import commands as c
from bpviz.training.commands import Subscribe
from bpviz.training.quantities import COSINES, DIFFERENCES, TEST_CURVE, Need
from bpviz.worker.background import Background
from bpviz.worker.jobs import Load
from tests.worker.executors import AtOnce
from tests.worker.play import Box, Script, play

WATCH = Subscribe(frozenset({Need.HISTORY, Need.RULE}))
NEW = c.NewRun(DataRequest("sparse"), Settings(n_hidden=4, learning_rate=0.5))

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


@pytest.fixture
def session(sparse: Dataset) -> Session:
    session = Session(Settings(n_hidden=4), sparse)
    session.advance(10)
    return session


def complete(background: Background, session: Session, watch: Subscribe = WATCH) -> None:
    for _ in range(100):
        before = background.version
        background.work(session, watch, Load.IDLE)
        background.work(session, watch, Load.IDLE)
        if background.version == before:
            return
    raise AssertionError("the looks did not come to their end")


def test_that_they_are_made_only_while_somebody_watches(session: Session) -> None:
    background = Background(AtOnce())
    unseen = Subscribe(frozenset({Need.HISTORY}))
    complete(background, session, unseen)
    assert DIFFERENCES not in background.results
    assert not session.branch.curves[COSINES].has(10)
    complete(background, session)
    assert DIFFERENCES in background.results
    assert session.branch.curves[COSINES].has(10)


def test_that_the_differences_are_of_the_step_at_hand_and_follow_it(session: Session) -> None:
    background = Background(AtOnce())
    complete(background, session)
    for _ in range(2):
        found = background.results.get(DIFFERENCES)
        assert found is not None
        assert found.network is session.network_before
        np.testing.assert_array_equal(found.x, session.preview.x)
        np.testing.assert_allclose(found.W1, session.preview.grad_W1, atol=1e-9)
        session.advance(1)
        background.moved()
        complete(background, session)


def test_that_they_are_of_the_sample_that_is_looked_at(session: Session, sparse: Dataset) -> None:
    test = sparse.test
    assert test is not None
    background = Background(AtOnce())
    complete(background, session)
    background.select((Part.TEST, 5))
    complete(background, session)
    assert DIFFERENCES in background.results
    np.testing.assert_array_equal(background.results[DIFFERENCES].x, test.x(5))
    right = session.trace_of(5, Part.TEST)
    np.testing.assert_allclose(background.results[DIFFERENCES].W1, right.grad_W1, atol=1e-9)


def test_that_a_running_run_has_cosines_and_no_differences(session: Session) -> None:
    background = Background(AtOnce())
    for _ in range(20):
        background.work(session, WATCH, Load.FULL)
    assert session.branch.curves[COSINES].has(10)
    assert DIFFERENCES not in background.results


def test_that_looking_now_measures_the_position_without_waiting(session: Session) -> None:
    background = Background(AtOnce())
    watch = Subscribe(frozenset({Need.HISTORY, Need.EVALUATION, Need.RULE}))
    for step in (10, 11, 12):
        while background.look_now(session, watch):
            pass
        assert session.branch.curves[COSINES].has(step)
        assert session.branch.curves[TEST_CURVE].has(step)
        session.advance(1)
    assert DIFFERENCES not in background.results


def test_that_going_back_keeps_the_curve_and_a_fork_takes_the_past_along() -> None:
    def script(box: Box) -> Script:
        yield [WATCH, NEW]
        for steps in (5, 5, 5):
            yield [c.Advance(steps)]
            for _ in range(4):
                yield []
        assert box.frame.cosines is not None
        assert {5, 10, 15} <= set(box.frame.cosines.steps.tolist())
        yield [c.Seek(10)]
        yield []
        assert 15 in box.frame.cosines.steps
        yield [c.SetLearningRate(0.1)]
        yield []
        assert 10 in box.frame.cosines.steps
        assert 15 not in box.frame.cosines.steps

    play(script)
