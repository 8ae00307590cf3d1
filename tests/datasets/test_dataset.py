from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bpviz.datasets import Dataset, DatasetError
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
    with pytest.raises(ValueError, match=r"have the shape .* must be \(3,|labels for 3 samples"):
        Dataset.from_arrays("own", np.eye(3), Y, labels=labels)  # type: ignore[arg-type]


def test_that_rows_can_be_given_compressed() -> None:
    rows = CompressedRows.from_dense(np.eye(3))
    assert Dataset("own", "Own", rows, np.eye(3)).rows is rows


@pytest.mark.parametrize(
    ("Y", "labels", "words"),
    [
        (np.eye(3), [0, 1, 3], "sample 2 of own is 3, .* from 0 to 2"),
        (np.eye(3), [0, -1, 7], "sample 1 of own is -1"),
        ([0, 1, 1], [0, 1, 2], "sample 2 of own is 2, .* from 0 to 1"),
        (np.eye(3), [0, 0.5, 1], r"sample 1 of own is 0\.5"),
        (np.eye(3), [0, np.nan, 1], "sample 1 of own is nan"),
        (np.eye(3), [0, 1, 1e300], r"sample 2 of own is 1e\+300"),
        (np.eye(3), [0j, 1j, 2j], "labels of own have the type complex128"),
    ],
)
def test_that_a_label_that_is_no_class_is_refused_with_its_sample(
    Y: object, labels: object, words: str
) -> None:
    with pytest.raises(DatasetError, match=words):
        Dataset.from_arrays("own", np.eye(3), Y, labels=labels)  # type: ignore[arg-type]


@given(
    codes=st.tuples(st.floats(-1e300, 1e300), st.floats(-1e300, 1e300)),
    share=st.floats(0, 1),
    labels=st.lists(st.integers(0, 1), min_size=1, max_size=8),
)
def test_that_a_single_output_says_the_class_whose_code_is_nearer(
    codes: tuple[float, float], share: float, labels: list[int]
) -> None:
    low, high = min(codes), max(codes)
    test = Dataset.from_arrays("test", np.ones((1, 1)), [high], labels=[1])
    data = Dataset.from_arrays(
        "own", np.ones((len(labels), 1)), [(low, high)[k] for k in labels], labels=labels, test=test
    )
    assert data.test is not None
    if len({*labels}) < 2 or low == high:
        low, high = 0.0, 1.0  # nothing tells what stands for the other class
    f = low + share * (high / 2 - low / 2) * 2
    nearer = int(abs(Fraction(f) - Fraction(high)) <= abs(Fraction(f) - Fraction(low)))
    middle = (Fraction(low) + Fraction(high)) / 2
    if abs(Fraction(f) - middle) > abs(middle) / 2**50 or f == middle:
        assert data.predicted(np.array([f])) == nearer
    assert data.predicted(np.array([[low], [high]])).tolist() == [0, 1]
    assert data.test.threshold == data.threshold


def test_that_one_sample_is_a_data_set() -> None:
    data = Dataset.from_arrays("one", [[1.0, 2.0]], [[1.0]], labels=[1])
    assert (data.n_samples, data.n_inputs, data.n_outputs) == (1, 2, 1)


@pytest.mark.parametrize("labels", [["a"], ["a", "b", "b"], [0, 1, 2], []])
def test_that_labels_are_counted_before_anything_is_made_of_them(labels: list[object]) -> None:
    with pytest.raises(ValueError, match=rf"own has {len(labels)} labels for 2 samples\. Give"):
        Dataset.from_arrays("own", [[1, 2], [3, 4]], labels=labels)
