"""Each quantity of a step looked at by itself: what is not finite is seen, what is large is not."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bpviz.network.equations import Workspace, step_is_finite, update_is_finite

WILD = [math.nan, math.inf, -math.inf]
LOOKED_AT = ("z1", "z2", "scaled1", "scaled2")


def filled() -> Workspace:
    """5 hidden units and 3 outputs, every number as large as doubles go."""
    ws = Workspace.empty(5, 3)
    for name in LOOKED_AT:
        getattr(ws, name)[:] = np.resize([1e308, -1e308, 0.0, 5e-324], getattr(ws, name).size)
    return ws


def test_that_a_step_of_large_numbers_is_finite() -> None:
    assert step_is_finite(1e308, filled())
    assert step_is_finite(0.0, filled())


@pytest.mark.parametrize("value", WILD)
def test_that_one_number_of_a_step_that_is_not_finite_is_seen_wherever_it_is(value: float) -> None:
    assert not step_is_finite(value, filled())
    for name in LOOKED_AT:
        for at in range(getattr(filled(), name).size):
            ws = filled()
            getattr(ws, name)[at] = value
            assert not step_is_finite(1.0, ws), (name, at)


def update_of(
    row: int, column: int, factor: float, weight: float, *, of_W1: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, Workspace]:
    """An update that changes one weight by −`factor`, from `weight`."""
    ws = Workspace.empty(4, 3)
    indices, values = np.array([1, 2, 5], np.uint16), np.zeros(3)
    W1T, W2 = np.zeros((6, 4)), np.zeros((3, 4))
    if of_W1:
        values[column], ws.scaled1[row] = 1.0, factor
        W1T[indices[column], row] = weight
    else:
        ws.scaled2[row], ws.h[column] = factor, 1.0
        W2[row, column] = weight
    return indices, values, W1T, W2, ws


@pytest.mark.parametrize(("of_W1", "rows", "columns"), [(True, 4, 3), (False, 3, 4)])
def test_that_one_weight_that_would_leave_the_doubles_is_seen_wherever_it_is(
    of_W1: bool, rows: int, columns: int
) -> None:
    for row in range(rows):
        for column in range(columns):
            for factor, weight, fine in (
                (1e308, -1e308, False),
                (-1e308, 1e308, False),
                (1e308, 1e308, True),
                (1e307, -1e308, True),
                (math.nan, 0.0, False),
                (0.0, 1.7e308, True),
            ):
                update = update_of(row, column, factor, weight, of_W1=of_W1)
                with np.errstate(all="ignore"):
                    assert update_is_finite(*update) is fine
