"""Each activation σ beside its derivative σ′, as scalar functions of one real number t.

They are plain Python so that they can be read and called anywhere; ``kernels.py`` compiles these
very functions, and nothing else in the program computes an activation.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import StrEnum

Scalar = Callable[[float], float]


def sigmoid(t: float) -> float:
    """N2: σ(t) = 1 / (1 + e^−t), in a form that overflows for neither sign."""
    e = math.exp(-abs(t))
    return 1.0 / (1.0 + e) if t >= 0.0 else e / (1.0 + e)


def sigmoid_prime(t: float) -> float:
    """N2: σ′(t) = e / (1 + e)² with e = exp(−|t|).

    e^−t σ(t)² overflows below t ≈ −709 and σ(1 − σ) loses all digits above t = 37; this does
    neither.
    """
    e = math.exp(-abs(t))
    return e / ((1.0 + e) * (1.0 + e))


def tanh(t: float) -> float:
    """Hyperbolic tangent."""
    return math.tanh(t)


def tanh_prime(t: float) -> float:
    """tanh′(t) = 4e / (1 + e)² with e = exp(−2|t|): 1 − tanh² would lose its digits."""
    e = math.exp(-2.0 * abs(t))
    return 4.0 * e / ((1.0 + e) * (1.0 + e))


def relu(t: float) -> float:
    """max(t, 0); not-a-number stays not-a-number, so that it is noticed."""
    return 0.0 if t <= 0.0 else t


def relu_prime(t: float) -> float:
    """1 above 0, else 0; at the kink itself 0, as usual."""
    return 0.0 if t <= 0.0 else 1.0


def identity(t: float) -> float:
    """t."""
    return t


def identity_prime(t: float) -> float:
    """1."""
    return 1.0


class Activation(StrEnum):
    """The activations that either layer can have."""

    SIGMOID = "sigmoid"
    TANH = "tanh"
    RELU = "relu"
    IDENTITY = "identity"

    @property
    def function(self) -> Scalar:
        """σ."""
        return _PAIRS[self][0]

    @property
    def derivative(self) -> Scalar:
        """σ′."""
        return _PAIRS[self][1]

    @property
    def code(self) -> int:
        """Number of this activation in the compiled kernels."""
        return list(Activation).index(self)


_PAIRS: dict[Activation, tuple[Scalar, Scalar]] = {
    Activation.SIGMOID: (sigmoid, sigmoid_prime),
    Activation.TANH: (tanh, tanh_prime),
    Activation.RELU: (relu, relu_prime),
    Activation.IDENTITY: (identity, identity_prime),
}
