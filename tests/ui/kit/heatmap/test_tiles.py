"""Rows of a matrix as tiles: every entry has one pixel of its own."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.kit.heatmap.tiles import TileGrid

small = st.integers(1, 9)
grids = st.builds(
    lambda count, height, width, columns, constant: TileGrid(
        count, height, width, min(columns, count), constant
    ),
    st.integers(1, 40),
    small,
    small,
    st.integers(1, 40),
    st.booleans(),
)


@given(grids)
def test_that_entries_and_pixels_correspond_one_to_one(grid: TileGrid) -> None:
    rows, across = grid.shape
    found: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for y in range(-1, rows + 1):
        for x in range(-1, across + 1):
            entry = grid.entry(y, x)
            if entry is not None:
                found.setdefault(entry, set()).add((y, x))
    n = grid.height * grid.width + grid.constant
    assert set(found) == {(r, c) for r in range(grid.count) for c in range(n)}
    for (row, column), pixels in found.items():
        top, left, high, wide = grid.cell(row, column)
        assert pixels == {(top + v, left + u) for v in range(high) for u in range(wide)}
        assert grid.pixel(row, column) in pixels
        assert (high, wide) == (1, 1) or column == n - 1


def test_that_a_constant_is_a_foot_that_is_no_pixel() -> None:
    grid = TileGrid(3, 8, 8, 2, constant=True)
    assert grid.shape == (2 * (8 + 1) + 1, 17)
    assert grid.cell(1, 64) == (8, 9 + 2, 1, 4)  # half as wide as the tile above it, in its middle
    assert grid.entry(8, 9) is None  # beside it
    assert TileGrid(1, 28, 28, 1, constant=True).cell(0, 784) == (28, 7, 4, 14)


@given(grids)
def test_that_the_picture_shows_each_entry_at_its_pixel(grid: TileGrid) -> None:
    n = grid.height * grid.width + grid.constant
    matrix = np.arange(grid.count * n, dtype=np.float32).reshape(grid.count, n)
    picture = grid.picture(matrix)
    assert picture.shape == grid.shape
    for row in range(grid.count):
        for column in range(matrix.shape[1]):
            y, x, high, wide = grid.cell(row, column)
            assert (picture[y : y + high, x : x + wide] == matrix[row, column]).all()
    high, _, wide = grid.foot
    drawn = grid.count * (grid.height * grid.width + high * wide)
    assert np.isnan(picture).sum() == picture.size - drawn


@given(
    st.integers(1, 300),
    st.integers(1, 30),
    st.integers(1, 30),
    st.floats(min_value=0.01, max_value=100),
    st.booleans(),
)
def test_that_the_fitted_grid_has_the_largest_pixels(
    count: int, height: int, width: int, aspect: float, constant: bool
) -> None:
    def size(grid: TileGrid) -> float:
        rows, across = grid.shape
        return min(aspect / across, 1 / rows)

    fitted = TileGrid.fitting(count, height, width, aspect, constant=constant)
    best = max(
        size(TileGrid(count, height, width, columns, constant)) for columns in range(1, count + 1)
    )
    assert fitted.constant == constant
    assert 1 <= fitted.columns <= count
    assert size(fitted) == pytest.approx(best)


@pytest.mark.parametrize("aspect", [0.0, -1.0, math.nan, math.inf])
def test_that_a_place_without_size_still_gives_a_grid(aspect: float) -> None:
    assert TileGrid.fitting(9, 4, 4, aspect) == TileGrid(9, 4, 4, 3)
