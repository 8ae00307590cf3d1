"""Stops at full speed: exactly the steps that a naive scan of the recorded quantities finds."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset, load
from bpviz.network import Activation
from bpviz.training import Breakpoint, Phase, Session, Settings, StopReason
from bpviz.training.breakpoints import Condition
from bpviz.training.keyframes import keyframe_size
from tests.training.conditions import met
from tests.training.conftest import small_world
from tests.training.oracle import Line, bits, line_of

END = 2600
B = Breakpoint


def data_named(name: str) -> Dataset:
    if name == "xor":
        return load("xor")  # one output
    rng = np.random.default_rng(8)
    X = rng.normal(size=(15, 4)) * (rng.random((15, 4)) < 0.6)
    labels = rng.integers(0, 3, 15)
    classes = {"labels": labels} if name == "classes" else {}
    return Dataset.from_arrays(name, X, np.eye(3)[labels], **classes)


def settings_for(data: Dataset, sigma1: str) -> Settings:
    size = keyframe_size(data.n_inputs, 4, data.n_outputs)
    rate = 0.02 if sigma1 in ("relu", "identity") else 0.6
    return Settings(
        n_hidden=4, learning_rate=rate, seed=2, sigma1=Activation(sigma1), keyframe_budget=6 * size
    )


@lru_cache
def world(name: str, sigma1: str = "sigmoid") -> tuple[Settings, Dataset, Line]:
    data = data_named(name)
    chosen = settings_for(data, sigma1)
    line = line_of(Session(chosen, data))
    line.network(END)
    return chosen, data, line


@lru_cache
def scan(name: str, sigma1: str, breakpoint: Breakpoint) -> tuple[int, ...]:
    """All steps below END at which it is met."""
    line = world(name, sigma1)[2]
    if breakpoint.condition is not Condition.LOSS_JUMP:
        return tuple(step for step in range(END) if met(line, step, breakpoint))
    found, mean = [], 0.0
    for step in range(END):
        loss = line.values[step][0]
        if step >= 1000 and loss > breakpoint.value * mean:
            found.append(step)
        mean = mean + (loss - mean) / min(step + 1, 1000)
    return tuple(found)


def run_to(session: Session, end: int, chunk: int = 10**9, attention: bool = False) -> list[int]:
    """Go on to `end` past every stop; return the steps of the stops."""
    found, flag = [], np.array([attention], dtype=np.uint8)
    while session.step < end:
        outcome = session.advance(min(chunk, end - session.step), flag)
        if outcome.reason is StopReason.BREAKPOINT:
            assert (session.step, session.phase, session.row) == (outcome.step, Phase.UPDATE, 0)
            found.append(outcome.step)
    return found


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
    st.lists(st.sampled_from([case[2] for case in CASES[:21]]), min_size=1, max_size=8),
    st.integers(1, 300),
    st.booleans(),
    st.lists(st.integers(0, 20), min_size=8, max_size=8),
)
@settings(max_examples=25)
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


def test_that_a_hit_stands_before_the_update_with_nothing_applied() -> None:
    chosen, data, line = world("classes")
    step = scan("classes", "sigmoid", B.misclassified())[5]
    session = Session(chosen, data)
    session.breakpoints.add(B.misclassified(), ignore=5)
    outcome = session.advance(END)
    assert (outcome.reason, outcome.step, outcome.breakpoint) == (
        StopReason.BREAKPOINT, step, B.misclassified(),
    )  # fmt: skip
    assert outcome.message == f"Stopped before the update of step {step}: wrongly classified."
    assert (session.step, session.tip, session.phase, session.row) == (step, step, Phase.UPDATE, 0)
    assert bits(session.network) == bits(line.network(step))
    assert session.trace.whole is session.preview
    assert session.preview.f.argmax() != session.dataset.labels[session.sample_index(step)]
    assert session.last_change is not None
    assert session.last_change.step == step - 1
    assert session.history.tip == step
    assert [(hit.step, hit.number) for hit in session.branch.hits.notes()] == [(step, 1)]
    # Going on does not stop on it again, however one goes on.
    for go_on in (session.advance, session.finish_step, session.advance_phase):
        session.seek(step)
        session.advance_to(Phase.UPDATE)
        assert session.hit == (1,)
        assert go_on().reason is StopReason.COUNT
        assert (session.step, session.phase, session.hit) == (step + 1, Phase.DRAW, ())


def test_that_a_new_rate_at_a_hit_does_not_stop_there_again() -> None:
    chosen, data, line = world("classes")
    session = Session(chosen, data)
    session.breakpoints.add(B.every(10))
    session.advance(100)
    session.set_learning_rate(0.01)
    assert (session.step, session.phase) == (10, Phase.UPDATE)
    assert session.advance(3).reason is StopReason.COUNT
    assert bits(session.network) == bits(line.branch(10, 0.01).network(13))


def test_that_walking_through_the_phases_stops_at_a_hit_too() -> None:
    chosen, data, _ = world("classes")
    session = Session(chosen, data)
    session.breakpoints.add(B.every(2))
    session.seek(1)
    for _ in range(8):
        assert session.advance_phase().reason is StopReason.COUNT
    assert (session.phase, session.hit) == (Phase.UPDATE, ())
    session.finish_step()
    for way in (session.advance_phase, session.advance_row):
        session.seek(2)
        while (outcome := way()).reason is StopReason.COUNT:
            assert session.phase is not Phase.UPDATE
        assert (outcome.reason, outcome.numbers) == (StopReason.BREAKPOINT, (1,))
        assert (session.step, session.phase, session.row) == (2, Phase.UPDATE, 0)
        assert way().reason is StopReason.COUNT
    session.seek(2)
    assert session.advance_to(Phase.UPDATE, 3).reason is StopReason.BREAKPOINT
    assert (session.phase, session.row) == (Phase.UPDATE, 0)
    assert session.advance_to(Phase.UPDATE, 3).reason is StopReason.COUNT
    assert (session.phase, session.row) == (Phase.UPDATE, 3)
    assert session.back_to_hit().numbers == (1,)  # in the midst of the update it stands after it
    assert (session.step, session.phase, session.row) == (2, Phase.UPDATE, 0)


def test_that_seeks_and_replays_never_count() -> None:
    chosen, data, _ = world("classes")
    with small_world(16):
        session = Session(chosen, data)
        session.breakpoints.add(B.loss_above(-1.0), ignore=2**62)
        session.advance(300)
        assert [note.hits for note in session.breakpoints] == [300]
        session.seek(700)  # trains on, and nothing is counted
        for step in (699, 3, 250, 0, 650):
            session.seek(step)
            _ = session.last_change, session.history.loss(0, 700), session.trace
            session.network_at(0, 123)
        session.set_learning_rate(0.3)
        session.undo()
        session.switch_branch(1)
        session.compare(0, 1)
        session.back_row()
        session.back_to_hit()
        assert [note.hits for note in session.breakpoints] == [300]


def test_that_what_is_switched_off_or_removed_neither_stops_nor_counts() -> None:
    chosen, data, _ = world("classes")
    session = Session(chosen, data)
    one = session.breakpoints.add(B.every(5), enabled=False)
    other = session.breakpoints.add(B.every(7))
    assert session.advance(100).numbers == (other,)
    assert session.step == 7
    session.breakpoints.change(other, enabled=False)
    assert session.advance(100).reason is StopReason.COUNT
    session.breakpoints.change(one, enabled=True)
    assert session.advance(100).step == 110
    session.breakpoints.remove(one)
    assert session.advance(100).reason is StopReason.COUNT
    assert session.back_to_hit().reason is StopReason.BEGINNING
    assert [(note.number, note.hits) for note in session.breakpoints] == [(other, 1)]


def test_that_the_way_back_ends_at_the_beginning_with_one_sentence() -> None:
    chosen, data, _ = world("classes")
    session = Session(chosen, data)
    session.breakpoints.add(B.loss_above(1e9))
    session.advance(50)
    outcome = session.back_to_hit()
    assert (outcome.reason, outcome.step, session.phase) == (StopReason.BEGINNING, 0, Phase.DRAW)
    assert outcome.message == "No breakpoint is met before step 50; this is step 0."
    assert "nothing before it" in session.back_to_hit().message


def test_that_the_way_back_can_be_given_up() -> None:
    chosen, data, _ = world("classes")
    with small_world(16):
        session = Session(chosen, data)
        session.breakpoints.add(B.loss_above(1e9))
        session.advance(500)
        before = bits(session.network)
        outcome = session.back_to_hit(lambda done, total: False)
        assert (outcome.reason, session.step) == (StopReason.CANCELLED, 500)
        assert bits(session.network) == before
