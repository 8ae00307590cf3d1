"""A look at all samples."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, predict
from bpviz.training import Session, Settings
from bpviz.training.evaluation.scan import ScanJob, gradient_magnitudes
from tests.network.stops import set_with


@pytest.fixture(scope="module")
def session(digits: Dataset) -> Session:
    session = Session(Settings(n_hidden=6), digits)
    session.advance(2000)
    return session


def job(session: Session, data: Dataset, gradients: bool = True) -> ScanJob:
    return ScanJob(session.network, session.step, data, session.settings.gradient_rule, gradients)


def test_that_one_that_is_stopped_ends_at_a_sample_and_goes_on_to_the_same_numbers(
    session: Session, digits: Dataset
) -> None:
    whole, parts = job(session, digits), job(session, digits)
    whole.advance()
    for at in (0, 700):
        parts.advance(set_with(parts._losses, at))
        assert not parts.done
    parts.advance()
    assert parts.done
    a, b = whole.result(), parts.result()
    np.testing.assert_array_equal(a.magnitudes, b.magnitudes)
    np.testing.assert_array_equal(a.losses, b.losses)
    np.testing.assert_array_equal(a.correct, b.correct)


def test_that_its_numbers_are_those_of_the_traces(session: Session, digits: Dataset) -> None:
    scan = job(session, digits)
    scan.advance()
    result = scan.result()
    for i in (0, 700, digits.n_samples - 1):
        t = session.trace_of(i)
        assert result.losses[i] == t.loss
        right = (t.grad_W1_norm, t.grad_W2_norm)
        np.testing.assert_allclose(result.magnitudes[i], right, rtol=1e-14)
    assert result.step == 2000
    assert result.mean_loss == result.losses.mean()
    assert result.accuracy == session.accuracy()
    np.testing.assert_array_equal(session.gradient_magnitudes(), result.magnitudes)
    assert result.outputs is None
    assert result.predicted is not None
    assert result.predicted.tolist() == predict(session.network, digits.X).argmax(axis=1).tolist()
    for array in (result.magnitudes, result.losses, result.correct, result.predicted):
        assert array is not None
        assert not array.flags.writeable


def test_that_without_gradients_only_losses_are_looked_at(
    session: Session, digits: Dataset
) -> None:
    assert digits.test is not None
    scan = job(session, digits.test, gradients=False)
    scan.advance()
    result = scan.result()
    assert result.magnitudes.shape == (0, 2)
    assert result.accuracy == session.accuracy(digits.test)


def test_that_regression_has_losses_and_no_accuracy() -> None:
    data = Dataset.from_arrays("r", [[1.0], [2.0]], [[0.1], [0.2]])
    session = Session(Settings(n_hidden=2), data)
    scan = job(session, data)
    scan.advance()
    result = scan.result()
    assert result.correct is None
    assert result.accuracy is None
    assert result.predicted is None
    assert result.outputs is not None
    np.testing.assert_allclose(result.outputs, predict(session.network, data.X), rtol=1e-14)
    assert not result.outputs.flags.writeable
    assert result.mean_loss == pytest.approx(
        (session.trace_of(0).loss + session.trace_of(1).loss) / 2
    )


def test_that_one_output_counts_by_the_half_it_lies_on(xor: Dataset) -> None:
    session = Session(Settings(n_hidden=8, learning_rate=1.0), xor)
    session.advance(20_000)
    scan = job(session, xor)
    scan.advance()
    assert scan.result().accuracy == session.accuracy() == 1.0


def test_that_the_printed_rule_has_magnitudes_of_its_own(session: Session, digits: Dataset) -> None:
    exact = gradient_magnitudes(session.network, digits, GradientRule.EXACT)
    printed = gradient_magnitudes(session.network, digits, GradientRule.AS_PRINTED)
    np.testing.assert_array_equal(exact[:, 1], printed[:, 1])
    assert (exact[:, 0] != printed[:, 0]).mean() > 0.99


def test_that_predictions_are_whole_numbers_nobody_can_write_to(
    session: Session, digits: Dataset
) -> None:
    scan = job(session, digits)
    scan.advance()
    result = scan.result()
    assert result.predicted is not None
    assert result.correct is not None
    assert result.predicted.dtype == np.int64
    for array in (result.predicted, result.correct, result.losses, result.magnitudes):
        assert not array.flags.writeable
    np.testing.assert_array_equal(result.correct, result.predicted == digits.labels)


@pytest.mark.parametrize("size", [0, 1])
def test_that_the_smallest_parts_are_looked_at_to_the_end(size: int) -> None:
    data = Dataset.from_arrays("d", np.eye(2), np.zeros((2, 1)))
    part = Dataset.from_arrays("part", np.ones((size, 2)), np.ones((size, 1)))
    scan = job(Session(Settings(n_hidden=2), data), part)
    assert scan.done == (size == 0)
    scan.advance()
    assert scan.done
    assert len(scan.result().losses) == size


def test_that_an_output_of_exactly_one_half_says_class_1() -> None:
    data = Dataset.from_arrays("d", np.eye(4), [0.0, 1.0, 1.0, 1.0], labels=[0, 1, 1, 1])
    session = Session(Settings(n_hidden=2, initializer="zeros"), data)  # type: ignore[arg-type]
    assert predict(session.network, data.X).tolist() == [[0.5]] * 4
    scan = job(session, data)
    scan.advance()
    assert session.accuracy() == scan.result().accuracy == 0.75
