"""A data set of a single sample: everything holds for it as well."""

from __future__ import annotations

import pytest

from bpviz.datasets import Dataset
from bpviz.datasets.dataset import Part
from bpviz.network import Network, predict
from bpviz.training import Breakpoint, Session, Settings, StopReason
from bpviz.training.evaluation.results import Scan
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.evaluation.unit_statistics import UnitsJob


def one(label: int) -> Dataset:
    return Dataset.from_arrays("one", [[1.0, -1.0]], [[0.0, 1.0]], labels=[label])


@pytest.mark.parametrize("label", [0, 1])
def test_that_its_class_is_looked_at(label: int) -> None:
    session = Session(Settings(n_hidden=2, learning_rate=1e-9), one(label))
    session.breakpoints.add(Breakpoint.misclassified())
    right = session.preview.f.argmax() == label
    outcome = session.advance(3)
    assert outcome.reason is (StopReason.COUNT if right else StopReason.BREAKPOINT)
    session = Session(Settings(n_hidden=2), one(label))
    session.breakpoints.add(Breakpoint.label(label))
    assert session.advance(3).reason is StopReason.BREAKPOINT


@pytest.mark.parametrize("label", [0, 1])
def test_that_it_is_predicted_by_a_scan(label: int) -> None:
    data = one(label)
    session = Session(Settings(n_hidden=2), data)
    job = ScanJob(session.network, 0, data, session.gradient_rule, gradients=True)
    job._predicted[:] = 99  # as memory that nobody wrote to
    job.advance()
    found: Scan = job.result()
    assert found.predicted is not None
    assert found.predicted.tolist() == [session.preview.f.argmax()]
    assert found.losses.tolist() == [session.preview.loss]


@pytest.mark.parametrize("label", [0, 1])
def test_that_its_units_are_looked_at(label: int) -> None:
    """With two outputs, and with a single one."""
    data = one(label)
    net = Network([[1.0, 0.0], [0.0, -1.0]], [[2.0, -1.0], [0.5, 1.0]], "identity", "identity")
    job = UnitsJob(net, 0, data, Part.TRAIN, off=(0,))
    job.advance()
    found = job.result()
    f = predict(net, data.X)[0]  # (1, 1.5)
    assert found.accuracy == float(f.argmax() == label)
    assert found.accuracy_off == float(predict(net.without((0,)), data.X)[0].argmax() == label)
    single = Dataset.from_arrays("one", [[1.0, -1.0]], [[1.0 * label]], labels=[label])
    net = Network(net.W1, [[2.0, -1.0]], "identity", "identity")
    job = UnitsJob(net, 0, single, Part.TRAIN, off=(0,))
    job.advance()
    found = job.result()
    assert (found.loss, found.loss_off) == ((1.0 - label) ** 2, (-1.0 - label) ** 2)
    assert (found.accuracy, found.accuracy_off) == (float(label == 1), float(label == 0))
