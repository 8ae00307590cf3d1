"""Stops at full speed: exactly the steps that a naive scan of the recorded quantities finds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.training import Breakpoint, Phase, Session, StopReason
from bpviz.training.breakpoints import WATCHING, Condition
from bpviz.training.settings import SettingsError
from bpviz.training.watch_text import watch_of
from bpviz.training.watches import Watch
from tests.training.conftest import small_world
from tests.training.oracle import bits
from tests.training.scans import END, run_to, scan, world

B = Breakpoint

CASES = [
    ("classes", "sigmoid", B.loss_above(0.9)),
    ("classes", "sigmoid", B.loss_above(np.inf)),
    ("classes", "sigmoid", B.loss_below(0.05)),
    ("classes", "sigmoid", B.loss_below(0.0)),
    ("classes", "sigmoid", B.gradient_above(0.3)),
    ("classes", "sigmoid", B.gradient_above(0.5, "W2")),
    ("classes", "sigmoid", B.sample(3)),
    ("classes", "sigmoid", B.label(1)),
    ("classes", "sigmoid", B.misclassified()),
    ("classes", "sigmoid", B.saturated(0.5)),
    ("classes", "sigmoid", B.saturated(0.0)),
    ("classes", "sigmoid", B.saturated(1.01)),
    ("classes", "tanh", B.saturated(0.25)),
    ("classes", "relu", B.saturated(0.75)),
    ("classes", "softplus", B.saturated(0.2)),
    ("classes", "identity", B.saturated(1e-9)),
    ("classes", "identity", B.misclassified()),
    ("classes", "sigmoid", B.loss_jump(3.0)),
    ("classes", "sigmoid", B.loss_jump(0.0)),
    ("classes", "sigmoid", B.every(1)),
    ("classes", "sigmoid", B.every(700)),
    ("classes", "sigmoid", B.not_finite()),
    ("xor", "tanh", B.misclassified()),
    ("xor", "sigmoid", B.label(0)),
    ("regression", "sigmoid", B.misclassified()),
    ("regression", "tanh", B.loss_jump(2.5)),
    ("classes", "sigmoid", B.above(watch_of("W1[2, 1]"), 0.3)),
    ("classes", "sigmoid", B.below(watch_of("h[1]"), 0.4)),
    ("classes", "tanh", B.changes_sign(watch_of("W2[1, 3]"))),
    ("classes", "tanh", B.changes_sign(watch_of("W1[1, 0]"))),
    ("classes", "sigmoid", B.changes_sign(watch_of("delta2[2]"))),
    ("classes", "sigmoid", B.moves(watch_of("W1[2, 1]"), 0.01)),
    ("classes", "relu", B.moves(watch_of("W1[2, 1]"), 0)),
    ("xor", "sigmoid", B.moves(watch_of("W2[0, 1]"), 0.02)),
    ("regression", "tanh", B.moves(watch_of("loss"), 0.5)),
    ("classes", "sigmoid", B.below(watch_of("loss of sample 3"), 0.2)),
    ("classes", "sigmoid", B.moves(watch_of("f[1] of sample 3"), 0.02)),
    ("classes", "sigmoid", B.changes_sign(watch_of("z2[0] of sample 7"))),
    ("classes", "sigmoid", B.moves(watch_of("norm W1"), 0.005)),
    ("classes", "sigmoid", B.above(watch_of("norm W2[1, :]"), 1.5)),
]
NEVER_MET = {
    (np.inf, Condition.LOSS_ABOVE),
    (0.0, Condition.LOSS_BELOW),
    (1.01, Condition.SATURATED),
    (1e-9, Condition.SATURATED),
    (0, Condition.NOT_FINITE),
}


@pytest.mark.parametrize(("name", "sigma1", "breakpoint"), CASES, ids=repr)
def test_that_a_run_stops_on_exactly_the_steps_of_a_scan(
    name: str, sigma1: str, breakpoint: Breakpoint
) -> None:
    chosen, data, line = world(name, sigma1)
    right = list(scan(name, sigma1, breakpoint))
    never = (breakpoint.value, breakpoint.condition) in NEVER_MET or (
        name == "regression" and breakpoint.condition is Condition.MISCLASSIFIED
    )
    assert bool(right) is not never
    always = breakpoint in (B.every(1), B.saturated(0.0), B.loss_jump(0.0))
    assert len(right) < END - 1 or always
    with small_world(64):
        session = Session(chosen, data)
        number = session.breakpoints.add(breakpoint)
        assert run_to(session, END) == right
        assert bits(session.network) == bits(line.network(END))
        (note,) = session.breakpoints
        assert (note.number, note.hits) == (number, len(right))
        # The same after going back, also from a keyframe in the middle, and step by step.
        for place in (0, 1100, 2047, right[-1] if right else 5):
            session.seek(place)
            assert run_to(session, min(END, place + 1200), 77) == [
                step for step in right if place <= step < place + 1200
            ]
        # Backwards: the same in reverse.
        session.seek(END)
        count = next(iter(session.breakpoints)).hits
        back = []
        while len(back) < 40 and (outcome := session.back_to_hit()).step > 0:
            assert outcome.reason is StopReason.BREAKPOINT
            assert (session.phase, session.row, session.hit) == (Phase.UPDATE, 0, (number,))
            back.append(outcome.step)
        assert back == right[::-1][: len(back)]
        if len(back) < 40:
            assert len(back) >= len([step for step in right if step > 0])
        assert next(iter(session.breakpoints)).hits == count


@given(
    st.lists(
        st.sampled_from([case[2] for case in CASES[:21]]), min_size=1, max_size=8, unique=True
    ),
    st.integers(1, 300),
    st.booleans(),
    st.lists(st.integers(0, 20), min_size=8, max_size=8),
)
@settings(max_examples=8)
def test_that_several_at_once_stop_and_count_each_for_itself(
    breakpoints: list[Breakpoint], chunk: int, attention: bool, ignored: list[int]
) -> None:
    chosen, data, _ = world("classes")
    end = 400 if attention else END
    hits = [[s for s in scan("classes", "sigmoid", each) if s < end] for each in breakpoints]
    session = Session(chosen, data)
    numbers = [
        session.breakpoints.add(each, ignore=ignore)
        for each, ignore in zip(breakpoints, ignored, strict=False)
    ]
    stops: dict[int, set[int]] = {}
    for number, steps, ignore in zip(numbers, hits, ignored, strict=False):
        for step in steps[ignore:]:
            stops.setdefault(step, set()).add(number)
    flag = np.array([attention], dtype=np.uint8)
    found: dict[int, set[int]] = {}
    while session.step < end:
        outcome = session.advance(min(chunk, end - session.step), flag)
        if outcome.reason is StopReason.BREAKPOINT:
            assert outcome.step not in found
            found[outcome.step] = set(outcome.numbers)
            assert outcome.breakpoint == breakpoints[numbers.index(outcome.numbers[0])]
            assert outcome.numbers == session.hit == tuple(sorted(outcome.numbers))
            assert f"before the update of step {outcome.step}:" in outcome.message
    assert found == stops
    assert [note.hits for note in session.breakpoints] == [len(steps) for steps in hits]


@pytest.mark.parametrize("make", [B.loss_above, B.loss_below])
def test_that_a_threshold_that_is_just_reached_is_not_passed(make: object) -> None:
    chosen, data, line = world("classes")
    loss = line.values[50][0]
    towards = -1.0 if make == B.loss_above else 9.0
    for value, stops in ((loss, False), (np.nextafter(loss, towards), True)):
        session = Session(chosen, data)
        session.seek(50)
        session.breakpoints.add(make(value))  # type: ignore[operator]
        assert (session.advance().reason is StopReason.BREAKPOINT) is stops


def test_that_the_moving_mean_goes_along_on_every_seek() -> None:
    """From where the run stands as from a keyframe, back and forth, and onto another branch."""
    chosen, data, line = world("classes")
    right = list(scan("classes", "sigmoid", B.loss_jump(3.0)))
    session = Session(chosen, data)
    session.breakpoints.add(B.loss_jump(3.0))
    for places in ((1700, 1720, 1801), (2000, 1990, 1995), (5, 1500, 1400)):
        for place in places:
            session.seek(place)
        assert run_to(session, END) == [step for step in right if step >= places[-1]]
    session.seek(1400)
    session.hold(line.sample(1400))
    session.hold(None)
    assert len(session.branches) == 2
    assert run_to(session, END) == [step for step in right if step >= 1400]
    assert len([step for step in right if step >= 2000]) > 3


@pytest.mark.parametrize("places", [(1700, 1720, 1750), (1800, 1750), (30, 1700, 2500, 5, 1750)])
def test_that_the_moving_mean_is_exact_wherever_one_comes_from(places: tuple[int, ...]) -> None:
    chosen, data, line = world("classes")
    mean = 0.0
    for step in range(1750):
        mean = mean + (line.values[step][0] - mean) / min(step + 1, 1000)
    factor = line.values[1750][0] / mean
    for near, stops in ((factor * (1 - 1e-12), True), (factor * (1 + 1e-12), False)):
        session = Session(chosen, data)
        session.breakpoints.add(B.loss_jump(near))
        for place in places:
            session.seek(place)
        assert (session.advance(1).reason is StopReason.BREAKPOINT) is stops


def test_that_a_value_that_is_not_given_is_0() -> None:
    for condition in set(Condition) - {Condition.EVERY}:  # every 0 steps there is none
        watch = Watch.loss() if condition in WATCHING else None
        assert Breakpoint(condition, watch=watch).value == 0


def test_that_the_same_breakpoint_twice_is_one() -> None:
    chosen, data, _ = world("classes", "sigmoid")
    session = Session(chosen, data)
    first = session.breakpoints.add(B.loss_above(0.5))
    other = session.breakpoints.add(B.loss_above(0.6))
    assert session.breakpoints.add(B.loss_above(0.5), ignore=3, enabled=False) == first
    notes = session.breakpoints.notes()
    assert [note.number for note in notes] == [first, other]
    assert (notes[0].ignore, notes[0].enabled) == (3, False)
    with pytest.raises(SettingsError, match=rf"number {first} is the same already"):
        session.breakpoints.change(other, breakpoint=B.loss_above(0.5))
    assert session.breakpoints.notes() == notes
