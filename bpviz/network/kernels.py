"""What a run asks of the compiled equations: many steps, one trace, a scan, predictions.

Each is one call without the GIL.  All of them go through the functions of ``equations.py``, so a
step gives the same bits whichever way it is reached; the arguments are named there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bpviz.network.compiler import strict_jit
from bpviz.network.equations import (
    Workspace,
    deltas,
    forward,
    norm,
    scale_deltas,
    squared_error,
    step_is_finite,
    update,
    update_is_finite,
)
from bpviz.network.types import Floats, Indices, Ints, Series

__all__ = [
    "ATTENTION",
    "DONE",
    "LEVELLED",
    "NOT_FINITE",
    "Workspace",
    "predict",
    "run",
    "scan",
    "trace_pair",
]

DONE, ATTENTION, LEVELLED, NOT_FINITE = 0, 1, 2, 3
"""Why `run` returned: all steps done, the mailbox wants attention, N9 (iii), not finite."""

_HUGE = 1e300


@strict_jit
def levelled_off(loss: float, stop: Floats, window: int, tolerance: float, patience: int) -> bool:
    """N9 (iii): count one step; True when the loss has levelled off.

    `stop` is the rule's state, (4,): sum of the window, steps in it, best mean so far, windows
    in a row without improvement.
    """
    stop[0] += loss
    stop[1] += 1.0
    if stop[1] < window:
        return False
    mean = stop[0] / stop[1]
    stop[0] = 0.0
    stop[1] = 0.0
    if mean < (1.0 - tolerance) * stop[2]:
        stop[2] = mean
        stop[3] = 0.0
        return False
    stop[3] += 1.0
    return bool(stop[3] >= patience)


@strict_jit
def run(
    W1T: Floats,
    W2: Floats,
    starts: Ints,
    indices: Indices,
    values: Floats,
    norms: Floats,
    Y: Floats,
    samples: Ints,
    rate: float,
    sigma1: int,
    sigma2: int,
    as_printed: bool,
    ws: Workspace,
    record: Series,
    stop: Floats,
    window: int,
    tolerance: float,
    patience: int,
    attention: NDArray[np.uint8],
) -> tuple[int, int]:
    """Take the steps on `samples`, one after the other (N9).

    Parameters
    ----------
    starts, indices, values, norms
        `CompressedRows` of all inputs, and ‖x‖ of each.
    Y : (m, d) float64
    samples : (s,) int64
        The pair of each step.
    rate : float
        λ.
    record : three of (s,) float64
        Receive loss, ‖∂W1‖_F and ‖∂W2‖_F of each step.  Three arrays, because a slice of a matrix
        has one of two layouts, and each would be compiled when it is first met.
    stop, window, tolerance, patience
        See `levelled_off`; `window` 0 switches the rule off.
    attention : (1,) uint8
        Set by another thread to end the run after the current step.

    Returns
    -------
    done : int
        Updates applied.
    reason : int
        DONE, ATTENTION, LEVELLED (after that update), or NOT_FINITE (before the update of the
        step, with its quantities in `ws`).
    """
    losses, magnitudes1, magnitudes2 = record
    for s in range(samples.size):
        i = samples[s]
        row_indices = indices[starts[i] : starts[i + 1]]
        row_values = values[starts[i] : starts[i + 1]]
        y = Y[i]
        forward(row_indices, row_values, W1T, W2, sigma1, sigma2, ws)
        loss = squared_error(ws.f, y)
        deltas(y, W2, as_printed, ws)
        scale_deltas(rate, ws)
        if not step_is_finite(loss, ws):
            return s, NOT_FINITE
        losses[s] = loss
        magnitudes1[s] = norm(ws.delta1) * norms[i]
        magnitudes2[s] = norm(ws.delta2) * norm(ws.h)
        # No weight can move by more than λ times these, so that a look at each is seldom needed.
        small = rate * magnitudes1[s] < _HUGE and rate * magnitudes2[s] < _HUGE
        if not small and not update_is_finite(row_indices, row_values, W1T, W2, ws):
            return s, NOT_FINITE
        update(row_indices, row_values, W1T, W2, ws)
        if window > 0 and levelled_off(loss, stop, window, tolerance, patience):
            return s + 1, LEVELLED
        if attention[0] != 0:
            return s + 1, ATTENTION
    return samples.size, DONE


@strict_jit
def trace_pair(
    W1T: Floats,
    W2: Floats,
    indices: Indices,
    values: Floats,
    y: Floats,
    sigma1: int,
    sigma2: int,
    as_printed: bool,
    ws: Workspace,
) -> float:
    """Fill `ws` with every quantity of a step on one pair; return its loss."""
    forward(indices, values, W1T, W2, sigma1, sigma2, ws)
    deltas(y, W2, as_printed, ws)
    return squared_error(ws.f, y)


@strict_jit
def classified_rightly(f: Floats, label: int) -> bool:
    """Whether the largest output is the label's; with one output, the side of ½ it lies on."""
    if f.size == 1:
        return bool((f[0] >= 0.5) == (label == 1))
    best = 0
    for j in range(1, f.size):
        if f[j] > f[best]:
            best = j
    return best == label


@strict_jit
def scan(
    W1T: Floats,
    W2: Floats,
    starts: Ints,
    indices: Indices,
    values: Floats,
    norms: Floats,
    Y: Floats,
    labels: Ints,
    first: int,
    last: int,
    sigma1: int,
    sigma2: int,
    as_printed: bool,
    ws: Workspace,
    gradients: bool,
    losses: Floats,
    correct: NDArray[np.bool_],
    magnitudes: Floats,
) -> None:
    """Look at samples ``first … last − 1`` without changing a weight.

    Writes `losses` (m,), `correct` (m,) bool (False where `labels` is empty) and, if `gradients`,
    `magnitudes` (m, 2): ‖∂W1‖_F = ‖δ1‖‖x‖ and ‖∂W2‖_F = ‖δ2‖‖h‖ of each.
    """
    for i in range(first, last):
        row_indices = indices[starts[i] : starts[i + 1]]
        row_values = values[starts[i] : starts[i + 1]]
        y = Y[i]
        forward(row_indices, row_values, W1T, W2, sigma1, sigma2, ws)
        losses[i] = squared_error(ws.f, y)
        correct[i] = labels.size > 0 and classified_rightly(ws.f, labels[i])
        if gradients:
            deltas(y, W2, as_printed, ws)
            magnitudes[i, 0] = norm(ws.delta1) * norms[i]
            magnitudes[i, 1] = norm(ws.delta2) * norm(ws.h)


@strict_jit
def predict(
    W1T: Floats,
    W2: Floats,
    starts: Ints,
    indices: Indices,
    values: Floats,
    sigma1: int,
    sigma2: int,
    ws: Workspace,
    out: Floats,
) -> None:
    """N1: f of every row, into `out` (m, d)."""
    for i in range(starts.size - 1):
        forward(
            indices[starts[i] : starts[i + 1]],
            values[starts[i] : starts[i + 1]],
            W1T,
            W2,
            sigma1,
            sigma2,
            ws,
        )
        out[i] = ws.f
