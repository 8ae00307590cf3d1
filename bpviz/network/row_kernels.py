"""The two loops that a step spends its time in: sums of rows, and an outer product taken away.

Both matrices need both, W₁ stored transposed: z1 = Σ xᵢ W₁ᵀ[i] and W₂ᵀδ2 = Σ δ2ⱼ W₂[j];
W₁ᵀ[i] −= xᵢ (λδ1)ᵀ and W₂[j] −= (λδ2)ⱼ hᵀ.

Several rows abreast save loads and stores of what they share, and change no bit: an entry of a sum
is added up in the order of `places`, whatever stands beside it.  Four lanes are measurably better
than eight even where a register holds eight: rows begin at multiples of 8 l bytes, and a wide
load that crosses a cache line counts twice.

Both loops are compiled twice, from one source: over the rows at `places`, and, where `places` is
None, over all rows in turn, which need not be looked up.
"""

# ruff: noqa: E741 - l is the note's letter for the hidden size
from __future__ import annotations

from typing import Any

from bpviz.network.compiler import strict_jit
from bpviz.network.lanes import WIDTH, load, load_of_row, spread, store, store_in_row
from bpviz.network.types import Floats, Indices


@strict_jit
def at(places: Indices | None, p: int) -> Any:
    """Row of factor p: the one at ``places[p]``, or row p where all rows are meant."""
    if places is None:
        return p
    return places[p]


@strict_jit
def sum_rows(places: Indices | None, factors: Floats, matrix: Floats, out: Floats) -> None:
    """out = Σ factors[p] · matrix[places[p]], in ascending order of p, eight rows abreast.

    `matrix` (rows, l), `out` (l,), written over; `places` None means 0, 1, 2, …
    """
    l, count, p = out.size, factors.size, 0
    out[:] = 0.0
    while p + 8 <= count:
        ia, ib, ic, id_ = at(places, p), at(places, p + 1), at(places, p + 2), at(places, p + 3)
        ie, if_, ig, ih = at(places, p + 4), at(places, p + 5), at(places, p + 6), at(places, p + 7)
        a, b, c, d = factors[p], factors[p + 1], factors[p + 2], factors[p + 3]
        e, f, g, h = factors[p + 4], factors[p + 5], factors[p + 6], factors[p + 7]
        k = 0
        while k + WIDTH <= l:
            lanes = load(out, k)
            lanes = lanes + spread(a) * load_of_row(matrix, ia, k)
            lanes = lanes + spread(b) * load_of_row(matrix, ib, k)
            lanes = lanes + spread(c) * load_of_row(matrix, ic, k)
            lanes = lanes + spread(d) * load_of_row(matrix, id_, k)
            lanes = lanes + spread(e) * load_of_row(matrix, ie, k)
            lanes = lanes + spread(f) * load_of_row(matrix, if_, k)
            lanes = lanes + spread(g) * load_of_row(matrix, ig, k)
            lanes = lanes + spread(h) * load_of_row(matrix, ih, k)
            store(out, k, lanes)
            k += WIDTH
        while k < l:
            total = out[k]
            total = total + a * matrix[ia, k]
            total = total + b * matrix[ib, k]
            total = total + c * matrix[ic, k]
            total = total + d * matrix[id_, k]
            total = total + e * matrix[ie, k]
            total = total + f * matrix[if_, k]
            total = total + g * matrix[ig, k]
            total = total + h * matrix[ih, k]
            out[k] = total
            k += 1
        p += 8
    while p < count:
        ia, a = at(places, p), factors[p]
        k = 0
        while k + WIDTH <= l:
            store(out, k, load(out, k) + spread(a) * load_of_row(matrix, ia, k))
            k += WIDTH
        while k < l:
            out[k] += a * matrix[ia, k]
            k += 1
        p += 1


@strict_jit
def subtract_outer(places: Indices | None, factors: Floats, row: Floats, matrix: Floats) -> None:
    """matrix[places[p]] −= factors[p] · row for every p, four rows abreast.

    No place may come twice; `places` None means 0, 1, 2, …  From the last to the first: what
    `sum_rows` read last is still in the fastest cache, and what is written last is what it reads
    first.
    """
    l, p = row.size, factors.size
    while p >= 4:
        p -= 4
        ia, ib, ic, id_ = at(places, p), at(places, p + 1), at(places, p + 2), at(places, p + 3)
        a, b, c, d = factors[p], factors[p + 1], factors[p + 2], factors[p + 3]
        k = 0
        while k + WIDTH <= l:
            lanes = load(row, k)
            new_a = load_of_row(matrix, ia, k) - spread(a) * lanes
            new_b = load_of_row(matrix, ib, k) - spread(b) * lanes
            new_c = load_of_row(matrix, ic, k) - spread(c) * lanes
            new_d = load_of_row(matrix, id_, k) - spread(d) * lanes
            store_in_row(matrix, ia, k, new_a)
            store_in_row(matrix, ib, k, new_b)
            store_in_row(matrix, ic, k, new_c)
            store_in_row(matrix, id_, k, new_d)
            k += WIDTH
        while k < l:
            matrix[ia, k] -= a * row[k]
            matrix[ib, k] -= b * row[k]
            matrix[ic, k] -= c * row[k]
            matrix[id_, k] -= d * row[k]
            k += 1
    while p > 0:
        p -= 1
        ia, a = at(places, p), factors[p]
        k = 0
        while k + WIDTH <= l:
            store_in_row(matrix, ia, k, load_of_row(matrix, ia, k) - spread(a) * load(row, k))
            k += WIDTH
        while k < l:
            matrix[ia, k] -= a * row[k]
            k += 1
