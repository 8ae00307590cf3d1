"""Values of breakpoints: whatever is typed is a value or one sentence, and values survive."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets.dataset import Part
from bpviz.training.breakpoints import BARE, WATCHING, Breakpoint, Condition
from bpviz.training.settings import MAX_SEED
from bpviz.training.watches import Watch
from bpviz.ui.kit.breakpoints.values import default_value, read_value
from bpviz.ui.kit.controls.number_text import InputError, read_whole, written
from tests.ui.frames import make_frame, make_images, make_own

DATA = make_images(m=12)


@given(st.floats(allow_nan=False))
def test_that_every_threshold_is_read_back_as_it_is_written(value: float) -> None:
    assert read_value(Condition.LOSS_ABOVE, written(value), DATA) == value


@given(st.integers(1, MAX_SEED))
def test_that_every_count_is_read_back_as_it_is_written(value: int) -> None:
    assert read_value(Condition.EVERY, written(value), DATA) == value
    assert read_whole(written(value)) == value


def watch_for(condition: Condition) -> Watch | None:
    return Watch.loss(1) if condition in WATCHING else None


@given(st.sampled_from(Condition), st.text(max_size=30))
def test_that_any_text_makes_a_breakpoint_or_a_sentence(condition: Condition, text: str) -> None:
    try:
        made = Breakpoint(condition, read_value(condition, text, DATA), watch_for(condition))
    except InputError as wrong:
        said = str(wrong)
    else:
        said = f"{made.value}."
    assert said.endswith(".")
    assert said != "nan."


@pytest.mark.parametrize("typed", ["", "x", "-1", "1.5", str(MAX_SEED + 1), "nan"])
def test_that_what_cannot_be_ignored_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="from 0 to"):
        read_whole(typed)


@pytest.mark.parametrize("condition", sorted(set(Condition) - BARE))
@pytest.mark.parametrize("loss", [math.nan, math.inf, 0.0, 0.3])
def test_that_every_default_is_a_value_that_can_be_typed(condition: Condition, loss: float) -> None:
    frame = make_frame(DATA, mean_loss=loss, loss=loss)
    value = default_value(condition, frame)
    assert Breakpoint(condition, value, watch_for(condition)).value == value
    assert math.isfinite(value)
    if condition is not Condition.LABEL:
        assert read_value(condition, written(value), DATA) == value


@pytest.mark.parametrize(("typed", "value"), [("∞", math.inf), ("−∞", -math.inf), ("−2", -2.0)])
def test_that_thresholds_that_are_never_reached_are_legal(typed: str, value: float) -> None:
    assert read_value(Condition.LOSS_ABOVE, typed, DATA) == value


def test_that_the_default_is_a_sample_of_the_training_set() -> None:
    data = make_images(m=12, test=make_images(5))
    own = make_own(data)
    for frame, sample in (
        (make_frame(data, sample=7), 7),
        (make_frame(data, sample=7, selected=3), 3),
        (make_frame(data, sample=7, selected=3, selected_part=Part.TEST), 7),
        (make_frame(data, own=own), 0),
        (make_frame(data, own=own, selected=3), 3),
    ):
        assert default_value(Condition.SAMPLE, frame) == sample
