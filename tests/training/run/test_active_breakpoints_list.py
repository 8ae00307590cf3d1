"""The list of breakpoints: what comes into it, what is refused, and what it says of each."""

from __future__ import annotations

import pytest

from bpviz.datasets import Dataset
from bpviz.training import Breakpoint, Session, Settings, SettingsError, StopReason
from bpviz.training.breakpoints import Condition

B = Breakpoint
SMALL = Settings(n_hidden=3)


@pytest.fixture
def session(sparse: Dataset) -> Session:
    return Session(SMALL, sparse)


def test_that_a_list_that_is_cleared_stops_nothing_and_goes_on_numbering(session: Session) -> None:
    for steps in (1, 3, 4):
        session.breakpoints.add(B.every(steps))
    session.breakpoints.clear()
    assert (len(session.breakpoints), session.breakpoints.notes()) == (0, ())
    assert not session.breakpoints.any_armed
    assert session.advance(5).reason is StopReason.COUNT
    assert session.breakpoints.add(B.every(2)) == 4


def test_that_one_that_can_never_be_met_says_why_however_it_comes(sparse: Dataset) -> None:
    plain = Dataset.from_arrays("plain", sparse.X, sparse.Y)
    why = (
        "The data set plain has no classes, so nothing in it can be misclassified. "
        "Use a breakpoint that needs no classes."
    )
    session, other = Session(SMALL, plain), Session(SMALL, sparse)
    changing = Session(SMALL, plain)
    session.breakpoints.add(B.misclassified())
    changed = changing.breakpoints.add(B.every(3))
    changing.breakpoints.change(changed, breakpoint=B.misclassified())
    other.breakpoints.add(B.misclassified())
    taken = Session(SMALL, plain)
    taken.breakpoints.take_over(other.breakpoints)
    for each in (session, changing, taken):
        assert {note.problem for note in each.breakpoints} == {why}
        assert not each.breakpoints.any_armed
    changing.breakpoints.change(changed, breakpoint=B.every(2))
    assert [note.problem for note in changing.breakpoints] == [""]
    assert changing.advance(9).step == 2


@pytest.mark.parametrize("wrong", ["loss > 1", None, 0.5, Breakpoint])
def test_that_only_a_breakpoint_is_one(session: Session, wrong: object) -> None:
    number = session.breakpoints.add(B.every(3))
    words = r"The breakpoint is .*; it must be a Breakpoint, such as Breakpoint.loss_above\(0.5\)"
    with pytest.raises(SettingsError, match=words):
        session.breakpoints.add(wrong)  # type: ignore[arg-type]
    if wrong is not None:  # None changes nothing
        with pytest.raises(SettingsError, match=words):
            session.breakpoints.change(number, breakpoint=wrong)  # type: ignore[arg-type]
    assert [note.breakpoint for note in session.breakpoints] == [B.every(3)]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (B.sample(24), "The sample of the breakpoint is 24; it must be .* from 0 to 23"),
        (B.label(3), "The class of the breakpoint is 3; it must be .* from 0 to 2"),
    ],
)
def test_that_another_condition_must_fit_the_data_as_a_new_one_must(
    session: Session, wrong: Breakpoint, words: str
) -> None:
    number = session.breakpoints.add(B.sample(23))
    with pytest.raises(SettingsError, match=words):
        session.breakpoints.add(wrong)
    with pytest.raises(SettingsError, match=words):
        session.breakpoints.change(number, breakpoint=wrong, enabled=False)
    (note,) = session.breakpoints
    assert (note.number, note.breakpoint, note.enabled) == (number, B.sample(23), True)


def test_that_what_is_unchanged_is_told_by_the_same_object(session: Session) -> None:
    session.breakpoints.add(B.every(4))
    notes = session.breakpoints.notes()
    session.advance(3)
    assert session.breakpoints.notes() is notes
    session.advance(3)
    (note,) = session.breakpoints.notes()
    assert (note.hits, notes[0].hits) == (1, 0)


@pytest.mark.parametrize(
    ("breakpoint", "words"),
    [
        (B.loss_above(0.123456789), "loss > 0.123457"),
        (B.loss_below(1e-9), "loss < 1e-09"),
        (B.gradient_above(2), "‖∂W₁‖ > 2"),
        (B.gradient_above(0.5, "W2"), "‖∂W₂‖ > 0.5"),
        (B.sample(1), "sample 1"),
        (B.label(0), "class 0"),
        (B.misclassified(), "misclassified"),
        (B.saturated(0.25), "saturated hidden units ≥ 0.25"),
        (B.loss_jump(1), "loss > 1 × its moving mean"),
        (B.every(1), "every step"),
        (B.every(2), "every 2 steps"),
        (B.not_finite(), "not finite"),
    ],
)
def test_that_a_condition_is_told_in_words(breakpoint: Breakpoint, words: str) -> None:
    assert breakpoint.words() == words


def test_that_a_condition_given_as_its_number_is_that_condition(session: Session) -> None:
    """Else it would not be looked at whether there is such a sample."""
    made = Breakpoint(4, 7)  # type: ignore[arg-type]
    assert made == B.sample(7)
    assert made.condition is Condition.SAMPLE
    with pytest.raises(SettingsError, match="The sample of the breakpoint is 24"):
        session.breakpoints.add(Breakpoint(4, 24))  # type: ignore[arg-type]
