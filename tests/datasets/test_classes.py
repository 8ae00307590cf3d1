import numpy as np
import pytest

from bpviz.datasets.classes import held_back, one_hot


def test_that_targets_have_a_one_in_the_column_of_the_class() -> None:
    np.testing.assert_array_equal(one_hot(np.array([2, 0]), 3), [[0, 0, 1], [1, 0, 0]])


@pytest.mark.parametrize("n_classes", [1, 2, 7])
def test_that_a_fifth_of_each_class_is_held_back(n_classes: int) -> None:
    labels = np.arange(700) % n_classes
    chosen = held_back(labels)
    counts = np.bincount(labels[chosen], minlength=n_classes)
    assert chosen.sum() == 140
    assert np.ptp(counts) <= 1


def test_that_the_choice_is_the_same_every_time_and_in_every_version() -> None:
    chosen = held_back(np.zeros(20, dtype=np.int64))
    assert np.flatnonzero(chosen).tolist() == [0, 1, 15, 19]


def test_that_the_choice_does_not_follow_the_order_of_the_file() -> None:
    gaps = np.diff(np.flatnonzero(held_back(np.zeros(500, dtype=np.int64))))
    assert len(set(gaps.tolist())) > 5
