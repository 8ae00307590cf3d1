"""The axes around a plot."""

from __future__ import annotations

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
