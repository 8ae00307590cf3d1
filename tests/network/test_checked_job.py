"""A gradient check in slices, of large networks by chosen rows and random ones, at hard places."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.network import Network, NetworkError, gradient_check
from bpviz.network.central_differences import CheckJob, NotFiniteError
from bpviz.network.differences import Differences
from tests.network.pairs import make_pair


def test_that_slices_find_what_one_go_finds() -> None:
    pair = make_pair(40, 6, 4)
    whole = gradient_check(pair.net, pair.x, pair.y)
    job = CheckJob(pair.net, pair.x, pair.y)
    fractions = [job.fraction]
    while not job.done:
        job.advance(0.0)
        fractions.append(job.fraction)
    assert fractions == sorted(set(fractions))
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert np.array_equal(job.result().numeric_W1, whole.numeric_W1)
    assert np.array_equal(job.result().numeric_W2, whole.numeric_W2)
    assert job.result().complete


def test_that_what_was_found_so_far_is_there_when_it_is_given_up() -> None:
    pair = make_pair(9, 6, 4)
    job = CheckJob(pair.net, pair.x, pair.y)
    assert job.result().checked == 0
    assert job.result().worst is None
    assert job.result().max_relative_error == 0.0
    job.advance(0.0)
    found = job.result()
    assert found.checked == 9
    assert not found.complete
    assert np.isnan(found.relative_error_W1[1:]).all()


def test_that_a_large_network_is_compared_at_chosen_rows_and_at_random() -> None:
    net = Network.initial(n_inputs=200, n_hidden=50, n_outputs=10, seed=2)
    x, y = np.random.default_rng(0).normal(size=200), np.zeros(10)
    job = CheckJob(net, x, y, limit=1000, chosen=[("W1", 7), ("W2", 3)])
    job.advance()
    found = job.result()
    assert not found.complete
    assert (found.W1.rows == 7).sum() == 200
    assert (found.W2.rows == 3).sum() == 50
    assert 300 < found.checked <= 350
    assert len(set(found.W1.rows)) > 20
    assert len(set(zip(found.W1.rows, found.W1.columns, strict=True))) == found.W1.rows.size
    assert found.max_relative_error < 1e-7
    again = CheckJob(net, x, y, limit=1000, chosen=[("W1", 7), ("W2", 3)])
    again.advance()
    assert np.array_equal(again.result().W1.columns, found.W1.columns)
    whole = gradient_check(net, x, y)
    assert np.array_equal(found.numeric_W1[7], whole.numeric_W1[7])


@pytest.mark.parametrize(
    ("chosen", "said"),
    [(("W1", 6), "has no row"), (("W2", -1), "has no row"), (("W3", 0), "no matrix 'W3'")],
)
def test_that_a_row_that_there_is_not_is_refused(chosen: tuple[str, int], said: str) -> None:
    pair = make_pair(9, 6, 4)
    with pytest.raises(NetworkError, match=said):
        CheckJob(pair.net, pair.x, pair.y, chosen=[chosen])


def test_that_a_kink_of_a_hidden_relu_is_told_and_not_an_error() -> None:
    W1 = np.array([[1.0, -1.0], [1.0, 0.5]])  # z1 of unit 0 is 0
    net = Network(W1, np.array([[0.5, 2.0]]), "relu", "identity")
    found = gradient_check(net, [1.0, 1.0], [0.3])
    assert found.W1.kink.tolist() == [True, True, False, False]
    assert found.kinks == 2
    assert np.isnan(found.relative_error_W1[0]).all()
    assert found.max_relative_error < 1e-8
    assert found.complete


def test_that_a_kink_of_an_output_relu_is_told_for_the_weights_that_move_it() -> None:
    W2 = np.array([[1.0, -1.0], [1.0, 1.0]])
    net = Network(np.array([[1.0], [1.0]]), W2, "identity", "relu")  # z2 = (0, 2)
    found = gradient_check(net, [1.0], [0.3, 0.4])
    assert found.W2.kink.tolist() == [True, True, False, False]
    assert found.W1.kink.all()
    assert found.max_relative_error < 1e-8


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=60)
def test_that_relu_passes_wherever_no_kink_is_told(seed: int) -> None:
    pair = make_pair(7, 6, 4, seed=seed % 10_000, sigma1="relu", sigma2="relu")
    found = gradient_check(pair.net, pair.x, pair.y)
    assert found.max_relative_error < 1e-6


def test_that_saturated_units_are_told_and_not_an_error() -> None:
    net = Network(np.full((2, 3), 30.0), np.full((2, 2), 25.0))
    found = gradient_check(net, np.ones(3), np.array([1.0, 0.0]))
    assert found.unresolved > 0
    assert found.max_relative_error < 1e-6
    dead = gradient_check(net, np.ones(3), np.array([0.5, 0.5]))
    assert dead.unresolved == dead.checked
    assert dead.worst is None
    assert dead.complete


@pytest.mark.parametrize(
    ("W1", "W2", "named"),
    [
        (np.nan, 1.0, "z1"),
        (np.inf, 1.0, "z1"),
        (1.0, np.nan, "z2"),
        (1e200, 1e200, "z2"),
        (1.0, 1e160, "loss"),
    ],
)
def test_that_weights_that_are_not_finite_are_refused_by_the_quantity(
    W1: float, W2: float, named: str
) -> None:
    net = Network(np.full((2, 3), W1), np.full((2, 2), W2), "identity", "identity")
    with pytest.raises(NetworkError, match=f"^{named} is not finite"):
        gradient_check(net, np.ones(3), np.ones(2))


@pytest.mark.parametrize("precision", [np.float64, np.longdouble])
def test_that_the_rounding_that_is_allowed_for_bounds_what_there_is(
    precision: type[np.floating],
) -> None:
    """Against differences in exact rational arithmetic, of a network without σ."""
    from fractions import Fraction

    rng = np.random.default_rng(3)
    W1, W2, x, y = (
        rng.normal(size=(3, 4)),
        rng.normal(size=(2, 3)),
        rng.normal(size=4),
        rng.normal(size=2),
    )
    net, s = Network(W1, W2, "identity", "identity"), 1e-6

    def loss(move: Fraction, k: int, i: int) -> Fraction:
        h = [
            sum(
                (Fraction(W1[a, b]) + (move if (a, b) == (k, i) else 0)) * Fraction(x[b])
                for b in range(4)
            )
            for a in range(3)
        ]
        f = [sum(Fraction(W2[j, a]) * h[a] for a in range(3)) for j in range(2)]
        return sum(((f[j] - Fraction(y[j])) ** 2 for j in range(2)), Fraction(0))

    for k, i in ((0, 0), (1, 2), (2, 3)):
        slopes = Differences(net, x, y, precision).of_W1(k, np.array([i]), s)
        step = Fraction(s)
        exact = (loss(step, k, i) - loss(-step, k, i)) / (2 * step)
        assert abs(Fraction(float(slopes.slope[0])) - exact) <= Fraction(float(slopes.rounding[0]))
        assert slopes.rounding[0] < 1e3 * np.finfo(precision).eps / s


def test_that_weights_that_are_not_finite_are_refused_where_no_input_leads_to_them() -> None:
    W1 = np.array([[1.0, np.inf], [0.5, 2.0]])
    with pytest.raises(NotFiniteError, match=r"^W1 is not finite") as caught:
        gradient_check(Network(W1, np.ones((1, 2))), [1.0, 0.0], [0.5])
    assert caught.value.quantity == "W1"


@given(st.integers(0, 2**32 - 1), st.integers(1, 60))
@settings(max_examples=60)
def test_that_every_entry_is_found_at_its_place(seed: int, limit: int) -> None:
    rng = np.random.default_rng(seed)
    n, l, d = (int(size) for size in rng.integers(1, 7, 3))  # noqa: E741 - the note's letter
    net = Network.initial(n_inputs=n, n_hidden=l, n_outputs=d, seed=1)
    chosen = [("W1", int(rng.integers(l)))] if rng.random() < 0.5 else []
    job = CheckJob(net, rng.normal(size=n), rng.random(d), limit=limit, chosen=chosen, seed=seed)
    job.advance()
    for matrix in (job.result().W1, job.result().W2):
        places = list(zip(matrix.rows.tolist(), matrix.columns.tolist(), strict=True))
        assert places == sorted(set(places))
        for row in range(-1, matrix.shape[0] + 1):
            for column in range(-1, matrix.shape[1] + 1):
                at = matrix.at(row, column)
                expected = places.index((row, column)) if (row, column) in places else None
                assert at == expected
