"""The gradient check: silent for the exact rule, loud for anything else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import (
    Activation,
    Network,
    NetworkError,
    equations,
    gradient_check,
    kernels,
    reference,
)
from bpviz.network.central_differences import CheckJob
from bpviz.network.types import Floats, Ints
from tests.network.pairs import Pair, make_pair, pairs

BOTH = [(a, b) for a in Activation for b in Activation]


@pytest.mark.parametrize(("sigma1", "sigma2"), BOTH)
@pytest.mark.parametrize("seed", range(3))
def test_that_the_closed_form_is_the_slope_of_the_loss_for_every_pair_of_activations(
    sigma1: Activation, sigma2: Activation, seed: int
) -> None:
    pair = make_pair(7, 6, 4, seed=seed, sigma1=sigma1, sigma2=sigma2)
    assert gradient_check(pair.net, pair.x, pair.y).max_relative_error < 1e-8


@given(pairs(st.sampled_from([0.1, 1.0, 3.0])))
@settings(max_examples=100)
def test_that_it_holds_for_any_smooth_network_that_is_not_saturated(pair: Pair) -> None:
    if {pair.net.sigma1.kink, pair.net.sigma2.kink} != {None}:
        return  # a kink may lie between the two evaluations
    assert gradient_check(pair.net, pair.x, pair.y).max_relative_error < 1e-6


def test_that_its_numbers_are_those_of_a_loss_written_down_again(sparse: Dataset) -> None:
    net = Network.initial(n_inputs=7, n_hidden=3, n_outputs=3, seed=4)
    check = gradient_check(net, sparse.x(1), sparse.Y[1], step_size=1e-5)
    assert check.step_size == 1e-5

    def loss(W1: np.ndarray, W2: np.ndarray) -> float:
        f = 1 / (1 + np.exp(-W2 @ (1 / (1 + np.exp(-W1 @ sparse.x(1))))))
        return float(np.sum((f - sparse.Y[1]) ** 2))

    for k, i in ((0, 0), (2, 6), (1, 3)):
        move = np.zeros((3, 7))
        move[k, i] = 1e-5
        slope = (loss(net.W1 + move, net.W2) - loss(net.W1 - move, net.W2)) / 2e-5
        assert check.numeric_W1[k, i] == pytest.approx(slope, rel=1e-5, abs=1e-9)
        move = np.zeros((3, 3))
        move[k, i % 3] = 1e-5
        slope = (loss(net.W1, net.W2 + move) - loss(net.W1, net.W2 - move)) / 2e-5
        assert check.numeric_W2[k, i % 3] == pytest.approx(slope, rel=1e-5, abs=1e-9)


def test_that_the_printed_rule_is_exposed_in_W1_alone() -> None:
    pair = make_pair(7, 6, 4)
    check = gradient_check(pair.net, pair.x, pair.y, "as_printed")
    assert check.max_relative_error > 0.1
    assert check.worst[0] == "W1"
    assert check.relative_error_W2.max() < 1e-8


def test_that_the_worst_weight_is_named_by_matrix_row_and_column(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pair = make_pair(7, 6, 4)
    closed_form = CheckJob._closed_form

    def wrong(job: CheckJob, matrix: str, row: int, columns: Ints) -> Floats:
        factor = np.where((matrix == "W2") & (row == 3) & (columns == 2), 1.5, 1.0)
        return closed_form(job, matrix, row, columns) * factor

    monkeypatch.setattr(CheckJob, "_closed_form", wrong)
    check = gradient_check(pair.net, pair.x, pair.y)
    assert check.worst == ("W2", 3, 2)
    assert check.max_relative_error == pytest.approx(1 / 3, rel=1e-6)


def test_that_a_gradient_of_zeros_is_right_and_not_divided_by() -> None:
    net = Network(np.zeros((2, 3)), np.zeros((1, 2)), "relu", "relu")
    check = gradient_check(net, np.ones(3), [0.5])
    assert check.max_relative_error == 0.0


@given(
    st.sampled_from(BOTH),
    st.sampled_from(["zero", "some columns", "some rows", "tiny"]),
    st.sampled_from([0.0, 0.5, 1.0]),
    st.sampled_from([1e-3, 1.0, 30.0]),
    st.integers(0, 10**6),
)
@settings(max_examples=300)
def test_that_gradients_below_rounding_are_not_called_wrong(
    kinds: tuple[Activation, Activation], W2: str, y: float, scale: float, seed: int
) -> None:
    """Where W₂ = 0, f may meet y in all digits: closed form and difference are both rounding."""
    pair = make_pair(5, 4, 3, seed=seed, scale=scale, sigma1=kinds[0], sigma2=kinds[1])
    rng = np.random.default_rng(seed)
    factor = {
        "zero": 0.0,
        "some columns": rng.random((1, 4)) < 0.5,
        "some rows": rng.random((3, 1)) < 0.5,
        "tiny": 10.0 ** rng.uniform(-25, -3),
    }[W2]
    net = Network(pair.net.W1, pair.net.W2 * factor, *kinds)
    check = gradient_check(net, pair.x, np.full(3, y))
    assert check.max_relative_error < 1e-2
    # Nor is anything else put down to rounding: what stands far above it is compared.
    for matrix in (check.W1, check.W2):
        assert not matrix.unresolved[np.abs(matrix.analytic) > 1e-6 * (1 + check.loss)].any()


@pytest.mark.parametrize("step_size", [0.0, -1e-5, np.nan, np.inf, "small", "1e-5", [], 10**400])
def test_that_a_step_size_must_be_a_finite_number_above_zero(step_size: object) -> None:
    pair = make_pair(2, 2, 1)
    with pytest.raises(NetworkError, match="step size"):
        gradient_check(pair.net, pair.x, pair.y, step_size=step_size)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        ([1.0, np.nan], [0.0], r"x\[1\] of the pair is nan; it must be a finite number"),
        ([1.0, 2.0], [np.inf], r"y\[0\] of the pair is inf; it must be a finite number"),
    ],
)
def test_that_a_pair_that_is_not_finite_is_blamed_and_not_the_weights(
    x: list[float], y: list[float], words: str
) -> None:
    with pytest.raises(NetworkError, match=words):
        gradient_check(make_pair(2, 2, 1).net, x, y)


def test_that_mnist_passes_weight_by_weight(mnist: Dataset) -> None:
    net = Network.initial(n_inputs=784, n_hidden=32, n_outputs=10, seed=0)
    check = gradient_check(net, mnist.x(0), mnist.Y[0])
    assert check.numeric_W1.shape == (32, 784)
    assert check.max_relative_error < 1e-6
    right = reference.step(net.W1, net.W2, mnist.x(0), mnist.Y[0])
    np.testing.assert_allclose(check.analytic_W1, right.grad_W1, rtol=1e-11, atol=1e-18)


@pytest.mark.parametrize("kind", [kind for kind in Activation if kind is not Activation.IDENTITY])
@pytest.mark.parametrize("layer", ["sigma1", "sigma2"])
def test_that_a_derivative_that_is_wrong_by_a_hundredth_is_caught(
    monkeypatch: pytest.MonkeyPatch, kind: Activation, layer: str
) -> None:
    kinds = {"sigma1": Activation.IDENTITY, "sigma2": Activation.IDENTITY, layer: kind}
    pair = make_pair(7, 6, 4, **kinds)
    assert gradient_check(pair.net, pair.x, pair.y).max_relative_error < 1e-8
    # What is compiled holds on to what it was compiled from, so the same source runs as Python.
    right = equations.activate

    def wrong(code: int, z: Floats, value: Floats, prime: Floats) -> None:
        right(code, z, value, prime)
        if code == kind.code:
            prime *= 1.01

    monkeypatch.setattr(equations, "activate", wrong)
    monkeypatch.setattr(kernels, "forward", equations.forward.py_func)
    monkeypatch.setattr(kernels, "trace_pair", kernels.trace_pair.py_func)
    caught = gradient_check(pair.net, pair.x, pair.y)
    assert caught.max_relative_error == pytest.approx(0.01 / 1.01, rel=1e-4)
    if layer == "sigma1":  # σ₁′ is in δ1 alone
        assert caught.W2.max_relative_error < 1e-8
    else:
        assert caught.W2.max_relative_error == pytest.approx(0.01 / 1.01, rel=1e-4)
