"""The words for everything that a run can be made with, each beside its value."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from bpviz.network.activations import Activation
from bpviz.network.rules import GradientRule
from bpviz.network.weights import Initializer
from bpviz.training.settings import Order

Choices = tuple[tuple[str, str], ...]
"""Value and words of each choice, in the order in which to offer them."""


def activations() -> Choices:
    """Return the activations of either layer."""
    words = {
        Activation.SIGMOID: QCoreApplication.translate("Choices", "sigmoid"),
        Activation.TANH: QCoreApplication.translate("Choices", "tanh"),
        Activation.RELU: QCoreApplication.translate("Choices", "ReLU"),
        Activation.SOFTPLUS: QCoreApplication.translate("Choices", "softplus"),
        Activation.IDENTITY: QCoreApplication.translate("Choices", "identity"),
    }
    return tuple((kind, words[kind]) for kind in Activation)


def saturation(sigma1: Activation) -> str:
    """Say which hidden units are saturated, see `Activation.saturation`."""
    return {
        Activation.SIGMOID: QCoreApplication.translate(
            "Choices", "σ₁ is the sigmoid: a unit is saturated when h < 0.01 or > 0.99."
        ),
        Activation.TANH: QCoreApplication.translate(
            "Choices", "σ₁ is tanh: a unit is saturated when |h| > 0.98."
        ),
        Activation.RELU: QCoreApplication.translate(
            "Choices", "σ₁ is ReLU: a unit is saturated when h = 0."
        ),
        Activation.SOFTPLUS: QCoreApplication.translate(
            "Choices", "σ₁ is softplus: a unit is saturated when h < 0.01."
        ),
        Activation.IDENTITY: QCoreApplication.translate(
            "Choices", "σ₁ is the identity: no unit is ever saturated."
        ),
    }[sigma1]


def initializers() -> Choices:
    """Return the distributions of the initial weights."""
    return (
        (Initializer.NORMAL, QCoreApplication.translate("Choices", "normal")),
        (Initializer.UNIFORM, QCoreApplication.translate("Choices", "uniform")),
        (Initializer.GLOROT, QCoreApplication.translate("Choices", "Glorot")),
        (Initializer.HE, QCoreApplication.translate("Choices", "He")),
        (Initializer.ZEROS, QCoreApplication.translate("Choices", "zeros")),
    )


def orders() -> Choices:
    """Return the ways in which pairs are drawn."""
    return (
        (Order.RANDOM, QCoreApplication.translate("Choices", "random")),
        (Order.SHUFFLED, QCoreApplication.translate("Choices", "shuffled")),
        (Order.SEQUENTIAL, QCoreApplication.translate("Choices", "sequential")),
    )


def gradient_rules() -> Choices:
    """Return the formulas that the gradient can follow."""
    printed = QCoreApplication.translate("Choices", "as printed (for comparison)")
    return (
        (GradientRule.EXACT, QCoreApplication.translate("Choices", "exact")),
        (GradientRule.AS_PRINTED, printed),
    )
