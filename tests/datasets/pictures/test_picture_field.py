"""Where pixels are among the inputs, and what paper and ink are; ranges of other inputs."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.datasets.input_ranges import InputRanges
from bpviz.datasets.pictures.picture_field import PictureField


def pictures(X: object, constant: int | None = None, shape: tuple[int, int] = (2, 2)) -> Dataset:
    values = np.asarray(X, float)
    Y = np.zeros((len(values), 1))
    return Dataset.from_arrays("p", values, Y, image_shape=shape, constant=constant)


def test_that_a_table_has_no_field() -> None:
    assert PictureField.of(Dataset.from_arrays("t", [[1.0, 2.0]], [[0.0]])) is None
    assert PictureField.of(pictures([[0, 1, 0, 1, 0, 1]])) is None
    assert PictureField.of(pictures([[1, 0, 1, 0, 1]], constant=0)) is None


@pytest.mark.parametrize(
    ("X", "paper", "ink"),
    [
        ([[0, 0, 0, 1]], 0.0, 1.0),
        ([[0, 0, 0, 16]], 0.0, 16.0),
        ([[1, 1, 1, 0]], 1.0, 0.0),  # black on white
        ([[-1, -1, -1, 1]], -1.0, 1.0),
        ([[0, 0, 0, 0]], 0.0, 1.0),
        ([[3, 3, 3, 3]], 0.0, 3.0),
        ([[np.nan, 0, 0, 2]], 0.0, 2.0),
        ([[np.nan] * 4], 0.0, 1.0),
    ],
)
def test_that_paper_is_what_is_common_and_ink_the_other_end(
    X: object, paper: float, ink: float
) -> None:
    field = PictureField.of(pictures(X))
    assert field is not None
    assert (field.paper, field.ink) == (paper, ink)
    half = np.array([[0.0, 1.0], [0.5, 0.25]])
    assert np.allclose(field.picture(field.x(half)), half)
    assert field.x(half)[:2].tolist() == [paper, ink]


def test_that_the_constant_input_follows_the_pixels() -> None:
    field = PictureField.of(pictures([[0, 0, 0, 0.5, 1], [0, 0, 0, 1, 1]], constant=4))
    assert field is not None
    assert field.x(np.full((2, 2), 0.25)).tolist() == [0.25] * 4 + [1.0]
    assert field.picture(np.array([0, 1, 0, 1, 1.0])).shape == (2, 2)


def test_that_ranges_are_those_of_numpy() -> None:
    rng = np.random.default_rng(0)
    X = rng.normal(size=(50, 4)) * (rng.random((50, 4)) < 0.7)
    X[:, 3] = 2.0
    ranges = InputRanges.of(Dataset.from_arrays("t", X, np.zeros(50)))
    assert np.array_equal(ranges.low[:3], X[:, :3].min(axis=0))
    assert np.array_equal(ranges.high[:3], X[:, :3].max(axis=0))
    assert np.allclose(ranges.mean, X.mean(axis=0))
    assert (ranges.low[3], ranges.high[3]) == (1.5, 2.5)


def test_that_ranges_pass_over_what_is_not_finite() -> None:
    X = [[np.nan, 1.0], [np.inf, 3.0], [np.nan, np.nan]]
    ranges = InputRanges.of(Dataset.from_arrays("t", X, np.zeros(3)))
    assert ranges.low.tolist() == [-0.5, 1.0]
    assert ranges.high.tolist() == [0.5, 3.0]
    assert ranges.mean.tolist() == [0.0, 2.0]
