"""Samples: what the maker of a toy hands over, before parts are held back."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.network.types import Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """All samples of a toy, without the constant input.

    Attributes
    ----------
    inputs : (m, n) float64
    targets : (m, d) float64
    input_names : tuple of str
        One for each of the n.
    labels : (m,) int64 or None
        Class of each sample; None for regression.
    class_names, target_names, target_scale
        As of a `Dataset`.
    """

    inputs: Floats
    targets: Floats
    input_names: tuple[str, ...]
    labels: Ints | None = None
    class_names: tuple[str, ...] = ()
    target_names: tuple[str, ...] = ()
    target_scale: Floats | None = None


def two_classes(inputs: Floats, labels: Ints) -> Samples:
    """Return samples of the classes 0 and 1, with the class itself as the one target."""
    return Samples(
        inputs=inputs,
        targets=labels[:, None].astype(float),
        input_names=subscripted(inputs.shape[1]),
        labels=labels,
        class_names=("0", "1"),
    )


def subscripted(n: int) -> tuple[str, ...]:
    """Return x₁ … xₙ for n up to 9."""
    return tuple(f"x{'₁₂₃₄₅₆₇₈₉'[i]}" for i in range(n))
