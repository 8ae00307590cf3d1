"""A look at the hidden units, beside NumPy by hand."""

# ruff: noqa: E741 - l is the note's letter for the hidden size
from __future__ import annotations

from typing import Any
from unittest.mock import patch

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import Activation, Network, predict, unit_statistics
from bpviz.training import Session, Settings
from bpviz.training.evaluation import unit_statistics as module
from bpviz.training.evaluation.results import UnitScan
from bpviz.training.evaluation.unit_statistics import BINS, MOST_WORK, UnitsJob, samples_looked_at
from tests.network.stops import set_with


def network_of(data: Dataset, hidden: int = 7, **kinds: Any) -> Network:
    return Network.initial(
        n_inputs=data.n_inputs, n_hidden=hidden, n_outputs=data.n_outputs, seed=3, **kinds
    )


def look(network: Network, data: Dataset, off: tuple[int, ...] = ()) -> UnitScan:
    job = UnitsJob(network, 5, data, Part.TEST, off)
    job.advance()
    return job.result()


def hidden_values(network: Network, data: Dataset) -> np.ndarray[Any, Any]:
    """h of every sample, (m, l), by hand."""
    return np.vectorize(network.sigma1.function)(data.X @ network.W1.T)


def judged(network: Network, data: Dataset) -> tuple[float, float | None]:
    """Mean loss and accuracy from what the network predicts."""
    f = predict(network, data.X)
    loss = float(((f - data.Y) ** 2).sum(axis=1).mean())
    if data.labels is None:
        return loss, None
    said = f.argmax(axis=1) if f.shape[1] > 1 else (f[:, 0] >= 0.5).astype(int)
    return loss, float((said == data.labels).mean())


