"""The record where what is kept begins: exact from its first step on, and no copy without need."""

from __future__ import annotations

import itertools
from unittest.mock import patch

import numpy as np
import pytest

from bpviz.network.types import Floats, Ints
from bpviz.training.record import buckets as levels
from bpviz.training.record import record as module
from bpviz.training.record.record import RATIO, Record
from tests.training.conftest import small_world
from tests.training.record.test_record import check_view, fill, noise


def check_envelope(record: Record, edges: Ints, values: Floats) -> None:
    """Compare what is said of the parts between `edges` with the steps themselves."""
    for row in range(3):
        low, mean, high = record.envelope(row, edges)
        parts = [values[row, a:b] for a, b in itertools.pairwise(edges.tolist())]
        np.testing.assert_array_equal(low, [p.min() for p in parts])
        np.testing.assert_array_equal(high, [p.max() for p in parts])
        np.testing.assert_allclose(mean, [p.mean() for p in parts], rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("end", [3000, 4096, 4097, 9001])
@pytest.mark.parametrize("parts", [1, 2, 3])
def test_that_an_envelope_is_exact_from_the_oldest_step_kept(end: int, parts: int) -> None:
    """However wide its parts are, and wherever their edges lie."""
    values = noise(end)
    with small_world():
        record = Record()
        fill(record, values)
        edges = np.linspace(record.exact_from, end, parts + 1).astype(np.int64)
        edges[1:-1] += 1
        check_envelope(record, edges, values)


def test_that_a_ring_with_room_is_not_copied() -> None:
    with patch.object(module, "RECENT", 2**14):
        record = Record()
        fill(record, noise(6000))
        record.compact(2**10)
        fill(record, noise(1))
        ring = record._ring
        assert ring.shape[1] == 2**12  # so that it may grow
        room = ring.shape[1] - (record.end - record.exact_from)
        while room > 0:
            count = record.slots(min(room, 40)).shape[1]
            record.end += count
            room -= count
            assert record._ring is ring


def test_that_a_million_steps_are_kept_exactly_and_older_ones_in_groups() -> None:
    record = Record()
    for number in range(70):
        done = 0
        while done < 2**14:
            slots = record.slots(2**14 - done)
            slots[:] = number
            record.end += slots.shape[1]
            done += slots.shape[1]
        ring = record._ring
        assert ring.shape[1] == 2**20
    assert record.end == 70 * 2**14
    record.slots(100)
    assert record._ring is ring  # full, and written over from its beginning
    assert record.exact_from == record.end + 100 - 2**20  # what is to be written over is gone
    old = record.view(0, 1000, 1000)
    assert old.width == 16**2
    assert set(old.loss.mean.tolist()) == {0.0}
    newest = record.view(record.end - 100, record.end, 1000)
    assert (newest.width, set(newest.loss.mean.tolist())) == (1, {69.0})


def test_that_one_call_records_16_384_steps_at_most() -> None:
    assert Record().slots(10**6).shape == (3, 2**14)


@pytest.mark.parametrize("step", [1, 100, 700, 2**12, 2**14])
def test_that_a_ring_grows_to_the_least_power_of_two_and_not_beyond_the_bound(step: int) -> None:
    with patch.object(module, "RECENT", 2**14):
        record = Record()
        fill(record, noise(50_000))
        record.compact(2**12)
        start = record.exact_from
        assert start == 50_000 - 2**12
        while record.end < 50_000 + 2**14:
            slots = record.slots(step)
            slots[:] = 0.0
            record.end += slots.shape[1]
            needed = record.end - start
            assert record._ring.shape[1] == min(max(2**12, 1 << (needed - 1).bit_length()), 2**14)


def test_that_steps_in_one_piece_are_not_copied() -> None:
    with small_world():
        record = Record()
        fill(record, noise(4096))
        for first, last in ((0, 4096), (100, 200), (4000, 4096)):
            assert np.shares_memory(record.raw(first, last), record._ring)


@pytest.mark.parametrize("widths", [(800, 800, 800), (1024, 500, 1024), (1024, 1024, 70)])
def test_that_older_edges_move_by_less_than_a_quarter_of_the_narrowest_part(
    widths: tuple[int, ...],
) -> None:
    """By less than 16 steps here: a spike 20 beyond an edge belongs to the neighbour alone."""
    edges = 60_000 - 3900 + np.cumsum([0, *widths])
    values = np.zeros((3, 60_000))
    values[:, edges[1] - 20] = 1.0
    values[:, edges[2] + 20] = -1.0
    with small_world():
        record = Record()
        fill(record, values)
        record.compact(2**10)
        low, _, high = record.envelope(0, edges)
    assert high.tolist() == [1.0, 0.0, 0.0]
    assert low.tolist() == [0.0, 0.0, -1.0]


@pytest.mark.parametrize(("steps", "most", "width"), [
    (1024, 1024, 1), (1025, 1024, 2), (1024, 512, 2), (1024, 1023, 2), (1024, 1, 1024), (7, 0, 8)
])  # fmt: skip
def test_that_a_view_is_no_coarser_than_need_be(steps: int, most: int, width: int) -> None:
    record = Record()
    fill(record, noise(5000))
    assert record.view(0, steps, most).width == width


def test_that_a_short_record_that_is_left_takes_little_room() -> None:
    record = Record()
    fill(record, noise(400))
    record.compact(2**10, 2**10)
    assert record._ring.nbytes == 3 * 4096 * 8
    assert record.cut(300, record.raw(0, 300))._ring.nbytes == 3 * 4096 * 8


def test_that_a_coarser_level_begins_before_the_one_below_forgets_anything() -> None:
    """Also where as many steps as possible wait for it: 2¹⁵ − 1 steps are 2 047 buckets."""
    record = Record()
    slots = record.slots(1)
    slots[:] = 5.0
    record.end += 1
    sizes = [2**14 - 1, *[2**14] * 28, 2**14 - 1, 15 * RATIO, 2**14 - 16, 2**14]
    for size in sizes:
        slots = record.slots(size)
        assert slots.shape[1] == size
        slots[:] = 0.0
        record.end += size
        if size == 15 * RATIO:
            view = record.view(0, record.end, 1000)  # puts all that waits into buckets
            assert view.starts[-1] + view.width >= record.end  # those of the new level, all of them
            assert levels.LEVEL_SIZE - 2047 < record._levels[0].count < levels.LEVEL_SIZE
    end = record.end
    assert record.view(0, end, 1).loss.high.tolist() == [5.0]
    record.compact(2**10)  # the exact steps are given up, and the buckets must say it
    for most in (1, 10, 1000):
        view = record.view(0, end, most)
        assert view.loss.high[0] == 5.0
        assert view.loss.low.min() == view.loss.high[1:].max(initial=0.0) == 0.0


def test_that_an_envelope_has_the_steps_that_are_in_no_bucket_yet() -> None:
    values = noise(12_000)
    record = Record()
    fill(record, values[:, :9000])
    record.compact(2**10)
    fill(record, values[:, 9000:])  # they wait to be put into buckets
    edges = np.arange(0, 12_001, 480)  # thirty of the buckets, 16 steps each
    check_envelope(record, edges, values)


@pytest.mark.parametrize("back", [0, 1, 100, 300])
def test_that_a_record_is_cut_rightly_where_steps_are_in_no_bucket_yet(back: int) -> None:
    values = noise(61_440)
    with small_world():
        record = Record()
        fill(record, values[:, :61_300])
        record.view(0, 1, 1)  # puts all that waits into buckets
        for count in (60, 80):  # so few that they are not; a wide bucket ends among them
            slots = record.slots(count)
            slots[:] = values[:, record.end : record.end + count]
            record.end += slots.shape[1]
        end = record.end - back
        start = min(record.exact_from, record.partial_from(end))
        child = record.cut(end, values[:, start:end])
        for most in (1, 40, 1000):
            check_view(child.view(end - 1000, end, most), values[:, :end], end - 1000, end)


@pytest.mark.parametrize("end", [131_000, 80_001])
def test_that_a_cut_record_is_right_where_more_is_put_into_buckets_than_a_level_keeps(
    end: int,
) -> None:
    """Those of a thinned branch are so wide that many steps stand behind the last whole one."""
    values = noise(131_000)
    with small_world():
        record = Record()
        fill(record, values)
        record._add_level()
        start = record.partial_from(end)
        assert end - start > RATIO * levels.LEVEL_SIZE
        child = record.cut(end, values[:, start:end])
        fill(child, values[:, :700])  # it goes on, so that all is put into buckets
        whole = np.concatenate([values[:, :end], values[:, :700]], axis=1)
        for first, most in ((0, 20), (start, 40), (end - 4096, 40)):
            check_view(child.view(first, end, most), whole, first, end)


def test_that_parts_of_single_old_steps_have_what_their_bucket_has() -> None:
    values = noise(9000)
    record = Record()
    fill(record, values)
    record.compact(2**10)
    low, _, high = record.envelope(0, np.array([161, 162, 164]))
    assert low.tolist() == [values[0, 160:176].min()] * 2
    assert high.tolist() == [values[0, 160:176].max()] * 2
