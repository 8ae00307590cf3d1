"""The looks at both rules in slices: their time, their pace, and what they leave unwritable."""

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


@pytest.mark.parametrize("hidden", [6, 100, 4000, 20_000])
def test_that_the_first_slice_is_of_a_million_products(digits: Dataset, hidden: int) -> None:
    products = hidden * (digits.rows.mean_entries + 3 * digits.n_outputs)
    first = job_of(digits, hidden)._slice
    assert first == max(1, int(1e6 / products))


def test_that_slices_at_most_double_and_fall_to_one(digits: Dataset) -> None:
    """By a clock in which a pair costs a millisecond."""
    job = job_of(digits)
    job._slice, now = 4, [0.0]

    def look_slowly(*args: object) -> None:
        now[0] += (args[8] - args[7]) / 1000  # type: ignore[operator]

    with (
        patch.object(gradient_rules.time, "perf_counter", lambda: now[0]),
        patch.object(gradient_rules, "rule_cosines", look_slowly),
    ):
        ends = []
        for _ in range(3):
            job.advance(0.05001)
            ends.append(job._next)
        assert ends == [4, 12, 28]
        job.advance(1e-9)
        assert job._slice == 1
        assert job.seconds == pytest.approx(0.06)


def test_that_a_right_angle_is_not_uphill(digits: Dataset) -> None:
    job = job_of(digits)
    job._cosines[:] = np.nan
    job._cosines[:5] = [-0.5, 0.0, 0.0, 0.25, 1.0]
    found = job.result()
    assert (found.step, found.pairs, found.uphill, found.mean) == (4, 5, 0.2, 0.15)


def test_that_differences_tell_the_time_that_they_took(sparse: Dataset) -> None:
    job = DifferencesJob(network_of(sparse), 4, sparse.x(1), sparse.Y[1])
    assert (job.step, job.seconds) == (4, 0.0)
    now = [0.0]

    def tick() -> float:
        now[0] += 1.0
        return now[0]

    with patch.object(gradient_rules.time, "perf_counter", tick):
        spent = []
        while not job.done:
            job.advance(0.5)  # a row each time: the clock is read three times
            spent.append(job.seconds)
    assert spent == [2.0 * k for k in range(1, 8)]
    assert job.result().complete


@pytest.mark.parametrize(("seconds", "rows"), [(0.0, 0), (1.0, 0), (3.0, 2), (3.5, 3), (99.0, 6)])
def test_that_rows_are_looked_at_until_the_time_is_over(
    sparse: Dataset, seconds: float, rows: int
) -> None:
    """By a clock in which each takes a second; all of W₂ is as one row, before those of W₁."""
    job = DifferencesJob(network_of(sparse), 4, sparse.x(1), sparse.Y[1])
    clock = itertools.count(1000.0)
    with patch.object(gradient_rules.time, "perf_counter", lambda: next(clock)):
        job.advance(seconds)
    assert job.result().rows == rows
    assert job.result().complete is (rows == 6)


def test_that_what_was_found_so_far_cannot_be_written_to(sparse: Dataset) -> None:
    job = DifferencesJob(network_of(sparse), 4, sparse.x(1), sparse.Y[1])
    while True:
        found = job.result()
        assert not found.W1.flags.writeable
        assert not found.W2.flags.writeable
        if job.done:
            break
        job.advance(0.0)


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
