"""Sums of rows and outer products, abreast, against one entry after the other: bit for bit."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bpviz.network.memory import LINE, aligned, aligned_copy, aligned_parts
from bpviz.network.row_kernels import subtract_outer, sum_rows

shapes = st.tuples(st.integers(1, 40), st.integers(1, 21), st.integers(0, 2**32 - 1))


def parts(shape: tuple[int, int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Places that rise, their factors, a row and a matrix, of every size of magnitude."""
    rows, columns, seed = shape
    draw = np.random.default_rng(seed)
    places = np.flatnonzero(draw.random(rows) < 0.6).astype(np.uint16)

    def numbers(*size: int) -> np.ndarray:
        return draw.normal(size=size) * 10.0 ** draw.integers(-8, 9, size)

    return places, numbers(places.size), numbers(columns), numbers(rows, columns)


@given(shapes)
def test_that_rows_are_summed_one_after_the_other(shape: tuple[int, int, int]) -> None:
    places, factors, out, matrix = parts(shape)
    sum_rows(places, False, factors, matrix, out)
    right = np.zeros_like(out)
    for place, factor in zip(places, factors, strict=True):
        right = right + factor * matrix[place]
    np.testing.assert_array_equal(out, right)


@given(shapes)
def test_that_an_outer_product_is_taken_from_its_rows_and_no_others(
    shape: tuple[int, int, int],
) -> None:
    places, factors, row, matrix = parts(shape)
    right = matrix.copy()
    right[places] = matrix[places] - factors[:, np.newaxis] * row
    subtract_outer(places, False, factors, row, matrix)
    np.testing.assert_array_equal(matrix, right)


@given(st.integers(1, 99), st.integers(1, 99))
def test_that_aligned_arrays_begin_at_a_cache_line(rows: int, columns: int) -> None:
    array = aligned((rows, columns))
    assert array.shape == (rows, columns)
    assert array.flags.c_contiguous
    assert array.flags.writeable
    assert not array.any()
    assert array.ctypes.data % LINE == 0
    copy = aligned_copy(array + 1.5)
    assert copy.ctypes.data % LINE == 0
    assert (copy == 1.5).all()


@given(st.lists(st.integers(0, 40), max_size=10))
def test_that_parts_of_one_piece_of_memory_begin_at_cache_lines_and_stand_alone(
    sizes: list[int],
) -> None:
    parts = aligned_parts(sizes)
    assert [part.size for part in parts] == sizes
    for at, part in enumerate(parts):
        assert part.ctypes.data % LINE == 0 or not part.size
        assert not part.any()
        part[:] = at + 1
    for at, part in enumerate(parts):
        assert (part == at + 1).all()
