"""Ask a Network: predictions and full traces of single pairs, computed by the kernels."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from bpviz.network import kernels, scans
from bpviz.network.rows import CompressedRows
from bpviz.network.rules import GradientRule
from bpviz.network.step_trace import StepTrace
from bpviz.network.traced import traced
from bpviz.network.types import Floats
from bpviz.network.weights import Network, NetworkError
from bpviz.quoting import spelled


def predict(net: Network, X: ArrayLike | CompressedRows) -> Floats:
    """f(x) of every row of X, N1.

    Parameters
    ----------
    net : Network
    X : (m, n) array_like, sparse matrix of SciPy, or CompressedRows
        One (n,) input counts as a single row.

    Returns
    -------
    (m, d) float64

    Raises
    ------
    NetworkError
        If X has another number of columns, or is not made of real numbers.
    """
    try:
        rows = CompressedRows.of(X)
    except (TypeError, ValueError):
        raise NetworkError(
            f"The inputs are {spelled(X)}; they must be (m, {net.n_inputs}) real numbers."
        ) from None
    if rows.n_inputs != net.n_inputs:
        raise NetworkError(
            f"The inputs have {rows.n_inputs} columns; this network takes n = {net.n_inputs}."
        )
    out = np.empty((len(rows), net.n_outputs))
    workspace = kernels.Workspace.empty(net.n_hidden, net.n_outputs)
    scans.predict(
        net.W1T,
        net.W2,
        rows.starts,
        rows.indices,
        rows.values,
        net.sigma1.code,
        net.sigma2.code,
        workspace,
        out,
    )
    return out


def check_pair(net: Network, x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats]:
    """Return copies of one pair as float64 arrays (n,) and (d,).

    Raises
    ------
    NetworkError
        If they are not made of real numbers, or a shape does not fit the network.
    """
    inputs, targets = _real("x", x, net.n_inputs, 0), _real("y", y, net.n_outputs, 1)
    if inputs.shape != (net.n_inputs,):
        raise NetworkError(f"x has the shape {inputs.shape}; it must be ({net.n_inputs},).")
    if targets.shape != (net.n_outputs,):
        raise NetworkError(f"y has the shape {targets.shape}; it must be ({net.n_outputs},).")
    return inputs, targets


def _real(name: str, values: ArrayLike, size: int, least_axes: int) -> Floats:
    """Return a copy of `values` as float64."""
    try:
        given = np.asarray(values)
        if given.dtype.kind in "cSUmM":
            raise TypeError
        return np.array(given, dtype=np.float64, ndmin=least_axes)
    except (TypeError, ValueError, OverflowError):
        raise NetworkError(
            f"{name} is not made of real numbers; it must be a vector of {size} real numbers."
        ) from None


def check_finite_pair(net: Network, x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats]:
    """Return the same as `check_pair`.

    Raises
    ------
    NetworkError
        Also if a number of the pair is not finite.
    """
    pair = check_pair(net, x, y)
    for name, values in zip("xy", pair, strict=True):
        bad = np.flatnonzero(~np.isfinite(values))
        if bad.size:
            raise NetworkError(
                f"{name}[{bad[0]}] of the pair is {values[bad[0]]}; it must be a finite number."
            )
    return pair


def trace(
    net: Network,
    x: ArrayLike,
    y: ArrayLike,
    gradient_rule: GradientRule | str = GradientRule.EXACT,
) -> StepTrace:
    """Every intermediate quantity of one step on the pair (x, y), N4–N8.

    Parameters
    ----------
    net : Network
    x : (n,) array_like
    y : (d,) array_like
    gradient_rule : GradientRule or str
        "exact", or "as_printed" for the note's formula (its second slip, which cannot be
        evaluated, read as W₁ₖx).

    Raises
    ------
    NetworkError
        If a shape does not fit or the rule is unknown.
    """
    inputs, targets = check_pair(net, x, y)
    try:
        rule = GradientRule(gradient_rule)
    except ValueError:
        raise NetworkError(
            f'The gradient rule is {spelled(gradient_rule)}; it must be "exact" or "as_printed".'
        ) from None
    rows = CompressedRows.from_dense(inputs[np.newaxis])
    return traced(net, (rows.indices, rows.values), inputs, targets, rule)
