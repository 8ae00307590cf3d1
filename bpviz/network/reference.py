"""The note's equations in plain NumPy, one a line: the text to read, and the kernels' oracle."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bpviz.network.activations import Activation
from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.types import Floats


def sigmoid(t: Floats) -> Floats:
    """N2."""
    e = np.exp(-np.abs(t))
    return np.where(t >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_prime(t: Floats) -> Floats:
    """N2, the derivative."""
    e = np.exp(-np.abs(t))
    return np.asarray(e / (1 + e) ** 2)


SIGMA: dict[Activation, tuple[Callable[[Floats], Floats], Callable[[Floats], Floats]]] = {
    Activation.SIGMOID: (sigmoid, sigmoid_prime),
    Activation.TANH: (np.tanh, lambda t: (1 / np.cosh(np.minimum(np.abs(t), 710))) ** 2),
    Activation.RELU: (lambda t: np.maximum(t, 0), lambda t: np.where(t > 0, 1.0, 0.0)),
    Activation.SOFTPLUS: (lambda t: np.logaddexp(0, t), sigmoid),
    Activation.IDENTITY: (lambda t: t, lambda t: np.ones_like(t)),
}
"""σ beside σ′ for arrays."""


def step(
    W1: Floats,
    W2: Floats,
    x: Floats,
    y: Floats,
    sigma1: Activation = Activation.SIGMOID,
    sigma2: Activation = Activation.SIGMOID,
    gradient_rule: GradientRule = GradientRule.EXACT,
) -> StepTrace:
    """N3–N8 for one pair x (n,), y (d,) and weights W1 (l, n), W2 (d, l)."""
    s1, s1_prime = SIGMA[sigma1]
    s2, s2_prime = SIGMA[sigma2]
    z1 = W1 @ x  # N4
    h = s1(z1)
    z2 = W2 @ h
    f = s2(z2)
    loss = np.sum((f - y) ** 2)  # N3
    delta2 = 2 * (f - y) * s2_prime(z2)  # N5
    column = np.ones_like(W2) if gradient_rule is GradientRule.AS_PRINTED else W2
    delta1 = (column.T @ delta2) * s1_prime(z1)  # N7, or the note's first slip: ones for W₂
    return StepTrace(
        x=x,
        y=y,
        z1=z1,
        h=np.array(h),
        z2=z2,
        f=np.array(f),
        loss=float(loss),
        sigma2_prime=s2_prime(z2),
        delta2=delta2,
        sigma1_prime=s1_prime(z1),
        delta1=delta1,
        gradient_rule=gradient_rule,
    )


def update(W1: Floats, W2: Floats, t: StepTrace, learning_rate: float) -> tuple[Floats, Floats]:
    """N9 (ii): both new matrices from the old ones and a trace made with the old ones."""
    W1_new = W1 - np.outer(learning_rate * t.delta1, t.x)  # N8
    W2_new = W2 - np.outer(learning_rate * t.delta2, t.h)  # N6
    return W1_new, W2_new
