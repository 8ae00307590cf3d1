"""The looks at both rules in parts: how they are stopped, and what they leave unwritable."""

from __future__ import annotations

import itertools
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import Network
from bpviz.network.differences import Differences, Slopes
from bpviz.training.evaluation import gradient_rules
from bpviz.training.evaluation.gradient_rules import DifferencesJob, RuleJob, probe_pairs


def network_of(data: Dataset, hidden: int = 6) -> Network:
    return Network.initial(
        n_inputs=data.n_inputs, n_hidden=hidden, n_outputs=data.n_outputs, seed=3
    )


def job_of(data: Dataset, hidden: int = 6) -> RuleJob:
    return RuleJob(network_of(data, hidden), 4, data, probe_pairs(data.n_samples))


def test_that_the_probe_set_cannot_be_written_to() -> None:
    assert not probe_pairs(100).flags.writeable


def test_that_a_right_angle_is_not_uphill(digits: Dataset) -> None:
    job = job_of(digits)
    job._cosines[:] = np.nan
    job._cosines[:5] = [-0.5, 0.0, 0.0, 0.25, 1.0]
    found = job.result()
    assert (found.step, found.pairs, found.uphill, found.mean) == (4, 5, 0.2, 0.15)


@pytest.mark.parametrize(("seconds", "rows"), [(0.0, 0), (1.0, 0), (3.0, 2), (3.5, 3), (99.0, 6)])
def test_that_rows_are_looked_at_until_the_time_is_over(
    sparse: Dataset, seconds: float, rows: int
) -> None:
    """By a clock in which each takes a second; all of W₂ is as one row, before those of W₁."""
    job = DifferencesJob(network_of(sparse), 4, sparse.x(1), sparse.Y[1])
    clock = itertools.count(1000.0)
    with patch.object(gradient_rules.time, "perf_counter", lambda: next(clock)):
        job.advance(seconds=seconds)
    assert job.result().rows == rows
    assert job.result().complete is (rows == 6)


def test_that_a_row_in_whose_midst_it_is_stopped_is_begun_again(sparse: Dataset) -> None:
    whole, job = (DifferencesJob(network_of(sparse), 4, sparse.x(1), sparse.Y[1]) for _ in range(2))
    whole.advance()
    stop, of_W1, calls = np.zeros(1, dtype=np.uint8), Differences.of_W1, itertools.count(1)

    def stopping(*args: Any) -> Slopes:
        stop[0] = next(calls) % 5 == 0
        return of_W1(*args)

    pieces = 0
    with (
        patch.object(gradient_rules, "_DIFFERENCES", 9),
        patch.object(Differences, "of_W1", stopping),
    ):
        while not job.done:
            stop[0] = 0
            job.advance(stop)
            pieces += 1
    assert pieces > 2
    np.testing.assert_array_equal(job.result().W1, whole.result().W1)
    np.testing.assert_array_equal(job.result().W2, whole.result().W2)


def test_that_what_was_found_so_far_cannot_be_written_to(sparse: Dataset) -> None:
    job = DifferencesJob(network_of(sparse), 4, sparse.x(1), sparse.Y[1])
    while True:
        found = job.result()
        assert not found.W1.flags.writeable
        assert not found.W2.flags.writeable
        if job.done:
            break
        job.advance(seconds=0.0)


@pytest.mark.parametrize(
    ("bound", "widths"), [(20_000, [7]), (9, [3, 3, 1]), (8, [2, 2, 2, 1]), (2, [1] * 7)]
)
def test_that_a_long_row_is_looked_at_in_parts_and_is_the_same(
    sparse: Dataset, bound: int, widths: list[int]
) -> None:
    """A part is of so many weights times outputs."""
    net, x, y = network_of(sparse), sparse.x(1), sparse.Y[1]
    whole = DifferencesJob(net, 4, x, y)
    whole.advance()
    job, of_W1 = DifferencesJob(net, 4, x, y), Differences.of_W1
    seen: list[int] = []

    def noted(*args: Any) -> Slopes:
        seen.append(len(args[2]))
        return of_W1(*args)

    with (
        patch.object(gradient_rules, "_DIFFERENCES", bound),
        patch.object(Differences, "of_W1", noted),
    ):
        job.advance()
    assert seen == widths * 6
    np.testing.assert_array_equal(job.result().W1, whole.result().W1)
    np.testing.assert_array_equal(job.result().W2, whole.result().W2)


def test_that_the_probe_set_is_this_one_for_ever() -> None:
    """The order of random keys, of a stream that no run has: curves stay comparable."""
    key = np.array([2020_03_20, 2], dtype=np.uint64)
    keys = np.random.Philox(key=key, counter=np.zeros(4, np.uint64)).random_raw(60_000)
    assert probe_pairs(60_000).tolist() == sorted(np.argsort(keys)[:256].tolist())
