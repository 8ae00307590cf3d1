"""The scale of signed colours: symmetric, never clipping, steady."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.kit.charts.colour_range import HALF_LIFE, LARGEST, ColourRange, notch_above, peak

sizes = st.floats(min_value=1e-25, max_value=1e30)
moments = st.lists(st.tuples(sizes, st.floats(0.0, 1.0)), min_size=1, max_size=40)


@given(moments)
def test_that_nothing_shown_is_ever_outside_the_scale(moments: list[tuple[float, float]]) -> None:
    scale = ColourRange()
    for size, seconds in moments:
        limit = scale.show(size, seconds)
        assert limit >= size
        assert scale.limit == limit


@given(moments)
def test_that_it_never_shrinks_faster_than_its_half_life(
    moments: list[tuple[float, float]],
) -> None:
    scale = ColourRange()
    scale.show(*moments[0])
    held = moments[0][0]
    for size, seconds in moments[1:]:
        held = max(size, held * 0.5 ** (seconds / HALF_LIFE))
        assert scale.show(size, seconds) >= held * (1 - 1e-9)


@given(sizes)
def test_that_a_constant_size_leaves_it_where_it_is(size: float) -> None:
    scale = ColourRange()
    first = scale.show(size, 0.0)
    assert {scale.show(size, 1.0) for _ in range(20)} == {first}


def test_that_it_grows_at_once_and_comes_down_in_time() -> None:
    scale = ColourRange()
    scale.show(0.9, 0.0)
    assert scale.show(7.0, 0.0) == 8.0
    assert scale.show(0.9, 0.1) == 8.0
    seen = [scale.show(0.9, 0.5) for _ in range(40)]
    assert seen == sorted(seen, reverse=True)
    assert seen[-1] == 1.0


def test_that_a_long_pause_counts_as_one_second() -> None:
    paused, brief = ColourRange(), ColourRange()
    for scale in (paused, brief):
        scale.show(8.0, 0.0)
    assert paused.show(0.1, 3600.0) == brief.show(0.1, 1.0) > 4.0


@pytest.mark.parametrize("nothing", [0.0, math.nan, math.inf, -1.0])
def test_that_nothing_to_see_leaves_it_alone(nothing: float) -> None:
    scale = ColourRange()
    scale.show(3.0, 0.0)
    assert scale.show(nothing, 1.0) == 3.0
    assert scale.fit(nothing) == 3.0


def test_that_fitting_forgets_what_was_larger() -> None:
    scale = ColourRange()
    scale.show(500.0, 0.0)
    assert scale.fit(0.02) == 0.02


@given(st.floats(min_value=5e-324, allow_infinity=False))
def test_that_the_limit_stays_where_float32_can_divide(size: float) -> None:
    limit = ColourRange().show(size, 0.0)
    assert 0 < limit <= LARGEST
    assert np.isfinite(np.float32(256) / np.float32(2 * limit))


@given(st.floats(min_value=1e-30, max_value=LARGEST))
def test_that_a_notch_is_above_but_not_far(value: float) -> None:
    notch = notch_above(value)
    assert value <= notch <= 1.34 * value
    assert notch_above(notch) == notch


def test_that_the_peak_looks_at_finite_entries_only() -> None:
    assert peak(np.array([1.0, -3.0, np.nan, np.inf])) == 3.0
    assert peak(np.array([1.0, -3.0, 2.0])) == 3.0
    assert peak(np.array([np.nan, -np.inf])) == 0.0
    assert peak(np.zeros((0, 3))) == 0.0
