"""Compressed rows against the dense matrix they stand for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from bpviz.network import CompressedRows

matrices = hnp.arrays(
    np.float64,
    st.tuples(st.integers(0, 9), st.integers(1, 12)),
    elements=st.sampled_from([0.0, 0.0, -0.0, 1.0, -2.5, 5e-324, 1e100]),
)


@given(matrices)
def test_that_compressing_and_unfolding_returns_the_matrix(X: np.ndarray) -> None:
    rows = CompressedRows.from_dense(X)
    assert len(rows) == len(X)
    np.testing.assert_array_equal(rows.dense(), X)
    for i in range(len(X)):
        np.testing.assert_array_equal(rows.row(i), X[i])


@given(matrices)
def test_that_no_zero_is_kept_and_columns_rise_within_a_row(X: np.ndarray) -> None:
    rows = CompressedRows.from_dense(X)
    assert (rows.values != 0).all()
    assert len(rows.values) == np.count_nonzero(X)
    assert rows.mean_entries == pytest.approx(np.count_nonzero(X) / max(len(X), 1))
    for i in range(len(X)):
        columns = rows.indices[rows.starts[i] : rows.starts[i + 1]].astype(int)
        assert (np.diff(columns) > 0).all()


@given(matrices)
def test_that_norms_are_those_of_the_rows_empty_ones_included(X: np.ndarray) -> None:
    right = np.sqrt((X**2).sum(axis=1)) if len(X) else np.zeros(0)
    np.testing.assert_allclose(CompressedRows.from_dense(X).norms(), right, rtol=1e-14, atol=1e-160)


@pytest.mark.parametrize("scale", [5e-324, 1e-200, 1e200, 3e307])
def test_that_norms_neither_overflow_nor_vanish(scale: float) -> None:
    norms = CompressedRows.from_dense([[3 * scale, 0.0, -4 * scale], [0.0, 0.0, 0.0]]).norms()
    np.testing.assert_allclose(norms, [5 * scale, 0], rtol=1e-14)


def test_that_all_arrays_are_read_only() -> None:
    rows = CompressedRows.from_dense([[1, 0], [0, 2]])
    for array in (rows.starts, rows.indices, rows.values):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


@pytest.mark.parametrize(("n", "kind"), [(2**16, np.uint16), (2**16 + 1, np.uint32)])
def test_that_the_index_type_is_wide_enough_for_the_last_column(n: int, kind: type) -> None:
    X = np.zeros((1, n))
    X[0, -1] = 3.0
    rows = CompressedRows.from_dense(X)
    assert rows.indices.dtype == kind
    assert rows.row(0)[-1] == 3.0


def test_that_not_a_number_is_kept_to_be_found() -> None:
    assert np.isnan(CompressedRows.from_dense([[0, np.nan]]).values).tolist() == [True]


@pytest.mark.parametrize("X", [3.0, [1.0, 2.0], np.zeros((2, 2, 2))])
def test_that_anything_but_a_matrix_is_refused(X: object) -> None:
    with pytest.raises(ValueError, match="must have 2"):
        CompressedRows.from_dense(X)  # type: ignore[arg-type]


def parts_of(X: np.ndarray) -> dict[str, Any]:
    rows = CompressedRows.from_dense(X)
    return {
        "starts": rows.starts.copy(),
        "indices": rows.indices.copy(),
        "values": rows.values.copy(),
        "n_inputs": rows.n_inputs,
    }


@given(matrices, st.data())
def test_that_rows_are_taken_exactly_where_every_row_has_rising_columns_within_the_inputs(
    X: np.ndarray, data: st.DataObject
) -> None:
    parts = parts_of(X)
    indices = parts["indices"]
    for _ in range(data.draw(st.integers(0, 2)) if len(indices) else 0):
        indices[data.draw(st.integers(0, len(indices) - 1))] = data.draw(st.integers(0, 14))
    rows = np.split(indices.astype(int), parts["starts"][1:-1]) if len(X) else []
    right = all((np.diff(row) > 0).all() and (row < X.shape[1]).all() for row in rows)
    if right:
        made = CompressedRows(**parts)
        assert all((made.row(i)[row] != 0).all() for i, row in enumerate(rows))
    else:
        with pytest.raises(ValueError, match=r"column|columns of row \d+ do not rise"):
            CompressedRows(**parts)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"indices": np.array([0, 9], np.uint16)}, "column 9; columns count from 0 to 1"),
        ({"indices": np.array([0, 1])}, "the type int64; it must be .* uint16"),
        ({"indices": np.array([0, 1], np.uint32)}, "the type uint32"),
        ({"values": np.zeros(2, np.float32)}, "the type float32"),
        ({"values": np.zeros((2, 1))}, "the shape"),
        ({"values": np.zeros(4)[::2]}, "contiguous"),
        ({"values": np.zeros(3)}, "2 columns and 3 values for 2 entries"),
        ({"starts": np.array([0, 1, 3])}, "for 3 entries"),
        ({"starts": np.array([0, 3, 2])}, "begin with 0 and never decrease"),
        ({"starts": np.array([1, 1, 2])}, "begin with 0 and never decrease"),
        ({"starts": np.array([], np.int64)}, "begin with 0 and never decrease"),
        ({"starts": np.array([0, 2]), "indices": np.array([1, 0], np.uint16)}, "of row 0 do not"),
        ({"starts": np.array([0, 0, 2]), "indices": np.array([1, 1], np.uint16)}, "of row 1 do"),
    ],
)
def test_that_arrays_that_would_lead_the_kernels_astray_are_refused(
    changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        CompressedRows(**(parts_of(np.eye(2)) | changes))


def test_that_the_norm_of_a_row_does_not_depend_on_how_many_others_there_are() -> None:
    rng = np.random.default_rng(3)
    X = rng.normal(size=(700, 400)) * (rng.random((700, 1)) < 0.8)
    alone = [CompressedRows.from_dense(row[None]).norms()[0] for row in X]
    np.testing.assert_array_equal(CompressedRows.from_dense(X).norms(), alone)
    assert not all(alone)
