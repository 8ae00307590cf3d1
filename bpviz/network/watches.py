"""Numbers of a run that are looked at in every step, inside the compiled loop.

What is made of the weights alone (a weight, a norm, what a fixed sample gives) is that before the
update of the step, and what "the step changes" is what its update does to it.  What belongs to the
step's own pair is that of the step, and what changes is the difference to the step before.
"""

# ruff: noqa: E741 - l is the note's letter for the hidden size
from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from bpviz.network.compiler import strict_jit
from bpviz.network.equations import Workspace, activate, copy_into, squared_error, update
from bpviz.network.lanes import WIDTH, load, spread, total
from bpviz.network.types import Floats, Indices, Ints

WEIGHT1, WEIGHT2, NORM1, NORM2, Z1, H, DELTA1, Z2, F, DELTA2, LOSS = range(11)
"""What is looked at."""

VALUE, SIGN, MOVE = 0, 1, 2
"""What is wanted of it: its value alone, also whether the step changes its sign, also by how much
the step moves it."""

ALL = -1
"""In place of a row or column of a norm: all of them."""

OWN = -1
"""In place of a sample: the pair of the step."""

_WIDER = 1 + 1e-9  # more than what rounding may take from a product and a norm, above _TINY
_TINY = 1e-290


KIND, ROW, COLUMN, SAMPLE, WANT = range(5)
"""Columns of `Watches.table`."""

LIMIT, NOW, CHANGED = range(3)
"""Columns of `Watches.state`."""


class Watches(NamedTuple):
    """The numbers that are looked at.  Few arrays, since each of them costs time to compile.

    Attributes
    ----------
    table : (w, 5) int64
        Of each number `KIND`, a constant of this module; `ROW` and `COLUMN`, `ALL` where a norm
        takes all; `SAMPLE`, which of the fixed samples below, or `OWN`; `WANT`, that is VALUE,
        SIGN or MOVE.
    state : (w, 3) float64
        Of each `LIMIT`, up to which a move may be taken for 0, −1 where all are to be exact.
        Written to: `NOW`, the value in the step at hand, before the first one that of the step
        before, NaN where there is none; `CHANGED`, for SIGN 1 where the sign changes and 0
        elsewhere, for MOVE by how much it moves, NaN where nothing was before.
    series : (w, s) float64
        Written to: `NOW` of each step, or `CHANGED` where MOVE is wanted; (w, 0) for none.
    fixed : (c, n + d) float64
        The fixed samples: inputs, and behind them targets.
    room : (3 (l + d),) float64
        For z1, h, z2 and f of a fixed sample, and behind them for what nobody wants of it; (0,)
        where there is none.
    ahead : (n + d, l) float64
        Room for the weights after the update, W₁ᵀ above W₂; (0, 0) where no number needs them.
    """

    table: Ints
    state: Floats
    series: Floats
    fixed: Floats
    room: Floats
    ahead: Floats

    @classmethod
    def empty(cls, count: int = 0) -> Watches:
        """Allocate for `count` numbers without fixed samples, each of them weight W1[0, 0]."""
        table, state = np.zeros((count, 5), dtype=np.int64), np.zeros((count, 3))
        table[:, SAMPLE], state[:] = OWN, (-1.0, np.nan, 0.0)
        nothing = np.empty((0, 0))
        return cls(table, state, np.empty((count, 0)), nothing, np.empty(0), nothing)


@strict_jit(inline=False)
def _forward(watches: Watches, c: int, W1T: Floats, W2: Floats, sigma1: int, sigma2: int) -> None:
    """N4 for fixed sample `c`: sums in the order of `equations.forward`, and so its bits."""
    d, l = W2.shape
    room = watches.room
    z1, h, z2, f = room[:l], room[l : 2 * l], room[2 * l : 2 * l + d], room[2 * l + d : 2 * (l + d)]
    primes = room[2 * (l + d) :]
    for k in range(l):
        z1[k] = 0.0
    for i in range(W1T.shape[0]):
        x = watches.fixed[c, i]
        if x != 0.0:  # as in compressed rows, which have no zeros
            row = W1T[i]
            for k in range(l):
                z1[k] += x * row[k]
    activate(sigma1, z1, h, primes)
    for j in range(d):
        z = 0.0
        for k in range(l):
            z += W2[j, k] * h[k]
        z2[j] = z
    activate(sigma2, z2, f, primes)


@strict_jit(inline=False)
def _squares(W: Floats, scale: float, first: int, last: int, left: int, right: int) -> float:
    """Sum of (W / scale)² over rows ``first … last − 1`` and columns ``left … right − 1``."""
    square: float = 0.0
    squares = spread(0.0)
    for r in range(first, last):
        row, c = W[r], left
        while c + WIDTH <= right and scale == 1.0:
            squares = squares + load(row, c) * load(row, c)
            c += WIDTH
        while c < right:
            square += (row[c] / scale) * (row[c] / scale)
            c += 1
    square += total(squares)
    return square


@strict_jit(inline=False)
def _norm(W: Floats, row: int, column: int) -> float:
    """Norm of a row or a column, or of the whole matrix; see `equations.norm`."""
    first, last = (0, W.shape[0]) if row == ALL else (row, row + 1)
    left, right = (0, W.shape[1]) if column == ALL else (column, column + 1)
    square = _squares(W, 1.0, first, last, left, right)
    if 1e-280 < square < math.inf or math.isnan(square):
        return math.sqrt(square)
    largest = 0.0
    for r in range(first, last):
        for c in range(left, right):
            largest = max(largest, abs(W[r, c]))
    if largest == 0.0 or math.isinf(largest):
        return largest
    return largest * math.sqrt(_squares(W, largest, first, last, left, right))


