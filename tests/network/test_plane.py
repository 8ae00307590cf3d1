"""The network over a plane of inputs: the numbers of `predict`, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.network import Activation, Network, NetworkError, predict, trace
from bpviz.network.plane import leaders, over_plane
from tests.network.pairs import make_pair

activations = st.sampled_from(list(Activation))


def points(x: np.ndarray, axes: tuple[int, ...], across: np.ndarray, up: np.ndarray) -> np.ndarray:
    """Every point of the grid as a row of inputs, row after row."""
    X = np.tile(x, (len(up) * len(across), 1))
    X[:, axes[0]] = np.tile(across, len(up))
    if len(axes) > 1:
        X[:, axes[1]] = np.repeat(up, len(across))
    return X


@given(
    n=st.integers(2, 5),
    l=st.integers(1, 20),
    d=st.integers(1, 6),
    seed=st.integers(0, 2**32),
    scale=st.sampled_from([0.1, 1.0, 50.0]),
    sigma1=activations,
    sigma2=activations,
    shape=st.tuples(st.integers(0, 5), st.integers(0, 7)),
    data=st.data(),
)
def test_that_every_output_over_a_plane_has_the_bits_that_predict_gives(
    n: int,
    l: int,  # noqa: E741
    d: int,
    seed: int,
    scale: float,
    sigma1: Activation,
    sigma2: Activation,
    shape: tuple[int, int],
    data: st.DataObject,
) -> None:
    pair = make_pair(n, l, d, seed=seed, scale=scale, density=0.7, sigma1=sigma1, sigma2=sigma2)
    first = data.draw(st.integers(0, n - 1))
    second = data.draw(st.integers(0, n - 1).filter(lambda i: i != first))
    units = data.draw(st.lists(st.integers(0, l - 1), max_size=3))
    rng = np.random.default_rng(seed)
    up, across = rng.normal(size=shape[0]), rng.normal(size=shape[1])
    up[:1], across[:1] = 0.0, -0.0  # zeros are left out of compressed rows
    found = over_plane(pair.net, pair.x, (first, second), across, up, units)
    X = points(pair.x, (first, second), across, up)
    np.testing.assert_array_equal(found.f, predict(pair.net, X).reshape(*shape, d))
    assert found.h.shape == (*shape, len(units))
    for index, inputs in enumerate(X[:6]):
        h = trace(pair.net, inputs, np.zeros(d)).h
        np.testing.assert_array_equal(found.h.reshape(len(X), len(units))[index], h[units])


@given(n=st.integers(1, 4), seed=st.integers(0, 999), sigma1=activations, sigma2=activations)
def test_that_along_one_input_it_is_a_single_row_of_the_same_numbers(
    n: int, seed: int, sigma1: Activation, sigma2: Activation
) -> None:
    pair = make_pair(n, 6, 2, seed=seed, sigma1=sigma1, sigma2=sigma2)
    across = np.linspace(-3, 3, 11)
    axis = seed % n
    found = over_plane(pair.net, pair.x, (axis,), across, units=range(6))
    X = points(pair.x, (axis,), across, np.zeros(1))
    np.testing.assert_array_equal(found.f, predict(pair.net, X)[np.newaxis])
    np.testing.assert_array_equal(found.h[0], [trace(pair.net, x, np.zeros(2)).h for x in X])


def test_that_what_is_not_a_number_shows_as_such() -> None:
    pair = make_pair(2, 3, 1)
    f = over_plane(pair.net, pair.x, (0, 1), [0.5, np.nan], [1.0]).f
    assert np.isfinite(f[0, 0]).all()
    assert np.isnan(f[0, 1]).all()


def test_that_the_inputs_that_were_given_stay_as_they_are() -> None:
    pair = make_pair(3, 4, 1)
    before = pair.x.copy()
    over_plane(pair.net, pair.x, (0, 2), [5.0], [6.0])
    np.testing.assert_array_equal(pair.x, before)


@given(
    values=st.lists(st.lists(st.integers(-3, 3), min_size=4, max_size=4), min_size=1, max_size=6)
)
def test_that_leaders_are_the_first_of_the_largest_outputs_and_their_distance_to_the_next(
    values: list[list[int]],
) -> None:
    f = np.array(values, dtype=np.float64)[np.newaxis]
    winner, lead = leaders(f)
    np.testing.assert_array_equal(winner, f.argmax(axis=2))
    ordered = np.sort(f, axis=2)
    np.testing.assert_array_equal(lead, ordered[:, :, -1] - ordered[:, :, -2])


def test_that_a_single_output_leads_by_its_distance_from_the_threshold() -> None:
    f = np.array([[[0.25], [0.5], [2.0]]])
    winner, lead = leaders(f)
    assert winner.tolist() == [[0, 1, 1]]
    assert lead.tolist() == [[0.25, 0.0, 1.5]]
    winner, lead = leaders(f, 0.25)
    assert winner.tolist() == [[1, 1, 1]]
    assert lead.tolist() == [[0.0, 0.25, 1.75]]


@pytest.mark.parametrize(
    ("x", "axes", "units", "words"),
    [
        ([0.0, 0.0], (0, 1), (), r"x has the shape \(2,\); it must be \(3,\)"),
        ([0.0] * 3, (1, 1), (), "one or two different inputs"),
        ([0.0] * 3, (), (), "one or two different inputs"),
        ([0.0] * 3, (0, 3), (), "no axis 3; they count from 0 to 2"),
        ([0.0] * 3, (0, 1), (4,), "no unit 4; they count from 0 to 3"),
    ],
)
def test_that_what_does_not_fit_the_network_is_refused(
    x: list[float], axes: tuple[int, ...], units: tuple[int, ...], words: str
) -> None:
    net = Network.initial(n_inputs=3, n_hidden=4, n_outputs=1)
    with pytest.raises(NetworkError, match=words):
        over_plane(net, x, axes, [0.0], [0.0], units)
