"""The norm of a matrix, whatever its entries are."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bpviz.network.norms import frobenius


@pytest.mark.parametrize("scale", [1.0, 1e308, 1e-300, 1e200, 1e-160])
def test_that_the_norm_is_right_where_squares_leave_the_range_of_a_double(scale: float) -> None:
    values = scale * np.array([[0.3, -0.4], [0.0, 0.0]])
    assert frobenius(values) == pytest.approx(0.5 * scale, rel=1e-12)


def test_that_only_a_value_that_is_not_finite_makes_the_norm_so() -> None:
    assert frobenius(np.zeros((2, 3))) == 0.0
    assert frobenius(np.array([[1.0, np.inf]])) == math.inf
    assert math.isnan(frobenius(np.array([[1.0, np.nan]])))
