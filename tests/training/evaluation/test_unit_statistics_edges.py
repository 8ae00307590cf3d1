"""The look at hidden units at its edges: one sample, the ends of bins, and the bits of its sums."""

from __future__ import annotations

from unittest.mock import Mock, patch

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import Network, predict, unit_statistics
from bpviz.training.evaluation.unit_statistics import UnitsJob


@pytest.mark.parametrize("sigma1", ["sigmoid", "relu"])
def test_that_a_look_at_one_sample_comes_to_its_end(sigma1: str) -> None:
    """In one pass where the range of h is known, else in two."""
    data = Dataset.from_arrays("one", [[1.0, 2.0]], [[0.5]])
    job = UnitsJob(Network(np.ones((2, 2)), np.ones((1, 2)), sigma1), 0, data, Part.TRAIN)
    assert not job.done
    job.advance()
    assert job.done
    assert job.result().n_samples == 1


def test_that_without_a_unit_the_loss_has_the_bits_of_the_network_without_it() -> None:
    rng = np.random.default_rng(8)
    net = Network(rng.normal(size=(40, 5)), rng.normal(size=(3, 40)), "tanh", "identity")
    data = Dataset.from_arrays("one", rng.normal(size=(1, 5)), rng.normal(size=(1, 3)))
    job = UnitsJob(net, 0, data, Part.TRAIN)
    job.advance()
    found = job.result()
    for unit in range(40):
        f = predict(net.without((unit,)), data.X)[0]
        loss = 0.0
        for j in range(3):
            loss += (f[j] - data.Y[0, j]) * (f[j] - data.Y[0, j])
        assert found.loss_without[unit] == loss


def test_that_units_that_are_off_are_told_once_and_by_rising_number(digits: Dataset) -> None:
    net = Network(np.ones((70, digits.n_inputs)), np.ones((10, 70)))
    assert UnitsJob(net, 0, digits, Part.TRAIN, (64, 8, 1, 64, 69))._off == (1, 8, 64, 69)


@pytest.mark.parametrize("sigma1", ["sigmoid", "relu"])
def test_that_of_no_sample_there_is_nothing_to_do(sigma1: str) -> None:
    none = Dataset.from_arrays("none", np.zeros((0, 2)), np.zeros((0, 1)))
    job = UnitsJob(Network(np.ones((2, 2)), np.ones((1, 2)), sigma1), 0, none, Part.TEST)
    assert job.done == (sigma1 == "sigmoid")
    job.advance()
    assert job.done


@pytest.mark.parametrize("labels", [None, [0, 1]])
def test_that_with_and_without_classes_labels_are_of_one_type(labels: list[int] | None) -> None:
    """Another type of array would be compiled again, in the middle of a run."""
    data = Dataset.from_arrays("two", np.eye(2), np.eye(2), labels=labels)
    job = UnitsJob(Network(np.ones((2, 2)), np.ones((2, 2))), 0, data, Part.TRAIN)
    with patch.object(
        unit_statistics, "look_at_units", Mock(wraps=unit_statistics.look_at_units)
    ) as look:
        job.advance()
    arrays = [each for each in look.call_args.args if isinstance(each, np.ndarray)]
    found = [each for each in arrays if each is job._labels]
    assert [(each.dtype, each.flags.writeable) for each in found] == [(np.int64, False)]
    assert found[0].tolist() == (labels or [])


@pytest.mark.parametrize(("off", "rows"), [((), 0), ((7,), 0), ((1,), 2)])
def test_that_without_any_unit_off_nothing_is_computed_for_such(
    off: tuple[int, ...], rows: int
) -> None:
    data = Dataset.from_arrays("two", np.eye(2), np.eye(2))
    job = UnitsJob(Network(np.ones((3, 2)), np.ones((2, 3))), 0, data, Part.TRAIN, off)
    with patch.object(
        unit_statistics, "look_at_units", Mock(wraps=unit_statistics.look_at_units)
    ) as look:
        job.advance()
    assert look.call_args.args[2].shape == (rows, 3)


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.25), (-0.5, 0.0), (-1e-3, 2e-3), (7.0, 7.5)])
def test_that_bins_reach_from_the_least_to_the_greatest_value(low: float, high: float) -> None:
    data = Dataset.from_arrays("ends", [[low], [high], [(low + high) / 2]], np.zeros((3, 1)))
    net = Network([[1.0]], [[1.0]], "identity")
    job = UnitsJob(net, 0, data, Part.TRAIN)
    job.advance()
    found = job.result()
    np.testing.assert_array_equal(found.edges, np.linspace(low, high, 41))
    assert found.counts[0, [0, 20, 39]].tolist() == [1, 1, 1]


@pytest.mark.parametrize(("bound", "exact"), [(2, False), (3, True), (4, True)])
def test_that_up_to_a_bound_the_sums_without_each_unit_are_exact(bound: int, exact: bool) -> None:
    """The bound is in: of three units in a network of three."""
    data = Dataset.from_arrays("two", np.eye(2), np.eye(2))
    job = UnitsJob(Network(np.ones((3, 2)), np.ones((2, 3))), 0, data, Part.TRAIN)
    kernel = Mock(wraps=unit_statistics.look_at_units)
    with (
        patch.object(unit_statistics, "look_at_units", kernel),
        patch.object(unit_statistics, "EXACT_UP_TO", bound),
    ):
        job.advance()
    assert [each for each in kernel.call_args.args if isinstance(each, bool)] == [exact]


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_that_bins_reach_no_further_than_numbers_that_can_be_told_apart(sign: float) -> None:
    data = Dataset.from_arrays("far", [[sign * 1e305], [-sign]], np.zeros((2, 1)))
    job = UnitsJob(Network([[1.0]], [[0.0]], "identity"), 0, data, Part.TRAIN)
    job.advance()
    ends = sorted((sign * 1e300, -sign))
    np.testing.assert_array_equal(job.result().edges, np.linspace(ends[0], ends[1], 41))
