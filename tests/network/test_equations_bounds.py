"""No kernel writes beyond its arrays, whatever is left over of their blocks.

Nothing checks bounds in compiled code: what lies around the arrays is watched here.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
import pytest

from bpviz.network import equations as eq
from bpviz.network.kernels import trace_pair
from bpviz.network.types import Floats

AROUND, MARK = 16, 7.25
SIZES = list(itertools.product((1, 3, 8, 9, 21), (1, 4, 5, 11), (1, 4, 5, 6, 9, 12)))


class Watched:
    """Arrays of doubles with marks before and behind them."""

    def __init__(self) -> None:
        self._whole: list[tuple[Floats, int]] = []
        self._rng = np.random.default_rng(1)

    def array(self, *shape: int) -> Floats:
        size = int(np.prod(shape))
        whole = np.full(size + 2 * AROUND, MARK)
        whole[AROUND : AROUND + size] = self._rng.normal(size=size)
        self._whole.append((whole, size))
        return whole[AROUND : AROUND + size].reshape(shape)

    def check(self) -> None:
        for whole, size in self._whole:
            assert (whole[:AROUND] == MARK).all()
            assert (whole[AROUND + size :] == MARK).all()


@pytest.fixture
def watched() -> Iterator[Watched]:
    found = Watched()
    yield found
    found.check()


def entries(n: int, count: int, watched: Watched) -> tuple[np.ndarray, Floats]:
    """The last `count` of n inputs."""
    return np.arange(n - count, n).astype(np.uint16), watched.array(count)


@pytest.mark.parametrize(("n", "l", "d"), SIZES)
def test_that_a_step_writes_into_its_own_arrays_only(
    n: int,
    l: int,  # noqa: E741 - the note's letter
    d: int,
    watched: Watched,
) -> None:
    W1T, W2, y = watched.array(n, l), watched.array(d, l), watched.array(d)
    ws = eq.Workspace(*(watched.array(l) for _ in range(5)), *(watched.array(d) for _ in range(5)))
    for count in sorted({1, max(1, n - 1), n}):
        indices, values = entries(n, count, watched)
        for as_printed in (False, True):
            trace_pair(W1T, W2, indices, values, y, 0, 1, as_printed, ws)
            eq.scale_deltas(0.1, ws)
            eq.update(indices, values, W1T, W2, ws)
            watched.check()


@pytest.mark.parametrize("d", range(1, 17))
def test_that_every_output_is_summed_once_in_order_and_nothing_beside_it(
    d: int, watched: Watched
) -> None:
    W2, h, z2 = watched.array(d, 7), watched.array(7), watched.array(d)
    eq.output_sums(W2, h, z2)
    right = np.zeros(d)
    for k in range(7):
        right = right + W2[:, k] * h[k]
    np.testing.assert_array_equal(z2, right)
