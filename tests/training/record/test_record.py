"""The record against plain arrays that forget nothing."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.training.events import HistoryView
from bpviz.training.record import record as module
from bpviz.training.record.record import Record
from tests.training.conftest import small_world


def noise(count: int, seed: int = 0) -> np.ndarray:
    """(3, count) values with rare spikes either way."""
    rng = np.random.default_rng(seed)
    values = rng.random((3, count))
    spikes = rng.random((3, count))
    values[spikes < 5e-4] = 1e6
    values[spikes > 1 - 5e-4] = -1e6
    return values * rng.random((3, count))


def fill(record: Record, values: np.ndarray, pieces: int = 256) -> None:
    """Append `values`, some at a time."""
    done, sizes = 0, itertools.cycle([1, pieces, 17, pieces, 3])
    while done < values.shape[1]:
        slots = record.slots(min(next(sizes), values.shape[1] - done))
        count = slots.shape[1]
        assert count >= 1
        slots[:] = values[:, done : done + count]
        record.end += count
        done += count


def check_view(view: HistoryView, values: np.ndarray, first: int, last: int) -> None:
    """Every bucket holds exactly the steps that it says."""
    end = values.shape[1]
    assert view.tip == end
    assert (np.diff(view.starts) == view.width).all()
    if first < last:
        assert view.starts[0] <= first < view.starts[0] + view.width
        assert view.starts[-1] < last <= view.starts[-1] + view.width
    curves = (view.loss, view.gradient_W1, view.gradient_W2)
    for row, curve in enumerate(curves):
        parts = [values[row, a : min(a + view.width, end)] for a in view.starts.tolist()]
        np.testing.assert_array_equal(curve.low, [p.min() for p in parts])
        np.testing.assert_array_equal(curve.high, [p.max() for p in parts])
        means = [p.mean() for p in parts]
        np.testing.assert_allclose(curve.mean, means, rtol=1e-11, atol=1e-9)
        for array in (curve.low, curve.mean, curve.high, view.starts):
            assert not array.flags.writeable


lengths = st.one_of(st.integers(1, 5000), st.integers(60_000, 90_000))
ranges = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.integers(1, 300)), min_size=1, max_size=6
)


@given(lengths, st.integers(0, 9), ranges)
@settings(max_examples=40)
def test_that_every_bucket_of_a_view_has_the_extremes_and_the_mean_of_its_steps(
    end: int, seed: int, asked: list[tuple[float, float, int]]
) -> None:
    values = noise(end, seed)
    with small_world():
        record = Record()
        fill(record, values)
        assert record.end == end
        for a, b, buckets in [*asked, (0.0, 1.0, 200)]:
            first, last = sorted((int(a * end), int(b * end)))
            check_view(record.view(first, last, buckets), values, first, last)


@given(lengths, st.integers(0, 9), ranges)
@settings(max_examples=40)
def test_that_an_envelope_is_exact_where_steps_are_kept_and_loses_no_extreme_elsewhere(
    end: int, seed: int, asked: list[tuple[float, float, int]]
) -> None:
    values = noise(end, seed)
    with small_world():
        record = Record()
        fill(record, values)
        for a, b, buckets in [*asked, (0.0, 1.0, 200)]:
            first, last = sorted((int(a * end), int(b * end)))
            if first == last:
                continue
            edges = np.unique(np.linspace(first, last, buckets + 1).astype(np.int64))
            for row in range(3):
                low, mean, high = record.envelope(row, edges)
                parts = [values[row, p:q] for p, q in itertools.pairwise(edges.tolist())]
                true_low = np.array([p.min() for p in parts])
                true_high = np.array([p.max() for p in parts])
                if first >= record.exact_from:
                    np.testing.assert_array_equal(low, true_low)
                    np.testing.assert_array_equal(high, true_high)
                    true_mean = [p.mean() for p in parts]
                    np.testing.assert_allclose(mean, true_mean, rtol=1e-9, atol=1e-9)
                else:
                    assert (low <= true_low).all()
                    assert (high >= true_high).all()
                    assert (low <= mean).all()
                    assert (mean <= high).all()
                    assert low.min() >= values[row].min()
                    assert high.max() <= values[row].max()


def test_that_an_old_envelope_is_no_wider_than_a_bucket_beyond_its_edges() -> None:
    values = np.zeros((3, 60_000))
    values[:, 30_000] = 5.0
    with small_world():
        record = Record()
        fill(record, values)
        edges = np.arange(0, 60_001, 6000)
        _, _, high = record.envelope(0, edges)
        near = [i for i in range(10) if edges[i] - 6000 / 4 <= 30_000 < edges[i + 1] + 6000 / 4]
        assert high[5] == 5.0
        assert [i for i in range(10) if high[i] == 5.0] in ([5], near)


def test_that_one_spike_survives_however_long_the_run_goes_on() -> None:
    with small_world():
        record = Record()
        head = np.zeros((3, 1000))
        head[:, 123] = (7.0, -8.0, 9.0)
        fill(record, head)
        for _ in range(40):
            fill(record, np.zeros((3, 10_000)))
            view = record.view(0, record.end, 50)
            assert (view.loss.high.max(), view.gradient_W1.low.min()) == (7.0, -8.0)
            assert view.starts[view.gradient_W2.high.argmax()] <= 123
            low, _, high = record.envelope(1, np.array([0, 200, record.end]))
            assert (low.min(), high.max()) == (-8.0, 0.0)


@pytest.mark.parametrize("end", [5000, 61_234, 90_000])
def test_that_ranges_at_the_edge_of_what_is_kept_are_whole(end: int) -> None:
    values = noise(end)
    with small_world():
        record = Record()
        fill(record, values)
        edges = [level.first * 16 ** (i + 1) for i, level in enumerate(record._levels)]
        for edge in (record.exact_from, *edges):
            for first in (edge + d for d in (-257, -17, -16, -15, -2, -1, 0, 1, 15)):
                if first >= 0:
                    for buckets in (1, 3, 50, 10**6):
                        view = record.view(first, first + 40, buckets)
                        check_view(view, values, first, min(first + 40, end))
                    _, _, high = record.envelope(0, np.array([first, first + 20, first + 40]))
                    assert high[0] >= values[0, first : first + 20].max()
                    assert high[1] >= values[0, first + 20 : first + 40].max()


@pytest.mark.parametrize("width", [1, 16, 64])
def test_that_a_view_once_given_stays_as_it_was(width: int) -> None:
    """It is drawn in another thread while the record goes on and writes over its rings."""
    values = noise(6000)
    with small_world():
        record = Record()
        fill(record, values)
        first = 6000 - 40 * width
        view = record.view(first, 6000, 45)
        assert view.width == width
        for _ in range(20):
            fill(record, np.ones((3, 5000)))
        check_view(view, values, first, 6000)


def test_that_memory_stays_bounded() -> None:
    with small_world():
        record = Record()
        sizes = []
        for _ in range(60):
            fill(record, np.zeros((3, 5000)))
            levels = [level._data.nbytes for level in record._levels]
            sizes.append(record._ring.nbytes + sum(levels))
            assert max(levels) <= 9 * 8 * 256
        assert record._ring.shape[1] == module.RECENT
        assert len(record._levels) == 3
        assert sizes[-1] == sizes[-20]


def test_that_the_newest_steps_are_kept_exactly() -> None:
    values = noise(30_000)
    with small_world():
        record = Record()
        fill(record, values)
        assert record.exact_from == 30_000 - 4096
        np.testing.assert_array_equal(record.raw(26_000, 30_000), values[:, 26_000:])
        np.testing.assert_array_equal(record.raw(29_999, 30_000), values[:, 29_999:])
        assert record.raw(30_000, 30_000).shape == (3, 0)


@given(lengths, st.floats(0, 1), st.integers(0, 20_000), ranges)
@settings(max_examples=40)
def test_that_a_cut_record_is_one_that_never_went_further(
    end: int, share: float, more: int, asked: list[tuple[float, float, int]]
) -> None:
    values, at = noise(end, 1), int(share * end)
    with small_world():
        record = Record()
        fill(record, values)
        start = min(record.exact_from, record.partial_from(at))
        child = record.cut(at, values[:, start:at])
        assert child.end == at
        assert child.exact_from == start
        np.testing.assert_array_equal(child.raw(start, at), values[:, start:at])
        tail = noise(more, 2)
        both = np.concatenate([values[:, :at], tail], axis=1)
        for _ in range(2):  # before and after it grows
            present = both[:, : child.end]
            for a, b, buckets in [*asked, (0.0, 1.0, 100)]:
                first, last = sorted((int(a * child.end), int(b * child.end)))
                check_view(child.view(first, last, buckets), present, first, last)
            if child.end == at:
                fill(child, tail)
        check_view(record.view(0, end, 100), values, 0, end)  # the old one is as it was


def test_that_a_compacted_record_keeps_its_buckets_and_its_end() -> None:
    values = noise(50_000)
    record = Record()
    fill(record, values, 5000)
    assert record.exact_from == 0
    record.compact(2**13)
    assert record.exact_from == 50_000 - 2**13
    np.testing.assert_array_equal(record.raw(45_000, 50_000), values[:, 45_000:])
    check_view(record.view(0, 50_000, 300), values, 0, 50_000)
    check_view(record.view(100, 2000, 300), values, 100, 2000)
    fill(record, values, 5000)
    check_view(record.view(0, 100_000, 300), np.concatenate([values, values], 1), 0, 100_000)


@pytest.mark.parametrize("end", [3_000, 60_000, 700_001])
def test_that_a_coarse_record_spans_the_run_and_can_grow_and_be_cut(end: int) -> None:
    values = noise(end)
    record = Record()
    fill(record, values, 10_000)
    record.compact(2**10, 2**10)
    assert record.exact_from >= end - 4096  # the smallest ring holds so many
    for first, last, buckets in [(0, end, 1000), (end // 3, end // 2, 300), (end - 900, end, 900)]:
        check_view(record.view(first, last, buckets), values, first, last)
    at = end - 700
    start = record.partial_from(at)
    child = record.cut(at, values[:, start:at])
    check_view(child.view(0, at, 500), values[:, :at], 0, at)
    tail = noise(40_000, 2)
    fill(record, tail, 10_000)
    both = np.concatenate([values, tail], axis=1)
    check_view(record.view(0, end + 40_000, 700), both, 0, end + 40_000)
    check_view(record.view(end - 100, end + 100, 200), both, end - 100, end + 100)


def test_that_a_coarse_record_is_small() -> None:
    record = Record()
    fill(record, noise(400_000), 10_000)
    record.compact(2**10, 2**10)
    size = record._ring.nbytes + sum(level._data.nbytes for level in record._levels)
    assert size < 400_000


def test_that_compacting_a_short_record_changes_nothing() -> None:
    record = Record()
    fill(record, noise(3000))
    record.compact()
    assert record.exact_from == 0


def test_that_an_empty_record_has_an_empty_view() -> None:
    view = Record().view(0, 100, 10)
    assert len(view.starts) == len(view.loss.low) == 0
    assert (view.tip, view.width) == (0, 1)


@pytest.mark.parametrize(("first", "last"), [(-50, 5), (90, 500), (200, 300), (50, 10)])
def test_that_a_range_outside_the_record_is_clipped(first: int, last: int) -> None:
    values = noise(100)
    record = Record()
    fill(record, values)
    view = record.view(first, last, 1000)
    a, b = max(0, min(first, 100)), max(0, min(last, 100))
    assert view.starts.tolist() == list(range(min(a, b), b))


def test_that_a_view_has_about_as_many_buckets_as_asked_for() -> None:
    record = Record()
    fill(record, noise(20_000), 5000)
    for buckets in (1, 2, 10, 333, 5000, 20_000, 10**9):
        view = record.view(0, 20_000, buckets)
        assert len(view.starts) <= buckets + 1
        assert 2 * len(view.starts) >= min(buckets, 20_000)
        assert view.width & (view.width - 1) == 0
