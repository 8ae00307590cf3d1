"""Which pair a step draws: pure, uniform, and the same for ever."""

from __future__ import annotations

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.training.pairs.sampling import Sampler
from bpviz.training.settings import Order

BIG = 2**60

# Written down once: a run that is saved today must draw the same pairs after any upgrade.
GOLDEN: dict[tuple[Order, int, int, int], list[int]] = {
    (Order.RANDOM, 0, 60000, 0): [48801, 45079, 40298, 28987, 42311, 16384, 48899, 33773],
    (Order.RANDOM, 0, 60000, 4092): [59822, 49226, 52220, 12547, 57610, 49154, 15648, 3197],
    (Order.RANDOM, 7, 4, 1152921504606846976): [2, 0, 1, 0, 0, 2, 0, 0],
    (Order.RANDOM, 9223372036854775807, 10, 0): [0, 4, 9, 3, 5, 4, 1, 3],
    (Order.SHUFFLED, 0, 10, 0): [6, 7, 2, 9, 1, 3, 5, 0],
    (Order.SHUFFLED, 0, 60000, 59996): [49889, 6380, 49209, 44544, 27619, 27077, 20644, 2704],
    (Order.SHUFFLED, 5, 4, 4094): [0, 1, 1, 0, 3, 2, 3, 0],
    (Order.SEQUENTIAL, 0, 4, 2): [2, 3, 0, 1, 2, 3, 0, 1],
}


@pytest.mark.parametrize(("key", "right"), GOLDEN.items(), ids=str)
def test_that_draws_are_these_for_ever(key: tuple[Order, int, int, int], right: list[int]) -> None:
    order, seed, m, first = key
    assert Sampler(seed, order, m).indices(first, len(right)).tolist() == right


samplers = st.builds(
    Sampler,
    st.integers(0, 2**63 - 1),
    st.sampled_from(Order),
    st.sampled_from([1, 2, 3, 7, 100, 2048, 4095, 4096, 4097, 9000]),
)
steps = st.one_of(st.integers(0, 20_000), st.integers(BIG, BIG + 20_000), st.just(2**63 - 9000))


@given(samplers, steps, st.integers(0, 9000), st.data())
@settings(max_examples=150)
def test_that_a_draw_depends_on_its_step_alone(
    sampler: Sampler, first: int, count: int, data: st.DataObject
) -> None:
    drawn = sampler.indices(first, count)
    assert drawn.shape == (count,)
    assert drawn.dtype == np.int64
    assert not drawn.flags.writeable
    if not count:
        return
    assert drawn.min() >= 0
    assert drawn.max() < sampler._m
    fresh = Sampler(sampler._seed, sampler._order, sampler._m)
    for _ in range(5):
        at = data.draw(st.integers(0, count - 1))
        assert fresh.index(first + at) == drawn[at] == sampler.index(first + at)


@given(st.integers(0, 2**63 - 1), st.integers(1, 300), st.integers(0, 50))
@settings(max_examples=50)
def test_that_a_shuffled_epoch_is_a_permutation(seed: int, m: int, epoch: int) -> None:
    drawn = Sampler(seed, Order.SHUFFLED, m).indices(epoch * m, m)
    assert sorted(drawn) == list(range(m))


@pytest.mark.parametrize("m", [4095, 4096, 4097, 60_000])
def test_that_large_epochs_are_permutations_too_each_another(m: int) -> None:
    sampler = Sampler(3, Order.SHUFFLED, m)
    epochs = [sampler.indices(e * m, m) for e in range(3)]
    for drawn in epochs:
        np.testing.assert_array_equal(np.sort(drawn), np.arange(m))
    assert (epochs[0] != epochs[1]).mean() > 0.99
    assert (epochs[1] != epochs[2]).mean() > 0.99


