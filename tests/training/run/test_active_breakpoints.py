"""All breakpoints of a run: what is refused, what is counted, what another run takes over."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.training import Breakpoint, Session, Settings, SettingsError, StopReason
from bpviz.training.breakpoints import Condition
from bpviz.training.watches import Watch

B = Breakpoint
SMALL = Settings(n_hidden=3)


@pytest.fixture
def session(sparse: Dataset) -> Session:
    return Session(SMALL, sparse)


def regression() -> Dataset:
    return Dataset.from_arrays("plain", [[1.0, 2.0], [0.5, 0.0]], [[0.1], [0.2]])


def one_sentence(error: BaseException) -> None:
    words = str(error)
    assert words.endswith(".")
    assert "\n" not in words
    assert len(words) < 160


@pytest.mark.parametrize(
    "value",
    [math.nan, "0.5", "", None, True, np.nan, 1j, [0.5], Decimal("NaN"), Decimal("sNaN"), object],
    ids=repr,
)
@pytest.mark.parametrize(
    ("make", "name"),
    [
        (B.loss_above, "The loss threshold"),
        (B.loss_below, "The loss threshold"),
        (B.gradient_above, "The threshold of ‖∂W₁‖"),
        (lambda value: B.gradient_above(value, "W2"), "The threshold of ‖∂W₂‖"),
        (B.saturated, "The fraction of saturated hidden units"),
        (B.loss_jump, "The factor of the loss jump"),
    ],
)
def test_that_a_threshold_must_be_a_number(
    make: Callable[[object], Breakpoint], name: str, value: object
) -> None:
    with pytest.raises(SettingsError, match=f"^{name} is .* must be a number, such as 0.5") as info:
        make(value)
    one_sentence(info.value)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (3, 3.0),
        (-1, -1.0),
        (np.float32(0.5), 0.5),
        (Decimal("0.25"), 0.25),
        (Fraction(1, 4), 0.25),
        (math.inf, math.inf),
        (-math.inf, -math.inf),
        (10**400, math.inf),
        (-(10**400), -math.inf),
        (Fraction(10**400), math.inf),
    ],
)
def test_that_any_real_number_will_do_even_one_that_is_never_reached(
    session: Session, value: object, number: float
) -> None:
    for make in (B.loss_above, B.gradient_above, B.saturated, B.loss_jump):
        breakpoint = make(value)  # type: ignore[arg-type]
        assert breakpoint.value == number
        session.breakpoints.add(breakpoint)


@pytest.mark.parametrize("value", [-1, 2.5, 1.0, "3", None, True, 2**63, math.nan, [1]], ids=repr)
@pytest.mark.parametrize(
    ("make", "name"),
    [
        (B.sample, "The sample of the breakpoint"),
        (B.label, "The class of the breakpoint"),
        (B.every, "The number of steps of the breakpoint"),
    ],
)
def test_that_a_count_must_be_whole(
    make: Callable[[object], Breakpoint], name: str, value: object
) -> None:
    with pytest.raises(SettingsError, match=f"^{name} is .* must be a whole number") as info:
        make(value)
    one_sentence(info.value)


def test_that_every_no_step_and_a_third_matrix_are_refused() -> None:
    with pytest.raises(SettingsError, match="from 1 to"):
        B.every(0)
    with pytest.raises(SettingsError, match='The matrix is \'W3\'; it must be "W1" or "W2"'):
        B.gradient_above(1.0, "W3")  # type: ignore[arg-type]


def test_that_what_the_data_does_not_have_is_refused_and_nothing_changes(session: Session) -> None:
    plain = Session(SMALL, regression())
    for where, breakpoint, words in (
        (session, B.sample(24), "The sample of the breakpoint is 24; .* from 0 to 23"),
        (session, B.label(3), "The class of the breakpoint is 3; .* from 0 to 2"),
        (plain, B.label(0), "plain has no classes. Use a breakpoint that needs none"),
        (session, "loss > 1", "The breakpoint is 'loss > 1'; it must be a Breakpoint"),
    ):
        number = where.breakpoints.add(B.every(5))
        before = where.breakpoints.notes()
        with pytest.raises(SettingsError, match=words) as info:
            where.breakpoints.add(breakpoint)  # type: ignore[arg-type]
        one_sentence(info.value)
        with pytest.raises(SettingsError, match=words):
            where.breakpoints.change(number, breakpoint=breakpoint)  # type: ignore[arg-type]
        assert where.breakpoints.notes() == before
    assert plain.breakpoints.add(B.misclassified()) == 2  # legal, and never met
    plain.breakpoints.remove(1)
    (note,) = plain.breakpoints
    assert note.problem == (
        "The data set plain has no classes, so nothing in it can be misclassified. "
        "Use a breakpoint that needs no classes."
    )
    assert not plain.breakpoints.any_armed
    assert plain.advance(50).reason is StopReason.COUNT
    session.breakpoints.add(B.sample(23))
    session.breakpoints.add(B.label(2))


@pytest.mark.parametrize("value", [-1, 0.5, "1", None, True, 2**63], ids=repr)
def test_that_an_ignore_count_must_be_whole_and_not_negative(
    session: Session, value: object
) -> None:
    with pytest.raises(SettingsError, match=r"^The ignore count is .* from 0 to"):
        session.breakpoints.add(B.every(1), ignore=value)  # type: ignore[arg-type]
    assert len(session.breakpoints) == 0
    number = session.breakpoints.add(B.every(1), ignore=3)
    if value is not None:
        with pytest.raises(SettingsError, match="The ignore count"):
            session.breakpoints.change(number, ignore=value, enabled=False)  # type: ignore[arg-type]
    (note,) = session.breakpoints
    assert (note.ignore, note.enabled) == (3, True)


@pytest.mark.parametrize("number", [0, 7, -1, None, "1", [1]], ids=repr)
def test_that_a_number_that_was_not_given_is_refused(session: Session, number: object) -> None:
    session.breakpoints.add(B.every(5))
    for call in (session.breakpoints.remove, session.breakpoints.change):
        with pytest.raises(SettingsError, match="There is no breakpoint number"):
            call(number)  # type: ignore[operator]
    assert len(session.breakpoints) == 1


def test_that_numbers_are_never_used_again(session: Session) -> None:
    first = session.breakpoints.add(B.every(5))
    session.breakpoints.remove(first)
    second = session.breakpoints.add(B.every(5))
    session.breakpoints.clear()
    assert (first, second, session.breakpoints.add(B.every(5))) == (1, 2, 3)


def test_that_counts_survive_whatever_is_done_with_the_others(session: Session) -> None:
    counting = session.breakpoints.add(B.loss_above(-1), ignore=10**9)

    def count() -> int:
        return next(n.hits for n in session.breakpoints if n.number == counting)

    session.advance(10)
    other = session.breakpoints.add(B.loss_above(9e9))
    session.advance(10)
    session.breakpoints.change(other, enabled=False)
    session.advance(10)
    session.breakpoints.remove(other)
    session.advance(10)
    session.breakpoints.change(counting, enabled=False)
    session.advance(10)
    session.breakpoints.change(counting, enabled=True)
    session.advance(10)
    assert count() == 50
    session.breakpoints.change(counting, breakpoint=B.loss_above(-1))  # the same: counts go on
    session.advance(10)
    assert count() == 60
    session.breakpoints.change(counting, reset_hits=True)
    assert count() == 0
    session.advance(10)
    session.breakpoints.change(counting, breakpoint=B.loss_above(-2))
    assert count() == 0
    session.advance(3)
    assert count() == 3


def test_that_an_ignore_count_that_is_lowered_stops_at_the_next_hit(session: Session) -> None:
    number = session.breakpoints.add(B.loss_above(-1), ignore=10)
    session.advance(5)
    session.breakpoints.change(number, ignore=5)
    outcome = session.advance(5)
    assert (outcome.reason, outcome.step) == (StopReason.BREAKPOINT, 5)


def test_that_notes_are_the_same_object_until_something_changes(session: Session) -> None:
    session.breakpoints.add(B.every(5))
    notes = session.breakpoints.notes()
    session.advance(3)
    assert session.breakpoints.notes() is notes
    session.advance(3)
    assert session.breakpoints.notes() is not notes
    assert [note.hits for note in notes] == [0]


def test_that_another_run_takes_over_what_its_data_has(session: Session) -> None:
    for breakpoint in (B.label(1), B.every(4), B.sample(20), B.misclassified()):
        session.breakpoints.add(breakpoint, ignore=1)
    session.breakpoints.remove(2)
    session.breakpoints.change(4, enabled=False)
    session.advance(100)
    plain = Session(SMALL, regression())
    plain.breakpoints.take_over(session.breakpoints)
    assert [(n.number, n.enabled, n.ignore, n.hits) for n in plain.breakpoints] == [
        (1, True, 1, 0),
        (3, True, 1, 0),
        (4, False, 1, 0),
    ]
    problems = [note.problem for note in plain.breakpoints]
    assert "has no classes" in problems[0]
    assert "from 0 to 1" in problems[1]
    assert "nothing in it can be misclassified" in problems[2]
    assert plain.advance(200).reason is StopReason.COUNT
    assert not plain.breakpoints.any_armed
    plain.breakpoints.change(1, breakpoint=B.sample(0), ignore=0)
    assert next(iter(plain.breakpoints)).problem == ""
    assert plain.advance(200).numbers == (1,)
    assert plain.breakpoints.add(B.every(4)) == 5
    again = Session(SMALL, session.dataset)
    again.breakpoints.take_over(plain.breakpoints)
    assert [note.problem for note in again.breakpoints] == ["", "", "", ""]


def test_that_every_condition_says_itself_in_words() -> None:
    for breakpoint, words in (
        (B.loss_above(0.5), "loss > 0.5"),
        (B.loss_below(1e-9), "loss < 1e-09"),
        (B.gradient_above(2), "‖∂W₁‖ > 2"),
        (B.gradient_above(2, "W2"), "‖∂W₂‖ > 2"),
        (B.sample(7), "sample 7"),
        (B.label(1), "class 1"),
        (B.misclassified(), "misclassified"),
        (B.saturated(0.25), "saturated hidden units ≥ 0.25"),
        (B.loss_jump(3), "loss > 3 × its moving mean"),
        (B.every(10), "every 10 steps"),
        (B.not_finite(), "not finite"),
        (B.above(Watch.weight("W1", 3, 1), 0.5), "W₁[3, 1] > 0.5"),
        (B.below(Watch.norm("W2", row=1), 2), "‖W₂[1, ·]‖ < 2"),
        (B.changes_sign(Watch.of_unit("delta1", 2)), "δ1[2] changes sign"),
        (B.moves(Watch.loss(4), 0.1), "loss of sample 4 moves by > 0.1"),
    ):
        assert breakpoint.words() == words
    assert set(Condition) == set(range(15))


def test_that_what_is_taken_over_stops_the_run_and_counts_of_its_own_stay(
    sparse: Dataset,
) -> None:
    old, new = Session(SMALL, sparse), Session(SMALL, sparse)
    old.breakpoints.add(B.every(2), ignore=10)
    mine = old.breakpoints.add(B.every(5))
    new.breakpoints.add(B.every(3), ignore=100)
    new.advance(8)
    new.breakpoints.take_over(old.breakpoints)
    assert {note.number: note.hits for note in new.breakpoints} == {1: 0, 2: 0}
    other = Session(SMALL, sparse)
    other.breakpoints.add(B.every(3), ignore=100)
    other.breakpoints.remove(other.breakpoints.add(B.every(7)))
    third = other.breakpoints.add(B.every(4), ignore=100)
    other.advance(9)  # 3, 6 and 4, 8 are counted by the kernels, and not yet looked at
    other.breakpoints.take_over(old.breakpoints)
    assert {note.number: note.hits for note in other.breakpoints}[third] == 2
    outcome = other.advance(100)
    assert (outcome.reason, outcome.step, outcome.numbers) == (StopReason.BREAKPOINT, 10, (mine,))


def test_that_the_last_class_without_a_name_is_a_class() -> None:
    data = Dataset.from_arrays("c", np.eye(3), np.eye(3), labels=[0, 2, 1])
    breakpoints = Session(SMALL, data).breakpoints
    assert breakpoints.add(B.label(2)) == 1
    with pytest.raises(SettingsError, match="from 0 to 2"):
        breakpoints.add(B.label(3))
