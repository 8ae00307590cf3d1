"""The two loops that a step spends its time in: sums of rows, and an outer product taken away.

Both matrices need both, W₁ stored transposed: z1 = Σ xᵢ W₁ᵀ[i] and W₂ᵀδ2 = Σ δ2ⱼ W₂[j];
W₁ᵀ[i] −= xᵢ (λδ1)ᵀ and W₂[j] −= (λδ2)ⱼ hᵀ.

Several rows abreast save loads and stores of what they share, and change no bit: an entry of a sum
is added up in the order of `places`, whatever stands beside it.  Four lanes are measurably better
than eight even where a register holds eight: rows begin at multiples of 8 l bytes, and a wide
load that crosses a cache line counts twice.

Rows are those at `places`, or with `whole` all of them in turn, which need not be looked up.
"""

# ruff: noqa: E741 - l is the note's letter for the hidden size
from __future__ import annotations

from bpviz.network.compiler import strict_jit
from bpviz.network.lanes import (
    REST,
    WIDTH,
    eight_entries,
    eight_places,
    four_entries,
    four_places,
    load,
    minus_rows,
    one_entry,
    one_place,
    plus_rows,
    store,
)
from bpviz.network.types import Floats, Indices


@strict_jit
def sum_rows(places: Indices, whole: bool, factors: Floats, matrix: Floats, out: Floats) -> None:
    """out = Σ factors[p] · matrix[places[p]], in ascending order of p, eight rows abreast.

    `matrix` (rows, l), `out` (l,), written over; with `whole` the places are 0, 1, 2, …, and
    `places` is not looked at.
    """
    l, count, p = out.size, factors.size, 0
    out[:] = 0.0
    while p + 8 <= count:
        rows, weights = eight_places(places, whole, p), eight_entries(factors, p)
        k = 0
        while k + WIDTH <= l:
            store(out, k, plus_rows(load(out, k), weights, matrix, rows, k))
            k += WIDTH
        for r in range(l & REST):
            out[k + r] = plus_rows(out[k + r], weights, matrix, rows, k + r)
        p += 8
    while p < count:
        row, weight = one_place(places, whole, p), one_entry(factors, p)
        k = 0
        while k + WIDTH <= l:
            store(out, k, plus_rows(load(out, k), weight, matrix, row, k))
            k += WIDTH
        for r in range(l & REST):
            out[k + r] = plus_rows(out[k + r], weight, matrix, row, k + r)
        p += 1


@strict_jit
def subtract_outer(
    places: Indices, whole: bool, factors: Floats, row: Floats, matrix: Floats
) -> None:
    """matrix[places[p]] −= factors[p] · row for every p, four rows abreast.

    No place may come twice; with `whole` the places are 0, 1, 2, …  From the last to the first:
    what `sum_rows` read last is still in the fastest cache, and what is written last is what it
    reads first.
    """
    l, p = row.size, factors.size
    while p >= 4:
        p -= 4
        rows, weights = four_places(places, whole, p), four_entries(factors, p)
        k = 0
        while k + WIDTH <= l:
            minus_rows(matrix, rows, k, weights, load(row, k))
            k += WIDTH
        for r in range(l & REST):
            minus_rows(matrix, rows, k + r, weights, row[k + r])
    while p > 0:
        p -= 1
        place, weight = one_place(places, whole, p), one_entry(factors, p)
        k = 0
        while k + WIDTH <= l:
            minus_rows(matrix, place, k, weight, load(row, k))
            k += WIDTH
        for r in range(l & REST):
            minus_rows(matrix, place, k + r, weight, row[k + r])
