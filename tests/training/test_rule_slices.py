"""The looks at both rules in slices: their time, their pace, and what they leave unwritable."""

from __future__ import annotations

from unittest.mock import patch

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import Network
from bpviz.training import rule_looks
from bpviz.training.rule_looks import DifferencesJob, RuleJob, probe_pairs


def network_of(data: Dataset, hidden: int = 6) -> Network:
    return Network.initial(
        n_inputs=data.n_inputs, n_hidden=hidden, n_outputs=data.n_outputs, seed=3
    )


def job_of(data: Dataset, hidden: int = 6) -> RuleJob:
    return RuleJob(network_of(data, hidden), 4, data, probe_pairs(data.n_samples))


def test_that_the_probe_set_cannot_be_written_to() -> None:
    assert not probe_pairs(100).flags.writeable


@pytest.mark.parametrize("hidden", [6, 100, 4000])
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
        patch.object(rule_looks.time, "perf_counter", lambda: now[0]),
        patch.object(rule_looks, "rule_cosines", look_slowly),
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

    with patch.object(rule_looks.time, "perf_counter", tick):
        spent = []
        while not job.done:
            job.advance(0.5)  # a row each time: the clock is read three times
            spent.append(job.seconds)
    assert spent == [2.0 * k for k in range(1, 8)]
    assert job.result().complete
