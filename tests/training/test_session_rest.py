"""A run that rests while another is at hand, and what is done ahead of a run."""

from __future__ import annotations

import gc
import weakref
from unittest.mock import patch

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings
from bpviz.training import session as module
from tests.training.conftest import small_world
from tests.training.oracle import bits, tight

SMALL = Settings(n_hidden=4, learning_rate=0.5)


def test_that_a_resting_run_gives_memory_back_and_loses_nothing(sparse: Dataset) -> None:
    session, other = Session(tight(SMALL, sparse, 64), sparse), Session(SMALL, sparse)
    for each in (session, other):
        each.advance(40_000)
        each.seek(10_000)
        each.set_learning_rate(0.1)
        each.advance(30_000)
    session.rest()
    assert session._run.replayer.pool.capacity == 7
    for branch in session.branches:
        assert branch.record._ring.shape[1] == 2**14
    assert bits(session.network) == bits(other.network)
    session.wake()
    assert session._run.replayer.pool.capacity == 60
    for each in (session, other):
        each.advance(500)
    assert bits(session.network) == bits(other.network)
    for number in (0, 1):
        for step in (5, 9000, 10_000, 30_001):
            assert bits(session.network_at(number, step)) == bits(other.network_at(number, step))


def test_that_memory_is_written_to_ahead_of_the_run_in_small_parts(sparse: Dataset) -> None:
    with small_world(8):
        session = Session(tight(SMALL, sparse, 16), sparse)
        pool = session._run.replayer.pool
        with patch.object(module, "_PREPARED", 3 * sparse.n_inputs * 4):
            assert session.prepare()
            assert pool._room.untouched == 12  # the first holds step 0
        with patch.object(module, "_PREPARED", 0):  # a network larger than a part
            assert session.prepare()
            assert pool._room.untouched == 11
        while session.prepare():
            pass
        assert pool._room.untouched == 0
        assert not session.prepare()


def test_that_what_is_held_for_the_place_alone_is_given_up(sparse: Dataset) -> None:
    session = Session(Settings(n_hidden=5), sparse)
    session.advance(30)
    session.seek(10)  # leaves an engine for the next move
    held = [
        weakref.ref(each) for each in (session._run.spare, session.step_at_hand, session.network)
    ]
    assert all(each() is not None for each in held)
    before = bits(session.network)
    session.rest()
    gc.collect()
    assert [each() for each in held] == [None] * 3
    session.wake()
    assert bits(session.network) == before
