"""The stopping rule by itself."""

from __future__ import annotations

import numpy as np

from bpviz.network.stopping import levelled_off


def test_that_the_stopping_rule_counts_windows_that_did_not_improve() -> None:
    stop = np.array([0.0, 0.0, np.inf, 0.0, 7.0])
    means = [5.0, 4.0, 3.99, 4.5, 3.0, 3.0, 2.99]
    fired = [levelled_off(loss, stop, 2, 0.01, 2) for mean in means for loss in (mean, mean)]
    # 5, 4 improve; 3.99 does not by 1 %, nor does 4.5: that makes two
    assert [i for i, x in enumerate(fired) if x] == [7, 13]
    assert stop.tolist() == [0.0, 0.0, 3.0, 2.0, 7.0]  # the mean of the loss is not the rule's


def test_that_a_loss_that_stays_the_same_is_no_improvement_even_without_tolerance() -> None:
    stop = np.array([0.0, 0.0, np.inf, 0.0, 7.0])
    fired = [levelled_off(0.25, stop, 1, 0.0, 3) for _ in range(5)]
    assert fired == [False, False, False, True, True]
