"""Central differences: an independent look at every entry of both gradients."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bpviz.network.activations import Activation
from bpviz.network.evaluate import check_pair, trace
from bpviz.network.rules import GradientRule
from bpviz.network.types import Floats
from bpviz.network.weights import Network, NetworkError

Extended = NDArray[np.longdouble]

_FLOOR = 1e-4
"""Entries below this share of the matrix's largest gradient are judged against that share: there
the differences are dominated by rounding."""


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """Closed-form gradient against central differences, for every weight of both matrices.

    Attributes
    ----------
    analytic_W1, numeric_W1, relative_error_W1 : (l, n) float64
    analytic_W2, numeric_W2, relative_error_W2 : (d, l) float64
        The relative error is ``|a − c| / max(|a|, |c|, 1e-4 · G)`` with G the largest entry of the
        matrix's gradient, and 0 where both are 0.
    step_size : float
        Half the distance of the two evaluations.
    """

    analytic_W1: Floats
    numeric_W1: Floats
    relative_error_W1: Floats
    analytic_W2: Floats
    numeric_W2: Floats
    relative_error_W2: Floats
    step_size: float

    @property
    def max_relative_error(self) -> float:
        """Largest relative error over every weight of both matrices."""
        return float(max(self.relative_error_W1.max(), self.relative_error_W2.max()))

    @property
    def worst(self) -> tuple[str, int, int]:
        """Where it is: ("W1" or "W2", row, column), counted from 0."""
        in_W1 = self.relative_error_W1.max() >= self.relative_error_W2.max()
        errors = self.relative_error_W1 if in_W1 else self.relative_error_W2
        row, column = np.unravel_index(int(errors.argmax()), errors.shape)
        return ("W1" if in_W1 else "W2", int(row), int(column))


def _sigma(kind: Activation, t: Extended) -> Extended:
    """σ alone, in extended precision and written apart from what is being checked."""
    if kind is Activation.SIGMOID:
        return np.asarray(0.5 * (1 + np.tanh(t / 2)))
    if kind is Activation.TANH:
        return np.asarray(np.tanh(t))
    return np.asarray(np.maximum(t, 0)) if kind is Activation.RELU else t


def _relative(a: Floats, c: Floats) -> Floats:
    largest = max(np.abs(a).max(), np.abs(c).max())
    scale = np.maximum(np.maximum(np.abs(a), np.abs(c)), _FLOOR * largest)
    errors: Floats = np.divide(np.abs(a - c), scale, out=np.zeros_like(a), where=scale > 0)
    return errors


def gradient_check(
    net: Network,
    x: ArrayLike,
    y: ArrayLike,
    gradient_rule: GradientRule | str = GradientRule.EXACT,
    step_size: float | None = None,
) -> GradientCheck:
    """Compare every weight's gradient with ``(E(w + s) − E(w − s)) / 2s``.

    The loss E is evaluated from N1 and N3 alone, in the widest floating point of the machine, so
    that rounding stays far below truncation.

    Parameters
    ----------
    net : Network
    x : (n,) array_like
    y : (d,) array_like
    gradient_rule : GradientRule or str
        Formula of the closed-form side; "as_printed" shows its fault at once.
    step_size : float, optional
        s; by default the cube root of the machine's precision.

    Raises
    ------
    NetworkError
        If a shape does not fit, or `step_size` is not a finite number above 0.
    """
    inputs, targets = check_pair(net, x, y)
    analytic = trace(net, inputs, targets, gradient_rule)
    s = float(np.finfo(np.longdouble).eps) ** (1 / 3) if step_size is None else float(step_size)
    if not 0 < s < np.inf:
        raise NetworkError(f"The step size is {step_size!r}; it must be a finite number above 0.")
    wide_x, wide_y = inputs.astype(np.longdouble), targets.astype(np.longdouble)
    W2 = net.W2.astype(np.longdouble)
    z1 = np.array([row @ wide_x for row in net.W1.astype(np.longdouble)])
    h = _sigma(net.sigma1, z1)
    z2 = W2 @ h

    def losses(z2_of_each: Extended) -> Extended:
        """E for a batch (d, b) of output pre-activations."""
        return np.asarray(
            ((_sigma(net.sigma2, z2_of_each) - wide_y[:, np.newaxis]) ** 2).sum(axis=0)
        )

    def difference(move: Extended, k: int) -> Extended:
        """E when z1ₖ moves by +move, less E when it moves by −move; move is (n,)."""
        sides = []
        for sign in (1, -1):
            change = _sigma(net.sigma1, z1[k] + sign * move) - h[k]
            sides.append(losses(z2[:, np.newaxis] + np.outer(W2[:, k], change)))
        return np.asarray(sides[0] - sides[1])

    numeric_W1 = np.array([difference(s * wide_x, k) for k in range(net.n_hidden)]) / (2 * s)
    numeric_W2 = np.empty_like(W2)
    for j in range(net.n_outputs):
        sides = []
        for sign in (1, -1):
            batch = np.repeat(z2[:, np.newaxis], net.n_hidden, axis=1)
            batch[j] += sign * s * h
            sides.append(losses(batch))
        numeric_W2[j] = (sides[0] - sides[1]) / (2 * s)
    numeric1, numeric2 = numeric_W1.astype(np.float64), numeric_W2.astype(np.float64)
    return GradientCheck(
        analytic_W1=analytic.grad_W1,
        numeric_W1=numeric1,
        relative_error_W1=_relative(analytic.grad_W1, numeric1),
        analytic_W2=analytic.grad_W2,
        numeric_W2=numeric2,
        relative_error_W2=_relative(analytic.grad_W2, numeric2),
        step_size=s,
    )
