"""What can be asked where a run stands."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import GradientRule, trace
from bpviz.training import Phase, Session, Settings, SettingsError, StopReason
from tests.training.conftest import small_world

SMALL = Settings(n_hidden=4)


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
