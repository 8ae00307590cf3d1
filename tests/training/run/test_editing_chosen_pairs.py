"""Which pair a step trains on: chosen, kept, or left out by a person."""

from __future__ import annotations

import pytest

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings, SettingsError
from bpviz.training.journal.entries import Pin, RateChange, Skip

START = RateChange(0, 0.3)


@pytest.fixture
def session(sparse: Dataset) -> Session:
    return Session(Settings(n_hidden=5, learning_rate=0.3), sparse)


def test_that_a_pinned_pair_is_trained_on_once(session: Session) -> None:
    drawn = [session.sample_index(step) for step in range(20)]
    session.advance(5)
    other = (drawn[5] + 1) % 24
    session.train_next(other)
    assert session.chosen
    assert [session.sample_index(step) for step in range(20)] == [*drawn[:5], other, *drawn[6:]]
    session.train_next(drawn[5])  # the drawn one, chosen
    assert session.chosen
    assert [type(entry) for entry in session.branch.journal] == [RateChange, Pin]
    session.skip()  # the pair that was chosen gives way to the drawn one
    assert not session.chosen
    assert session.branch.journal == [START]
    session.undo()
    assert session.branch.journal == [START, Pin(5, drawn[5])]


def test_that_a_skipped_pair_is_left_out_and_the_others_move_up(session: Session) -> None:
    drawn = [session.sample_index(step) for step in range(30)]
    session.advance(5)
    for _ in range(3):
        session.skip()
    assert session.branch.journal[1:] == [Skip(5, drawn[at]) for at in (5, 6, 7)]
    assert [session.sample_index(step) for step in range(20)] == [*drawn[:5], *drawn[8:23]]
    assert not session.chosen
    session.advance(4)
    session.skip()
    assert [session.sample_index(step) for step in range(20)] == [
        *drawn[:5], *drawn[8:12], *drawn[13:24],
    ]  # fmt: skip


def test_that_a_held_pair_is_trained_on_until_pairs_are_drawn_again(session: Session) -> None:
    drawn = [session.sample_index(step) for step in range(30)]
    session.advance(5)
    session.train_next((drawn[5] + 1) % 24)
    session.hold(9)  # also at this step
    assert (session.held, session.chosen) == (9, True)
    session.advance(4)
    with pytest.raises(
        SettingsError, match="Sample 9 cannot be skipped while every step trains on it"
    ):
        session.skip()
    session.train_next(2)
    session.advance(2)
    session.hold(None)
    session.advance(3)
    assert [session.sample_index(step) for step in range(30)] == [
        *drawn[:5], 9, 9, 9, 9, 2, 9, *drawn[11:],
    ]  # fmt: skip
    assert session.held is None
    session.seek(7)
    assert session.held == 9
