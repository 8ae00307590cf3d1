"""Counting weights in bins about 0."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.panels.hidden_units.histograms import (
    FEWEST_BINS,
    MOST,
    MOST_BINS,
    bins_for,
    spread,
    symmetric_counts,
    symmetric_edges,
)


@given(st.integers(0, 2**32), st.floats(0.1, 50), st.sampled_from([21, 33, 81]))
def test_that_counts_are_those_of_numpy(seed: int, limit: float, bins: int) -> None:
    values = np.random.default_rng(seed).normal(size=(7, 40))
    edges = symmetric_edges(limit, bins)
    expected = np.histogram(np.clip(values, -limit, limit), edges)[0]
    found = symmetric_counts(values, limit, bins)
    assert found.sum() == values.size
    assert np.abs(found - expected).sum() <= 2  # where a value lies on an edge


def test_that_zeros_stand_in_the_middle_and_what_is_not_finite_does_not_count() -> None:
    values = np.array([0.0, -0.0, 1e9, -1e9, np.nan, np.inf, -np.inf])
    assert symmetric_counts(values, 1.0, 21).tolist() == [1, *[0] * 9, 2, *[0] * 9, 1]


@pytest.mark.parametrize("count", [0, 1, 100, 25_088, 10**9])
def test_that_the_number_of_bins_is_odd_and_bounded(count: int) -> None:
    assert bins_for(count) % 2 == 1
    assert FEWEST_BINS <= bins_for(count) <= MOST_BINS


@pytest.mark.parametrize("shape", [(10, 32), (2000, 100), (784, 512), (512, 1024)])
def test_that_of_a_large_matrix_every_column_takes_part(shape: tuple[int, int]) -> None:
    columns = np.tile(np.arange(shape[1], dtype=np.float64), (shape[0], 1))
    taken = spread(columns)
    assert len(taken) <= max(MOST, 0) or len(taken) == columns.size
    assert len(taken) >= min(columns.size, MOST / 8)
    if columns.size <= MOST:
        assert len(taken) == columns.size
    assert len(np.unique(taken)) == shape[1]
