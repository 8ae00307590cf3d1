"""The figures of a whole data set."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz import Dataset, Session, Settings, SettingsError, load, predict
from bpviz.network import GradientRule, reference

SMALL = Settings(n_hidden=5, learning_rate=0.5)


def test_that_classes_are_counted_as_a_loop_over_the_samples_counts_them(digits: Dataset) -> None:
    run = Session(SMALL, digits)
    run.advance(5000)
    assert digits.test is not None
    for data in (digits, digits.test):
        f = predict(run.network, data.X)
        table = np.zeros((10, 10), int)
        assert data.labels is not None
        for label, outputs in zip(data.labels, f, strict=True):
            table[label, int(np.argmax(outputs))] += 1
        found = run.evaluate(data)
        assert (found.step, found.n_samples) == (5000, data.n_samples)
        assert found.mean_loss == pytest.approx(float(((f - data.Y) ** 2).sum(axis=1).mean()))
        assert found.confusion is not None
        assert found.confusion.tolist() == table.tolist()
        assert found.accuracy == np.trace(table) / data.n_samples == run.accuracy(data)
        assert found.class_names == data.class_names
        assert found.r2 is found.rmse is None


def test_that_a_regression_is_judged_in_its_own_units() -> None:
    rng = np.random.default_rng(0)
    X, values = rng.normal(size=(40, 3)), rng.normal(10.0, 4.0, size=(40, 2))
    values[:, 1] = 7.0
    scale = np.array([[2.0, 8.0], [0.0, 10.0]])
    data = Dataset.from_arrays(
        "made", X, (values - scale[:, 0]) / scale[:, 1], target_names=("a", "b"), target_scale=scale
    )
    run = Session(SMALL, data)
    run.advance(100)
    said = scale[:, 0] + scale[:, 1] * predict(run.network, X)
    squares = ((said - values) ** 2).sum(axis=0)
    found = run.evaluate()
    assert found.r2 is not None
    assert found.rmse is not None
    spread = ((values[:, 0] - values[:, 0].mean()) ** 2).sum()
    assert found.r2[0] == pytest.approx(1 - squares[0] / spread)
    assert np.isnan(found.r2[1])
    assert found.rmse == pytest.approx(np.sqrt(squares / 40))
    assert found.accuracy is found.confusion is None
    assert found.target_names == ("a", "b")


def test_that_data_of_one_class_is_judged_as_the_training_data_is() -> None:
    X = np.array([[1.0], [-1.0]])
    data = Dataset.from_arrays("both", X, [-1.0, 1.0], labels=[0, 1])
    only = Dataset.from_arrays("only", X[:1], [-1.0], labels=[0])
    run = Session(Settings(n_hidden=2, sigma1="identity", sigma2="identity"), data)
    (f,) = predict(run.network, X[:1])[0]
    found = run.evaluate(only).confusion
    assert found is not None
    assert found[0].tolist() == ([0, 1] if f >= 0.0 else [1, 0])


@pytest.mark.parametrize("rule", GradientRule)
def test_that_gradient_magnitudes_of_any_data_are_those_of_the_equations(
    sparse: Dataset, rule: GradientRule
) -> None:
    run = Session(SMALL.replace(gradient_rule=rule), sparse)
    run.advance(30)
    assert sparse.test is not None
    found = run.gradient_magnitudes(sparse.test)
    for x, y, magnitudes in zip(sparse.test.X, sparse.test.Y, found, strict=True):
        t = reference.step(run.network.W1, run.network.W2, x, y, gradient_rule=rule)
        gradients = np.outer(t.delta1, x), np.outer(t.delta2, t.h)
        assert magnitudes == pytest.approx([np.linalg.norm(g) for g in gradients], rel=1e-12)
    assert run.gradient_magnitudes().shape == (24, 2)


def test_that_data_that_does_not_fit_is_refused_in_one_sentence(digits: Dataset) -> None:
    run = Session(SMALL, digits)
    empty = Dataset.from_arrays("none", np.zeros((0, 64)), np.zeros((0, 10)), labels=[])
    unlabelled = Dataset.from_arrays("bare", np.zeros((2, 64)), np.zeros((2, 10)))
    for wrong, words in (
        (7, r"The data to evaluate is 7; it must be a Dataset, such as session.dataset or "),
        (load("xor"), r"xor has 3 inputs and 1 outputs, the network 64 and 10. Use data of the"),
        (empty, "The data set none is empty."),
        (unlabelled, "The data set bare has no labels, and the network was trained on classes."),
    ):
        for ask in (run.evaluate, run.accuracy, run.gradient_magnitudes):
            with pytest.raises(SettingsError, match=words):
                ask(wrong)  # type: ignore[arg-type]
