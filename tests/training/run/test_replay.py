"""What all branches of a run share, by itself: the first weights, and steps however they come."""

from __future__ import annotations

import gc
import itertools
import math
import weakref
from unittest.mock import Mock, patch

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import Activation, GradientRule, Initializer, kernels
from bpviz.training import Breakpoint, Phase, Session, Settings, StopReason
from bpviz.training.journal.entries import RateChange, RuleChange
from bpviz.training.run import replay
from tests.training.conftest import small_world
from tests.training.oracle import bits, initial, line_of, tight

SMALL = Settings(n_hidden=4, learning_rate=0.5)


@pytest.mark.parametrize("initializer", list(Initializer))
def test_that_a_run_begins_with_the_weights_that_its_settings_say(
    sparse: Dataset, initializer: Initializer
) -> None:
    for (sigma1, sigma2), seed in itertools.product(
        itertools.product(Activation, Activation), (0, 7)
    ):
        chosen = SMALL.replace(sigma1=sigma1, sigma2=sigma2, seed=seed, initializer=initializer)
        net = Session(chosen, sparse).network
        assert bits(net) == bits(initial(chosen, sparse))
        assert (net.sigma1, net.sigma2) == (sigma1, sigma2)


def test_that_the_way_back_stops_at_a_hit_at_step_0(sparse: Dataset) -> None:
    """Nothing lies before it, and still it is a hit."""
    session = Session(SMALL, sparse)
    session.breakpoints.add(Breakpoint.sample(session.sample_index(0)))
    session.seek(9)
    first = max(s for s in range(9) if session.sample_index(s) == session.sample_index(0))
    while session.step > 0 or first > 0:
        outcome = session.back_to_hit()
        assert (outcome.reason, outcome.step) == (StopReason.BREAKPOINT, first)
        if first == 0:
            break
        session.seek(first)
        first = max(s for s in range(first) if session.sample_index(s) == session.sample_index(0))
    assert (session.step, session.phase, session.hit) == (0, Phase.UPDATE, (1,))


def test_that_any_step_of_any_branch_can_be_asked_for_from_0_to_its_tip(sparse: Dataset) -> None:
    with small_world(8):
        session = Session(tight(SMALL, sparse, 4), sparse)
        session.advance(40)
        session.seek(20)
        session.set_learning_rate(0.1)
        session.advance(25)
        lines = [line_of(session), line_of(session).changed(RateChange(20, 0.1))]
        for number, tip in ((0, 40), (1, 45)):
            assert session.has_branch(number)
            for step in (0, 1, 7, 8, 9, 19, 20, 21, tip):
                found = session.network_at(number, step)
                assert bits(found) == bits(lines[number].network(step))
        assert not session.has_branch(2)
        assert not session.has_branch(-1)


def test_that_a_branch_that_is_left_keeps_its_newest_steps_only(sparse: Dataset) -> None:
    with small_world(8):
        session = Session(SMALL, sparse)
        session.advance(1000)
        session.seek(500)
        session.set_learning_rate(0.1)
        child = session.branch
        session.advance(9)
        before = child.record._ring.shape[1]
        session.switch_branch(0)
        assert session.branch.number == 0
        assert child.record._ring.shape[1] <= before
        rings = [branch.record._ring for branch in session.branches]
        session.switch_branch(0, 3)  # going about on one branch changes no record
        assert all(
            branch.record._ring is ring
            for branch, ring in zip(session.branches, rings, strict=True)
        )


