"""The worked example of docs/math.md: one step of a network so small that a head can follow it.

    python scripts/worked_example.py

Two inputs, two hidden units, two outputs, the note's sigmoids.  Every pre-activation is ln 3, −ln 3
or 0, where σ is 3/4, 1/4 or 1/2 and σ′ is 3/16 or 1/4; so every number of the step is a fraction.
The rows printed are rows of docs/math.md, and a test compares them.
"""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from bpviz.network import GradientRule, Network, StepTrace, gradient_check, reference, trace
from bpviz.network.types import Floats

LN3 = float(np.log(3.0))
X = np.array([1.0, 2.0])
Y = np.array([1.0, 0.25])
NETWORK = Network(
    np.array([[LN3, 0.0], [LN3, -LN3]]),
    np.array([[1.0, -3.0], [-2.0, 6.0]]),
)
RATE = 0.1
"""λ of the moves of W₁ alone."""

_LARGEST = 1024
"""Largest denominator that a number of the example has."""


def step(rule: GradientRule) -> StepTrace:
    """Return every quantity of the step, computed by the program."""
    return trace(NETWORK, X, Y, rule)


def fraction(value: float) -> str:
    """Write a number of the example as the fraction that it is.

    Raises
    ------
    ValueError
        If it is none with a small denominator.
    """
    found = Fraction(value).limit_denominator(_LARGEST)
    if abs(float(found) - value) > 1e-14:
        raise ValueError(f"{value!r} is no fraction with a denominator up to {_LARGEST}.")
    return str(found).replace("-", "−")


def fractions(values: Floats) -> str:
    """Write a vector as fractions."""
    return f"({', '.join(fraction(float(value)) for value in values)})"


def decimals(values: Floats, digits: int = 5) -> str:
    """Write a vector as decimal numbers."""
    return f"({', '.join(f'{value:.{digits}f}' for value in values)})".replace("-", "−")


def loss_after(rule: GradientRule) -> float:
    """Return the loss of the same pair once W₁ alone has been moved by −λ times its gradient."""
    moved = NETWORK.W1 - RATE * step(rule).grad_W1
    return trace(Network(moved, NETWORK.W2), X, Y).loss


def forward_rows() -> list[str]:
    """Return the rows of the first table: from the pair to the gradient of W₂."""
    t = step(GradientRule.EXACT)
    return [
        "| quantity | by | value |",
        "|---|---|---|",
        f"| z1 / ln 3 = W₁x / ln 3 | N4 | {fractions(t.z1 / LN3)} |",
        f"| h = σ(z1) | N4 | {fractions(t.h)} |",
        f"| z2 = W₂h | N4 | {fractions(t.z2)} |",
        f"| f = σ(z2) | N4 | {fractions(t.f)} |",
        f"| f − y | | {fractions(t.f - t.y)} |",
        f"| loss = ‖f − y‖² | N3 | {fraction(t.loss)} |",
        f"| σ′(z2) | N2 | {fractions(t.sigma2_prime)} |",
        f"| δ2 = 2 (f − y) ⊙ σ′(z2) | N5 | {fractions(t.delta2)} |",
        f"| ∂W₂, row 1 = δ2₁ hᵀ | N6 | {fractions(t.grad_W2[0])} |",
        f"| ∂W₂, row 2 = δ2₂ hᵀ | N6 | {fractions(t.grad_W2[1])} |",
        f"| σ′(z1) | N2 | {fractions(t.sigma1_prime)} |",
    ]


def hidden_rows() -> list[str]:
    """Return the rows of the second table: the gradient of W₁, exact, printed and measured."""
    exact, printed = step(GradientRule.EXACT), step(GradientRule.AS_PRINTED)
    numeric = gradient_check(NETWORK, X, Y).numeric_W1
    arriving = [fractions(t.delta1 / t.sigma1_prime) for t in (exact, printed)]
    rows = [
        "| quantity | exact (N7, N8) | as printed | central differences |",
        "|---|---|---|---|",
        f"| error that arrives at the hidden units | {arriving[0]} | {arriving[1]} | |",
        f"| δ1 | {fractions(exact.delta1)} | {fractions(printed.delta1)} | |",
    ]
    for k in range(2):
        rows.append(
            f"| ∂W₁, row {k + 1} = δ1{'₁₂'[k]} xᵀ | {fractions(exact.grad_W1[k])} | "
            f"{fractions(printed.grad_W1[k])} | {decimals(numeric[k])} |"
        )
    rows.append(
        f"| loss after W₁ ← W₁ − {RATE} ∂W₁ (before: {exact.loss:.5f}) | "
        f"{loss_after(GradientRule.EXACT):.5f} | {loss_after(GradientRule.AS_PRINTED):.5f} | |"
    )
    return rows


def remarks() -> list[str]:
    """Return what else docs/math.md says of the example: the cosine, and slip 2 to the letter."""
    exact, printed = step(GradientRule.EXACT), step(GradientRule.AS_PRINTED)
    cosine = exact.delta1 @ printed.delta1
    cosine /= np.linalg.norm(exact.delta1) * np.linalg.norm(printed.delta1)
    literal = reference.sigmoid_prime(NETWORK.W1 @ exact.h)
    return [
        f"cosine of the two gradients: {cosine:.3f}".replace("-", "−"),
        f"σ′(W₁h) = {decimals(literal, 4)}",
        f"σ′(W₁x) = {decimals(exact.sigma1_prime, 4)}",
    ]


def main() -> None:
    """Print both tables."""
    for part in (forward_rows(), hidden_rows(), remarks()):
        print("\n".join(part), end="\n\n")


if __name__ == "__main__":
    main()
