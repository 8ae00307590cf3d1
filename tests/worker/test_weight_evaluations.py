"""Histograms of the weights: along the branch they are of, and only while somebody looks."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset
from bpviz.training import Session, Settings
from bpviz.training import commands as c
from bpviz.training.events import Frame
from bpviz.training.quantities import WEIGHT_HISTORY, Need
from bpviz.worker import background as module
from bpviz.worker.background import Background
from bpviz.worker.jobs import Load
from tests.training.oracle import bits
from tests.worker.clock import Clock
from tests.worker.executors import AtOnce
from tests.worker.play import Box, Script, play
from tests.worker.trials import until

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")

WATCH = c.Subscribe(frozenset({Need.WEIGHTS}))
NEW = c.NewRun(DataRequest("sparse"), Settings(n_hidden=4))


def steps(frame: Frame) -> list[int]:
    return frame.results[WEIGHT_HISTORY].table("W1").steps.tolist()


def check_newest(frame: Frame) -> None:
    """What is shown of this step is what NumPy counts in its weights."""
    for matrix, weights in (("W1", frame.network.W1), ("W2", frame.network.W2)):
        table = frame.results[WEIGHT_HISTORY].table(matrix)  # type: ignore[arg-type]
        row = table.counts[table.steps.tolist().index(frame.step)]
        more = np.append(table.edges, table.edges[-1] + 1.0)
        assert row.tolist() == np.histogram(weights, more)[0][:-1].tolist()


def rest(box: Box) -> Script:
    """Turns in which it stands, until this step is counted and that is shown."""
    yield []
    yield []
    yield from until(box, lambda frame: frame.step in steps(frame))
    for _ in range(4):
        yield []


def test_that_each_place_where_it_stands_is_counted_and_a_fork_has_its_own_past() -> None:
    def script(box: Box) -> Script:
        yield [WATCH, NEW, c.Advance(20)]
        yield from rest(box)
        check_newest(box.frame)
        yield [c.Advance(30)]
        yield from rest(box)
        assert {20, 50} <= set(steps(box.frame))
        yield [c.Seek(30)]
        yield from rest(box)
        assert {20, 30, 50} <= set(steps(box.frame))
        yield [c.EditWeight("W1", 0, 0, 7.5)]  # before the end: another branch begins here
        yield from rest(box)
        assert box.frame.branch == 1
        assert max(steps(box.frame)) == 30
        check_newest(box.frame)  # with the weight as it is now
        yield [c.SwitchBranch(0)]
        yield from rest(box)
        assert {20, 30, 50} <= set(steps(box.frame))
        yield [c.SwitchBranch(0, 50), c.EditWeight("W2", 0, 1, -9.0)]  # at the end: the same branch
        yield from rest(box)
        assert (box.frame.branch, box.frame.step) == (0, 50)
        check_newest(box.frame)
        yield [c.NewRun(DataRequest("xor"), Settings(n_hidden=3))]
        yield from rest(box)
        assert steps(box.frame) == [0]
        check_newest(box.frame)

    play(script)


def test_that_nothing_is_counted_while_nobody_looks(sparse: Dataset) -> None:
    session, background = Session(Settings(n_hidden=4), sparse), Background(AtOnce())
    watch = c.Subscribe(frozenset({Need.HISTORY}))
    for _ in range(3):
        background.work(session, watch, Load.IDLE)
    assert not session.branch.curves[WEIGHT_HISTORY].shown().columns


def test_that_a_run_at_full_speed_is_counted_a_few_times_a_second_and_left_alone(
    sparse: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    watched, alone = (Session(Settings(n_hidden=4), sparse) for _ in range(2))
    background = Background(AtOnce())
    for _ in range(1000):  # ten seconds
        watched.advance(3)
        clock.now += 0.01
        background.work(watched, WATCH, Load.FULL)
    columns = watched.branch.curves[WEIGHT_HISTORY].shown().columns
    assert 20 <= len(columns) <= 101
    alone.advance(watched.step)
    assert bits(watched.network) == bits(alone.network)