def test_that_a_deleted_branch_leaves_only_keyframes_of_use_to_others(sparse: Dataset) -> None:
    with small_world(8):
        session = Session(SMALL, sparse)
        session.advance(100)
        session.seek(50)
        session.set_learning_rate(0.1)
        session.advance(60)
        session.seek(90)
        session.set_learning_rate(0.2)
        session.advance(30)
        one, two = (weakref.ref(session.branch_of(number).record) for number in (1, 2))
        right = bits(session.network)
        session.delete_branch(0)
        session.forget_deleted()
        pool = session._run.replayer.pool
        assert pool.steps(0).max() <= 50
        session.delete_branch(1)
        session.forget_deleted()
        assert pool.steps(0).max() <= 50
        assert pool.steps(1).max() <= 90
        assert pool.steps(2).max() > 100
        gc.collect()
        assert (one() is None, two() is None) == (True, False)
        assert bits(session.network_at(2, 120)) == right


@pytest.mark.parametrize("ahead", [0, 10])
def test_that_a_branch_for_a_trial_leaves_the_old_one_as_it_is(sparse: Dataset, ahead: int) -> None:
    session, plain = Session(SMALL, sparse), Session(SMALL, sparse)
    for each in (session, plain):
        each.advance(30)
        each.set_learning_rate(0.1)
        each.advance(ahead)
        each.seek(30)
    journal = list(session.branch.journal)
    old = session.branch
    made = session.branch_off(GradientRule.AS_PRINTED, "printed")
    assert made is session.branch
    assert made is not old
    assert (made.name, made.fork, made.tip, session.step) == ("printed", 30, 30, 30)
    assert (session.phase, session.row) == (Phase.DRAW, 0)
    assert made.journal == [*journal, RuleChange(30, GradientRule.AS_PRINTED)]
    assert (old.journal, old.tip) == (journal, 30 + ahead)
    session.advance(5)
    plain.set_gradient_rule("as_printed")
    plain.advance(5)
    assert bits(session.network) == bits(plain.network)
    session.undo()
    assert session.branch is old
    session.redo()
    assert (session.branch, session.gradient_rule) == (made, GradientRule.AS_PRINTED)


def test_that_a_trial_branch_drops_what_is_changed_later(sparse: Dataset) -> None:
    session = Session(SMALL, sparse)
    session.advance(20)
    session.set_learning_rate(0.1)
    session.advance(20)
    session.seek(10)
    made = session.branch_off(GradientRule.EXACT, "exact")
    assert made.journal == [RateChange(0, 0.5), RuleChange(10, GradientRule.EXACT)]
    np.testing.assert_array_equal(session.history.loss(0, 10), made.record.raw(0, 10)[0])


@pytest.mark.parametrize(
    ("hidden", "inputs", "outputs", "entries"), [(32, 785, 10, 150), (1000, 785, 10, 150)]
)
def test_that_copies_take_about_a_hundredth_of_the_time(
    hidden: int, inputs: int, outputs: int, entries: int
) -> None:
    """By the estimate of both that the spacing is made of, within the rounding to a power of 2."""
    X = np.zeros((2, inputs))
    X[:, :entries] = 1.0
    data = Dataset.from_arrays("shape", X, np.ones((2, outputs)))
    spacing = replay._keyframe_spacing(Settings(n_hidden=hidden), data)
    step = 200 + 0.3 * hidden * (entries + 3 * outputs)
    copy = 0.12 * 8 * hidden * (inputs + outputs)
    assert spacing & (spacing - 1) == 0
    share = copy / (copy + spacing * step)
    assert share <= 0.0142
    assert spacing * step >= 5e6 / 1.5
    assert spacing * step <= max(100 * copy, 5e6) * 1.5


