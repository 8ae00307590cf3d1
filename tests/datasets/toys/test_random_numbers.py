import numpy as np
import pytest

from bpviz.datasets.toys.random_numbers import Draws, steady


def test_that_uniform_numbers_are_spread_evenly_from_0_to_below_1() -> None:
    draws = Draws(3).uniform(100_000)
    assert draws.min() >= 0
    assert draws.max() < 1
    np.testing.assert_allclose(np.histogram(draws, 10, (0, 1))[0], 10_000, atol=400)


def test_that_normal_numbers_have_the_moments_of_the_normal_distribution() -> None:
    draws = Draws(3).normal(100_000)
    moments = [(draws**power).mean() for power in (1, 2, 3, 4)]
    np.testing.assert_allclose(moments, [0, 1, 0, 3], atol=0.06)
    assert np.isfinite(draws).all()
    assert np.abs(draws).max() > 3.5


@pytest.mark.parametrize("bound", [1, 2, 5, 2**32])
def test_that_whole_numbers_stay_below_their_bound(bound: int) -> None:
    draws = Draws(3).below(bound, 10_000)
    assert draws.dtype == np.int64
    assert draws.min() >= 0
    assert draws.max() < bound
    if bound <= 5:
        np.testing.assert_allclose(np.bincount(draws), 10_000 / bound, atol=300)


def test_that_each_call_draws_numbers_of_its_own() -> None:
    draws = Draws(3)
    first, second = draws.uniform(1000), draws.uniform(1000)
    assert not np.isin(first, second).any()
    assert abs(np.corrcoef(first, second)[0, 1]) < 0.1


def test_that_the_first_numbers_do_not_depend_on_how_many_are_drawn() -> None:
    few, many = Draws(3), Draws(3)
    for _ in range(2):
        np.testing.assert_array_equal(few.normal(5), many.normal(500)[:5])


@pytest.mark.parametrize("seed", [0, 1, 2**63 - 1])
def test_that_the_seed_decides(seed: int) -> None:
    np.testing.assert_array_equal(Draws(seed).uniform(9), Draws(seed).uniform(9))
    assert not np.array_equal(Draws(seed).uniform(9), Draws(5).uniform(9))


def test_that_the_numbers_are_those_of_every_version() -> None:
    assert [float(number).hex() for number in Draws(0).uniform(3)] == [
        "0x1.e6901f787b486p-2",
        "0x1.f3a1c20dc29e2p-2",
        "0x1.1c498a438f47ep-1",
    ]
    assert Draws(0).below(1000, 5).tolist() == [475, 487, 555, 596, 97]


def test_that_steady_numbers_lie_on_a_grid_that_last_digits_do_not_reach() -> None:
    values = np.linspace(-3, 3, 1001)
    rounded = steady(values)
    assert np.abs(rounded - values).max() <= 2.0**-21
    np.testing.assert_array_equal(rounded * 2**20, np.rint(rounded * 2**20))
    np.testing.assert_array_equal(steady(values * (1 + 2.0**-52)), rounded)
