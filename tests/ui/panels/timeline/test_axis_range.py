"""Ranges of 64-bit steps, and the slots of a slider that counts in 32 bits."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.ui.panels.timeline.axis import NARROWEST, SLOTS, StepRange, slot_of, step_of

tips = st.integers(1, 2**63 - 1)
shares = st.floats(0, 1)


@given(tip=tips, data=st.data())
def test_that_slots_rise_with_the_steps_and_fit_into_32_bits(tip: int, data: Any) -> None:
    first = data.draw(st.integers(0, tip))
    second = data.draw(st.integers(first, tip))
    assert 0 <= slot_of(first, tip) <= slot_of(second, tip) <= SLOTS
    assert slot_of(0, tip) == 0
    assert slot_of(tip, tip) == min(tip, SLOTS)


@given(tip=tips, data=st.data())
def test_that_a_slot_and_its_step_belong_together(tip: int, data: Any) -> None:
    slot = data.draw(st.integers(0, min(tip, SLOTS)))
    step = step_of(slot, tip)
    assert 0 <= step <= tip
    assert slot_of(step, tip) == slot
    if slot < min(tip, SLOTS):
        assert step < step_of(slot + 1, tip)


@st.composite
def ranges(draw: Any) -> tuple[StepRange, int]:
    tip = draw(tips)
    first = draw(st.integers(0, tip))
    return StepRange(first, draw(st.integers(first, tip))), tip


def within(shown: StepRange, tip: int) -> bool:
    return 0 <= shown.first <= shown.last <= tip


@given(ranges(), shares, shares)
def test_that_steps_rise_along_the_line_and_stay_in_the_range(
    case: tuple[StepRange, int], one: float, other: float
) -> None:
    shown, _ = case
    left, right = sorted((one, other))
    assert shown.first <= shown.step_at(left) <= shown.step_at(right) <= shown.last
    assert (shown.step_at(0.0), shown.step_at(1.0)) == (shown.first, shown.last)
    assert (shown.step_at(-3.0), shown.step_at(7.0)) == (shown.first, shown.last)


@given(ranges(), st.floats(0.01, 100), shares)
def test_that_zooming_stays_within_the_run(
    case: tuple[StepRange, int], factor: float, share: float
) -> None:
    shown, tip = case
    zoomed = shown.zoomed(factor, share, tip)
    assert within(zoomed, tip)
    assert zoomed.span >= min(NARROWEST, tip)


@pytest.mark.parametrize("tip", [1000, 60_000, 2**40, 2**63 - 1])
@pytest.mark.parametrize("share", [0.0, 0.31, 0.5, 1.0])
def test_that_zooming_keeps_the_step_under_the_mouse(tip: int, share: float) -> None:
    shown = StepRange(0, tip)
    step = shown.step_at(share)
    while shown.span > NARROWEST:
        shown = shown.zoomed(0.8, share, tip)
        assert shown.share(step) == pytest.approx(share, abs=0.051)
    assert shown.span == NARROWEST
    while shown.span < tip:
        shown = shown.zoomed(1.25, share, tip)
    assert shown == StepRange(0, tip)


@given(ranges(), st.integers(-(2**63), 2**63))
def test_that_moving_keeps_the_length_and_stays_within_the_run(
    case: tuple[StepRange, int], steps: int
) -> None:
    shown, tip = case
    moved = shown.moved(steps, tip)
    assert within(moved, tip)
    assert moved.span == shown.span


@given(ranges(), st.data())
def test_that_a_range_follows_the_position_and_only_when_it_leaves(
    case: tuple[StepRange, int], data: Any
) -> None:
    shown, tip = case
    step = data.draw(st.integers(0, tip))
    followed = shown.following(step, data.draw(st.integers(0, tip)), tip)
    assert followed.first <= step <= followed.last or shown.span == 0
    assert within(followed, tip)
    if shown.first <= step <= shown.last:
        assert followed == shown


def test_that_a_range_shrinks_with_the_run() -> None:
    assert StepRange(500, 900).following(7, 800, 100) == StepRange(0, 100)


def test_that_shares_of_many_steps_are_those_of_each() -> None:
    shown = StepRange(100, 300)
    steps = np.array([0, 100, 250, 300, 900])
    assert shown.shares(steps).tolist() == [shown.share(int(step)) for step in steps]
    assert StepRange(5, 5).shares(steps).tolist() == [0.0] * 5
