"""The V of truncation and rounding."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from bpviz.network import NetworkError
from bpviz.network.central_differences import CheckJob
from bpviz.network.differences import Differences
from bpviz.network.step_sizes import (
    default_step_size,
    step_size_sweep,
    sweep,
    usual_step_sizes,
)
from tests.network.pairs import make_pair


def slope_of(sizes: Any, errors: Any) -> float:
    return float(np.polyfit(np.log10(sizes), np.log10(errors), 1)[0])


@pytest.mark.parametrize(("matrix", "row", "column"), [("W1", 2, 3), ("W2", 1, 4)])
def test_that_the_error_falls_with_the_square_and_rises_with_rounding(
    matrix: str, row: int, column: int
) -> None:
    pair = make_pair(7, 6, 4, sigma1="tanh", sigma2="sigmoid")
    found = step_size_sweep(pair.net, pair.x, pair.y, matrix, row, column)
    large = (found.step_sizes > 1e-3) & (found.step_sizes < 1e-1)
    assert slope_of(found.step_sizes[large], found.double[large]) == pytest.approx(2.0, abs=0.1)
    small = found.step_sizes < 1e-8
    noise = np.maximum(found.double[small], 1e-16)
    assert slope_of(found.step_sizes[small], noise) == pytest.approx(-1.0, abs=0.3)
    best = found.step_sizes[found.double.argmin()]
    assert 1e-7 < best < 1e-3


def test_that_a_wider_precision_lowers_the_branch_of_rounding() -> None:
    if np.finfo(np.longdouble).eps >= np.finfo(np.float64).eps:
        pytest.skip("this machine has nothing wider than double")
    pair = make_pair(7, 6, 4)
    found = step_size_sweep(pair.net, pair.x, pair.y, "W1", 0, 0)
    small = found.step_sizes < 1e-9
    assert np.median(found.extended[small]) < np.median(found.double[small]) / 100


def test_that_the_printed_formula_never_comes_close() -> None:
    pair = make_pair(7, 6, 4)
    found = step_size_sweep(pair.net, pair.x, pair.y, "W1", 0, 0, gradient_rule="as_printed")
    assert found.double.min() > 1e-2


def test_that_step_sizes_can_be_chosen_and_a_kink_is_told() -> None:
    pair = make_pair(7, 6, 4, sigma1="relu")
    z1 = float((pair.net.W1 @ pair.x)[2])
    edge = abs(z1 / pair.x[3])
    found = step_size_sweep(pair.net, pair.x, pair.y, "W1", 2, 3, [edge / 2, edge * 2])
    assert found.step_sizes.tolist() == [edge / 2, edge * 2]
    assert found.kink.tolist() == [False, True]


@pytest.mark.parametrize(
    ("matrix", "row", "column", "sizes", "said"),
    [
        ("W3", 0, 0, None, "must be W1 or W2"),
        ("W1", 6, 0, None, "rows count to 5, columns to 6"),
        ("W1", -1, 0, None, "has no entry"),
        ("W2", 0, -1, None, "has no entry"),
        ("W2", 0, 6, None, "rows count to 3, columns to 5"),
        ("W1", 1.5, 0, None, "has no entry"),
        ("W1", 0, "0", None, "has no entry"),
        ("W2", 0, 0, [1e-3, 0.0], "step size"),
        ("W2", 0, 0, [np.nan], "step size"),
    ],
)
def test_that_what_there_is_not_is_refused(
    matrix: str, row: int, column: int, sizes: Any, said: str
) -> None:
    pair = make_pair(7, 6, 4)
    with pytest.raises(NetworkError, match=said):
        step_size_sweep(pair.net, pair.x, pair.y, matrix, row, column, sizes)


def test_that_a_pair_that_is_not_finite_is_named() -> None:
    pair = make_pair(7, 6, 4)
    x = pair.x.copy()
    x[3] = np.inf
    with pytest.raises(NetworkError, match=r"x\[3\] of the pair is inf"):
        step_size_sweep(pair.net, x, pair.y, "W1", 0, 0)


@pytest.mark.parametrize("rule", ["exact", "as_printed"])
@pytest.mark.parametrize("matrix", ["W1", "W2"])
def test_that_a_curve_is_relative_to_what_the_check_divides_by(matrix: str, rule: str) -> None:
    pair = make_pair(9, 6, 4)
    x = pair.x * 10.0 ** -np.arange(9.0)  # gradients far below a ten-thousandth of the largest too
    job = CheckJob(pair.net, x, pair.y, rule)
    job.advance()
    found = getattr(job.result(), matrix)
    there = np.flatnonzero(found.relative_error > 0)
    assert len(there) > 3
    for at in there:
        gap = abs(found.analytic[at] - found.numeric[at])
        curve = job.sweep(matrix, int(found.rows[at]), int(found.columns[at]))
        assert gap / curve.scale == pytest.approx(found.relative_error[at], rel=1e-12)


def test_that_a_curve_alone_is_relative_to_the_same_as_that_of_a_check() -> None:
    pair = make_pair(5, 4, 3)
    x = pair.x * [1.0, 0.0, 1e-9, 1.0, 1.0]  # gradients that are 0, and next to it
    job = CheckJob(pair.net, x, pair.y)
    job.advance()
    for column in range(5):
        alone = step_size_sweep(pair.net, x, pair.y, "W1", 1, column)
        assert alone.scale == job.sweep("W1", 1, column).scale > 0


def test_that_a_lost_derivative_is_wrong_by_all_of_it_however_small_it_is() -> None:
    pair = make_pair(5, 4, 3)
    differences = Differences(pair.net, pair.x * 1e-6, pair.y)
    curve = sweep(differences, "W1", 1, 2, 0.0, usual_step_sizes(), default_step_size(), 0.0)
    assert 0 < curve.scale < 1e-6
    some = (curve.step_sizes > 1e-7) & (curve.step_sizes < 1e-3)
    np.testing.assert_allclose(curve.extended[some], 1.0, atol=1e-3)


def test_that_errors_are_absolute_where_all_of_the_matrix_is_0() -> None:
    pair = make_pair(5, 4, 3)
    curve = step_size_sweep(pair.net, np.zeros(5), pair.y, "W1", 1, 2)
    assert curve.scale == 0
    assert not curve.extended.any()


def test_that_the_usual_step_sizes_are_eight_a_decade_from_1e_13_to_1() -> None:
    sizes = usual_step_sizes()
    assert len(sizes) == 13 * 8 + 1
    np.testing.assert_allclose(sizes[::8], 10.0 ** np.arange(-13, 1), rtol=1e-12)
    np.testing.assert_allclose(sizes[1:] / sizes[:-1], 10 ** (1 / 8), rtol=1e-12)
