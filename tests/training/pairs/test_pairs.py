"""The arrays of pairs as the kernels take them."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.pairs.pairs import Pairs
from bpviz.training.settings import SettingsError


def test_that_pairs_without_classes_have_labels_of_the_same_type(sparse: Dataset) -> None:
    """Other arrays would be compiled a second time, in the middle of a run."""
    plain = Pairs(Dataset.from_arrays("plain", [[1.0, 2.0]], [[0.1]]))
    found, right = plain.arrays(0).labels, Pairs(sparse).arrays(0).labels
    assert found.shape == (0,)
    assert (found.dtype, found.flags.writeable) == (right.dtype, right.flags.writeable)
    assert plain.label(0) == -1


def test_that_every_pair_is_found_by_its_number(sparse: Dataset) -> None:
    pairs, m = Pairs(sparse), sparse.n_samples
    own = [
        CustomPair(sparse.x(i) + 0.5, sparse.Y[i], int(sparse.labels[i]), f"{i}") for i in (3, 5)
    ]
    for at, pair in enumerate(own):
        assert pairs.number_of(pair) is None
        assert pairs.add(pair) == m + at
    assert pairs.count == m + 2
    assert [pairs.number_of(pair) for pair in own] == [m, m + 1]
    for number in range(m + 2):
        mine = own[number - m] if number >= m else None
        x = sparse.x(number) if mine is None else mine.x
        y = sparse.Y[number] if mine is None else mine.y
        label = sparse.labels[number] if mine is None else mine.label
        assert pairs.own(number) is mine
        np.testing.assert_array_equal(pairs.x(number), x)
        np.testing.assert_array_equal(pairs.y(number), y)
        assert pairs.label(number) == label
        np.testing.assert_allclose(pairs.norm(number), np.linalg.norm(x), rtol=1e-15)
        columns, values = pairs.entries(number)
        np.testing.assert_array_equal(columns, np.flatnonzero(x))
        np.testing.assert_array_equal(values, x[columns])
        arrays = pairs.arrays(number)
        assert arrays.first == (0 if mine is None else number)


@pytest.mark.parametrize("names", [(), ("a", "b", "c", "d")])
def test_that_the_class_of_a_pair_is_one_that_the_outputs_can_say(names: tuple[str, ...]) -> None:
    data = Dataset.from_arrays("c", np.eye(3), np.eye(3), labels=[0, 2, 1], class_names=names)
    most = 2
    pairs = Pairs(data)
    for label in (0, most):
        pairs.add(CustomPair(np.ones(3), np.eye(3)[0], label, ""))
    for label in (-1, most + 1):
        with pytest.raises(SettingsError, match=f"The class of the pair is .* from 0 to {most}"):
            pairs.add(CustomPair(np.ones(3), np.eye(3)[0], label, ""))
    assert pairs.count == 5
