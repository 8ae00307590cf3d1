import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bpviz.datasets import DatasetError
from bpviz.datasets.arrays import idx


def written(array: np.ndarray) -> np.ndarray:
    header = bytes([0, 0, 8, array.ndim]) + b"".join(n.to_bytes(4, "big") for n in array.shape)
    return np.frombuffer(header + array.tobytes(), dtype=np.uint8)


@given(arrays.arrays(np.uint8, arrays.array_shapes(max_dims=4, min_side=0)))
def test_that_an_array_comes_back_as_it_was_written(array: np.ndarray) -> None:
    np.testing.assert_array_equal(idx.parse(written(array), "a file"), array)


@given(arrays.arrays(np.uint8, arrays.array_shapes(max_dims=3)), st.data())
def test_that_no_shorter_file_is_accepted(array: np.ndarray, data: st.DataObject) -> None:
    contents = written(array)
    kept = data.draw(st.integers(0, len(contents) - 1))
    with pytest.raises(DatasetError, match=r"^a file "):
        idx.parse(contents[:kept], "a file")


@given(st.binary(max_size=64))
def test_that_any_bytes_give_an_array_or_one_sentence(contents: bytes) -> None:
    message = ""
    try:
        array = idx.parse(np.frombuffer(contents, dtype=np.uint8), "a file")
    except DatasetError as error:
        message = str(error)
    assert message.startswith("a file ") or array.size == len(contents) - 4 - 4 * array.ndim


def test_that_a_size_beyond_64_bits_is_refused() -> None:
    contents = np.frombuffer(bytes([0, 0, 8, 4]) + b"\xff" * 16, dtype=np.uint8)
    with pytest.raises(DatasetError, match="does not match its header"):
        idx.parse(contents, "a file")
