"""The axes around a plot."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.kit.charts.axes import upright_ticks
from bpviz.ui.kit.charts.scale import Scale


def labels(scale: Scale, lines: int) -> list[str]:
    return [tick.label for tick in upright_ticks(scale, lines) if tick.label]


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(8, 60))
def test_that_an_upright_axis_has_three_labels_wherever_there_is_room(
    low: float, span: float, lines: int
) -> None:
    assert 3 <= len(labels(Scale(low, low + span), lines)) <= max(lines // 2, 8) + 1


def test_that_a_low_plot_of_three_units_either_way_names_more_than_its_middle() -> None:
    assert labels(Scale(-3.3, 3.3), 6) == ["−2", "0", "2"]
    assert labels(Scale(-3.3, 3.3), 2) == ["0"]  # there is no room


@given(st.floats(-12, 6), st.floats(0.3, 14), st.integers(4, 60), st.booleans())
def test_that_a_logarithmic_axis_has_three_labels_that_do_not_touch(
    power: float, decades: float, lines: int, fitted: bool
) -> None:
    """Ends are powers of ten, as an axis that is fitted to values has them, or any numbers."""
    low = 10.0 ** (math.floor(power) if fitted else power)
    scale = Scale(low, low * 10.0 ** (math.ceil(decades) if fitted else decades), log=True)
    places = [float(scale.place(t.value)) * lines for t in upright_ticks(scale, lines) if t.label]
    assert len(places) >= (3 if fitted or lines > 7 else 2)
    assert min(np.diff(places)) >= 0.9 - 1e-9


@pytest.mark.parametrize("lines", range(4, 12))
@pytest.mark.parametrize("low", [-2.0, 18.4, 50.0, 93.9])
def test_that_an_axis_of_accuracies_has_three_labels_at_any_height(low: float, lines: int) -> None:
    scale = Scale(low, 101.6, whole=True)
    places = [float(scale.place(t.value)) * lines for t in upright_ticks(scale, lines) if t.label]
    assert len(places) >= 3
    assert min(np.diff(places)) >= 0.9 - 1e-9
