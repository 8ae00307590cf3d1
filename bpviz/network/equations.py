"""N3–N9 compiled, one equation a function: the only code that computes a step or moves a weight.

W₁ is stored transposed, (n, l) and contiguous, so that every inner loop runs along the hidden
units; inputs are compressed rows.  Sums run in ascending order of their index with one
association, everywhere; rows or outputs abreast only save loads and stores, they do not change a
bit.

Arguments that repeat: `W1T` (n, l) and `W2` (d, l) float64; `indices`, `values` the
entries of one input row; `sigma1`, `sigma2` codes of `Activation`; `as_printed` whether δ1 follows
the note's printed formula; `ws` a `Workspace`.
"""

# ruff: noqa: E741 - l is the note's letter for the hidden size
from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from bpviz.network.activations import Activation
from bpviz.network.compiler import strict_jit
from bpviz.network.lanes import WIDTH, frozen, load, plus_products, set_entries, spread, total
from bpviz.network.memory import aligned_parts
from bpviz.network.row_kernels import subtract_outer, sum_rows
from bpviz.network.types import Floats, Indices

_Activate = Callable[[int, Floats, Floats, Floats], None]


class Workspace(NamedTuple):
    """The quantities of one step, as the last call left them; names as in `StepTrace`.

    `scaled1` and `scaled2` are λ·δ1 and λ·δ2, the factors of the update.
    """

    z1: Floats
    h: Floats
    prime1: Floats
    delta1: Floats
    scaled1: Floats
    z2: Floats
    f: Floats
    prime2: Floats
    delta2: Floats
    scaled2: Floats

    @classmethod
    def empty(cls, n_hidden: int, n_outputs: int) -> Workspace:
        """Allocate for l = `n_hidden` and d = `n_outputs`, in one piece of memory."""
        sizes = [n_hidden] * 5 + [n_outputs] * 5
        return cls._make(aligned_parts(sizes))


@strict_jit
def copy_into(to: Floats, values: Floats) -> None:
    """Copy entry by entry: a slice on the left would want room for a copy of the right."""
    for j in range(values.size):
        to[j] = values[j]


@strict_jit
def _of_none(code: int, z: Floats, value: Floats, prime: Floats) -> None:
    raise ValueError("no activation has this code")


def _branch(others: _Activate, kind: Activation) -> _Activate:
    """Return `activate` for one activation, and for the others that are in `others`."""
    own = kind.code
    sigma, slope = strict_jit(kind.function), strict_jit(kind.derivative)

    def branch(code: int, z: Floats, value: Floats, prime: Floats) -> None:
        if code != own:
            others(code, z, value, prime)
            return
        for k in range(z.size):
            t = z[k]
            value[k] = sigma(t)
            prime[k] = slope(t)

    return strict_jit(branch)


_branches: _Activate = _of_none
for _kind in reversed(Activation):
    _branches = _branch(_branches, _kind)


@strict_jit(inline=False)
def activate(code: int, z: Floats, value: Floats, prime: Floats) -> None:
    """Write σ(z) and σ′(z) for every entry (N4), also for who needs no σ′.

    To leave that out would be a second copy of each branch, in every kernel.

    Every member of `Activation` has its branch; no other code is taken for one of them.

    Raises
    ------
    ValueError
        If no activation has this code.
    """
    _branches(code, z, value, prime)


@strict_jit
def hidden_sums(indices: Indices, values: Floats, W1T: Floats, z1: Floats) -> None:
    """N4: z1 = W₁x, summed over the non-zero inputs in ascending order.

    Columns rise within a row: one with as many entries as there are inputs has all of them.
    """
    sum_rows(indices, values.size == W1T.shape[0], values, W1T, z1)


@strict_jit
def output_sums(W2: Floats, h: Floats, z2: Floats) -> None:
    """N4: z2 = W₂h, summed over the hidden units in ascending order, five outputs abreast."""
    d, l = W2.shape
    j = 0
    while j < d and d >= 5:
        if j > d - 5:
            j = d - 5  # the last outputs once more: the same sums
        five = (0.0, 0.0, 0.0, 0.0, 0.0)
        for k in range(l):
            five = plus_products(five, W2, j, h, k)
        set_entries(z2, j, five)
        j += 5
    while j < d:
        one = (0.0,)
        for k in range(l):
            one = plus_products(one, W2, j, h, k)
        set_entries(z2, j, one)
        j += 1


