"""The next slice takes about as long as it should, and never jumps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bpviz.training.evaluation.slices import next_slice

SIZES = st.integers(1, 10**6)
SECONDS = st.floats(1e-4, 1e-1)


@given(size=SIZES, each=st.floats(1e-8, 1e-2), seconds=SECONDS)
def test_that_it_would_take_no_longer_than_wanted(size: int, each: float, seconds: float) -> None:
    following = next_slice(size, size * each, seconds)
    assert following == 1 or following * each <= seconds * (1 + 1e-9)
    assert following == 2 * size or (following + 1) * each > seconds * (1 - 1e-9)


@given(size=SIZES, elapsed=st.floats(0, 1e3), seconds=SECONDS, least=st.integers(1, 64))
def test_that_it_at_most_doubles_and_never_takes_too_few(
    size: int, elapsed: float, seconds: float, least: int
) -> None:
    assert least <= next_slice(size, elapsed, seconds, least=least) <= max(least, 2 * size)


def test_that_a_clock_that_stood_still_is_no_reason_to_jump() -> None:
    assert next_slice(100, 0.0, 0.004) == 200