def saturated(sigma1: Activation, h: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return {
        Activation.SIGMOID: (h < 0.01) | (h > 0.99),
        Activation.TANH: np.abs(h) > 0.98,
        Activation.RELU: h == 0,
        Activation.SOFTPLUS: h < 0.01,
        Activation.IDENTITY: np.zeros(h.shape, dtype=bool),
    }[sigma1]


@pytest.fixture(scope="module")
def trained(digits: Dataset) -> Network:
    session = Session(Settings(n_hidden=6, learning_rate=0.5), digits)
    session.advance(6000)
    return session.network


@pytest.mark.parametrize("sigma1", list(Activation))
def test_that_means_shares_and_counts_are_those_of_numpy(
    digits: Dataset, sigma1: Activation
) -> None:
    assert digits.test is not None
    start = network_of(digits.test, sigma1=sigma1)
    network = Network(4 * start.W1, start.W2, sigma1)
    found = look(network, digits.test)
    h = hidden_values(network, digits.test)
    np.testing.assert_allclose(found.mean_activation, h.mean(axis=0), rtol=0, atol=1e-12)
    np.testing.assert_array_equal(found.saturated, saturated(sigma1, h).mean(axis=0))
    assert found.counts.shape == (7, BINS) == (7, 40)
    assert (found.counts.sum(axis=1) == digits.test.n_samples).all()
    for k in range(7):
        # h by hand may differ in its last bit, and so lie on the other side of an edge
        by_hand = np.histogram(h[:, k], bins=found.edges)[0]
        assert np.abs(found.counts[k] - by_hand).sum() <= 4
    ends = {Activation.SIGMOID: (0.0, 1.0), Activation.TANH: (-1.0, 1.0)}
    low, high = ends.get(sigma1, (h.min(), h.max()))
    assert found.edges[0] == pytest.approx(low, abs=1e-12)
    assert found.edges[-1] == pytest.approx(high, rel=1e-12)


def test_that_a_unit_matters_as_much_as_the_network_without_it_says(
    trained: Network, digits: Dataset
) -> None:
    assert digits.test is not None
    found = look(trained, digits.test)
    assert (found.loss, found.accuracy) == (
        pytest.approx(judged(trained, digits.test)[0], rel=1e-12),
        judged(trained, digits.test)[1],
    )
    assert found.accuracy_without is not None
    assert found.accuracy_without.shape == found.loss_without.shape == (6,)
    for k in range(6):
        loss, accuracy = judged(trained.without((k,)), digits.test)
        assert found.accuracy_without[k] == accuracy
        assert found.loss_without[k] == pytest.approx(loss, rel=1e-12)
    assert (found.step, found.part, found.n_samples) == (5, Part.TEST, digits.test.n_samples)


@pytest.mark.parametrize("off", [(2,), (0, 3, 5), (0, 1, 2, 3, 4, 5)])
def test_that_units_switched_off_together_are_all_left_out(
    trained: Network, digits: Dataset, off: tuple[int, ...]
) -> None:
    assert digits.test is not None
    found = look(trained, digits.test, off)
    loss, accuracy = judged(trained.without(off), digits.test)
    assert found.off == off
    assert found.accuracy_off == accuracy
    assert found.loss_off == pytest.approx(loss, rel=1e-12)
    whole = look(trained, digits.test)
    assert (found.loss, found.accuracy) == (whole.loss, whole.accuracy)
    np.testing.assert_array_equal(found.loss_without, whole.loss_without)


def test_that_one_unit_off_is_what_is_said_of_it_alone(trained: Network, digits: Dataset) -> None:
    found = look(trained, digits, (4,))
    assert found.accuracy_without is not None
    assert found.loss_off == found.loss_without[4]
    assert found.accuracy_off == found.accuracy_without[4]


def test_that_with_nothing_off_both_figures_are_those_of_the_whole(
    trained: Network, digits: Dataset
) -> None:
    found = look(trained, digits)
    assert found.off == ()
    assert (found.loss_off, found.accuracy_off) == (found.loss, found.accuracy)


def test_that_units_that_do_not_exist_cannot_be_off(trained: Network, digits: Dataset) -> None:
    assert look(trained, digits, (1, 6, 99, -1, 1)).off == (1,)


@pytest.mark.parametrize("sigma1", [Activation.SIGMOID, Activation.RELU])
def test_that_one_that_is_stopped_goes_on_to_the_same_numbers(
    digits: Dataset, sigma1: Activation
) -> None:
    network = network_of(digits, sigma1=sigma1)
    parts = UnitsJob(network, 0, digits, Part.TRAIN, (1,))
    for _ in range(3):  # where σ₁ is not bounded, first on the way through the range of h
        parts.advance(set_with(parts._ws.h, 0))
        assert not parts.done
    parts.advance()
    assert parts.done
    a, b = parts.result(), look(network, digits, (1,))
    for name in ("mean_activation", "saturated", "edges", "counts", "loss_without"):
        np.testing.assert_array_equal(getattr(a, name), getattr(b, name))
        assert not getattr(a, name).flags.writeable
    assert (a.loss, a.loss_off, a.accuracy_off) == (b.loss, b.loss_off, b.accuracy_off)


def test_that_regression_has_losses_and_no_accuracy() -> None:
    rng = np.random.default_rng(0)
    data = Dataset.from_arrays("r", rng.normal(size=(20, 3)), rng.random(20))
    network = network_of(data, sigma1="tanh", sigma2="identity")
    found = look(network, data, (0, 2))
    assert found.accuracy is found.accuracy_without is found.accuracy_off is None
    for k in range(7):
        assert found.loss_without[k] == pytest.approx(judged(network.without((k,)), data)[0])
    assert found.loss_off == pytest.approx(judged(network.without((0, 2)), data)[0])


def test_that_one_output_counts_by_the_half_it_lies_on(xor: Dataset) -> None:
    network = network_of(xor, 5)
    found = look(network, xor)
    assert found.accuracy == judged(network, xor)[1]
    assert found.accuracy_without is not None
    for k in range(5):
        assert found.accuracy_without[k] == judged(network.without((k,)), xor)[1]


def test_that_a_wide_layer_is_judged_as_a_narrow_one(trained: Network, digits: Dataset) -> None:
    exact = look(trained, digits)
    with patch.object(unit_statistics, "EXACT_UP_TO", 5):
        short = look(trained, digits)
    np.testing.assert_allclose(short.loss_without, exact.loss_without, rtol=1e-12)
    assert exact.accuracy_without is not None
    np.testing.assert_array_equal(short.accuracy_without, exact.accuracy_without)


@pytest.mark.parametrize(
    ("m", "l", "d", "taken"),
    [(10_000, 100, 10, 10_000), (10_000, 4096, 10, 2441), (10_000, 4096, 784, 100), (3, 9, 9, 3)],
)
def test_that_of_a_set_too_large_evenly_spread_samples_are_taken(
    m: int, l: int, d: int, taken: int
) -> None:
    samples = samples_looked_at(m, l, d, MOST_WORK)
    assert len(samples) == taken
    assert samples[0] == 0
    assert m - samples[-1] <= m / taken + 1
    if taken > 1:
        gaps = np.diff(samples)
        assert gaps.min() >= 1
        assert gaps.max() - gaps.min() <= 1


def test_that_a_part_of_the_samples_is_judged_as_a_set_of_its_own(digits: Dataset) -> None:
    network = network_of(digits)
    job = UnitsJob(network, 5, digits, Part.TRAIN, most_work=150 * 7 * 10)
    job.advance()
    found = job.result()
    samples = samples_looked_at(digits.n_samples, 7, 10, 150 * 7 * 10)
    assert found.n_samples == len(samples) == 150
    assert digits.labels is not None
    few = Dataset.from_arrays(
        "few", digits.X[samples], digits.Y[samples], labels=digits.labels[samples]
    )
    same = look(network, few)
    assert (found.loss, found.accuracy) == (same.loss, same.accuracy)
    np.testing.assert_array_equal(found.counts, same.counts)


@pytest.mark.parametrize("sigma1", [Activation.RELU, Activation.IDENTITY])
def test_that_constant_and_infinite_values_still_have_bins_of_some_width(
    sigma1: Activation,
) -> None:
    data = Dataset.from_arrays("one", [[1.0], [1.0]], [[0.0], [1.0]])
    for weight in (0.0, 2.5, -1e-9, 1e308, -1e308):
        found = look(Network([[weight]], [[0.0]], sigma1), data)
        assert (np.diff(found.edges) > 0).all()
        if abs(weight) < 10:
            assert found.counts.sum() == 2
    wild = Dataset.from_arrays("wild", [[1e300], [-1e300]], [[0.0], [1.0]])
    found = look(Network([[1e300]], [[0.0]], sigma1), wild)
    assert np.isfinite(found.edges).all()


def test_that_bins_over_nothing_finite_span_from_0_to_1() -> None:
    np.testing.assert_array_equal(
        module._edges(np.array([np.inf, -np.inf])), np.linspace(0.0, 1.0, BINS + 1)
    )
    np.testing.assert_array_equal(
        module._edges(np.array([0.0, 0.0])), np.linspace(0.0, 1.0, BINS + 1)
    )
    np.testing.assert_allclose(
        module._edges(np.array([4.0, 4.0]))[[0, -1]], 4.0 + np.array([-2e-9, 2e-9]), rtol=1e-15
    )
    np.testing.assert_array_equal(
        module._edges(np.array([-3.0, 5.0])), np.linspace(-3.0, 5.0, BINS + 1)
    )


def test_that_the_samples_looked_at_cannot_be_written_to() -> None:
    assert not samples_looked_at(500, 3, 2, 1200).flags.writeable
