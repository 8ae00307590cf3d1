import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bpviz.datasets.pictures import pixels
from bpviz.datasets.progress import Meter
from bpviz.network.rows import CompressedRows


@given(
    arrays.arrays(np.uint8, arrays.array_shapes(min_dims=2, max_dims=2, max_side=12)),
    st.integers(1, 255),
    st.integers(1, 40),
)
def test_that_pixels_compress_like_the_dense_floats(
    grey: np.ndarray, white: int, block: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pixels, "_BLOCK", block)
        rows = pixels.compress(grey, white, Meter(None, "", 1))
    expected = CompressedRows.from_dense(grey / white)
    np.testing.assert_array_equal(rows.starts, expected.starts)
    np.testing.assert_array_equal(rows.indices, expected.indices)
    np.testing.assert_array_equal(rows.values, expected.values)
    assert rows.indices.dtype == expected.indices.dtype
    assert rows.n_inputs == expected.n_inputs


def test_that_a_picture_without_ink_is_an_empty_row() -> None:
    rows = pixels.compress(np.zeros((3, 4), dtype=np.uint8), 255, Meter(None, "", 1))
    np.testing.assert_array_equal(rows.starts, [0, 0, 0, 0])
    assert len(rows.values) == 0
