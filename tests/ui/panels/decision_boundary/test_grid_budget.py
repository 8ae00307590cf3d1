"""How fine the picture of the plane is, from what a point has cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.panels.decision_boundary.grid_budget import CELLS, GridBudget, points


@given(st.floats(1e-9, 1e-4), st.integers(20, 2000), st.integers(20, 2000))
def test_that_the_finest_grid_is_taken_that_the_budget_allows(
    cost: float, width: int, height: int
) -> None:
    pace = GridBudget(budget=0.003)
    pace.begin("a network", cost)
    cell = pace.cell(width, height)
    assert cell == CELLS[-1] or points(cell, width, height) * cost <= 0.003
    finer = [c for c in CELLS if c < cell]
    assert all(points(c, width, height) * cost > 0.003 for c in finer)


def test_that_the_grid_does_not_change_back_and_forth() -> None:
    pace = GridBudget(budget=0.003)
    limit = 0.003 / points(4, 400, 400)
    pace.begin("a network", limit)
    assert pace.cell(400, 400) == 4
    for factor in (1.1, 0.95, 1.15, 0.9):
        for _ in range(12):
            pace.measured(1000, 1000 * limit * factor)
        assert pace.cell(400, 400) == 4
    for _ in range(12):
        pace.measured(1000, 1000 * limit * 3)
    assert pace.cell(400, 400) > 4


def test_that_one_slow_measurement_counts_for_nothing_and_another_network_begins_anew() -> None:
    pace = GridBudget()
    pace.begin("a network", 1e-3)
    pace.measured(1000, 1e-4)
    pace.measured(1000, 1.0)
    pace.measured(10, 1e-9)  # so few cost mostly the call
    assert pace.cost == pytest.approx(1e-7)
    pace.begin("a network", 1e-3)
    assert pace.cost == pytest.approx(1e-7)
    pace.begin("another", 1e-3)
    assert pace.cost == 1e-3


@given(st.integers(1, 5000), st.floats(1e-9, 1e-3))
def test_that_a_slab_of_rows_keeps_to_the_budget(columns: int, cost: float) -> None:
    pace = GridBudget(budget=0.003)
    pace.begin("a network", cost)
    rows = pace.slab(columns)
    assert rows == 1 or rows * columns * cost <= 0.003
