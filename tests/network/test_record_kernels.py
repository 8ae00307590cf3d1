"""Long rows of numbers merged and drawn, against whole numbers and NumPy's halving."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bpviz.network.record_kernels import bounded, merge

FINITE = st.floats(0, 1e300)


def merged(low: np.ndarray, mean: np.ndarray, high: np.ndarray, group: int) -> np.ndarray:
    result = np.full((3, len(low) // group), np.nan)
    rows = [row[:] for row in (low, mean, high)]
    for row in rows:
        row.flags.writeable = False  # as buckets give them: another type compiles again
    merge(*rows, tuple(result), np.full(group, np.nan))
    return result


@given(arrays.arrays(float, (3, 64), elements=FINITE), st.sampled_from([1, 2, 4, 16, 64]))
def test_that_groups_keep_their_extremes_and_the_mean_of_means(
    values: np.ndarray, group: int
) -> None:
    low, mean, high = values
    result = merged(low, mean, high, group)
    np.testing.assert_array_equal(result[0], low.reshape(-1, group).min(axis=1))
    np.testing.assert_array_equal(result[2], high.reshape(-1, group).max(axis=1))
    halved = mean
    for _ in range(group.bit_length() - 1):
        halved = 0.5 * halved[0::2] + 0.5 * halved[1::2]
    np.testing.assert_array_equal(result[1], halved)


@given(arrays.arrays(float, 64, elements=FINITE))
def test_that_merging_twice_is_merging_at_once(values: np.ndarray) -> None:
    once = merged(values, values, values, 16)
    twice = merged(*merged(values, values, values, 4), 4)
    np.testing.assert_array_equal(once, twice)


@pytest.mark.parametrize("m", [1, 2, 7, 60_000, 2**32 - 1])
def test_that_drawn_numbers_are_the_upper_half_of_the_product(m: int) -> None:
    raw = np.random.default_rng(3).integers(0, 2**64, 500, dtype=np.uint64)
    raw[:3] = 0, 2**64 - 1, 2**63
    numbers = np.full(500, -1)
    bounded(raw, np.uint64(m), numbers)
    assert numbers.tolist() == [r * m >> 64 for r in map(int, raw)]
    assert numbers.min() == 0
    assert numbers.max() == m - 1
