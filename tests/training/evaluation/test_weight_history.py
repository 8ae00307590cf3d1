"""Histograms along a branch: bounded, even over the steps, and one table of common bins."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bpviz.training.evaluation.weight_history import (
    MOST_COLUMNS,
    Histogram,
    WeightCurve,
    WeightHistograms,
    WeightHistory,
)


def histogram(exponent: int, first: int, *counts: int, n_not_finite: int = 0) -> Histogram:
    return Histogram(exponent, first, np.array(counts, dtype=np.int64), n_not_finite)


def column(step: int, mark: int = 1) -> WeightHistograms:
    return WeightHistograms(step, histogram(0, step, mark), histogram(-2, -3, 1, 2, 3))


def steps_of(curve: WeightCurve) -> list[int]:
    return [each.step for each in curve.shown().columns]


def test_that_a_second_measurement_of_a_step_takes_the_place_of_the_first() -> None:
    """A weight may have been edited there meanwhile."""
    curve = WeightCurve()
    for step, mark in ((5, 1), (9, 1), (5, 2), (0, 1)):
        curve.add(column(step, mark))
    assert steps_of(curve) == [0, 5, 9]
    assert curve.shown().columns[1].W1.counts.tolist() == [2]
    assert curve.shown() is curve.shown()


def test_that_a_fork_has_the_past_alone_and_shares_nothing_to_come() -> None:
    curve = WeightCurve()
    for step in range(0, 100, 10):
        curve.add(column(step))
    fork = curve.cut(40)
    fork.add(column(45))
    curve.add(column(41))
    assert steps_of(fork) == [0, 10, 20, 30, 40, 45]
    assert steps_of(curve) == [0, 10, 20, 30, 40, 41, 50, 60, 70, 80, 90]


@given(st.integers(1, 1000), st.integers(MOST_COLUMNS, 3 * MOST_COLUMNS))
def test_that_millions_of_steps_keep_a_bounded_number_of_even_columns(each: int, n: int) -> None:
    curve = WeightCurve()
    for i in range(n + 1):
        curve.add(column(i * each))
    steps = np.array(steps_of(curve))
    assert len(steps) == min(n + 1, MOST_COLUMNS)
    assert steps[0] == 0
    assert steps[-1] == n * each
    assert np.diff(steps).max() <= 4 * each * -(-(n + 1) // MOST_COLUMNS)


def test_that_the_table_has_the_widest_bins_of_all_and_loses_no_weight() -> None:
    history = WeightHistory(
        (
            WeightHistograms(0, histogram(-3, -2, 1, 2, 3, 4), histogram(0, 0)),
            WeightHistograms(8, histogram(-1, -3, 5, 0, 6, 7, n_not_finite=2), histogram(0, 4, 9)),
        )
    )
    table = history.table("W1")
    assert table.steps.tolist() == [0, 8]
    assert table.edges.tolist() == [-1.5, -1.0, -0.5, 0.0, 0.5]
    assert table.counts.tolist() == [[0, 0, 3, 7], [5, 0, 6, 7]]
    assert table.n_not_finite.tolist() == [0, 2]
    other = history.table("W2")
    assert (other.edges.tolist(), other.counts.tolist()) == ([4.0, 5.0], [[0], [9]])
    assert WeightHistory().table("W1").counts.shape == (0, 0)


@given(st.lists(st.tuples(st.integers(-4, 6), st.integers(-40, 40)), min_size=1, max_size=9))
def test_that_any_histograms_fit_into_one_table(bins: list[tuple[int, int]]) -> None:
    columns = [
        WeightHistograms(i, histogram(exponent, first, *range(1, 6)), histogram(0, 0))
        for i, (exponent, first) in enumerate(bins)
    ]
    table = WeightHistory(tuple(columns)).table("W1")
    assert (table.counts.sum(axis=1) == 15).all()
    for row, each in zip(table.counts, columns, strict=True):
        centres = (each.W1.edges[:-1] + each.W1.edges[1:]) / 2
        expected = np.histogram(np.repeat(centres, each.W1.counts), table.edges)[0]
        assert row.tolist() == expected.tolist()
