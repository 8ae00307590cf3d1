"""One rule says which class a single output stands for, whoever asks."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset, Part
from bpviz.network import predict
from bpviz.network.classification import predicted_class
from bpviz.training import Breakpoint, Session, Settings, StopReason
from bpviz.training.evaluation.scan import ScanJob
from bpviz.training.evaluation.unit_statistics import UnitsJob

CODES = [(-0.4, 0.4), (0.0, 1.0), (0.1, 0.9), (-1.0, -0.5)]


def two_classes(codes: tuple[float, float]) -> Dataset:
    draw = np.random.default_rng(5)
    X = np.column_stack([draw.normal(size=(60, 3)), np.ones(60)])
    labels = (X[:, 0] > 0).astype(int)
    Y = np.array(codes)[labels]
    test = Dataset.from_arrays("test", X[:9], Y[:9].min() * np.ones(9), labels=np.zeros(9))
    return Dataset.from_arrays("codes", X, Y, labels=labels, test=test)


@pytest.mark.parametrize("codes", CODES)
def test_that_everybody_judges_a_single_output_by_the_middle_of_its_codes(
    codes: tuple[float, float],
) -> None:
    data = two_classes(codes)
    run = Session(Settings(n_hidden=6, sigma2="tanh", learning_rate=0.05), data)
    run.advance(400)
    for part in Part:
        looked_at = data.part(part)
        assert looked_at is not None
        assert looked_at.labels is not None
        f = predict(run.network, looked_at.rows)[:, 0]
        right = (f >= sum(codes) / 2) == looked_at.labels
        scan = ScanJob(run.network, run.step, looked_at, run.gradient_rule, gradients=False)
        scan.advance()
        units = UnitsJob(run.network, run.step, looked_at, part)
        units.advance()
        assert scan.result().correct is not None
        np.testing.assert_array_equal(scan.result().correct, right)
        assert run.accuracy(looked_at) == right.mean() == units.result().accuracy
        compiled = [predicted_class(np.array([each]), data.threshold) for each in f]
        np.testing.assert_array_equal(data.predicted(f[:, np.newaxis]), compiled)
    assert run.accuracy() > 0.7


@pytest.mark.parametrize("codes", CODES)
def test_that_a_breakpoint_stops_at_what_the_same_rule_calls_wrong(
    codes: tuple[float, float],
) -> None:
    data = two_classes(codes)
    run = Session(Settings(n_hidden=6, sigma2="tanh", learning_rate=0.05), data)
    run.advance(100)
    run.breakpoints.add(Breakpoint.misclassified())
    for _ in range(5):
        begun = run.step
        outcome = run.advance(1000)
        assert outcome.reason is StopReason.BREAKPOINT
        wrong = []
        assert data.labels is not None
        for step in (*range(begun + 1, run.step), run.step):
            run.seek(step)
            f = run.preview.f
            i = run.sample_index(step)
            wrong.append(bool((f[0] >= sum(codes) / 2) != data.labels[i]))
        assert wrong == [False] * (len(wrong) - 1) + [True]
        run.advance(1)