@strict_jit
def forward(
    indices: Indices,
    values: Floats,
    W1T: Floats,
    W2: Floats,
    sigma1: int,
    sigma2: int,
    ws: Workspace,
) -> None:
    """N4: z1, h, z2, f and the derivatives of both activations."""
    hidden_sums(indices, values, W1T, ws.z1)
    activate(sigma1, ws.z1, ws.h, ws.prime1)
    output_sums(W2, ws.h, ws.z2)
    activate(sigma2, ws.z2, ws.f, ws.prime2)


@strict_jit
def squared_error(f: Floats, y: Floats) -> float:
    """N3: ‖f − y‖²."""
    total = 0.0
    for j in range(f.size):
        total += (f[j] - y[j]) * (f[j] - y[j])
    return total


@strict_jit
def deltas(indices: Indices, y: Floats, W2: Floats, as_printed: bool, ws: Workspace) -> None:
    """N5 and N7: δ2 and δ1 from the old weights; `indices` stand in for places not looked at."""
    d, l = W2.shape
    delta1, delta2 = ws.delta1, ws.delta2
    for j in range(d):
        delta2[j] = 2.0 * (ws.f[j] - y[j]) * ws.prime2[j]
    if as_printed:
        total = 0.0
        for j in range(d):
            total += delta2[j]
        for k in range(l):
            delta1[k] = total * ws.prime1[k]
        return
    sum_rows(indices, True, delta2, W2, delta1)
    for k in range(l):
        delta1[k] *= ws.prime1[k]


@strict_jit
def scale_deltas(rate: float, ws: Workspace) -> None:
    """λ·δ1 and λ·δ2: the update is W − (λδ)·x in just this association."""
    for k in range(ws.delta1.size):
        ws.scaled1[k] = rate * ws.delta1[k]
    for j in range(ws.delta2.size):
        ws.scaled2[j] = rate * ws.delta2[j]


@strict_jit
def update(indices: Indices, values: Floats, W1T: Floats, W2: Floats, ws: Workspace) -> None:
    """N9 (ii) with N6 and N8: every row of both matrices, from `scale_deltas`.

    W₂ first, while it still is in the fastest cache.
    """
    subtract_outer(indices, True, frozen(ws.scaled2), ws.h, W2)
    subtract_outer(indices, values.size == W1T.shape[0], values, ws.scaled1, W1T)


@strict_jit(inline=False)
def all_finite(v: Floats) -> bool:
    """Whether no entry is inf or NaN: 0 times either is NaN, and stays so in a sum."""
    k = 0
    zeros = spread(0.0)
    while k + WIDTH <= v.size:
        zeros = zeros + spread(0.0) * load(v, k)
        k += WIDTH
    zero = total(zeros)
    while k < v.size:
        zero += 0.0 * v[k]
        k += 1
    return bool(zero == 0.0)


@strict_jit(inline=False)
def step_is_finite(loss: float, ws: Workspace) -> bool:
    """Whether every quantity of the step is finite.

    h and f are finite where z1 and z2 are, and δ is where λδ is, so these need no look.
    """
    return (
        math.isfinite(loss)
        and all_finite(ws.z1)
        and all_finite(ws.z2)
        and all_finite(ws.scaled1)
        and all_finite(ws.scaled2)
    )


@strict_jit(inline=False)
def update_is_finite(
    indices: Indices, values: Floats, W1T: Floats, W2: Floats, ws: Workspace
) -> bool:
    """Whether every weight would still be finite after `update`."""
    d, l = W2.shape
    for p in range(indices.size):
        row = W1T[indices[p]]
        for k in range(l):
            if not math.isfinite(row[k] - ws.scaled1[k] * values[p]):
                return False
    for j in range(d):
        for k in range(l):
            if not math.isfinite(W2[j, k] - ws.scaled2[j] * ws.h[k]):
                return False
    return True


@strict_jit(inline=False)
def _scaled_norm(v: Floats) -> float:
    """‖v‖ by way of the largest entry."""
    largest = 0.0
    for k in range(v.size):
        largest = max(largest, abs(v[k]))
    if largest == 0.0 or math.isinf(largest):
        return largest
    square = 0.0
    for k in range(v.size):
        square += (v[k] / largest) * (v[k] / largest)
    return largest * math.sqrt(square)


@strict_jit
def norm(v: Floats) -> float:
    """‖v‖, scaled where the squares would leave the range of a double."""
    squares = spread(0.0)
    k = 0
    while k + WIDTH <= v.size:
        squares = squares + load(v, k) * load(v, k)
        k += WIDTH
    square = total(squares)
    while k < v.size:
        square += v[k] * v[k]
        k += 1
    if 1e-280 < square < math.inf or math.isnan(square):
        return math.sqrt(square)
    return _scaled_norm(v)
