"""The looks at both gradient rules: the angle over the probe set, and differences of one pair."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import Activation, GradientRule, Network, trace
from bpviz.training import Session, Settings
from bpviz.training.evaluation import rule_infos
from bpviz.training.evaluation.gradient_rules import PROBES, DifferencesJob, RuleJob, probe_pairs
from bpviz.training.evaluation.rule_infos import rows_compared
from tests.network.stops import set_with


def angle(net: Network, data: Dataset, i: int) -> float:
    exact = trace(net, data.x(i), data.Y[i], GradientRule.EXACT).grad_W1.ravel()
    printed = trace(net, data.x(i), data.Y[i], GradientRule.AS_PRINTED).grad_W1.ravel()
    lengths = np.linalg.norm(exact) * np.linalg.norm(printed)
    return float(exact @ printed / lengths) if lengths else math.nan


@pytest.fixture
def session(digits: Dataset) -> Session:
    session = Session(Settings(n_hidden=6, seed=2), digits)
    session.advance(300)
    return session


# ---- the probe set


def test_that_the_probe_set_is_the_same_for_every_run_and_holds_no_pair_twice() -> None:
    pairs = probe_pairs(60_000)
    assert len(pairs) == len(set(pairs.tolist())) == PROBES
    assert pairs.min() >= 0
    assert pairs.max() < 60_000
    assert (np.diff(pairs) > 0).all()
    np.testing.assert_array_equal(pairs, probe_pairs(60_000))
    # spread over the whole set: a data set sorted by class is not judged by its first classes
    assert np.histogram(pairs, 6, (0, 60_000))[0].min() > 20


def test_that_a_small_training_set_is_looked_at_whole() -> None:
    assert probe_pairs(5).tolist() == [0, 1, 2, 3, 4]
    assert len(probe_pairs(PROBES + 1)) == PROBES


# ---- the angle


def test_that_mean_range_and_share_are_those_of_the_dense_gradients(session: Session) -> None:
    data, net = session.dataset, session.network
    pairs = probe_pairs(data.n_samples)
    job = RuleJob(net, 300, data, pairs)
    job.advance()
    scan = job.result()
    right = np.array([angle(net, data, i) for i in pairs])
    assert scan.step == 300
    assert scan.pairs == PROBES
    assert scan.mean == pytest.approx(right.mean(), abs=1e-12)
    assert (scan.low, scan.high) == pytest.approx(tuple(np.percentile(right, (10, 90))), abs=1e-12)
    assert scan.uphill == (right < 0).mean()


def test_that_one_that_is_stopped_goes_on_to_the_same_numbers(session: Session) -> None:
    args = (session.network, 300, session.dataset, probe_pairs(session.dataset.n_samples))
    whole, parts = RuleJob(*args), RuleJob(*args)
    whole.advance()
    for at in (0, 100):
        parts.advance(set_with(parts._cosines, at))
        assert not parts.done
    parts.advance()
    assert parts.result() == whole.result()


def test_that_pairs_without_an_angle_are_left_out() -> None:
    data = Dataset.from_arrays("half", np.array([[0.0], [1.0], [0.0], [2.0]]), np.zeros((4, 1)))
    net = Network(np.ones((2, 1)), np.array([[1.0, 3.0]]))
    job = RuleJob(net, 0, data, probe_pairs(4))
    job.advance()
    scan = job.result()
    assert scan.pairs == 2
    assert scan.mean == pytest.approx(np.mean([angle(net, data, 1), angle(net, data, 3)]))


def test_that_a_set_without_any_angle_has_none() -> None:
    data = Dataset.from_arrays("zeros", np.zeros((3, 2)), np.zeros((3, 1)))
    job = RuleJob(Network(np.ones((2, 2)), np.ones((1, 2))), 0, data, probe_pairs(3))
    job.advance()
    scan = job.result()
    assert scan.pairs == 0
    assert math.isnan(scan.mean)
    assert math.isnan(scan.uphill)


# ---- differences


def test_that_the_differences_are_the_exact_gradient(session: Session) -> None:
    shown = session.preview
    job = DifferencesJob(session.network, 300, shown.x, shown.y)
    job.advance()
    found = job.result()
    assert found.complete
    np.testing.assert_allclose(found.W1, shown.grad_W1, atol=1e-9, rtol=1e-6)
    np.testing.assert_allclose(found.W2, shown.grad_W2, atol=1e-9, rtol=1e-6)


def test_that_parts_come_row_by_row_and_do_not_change_afterwards(session: Session) -> None:
    shown = session.preview
    job = DifferencesJob(session.network, 300, shown.x, shown.y)
    parts = [job.result()]
    while not job.done:
        job.advance(seconds=0.0)
        parts.append(job.result())
    assert [part.rows for part in parts] == [0, 0, *range(1, 7)]
    for part in parts[1:]:
        known = ~np.isnan(part.W1).any(axis=1)
        assert known.tolist() == [k < part.rows for k in range(6)]
        np.testing.assert_array_equal(part.W1[: part.rows], parts[-1].W1[: part.rows])
        np.testing.assert_array_equal(part.W2, parts[-1].W2)
    assert np.isnan(parts[0].W2).all()


def test_that_a_weight_at_a_kink_of_relu_has_no_slope() -> None:
    net = Network(np.array([[0.0, 1.0], [2.0, 1.0]]), np.ones((1, 2)), Activation.RELU)
    job = DifferencesJob(net, 0, np.array([1.0, 0.0]), np.zeros(1))
    job.advance()
    found = job.result()
    assert np.isnan(found.W1[0, 0])  # z1 = 0 there
    assert found.W1[0, 1] == 0.0  # its input is 0: it moves nothing
    assert np.isfinite(found.W1[1]).all()


def test_that_of_very_many_rows_the_first_ones_are_compared(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rows_compared(32, 784) == 32
    assert 784 * rows_compared(4096, 784) <= rule_infos.COMPARED
    assert rows_compared(3, 10**6) == 1
    monkeypatch.setattr(rule_infos, "COMPARED", 4 * 64)
    shown = session.preview
    job = DifferencesJob(session.network, 300, shown.x, shown.y)
    job.advance()
    assert job.result().W1.shape == (4, 64)
    np.testing.assert_allclose(job.result().W1, shown.grad_W1[:4], atol=1e-9, rtol=1e-6)


def test_that_weights_as_large_as_doubles_go_raise_nothing() -> None:
    net = Network(np.full((2, 2), 1e308), np.full((1, 2), 1e308), Activation.IDENTITY)
    job = DifferencesJob(net, 0, np.ones(2), np.zeros(1))
    job.advance()
    assert job.result().complete


def test_that_a_slope_beyond_all_doubles_is_infinite_and_raises_nothing() -> None:
    net = Network(np.ones((2, 2)), np.full((1, 2), 1e200), "identity", "identity")
    job = DifferencesJob(net, 0, np.ones(2), np.zeros(1))
    job.advance()
    np.testing.assert_array_equal(job.result().W1, np.full((2, 2), np.inf))
