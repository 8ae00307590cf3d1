"""Pairs that a person made: trained on, named in the journal, and replayed exactly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import trace
from bpviz.training import Breakpoint, Phase, Session, Settings, SettingsError, StopReason
from bpviz.training.journal.entries import Hold, Pin
from bpviz.training.pairs.custom_pair import CustomPair

RATE = 0.3


@pytest.fixture
def session(sparse: Dataset) -> Session:
    return Session(Settings(n_hidden=5, learning_rate=RATE), sparse)


def drawing(data: Dataset, seed: int = 0, label: int = 1) -> CustomPair:
    x = np.random.default_rng(seed).normal(size=data.n_inputs)
    x[::3] = 0.0
    assert data.labels is not None
    return CustomPair(x, np.eye(data.n_outputs)[label], label, f"drawing {seed}")


def same_weights(one: Session, other: Session) -> bool:
    return bool((one.network.W1 == other.network.W1).all()) and bool(
        (one.network.W2 == other.network.W2).all()
    )


def test_that_a_step_trains_on_a_pair_that_a_person_made(session: Session) -> None:
    session.advance(7)
    pair = drawing(session.dataset)
    assert session.train_own(pair) == session.dataset.n_samples
    assert session.own_pair is pair
    assert session.branch.journal[-1] == Pin(7, session.dataset.n_samples, "drawing 0")
    assert session.branch.journal[-1].words() == "train on drawing 0"
    before = session.network
    right = trace(before, pair.x, pair.y)
    for name in ("x", "y", "z1", "h", "f", "delta1", "delta2"):
        np.testing.assert_array_equal(getattr(session.preview, name), getattr(right, name))
    session.advance(1)
    assert session.loss == right.loss == session.history.loss(7, 8)[0]
    np.testing.assert_array_equal(
        session.network.W1, before.W1 - np.outer(RATE * right.delta1, pair.x)
    )
    np.testing.assert_array_equal(
        session.network.W2, before.W2 - np.outer(RATE * right.delta2, right.h)
    )
    change = session.last_change
    assert change is not None
    np.testing.assert_array_equal(change.x, pair.x)
    assert session.own_pair is None


@given(at=st.integers(0, 40), more=st.integers(1, 40), seed=st.integers(0, 9))
@settings(max_examples=25, deadline=None)
def test_that_it_is_replayed_to_the_bit(sparse: Dataset, at: int, more: int, seed: int) -> None:
    wanted = Settings(n_hidden=5, learning_rate=RATE)
    session, other = Session(wanted, sparse), Session(wanted, sparse)
    for each in (session, other):
        each.advance(at)
        each.train_own(drawing(sparse, seed))
        each.advance(more)
    assert same_weights(session, other)
    session.seek(0)
    session.seek(at + more)
    assert same_weights(session, other)
    session.seek(at)
    for _ in Phase:
        session.advance_phase()
    assert session.step == at + 1
    other.seek(at + 1)
    assert same_weights(session, other)


def test_that_it_can_be_kept_and_trained_on_again(session: Session) -> None:
    m = session.dataset.n_samples
    pair = drawing(session.dataset)
    number = session.train_own(pair)
    session.advance(3)
    assert session.train_own(pair) == number  # it keeps its number
    assert session.train_own(drawing(session.dataset, 1)) == number + 1
    session.hold(number)
    assert session.branch.journal[-1] == Hold(3, number, "drawing 0")
    session.advance(4)
    assert [session.sample_index(step) for step in range(3, 7)] == [m] * 4
    losses = session.history.loss(3, 7)
    assert (np.diff(losses) < 0).all()  # the same pair again and again
    assert session.trace_of(number).y.argmax() == 1


def test_that_undo_takes_it_back(session: Session) -> None:
    session.advance(5)
    drawn = session.sample_index(5)
    session.train_own(drawing(session.dataset))
    session.advance(2)
    session.undo()
    assert (session.step, session.sample_index(5)) == (5, drawn)
    session.redo()
    assert session.own_pair is not None


def test_that_breakpoints_do_not_take_it_for_a_sample(session: Session) -> None:
    session.hold(session.train_own(drawing(session.dataset)))
    session.breakpoints.add(Breakpoint.sample(0))
    assert session.advance(20).reason is StopReason.COUNT
    session.breakpoints.clear()
    session.breakpoints.add(Breakpoint.label(1))
    assert session.advance(5).reason is StopReason.BREAKPOINT
    assert session.step == 20
    session.finish_step()
    session.advance_to(Phase.UPDATE)
    assert session.hit  # by phases as well


@pytest.mark.parametrize(
    ("x", "y", "label", "words"),
    [
        (3, 4, 0, r"x of the pair has the shape \(3,\)"),
        (None, 1, 0, r"y of the pair has the shape \(1,\)"),
        (None, None, None, "has classes, but the pair has none"),
        (None, None, 99, "The class of the pair is 99"),
        (None, None, -1, "The class of the pair is -1"),
    ],
)
def test_that_a_pair_that_does_not_fit_is_refused(
    session: Session, x: int | None, y: int | None, label: int | None, words: str
) -> None:
    data = session.dataset
    pair = CustomPair(np.zeros(x or data.n_inputs), np.zeros(y or data.n_outputs), label, "")
    with pytest.raises(SettingsError, match=words):
        session.train_own(pair)
    assert len(session.branch.journal) == 1
    assert session.own_pair is None


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_that_numbers_that_are_not_finite_are_refused(session: Session, value: float) -> None:
    x = np.zeros(session.dataset.n_inputs)
    x[1] = value
    with pytest.raises(SettingsError, match="x of the pair contains a value that is not finite"):
        session.train_own(CustomPair(x, np.zeros(session.dataset.n_outputs), 0, ""))


def test_that_regression_wants_no_class(sparse: Dataset) -> None:
    data = Dataset.from_arrays("r", sparse.X, sparse.Y)
    session = Session(Settings(n_hidden=5), data)
    pair = CustomPair(data.x(3), data.Y[3], 0, "")
    with pytest.raises(SettingsError, match="has no classes, but the pair has one"):
        session.train_own(pair)
    assert session.train_own(CustomPair(data.x(3), data.Y[3], None, "")) == data.n_samples
    assert session.preview.loss == session.trace_of(3).loss


def test_that_the_arrays_of_a_pair_are_its_own(sparse: Dataset) -> None:
    x = np.zeros(sparse.n_inputs)
    pair = CustomPair(x, np.zeros(sparse.n_outputs), 0, "")
    x[0] = 5.0
    assert pair.x[0] == 0.0
    with pytest.raises(ValueError, match="read-only"):
        pair.x[0] = 1.0


def test_that_whole_numbers_become_real_ones_of_its_own() -> None:
    """Whatever they are given as; what they came from may change afterwards."""
    for each in ([1, 0, 3], np.array([1, 0, 3]), np.array([[1, 0, 3]] * 2, np.float32).T[:, 0]):
        pair = CustomPair(each, each, None, "whole")  # type: ignore[arg-type]
        each[0] = 7
        for array in (pair.x, pair.y):
            assert (array.dtype, array.tolist()) == (np.float64, [1.0, 0.0, 3.0])
            assert array.flags.c_contiguous
            assert not array.flags.writeable
