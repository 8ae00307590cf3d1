import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra import numpy as arrays

from bpviz.datasets import Dataset
from bpviz.network.rows import CompressedRows

MATRICES = arrays.arrays(
    np.float64,
    arrays.array_shapes(min_dims=2, max_dims=2, max_side=6),
    elements={"min_value": -1e3, "max_value": 1e3},
)


@given(MATRICES)
def test_that_dense_arrays_come_back_unchanged(X: np.ndarray) -> None:
    data = Dataset.from_arrays("own", X, X[:, :1])
    np.testing.assert_array_equal(data.X, X)
    np.testing.assert_array_equal(data.Y, X[:, :1])
    np.testing.assert_allclose(data.input_norms, np.linalg.norm(X, axis=1), 1e-12, 1e-150)
    for i in range(len(X)):
        np.testing.assert_array_equal(data.x(i), X[i])


def test_that_changing_the_original_changes_nothing() -> None:
    X, Y, labels = np.eye(2), np.eye(2), np.array([0, 1])
    data = Dataset.from_arrays("own", X, Y, labels=labels)
    X[:] = Y[:] = labels[:] = 7
    np.testing.assert_array_equal(data.X, np.eye(2))
    np.testing.assert_array_equal(data.Y, np.eye(2))
    np.testing.assert_array_equal(data.labels, [0, 1])


def test_that_nothing_of_it_can_be_written() -> None:
    data = Dataset.from_arrays("own", np.eye(2), np.eye(2), labels=[0, 1])
    for array in (data.X, data.Y, data.labels, data.input_norms):
        assert array is not None
        assert not array.flags.writeable


def test_that_a_list_of_targets_is_one_output() -> None:
    data = Dataset.from_arrays("own", np.eye(3), [1, 2, 3])
    assert (data.n_samples, data.n_outputs) == (3, 1)
    assert data.labels is None
    assert data.title == "own"


@pytest.mark.parametrize(
    ("Y", "labels"),
    [(np.eye(2), None), (np.eye(3), [0, 1]), (np.eye(3), [[0], [1], [2]]), (1, None)],
)
def test_that_parts_that_do_not_fit_are_refused(Y: object, labels: object) -> None:
    with pytest.raises(ValueError, match=r"have the shape .* must be \(3,"):
        Dataset.from_arrays("own", np.eye(3), Y, labels=labels)  # type: ignore[arg-type]


def test_that_rows_can_be_given_compressed() -> None:
    rows = CompressedRows.from_dense(np.eye(3))
    assert Dataset("own", "Own", rows, np.eye(3)).rows is rows
