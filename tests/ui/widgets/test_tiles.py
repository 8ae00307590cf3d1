"""Rows of a matrix as tiles: every entry has one pixel of its own."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.widgets.tiles import TileGrid

small = st.integers(1, 9)
grids = st.builds(
    lambda count, height, width, columns: TileGrid(count, height, width, min(columns, count)),
    st.integers(1, 40),
    small,
    small,
    st.integers(1, 40),
)


@given(grids)
def test_that_entries_and_pixels_correspond_one_to_one(grid: TileGrid) -> None:
    rows, across = grid.shape
    found = {}
    for y in range(-1, rows + 1):
        for x in range(-1, across + 1):
            entry = grid.entry(y, x)
            if entry is not None:
                assert grid.pixel(*entry) == (y, x)
                assert entry not in found
                found[entry] = y, x
    assert set(found) == {
        (r, c) for r in range(grid.count) for c in range(grid.height * grid.width)
    }


@given(grids)
def test_that_the_picture_shows_each_entry_at_its_pixel(grid: TileGrid) -> None:
    matrix = np.arange(grid.count * grid.height * grid.width, dtype=np.float32)
    matrix = matrix.reshape(grid.count, -1)
    picture = grid.picture(matrix)
    assert picture.shape == grid.shape
    for row in range(grid.count):
        for column in range(matrix.shape[1]):
            assert picture[grid.pixel(row, column)] == matrix[row, column]
    assert np.isnan(picture).sum() == picture.size - matrix.size


@given(
    st.integers(1, 300),
    st.integers(1, 30),
    st.integers(1, 30),
    st.floats(min_value=0.01, max_value=100),
)
def test_that_the_fitted_grid_has_the_largest_pixels(
    count: int, height: int, width: int, aspect: float
) -> None:
    def size(grid: TileGrid) -> float:
        rows, across = grid.shape
        return min(aspect / across, 1 / rows)

    fitted = TileGrid.fitting(count, height, width, aspect)
    best = max(size(TileGrid(count, height, width, columns)) for columns in range(1, count + 1))
    assert 1 <= fitted.columns <= count
    assert size(fitted) == pytest.approx(best)


@pytest.mark.parametrize("aspect", [0.0, -1.0, math.nan, math.inf])
def test_that_a_place_without_size_still_gives_a_grid(aspect: float) -> None:
    assert TileGrid.fitting(9, 4, 4, aspect) == TileGrid(9, 4, 4, 3)