@strict_jit
def _of_step(kind: int, at: int, ws: Workspace, loss: float) -> float:
    """A number of the step's own pair."""
    number: float = loss
    if kind == H:
        number = ws.h[at]
    elif kind == DELTA1:
        number = ws.delta1[at]
    elif kind == F:
        number = ws.f[at]
    elif kind == DELTA2:
        number = ws.delta2[at]
    elif kind == Z1:
        number = ws.z1[at]
    elif kind == Z2:
        number = ws.z2[at]
    return number


@strict_jit(inline=False)
def _of_weights(watches: Watches, w: int, W1T: Floats, W2: Floats) -> float:
    """A norm, or a number of a fixed sample, as `_forward` left it."""
    kind, row, column = watches.table[w, KIND], watches.table[w, ROW], watches.table[w, COLUMN]
    number: float = 0.0
    if kind == NORM1:
        number = _norm(W1T, column, row)
    elif kind == NORM2:
        number = _norm(W2, row, column)
    elif kind == LOSS:
        y = watches.fixed[watches.table[w, SAMPLE], W1T.shape[0] :]
        begin = 2 * W1T.shape[1] + y.size
        number = squared_error(watches.room[begin : begin + y.size], y)
    else:
        l, d = W1T.shape[1], W2.shape[0]
        before = 0
        if kind == H:
            before = l
        elif kind == Z2:
            before = 2 * l
        elif kind == F:
            before = 2 * l + d
        number = watches.room[before + row]
    return number


@strict_jit(inline=False)
def _input(indices: Indices, values: Floats, n: int, column: int) -> float:
    """Entry `column` of a compressed row: columns rise."""
    number: float = 0.0
    low, high = 0, indices.size
    if values.size == n:
        low, high = column, column
    while low < high:
        middle = (low + high) // 2
        if indices[middle] < column:
            low = middle + 1
        else:
            high = middle
    if values.size == n or (low < indices.size and indices[low] == column):
        number = values[low]
    return number


@strict_jit
def look(
    watches: Watches,
    W1T: Floats,
    W2: Floats,
    indices: Indices,
    values: Floats,
    x_norm: float,
    sigma1: int,
    sigma2: int,
    ws: Workspace,
    loss: float,
    s: int,
) -> None:
    """Look at all numbers in step `s` of a run before its update, see `scale_deltas`.

    The weights ahead, which are those before it unless `s` is 0, become those after it.
    """
    n = W1T.shape[0]
    table, state = watches.table, watches.state
    fixed = OWN
    for w in range(table.shape[0]):
        kind, sample, want = table[w, KIND], table[w, SAMPLE], table[w, WANT]
        row, column = table[w, ROW], table[w, COLUMN]
        before = state[w, NOW]
        if kind >= Z1 and sample == OWN:
            now = _of_step(kind, row, ws, loss)
            state[w, NOW] = now
            changes = (before < 0.0 <= now) or (now < 0.0 <= before)
            state[w, CHANGED] = abs(now - before) if want == MOVE else 1.0 if changes else 0.0
            continue
        if kind > WEIGHT2:
            if sample != fixed and sample != OWN:
                _forward(watches, sample, W1T, W2, sigma1, sigma2)
                fixed = sample
            state[w, NOW] = _of_weights(watches, w, W1T, W2)
            continue
        now = W1T[column, row] if kind == WEIGHT1 else W2[row, column]
        state[w, NOW] = now
        if want == VALUE:
            continue
        if kind == WEIGHT1:
            # |x| is at most ‖x‖, so that most inputs need not be looked for.
            bound, far = abs(ws.scaled1[row]) * x_norm * _WIDER, abs(now)
            if bound > _TINY and (bound <= state[w, LIMIT] if want == MOVE else bound < far):
                state[w, CHANGED] = 0.0
                continue
            step = ws.scaled1[row] * _input(indices, values, n, column)
        else:
            step = ws.scaled2[row] * ws.h[column]
        after = now - step
        changes = (now < 0.0 <= after) or (after < 0.0 <= now)
        state[w, CHANGED] = abs(step) if want == MOVE else 1.0 if changes else 0.0
    if watches.ahead.size > 0:
        if s == 0:
            for r in range(watches.ahead.shape[0]):
                copy_into(watches.ahead[r], W1T[r] if r < n else W2[r - n])
        update(indices, values, watches.ahead[:n], watches.ahead[n:], ws)
        fixed = OWN
        for w in range(table.shape[0]):
            kind, sample, want = table[w, KIND], table[w, SAMPLE], table[w, WANT]
            if want == VALUE or kind <= WEIGHT2 or (kind >= Z1 and sample == OWN):
                continue
            if sample != fixed and sample != OWN:
                _forward(watches, sample, watches.ahead[:n], watches.ahead[n:], sigma1, sigma2)
                fixed = sample
            now = state[w, NOW]
            after = _of_weights(watches, w, watches.ahead[:n], watches.ahead[n:])
            changes = (now < 0.0 <= after) or (after < 0.0 <= now)
            state[w, CHANGED] = abs(after - now) if want == MOVE else 1.0 if changes else 0.0
    if watches.series.size > 0:
        for w in range(table.shape[0]):
            watches.series[w, s] = state[w, CHANGED if table[w, WANT] == MOVE else NOW]
