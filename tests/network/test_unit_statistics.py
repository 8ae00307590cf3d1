"""The compiled look at hidden units: what each does, and what the network says without it."""

# ruff: noqa: E741 - l is the note's letter for the hidden size
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bpviz.network import Network, predict, unit_statistics
from bpviz.network.equations import Workspace, activate, forward, output_sums
from bpviz.network.rows import CompressedRows
from bpviz.network.types import Floats, Stop
from bpviz.network.unit_statistics import bin_of, sums_without_each
from tests.network.pairs import Pair, pairs
from tests.network.stops import set_with


def without_each(W2: Floats, h: Floats, *, exact: bool) -> Floats:
    z = np.full(W2.shape, np.nan)
    sums_without_each(W2, h, exact, z)
    return z


def summed_anew(W2: Floats, h: Floats) -> Floats:
    """z2 without each unit, by the very sum that the network itself uses."""
    z = np.empty(W2.shape)
    for k in range(W2.shape[1]):
        one = W2.copy()
        one[:, k] = 0.0
        z2 = np.empty(len(W2))
        output_sums(one, h, z2)
        z[:, k] = z2
    return z


@given(pairs())
def test_that_outputs_without_a_unit_are_those_of_the_network_without_it(pair: Pair) -> None:
    net, rows, ws = pair.net, pair.rows, pair.ws
    forward(rows.indices, rows.values, net.W1T, net.W2, net.sigma1.code, net.sigma2.code, ws)
    z = without_each(net.W2, ws.h, exact=True)
    f = np.empty(net.n_outputs)
    for k in range(net.n_hidden):
        activate(net.sigma2.code, z[:, k].copy(), f, np.empty_like(f))
        np.testing.assert_array_equal(f, predict(net.without((k,)), pair.x)[0])


@given(st.integers(1, 6), st.integers(1, 300), st.integers(0, 99), st.sampled_from([1.0, 1e6]))
def test_that_the_short_sum_differs_by_no_more_than_it_says(
    d: int, l: int, seed: int, spread: float
) -> None:
    rng = np.random.default_rng(seed)
    W2, h = rng.normal(size=(d, l)), rng.normal(size=l)
    h[rng.integers(l)] *= spread  # one unit far larger than the others: z2 − W₂ₖhₖ would fail
    short = without_each(W2, h, exact=False)
    terms = np.abs(W2 * h)
    bound = l * 2.0**-52 * (terms.sum(axis=1, keepdims=True) - terms)
    assert (np.abs(short - summed_anew(W2, h)) <= 2 * bound).all()


def test_that_a_unit_may_be_the_only_one() -> None:
    for exact in (True, False):
        z = without_each(np.ones((3, 1)), np.array([7.0]), exact=exact)
        assert z.tolist() == [[0.0]] * 3


@given(
    st.lists(st.floats(-1.5, 1.5), max_size=30),
    st.sampled_from([(0.0, 1.0), (-1.0, 1.0), (-0.3, 0.7), (0.1, 0.1000001)]),
    st.integers(1, 41),
)
def test_that_values_lie_in_the_bins_of_numpy(
    values: list[float], ends: tuple[float, float], bins: int
) -> None:
    edges = np.linspace(*ends, bins + 1)
    every = np.array(
        [*values, *edges.tolist(), np.nextafter(ends[1], -9), np.nextafter(ends[0], 9)]
    )
    places = np.array([bin_of(h, edges) for h in every])
    counts = np.bincount(places[places >= 0], minlength=bins)
    np.testing.assert_array_equal(counts, np.histogram(every, bins=edges)[0])


@pytest.mark.parametrize("h", [np.nan, np.inf, -np.inf, -1e-300, 1.0000001])
def test_that_what_lies_outside_has_no_bin(h: float) -> None:
    assert bin_of(h, np.linspace(0.0, 1.0, 5)) == -1


