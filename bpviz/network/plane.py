"""f over a plane of two inputs, or along a line of one: what a decision boundary is drawn from.

The sums are those of ``equations.py`` and so is σ; only σ′, which nobody looks at here, is left
out.  So every entry has the bits that `Network.predict` gives for the same inputs, in half the
time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bpviz.network.classification import predicted_class
from bpviz.network.compiler import strict_jit
from bpviz.network.equations import Workspace, activate, hidden_sums, output_sums
from bpviz.network.rows import CompressedRows
from bpviz.network.types import Floats, Indices, Ints
from bpviz.network.weights import Network, NetworkError
from bpviz.quoting import brief


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """What the network says at every point of a grid.

    Attributes
    ----------
    f : (rows, columns, d) float64
        The outputs.
    h : (rows, columns, u) float64
        The values of the hidden units that were asked for, in that order.
    """

    f: Floats
    h: Floats

    __repr__ = brief


@strict_jit
def grid(
    W1T: Floats,
    W2: Floats,
    sigma1: int,
    sigma2: int,
    x: Floats,
    first: int,
    second: int,
    across: Floats,
    up: Floats,
    units: Ints,
    ws: Workspace,
    indices: Indices,
    values: Floats,
    f: Floats,
    h: Floats,
) -> None:
    """Fill `f` (rows, columns, d) and `h` (rows, columns, u); see `over_plane`.

    `second` is −1 where only one input varies.  `x` (n,), `indices` and `values` (n,) are
    written over.
    """
    for r in range(up.size):
        if second >= 0:
            x[second] = up[r]
        for c in range(across.size):
            x[first] = across[c]
            entries = 0
            for i in range(x.size):
                if x[i] != 0.0:
                    indices[entries] = i
                    values[entries] = x[i]
                    entries += 1
            hidden_sums(indices[:entries], values[:entries], W1T, ws.z1)
            activate(sigma1, ws.z1, ws.h, ws.prime1)
            output_sums(W2, ws.h, ws.z2)
            activate(sigma2, ws.z2, ws.f, ws.prime2)
            for j in range(ws.f.size):
                f[r, c, j] = ws.f[j]
            for u in range(units.size):
                h[r, c, u] = ws.h[units[u]]


@strict_jit
def leads(f: Floats, threshold: float, winner: Ints, lead: Floats) -> None:
    """Write the predicted class of every point, and how far its output leads; see `leaders`."""
    rows, columns, d = f.shape
    for r in range(rows):
        for c in range(columns):
            best = predicted_class(f[r, c], threshold)
            winner[r, c] = best
            if d == 1:
                lead[r, c] = abs(f[r, c, 0] - threshold)
                continue
            second = -np.inf
            for j in range(d):
                if j != best and f[r, c, j] > second:
                    second = f[r, c, j]
            lead[r, c] = f[r, c, best] - second


def over_plane(
    net: Network,
    x: ArrayLike,
    axes: Sequence[int],
    across: ArrayLike,
    up: ArrayLike = (0.0,),
    units: Sequence[int] = (),
) -> Plane:
    """Compute f, and some of h, where one or two inputs vary and the others stay.

    Parameters
    ----------
    net : Network
    x : (n,) array_like
        The inputs; those of `axes` do not matter.
    axes : one or two int
        Which inputs vary: the first along the columns of the result, the second along its rows.
    across : (columns,) array_like
        Values of the first.
    up : (rows,) array_like
        Values of the second; left alone where only one varies.
    units : sequence of int
        Hidden units whose values are wanted too.

    Raises
    ------
    NetworkError
        If x, an axis or a unit does not fit the network.
    """
    base = np.array(x, dtype=np.float64)
    if base.shape != (net.n_inputs,):
        raise NetworkError(f"x has the shape {base.shape}; it must be ({net.n_inputs},).")
    if len(axes) not in (1, 2) or len({*axes}) < len(axes):
        raise NetworkError(f"The axes are {tuple(axes)}; they must be one or two different inputs.")
    for name, chosen, size in (("axis", axes, net.n_inputs), ("unit", units, net.n_hidden)):
        for i in chosen:
            if not 0 <= i < size:
                raise NetworkError(f"There is no {name} {i}; they count from 0 to {size - 1}.")
    columns, rows = np.array(across, dtype=np.float64), np.array(up, dtype=np.float64)
    wanted = np.array(units, dtype=np.int64)
    f = np.empty((rows.size, columns.size, net.n_outputs))
    h = np.empty((rows.size, columns.size, wanted.size))
    grid(
        net.W1T,
        net.W2,
        net.sigma1.code,
        net.sigma2.code,
        base,
        int(axes[0]),
        int(axes[1]) if len(axes) > 1 else -1,
        columns,
        rows,
        wanted,
        Workspace.empty(net.n_hidden, net.n_outputs),
        np.empty(net.n_inputs, dtype=CompressedRows.index_type(net.n_inputs)),
        np.empty(net.n_inputs),
        f,
        h,
    )
    return Plane(f, h)


def leaders(f: Floats, threshold: float = 0.5) -> tuple[NDArray[np.int64], Floats]:
    """Return the predicted class and its lead at every point of a grid.

    Parameters
    ----------
    f : (rows, columns, d) float64
        Outputs.
    threshold : float
        Where a single output begins to say 1, see `Dataset.threshold`.

    Returns
    -------
    winner : (rows, columns) int64
        Index of the largest output; with one output, 1 from the threshold on.
    lead : (rows, columns) float64
        By how much it exceeds the second largest, or how far it is from the threshold.
    """
    winner, lead = np.empty(f.shape[:2], dtype=np.int64), np.empty(f.shape[:2])
    leads(f, threshold, winner, lead)
    return winner, lead


def warm_up() -> None:
    """Compile, or load from the cache, what this module needs."""
    net = Network.initial(n_inputs=2, n_hidden=1, n_outputs=2)
    leaders(over_plane(net, np.zeros(2), (0, 1), np.zeros(1), units=(0,)).f)
