"""Anywhere in time, by any way: the bits of the straight line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import Activation, GradientRule
from bpviz.training import Order, Session, Settings
from tests.training.conftest import small_world
from tests.training.oracle import Line, bits, in_order, line_of, tight

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)

moves = st.one_of(
    st.tuples(st.just("advance"), st.integers(0, 70)),
    st.tuples(st.just("back"), st.integers(0, 90)),
    st.tuples(st.just("seek"), st.integers(0, 250)),
    st.tuples(st.just("seek"), st.integers(0, 15).map(lambda k: 16 * k)),  # on a keyframe, perhaps
    st.tuples(st.just("rate"), st.sampled_from([0.1, 0.5, 3.0])),
    st.tuples(st.just("restart"), st.just(0)),
    st.tuples(st.just("look"), st.just(0)),
)


class Walk:
    """A session, and beside it the straight lines that it must equal."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.line = line_of(session)
        self.step = self.tip = 0
        self.lines: list[tuple[Line, int]] = [(self.line, 0)]

    def make(self, kind: str, value: float) -> None:
        session = self.session
        match kind:
            case "advance":
                session.advance(int(value))
                self.step += int(value)
            case "back":
                session.back(int(value))
                self.step = max(0, self.step - int(value))
            case "seek":
                session.seek(int(value))
                self.step = int(value)
            case "restart":
                session.restart()
                self.step = 0
            case "rate":
                session.set_learning_rate(value)
                if value != self.line.rate(self.step):
                    self._fork(value)
            case "look":
                _ = session.network, session.trace, session.last_change
        self.tip = max(self.tip, self.step)
        self.lines[-1] = self.line, self.tip

    def _fork(self, rate: float) -> None:
        line = self.line.branch(self.step, rate)
        if self.step < self.tip:
            self.lines.append((line, self.step))
            self.tip = self.step
        self.line = line

    def check(self) -> None:
        session, line, step = self.session, self.line, self.step
        assert (session.step, session.tip) == (step, self.tip)
        assert bits(session.network) == bits(line.network(step))
        assert session.learning_rate == line.rate(step)
        if step:
            change, old = session.last_change, line.network(step - 1)
            assert change is not None
            assert session.loss == line.values[step - 1][0]
            np.testing.assert_array_equal(old.W1 + change.W1(), session.network.W1)
            np.testing.assert_array_equal(old.W2 + change.W2(), session.network.W2)

    def check_histories(self) -> None:
        history, right = self.session.history, self.line.series(self.tip)
        for a, b in ((0, self.tip), (self.tip // 3, 2 * self.tip // 3)):
            np.testing.assert_array_equal(history.loss(a, b), right[0, a:b])
            np.testing.assert_array_equal(history.gradient_W1(a, b), right[1, a:b])
            np.testing.assert_array_equal(history.gradient_W2(a, b), right[2, a:b])
        view = history.view(0, self.tip, 10**6)
        np.testing.assert_array_equal(view.loss.mean, right[0])
        assert len(self.session.branches) == len(self.lines)
        for branch, (line, tip) in zip(self.session.branches, self.lines, strict=True):
            assert branch.tip == tip
            np.testing.assert_array_equal(branch.record.raw(0, tip), line.series(tip))
            assert in_order(branch.journal) == in_order(line.journal)


@given(
    st.lists(moves, min_size=12, max_size=40),
    st.integers(0, 5),
    st.sampled_from(list(Order)),
    st.integers(2, 4),
)
@settings(max_examples=75)
def test_that_any_walk_through_time_equals_the_straight_line(
    sparse: Dataset, walk: list[tuple[str, float]], seed: int, order: Order, room: int
) -> None:
    """Keyframes every 16 steps, and room for four of them only, or fewer."""
    with small_world(16):
        way = Walk(Session(tight(SETTINGS.replace(seed=seed, order=order), sparse, room), sparse))
        for kind, value in walk:
            way.make(kind, value)
            way.check()
        way.check_histories()


@given(st.lists(moves, min_size=6, max_size=25))
@settings(max_examples=40)
def test_that_it_does_so_without_being_looked_at_on_the_way(
    sparse: Dataset, walk: list[tuple[str, float]]
) -> None:
    """What is remembered between two looks must not outlive the branch or the place."""
    with small_world(16):
        way = Walk(Session(tight(SETTINGS, sparse), sparse))
        for kind, value in walk:
            way.make(kind, value)
        way.check()
        way.check_histories()


@pytest.mark.parametrize("sigma1", list(Activation))
@pytest.mark.parametrize("rule", list(GradientRule))
def test_that_it_holds_for_every_activation_and_rule(
    sparse: Dataset, sigma1: Activation, rule: GradientRule
) -> None:
    chosen = SETTINGS.replace(sigma1=sigma1, gradient_rule=rule, learning_rate=0.01)
    with small_world(16):
        way = Walk(Session(tight(chosen, sparse), sparse))
        for move in (("advance", 100), ("back", 63), ("rate", 0.02), ("advance", 90), ("seek", 17)):
            way.make(*move)
            way.check()
        way.check_histories()


@given(st.lists(st.integers(0, 400), max_size=12))
@settings(max_examples=40)
def test_that_chunks_of_any_size_give_the_bits_of_single_steps(
    sparse: Dataset, cuts: list[int]
) -> None:
    session = Session(tight(SETTINGS, sparse), sparse)
    line = line_of(session)
    for at in [*sorted(cuts), 400]:
        session.advance(at - session.step)
        assert bits(session.network) == bits(line.network(at))
    np.testing.assert_array_equal(session.history.loss(0, 400), line.series(400)[0])


def test_that_a_fork_shows_its_own_weights_where_the_old_branch_was_looked_at(
    sparse: Dataset,
) -> None:
    session = Session(SETTINGS, sparse)
    session.advance(50)
    old, change = session.network, session.last_change
    session.back(20)
    session.set_learning_rate(3.0)
    session.advance(20)
    assert bits(session.network) != bits(old)
    assert session.last_change is not change
    assert bits(session.network) == bits(line_of(session).branch(30, 3.0).network(50))


def test_that_going_back_and_on_again_never_doubles_the_history(sparse: Dataset) -> None:
    session = Session(SETTINGS, sparse)
    session.advance(300)
    first = session.history.loss(0, 300)
    for step in (10, 299, 0, 150):
        session.seek(step)
        session.advance(300 - step)
        assert session.tip == session.history.tip == 300
        np.testing.assert_array_equal(session.history.loss(0, 300), first)
    session.seek(290)
    session.advance(20)
    assert session.tip == 310
    np.testing.assert_array_equal(session.history.loss(0, 300), first)


def test_that_the_future_stays_until_something_is_changed(sparse: Dataset) -> None:
    session = Session(SETTINGS, sparse)
    session.advance(40)
    session.set_learning_rate(0.05)
    session.advance(40)
    end = bits(session.network)
    session.seek(20)
    assert session.learning_rate == 0.5
    assert session.tip == 80
    session.advance(60)
    assert session.learning_rate == 0.05
    assert bits(session.network) == end
    session.seek(20)
    session.set_learning_rate(0.7)
    assert (session.step, session.tip) == (20, 20)
    old, new = session.branches
    assert (old.tip, new.parent, new.fork) == (80, old.lineage, 20)
    assert [change.learning_rate for change in new.journal] == [0.5, 0.7]


def test_that_values_forgotten_long_ago_are_replayed_exactly(sparse: Dataset) -> None:
    with small_world(256):
        session = Session(SETTINGS.replace(keyframe_budget=10**5), sparse)
        line = line_of(session)
        session.advance(3000)
        session.set_learning_rate(0.05)
        line = line.branch(3000, 0.05)
        session.advance(6000)
        assert session.branch.record.exact_from > 4000
        right = line.series(9000)
        for a, b in ((0, 9000), (2990, 3010), (0, 1), (4500, 5500), (8999, 9000), (7, 7)):
            np.testing.assert_array_equal(session.history.loss(a, b), right[0, a:b])
        assert session.step == 9000
        assert bits(session.network) == bits(line.network(9000))
        # a fork in the forgotten part, and one after it
        for step in (2000, 1500):
            session.seek(step)
            session.set_learning_rate(session.learning_rate * 2)
            line = line.branch(step, session.learning_rate)
            session.advance(5000)
            right = line.series(step + 5000)
            np.testing.assert_array_equal(session.history.loss(0, step + 5000), right[0])
            assert bits(session.network) == bits(line.network(step + 5000))
        old = session.branches[0]
        replayed = session._run.replayer.values(old, 0, old.tip)
        assert replayed.shape == (3, 9000)
        np.testing.assert_array_equal(replayed[:, 8000:], old.record.raw(8000, 9000))


def test_that_an_old_branch_gives_memory_back_and_can_still_be_replayed(xor: Dataset) -> None:
    session = Session(Settings(n_hidden=2), xor)
    session.advance(40_000)
    losses = session.history.loss(0, 40_000)
    session.seek(30_000)
    session.set_learning_rate(1.0)
    old = session.branches[0]
    assert old.record.exact_from == 40_000 - 2**14
    np.testing.assert_array_equal(session._run.replayer.values(old, 0, 40_000)[0], losses)
    np.testing.assert_array_equal(session.history.loss(0, 30_000), losses[:30_000])


def test_that_forking_on_and_on_keeps_every_branch(sparse: Dataset) -> None:
    with small_world(16):
        session = Session(tight(SETTINGS, sparse, 4), sparse)
        line = line_of(session)
        for i in range(30):
            session.advance(20)
            session.back(5)
            rate = 0.1 + 0.01 * i
            session.set_learning_rate(rate)
            line = line.branch(session.step, rate)
            assert bits(session.network) == bits(line.network(session.step))
        assert len(session.branches) == 31
        assert [branch.number for branch in session.branches] == list(range(31))
        for step in (*range(450, 0, -7), *range(0, 451, 11)):
            session.seek(step)
            assert bits(session.network) == bits(line.network(step))


def test_that_keyframes_are_where_they_say_and_bounded(sparse: Dataset) -> None:
    with small_world(16):
        session = Session(tight(SETTINGS, sparse, 4), sparse)
        session.advance(1000)
        assert len(session.keyframes) == 4
        assert session.keyframes[0] == 0
        roomy = Session(SETTINGS.replace(keyframe_budget=2**20), sparse)
        roomy.advance(1000)
        assert roomy.keyframes.tolist() == list(range(0, 1001, 16))
        assert not roomy.keyframes.flags.writeable


def test_that_keyframes_do_not_depend_on_the_chunks(sparse: Dataset) -> None:
    with small_world(16):
        small = tight(SETTINGS, sparse, 4)
        whole, parts = Session(small, sparse), Session(small, sparse)
        whole.advance(777)
        for _ in range(7 * 3):
            parts.advance(37)
        np.testing.assert_array_equal(whole.keyframes, parts.keyframes)


def test_that_two_runs_of_mnist_are_the_same_bits(mnist: Dataset) -> None:
    whole, parts = Session(Settings(n_hidden=8), mnist), Session(Settings(n_hidden=8), mnist)
    whole.advance(5000)
    for count in (1, 999, 3, 3000, 997):
        parts.advance(count)
    assert bits(whole.network) == bits(parts.network)
    parts.seek(1234)
    parts.seek(5000)
    assert bits(whole.network) == bits(parts.network)
