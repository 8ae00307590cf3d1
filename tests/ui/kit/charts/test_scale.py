"""Scales and their ticks, for any range there can be."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bpviz.ui.core.formatting import GROUP
from bpviz.ui.kit.charts.raster import trailing_mean
from bpviz.ui.kit.charts.scale import OUTSIDE, Scale, fitted, nice_above, whole_run_end

magnitude = st.floats(1e-280, 1e280)


@given(low=st.floats(-1e12, 1e12), span=st.floats(1e-3, 1e12), place=st.floats(0, 1))
def test_that_a_linear_place_and_its_value_are_inverse(
    low: float, span: float, place: float
) -> None:
    scale = Scale(low, low + span)
    assume(scale.high - scale.low > 1e-6 * max(abs(low), 1.0))
    assert float(scale.place(scale.value(place))) == pytest.approx(place, abs=1e-6)


@given(low=st.floats(1e-100, 1e100), ratio=st.floats(1.01, 1e50), place=st.floats(0, 1))
def test_that_a_logarithmic_place_and_its_value_are_inverse(
    low: float, ratio: float, place: float
) -> None:
    scale = Scale(low, low * ratio, log=True)
    assert float(scale.place(scale.value(place))) == pytest.approx(place, abs=1e-6)


def test_that_a_logarithmic_scale_of_steps_begins_at_step_zero() -> None:
    scale = Scale(0.0, 60_000.0, log=True, shift=1.0, whole=True)
    assert float(scale.place(0)) == 0.0
    assert float(scale.place(60_000)) == pytest.approx(1.0)
    labels = [tick.label for tick in scale.ticks(8) if tick.label]
    assert labels[:4] == ["1", "10", "100", f"1{GROUP}000"]


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=20), st.booleans())
def test_that_every_place_is_finite_unless_it_is_nan(values: list[float], log: bool) -> None:
    places = Scale(1e-3, 10.0, log=log).place(np.array(values))
    nan = np.isnan(values)
    assert (np.isnan(places) == nan).all()
    assert (np.abs(places[~nan]) <= 1 + OUTSIDE).all()


@given(st.lists(magnitude, min_size=2, max_size=20, unique=True), st.booleans())
def test_that_places_rise_with_the_values(values: list[float], log: bool) -> None:
    values.sort()
    scale = fitted(np.array(values), log=log)
    assert (np.diff(scale.place(np.array(values))) >= 0).all()


@given(
    low=st.floats(0, 2.0**62),
    span=st.floats(0, 2.0**62),
    log=st.booleans(),
    whole=st.booleans(),
    most=st.integers(1, 20),
)
def test_that_any_scale_has_few_rising_ticks(
    low: float, span: float, log: bool, whole: bool, most: int
) -> None:
    scale = Scale(low, low + span, log=log, shift=1.0 if log else 0.0, whole=whole)
    ticks = scale.ticks(most)
    values = [tick.value for tick in ticks]
    assert values == sorted(values)
    assert sum(bool(tick.label) for tick in ticks) <= max(most + 2, 3)


@given(st.lists(st.one_of(magnitude, st.just(0.0)), min_size=1, max_size=30), st.booleans())
def test_that_a_fitted_scale_has_its_greatest_value_in_sight(
    values: list[float], log: bool
) -> None:
    scale = fitted(np.array(values), log=log)
    assert float(scale.place(max(values))) <= 1 + 1e-9


@given(st.floats(1e-290, 1e290))
def test_that_the_next_round_number_is_not_below(value: float) -> None:
    above = nice_above(value)
    assert value * (1 - 1e-9) <= above <= value * 2.001


def test_that_a_rare_spike_does_not_press_a_linear_axis_flat() -> None:
    values = np.full(1000, 0.1)
    values[500] = 1e6
    assert fitted(values, log=False, means=np.full(1000, 0.1)).high < 10
    assert fitted(values, log=False).high >= 1e6


@given(
    st.lists(st.one_of(st.floats(-1e6, 1e6), st.sampled_from([np.nan, np.inf])), max_size=40),
    st.integers(1, 50),
)
def test_that_the_moving_average_is_the_mean_of_the_finite_values_in_its_window(
    values: list[float], window: int
) -> None:
    array = np.array(values, dtype=np.float64)
    means = trailing_mean(array, window)
    for i in range(len(array)):
        part = array[max(0, i - window + 1) : i + 1]
        part = part[np.isfinite(part)]
        if len(part):
            assert means[i] == pytest.approx(part.mean(), rel=1e-9, abs=1e-6)
        else:
            assert np.isnan(means[i])


@given(st.integers(100, 10**15))
def test_that_the_axis_of_a_growing_run_moves_by_one_or_two_percent(tip: int) -> None:
    end = whole_run_end(tip)
    assert tip <= end <= 1.021 * tip
    # While the run grows by a hundred times 1 ‰ the axis is painted anew a dozen times, not each.
    ends = {whole_run_end(round(tip * 1.001**i)) for i in range(100)}
    assert len(ends) <= 14
