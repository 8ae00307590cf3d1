"""The scale of signed colours: symmetric, never clipping, steady, and fitted anew after a jump."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.kit.charts.colour_range import HALF_LIFE, LARGEST, ColourRange, notch_above, peak

sizes = st.floats(min_value=1e-25, max_value=1e30)


class Seconds:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Timed(ColourRange):
    """A scale that is told how much time has passed."""

    def __init__(self) -> None:
        self.clock = Seconds()
        super().__init__(self.clock)

    def after(self, seconds: float, size: float, of: object = None) -> float:
        self.clock.now += seconds
        return self.show(size, of)


moments = st.lists(st.tuples(sizes, st.floats(0.0, 1.0)), min_size=1, max_size=40)


@given(moments)
def test_that_nothing_shown_is_ever_outside_the_scale(moments: list[tuple[float, float]]) -> None:
    scale = Timed()
    for size, seconds in moments:
        limit = scale.after(seconds, size)
        assert limit >= size
        assert scale.limit == limit


@given(moments)
def test_that_it_never_shrinks_faster_than_its_half_life(
    moments: list[tuple[float, float]],
) -> None:
    scale = Timed()
    scale.show(moments[0][0])
    held = moments[0][0]
    for size, seconds in moments[1:]:
        held = max(size, held * 0.5 ** (seconds / HALF_LIFE))
        assert scale.after(seconds, size) >= held * (1 - 1e-9)


@given(sizes)
def test_that_a_constant_size_leaves_it_where_it_is(size: float) -> None:
    scale = Timed()
    first = scale.show(size)
    assert {scale.after(1.0, size) for _ in range(20)} == {first}


def test_that_it_grows_at_once_and_comes_down_in_time() -> None:
    scale = Timed()
    scale.show(0.9)
    assert scale.show(7.0) == 8.0
    assert scale.after(0.1, 0.9) == 8.0
    seen = [scale.after(0.5, 0.9) for _ in range(40)]
    assert seen == sorted(seen, reverse=True)
    assert seen[-1] == 1.0


def test_that_a_long_pause_counts_as_one_second() -> None:
    paused, brief = Timed(), Timed()
    for scale in (paused, brief):
        scale.show(8.0)
    assert paused.after(3600.0, 0.1) == brief.after(1.0, 0.1) > 4.0


@pytest.mark.parametrize("nothing", [0.0, math.nan, math.inf, -1.0])
def test_that_nothing_to_see_leaves_it_alone(nothing: float) -> None:
    scale = Timed()
    scale.show(3.0)
    assert scale.after(1.0, nothing) == 3.0
    assert scale.fit(nothing) == 3.0


def test_that_fitting_forgets_what_was_larger() -> None:
    scale = ColourRange()
    scale.show(500.0)
    assert scale.fit(0.02) == 0.02


@given(moments, moments)
def test_that_it_is_of_something_else_as_if_there_had_been_nothing_before(
    before: list[tuple[float, float]], after: list[tuple[float, float]]
) -> None:
    used, fresh = Timed(), Timed()
    for size, seconds in before:
        used.after(seconds, size, of=("a run", 0))
    for size, seconds in after:
        assert used.after(seconds, size, of=("a run", 1)) == fresh.after(seconds, size, of=1)


@pytest.mark.parametrize("nothing", [0.0, math.nan])
def test_that_a_jump_to_where_nothing_is_to_be_seen_is_no_less_a_jump(nothing: float) -> None:
    scale = ColourRange()
    scale.show(500.0, of=1)
    assert scale.show(nothing, of=2) == 1.0  # as a new one has it
    assert scale.show(0.02, of=2) == 0.02


@given(st.floats(min_value=5e-324, allow_infinity=False))
def test_that_the_limit_stays_where_float32_can_divide(size: float) -> None:
    limit = ColourRange().show(size)
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
