"""The look at hidden units at its edges: its first slice, one sample, and the bits of its sums."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import Network
from bpviz.training.unit_looks import UnitsJob


@pytest.mark.parametrize(("hidden", "slice_"), [(1, 10_000), (32, 312), (4096, 2), (20_000, 1)])
def test_that_the_first_slice_is_of_a_hundred_thousand_outputs(
    digits: Dataset, hidden: int, slice_: int
) -> None:
    net = Network(np.ones((hidden, digits.n_inputs)), np.ones((10, hidden)))
    assert UnitsJob(net, 0, digits, Part.TRAIN)._slice == slice_


@pytest.mark.parametrize("sigma1", ["sigmoid", "relu"])
def test_that_a_look_at_one_sample_comes_to_its_end(sigma1: str) -> None:
    """In one pass where the range of h is known, else in two."""
    data = Dataset.from_arrays("one", [[1.0, 2.0]], [[0.5]])
    job = UnitsJob(Network(np.ones((2, 2)), np.ones((1, 2)), sigma1), 0, data, Part.TRAIN)
    fractions = [job.fraction]
    while not job.done:
        job.advance(1.0)
        fractions.append(job.fraction)
    assert fractions == ([0.0, 1.0] if sigma1 == "sigmoid" else [0.0, 0.5, 1.0])


def test_that_without_a_unit_the_loss_has_the_bits_of_the_network_without_it() -> None:
    rng = np.random.default_rng(8)
    net = Network(rng.normal(size=(40, 5)), rng.normal(size=(3, 40)), "tanh", "identity")
    data = Dataset.from_arrays("one", rng.normal(size=(1, 5)), rng.normal(size=(1, 3)))
    job = UnitsJob(net, 0, data, Part.TRAIN)
    job.advance()
    found = job.result()
    for unit in range(40):
        f = net.without((unit,)).predict(data.X)[0]
        loss = 0.0
        for j in range(3):
            loss += (f[j] - data.Y[0, j]) * (f[j] - data.Y[0, j])
        assert found.loss_without[unit] == loss
