"""Many steps, a trace, a scan and predictions: the same numbers by every way."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import (
    Activation,
    kernels,
    predict,
    reference,
    scans,
    trace,
)
from bpviz.network.types import Stop
from tests.network.runs import Run
from tests.network.stops import set_with


@pytest.mark.parametrize("rule", [0, 1])
@pytest.mark.parametrize("sigma1", list(Activation))
def test_that_a_run_follows_the_reference_step_by_step(
    sparse: Dataset, sigma1: Activation, rule: int
) -> None:
    run = Run(sparse, rule=rule, sigma1=sigma1)
    W1, W2 = run.W1T.T.copy(), run.W2.copy()
    samples = [0, 1, 5, 5, 23, 2, 0, 17]
    done, why, record = run(samples, 0.05)
    assert (done, why) == (8, kernels.DONE)
    for s, i in enumerate(samples):
        t = reference.step(W1, W2, sparse.x(i), sparse.Y[i], *run.kinds)
        right = (t.loss, t.grad_W1_norm, t.grad_W2_norm)
        np.testing.assert_allclose(record[:, s], right, rtol=1e-11)
        W1, W2 = reference.update(W1, W2, t, 0.05)
    np.testing.assert_allclose(run.W1T.T, W1, rtol=0, atol=1e-12 * np.abs(W1).max())
    np.testing.assert_allclose(run.W2, W2, rtol=0, atol=1e-12 * np.abs(W2).max())


@given(cuts=st.lists(st.integers(0, 60), max_size=8), seed=st.integers(0, 99))
@settings(max_examples=60)
def test_that_chunks_of_any_size_give_the_same_bits(
    sparse: Dataset, cuts: list[int], seed: int
) -> None:
    samples = np.random.default_rng(seed).integers(0, 24, 60).tolist()
    whole, parts = Run(sparse, seed=seed), Run(sparse, seed=seed)
    _, _, record = whole(samples, stopping=(7, 0.1, 100))
    edges = [0, *sorted(cuts), 60]
    pieces = [parts(samples[a:b], stopping=(7, 0.1, 100))[2] for a, b in itertools.pairwise(edges)]
    np.testing.assert_array_equal(np.concatenate(pieces, axis=1), record)
    for name in ("W1T", "W2", "stop"):
        np.testing.assert_array_equal(getattr(parts, name), getattr(whole, name))


def test_that_a_trace_before_each_step_shows_what_the_step_then_does(sparse: Dataset) -> None:
    run = Run(sparse)
    for i in (1, 0, 4, 9):
        t = trace(run.network, sparse.x(i), sparse.Y[i])
        before = run.network
        _, _, record = run([i], 0.7)
        assert record[0, 0] == t.loss
        assert record[1, 0] == pytest.approx(t.grad_W1_norm, rel=1e-14)
        for name in ("z1", "h", "z2", "f", "delta1", "delta2"):
            np.testing.assert_array_equal(getattr(run.ws, name), getattr(t, name))
        np.testing.assert_array_equal(run.W2, before.W2 - np.outer(0.7 * t.delta2, t.h))
        np.testing.assert_array_equal(run.W1T.T, before.W1 - np.outer(0.7 * t.delta1, t.x))


def test_that_a_zero_input_neither_counts_nor_moves_its_weights(sparse: Dataset) -> None:
    run = Run(sparse)
    before = run.W1T.copy()
    run([4])
    unused = sparse.x(4) == 0
    assert unused.any()
    np.testing.assert_array_equal(run.W1T[unused], before[unused])
    assert (run.W1T[~unused] != before[~unused]).all()


def test_that_attention_ends_a_run_after_exactly_one_step(sparse: Dataset) -> None:
    run = Run(sparse)
    done, why, record = run([1, 2, 3], attention=np.ones(1, np.uint8))
    assert (done, why) == (1, kernels.ATTENTION)
    assert np.isnan(record[:, 1:]).all()


def test_that_no_step_at_all_does_nothing(sparse: Dataset) -> None:
    run = Run(sparse)
    before = run.W1T.copy()
    assert run([], attention=np.ones(1, np.uint8))[:2] == (0, kernels.DONE)
    np.testing.assert_array_equal(run.W1T, before)


@pytest.mark.parametrize(
    ("X", "y", "rate", "steps"),
    [
        ([[1e200]], [0.0], 1.0, 0),  # the loss overflows
        ([[np.nan]], [0.0], 1.0, 0),
        ([[np.inf]], [0.0], 1.0, 0),
        ([[2.0]], [5.0], 1e308, 0),  # λδ overflows
        ([[1e120]], [5.0], 1e150, 0),  # λδ is finite, and the new weight is not
        ([[2.0]], [5.0], 1e150, 1),  # the first update fits, the second step does not
    ],
)
def test_that_nothing_of_a_step_that_overflows_is_applied(
    X: list[list[float]], y: list[float], rate: float, steps: int
) -> None:
    data = Dataset.from_arrays("one", X, y)
    kinds = {"sigma1": Activation.IDENTITY, "sigma2": Activation.IDENTITY}
    run = Run(data, hidden=1, **kinds)
    run.W1T[:], run.W2[:] = 0.5, 0.25
    done, why, record = run([0, 0, 0], rate)
    assert (done, why) == (steps, kernels.NOT_FINITE)
    assert np.isfinite(run.W1T).all()
    assert np.isfinite(run.W2).all()
    assert np.isfinite(record[0, :done]).all()
    if steps == 0:
        assert (run.W1T[0, 0], run.W2[0, 0]) == (0.5, 0.25)


@pytest.mark.parametrize("rule", [0, 1])
def test_that_a_scan_agrees_with_the_trace_of_each_sample(sparse: Dataset, rule: int) -> None:
    run = Run(sparse, rule=rule)
    rows, net = sparse.rows, run.network
    losses, magnitudes = np.zeros(24), np.zeros((24, 2))
    predicted, outputs = np.zeros(24, dtype=np.int64), np.zeros((24, net.n_outputs))
    for first, last in ((0, 1), (1, 1), (1, 20), (20, 24)):
        scans.scan(
            net.W1T, net.W2, rows.starts, rows.indices, rows.values, sparse.input_norms, sparse.Y,
            first, last, *run.codes, run.ws, True, 0.5, losses, predicted, outputs, magnitudes,
            np.zeros(1, np.uint8),
        )  # fmt: skip
    f = predict(net, sparse.rows)
    np.testing.assert_array_equal(predicted, f.argmax(axis=1))
    np.testing.assert_array_equal(outputs, f)
    for i in range(24):
        t = trace(net, sparse.x(i), sparse.Y[i], run.kinds[2])
        assert losses[i] == t.loss
        np.testing.assert_allclose(magnitudes[i], (t.grad_W1_norm, t.grad_W2_norm), rtol=1e-14)
        np.testing.assert_array_equal(f[i], t.f)


@pytest.mark.parametrize("at", [0, 7, 23])
def test_that_a_scan_ends_after_the_sample_at_hand_and_says_where(sparse: Dataset, at: int) -> None:
    run = Run(sparse)
    rows, net = sparse.rows, run.network
    losses, magnitudes = np.full(24, np.nan), np.zeros((24, 2))
    predicted, outputs = np.zeros(24, dtype=np.int64), np.zeros((24, net.n_outputs))

    def scan_from(first: int, stop: Stop) -> int:
        return scans.scan(
            net.W1T, net.W2, rows.starts, rows.indices, rows.values, sparse.input_norms, sparse.Y,
            first, 24, *run.codes, run.ws, True, 0.5, losses, predicted, outputs, magnitudes, stop,
        )  # fmt: skip

    assert scan_from(0, np.ones(1, np.uint8)) == 0
    assert np.isnan(losses).all()
    assert scan_from(0, set_with(losses, at)) == at + 1
    assert np.isnan(losses[at + 1 :]).all()
    assert scan_from(at + 1, np.zeros(1, np.uint8)) == 24
    assert losses.tolist() == [trace(net, sparse.x(i), sparse.Y[i]).loss for i in range(24)]


def test_that_a_scan_of_a_single_sample_with_a_single_output_is_whole() -> None:
    data = Dataset.from_arrays("one", np.array([[2.0]]), np.array([[0.3]]))
    run = Run(data)
    rows, net = data.rows, run.network
    losses, predicted = np.full(1, np.nan), np.full(1, 7)
    outputs, magnitudes = np.full((1, 1), np.nan), np.full((1, 2), np.nan)
    scans.scan(
        net.W1T, net.W2, rows.starts, rows.indices, rows.values, data.input_norms, data.Y,
        0, 1, *run.codes, run.ws, True, 0.5, losses, predicted, outputs, magnitudes,
        np.zeros(1, np.uint8),
    )  # fmt: skip
    t = trace(net, data.x(0), data.Y[0])
    assert (losses[0], outputs[0, 0]) == (t.loss, t.f[0])
    assert predicted[0] == (t.f[0] >= 0.5)
    np.testing.assert_allclose(magnitudes[0], (t.grad_W1_norm, t.grad_W2_norm), rtol=1e-14)


@pytest.mark.parametrize("threshold", [0.5, 0.0, -3.0])
def test_that_one_output_is_classified_by_the_side_of_the_threshold_it_lies_on(
    threshold: float,
) -> None:
    def right(f: float, label: int) -> bool:
        return kernels.classified_rightly(np.array([f]), label, threshold)

    assert right(threshold, 1)
    assert not right(threshold, 0)
    assert right(threshold - 0.01, 0)
    assert not right(threshold - 0.01, 1)


def test_that_of_equal_outputs_the_first_is_taken() -> None:
    assert kernels.classified_rightly(np.array([0.1, 0.7, 0.7]), 1, 0.5)
    assert not kernels.classified_rightly(np.array([0.1, 0.7, 0.7]), 2, 0.5)
