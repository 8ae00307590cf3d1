"""The first points of the curves: measured by replay, of the branch at hand, each once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset
from bpviz.network import predict
from bpviz.network.weights import Network
from bpviz.training import Session, Settings
from bpviz.training import commands as c
from bpviz.training.commands import Subscribe
from bpviz.training.evaluation.curves import MOST_POINTS
from bpviz.training.quantities import TEST_CURVE, TRAIN_CURVE, Need
from bpviz.worker import background as background_module
from bpviz.worker import first_points as module
from bpviz.worker.background import Background
from bpviz.worker.first_points import first_steps
from bpviz.worker.jobs import Load
from tests.training.oracle import bits
from tests.worker.clock import Clock
from tests.worker.executors import AtOnce
from tests.worker.play import Box, Script, play
from tests.worker.trials import until

WATCH = Subscribe(frozenset({Need.EVALUATION}))
CURVES = (TRAIN_CURVE, TEST_CURVE)


def complete(
    background: Background,
    session: Session,
    load: Load = Load.IDLE,
    wait: Callable[[], object] = lambda: None,
) -> None:
    before = -1
    while background.version != before:
        before = background.version
        for _ in range(4):
            background.work(session, WATCH, load)
            wait()


def loss_and_accuracy(network: Network, data: Dataset) -> tuple[float, float]:
    f = predict(network, data.rows)
    losses = ((f - data.Y) ** 2).sum(axis=1)
    return float(losses.mean()), float((f.argmax(axis=1) == data.labels).mean())


def check(session: Session, *, first: tuple[int, ...]) -> None:
    """Every point of both curves is what NumPy says of the weights at its step."""
    parts = session.dataset, session.dataset.test
    for quantity, data in zip(CURVES, parts, strict=True):
        assert data is not None
        shown = session.branch.curves[quantity].shown()
        assert set(first) <= set(shown.steps.tolist())
        for step, loss, accuracy in zip(shown.steps, shown.loss, shown.accuracy, strict=True):
            network = session.network_at(session.branch.number, int(step))
            right = loss_and_accuracy(network, data)
            assert (loss, accuracy) == (pytest.approx(right[0], rel=1e-12), right[1])


def test_that_they_are_1_2_and_5_times_the_powers_of_ten_and_0() -> None:
    assert first_steps(130.5) == (0, 1, 2, 5, 10, 20, 50, 100)
    assert first_steps(200) == (0, 1, 2, 5, 10, 20, 50, 100, 200)
    assert first_steps(0.5) == (0,)


@pytest.mark.parametrize("load", [Load.IDLE, Load.LOW, Load.FULL])
def test_that_a_run_that_passed_by_has_them_all_and_goes_its_way(
    digits: Dataset, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(background_module, "time", clock)
    session, alone = (Session(Settings(n_hidden=5), digits) for _ in range(2))
    background = Background(AtOnce())
    session.advance(1234)
    complete(background, session, load, clock.tick)
    check(session, first=(*first_steps(1000), 1234))
    session.advance(4000)
    alone.advance(1234)
    alone.advance(4000)
    complete(background, session, load, clock.tick)
    check(session, first=first_steps(5000))
    assert bits(session.network) == bits(alone.network)


def test_that_they_end_where_replay_would_take_long(
    digits: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REPLAYED", 60 * module.step_nanoseconds(Settings(), digits))
    session, background = Session(Settings(), digits), Background(AtOnce())
    session.advance(1000)
    complete(background, session)
    assert session.branch.curves[TEST_CURVE].shown().steps.tolist() == [*first_steps(50), 1000]


def test_that_each_is_measured_once_even_if_it_was_thinned_out(sparse: Dataset) -> None:
    session, background = Session(Settings(n_hidden=4), sparse), Background(AtOnce())
    session.advance(60_000)
    curves = [session.branch.curves[quantity] for quantity in CURVES]
    for step in range(2 * MOST_POINTS):
        for curve in curves:
            curve.add(step, 0.0, 0.0)
    gone = [step for step in first_steps(2 * MOST_POINTS) if not curves[0].has(step)]
    assert gone
    complete(background, session)
    for curve in curves:
        assert all(curve.has(step) for step in (10_000, 20_000, 50_000, 60_000))
    assert background.version == 2 * (len(gone) + 4)


def test_that_a_branch_has_its_own_and_an_undone_edit_leaves_nothing(digits: Dataset) -> None:
    session, background = Session(Settings(n_hidden=5), digits), Background(AtOnce())

    def look() -> None:
        background.forked(session.step)
        complete(background, session)
        check(session, first=(*first_steps(session.tip), session.step))

    session.advance(120)
    look()
    session.edit_weight("W2", 3, 1, 5.0)  # at the end: the same branch, other weights
    look()
    assert session.branch.number == 0
    session.undo()
    look()
    session.redo()
    session.seek(50)
    look()
    session.edit_weight("W1", 3, 1, 5.0)
    assert session.branch.number == 1
    assert session.branch.curves[TEST_CURVE].shown().steps.tolist() == [0, 1, 2, 5, 10, 20]
    session.advance(600)
    look()
    session.seek(7)
    session.set_learning_rate(3.0)
    session.advance(30)
    look()
    session.switch_branch(0)
    look()
    steps = session.branch.curves[TEST_CURVE].shown().steps
    assert steps.tolist() == sorted({*first_steps(100), session.step})  # redone at 120, unseen


@pytest.mark.usefixtures("every_turn", "shelf")
def test_that_the_frames_carry_them_and_hidden_panels_cost_nothing() -> None:
    def script(box: Box) -> Script:
        new = c.NewRun(DataRequest("sparse"), Settings(n_hidden=4))
        yield [c.Subscribe(frozenset({Need.HISTORY})), new, c.Advance(300)]
        for _ in range(30):
            yield []
        assert len(box.frame.results[TRAIN_CURVE].steps) == 0
        yield [WATCH]
        yield from until(box, lambda frame: len(frame.results[TRAIN_CURVE].steps) == 10)
        steps = box.frame.results[TRAIN_CURVE].steps
        assert steps.tolist() == box.frame.results[TEST_CURVE].steps.tolist()
        assert steps.tolist() == [*first_steps(200), 300]
        assert np.isfinite(box.frame.results[TRAIN_CURVE].loss).all()

    play(script)
