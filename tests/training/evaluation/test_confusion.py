"""What the confusion matrix counts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.network.types import Ints
from bpviz.training.evaluation.confusion import Confusion


def counted(labels: Ints, predicted: Ints, c: int) -> Ints:
    table = np.zeros((c, c), dtype=np.int64)
    for true, said in zip(labels, predicted, strict=True):
        table[true, said] += 1
    return table


@given(st.integers(1, 7), st.integers(0, 60), st.integers(0, 2**31))
def test_that_it_counts_like_a_loop_over_the_samples(c: int, m: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    labels, predicted = rng.integers(0, c, (2, m))
    confusion = Confusion.of(labels, predicted, c)
    expected = counted(labels, predicted, c)
    assert confusion.counts.tolist() == expected.tolist()
    assert confusion.rows.tolist() == [int(np.sum(labels == k)) for k in range(c)]
    assert confusion.columns.tolist() == [int(np.sum(predicted == k)) for k in range(c)]
    for k in range(c):
        of_class = predicted[labels == k]
        if len(of_class):
            assert confusion.accuracy[k] == pytest.approx(np.mean(of_class == k))
        else:
            assert np.isnan(confusion.accuracy[k])
            assert confusion.shares[k].tolist() == [0.0] * c


def test_that_a_class_beyond_the_named_ones_is_counted_too() -> None:
    confusion = Confusion.of(np.array([0, 4]), np.array([2, 4]), 2)
    assert confusion.n_classes == 5
    assert (confusion.counts[0, 2], confusion.counts[4, 4]) == (1, 1)
