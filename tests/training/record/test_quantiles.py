"""Sketched quantiles against NumPy's, and against the bound that their description gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bpviz.training.record.quantiles import (
    KEPT,
    QUANTILES,
    exact_quantiles,
    merged,
    quantiles,
    quantiles_of_parts,
    sketches_of,
)
from bpviz.training.record.record import Record
from tests.training.conftest import small_world
from tests.training.record.test_record import fill

ODD = [0.0, 5e-324, 1e-300, 1e-12, 0.1, 1.0, 1e9, 1.7e308, np.inf, np.nan]
LOSSES = st.one_of(st.floats(0, 1e308), st.sampled_from(ODD))

RUNS = {
    "log-normal": lambda rng, k: rng.lognormal(-2, 2, k),
    "decaying": lambda rng, k: np.exp(-np.arange(k) * 20 / k) * rng.lognormal(0, 1, k),
    "rising": lambda _, k: np.arange(k) / k,
    "two kinds": lambda rng, k: np.where(rng.random(k) < 0.11, 1e-9 * rng.random(k), 1.0),
    "mostly zero": lambda rng, k: np.where(rng.random(k) < 0.7, 0.0, rng.random(k)),
    "diverging": lambda _, k: np.float_power(10.0, np.minimum(np.arange(k) * 400 // k, 308)),
    "diverged": lambda _, k: np.where(np.arange(k) > k // 2, np.inf, 1.0),
    "not a number": lambda _, k: np.where(np.arange(k) > k // 2, np.nan, 1.0),
    "in turn": lambda _, k: np.arange(k) * 37 % 1009 / 7.0,
    "sixteen a level": lambda _, k: np.arange(k) // 16 * 7919 % 4099 + np.arange(k) % 16 / 16,
}


def cut(values: np.ndarray) -> np.ndarray:
    """The values without the lower half of their bits, which no sketch keeps."""
    bits = np.atleast_1d(np.asarray(values, dtype=float)).view(np.uint64)
    return np.where(np.isnan(values), np.nan, (bits >> 32 << 32).view(float))


def check_ranks(estimate: float, steps: np.ndarray, q: float, error: float) -> None:
    """`estimate` lies between the quantiles at ``q − error`` and ``q + error``."""
    ordered = np.sort(cut(steps))  # NaN last
    value = cut(np.array([estimate]))
    below, upto = (int(np.searchsorted(ordered, value, side)[0]) for side in ("left", "right"))
    if np.isnan(estimate):
        upto = len(steps)
    assert below <= (q + error) * len(steps) + 1e-9
    assert upto >= (q - error) * len(steps) - 1e-9


@given(arrays.arrays(float, st.tuples(st.just(3), st.integers(1, 15)), elements=st.floats(0, 1e9)))
def test_that_few_steps_have_the_quantiles_of_numpy(values: np.ndarray) -> None:
    right = np.quantile(values, QUANTILES, axis=1, method="hazen")
    np.testing.assert_allclose(exact_quantiles(values), right, rtol=1e-12, atol=1e-320)


@given(arrays.arrays(float, 64, elements=LOSSES))
def test_that_sixteen_steps_keep_all_their_losses(values: np.ndarray) -> None:
    """The quantile lies between the two losses that stand at its sides, or is one of them."""
    found = quantiles(sketches_of(values, 16), 1)
    ordered = np.sort(cut(values).reshape(4, 16), axis=1)
    for of_all, (low, high) in zip(found, ((1, 2), (13, 14)), strict=True):
        for estimate, a, b in zip(of_all, ordered[:, low], ordered[:, high], strict=True):
            if np.isfinite(b):
                assert a <= estimate <= b
            else:
                np.testing.assert_equal(estimate, b)


@given(
    arrays.arrays(float, st.sampled_from([256, 512, 1024, 4096]), elements=LOSSES, fill=LOSSES),
    st.sampled_from([1, 2]),
)
@settings(max_examples=60)
def test_that_no_losses_whatever_break_the_bound(values: np.ndarray, group: int) -> None:
    level, sketches = 1, sketches_of(values, 16)
    while len(sketches) >= 16 * group:
        level, sketches = level + 1, merged(sketches, 16)
        width = 16**level * group
        found = quantiles(sketches[: len(sketches) // group * group], group)
        for i in range(found.shape[1]):
            for q, estimate in zip(QUANTILES, found[:, i], strict=True):
                check_ranks(estimate, values[i * width : (i + 1) * width], q, level / (2 * KEPT))


@pytest.mark.parametrize("name", RUNS)
@pytest.mark.parametrize("end", [5_000, 70_123])
def test_that_every_bucket_of_a_view_keeps_to_the_bound(name: str, end: int) -> None:
    """Also the last one, which is made of parts, and after going back, as a cut record does."""
    losses = RUNS[name](np.random.default_rng(1), end)
    with small_world():
        record = Record()
        fill(record, np.stack([losses] * 3))
        at = end - 777
        start = min(record.exact_from, record.partial_from(at))
        child = record.cut(at, np.stack([losses[start:at]] * 3))
        for each in (record, child):
            for buckets in (3, 40, 300, 3000):
                view = each.view(0, each.end, buckets)
                level = (view.width.bit_length() - 1) // 4
                for i, first in enumerate(view.starts.tolist()):
                    steps = losses[first : min(first + view.width, each.end)]
                    error = level / (2 * KEPT) + 0.5 / len(steps)
                    for q, values in zip(QUANTILES, view.loss_quantiles, strict=True):
                        check_ranks(values[i], steps, q, error)
                    low, high = (values[i] for values in view.loss_quantiles)
                    if not np.isnan(high):
                        assert view.loss.low[i] <= low <= high <= view.loss.high[i]


def test_that_losses_of_a_usual_run_are_off_by_two_per_cent_of_the_steps_at_most() -> None:
    losses = np.random.default_rng(2).lognormal(-5, 3, 2**18)
    sketches = sketches_of(losses, 16)
    for width, most, usual in ((256, 0.025, 0.006), (4096, 0.012, 0.004), (65536, 0.006, 0.004)):
        sketches = merged(sketches, 16)
        steps = np.sort(losses.reshape(-1, width), axis=1)
        for q, found in zip(QUANTILES, quantiles(sketches, 1), strict=True):
            off = (steps < found[:, np.newaxis]).mean(axis=1) - q
            assert np.abs(off).max() <= most
            assert np.sqrt(np.mean(off**2)) <= usual


@given(st.integers(1, 20_000), st.integers(0, 20_000))
@settings(max_examples=25)
def test_that_going_back_and_on_again_gives_the_same_quantiles(at: int, more: int) -> None:
    losses = np.random.default_rng(3).lognormal(0, 2, at + more)
    with small_world():
        straight, back = Record(), Record()
        fill(straight, np.stack([losses] * 3))
        fill(back, np.stack([losses[:at]] * 3), 100)
        fill(back, np.ones((3, 500)))
        start = min(back.exact_from, back.partial_from(at))
        back = back.cut(at, np.stack([losses[start:at]] * 3))
        fill(back, np.stack([losses[at:]] * 3), 50)
        for buckets in (50, 700):
            views = [each.view(0, each.end, buckets) for each in (straight, back)]
            if views[0].width == views[1].width:
                for a, b in zip(*(view.loss_quantiles for view in views), strict=True):
                    np.testing.assert_array_equal(a, b)


def test_that_parts_of_unequal_weight_count_by_their_steps() -> None:
    many = merged(sketches_of(np.full(256, 2.0), 16), 16)
    few = sketches_of(np.array([1.0, 1.0, 3.0, 3.0]), 1)
    found = quantiles_of_parts([(many, 256), (few, 1)])
    assert found[:, 0].tolist() == [2.0, 2.0]
    alone = quantiles_of_parts([(many[:0], 256), (few, 1)])
    assert alone[:, 0].tolist() == [1.0, 3.0]


@pytest.mark.parametrize(("bad", "expected"), [(0.05, 1.0), (0.15, np.inf)])
def test_that_nine_tenths_of_the_steps_decide_where_some_are_infinite(
    bad: float, expected: float
) -> None:
    losses = np.ones(4096)
    losses[: int(4096 * bad)] = np.inf
    losses = np.random.default_rng(4).permutation(losses)
    sketch = merged(merged(sketches_of(losses, 16), 16), 16)
    assert quantiles(sketch, 1)[:, 0].tolist() == [1.0, expected]


def test_that_sketches_take_a_bounded_memory() -> None:
    with small_world():
        record = Record()
        fill(record, np.zeros((3, 300_000)))
        sizes = [level._data.nbytes for level in record._sketches]
        assert len(sizes) == len(record._levels)
        assert sizes == [256 * 4 * 16, *[256 * 4 * KEPT] * (len(sizes) - 1)]
