"""Central differences of the loss, (E(w + s) − E(w − s)) / 2s, from N1 and N3 alone.

Nothing here is shared with the kernels that are judged by it: σ is written down again, and sums are
NumPy's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bpviz.network.activations import Activation
from bpviz.network.checked import Flags
from bpviz.network.types import Floats, Ints
from bpviz.network.weights import Network

Wide = NDArray[Any]
"""Of the precision in which the loss is evaluated."""


class Slopes(NamedTuple):
    """Differences of some entries of one row.

    Attributes
    ----------
    slope : (c,) float64
        The central difference.
    kink : (c,) bool
        Whether a kink of ReLU lies between the two evaluations.
    rounding : (c,) float64
        What rounding may have done to it, an upper bound in practice.
    """

    slope: Floats
    kink: Flags
    rounding: Floats


def sigma(kind: Activation, t: Wide) -> Wide:
    """σ alone, in the precision of t and written apart from what is being checked."""
    if kind is Activation.SIGMOID:
        return np.asarray(0.5 * (1 + np.tanh(t / 2)))
    if kind is Activation.TANH:
        return np.asarray(np.tanh(t))
    return np.asarray(np.maximum(t, 0)) if kind is Activation.RELU else t


_GO = 100_000
"""Weights that `hidden_sums` goes through at once: some milliseconds."""


def hidden_sums(
    net: Network, x: Floats, precision: type[np.floating[Any]] = np.longdouble
) -> Iterator[Wide]:
    """Yield z1 = W₁x in parts, from the first row of W₁ on, each in a few milliseconds."""
    inputs, rows = x.astype(precision), max(1, _GO // net.n_inputs)
    for first in range(0, net.n_hidden, rows):
        part = net.W1[first : first + rows].astype(precision)
        yield np.array([np.dot(row, inputs) for row in part])


def _rounded(kind: Activation, values: Wide) -> Wide:
    """Return the sizes at which values of σ are rounded: `sigma` adds 1 for the sigmoid."""
    return np.ones_like(values) if kind is Activation.SIGMOID else np.asarray(np.abs(values))


class Differences:
    """Differences around one pair (x, y).

    Parameters
    ----------
    net : Network
    x : (n,) float64
    y : (d,) float64
    precision : dtype
        In which the loss is evaluated; by default the widest of the machine, in which rounding
        stays far below truncation.
    z1 : (l,) array, optional
        W₁x where it is known, see `hidden_sums`.
    """

    def __init__(
        self,
        net: Network,
        x: Floats,
        y: Floats,
        precision: type[np.floating[Any]] = np.longdouble,
        z1: Wide | None = None,
    ) -> None:
        self._net = net
        self._pair = x, y
        self._x, self._y = x.astype(precision), y.astype(precision)
        self._W2 = net.W2.astype(precision)
        sums = np.concatenate(list(hidden_sums(net, x, precision))) if z1 is None else z1
        self._z1 = sums.astype(precision)
        self._h = sigma(net.sigma1, self._z1)
        self._z2 = self._W2 @ self._h
        self._f = sigma(net.sigma2, self._z2)
        self._eps = float(np.finfo(precision).eps)
        self._error = np.abs(self._f - self._y)

    @property
    def loss(self) -> float:
        """E at the weights themselves."""
        return float(((self._f - self._y) ** 2).sum())

    def in_double(self) -> Differences:
        """Return differences around the same place, with the loss evaluated in double precision."""
        return Differences(self._net, *self._pair, np.float64, self._z1)

    def of(self, matrix: str, row: int, columns: Ints, s: float | Floats) -> Slopes:
        """Return differences of one row of "W1" or "W2", see `of_W1` and `of_W2`."""
        return (self.of_W1 if matrix == "W1" else self.of_W2)(row, columns, s)

    def of_W1(self, k: int, columns: Ints, s: float | Floats) -> Slopes:
        """Return differences of W₁ₖᵢ for the columns i, by s or by one s for each."""
        steps = np.asarray(s, dtype=self._x.dtype)
        moves = steps * self._x[columns]
        before = self._h[k]
        sides, outputs, kink = [], [], np.zeros(columns.size, dtype=bool)
        for sign in (1, -1):
            change = sigma(self._net.sigma1, self._z1[k] + sign * moves) - before
            outputs.append(self._z2[:, np.newaxis] + np.outer(self._W2[:, k], change))
            sides.append(self._losses(outputs[-1]))
        if self._net.sigma1 is Activation.RELU:
            kink |= (np.abs(self._z1[k]) <= np.abs(moves)) & (moves != 0)
        kink |= self._kink_of_outputs(outputs)
        column = np.abs(self._W2[:, k]) * _rounded(self._net.sigma1, before)
        noise = self._noise(column + np.abs(self._z2), slice(None))
        return self._slopes(sides, steps, moves != 0, kink, noise)

    def of_W2(self, j: int, columns: Ints, s: float | Floats) -> Slopes:
        """Return differences of W₂ⱼₖ for the columns k, by s or by one s for each."""
        steps = np.asarray(s, dtype=self._x.dtype)
        moves = steps * self._h[columns]
        others = self.loss_without(j)
        sides, outputs = [], []
        for sign in (1, -1):
            z = self._z2[j] + sign * moves
            outputs.append(z[np.newaxis])
            sides.append(others + (sigma(self._net.sigma2, z) - self._y[j]) ** 2)
        noise = self._noise(np.abs(self._z2[j : j + 1]), slice(j, j + 1))
        # A value of the sigmoid is never 0, but rounded to 0 it moves nothing.
        matters = (moves != 0) | (self._net.sigma1 is Activation.SIGMOID)
        return self._slopes(sides, steps, matters, self._kink_of_outputs(outputs), noise)

    def loss_without(self, j: int) -> Wide:
        """Return the part of E that the other outputs make."""
        errors = (self._f - self._y) ** 2
        errors[j] = 0
        return np.asarray(errors.sum())

    def _losses(self, z2_of_each: Wide) -> Wide:
        """E for a batch (d, c) of output pre-activations."""
        f = sigma(self._net.sigma2, z2_of_each)
        return np.asarray(((f - self._y[:, np.newaxis]) ** 2).sum(axis=0))

    def _kink_of_outputs(self, outputs: list[Wide]) -> Flags:
        moved = outputs[0] != outputs[1]
        if self._net.sigma2 is not Activation.RELU:
            return np.zeros(moved.shape[1], dtype=bool)
        crossed = (outputs[0] > 0) != (outputs[1] > 0)
        touched = (outputs[0] == 0) | (outputs[1] == 0)
        return np.asarray((moved & (crossed | touched)).any(axis=0))

    def _noise(self, through: Wide, outputs: slice) -> float:
        """Return how far rounding may move E.

        By its terms, by f, and by z2 of the `outputs` that move; `through`, as long as these, is
        the size of what is added up there.
        """
        error, f = self._error[outputs], self._f[outputs]
        flat = self._net.sigma2 in (Activation.RELU, Activation.IDENTITY, Activation.TANH)
        terms = 2 * error * (_rounded(self._net.sigma2, f) + (1.0 if flat else 0.25) * through)
        return self._eps * float((self._error**2).sum() + terms.sum())

    @staticmethod
    def _slopes(
        sides: list[Wide], steps: Wide, matters: Flags, kink: Flags, noise: float
    ) -> Slopes:
        slope = ((sides[0] - sides[1]) / (2 * steps)).astype(np.float64)
        rounding = np.where(matters, noise / (2 * steps.astype(np.float64)), 0.0)
        return Slopes(slope, kink, rounding)
