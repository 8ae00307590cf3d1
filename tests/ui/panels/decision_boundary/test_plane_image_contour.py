"""Lines where a quantity on a grid crosses a level."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.panels.decision_boundary.plane_image import contour

CORNERS = st.lists(st.lists(st.floats(-3, 3), min_size=4, max_size=4), min_size=2, max_size=6)


def test_that_a_circle_is_found_as_one_closed_line() -> None:
    y, x = np.mgrid[:41, :41] - 20.0
    columns, rows = contour(np.hypot(x, y), 12.5)
    assert np.abs(np.hypot(columns - 20, rows - 20) - 12.5).max() < 0.05
    ends = np.round(np.column_stack([columns, rows]), 9)
    _, times = np.unique(ends, axis=0, return_counts=True)
    assert (times == 2).all()  # each end is where another line begins
    length = np.hypot(columns[1::2] - columns[::2], rows[1::2] - rows[::2]).sum()
    assert abs(length - 2 * np.pi * 12.5) < 0.2


@given(CORNERS, st.floats(-2, 2))
def test_that_every_end_lies_where_a_straight_edge_reaches_the_level(
    values: list[list[float]], level: float
) -> None:
    grid = np.array(values)
    columns, rows = contour(grid, level)
    for x, y in zip(columns.tolist(), rows.tolist(), strict=True):
        left, top = int(np.floor(x)), int(np.floor(y))
        right, below = int(np.ceil(x)), int(np.ceil(y))
        assert left == right or top == below  # on an edge of the grid
        near = grid[top : below + 1, left : right + 1]
        assert near.min() - 1e-9 <= level <= near.max() + 1e-9
        if left != right:
            there = grid[top, left] + (x - left) * (grid[top, right] - grid[top, left])
            assert abs(there - level) < 1e-6


def test_that_there_is_no_line_at_what_is_no_number_nor_where_all_is_on_one_side() -> None:
    values = np.array([[0.0, 1.0, 0.0], [0.0, np.nan, 0.0], [0.0, 0.0, 0.0]])
    assert contour(values, 0.5)[0].size == 0
    assert contour(np.ones((4, 5)), 0.5)[0].size == 0
    assert contour(np.zeros((1, 5)), 0.5)[0].size == 0


def test_that_a_saddle_is_cut_by_two_lines_that_do_not_cross() -> None:
    for middle in (0.4, 0.6):  # of the corners' mean, below and above the level
        values = np.array([[2 * middle - 0.1, 0.0], [0.0, 2 * middle + 0.1]])
        columns, rows = contour(values, 0.5)
        assert len(columns) == 4
        low = (columns[::2] + columns[1::2]) / 2, (rows[::2] + rows[1::2]) / 2
        assert abs(low[0][0] - low[0][1]) + abs(low[1][0] - low[1][1]) > 0.3
