"""PlotInputs: everything that a picture of the network over its inputs is made of."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bpviz.datasets.dataset import Dataset
from bpviz.network import NetworkError, StepTrace
from bpviz.network.types import Floats
from bpviz.network.weights import Network
from bpviz.ui.panels.decision_boundary.quantity import PlottedQuantity, Quantity


class InputKind(StrEnum):
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

    kind: InputKind
    axes: tuple[int, ...]
    base: Floats
    names: tuple[str, ...]

    @classmethod
    def of(cls, data: Dataset) -> PlaneInputs:
        """Return those of `data`."""
        axes = tuple(i for i in range(data.n_inputs) if i != data.constant)
        kind = {1: InputKind.CURVE, 2: InputKind.PLANE}.get(len(axes), InputKind.NEITHER)
        base = np.zeros(data.n_inputs if kind is not InputKind.NEITHER else 0)
        if kind is InputKind.NEITHER:
            return cls(kind, axes, base, ())
        if data.constant is not None:
            base[data.constant] = 1.0
        known = data.input_names
        names = tuple(known[i] if i < len(known) else f"x[{i}]" for i in axes)
        return cls(kind, axes, base, names)

    def at(self, values: Sequence[float]) -> Floats:
        """Return the input vector, (n,), with these values in the place of `axes`."""
        x = self.base.copy()
        x[list(self.axes)] = values
        return x


@dataclass(frozen=True, slots=True, eq=False)
class PlotInputs:
    """One network on one data set, and what of it is shown.

    Attributes
    ----------
    data : Dataset
    inputs : PlaneInputs
        Of `data`.
    net : Network
        Without the units that are switched off.
    off : tuple of int
        These units.
    shown : Shown
    standing : bool
        The network does not change, so that there is time for a finer picture.
    stretch : object
        See `Frame.stretch`; scales that are kept begin anew in another one.
    """

    data: Dataset
    inputs: PlaneInputs
    net: Network
    off: tuple[int, ...]
    shown: PlottedQuantity
    standing: bool
    stretch: object = None

    @property
    def output(self) -> int | None:
        """The output that is shown, None where all are."""
        if self.net.n_outputs == 1:
            return 0
        return self.shown.index if self.shown.quantity is Quantity.OUTPUT else None

    @property
    def compares(self) -> bool:
        """Whether several outputs are compared, so that colours stand for classes."""
        return self.shown.quantity is Quantity.CLASSES and self.net.n_outputs > 1

    @property
    def unit(self) -> int | None:
        """The hidden unit that is shown, None where an output is."""
        return self.shown.index if self.shown.quantity is Quantity.UNIT else None

    def trace(self, x: Floats) -> StepTrace | None:
        """Return z1, h, z2 and f at inputs (n,), None where these are no numbers.

        What it says of targets means nothing.
        """
        from bpviz.network import trace  # numba loads only when it is needed

        with suppress(NetworkError), np.errstate(all="ignore"):
            return trace(self.net, x, np.zeros(self.net.n_outputs))
        return None

    def looks_like(self, other: PlotInputs | None) -> bool:
        """Whether both give the same picture."""
        return (
            other is not None
            and self.data is other.data
            and self.off == other.off
            and self.shown == other.shown
            and _same(self.net, other.net)
        )


def _same(one: Network, other: Network) -> bool:
    """Whether two networks are the same; an equal copy is one."""
    return one is other or (
        (one.sigma1, one.sigma2) == (other.sigma1, other.sigma2)
        and np.array_equal(one.W1T, other.W1T)
        and np.array_equal(one.W2, other.W2)
    )
