"""Network: immutable, shaped as the note says, and begun the same way by the same seed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.network import Activation, CompressedRows, Initializer, Network, NetworkError, predict
from bpviz.network.digest import digest


def initial(n: int = 50, l: int = 40, d: int = 30, **changes: object) -> Network:  # noqa: E741
    return Network.initial(n_inputs=n, n_hidden=l, n_outputs=d, **changes)  # type: ignore[arg-type]


@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 9), st.integers(0, 2**63 - 1))
def test_that_a_seed_means_the_same_weights_of_the_shapes_asked_for(
    n: int,
    l: int,  # noqa: E741
    d: int,
    seed: int,
) -> None:
    net, again = initial(n, l, d, seed=seed), initial(n, l, d, seed=seed)
    assert net.W1.shape == (l, n)
    assert net.W2.shape == (d, l)
    assert (net.n_inputs, net.n_hidden, net.n_outputs) == (n, l, d)
    np.testing.assert_array_equal(net.W1, again.W1)
    np.testing.assert_array_equal(net.W2, again.W2)
    assert np.isfinite(net.W1).all()
    assert np.isfinite(net.W2).all()


def test_that_another_seed_means_other_weights() -> None:
    a, b = initial(seed=0), initial(seed=1)
    assert not (a.W1 == b.W1).any()
    assert not (a.W2 == b.W2).any()
    assert not (a.W1[:, :40] == a.W2[0]).any()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("normal", "5a7375fd41d35d18"),
        ("uniform", "97c6828d50cc433a"),
        ("glorot", "df57f9423227b59a"),
        ("he", "4f6a912e6cd5222d"),
    ],
)
def test_that_the_weights_of_seed_zero_have_these_bits_on_every_machine(
    kind: str, expected: str
) -> None:
    assert digest(initial(initializer=kind))[:16] == expected


def test_that_the_first_weights_of_seed_zero_are_these_whatever_is_upgraded() -> None:
    net = Network.initial(n_inputs=3, n_hidden=2, n_outputs=1, seed=0)
    assert net.W1.tolist() == [
        [-0.3968514695509474, -0.5385522748599195, -1.0253038125312606],
        [0.2312181933832049, -0.3304864785419362, 0.399942857230332],
    ]
    assert net.W2.tolist() == [[-0.4995363738150343, 0.4693796911109407]]


@pytest.mark.parametrize("function", ["log", "sin", "cos"])
def test_that_functions_of_numpy_that_differ_between_processors_have_no_say(
    function: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(np, function, None)
    assert digest(initial())[:16] == "5a7375fd41d35d18"


@pytest.mark.parametrize(
    ("kind", "variance1", "variance2"),
    [
        ("normal", 1 / 400, 1 / 300),
        ("uniform", 1 / 400, 1 / 300),
        ("glorot", 2 / 700, 2 / 500),
        ("he", 2 / 400, 2 / 300),
    ],
)
def test_that_weights_have_the_promised_mean_and_variance(
    kind: str, variance1: float, variance2: float
) -> None:
    net = initial(400, 300, 200, initializer=kind)
    for W, variance in ((net.W1, variance1), (net.W2, variance2)):
        error = np.sqrt(2 / W.size)  # of a sample variance, in units of the variance
        assert W.var() == pytest.approx(variance, rel=5 * error)
        assert abs(W.mean()) < 5 * np.sqrt(variance / W.size)


def test_that_uniform_weights_stay_within_their_bounds_and_fill_them() -> None:
    W1 = initial(400, 300, 1, initializer="uniform").W1
    bound = np.sqrt(3 / 400)
    assert 0.999 * bound < W1.max() <= bound
    assert -bound <= W1.min() < -0.999 * bound


def test_that_zeros_are_zeros() -> None:
    net = initial(initializer=Initializer.ZEROS)
    assert not net.W1.any()
    assert not net.W2.any()


def test_that_a_network_cannot_be_changed_and_keeps_copies() -> None:
    W1, W2 = np.ones((2, 3)), np.ones((1, 2))
    net = Network(W1, W2)
    W1[:], W2[:] = 7, 7
    assert net.W1.max() == net.W2.max() == 1
    for array in (net.W1, net.W2, net.W1T):
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 5
    with pytest.raises(AttributeError):
        net.W2 = W2  # type: ignore[misc]
    assert (net.sigma1, net.sigma2) == (Activation.SIGMOID, Activation.SIGMOID)


@pytest.mark.parametrize(
    ("W1", "W2", "words"),
    [
        (np.ones((2, 3)), np.ones((1, 3)), "W1 has 2 rows and W2 3 columns"),
        (np.ones(3), np.ones((1, 3)), "W1 has the shape"),
        (np.ones((2, 0)), np.ones((1, 2)), "W1 has the shape"),
        (np.ones((2, 3)), np.ones((0, 2)), "W2 has the shape"),
        ("text", np.ones((0, 2)), "W1 is not a matrix"),
        ([[1, 2], [3]], np.ones((1, 2)), "W1 is not a matrix"),
    ],
)
def test_that_matrices_that_do_not_fit_are_refused(W1: object, W2: object, words: str) -> None:
    with pytest.raises(NetworkError, match=words.replace("(", r"\(")):
        Network(W1, W2)  # type: ignore[arg-type]


def test_that_an_unknown_activation_or_initializer_is_refused_by_naming_the_known() -> None:
    with pytest.raises(NetworkError, match="sigmoid, tanh, relu, softplus, identity"):
        initial(sigma1="step")
    with pytest.raises(NetworkError, match="normal, uniform, glorot, he, zeros"):
        initial(initializer="xavier")


@pytest.mark.parametrize("size", [0, -1, 2.5, "3", None, True])
def test_that_sizes_must_be_whole_numbers_above_zero(size: object) -> None:
    with pytest.raises(NetworkError, match="must be a whole number above 0"):
        initial(size)  # type: ignore[arg-type]
    with pytest.raises(NetworkError, match="must be a whole number above 0"):
        initial(2, size)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", [0, 2**62, 2**63 - 1])
def test_that_any_seed_of_63_bits_is_taken(seed: int) -> None:
    assert np.isfinite(initial(3, 2, 1, seed=seed).W1).all()


@pytest.mark.parametrize("seed", [-1, 2**63, 2**64, 1.5, "7", None, True])
def test_that_a_seed_must_be_a_whole_number_that_fits(seed: object) -> None:
    with pytest.raises(NetworkError, match="seed"):
        initial(seed=seed)


def test_that_predicting_gives_one_row_a_sample_and_takes_a_single_one() -> None:
    net = initial(4, 3, 2)
    X = np.random.default_rng(0).normal(size=(5, 4))
    f = predict(net, X)
    assert f.shape == (5, 2)
    right = 1 / (1 + np.exp(-net.W2 @ (1 / (1 + np.exp(-net.W1 @ X.T)))))
    np.testing.assert_allclose(f, right.T, rtol=1e-13)
    np.testing.assert_array_equal(predict(net, CompressedRows.from_dense(X)), f)
    np.testing.assert_array_equal(predict(net, X[2]), f[2:3])
    with pytest.raises(NetworkError, match="this network takes n = 4"):
        predict(net, X[:, :3])
    assert predict(net, np.zeros((0, 4))).shape == (0, 2)
