"""A level of buckets against a plain list, and the merging of buckets against NumPy."""

from __future__ import annotations

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bpviz.network.types import Floats
from bpviz.training.record import buckets as module
from bpviz.training.record.buckets import HIGH, LOW, MEAN, Level, Running, combine

MOST = 4096


def numbered(first: int, last: int) -> Floats:
    """Buckets ``first … last − 1``, all nine numbers of each different from any other's."""
    return np.arange(9.0).reshape(3, 3, 1) / 16 + np.arange(first, last)


def least_room(count: int) -> int:
    """The ring for `count` buckets: doubled up to an eighth of all there may be, then all."""
    return next(size for size in (256, 512, MOST) if count <= size or size == MOST)


@given(
    st.integers(0, 3000),
    st.lists(st.one_of(st.integers(0, 40), st.integers(200, 600)), max_size=12),
)
@settings(max_examples=150)
@example(0, [500, 6000])  # more at once than there may ever be
def test_that_a_level_keeps_the_newest_in_the_least_room(start: int, pieces: list[int]) -> None:
    with patch.object(module, "LEVEL_SIZE", MOST):
        level = Level(start)
        for piece in pieces:
            before = level._data
            level.append(numbered(level.count, level.count + piece))
            count = level.count
            room = least_room(count - start)
            assert (level._data is before) is (room == before.shape[2])  # no copy without need
            assert level._data.shape == (3, 3, room)
            assert level.first == max(start, count - room)
            np.testing.assert_array_equal(
                level.take(level.first, count), numbered(level.first, count)
            )
        assert level.count == start + sum(pieces)


@pytest.mark.parametrize("room", [256, 512, MOST])
def test_that_a_level_that_is_exactly_full_does_not_grow(room: int) -> None:
    with patch.object(module, "LEVEL_SIZE", MOST):
        level = Level()
        level.append(numbered(0, room))
        assert (level.first, level._data.shape[2]) == (0, room)
        level.append(numbered(room, room + 1))
        assert level._data.shape[2] == (512 if room == 256 else MOST)
        assert level.first == (1 if room == MOST else 0)


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [(0, 256, True), (10, 20, True), (256, 300, True), (250, 260, False)],
)
def test_that_buckets_in_one_piece_are_not_copied(first: int, last: int, whole: bool) -> None:
    with patch.object(module, "LEVEL_SIZE", 256):
        level = Level()
        level.append(numbered(0, 256))
        if last > 256:
            level.append(numbered(256, last))
        assert np.shares_memory(level.take(first, last), level._data) == whole
        np.testing.assert_array_equal(level.take(first, last), numbered(first, last))


@given(st.integers(0, 700), st.integers(0, 1500), st.sampled_from([256, 512]))
@settings(max_examples=100)
def test_that_a_trimmed_level_has_the_newest_and_goes_on(start: int, count: int, keep: int) -> None:
    with patch.object(module, "LEVEL_SIZE", MOST):
        level = Level(start)
        level.append(numbered(start, start + count))
        end, had, before = start + count, level._data.shape[2], level._data
        level.trim(keep)
        assert (level._data is before) is (had <= keep)
        assert level._data.shape[2] == min(had, keep)
        assert level.first == max(start, end - min(had, keep))
        np.testing.assert_array_equal(level.take(level.first, end), numbered(level.first, end))
        first = level.first
        level.append(numbered(end, end + 100))
        assert level.first == max(first, end + 100 - MOST)
        np.testing.assert_array_equal(
            level.take(level.first, end + 100), numbered(level.first, end + 100)
        )


@pytest.mark.parametrize("group", [1, 2, 8])
def test_that_neighbours_are_merged_into_their_extremes_and_mean(group: int) -> None:
    buckets = np.random.default_rng(3).normal(size=(3, 3, 24))
    merged = combine(buckets, group)
    parts = buckets.reshape(3, 3, 24 // group, group)
    np.testing.assert_array_equal(merged[LOW], parts[LOW].min(-1))
    np.testing.assert_allclose(merged[MEAN], parts[MEAN].mean(-1), rtol=1e-12)
    np.testing.assert_array_equal(merged[HIGH], parts[HIGH].max(-1))


def test_that_a_bucket_being_filled_weighs_each_step_alike() -> None:
    values = np.random.default_rng(4).normal(size=(3, 40))
    running = Running()
    running.add(np.empty((3, 3, 0)), 16)
    wide = values[:, :32].reshape(3, 2, 16)
    running.add(np.stack([wide.min(-1), wide.mean(-1), wide.max(-1)]), 16)
    running.add(np.stack([values[:, 32:]] * 3), 1)
    low, mean, high = running.bucket()[:, :, 0]
    assert running.steps == 40
    np.testing.assert_array_equal(low, values.min(1))
    np.testing.assert_allclose(mean, values.mean(1), rtol=1e-12)
    np.testing.assert_array_equal(high, values.max(1))


def test_that_a_level_keeps_32_768_buckets() -> None:
    level = Level()
    level.append(numbered(0, 30_000))
    level.append(numbered(30_000, 33_000))
    assert (level.first, level.count) == (33_000 - 2**15, 33_000)
