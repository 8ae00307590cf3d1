"""PlaneInputs: which inputs of a data set span a plane, or the line along which a curve runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network.types import Floats


class Kind(StrEnum):
    """How the network can be drawn over the inputs of a data set."""

    PLANE = "plane"
    CURVE = "curve"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, eq=False)
class PlaneInputs:
    """The inputs that vary; the constant 1 is none of them.

    Attributes
    ----------
    kind : Kind
        PLANE for two of them, CURVE for one.
    axes : tuple of int
        Which inputs these are; with NEITHER all but the constant.
    base : (n,) float64
        An input vector that has the constant in its place, and zeros.
    names : tuple of str
        Of `axes`; empty with NEITHER.
    """

    kind: Kind
    axes: tuple[int, ...]
    base: Floats
    names: tuple[str, ...]

    @classmethod
    def of(cls, data: Dataset) -> PlaneInputs:
        """Return those of `data`."""
        axes = tuple(i for i in range(data.n_inputs) if i != data.constant)
        kind = {1: Kind.CURVE, 2: Kind.PLANE}.get(len(axes), Kind.NEITHER)
        base = np.zeros(data.n_inputs if kind is not Kind.NEITHER else 0)
        if kind is Kind.NEITHER:
            return cls(kind, axes, base, ())
        if data.constant is not None:
            base[data.constant] = 1.0
        known = data.input_names
        names = tuple(known[i] if i < len(known) else f"x[{i}]" for i in axes)
        return cls(kind, axes, base, names)

    def at(self, *values: float) -> Floats:
        """Return the input vector, (n,), with these values in the place of `axes`."""
        x = self.base.copy()
        x[list(self.axes)] = values
        return x
