"""How much time a gradient check takes: all there is at rest, a tenth while the run goes on."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network.central_differences import CheckJob
from bpviz.training import Session, Settings
from bpviz.training.commands import CheckGradient
from bpviz.worker import jobs as module
from bpviz.worker.checking import Checking
from bpviz.worker.jobs import SHARE, SLICE, Load
from tests.training.oracle import bits
from tests.worker.clock import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Each piece of a check takes as long as a slice, on this clock."""
    clock, advance = Clock(), CheckJob.advance

    def slowly(job: CheckJob, seconds: float | None = None) -> None:
        assert seconds == SLICE
        clock.now += SLICE
        advance(job, 0.0)

    monkeypatch.setattr(module, "time", clock)
    monkeypatch.setattr(CheckJob, "advance", slowly)
    return clock


@pytest.fixture
def session(sparse: Dataset) -> Session:
    session = Session(Settings(n_hidden=6), sparse)
    session.advance(10)
    return session


def test_that_at_rest_slice_follows_slice(clock: Clock, session: Session) -> None:
    checking = Checking()
    checking.check(session, None, CheckGradient())
    turns, begun = 0, clock.now
    while checking.work(Load.IDLE):
        turns += 1
    assert checking.note is not None
    assert checking.fraction is None
    assert 5 < turns < 30
    assert clock.now - begun == pytest.approx(turns * SLICE)
    assert not checking.work(Load.IDLE)


def test_that_at_full_speed_it_keeps_to_its_share(clock: Clock, session: Session) -> None:
    checking = Checking()
    checking.check(session, None, CheckGradient())
    before, begun, spent = bits(session.network), clock.now, 0.0
    while checking.note is None:
        now = clock.now
        assert not checking.work(Load.FULL)
        spent += clock.now - now
        clock.now += 0.001  # a chunk of the run
    assert spent <= SHARE * (clock.now - begun) + SLICE
    assert spent >= 0.8 * SHARE * (clock.now - begun)
    assert bits(session.network) == before


def test_that_nothing_is_done_while_nobody_asks(clock: Clock) -> None:
    checking = Checking()
    begun = clock.now
    assert not any(checking.work(load) for load in Load)
    assert clock.now == begun
    assert not checking.news


def test_that_a_sweep_before_any_check_waits_for_one(clock: Clock, session: Session) -> None:
    checking = Checking()
    checking.sweep(("W2", 1, 3))
    assert checking.note is None
    checking.check(session, None, CheckGradient())
    while checking.work(Load.IDLE):
        pass
    assert checking.note is not None
    assert checking.note.chosen is not None
    assert np.isfinite(checking.note.chosen.curve.extended).any()
