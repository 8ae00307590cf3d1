"""A session's moves one by one, and the arguments it refuses."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, Network, predict, trace
from bpviz.training import (
    Order,
    Outcome,
    Phase,
    Session,
    Settings,
    SettingsError,
    StopReason,
)
from bpviz.training.journal.entries import RateChange
from tests.training.oracle import bits, initial, line_of

SMALL = Settings(n_hidden=5)
BAD_COUNTS = [-1, 2.5, 1.0, "3", None, True, 2**63, math.nan, [1], np.array([1])]


@pytest.fixture
def session(sparse: Dataset) -> Session:
    return Session(SMALL, sparse)


def test_that_a_new_session_stands_at_the_initial_weights(
    session: Session, sparse: Dataset
) -> None:
    assert (session.step, session.tip, session.phase) == (0, 0, Phase.DRAW)
    assert bits(session.network) == bits(initial(SMALL, sparse))
    assert session.last_change is None
    assert math.isnan(session.loss)
    assert session.keyframes.tolist() == [0]
    assert len(session.branches) == 1


def test_that_advancing_counts_and_says_so(session: Session) -> None:
    assert session.advance(7) == Outcome(StopReason.COUNT, 7)
    assert session.advance() == Outcome(StopReason.COUNT, 8)
    assert (session.step, session.tip) == (8, 8)


def test_that_moves_of_no_step_do_nothing(session: Session) -> None:
    session.advance(5)
    before = bits(session.network)
    for outcome in (session.advance(0), session.back(0), session.seek(5)):
        assert outcome == Outcome(StopReason.COUNT, 5)
        assert (session.step, session.phase, session.row) == (5, Phase.DRAW, 0)
    assert bits(session.network) == before
    assert len(session.branches) == 1


def test_that_back_stops_at_the_beginning(session: Session) -> None:
    session.advance(5)
    assert session.back(2).step == 3
    assert session.back(2**63 - 1) == Outcome(StopReason.COUNT, 0)
    there = Outcome(
        StopReason.BEGINNING,
        0,
        "This is step 0, the beginning of the run: there is no earlier step.",
    )
    assert session.back() == session.back(2**63 - 1) == there
    assert session.back(0) == Outcome(StopReason.COUNT, 0)
    assert session.tip == 5


@pytest.mark.parametrize("value", BAD_COUNTS, ids=repr)
def test_that_counts_must_be_whole_and_a_bad_one_changes_nothing(
    session: Session, value: object
) -> None:
    session.advance(3)
    before = bits(session.network)
    for move, words in (
        (session.advance, "The number of steps is"),
        (session.back, "The number of steps is"),
        (session.seek, "The step is"),
        (session.sample_index, "The step is"),
    ):
        with pytest.raises(SettingsError, match=words):
            move(value)  # type: ignore[operator]
    assert (session.step, session.tip, bits(session.network)) == (3, 3, before)


@pytest.mark.parametrize("value", [0, -1, math.nan, math.inf, "0.1", None, True, [0.1]], ids=repr)
def test_that_a_bad_rate_changes_nothing(session: Session, value: object) -> None:
    session.advance(3)
    session.back()
    with pytest.raises(SettingsError, match="learning rate"):
        session.set_learning_rate(value)  # type: ignore[arg-type]
    assert (session.learning_rate, len(session.branches), session.tip) == (0.1, 1, 3)


@pytest.mark.parametrize("value", [-1, 24, 1.0, None])
def test_that_a_sample_must_be_one_of_the_data_set(session: Session, value: object) -> None:
    with pytest.raises(SettingsError, match=r"The sample is .* from 0 to 23"):
        session.trace_of(value)  # type: ignore[arg-type]


def test_that_an_empty_data_set_is_refused() -> None:
    empty = Dataset.from_arrays("nothing", np.zeros((0, 3)), np.zeros((0, 1)))
    with pytest.raises(SettingsError, match="The data set nothing is empty"):
        Session(SMALL, empty)


def test_that_a_single_sample_is_enough() -> None:
    one = Dataset.from_arrays("one", [[1.0]], [[0.0]])
    session = Session(Settings(n_hidden=1, order=Order.SHUFFLED), one)
    session.advance(300)
    losses = session.history.loss(0, 300)
    assert (np.diff(losses) < 0).all()


@pytest.mark.parametrize("rule", list(GradientRule))
def test_that_the_trace_is_the_step_that_comes_next(sparse: Dataset, rule: GradientRule) -> None:
    session = Session(SMALL.replace(gradient_rule=rule), sparse)
    for _ in range(6):
        i = session.sample_index(session.step)
        t, before = session.preview, session.network
        right = trace(before, sparse.x(i), sparse.Y[i], rule)
        for name in ("x", "y", "z1", "h", "z2", "f", "delta1", "delta2", "sigma1_prime"):
            np.testing.assert_array_equal(getattr(t, name), getattr(right, name))
        assert t.gradient_rule is rule
        session.advance()
        assert session.history.loss(session.step - 1, session.step)[0] == t.loss == session.loss
        change = session.last_change
        assert change is not None
        assert (change.step, change.sample, change.title) == (session.step - 1, i, "")
        np.testing.assert_array_equal(session.network.W1, before.W1 + change.W1())
        np.testing.assert_array_equal(session.network.W2, before.W2 + change.W2())


def test_that_looking_changes_nothing(session: Session, sparse: Dataset) -> None:
    line = line_of(session)
    for step in range(1, 20):
        for _ in range(2):
            _ = session.trace, session.trace_of(3), session.network, session.last_change
            _ = session.preview, session.network_before, session.branches, session.undo_words
            _ = session.gradient_magnitudes(), session.accuracy(), session.keyframes
            session.history.view(0, session.tip, 10)
        session.advance()
        assert bits(session.network) == bits(line.network(step))


def test_that_a_network_once_given_does_not_move_with_the_run(session: Session) -> None:
    net = session.network
    before = bits(net)
    session.advance(10)
    assert bits(net) == before
    assert session.network is session.network
    with pytest.raises(ValueError, match="read-only"):
        net.W1[0, 0] = 1.0


def test_that_the_last_change_is_found_again_after_going_back(session: Session) -> None:
    changes = []
    for _ in range(8):
        session.advance()
        changes.append(session.last_change)
    session.back(3)
    for step in (5, 4, 3, 2, 1):
        session.seek(step)
        found, right = session.last_change, changes[step - 1]
        assert found is not None
        assert right is not None
        assert found.step == right.step == step - 1
        for name in ("scaled_delta1", "scaled_delta2", "x", "h"):
            np.testing.assert_array_equal(getattr(found, name), getattr(right, name))
            assert not getattr(found, name).flags.writeable
    session.restart()
    assert session.last_change is None


def test_that_the_exact_loss_of_the_last_step_is_known_however_old(
    sparse: Dataset, in_a_small_world: None
) -> None:
    session = Session(SMALL, sparse)
    session.advance(9000)
    old = session.history.loss(100, 200)
    assert len(np.unique(old)) > 50
    for step in (101, 150, 163, 200):
        session.seek(step)
        assert session.loss == old[step - 101]
    session.restart()
    assert math.isnan(session.loss)


def test_that_attention_ends_an_advance_after_one_step_and_nothing_is_lost(
    session: Session,
) -> None:
    line = line_of(session)
    attention = np.ones(1, np.uint8)
    for step in range(1, 5):
        outcome = session.advance(1000, attention)
        assert outcome == Outcome(StopReason.ATTENTION, step)
    assert bits(session.network) == bits(line.network(4))
    session.seek(1)
    assert session.advance(1000, attention).step == 2  # a replay hears it as well
    assert session.tip == 4


def test_that_magnitudes_and_accuracy_are_those_of_every_sample(
    session: Session, sparse: Dataset
) -> None:
    session.advance(30)
    magnitudes = session.gradient_magnitudes()
    assert magnitudes.shape == (24, 2)
    for i in range(24):
        t = session.trace_of(i)
        np.testing.assert_allclose(magnitudes[i], (t.grad_W1_norm, t.grad_W2_norm), rtol=1e-14)
    f = predict(session.network, sparse.rows)
    assert session.accuracy() == (f.argmax(axis=1) == sparse.labels).mean()
    assert sparse.test is not None
    assert session.accuracy(sparse.test) != session.accuracy()
    regression = Dataset.from_arrays("r", [[1.0]], [[2.0]])
    assert math.isnan(Session(SMALL, regression).accuracy())


def test_that_a_seek_that_is_given_up_leaves_the_run_where_it_stood(
    sparse: Dataset, in_a_small_world: None
) -> None:
    session = Session(SMALL, sparse)
    session.advance(600)
    before, asked = bits(session.network), []

    def tick(done: int, total: int) -> bool:
        asked.append((done, total))
        return len(asked) < 3

    outcome = session.seek(590, tick)
    assert outcome.reason is StopReason.COUNT  # so near a keyframe that nobody was asked thrice
    session.seek(600)
    asked.clear()
    outcome = session.seek(2000, tick)
    assert outcome == Outcome(StopReason.CANCELLED, 600)
    assert (session.step, bits(session.network)) == (600, before)
    assert asked == [(8, 1400), (24, 1400), (40, 1400)]  # from keyframe to keyframe
    line = line_of(session)
    session.seek(2000)
    assert bits(session.network) == bits(line.network(2000))
    assert session.history.loss(0, 2000).tolist() == line.series(2000)[0].tolist()


def test_that_setting_the_same_rate_is_no_change(session: Session) -> None:
    session.advance(10)
    session.back(5)
    session.set_learning_rate(0.1)
    assert len(session.branches) == 1
    assert session.branch.journal == [RateChange(0, 0.1)]


def test_that_a_huge_count_ends_where_attention_says(session: Session) -> None:
    assert session.advance(2**63 - 1, np.ones(1, np.uint8)).step == 1


def test_that_mnist_learns_with_the_defaults(mnist: Dataset) -> None:
    session = Session(Settings(), mnist)
    session.advance(60_000)
    assert mnist.test is not None
    assert session.accuracy(mnist.test) >= 0.93
    assert isinstance(session.network, Network)


def test_that_with_two_outputs_the_larger_one_is_the_class() -> None:
    X = np.linspace(-1.0, 1.0, 21)[:, np.newaxis]
    labels = (X[:, 0] > 0.3).astype(int)
    session = Session(SMALL, Dataset.from_arrays("two", X, np.eye(2)[labels], labels=labels))
    session.advance(300)
    f = predict(session.network, X)
    right = float(((f[:, 1] > f[:, 0]) == labels).mean())
    assert session.accuracy() == right > 0.5
