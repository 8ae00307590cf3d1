"""How the error of a central difference depends on its step size: the V of truncation and rounding.

Halving s quarters the truncation, E‴s²/6, and doubles the rounding, about εE/s; between the two
lies the best s, near the cube root of ε.
"""

from __future__ import annotations

from dataclasses import dataclass
from numbers import Integral
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from bpviz.network.check_ledger import error_scale
from bpviz.network.differences import Differences
from bpviz.network.evaluate import check_finite_pair, trace
from bpviz.network.rules import GradientRule
from bpviz.network.types import Floats
from bpviz.network.weights import Network, NetworkError
from bpviz.quoting import brief, spelled


@dataclass(frozen=True, eq=False)
class StepSizeSweep:
    """Differences of one weight over a range of step sizes.

    Attributes
    ----------
    step_sizes : (c,) float64
    analytic : float
        The closed form.
    double, extended : (c,) float64
        ``|difference − closed form| / scale``, with the loss evaluated in double and in the widest
        precision; absolute where the scale is 0.
    kink : (c,) bool
        A kink of ReLU lies between the two evaluations.
    scale : float
        What a `GradientCheck` divides the error of this weight by, one number for the whole curve:
        at the step size of the check the curve shows the relative error that the check found.
    """

    step_sizes: Floats
    analytic: float
    double: Floats
    extended: Floats
    kink: np.ndarray[Any, np.dtype[np.bool_]]
    scale: float

    __repr__ = brief


def step_size_sweep(
    net: Network,
    x: ArrayLike,
    y: ArrayLike,
    matrix: str,
    row: int,
    column: int,
    step_sizes: ArrayLike | None = None,
    gradient_rule: GradientRule | str = GradientRule.EXACT,
) -> StepSizeSweep:
    """Compare the gradient of one weight with differences of many step sizes.

    Parameters
    ----------
    net : Network
    x : (n,) array_like
    y : (d,) array_like
    matrix : str
        "W1" or "W2".
    row, column : int
        The weight, counted from 0.
    step_sizes : (c,) array_like, optional
        Finite, above 0; by default 1e-13 … 1, eight a decade.
    gradient_rule : GradientRule or str
        Formula of the closed-form side.

    Raises
    ------
    NetworkError
        If the pair does not fit or is not finite, there is no such weight, or a step size is none.
    """
    inputs, targets = check_finite_pair(net, x, y)
    gradients = trace(net, inputs, targets, gradient_rule)
    if matrix not in ("W1", "W2"):
        raise NetworkError(f"The matrix is {spelled(matrix)}; it must be W1 or W2.")
    gradient = gradients.grad_W1 if matrix == "W1" else gradients.grad_W2
    rows, columns = gradient.shape
    whole = all(isinstance(at, Integral) for at in (row, column))
    if not (whole and 0 <= row < rows and 0 <= column < columns):
        raise NetworkError(
            f"{matrix} has no entry ({row}, {column}); rows count to {rows - 1}, columns to "
            f"{columns - 1}."
        )
    sizes = usual_step_sizes() if step_sizes is None else np.array(step_sizes, np.float64)
    if not ((sizes > 0) & np.isfinite(sizes)).all():
        raise NetworkError("A step size is not a finite number above 0.")
    differences = Differences(net, inputs, targets)
    usual = default_step_size(), float(np.abs(gradient).max())
    return sweep(differences, matrix, row, column, float(gradient[row, column]), sizes, *usual)


def default_step_size() -> float:
    """Return the cube root of the widest precision, where truncation and rounding balance."""
    return float(np.cbrt(np.finfo(np.longdouble).eps))


def usual_step_sizes() -> Floats:
    """Return 1e-13 … 1, eight a decade."""
    return np.logspace(-13, 0, 105)


def sweep(
    differences: Differences,
    matrix: str,
    row: int,
    column: int,
    analytic: float,
    sizes: Floats,
    step_size: float,
    largest: float,
) -> StepSizeSweep:
    """Compare `analytic`, a closed form, with differences of every one of `sizes`.

    The errors are relative as in a check by `step_size`, where the matrix's largest gradient is
    `largest`.
    """
    where = np.full(sizes.size, column)
    narrow, wide = (
        each.of(matrix, row, where, sizes) for each in (differences.in_double(), differences)
    )
    checked = differences.of(matrix, row, where[:1], step_size).slope
    scale = float(error_scale(np.array([analytic]), checked, largest)[0])
    return StepSizeSweep(
        sizes,
        analytic,
        np.abs(narrow.slope - analytic) / (scale or 1.0),
        np.abs(wide.slope - analytic) / (scale or 1.0),
        wide.kink,
        scale,
    )
