"""A record that is looked at again and again while it grows, as a window does."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.training.record.record import Record
from tests.training.record.test_record import fill, noise


@given(
    st.lists(st.integers(1, 9000), min_size=1, max_size=8),
    st.integers(1, 300),
    st.one_of(st.none(), st.floats(0, 1)),
)
@settings(max_examples=25)
def test_that_views_of_a_growing_record_are_those_of_one_that_is_looked_at_once(
    growth: list[int], most: int, from_share: float | None
) -> None:
    values = noise(sum(growth))
    watched, end = Record(), 0
    for more in growth:
        fill(watched, values[:, end : end + more])
        end += more
        first = 0 if from_share is None else int(from_share * growth[0])
        often = watched.view(first, end, most)
    once = Record()
    fill(once, values)
    fresh = once.view(first, end, most)
    assert (often.width, often.tip) == (fresh.width, fresh.tip)
    np.testing.assert_array_equal(often.starts, fresh.starts)
    for mine, its in ((often.loss, fresh.loss), (often.gradient_W2, fresh.gradient_W2)):
        for name in ("low", "mean", "high"):
            np.testing.assert_array_equal(getattr(mine, name), getattr(its, name))
