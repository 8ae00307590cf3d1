"""What `Dataset.from_arrays` takes: data frames, sparse matrices, labels that are text."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz import Dataset, DatasetError, from_arrays
from bpviz.network import CompressedRows
from tests.datasets.test_raw_rows import Frame

X = [[1.0, 0.0], [0.0, 2.0], [3.0, 0.0]]


class Sparse:
    """What SciPy's matrices can do, and no more; its columns in any order, some entries twice."""

    def __init__(self, entries: list[tuple[int, int, float]], shape: tuple[int, int]) -> None:
        entries = sorted(entries, key=lambda entry: entry[0])
        self.shape = shape
        self.data = np.array([value for *_, value in entries], dtype=np.float32)
        self.indices = np.array([column for _, column, _ in entries], dtype=np.int32)
        rows = np.array([row for row, *_ in entries], dtype=np.int64)
        self.indptr = np.searchsorted(rows, np.arange(shape[0] + 1)).astype(np.int32)

    def tocsr(self, copy: bool = False) -> Sparse:
        assert copy
        return self

    def sum_duplicates(self) -> None:
        sums: dict[tuple[int, int], float] = {}
        for row in range(self.shape[0]):
            for at in range(self.indptr[row], self.indptr[row + 1]):
                key = row, int(self.indices[at])
                sums[key] = sums.get(key, 0.0) + float(self.data[at])
        entries = sorted((row, column, value) for (row, column), value in sums.items())
        Sparse.__init__(self, entries, self.shape)


@given(st.integers(1, 6), st.integers(1, 5), st.data())
def test_that_a_sparse_matrix_gives_the_rows_of_the_dense_one(m: int, n: int, data: Any) -> None:
    entries = data.draw(st.lists(st.tuples(
        st.integers(0, m - 1), st.integers(0, n - 1), st.integers(-2, 2).map(float))))  # fmt: skip
    dense = np.zeros((m, n))
    for row, column, value in entries:
        dense[row, column] += value
    found, right = CompressedRows.of(Sparse(entries, (m, n))), CompressedRows.from_dense(dense)
    for name in ("starts", "indices", "values"):
        assert getattr(found, name).tolist() == getattr(right, name).tolist()
        assert getattr(found, name).dtype == getattr(right, name).dtype
    assert found.n_inputs == n


def test_that_a_matrix_of_scipy_gives_the_rows_of_the_dense_one() -> None:
    sparse = pytest.importorskip("scipy.sparse")
    made = sparse.random(20, 7, density=0.3, random_state=1, format="coo")
    for form in ("coo", "csr", "csc", "lil"):
        data = from_arrays("made", made.asformat(form), np.zeros(20))
        assert data.X.tolist() == made.toarray().tolist()


def test_that_a_data_frame_gives_its_numbers_and_its_names() -> None:
    frame = Frame(a=[1, 2, 3], b=[True, False, True], c=[0.5, None, 0.5])
    data = from_arrays("made", frame, Frame(p=[1.0, 2.0, 3.0], q=[0.0, 0.0, 1.0]))
    assert data.input_names == ("a", "b", "c")
    assert data.target_names == ("p", "q")
    assert data.X[[0, 2]].tolist() == [[1, 1, 0.5], [3, 1, 0.5]]
    assert np.isnan(data.X[1, 2])
    assert data.Y.tolist() == [[1, 0], [2, 0], [3, 1]]
    assert from_arrays("made", frame, [1, 2, 3], input_names=("x", "y", "z")).input_names[0] == "x"


def test_that_data_frames_of_pandas_are_taken() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"a": [1, 2, 3], "b": [0.5, 1.5, 2.5], "kind": ["u", "v", "u"]})
    data = from_arrays("made", frame[["a", "b"]], frame["kind"])
    assert data.X.tolist() == [[1, 0.5], [2, 1.5], [3, 2.5]]
    assert data.class_names == ("u", "v")
    assert data.labels is not None
    assert data.labels.tolist() == [0, 1, 0]
    nullable = frame[["a"]].astype("Int64")
    assert from_arrays("made", nullable, [0.0, 1, 2]).X.tolist() == [[1], [2], [3]]
    with pytest.raises(DatasetError, match="Column 'kind' of made has 'u' in"):
        from_arrays("made", frame, [0.0, 1, 2])


@pytest.mark.parametrize("kind", [list, np.array, lambda t: np.array(t, dtype=object)])
def test_that_labels_that_are_text_become_classes_in_alphabetical_order(kind: Any) -> None:
    for data in (
        from_arrays("made", X, kind(["owl", "cat", "owl"])),
        from_arrays("made", X, labels=kind(["owl", "cat", "owl"])),
    ):
        assert data.class_names == ("cat", "owl")
        assert data.labels is not None
        assert data.labels.tolist() == [1, 0, 1]
        assert data.Y.tolist() == [[1], [0], [1]]
    data = from_arrays("made", X, kind(["b", "a", "b"]), class_names=("c", "b", "a"))
    assert data.class_names == ("c", "b", "a")
    assert data.Y.tolist() == [[0, 1, 0], [0, 0, 1], [0, 1, 0]]


def test_that_labels_alone_are_enough() -> None:
    data = from_arrays("made", X, labels=[2, 0, 1])
    assert data.Y.tolist() == [[0, 0, 1], [1, 0, 0], [0, 1, 0]]
    given_both = from_arrays("made", X, [[0.1], [0.9], [0.1]], labels=["n", "y", "n"])
    assert given_both.Y.tolist() == [[0.1], [0.9], [0.1]]
    assert given_both.codes == (0.1, 0.9)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "The data set made has neither targets nor labels. Use Y, labels, or both."),
        ({"Y": ["a", "a", "a"]}, "The labels of made are all of one class. Use at least 2"),
        ({"Y": ["a", "b", 3.5]}, "The label of sample 2 of made is 3.5, and others are text."),
        ({"Y": np.array(["a", None, "b"], dtype=object)}, "sample 1 of made is None, and others"),
        ({"Y": ["a", "b", "x"], "class_names": ("a", "b")},
         "sample 2 of made is 'x', which is none of its classes. Use one of a, b."),
        ({"labels": [0, -1, 1]}, "have the shape (3,) and are from -1 to 1. Use (m,) whole"),
        ({"labels": [0, 0, 4000]}, "are from 0 to 4000. Use (m,) whole numbers from 0 to at"),
        ({"X": Frame(a=np.array([1.0, "1e3", 2.0], dtype=object)), "Y": [1, 2, 3]},
         "Column 'a' of made has '1e3' in row 1. Use numbers only, or write the table to a file"),
    ],
)  # fmt: skip
def test_that_what_cannot_be_used_is_refused_in_one_sentence(
    options: dict[str, Any], words: str
) -> None:
    with pytest.raises(DatasetError, match=re.escape(words)):
        Dataset.from_arrays("made", **{"X": X, **options})
