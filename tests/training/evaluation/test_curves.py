"""What was measured now and then: sorted, once each, bounded."""

from __future__ import annotations

import gc
from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.training.evaluation.curves import MOST_POINTS, CosineCurve, PointCurve
from bpviz.training.evaluation.rule_infos import RuleScan


@given(st.lists(st.integers(0, 50), max_size=60))
def test_that_points_rise_and_the_first_at_a_step_stays(steps: list[int]) -> None:
    curve, right = PointCurve(), dict[int, int]()
    for number, step in enumerate(steps):
        curve.add(step, float(number), number / 100)
        right.setdefault(step, number)
    shown = curve.shown()
    assert shown.steps.tolist() == sorted(right)
    assert shown.loss.tolist() == [right[step] for step in sorted(right)]
    assert all(curve.has(step) == (step in right) for step in range(51))


def test_that_arrays_are_read_only_and_remembered_until_something_is_added() -> None:
    curve = PointCurve()
    nothing = curve.shown().steps
    assert (nothing.shape, nothing.dtype) == ((0,), np.int64)
    curve.add(3, 1.0, None)
    shown = curve.shown()
    assert shown is curve.shown()
    assert np.isnan(shown.accuracy).all()
    for each in (shown.steps, shown.loss, shown.accuracy):
        assert not each.flags.writeable
    curve.add(1, 2.0, 0.5)
    assert curve.shown().steps.tolist() == [1, 3]
    assert shown.steps.tolist() == [3]


def test_that_steps_above_the_precision_of_a_double_are_kept() -> None:
    curve = PointCurve()
    for step in (2**60 + 1, 2**60):
        curve.add(step, 0.0, 0.0)
    assert curve.shown().steps.tolist() == [2**60, 2**60 + 1]


def test_that_a_cut_is_a_copy_of_what_came_before() -> None:
    curve = PointCurve()
    for step in (0, 5, 10):
        curve.add(step, 0.0, 0.0)
    copy = curve.cut(5)
    copy.add(7, 0.0, 0.0)
    assert copy.shown().steps.tolist() == [0, 5, 7]
    assert curve.shown().steps.tolist() == [0, 5, 10]


@pytest.mark.parametrize("apart", [1, 1000])
def test_that_where_there_are_too_many_the_first_stay_and_the_rest_is_even_on_a_log_axis(
    apart: int,
) -> None:
    curve, first = PointCurve(), [0, 1, 2, 5, 10, 20, 50, 100, 200, 500]
    for step in [*first, *range(1000, 1000 + 20_000 * apart, apart)]:
        curve.add(step, float(step), 0.0)
    steps = curve.shown().steps
    assert len(steps) == MOST_POINTS
    assert steps[: len(first)].tolist() == first
    assert steps[-1] == 1000 + 19_999 * apart
    assert curve.shown().loss.tolist() == steps.tolist()
    low = 1000
    while 2 * low <= steps[-1]:
        there = (steps >= low) & (steps < 2 * low)
        assert there.sum() >= min(low // apart, MOST_POINTS // 63)
        low *= 2


def test_that_an_accuracy_is_kept_and_none_is_not_a_number() -> None:
    curve = PointCurve()
    for step, accuracy in ((0, 0.25), (1, None), (2, 0.0), (3, 1.0)):
        curve.add(step, 0.5, accuracy)
    np.testing.assert_array_equal(curve.shown().accuracy, [0.25, np.nan, 0.0, 1.0])


def test_that_cosines_stand_in_their_columns() -> None:
    curve = CosineCurve()
    assert curve.shown().uphill.shape == (0,)
    curve.add(RuleScan(step=7, pairs=3, mean=0.5, low=-0.25, high=0.75, uphill=0.125))
    curve.add(RuleScan(step=2, pairs=3, mean=0.1, low=0.2, high=0.3, uphill=0.4))
    curve.add(RuleScan(step=7, pairs=3, mean=9.0, low=9.0, high=9.0, uphill=9.0))
    shown = curve.shown()
    assert shown is curve.shown()
    assert shown.steps.tolist() == [2, 7]
    assert shown.mean.tolist() == [0.1, 0.5]
    assert shown.low.tolist() == [0.2, -0.25]
    assert shown.high.tolist() == [0.3, 0.75]
    assert shown.uphill.tolist() == [0.4, 0.125]
    assert curve.cut(6).shown().steps.tolist() == [2]


def test_that_4096_points_are_kept_before_any_is_given_up() -> None:
    curve = PointCurve()
    for step in range(4096):
        curve.add(step, 0.0, 0.0)
    assert curve.shown().steps.tolist() == list(range(4096))
    curve.add(4096, 0.0, 0.0)
    assert curve.shown().steps.tolist() == [*range(4095), 4096]


@pytest.mark.parametrize("kept", [1, 2])
def test_that_a_cut_keeps_the_whole_row_of_every_step(kept: int) -> None:
    points, cosines = PointCurve(), CosineCurve()
    for step in range(kept):
        points.add(step, 0.5 + step, 0.25)
        cosines.add(RuleScan(step=step, pairs=3, mean=0.5, low=0.1, high=0.9, uphill=0.2))
    assert points.cut(9).shown().loss.tolist() == [0.5 + step for step in range(kept)]
    assert points.cut(9).shown().accuracy.tolist() == [0.25] * kept
    shown = cosines.cut(9).shown()
    for column, right in zip(
        (shown.mean, shown.low, shown.high, shown.uphill), (0.5, 0.1, 0.9, 0.2), strict=True
    ):
        assert column.tolist() == [right] * kept


def test_that_whoever_looks_at_what_a_curve_keeps_does_not_stop_it() -> None:
    """As NumPy does for a moment, and a thread that asks for all objects at just that moment."""
    curve = PointCurve()
    looks = []
    for step in (1, 5, 3):
        curve.add(step, float(step), None)
        held = [each for each in gc.get_referents(curve, vars(curve)) if isinstance(each, array)]
        looks += [memoryview(each) for each in held]
    assert len(looks) == 6
    assert curve.shown().loss.tolist() == [1.0, 3.0, 5.0]
