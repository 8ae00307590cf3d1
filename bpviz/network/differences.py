"""Central differences of the loss, (E(w + s) − E(w − s)) / 2s, from N1 and N3 alone.

Nothing here is shared with the kernels that are judged by it: σ is written down again, and sums are
NumPy's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
        Whether a kink of σ lies between the two evaluations.
    rounding : (c,) float64
        What rounding may have done to it, an upper bound in practice.
    """

    slope: Floats
    kink: Flags
    rounding: Floats


class _Sigma(NamedTuple):
    """σ written apart from what is being checked, and what rounding does to it.

    Attributes
    ----------
    of : callable
        σ, in the precision of its argument.
    steepest : float
        The largest σ′.
    rounded : float or None
        The size at which its values are rounded; None: their own.
    positive : bool
        Whether it is above 0 everywhere, though it may be rounded to 0.
    """

    of: Callable[[Wide], Wide]
    steepest: float = 1.0
    rounded: float | None = None
    positive: bool = False


_SIGMA = {
    Activation.SIGMOID: _Sigma(lambda t: 0.5 * (1 + np.tanh(t / 2)), 0.25, 1.0, positive=True),
    Activation.TANH: _Sigma(np.tanh),
    Activation.RELU: _Sigma(lambda t: np.maximum(t, 0)),
    Activation.SOFTPLUS: _Sigma(lambda t: np.logaddexp(0, t), positive=True),
    Activation.IDENTITY: _Sigma(lambda t: t),
}


def sigma(kind: Activation, t: Wide) -> Wide:
    """σ alone, in the precision of t and written apart from what is being checked."""
    return np.asarray(_SIGMA[kind].of(t))


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
    """Return the sizes at which values of σ are rounded."""
    size = _SIGMA[kind].rounded
    return np.asarray(np.abs(values)) if size is None else np.full_like(values, size)


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
        # What rounding may have done to f: there a loss of 0 may be none.
        self._steepest = _SIGMA[net.sigma2].steepest
        reach = np.abs(self._W2) @ _rounded(net.sigma1, self._h)
        self._doubt = self._eps * (_rounded(net.sigma2, self._f) + self._steepest * reach)

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
        outputs = []
        for sign in (1, -1):
            change = sigma(self._net.sigma1, self._z1[k] + sign * moves) - before
            outputs.append(self._z2[:, np.newaxis] + np.outer(self._W2[:, k], change))
        column = np.abs(self._W2[:, k]) * _rounded(self._net.sigma1, before)
        sides, noise = self._losses(outputs, slice(None), column[:, np.newaxis])
        kink = self._kink_of_outputs(outputs)
        if (bend := self._net.sigma1.kink) is not None:
            kink |= (np.abs(self._z1[k] - bend) <= np.abs(moves)) & (moves != 0)
        return self._slopes(sides, steps, moves != 0, kink, noise)

    def of_W2(self, j: int, columns: Ints, s: float | Floats) -> Slopes:
        """Return differences of W₂ⱼₖ for the columns k, by s or by one s for each."""
        steps = np.asarray(s, dtype=self._x.dtype)
        moves = steps * self._h[columns]
        outputs = [(self._z2[j] + sign * moves)[np.newaxis] for sign in (1, -1)]
        size = np.abs(steps) * _rounded(self._net.sigma1, self._h[columns])
        sides, noise = self._losses(outputs, slice(j, j + 1), size, self.loss_without(j))
        # What is above 0, but rounded to 0, moves nothing here.
        matters = (moves != 0) | _SIGMA[self._net.sigma1].positive
        return self._slopes(sides, steps, matters, self._kink_of_outputs(outputs), noise)

    def loss_without(self, j: int) -> Wide:
        """Return the part of E that the other outputs make."""
        errors = (self._f - self._y) ** 2
        errors[j] = 0
        return np.asarray(errors.sum())

    def _losses(
        self, outputs: list[Wide], moved: slice, added: Wide, others: Wide | float = 0.0
    ) -> tuple[list[Wide], Wide]:
        """Return E at both places, each (c,), and how far rounding may move it, (c,).

        `outputs` holds, for either place, z2 of the outputs that are `moved`, (d, c); `others` is
        what the rest of them makes of E.  Rounded are the terms of E, f, and z2, where `added`,
        (d, c), is the size of what is added to z2; and f was rounded before, at both places alike.
        """
        f = [sigma(self._net.sigma2, z) for z in outputs]
        gaps = [each - self._y[moved, np.newaxis] for each in f]
        sides = [others + (gap**2).sum(axis=0) for gap in gaps]
        gap, size, z = (np.abs(each).max(axis=0) for each in (gaps, f, outputs))
        doubt = self._doubt[moved, np.newaxis]
        gap = gap + doubt
        rounded = _rounded(self._net.sigma2, size) + self._steepest * (added + z)
        terms = 2 * (gap**2 + gap * rounded).sum(axis=0)
        kept = 2 * (doubt * np.abs(f[0] - f[1])).sum(axis=0)
        return sides, np.asarray(2 * self._eps * (others + terms) + kept)

    def _kink_of_outputs(self, outputs: list[Wide]) -> Flags:
        moved, bend = outputs[0] != outputs[1], self._net.sigma2.kink
        if bend is None:
            return np.zeros(moved.shape[1], dtype=bool)
        crossed = (outputs[0] > bend) != (outputs[1] > bend)
        touched = (outputs[0] == bend) | (outputs[1] == bend)
        return np.asarray((moved & (crossed | touched)).any(axis=0))

    @staticmethod
    def _slopes(sides: list[Wide], steps: Wide, matters: Flags, kink: Flags, noise: Wide) -> Slopes:
        slope = ((sides[0] - sides[1]) / (2 * steps)).astype(np.float64)
        rounding = np.where(matters, noise / (2 * steps), 0).astype(np.float64)
        return Slopes(slope, kink, rounding)