@given(
    st.floats(-1e6, 1e6),
    st.floats(1e-3, 1e6),
    st.integers(1, 60),
)
@example(-1.0, 2.0, 2)  # here the division rounds across the first edge
@example(0.0, 0.1, 58)
@example(1.0, 9.756329784268203, 12)
@settings(max_examples=300)
def test_that_every_edge_and_its_neighbours_are_in_the_bins_that_the_edges_say(
    low: float, width: float, bins: int
) -> None:
    """Whatever the division by the width of a bin rounds to."""
    edges = np.linspace(low, low + width, bins + 1)
    for at, edge in enumerate(edges.tolist()):
        for h in (np.nextafter(edge, -np.inf), edge, np.nextafter(edge, np.inf)):
            right = int(np.searchsorted(edges, h, side="right")) - 1
            if h == edges[-1]:
                right = bins - 1
            if not edges[0] <= h <= edges[-1]:
                right = -1
            assert unit_statistics.bin_of(h, edges) == right, at


def test_that_room_for_sums_is_zeros_of_the_shapes_that_are_told() -> None:
    totals = unit_statistics.UnitTotals.empty(3, 7)
    assert [array.shape for array in totals] == [(3,), (3,), (3, 7), (5,), (5,)]
    assert not any(array.any() for array in totals)
    kinds = [np.float64, np.int64, np.int64, np.float64, np.int64]
    assert [array.dtype for array in totals] == kinds


def test_that_values_outside_all_bins_are_counted_in_none() -> None:
    """Nor NaN: the place of none, −1, is that of the last bin as well."""
    net = Network(np.array([[3.0], [0.5], [-3.0], [np.nan]]), np.ones((1, 4)), "identity")
    totals = unit_statistics.UnitTotals.empty(4, 5)
    rows = CompressedRows.from_dense(np.ones((3, 1)))
    unit_statistics.look_at_units(
        net.W1T, net.W2, np.empty((0, 4)), rows.starts, rows.indices, rows.values,
        np.zeros((3, 1)), np.empty(0, np.int64), np.arange(3), 0, 3, net.sigma1.code,
        net.sigma2.code, np.linspace(0.0, 1.0, 6), True, 0.5, Workspace.empty(4, 1),
        np.empty((1, 4)), totals, np.zeros(1, np.uint8),
    )  # fmt: skip
    assert totals.counts.tolist() == [[0] * 5, [0, 0, 3, 0, 0], [0] * 5, [0] * 5]


@pytest.mark.parametrize("kernel", ["look_at_units", "widen_range"])
def test_that_a_look_ends_after_the_sample_at_hand_and_says_where(kernel: str) -> None:
    net = Network(np.array([[1.0, 0.5], [0.5, 2.0]]), np.ones((1, 2)), "identity")
    X = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 0.0]])
    rows, ws = CompressedRows.from_dense(X), Workspace.empty(2, 1)
    totals, bounds = unit_statistics.UnitTotals.empty(2, 4), np.array([np.inf, -np.inf])

    def look(first: int, stop: Stop) -> int:
        if kernel == "widen_range":
            return unit_statistics.widen_range(
                net.W1T, rows.starts, rows.indices, rows.values, np.arange(3), first, 3,
                net.sigma1.code, ws, bounds, stop,
            )  # fmt: skip
        return unit_statistics.look_at_units(
            net.W1T, net.W2, np.empty((0, 2)), rows.starts, rows.indices, rows.values,
            np.zeros((3, 1)), np.empty(0, np.int64), np.arange(3), first, 3, net.sigma1.code,
            net.sigma2.code, np.linspace(0.0, 4.0, 5), True, 0.5, ws, np.empty((1, 2)), totals,
            stop,
        )  # fmt: skip

    assert look(0, np.ones(1, np.uint8)) == 0
    assert look(0, set_with(ws.h, 0)) == 1
    assert look(1, np.zeros(1, np.uint8)) == 3
    if kernel == "widen_range":
        assert bounds.tolist() == [0.5, 2.0]
    else:
        assert totals.counts.sum() == 6
        assert totals.activation.tolist() == [0.5 + 1 + 2, 2 + 0.5 + 1]
