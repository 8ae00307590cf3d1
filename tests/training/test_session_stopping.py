"""N9 (iii) against a few lines of Python that read the losses one by one."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpviz.datasets import Dataset, load
from bpviz.training import Session, Settings, SettingsError, StoppingRule, StopReason
from tests.training.conftest import small_world
from tests.training.oracle import bits, line_of, tight

BASE = tight(Settings(n_hidden=3, learning_rate=0.5), load("xor"))


def stops(losses: list[float], rule: StoppingRule, window: int) -> list[int]:
    """Every step at which the rule ends a run with these losses that always goes on."""
    found, best, waited = [], math.inf, 0
    for start in range(0, len(losses) - window + 1, window):
        total = 0.0
        for loss in losses[start : start + window]:
            total += loss
        mean = total / window
        if mean < (1.0 - rule.tolerance) * best:
            best, waited = mean, 0
        else:
            waited += 1
            if waited >= rule.patience:
                found.append(start + window)
    return found


rules = st.builds(
    StoppingRule,
    window=st.integers(1, 90),
    tolerance=st.sampled_from([0.0, 1e-3, 0.1, 0.9]),
    patience=st.integers(1, 5),
)


def run_to(session: Session, end: int, chunk: int = 10**6) -> list[int]:
    """Advance to `end` past every stop; return the stops."""
    found = []
    while session.step < end:
        outcome = session.advance(min(chunk, end - session.step))
        if outcome.reason is StopReason.STOPPING_RULE:
            found.append(outcome.step)
    return found


@given(rules, st.integers(0, 9), st.integers(1, 700))
@settings(max_examples=40)
def test_that_a_run_stops_where_the_oracle_says_and_going_on_stops_again(
    xor: Dataset, rule: StoppingRule, seed: int, chunk: int
) -> None:
    chosen = BASE.replace(stopping=rule, seed=seed)
    with small_world(16):
        session, free = Session(chosen, xor), Session(chosen.replace(stopping=None), xor)
        free.advance(3000)
        losses = free.history.loss(0, 3000).tolist()
        assert run_to(session, 3000, chunk) == stops(losses, rule, rule.window or 0)
        assert bits(session.network) == bits(free.network)
        assert session.history.loss(0, 3000).tolist() == losses


@given(rules, st.lists(st.integers(0, 1500), min_size=1, max_size=6))
@settings(max_examples=30)
def test_that_it_acts_the_same_after_going_anywhere(
    xor: Dataset, rule: StoppingRule, places: list[int]
) -> None:
    with small_world(16):
        session = Session(BASE.replace(stopping=rule), xor)
        expected = run_to(session, 1500)
        for place in places:
            session.seek(place)
            assert run_to(session, 1500) == [step for step in expected if step > place]


def test_that_a_seek_passes_through_the_stop(xor: Dataset) -> None:
    rule = StoppingRule(window=20, tolerance=0.5, patience=2)
    session = Session(BASE.replace(stopping=rule), xor)
    expected = stops(losses_of(xor, 600), rule, 20)
    assert expected
    outcome = session.seek(600)
    assert (outcome.reason, outcome.step) == (StopReason.COUNT, 600)
    session.seek(0)
    assert session.advance(600).step == expected[0]  # going through it by running stops there


def losses_of(data: Dataset, count: int) -> list[float]:
    return line_of(Session(BASE, data)).series(count)[0].tolist()


def test_that_a_fork_takes_the_count_of_windows_along(xor: Dataset) -> None:
    rule = StoppingRule(window=10, tolerance=0.9, patience=3)
    session = Session(BASE.replace(stopping=rule), xor)
    assert session.advance(1000).step == 40  # the first window is the best, then three that are not
    session.seek(25)
    session.set_learning_rate(1e-9)
    assert session.advance(1000).step == 40
    session.seek(5)
    session.set_learning_rate(0.4)
    assert session.advance(1000).step == 40


def test_that_the_words_tell_when_and_why(xor: Dataset) -> None:
    rule = StoppingRule(window=10, tolerance=0.9, patience=3)
    session = Session(BASE.replace(stopping=rule), xor)
    outcome = session.advance(1000)
    assert outcome.reason is StopReason.STOPPING_RULE
    best = session.history.loss(0, 10).mean()
    assert outcome.message == (
        "Stopped by the stopping rule after step 40: for 3 × 10 steps, the mean loss has not "
        f"improved on that of the best window, {best:.4g}."
    )


def test_that_nothing_stops_a_run_without_the_rule(xor: Dataset) -> None:
    assert Session(BASE.replace(learning_rate=1e-12), xor).advance(50_000).step == 50_000


def test_that_the_window_is_ten_thousand_steps_unless_said_otherwise(xor: Dataset) -> None:
    session = Session(BASE.replace(learning_rate=1e-12, stopping=StoppingRule()), xor)
    outcome = session.advance(10**6)
    assert (outcome.reason, outcome.step % 10_000) == (StopReason.STOPPING_RULE, 0)
    losses = session.history.loss(0, outcome.step).tolist()
    assert stops(losses, StoppingRule(), 10_000) == [outcome.step]


def test_that_the_longest_window_never_ends(xor: Dataset) -> None:
    rule = StoppingRule(window=2**63 - 1, patience=2**63 - 1)
    assert Session(BASE.replace(stopping=rule), xor).advance(20_000).step == 20_000


def test_that_the_rule_is_checked_when_it_is_made() -> None:
    with pytest.raises(SettingsError):
        StoppingRule(window=0)
