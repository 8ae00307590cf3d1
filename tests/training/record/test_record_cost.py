"""How much of a record is read for a picture of it: a window asks many times a second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import numpy as np
import pytest

from bpviz.training.record.record import RATIO, Record
from tests.training.conftest import small_world
from tests.training.record.test_record import check_view, fill, noise

END = 70_000


@contextmanager
def counted() -> Iterator[list[int]]:
    """The number of entries, of whatever width, each time that some are read."""
    sizes: list[int] = []
    take = Record._take

    def noted(self: Record, level: int, first: int, last: int) -> np.ndarray:
        found = take(self, level, first, last)
        sizes.append(found.shape[2])
        return found

    with patch.object(Record, "_take", noted):
        yield sizes


@pytest.mark.parametrize("width", [2**k for k in range(12)])
def test_that_a_view_reads_at_most_eight_entries_for_a_bucket(width: int) -> None:
    """And for the unfinished last one no more than a bucket of each width is made of."""
    values = noise(END)
    with small_world():
        record = Record()
        fill(record, values)
        first = 66_560  # every step from there on is kept exactly, which would be the most to read
        with counted() as sizes:
            view = record.view(first, END, -(-(END - first) // width))
        assert view.width == width
        assert sum(sizes) <= 8 * len(view.starts) + RATIO * len(record._levels)
        check_view(view, values, first, END)


def test_that_a_view_that_is_asked_for_again_reads_only_what_is_new() -> None:
    with small_world():
        record = Record()
        fill(record, noise(END))
        for more in (0, 1, 300):
            fill(record, noise(more))
            with counted() as sizes:
                view = record.view(67_000, record.end, 4500)
            assert view.width == 1
            if more:
                assert sum(sizes) == more
        first = record.view(0, record.end, 300)
        with counted() as sizes:
            again = record.view(0, record.end, 300)
        assert sum(sizes) <= 8 + RATIO * len(record._levels)
        np.testing.assert_array_equal(again.loss.mean, first.loss.mean)


def test_that_an_envelope_of_old_steps_reads_about_64_entries_for_a_part_at_most() -> None:
    with small_world():
        record = Record()
        fill(record, noise(END))
        with counted() as sizes:
            record.envelope(0, np.array([10_000, 30_000, 50_000, END]))
        assert max(sizes) <= 3 * 65
