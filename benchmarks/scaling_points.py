"""What scaling.py measures: a run's sizes, and its cost at them."""

from __future__ import annotations

from dataclasses import dataclass

DENSITY = 0.19
"""Share of MNIST's pixels that are not zero."""


@dataclass(frozen=True)
class Sizes:
    """Of a run: inputs, hidden units, outputs, pairs."""

    n: int = 784
    l: int = 32
    d: int = 10
    m: int = 1000

    @property
    def operations(self) -> float:
        """Multiply-adds of a step: W₁ forward and update; W₂ forward, back and update."""
        return 2 * DENSITY * self.n * self.l + 3 * self.d * self.l


@dataclass(frozen=True)
class Point:
    """What was measured at some sizes: seconds a step, bytes of the pairs and of the weights."""

    sizes: Sizes
    seconds: float
    pair_bytes: int
    weight_bytes: int
