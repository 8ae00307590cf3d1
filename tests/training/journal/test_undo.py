"""Changes taken back and made again, one by one."""

from __future__ import annotations

import pytest

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings, SettingsError
from bpviz.training.journal.entries import Hold, RateChange
from tests.training.oracle import bits, in_order, line_of

SMALL = Settings(n_hidden=5, learning_rate=0.3)
START = RateChange(0, 0.3)


@pytest.fixture
def session(sparse: Dataset) -> Session:
    return Session(SMALL, sparse)


def test_that_nothing_to_take_back_or_make_again_is_said(session: Session) -> None:
    for move, words in ((session.undo, "no change to undo"), (session.redo, "no change to redo")):
        with pytest.raises(SettingsError, match=words):
            move()
    session.set_learning_rate(1.0)
    session.undo()
    session.hold(3)  # another change: the undone one is gone
    with pytest.raises(SettingsError, match="no change to redo"):
        session.redo()


def test_that_changes_of_the_rate_by_a_slider_are_one_to_undo(session: Session) -> None:
    session.advance(10)
    session.back(3)
    for rate in (0.31, 0.32, 0.33, 0.5):
        session.set_learning_rate(rate)
    assert len(session.branches) == 2
    assert session.branch.journal == [START, RateChange(7, 0.5)]
    assert session.undo_words == "λ 0.3 → 0.5"
    session.advance(1)
    session.set_learning_rate(0.6)
    session.set_learning_rate(0.7)
    session.undo()
    assert (session.step, session.learning_rate) == (8, 0.5)
    session.undo()
    assert (session.step, session.learning_rate, session.undo_words) == (7, 0.3, "")
    session.redo()
    assert (session.step, session.learning_rate) == (7, 0.5)
    session.redo()
    assert (session.step, session.learning_rate) == (8, 0.7)


def test_that_undone_changes_of_one_step_come_back_one_by_one_after_training_on(
    session: Session,
) -> None:
    """Undone, each makes a branch of its own; made again, each is as it was."""
    session.advance(10)
    session.hold(3)
    session.set_gradient_rule("as_printed")
    session.edit_weight("W2", 0, 0, 1.5)
    whole = list(session.branch.journal)
    session.advance(10)
    for left in (3, 2, 1):
        session.undo()
        assert (session.step, in_order(session.branch.journal)) == (10, in_order(whole[:left]))
        session.advance(2)
    assert session.undo_words == ""
    for made in (2, 3, 4):
        session.redo()
        assert (session.step, in_order(session.branch.journal)) == (10, in_order(whole[:made]))
        session.advance(3)
    for left in (3, 2, 1):
        session.undo()
        assert (session.step, in_order(session.branch.journal)) == (10, in_order(whole[:left]))


def test_that_an_edit_undone_right_where_it_was_made_leaves_no_trace(sparse: Dataset) -> None:
    """Neither at that place nor where the run is found again from there."""
    session = Session(SMALL, sparse)
    line = line_of(session)
    session.advance(30)
    session.edit_weight("W1", 0, 6, 9.0)
    session.advance(20)
    session.seek(30)
    session.undo()
    assert bits(session.network) == bits(line.network(30))
    session.advance(20)
    for step in (45, 31, 50):
        session.seek(step)
        assert bits(session.network) == bits(line.network(step))


def test_that_undone_changes_made_again_after_training_on_are_undone_one_by_one(
    session: Session,
) -> None:
    session.advance(10)
    session.hold(3)
    session.set_gradient_rule("as_printed")
    whole = in_order(session.branch.journal)
    session.undo()
    session.undo()
    session.advance(5)  # without both
    session.redo()
    session.redo()
    assert in_order(session.branch.journal) == whole
    session.undo()
    assert (session.step, session.branch.journal) == (10, [START, Hold(10, 3)])
    session.undo()
    assert (session.step, session.branch.journal, session.tip) == (10, [START], 15)


def test_that_the_newest_1_000_changes_can_be_taken_back(session: Session) -> None:
    for number in range(1003):
        session.hold(number % 7)
    for _ in range(1000):
        session.undo()
    assert session.held == 2  # the third of them
    with pytest.raises(SettingsError, match="no change to undo"):
        session.undo()


def test_that_two_gestures_at_one_step_are_two_changes_to_undo(session: Session) -> None:
    session.advance(10)
    for gesture, rates in ((1, (0.31, 0.32)), (2, (0.5, 0.6))):
        for rate in rates:
            session.set_learning_rate(rate, gesture)
    assert session.branch.journal == [START, RateChange(10, 0.6, 2)]
    session.undo()
    assert session.learning_rate == 0.32
    session.undo()
    assert session.learning_rate == 0.3


def test_that_a_gesture_over_many_steps_is_one_change_to_undo_and_to_make_again(
    session: Session,
) -> None:
    session.advance(10)
    for rate in (0.31, 0.32, 0.33):
        session.set_learning_rate(rate, 4)
        session.advance(7)
    session.set_learning_rate(0.9)
    session.undo()
    assert (session.step, session.learning_rate) == (31, 0.33)
    session.undo()
    assert (session.step, session.learning_rate, session.undo_words) == (10, 0.3, "")
    session.redo()
    assert (session.step, session.learning_rate, session.tip) == (10, 0.31, 31)
    session.seek(31)
    assert session.learning_rate == 0.33
