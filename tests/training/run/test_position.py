"""What can be asked where a run stands."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import GradientRule, trace
from bpviz.training import Phase, Session, Settings, SettingsError, StopReason
from bpviz.training.run.position import Position
from bpviz.training.run.run_state import Spot
from bpviz.training.step.phases import PHASES, rows_in
from tests.training.conftest import small_world
from tests.training.oracle import bits, tight
from tests.training.places import check_masked
from tests.training.run.parts import line_of, trained

SMALL = Settings(n_hidden=4)
PLACES = [(phase, row) for phase in PHASES for row in range(rows_in(phase, 4, 3))]


@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from(PLACES)), min_size=1, max_size=6))
def test_that_all_that_is_known_somewhere_follows_from_the_state_alone(
    sparse: Dataset, places: list[tuple[int, tuple[Phase, int]]]
) -> None:
    """Whoever put the run there, by whatever move."""
    with small_world(8):
        run = trained(tight(SMALL, sparse, 3), sparse, 40)
        position, line = Position(run), line_of(run)
        losses = line.series(40)[0]
        for step, (phase, row) in places:
            run.stand(replace(run.state, step=step, phase=phase, row=row, spot=Spot()))
            assert (position.step, position.tip, position.phase, position.row) == (
                step, 40, phase, row,
            )  # fmt: skip
            assert position.updating == (phase is Phase.UPDATE and row > 0)
            before = line.network(step)
            halfway = line.half_updated(step, row) if position.updating else before
            assert bits(position.network_before) == bits(before)
            assert bits(position.network) == bits(halfway)
            assert position.sample_index(step) == line.sample(step)
            check_masked(position.trace, line.trace(step), phase, row)
            assert position.preview.loss == line.trace(step).loss
            np.testing.assert_equal(position.loss, losses[step - 1] if step else math.nan)
            change = position.last_change
            assert (change is None) == (step == 0)
            if change is not None:
                W2 = line.network(step - 1).W2 + change.W2()
                np.testing.assert_array_equal(W2, before.W2)


def test_that_what_is_known_is_found_once_and_anew_where_it_was_given_up(sparse: Dataset) -> None:
    run = trained(SMALL, sparse, 9)
    position = Position(run)
    network, preview = position.network, position.preview
    run.stand(run.state.standing(Phase.H))  # another place of the same step
    assert (position.network is network, position.preview is preview) == (True, True)
    position.forget()
    assert (position.network is network, position.preview is preview) == (False, False)
    assert bits(position.network) == bits(network)
    assert position.preview.loss == preview.loss


@pytest.mark.parametrize("rule", list(GradientRule))
def test_that_a_pair_of_either_part_is_traced_with_the_weights_of_this_step(
    sparse: Dataset, rule: GradientRule
) -> None:
    session = Session(SMALL.replace(gradient_rule=rule), sparse)
    session.advance(7)
    before = session.network
    session.advance_to(Phase.UPDATE, 2)  # some rows are new: the trace is not of these
    assert sparse.test is not None
    for part, data in ((Part.TRAIN, sparse), (Part.TEST, sparse.test)):
        for i in (0, 4, data.n_samples - 1):
            found, right = session.trace_of(i, part), trace(before, data.x(i), data.Y[i], rule)
            for name in ("x", "y", "z1", "h", "z2", "f", "delta2", "delta1", "grad_W1"):
                np.testing.assert_array_equal(getattr(found, name), getattr(right, name))
            assert (found.loss, found.gradient_rule) == (right.loss, rule)
    np.testing.assert_array_equal(session.trace_of(5).x, sparse.x(5))


@pytest.mark.parametrize("value", [-1, 9, 1.0, None, "0"])
def test_that_a_pair_of_the_test_set_must_be_one_that_there_is(
    sparse: Dataset, value: object
) -> None:
    session = Session(SMALL, sparse)
    with pytest.raises(SettingsError, match=r"The sample of the test set is .* from 0 to 8"):
        session.trace_of(value, Part.TEST)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [-1, 0, 1])
def test_that_without_a_test_set_none_of_its_pairs_can_be_traced(xor: Dataset, value: int) -> None:
    session = Session(SMALL, xor)
    with pytest.raises(SettingsError, match="This data set has no test set"):
        session.trace_of(value, Part.TEST)


@pytest.mark.parametrize(("rate", "end"), [(1e200, 1), (1e50, 2), (1e10, 3)])
def test_that_the_last_loss_is_known_where_no_step_has_run_since_a_keyframe(
    sparse: Dataset, rate: float, end: int
) -> None:
    """On the way beyond a step that cannot be taken it stands on a keyframe right before that."""
    with small_world(1):
        chosen = SMALL.replace(learning_rate=rate, sigma1="identity", sigma2="identity")
        session = Session(chosen.replace(keyframe_budget=10**6), sparse)
        session.hold(1)
        assert session.advance(50).step == end
        losses = session.history.loss(0, end)
        session.restart()
        assert math.isnan(session.loss)
        outcome = session.seek(40)
        assert (outcome.reason, outcome.step) == (StopReason.NOT_FINITE, end)
        assert session.loss == losses[-1]


@pytest.mark.parametrize("size", [0, 1])
def test_that_a_test_set_may_have_one_pair_and_an_empty_one_is_as_good_as_none(size: int) -> None:
    test = Dataset.from_arrays("part", np.ones((size, 2)), np.ones((size, 1)))
    session = Session(SMALL, Dataset.from_arrays("d", np.eye(2), np.zeros((2, 1)), test=test))
    if size:
        assert session.trace_of(0, Part.TEST).y.tolist() == [1.0]
    else:
        with pytest.raises(SettingsError, match="This data set has no test set"):
            session.trace_of(0, Part.TEST)


def test_that_a_jump_is_whatever_gives_other_weights_than_training_on(sparse: Dataset) -> None:
    session = Session(SMALL.replace(learning_rate=0.5), sparse)
    first = session.branch.number
    goes_on = (
        lambda: session.advance(20), session.advance_phase, session.advance_row,
        session.finish_step, lambda: session.advance_to(Phase.LOSS), session.back_phase,
        lambda: session.set_learning_rate(0.25), lambda: session.train_next(3),
        lambda: session.advance(20), lambda: session.seek(session.step),
    )  # fmt: skip
    for move in goes_on:
        move()
        assert session.jumps == 0
    jumps = (
        session.back, lambda: session.seek(5), lambda: session.seek(30), session.back_row,
        lambda: session.edit_weight("W2", 0, 1, 4.0), session.undo, session.redo,
        lambda: session.switch_branch(first, 7), session.restart,
    )  # fmt: skip
    for number, move in enumerate(jumps, start=1):
        move()
        assert session.jumps == number
    session.advance(2)
    session.set_learning_rate(0.75)  # before the tip: another branch, and the same weights
    assert session.branch.number != first
    assert session.jumps == number


def test_that_a_jump_that_is_given_up_is_none(sparse: Dataset) -> None:
    session = Session(SMALL, sparse)
    session.advance(500)
    session.seek(3, tick=lambda done, total: False)
    assert (session.step, session.jumps) in ((500, 0), (3, 1))
    with pytest.raises(SettingsError):
        session.edit_weight("W2", 0, 0, math.nan)
    assert session.jumps == (0 if session.step == 500 else 1)
