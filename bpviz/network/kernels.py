"""What a run asks of the compiled equations: many steps, one of them opened.

Each is one call without the GIL.  All of them go through the functions of ``equations.py``, so a
step gives the same bits whichever way it is reached; the arguments are named there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bpviz.network.classification import classified_rightly, saturated_share
from bpviz.network.compiler import strict_jit
from bpviz.network.equations import (
    Workspace,
    all_finite,
    deltas,
    forward,
    norm,
    scale_deltas,
    squared_error,
    step_is_finite,
    update,
    update_is_finite,
)
from bpviz.network.keyframe_copies import Copies, make_copy, next_copy
from bpviz.network.lanes import fetch
from bpviz.network.stopping import levelled_off
from bpviz.network.types import Floats, Indices, Ints, Series
from bpviz.network.watches import look
from bpviz.network.watchpoints import (
    LABEL,
    MISCLASSIFIED,
    OFF,
    SATURATED,
    Watchpoints,
    looks_at,
    met,
    moved_mean,
)

__all__ = [
    "ATTENTION",
    "BREAK",
    "DONE",
    "LEVELLED",
    "NOT_FINITE",
    "Copies",
    "Watchpoints",
    "Workspace",
    "run",
    "trace_pair",
]

DONE, ATTENTION, LEVELLED, NOT_FINITE, BREAK = 0, 1, 2, 3, 4
"""Why `run` returned: all steps done, the mailbox wants attention, N9 (iii), not finite, a
condition of `Watchpoints` is met."""

_HUGE = 1e291  # half of what lies between the largest double and infinity, and less


@strict_jit
def fetch_ahead(
    samples: Ints,
    s: int,
    starts: Ints,
    indices: Indices,
    values: Floats,
    norms: Floats,
    Y: Floats,
    n: int,
) -> None:
    """Ask the memory for the pair of step s + 1, and for where that of step s + 2 lies.

    Pairs are drawn at random from more memory than any cache holds.
    """
    if s + 2 < samples.size:
        fetch(starts, samples[s + 2])
    if s + 1 < samples.size:
        i = samples[s + 1]
        for p in range(starts[i], starts[i + 1], 8):
            fetch(values, p)
        if starts[i + 1] - starts[i] < n:  # the columns of a row without zeros are not looked at
            for p in range(starts[i], starts[i + 1], 64 // indices.itemsize):
                fetch(indices, p)
        fetch(Y, i)
        fetch(Y, i + 1)
        fetch(norms, i)


@strict_jit(unroll=True)
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
    first_step: int,
    labels: Ints,
    watch: Watchpoints | None,
    unwatched: int,
    only_look: bool,
    first_pair: int,
    copies: Copies,
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
        See `levelled_off`; `window` 0 switches the rule off.  `stop` (5,) holds the moving mean of
        the loss behind the rule's own state.
    attention : (1,) uint8
        Set by another thread to end the run after the current step.
    first_step : int
        Updates done before the first of these steps.
    labels : (m,) int64
        Class of each pair; empty where there are none.
    watch : Watchpoints or None
        None where nothing is looked at: that is compiled as a function of its own, in half of the
        time, and a first start has to wait for no more.
    unwatched : int
        Of so many steps, from the first on, the conditions are not looked at.
    only_look : bool
        With a `watch`, end before the first update: its numbers are those of that step, and beside
        them nothing but `ws` is changed.  Without one it does not count.
    first_pair : int
        Number of pair 0 of these arrays, for the conditions.
    copies : Copies
        Where weights and `stop` are copied to on the way, behind the update that is due.

    Returns
    -------
    done : int
        Updates applied.
    reason : int
        DONE, ATTENTION, LEVELLED (after that update), NOT_FINITE or BREAK (before the update of
        the step, with its quantities in `ws`).
    """
    losses, magnitudes1, magnitudes2 = record
    watching = wants_class = wants_label = wants_share = looking = False
    if watch is not None:
        watching = watch.mode[0] != OFF and watch.codes.size > 0
        wants_class = watching and labels.size > 0 and looks_at(watch, MISCLASSIFIED)
        # Labels are not fetched ahead: to look one up takes longer than all the rest of a look.
        wants_label = wants_class or (watching and labels.size > 0 and looks_at(watch, LABEL))
        wants_share = watching and looks_at(watch, SATURATED)
        looking = watch.watches.table.size > 0
    label, wrong, share = -1, False, 0.0
    copied, due = 0, next_copy(copies, 0, first_step)
    for s in range(samples.size):
        i = samples[s]
        fetch_ahead(samples, s, starts, indices, values, norms, Y, W1T.shape[0])
        row_indices = indices[starts[i] : starts[i + 1]]
        row_values = values[starts[i] : starts[i + 1]]
        y = Y[i]
        forward(row_indices, row_values, W1T, W2, sigma1, sigma2, ws)
        loss = squared_error(ws.f, y)
        deltas(row_indices, y, W2, as_printed, ws)
        scale_deltas(rate, ws)
        norm1, norm2 = norm(ws.delta1), norm(ws.delta2)
        magnitude1, magnitude2 = norm1 * norms[i], norm2 * norm(ws.h)
        # λδ is not larger than λ times its norm, either: mostly z1 and z2 are all there is to see.
        tame = loss < _HUGE and rate * norm1 < _HUGE and rate * norm2 < _HUGE
        finite = all_finite(ws.z1) and all_finite(ws.z2) if tame else step_is_finite(loss, ws)
        # No weight can move by more than λ times these, so that a look at each is seldom needed.
        small = rate * magnitude1 < _HUGE and rate * magnitude2 < _HUGE
        if finite and not small:
            finite = update_is_finite(row_indices, row_values, W1T, W2, ws)
        step = first_step + s
        if watch is not None:
            if looking:
                numbers, x_norm = watch.watches, norms[i]
                look(numbers, W1T, W2, row_indices, row_values, x_norm, sigma1, sigma2, ws, loss, s)
            if watching and s >= unwatched:
                if wants_label:
                    label = labels[i]
                if wants_class:
                    wrong = not classified_rightly(ws.f, label, watch.threshold[0])
                if wants_share:
                    share = saturated_share(sigma1, ws.h)
                pair = first_pair + i
                if met(
                    watch,
                    step,
                    pair,
                    label,
                    loss,
                    magnitude1,
                    magnitude2,
                    stop[4],
                    wrong,
                    share,
                    finite,
                ):
                    return s, BREAK
            if only_look:
                return s, DONE
        if not finite:
            return s, NOT_FINITE
        losses[s] = loss
        magnitudes1[s] = magnitude1
        magnitudes2[s] = magnitude2
        stop[4] = moved_mean(stop[4], loss, step)
        update(row_indices, row_values, W1T, W2, ws)
        level = window > 0 and levelled_off(loss, stop, window, tolerance, patience)
        if step + 1 == due:
            make_copy(copies, copied, W1T, W2, stop)
            copied += 1
            due = next_copy(copies, copied, due)
        if level:
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
    deltas(indices, y, W2, as_printed, ws)
    return squared_error(ws.f, y)