@pytest.mark.parametrize(
    ("inputs", "outputs", "entries"),
    [
        (785, 10, 150),
        (3000, 1, 20),
        (1500, 300, 40),
        (90, 700, 30),
        (3000, 100, 20),
        (3000, 1, 1),
        (20, 1, 2),
    ],
)
def test_that_the_spacing_is_the_nearest_power_of_two_for_every_hidden_size(
    inputs: int, outputs: int, entries: int
) -> None:
    """The time between two copies is 100 times that of one, and 5 ms at least."""
    X = np.zeros((2, inputs))
    X[:, :entries] = 1.0
    data = Dataset.from_arrays("shape", X, np.ones((2, outputs)))
    found = set()
    for hidden in range(1, 2000):
        spacing = replay._keyframe_spacing(Settings(n_hidden=hidden), data)
        step = 200 + 0.3 * hidden * (entries + 3 * outputs)
        wanted = max(100 * 0.12 * 8 * hidden * (inputs + outputs), 5e6) / step
        exponent = math.log2(min(max(wanted, 2**9), 2**16))
        assert abs(math.log2(spacing) - exponent) <= 0.5
        found.add(spacing)
    if inputs == 785:
        assert found == {2**10, 2**11, 2**12, 2**13, 2**14}


def test_that_copies_are_neither_rarer_nor_denser_than_these() -> None:
    tiny = Dataset.from_arrays("tiny", [[1.0]], [[1.0]])
    wide = Dataset.from_arrays("wide", np.ones((1, 3000)), np.ones((1, 300)))
    assert replay._keyframe_spacing(Settings(n_hidden=1), tiny) == 2**15
    assert replay._keyframe_spacing(Settings(n_hidden=4000), wide) == 2**9


def test_that_copies_of_wide_networks_with_few_entries_are_65_536_steps_apart() -> None:
    X = np.zeros((2, 3000))
    X[:, 0] = 1.0
    wide = Dataset.from_arrays("wide", X, np.ones((2, 1)))
    for hidden in (100, 4000):
        assert replay._keyframe_spacing(Settings(n_hidden=hidden), wide) == 2**16


def ways(count: int) -> list[list[int]]:
    """Ways to take `count` steps in parts."""
    return [[count], [1] * count, [7] * (count // 7) + [count % 7], [count - 300, 300]]


@pytest.mark.parametrize("slots", [2, 9, 40])
def test_that_the_keyframes_are_the_same_however_a_run_is_cut(sparse: Dataset, slots: int) -> None:
    kept = []
    for parts in ways(1000):
        with small_world(4):
            session = Session(tight(SMALL, sparse, slots), sparse)
        for steps in parts:
            session.advance(steps)
        kept.append(session.keyframes.tolist())
        assert len(kept[-1]) == slots - slots // 16
        session.seek(kept[-1][-1])  # whatever a keyframe holds, replaying from it finds that
        reached = bits(session.network)
        with small_world(4):
            straight = Session(SMALL, sparse)
        straight.advance(session.step)
        assert reached == bits(straight.network)
    assert kept == [kept[0]] * len(kept)


@pytest.mark.parametrize("slots", [9, 400])
@pytest.mark.parametrize("beyond", [0, 1, 3])
def test_that_keyframes_do_not_bring_a_run_back_to_python(
    sparse: Dataset, beyond: int, slots: int
) -> None:
    with small_world(4):
        session = Session(tight(SMALL, sparse, slots), sparse)
        with patch.object(kernels, "run", Mock(wraps=kernels.run)) as run:
            session.advance(4 * 8 + beyond)
        assert run.call_count == 1
        assert session.keyframes.tolist() == list(range(0, 33, 4))


def test_that_a_move_that_can_be_given_up_asks_at_every_keyframe(sparse: Dataset) -> None:
    asked = []

    def tick(done: int, _total: int) -> bool:
        asked.append(done)
        return True

    with small_world(4):
        session = Session(tight(SMALL, sparse, 400), sparse)
        session.seek(18, tick)
    assert asked == [4, 8, 12, 16, 18]


def test_that_a_run_goes_as_far_as_there_is_room_for_its_keyframes(sparse: Dataset) -> None:
    with small_world(4):
        session = Session(tight(SMALL, sparse, 9), sparse)  # that of step 0 is one of them
        with patch.object(kernels, "run", Mock(wraps=kernels.run)) as run:
            session.advance(100)
        assert len(run.call_args_list[0].args[7]) == 4 * 8
        assert session.step == 100