def test_that_the_sequential_order_counts_and_starts_again() -> None:
    sampler = Sampler(9, Order.SEQUENTIAL, 5)
    assert sampler.indices(3, 9).tolist() == [3, 4, 0, 1, 2, 3, 4, 0, 1]
    assert sampler.index(BIG + 2) == (BIG + 2) % 5


@pytest.mark.parametrize("order", list(Order))
def test_that_one_sample_is_always_drawn(order: Order) -> None:
    sampler = Sampler(1, order, 1)
    assert not sampler.indices(0, 10_000).any()
    assert sampler.index(BIG) == 0


def chi_square(counts: np.ndarray) -> float:
    expected = counts.sum() / counts.size
    return float(((counts - expected) ** 2 / expected).sum())


@pytest.mark.parametrize("m", [2, 10, 100, 4096])
@pytest.mark.parametrize("first", [0, BIG])
def test_that_random_draws_are_uniform(m: int, first: int) -> None:
    drawn = Sampler(0, Order.RANDOM, m).indices(first, 200 * max(m, 100))
    freedom = m - 1
    spread = np.sqrt(2 * freedom)
    assert abs(chi_square(np.bincount(drawn, minlength=m)) - freedom) < 4 * spread + 4


def test_that_neighbouring_random_draws_know_nothing_of_each_other() -> None:
    drawn = Sampler(0, Order.RANDOM, 12).indices(0, 100_001)
    pairs = np.bincount(drawn[:-1] * 12 + drawn[1:], minlength=144)
    assert abs(chi_square(pairs) - 143) < 4 * np.sqrt(286)


def test_that_every_position_of_a_shuffled_epoch_is_uniform() -> None:
    table = Sampler(0, Order.SHUFFLED, 6).indices(0, 6 * 12_000).reshape(-1, 6)
    for column in table.T:
        assert chi_square(np.bincount(column, minlength=6)) < 5 + 4 * np.sqrt(10)


def test_that_seeds_orders_and_blocks_draw_apart() -> None:
    def drawn(seed: int, order: Order, first: int = 0) -> np.ndarray:
        return Sampler(seed, order, 1000).indices(first, 4000)

    base = drawn(0, Order.RANDOM)
    others = [drawn(1, Order.RANDOM), drawn(0, Order.SHUFFLED), drawn(0, Order.RANDOM, 4096)]
    for other in others:
        assert (base == other).mean() < 0.01


@pytest.mark.parametrize("m", [60_000, 3_000_000_019, 2**32 - 1])
def test_that_a_random_draw_is_the_upper_half_of_raw_bits_times_m(m: int) -> None:
    seed, block = 11, 5
    key = np.array([seed, 1], dtype=np.uint64)
    raw = np.random.Philox(key=key, counter=np.array([0, block, 0, 0], np.uint64)).random_raw(4096)
    drawn = Sampler(seed, Order.RANDOM, m).indices(4096 * block, 4096)
    assert drawn.tolist() == [(int(bits) * m) >> 64 for bits in raw]


def test_that_the_blocks_used_last_are_the_ones_kept() -> None:
    sampler = Sampler(1, Order.RANDOM, 10)
    for number in (0, 1, 2, 3, 0, 4, 2, 5):
        sampler.index(4096 * number)
    assert list(sampler._blocks) == [0, 4, 2, 5]


@given(st.integers(0, 2**32), st.sampled_from([5, 100, 3000]))
@settings(max_examples=15)
def test_that_pairs_whose_keys_are_the_same_keep_their_order(seed: int, m: int) -> None:
    """So that the same pairs are drawn, however the sorting is done."""
    sampler = Sampler(0, Order.SHUFFLED, m)
    keys = np.random.default_rng(seed).integers(0, 7, 4096).astype(np.uint64)
    with patch.object(np.random, "Philox") as philox:
        philox().random_raw = lambda count: keys[:count]
        drawn = sampler.indices(0, m).tolist()
    assert drawn == sorted(range(m), key=lambda i: int(keys[i]))
