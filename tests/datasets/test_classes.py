import numpy as np
import pytest

from bpviz.datasets.classes import held_back, n_held_back, one_hot


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


@pytest.mark.parametrize("share", [0.0, 0.001, 0.1, 0.2, 0.25, 1 / 3, 0.5, 0.7, 0.9, 0.999])
@pytest.mark.parametrize("m", [1, 4, 15, 99, 1000])
def test_that_as_many_are_held_back_as_was_announced(m: int, share: float) -> None:
    labels = np.arange(m) % 3
    chosen = held_back(labels, share, seed=5)
    assert chosen.sum() == n_held_back(m, share)
    assert 0 <= chosen.sum() - m * share < 1 + 1e-3
    counts = np.bincount(labels[chosen], minlength=3)
    assert np.abs(counts - np.bincount(labels, minlength=3) * share).max() < 2


def test_that_a_share_is_a_decimal_fraction_exactly() -> None:
    for tenths in range(10):
        assert n_held_back(1000, tenths / 10) == 100 * tenths


def test_that_another_seed_chooses_others() -> None:
    labels = np.arange(700) % 7
    one, two = held_back(labels, 0.2, seed=1), held_back(labels, 0.2, seed=2**63 - 1)
    assert one.sum() == two.sum()
    assert (one & two).sum() < 60
