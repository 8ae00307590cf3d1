"""How well an output of a regression is predicted."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.training.evaluation.regression_fit import RegressionFit

UNITS = ((100.0, 50.0), (-20.0, 8.0))


@given(st.integers(2, 40), st.integers(0, 1), st.integers(0, 2**31))
def test_that_the_figures_are_those_of_the_textbook(m: int, output: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    Y = rng.random((m, 2))
    outputs = Y + rng.normal(0, 0.2, Y.shape)
    data = Dataset.from_arrays("made", np.ones((m, 1)), Y, target_scale=np.array(UNITS))
    offset, factor = UNITS[output]
    true = [offset + factor * float(y) for y in data.Y[:, output]]
    said = [offset + factor * float(f) for f in outputs[:, output]]
    squares = sum((f - y) ** 2 for f, y in zip(said, true, strict=True))
    mean = sum(true) / m
    fit = RegressionFit.of(data, outputs, output)
    assert fit.rmse == pytest.approx((squares / m) ** 0.5)
    assert fit.r2 == pytest.approx(1 - squares / sum((y - mean) ** 2 for y in true))


def test_that_what_is_not_finite_does_not_count() -> None:
    fit = RegressionFit(np.array([0.0, 2.0, 1.0, 5.0]), np.array([1.0, 2.0, np.nan, np.inf]))
    assert fit.n_not_finite == 2
    assert fit.rmse == pytest.approx(0.5**0.5)
    assert fit.r2 == pytest.approx(1 - 1 / 2)


@pytest.mark.parametrize(
    ("true", "predicted"), [([], []), ([np.nan], [1.0]), ([3.0, 3.0], [3.0, 4.0])]
)
def test_that_figures_without_meaning_are_left_open(true: Any, predicted: Any) -> None:
    assert RegressionFit(np.array(true), np.array(predicted)).r2 is None
