"""The words for everything that a run can be made with, each beside its value."""

from __future__ import annotations

from bpviz.network.activations import Activation
from bpviz.network.rules import GradientRule
from bpviz.network.weights import Initializer
from bpviz.training.settings import Order
from bpviz.ui.core.formatting import translator

_tr = translator("Choices")

Choices = tuple[tuple[str, str], ...]
"""Value and words of each choice, in the order in which to offer them."""


def activations() -> Choices:
    """Return the activations of either layer."""
    words = {
        Activation.SIGMOID: _tr("sigmoid"),
        Activation.TANH: _tr("tanh"),
        Activation.RELU: _tr("ReLU"),
        Activation.SOFTPLUS: _tr("softplus"),
        Activation.IDENTITY: _tr("identity"),
    }
    return tuple((kind, words[kind]) for kind in Activation)


def saturation(sigma1: Activation) -> str:
    """Say which hidden units are saturated, see `Activation.saturation`."""
    return {
        Activation.SIGMOID: _tr("σ₁ is the sigmoid: a unit is saturated when h < 0.01 or > 0.99."),
        Activation.TANH: _tr("σ₁ is tanh: a unit is saturated when |h| > 0.98."),
        Activation.RELU: _tr("σ₁ is ReLU: a unit is saturated when h = 0."),
        Activation.SOFTPLUS: _tr("σ₁ is softplus: a unit is saturated when h < 0.01."),
        Activation.IDENTITY: _tr("σ₁ is the identity: no unit is ever saturated."),
    }[sigma1]


def initializers() -> Choices:
    """Return the distributions of the initial weights."""
    return (
        (Initializer.NORMAL, _tr("normal")),
        (Initializer.UNIFORM, _tr("uniform")),
        (Initializer.GLOROT, _tr("Glorot")),
        (Initializer.HE, _tr("He")),
        (Initializer.ZEROS, _tr("zeros")),
    )


def orders() -> Choices:
    """Return the ways in which pairs are drawn."""
    return (
        (Order.RANDOM, _tr("random")),
        (Order.SHUFFLED, _tr("shuffled")),
        (Order.SEQUENTIAL, _tr("sequential")),
    )


def gradient_rules() -> Choices:
    """Return the formulas that the gradient can follow."""
    printed = _tr("as printed (for comparison)")
    return (
        (GradientRule.EXACT, _tr("exact")),
        (GradientRule.AS_PRINTED, printed),
    )
