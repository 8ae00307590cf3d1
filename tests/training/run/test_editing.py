"""What a person changes in the middle of a run, and takes back."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import Dataset
from bpviz.network import GradientRule
from bpviz.training import Phase, Session, Settings, StopReason
from bpviz.training.journal.entries import Hold, RateChange, RuleChange, WeightEdit
from tests.training.conftest import small_world
from tests.training.oracle import Line, bits, in_order, line_of, tight
from tests.training.run import parts

SMALL = Settings(n_hidden=5, learning_rate=0.3)
START = RateChange(0, 0.3)


@pytest.fixture
def session(sparse: Dataset) -> Session:
    return Session(SMALL, sparse)


EDITS = st.one_of(
    st.tuples(st.just("set_learning_rate"), st.tuples(st.sampled_from([0.1, 0.2, 0.3]))),
    st.tuples(st.just("set_gradient_rule"), st.tuples(st.sampled_from(list(GradientRule)))),
    st.tuples(st.just("train_next"), st.tuples(st.integers(0, 23))),
    st.tuples(st.just("hold"), st.tuples(st.sampled_from([None, 0, 7]))),
    st.tuples(
        st.just("edit_weight"),
        st.tuples(st.just("W2"), st.integers(0, 2), st.integers(0, 4), st.sampled_from([0.0, 1.5])),
    ),
)


@given(st.integers(0, 20), st.lists(EDITS, min_size=1, max_size=6))
def test_that_changes_somewhere_are_undone_and_made_again_to_the_same_journal_and_weights(
    sparse: Dataset, step: int, edits: list[tuple[str, tuple[object, ...]]]
) -> None:
    """By the part alone, on a run that it did not train and does not train on."""
    with small_world(8):
        run = parts.trained(tight(SMALL, sparse, 4), sparse, 20)
        editing, navigation = parts.parts_of(run).editing, parts.parts_of(run).navigation
        navigation.seek(step)
        first, journals = run.branch, [list(run.branch.journal)]
        for name, arguments in edits:
            made = len(run.state.revisions.made)
            getattr(editing, name)(*arguments)
            if len(run.state.revisions.made) > made:
                journals.append(list(run.branch.journal))
            else:  # it is so already, or more of the same change
                journals[-1] = list(run.branch.journal)
            line = Line(SMALL, sparse, in_order(journals[-1]))
            assert (run.state.step, run.state.phase, run.state.row) == (step, Phase.DRAW, 0)
            assert bits(run.engine.network()) == bits(line.network(step))
        assert len(run.state.branches) == 1 + (step < 20 and len(journals) > 1)
        assert run.state.branches[first.number].tip == 20
        for journal in journals[-2::-1]:
            editing.undo()
            assert run.branch.journal == journal
        assert run.branch.number == first.number
        assert (editing.undo_words, run.state.step) == ("", step)
        for journal in journals[1:]:
            editing.redo()
            assert run.branch.journal == journal
            line = Line(SMALL, sparse, in_order(journal))
            assert bits(run.engine.network()) == bits(line.network(step))
        assert editing.redo_words == ""


# ---- what a change does

CHANGES: list[tuple[str, Callable[[Session], None], object, str]] = [
    ("rate", lambda s: s.set_learning_rate(2.0), RateChange(30, 2.0), "λ = 2"),
    (
        "rule",
        lambda s: s.set_gradient_rule("as_printed"),
        RuleChange(30, GradientRule.AS_PRINTED),
        "gradient rule: as printed in the note",
    ),
    ("pin", lambda s: s.train_next(s.sample_index(30) ^ 1), None, "train on sample"),
    ("hold", lambda s: s.hold(7), Hold(30, 7), "keep training on sample 7"),
    ("skip", lambda s: s.skip(), None, "skip sample"),
    (
        "W1",
        lambda s: s.edit_weight("W1", 4, 6, -2.5),
        WeightEdit(30, "W1", 4, 6, -2.5),
        "W₁[4, 6] = -2.5",
    ),
    (
        "W2",
        lambda s: s.edit_weight("W2", 2, 3, np.float32(0.1)),  # type: ignore[arg-type]
        WeightEdit(30, "W2", 2, 3, float(np.float32(0.1))),
        "W₂[2, 3] = 0.1",
    ),
]


@pytest.mark.parametrize("at_tip", [True, False])
@pytest.mark.parametrize(("name", "change", "entry", "words"), CHANGES, ids=[c[0] for c in CHANGES])
def test_that_a_change_acts_from_the_step_at_hand_and_is_taken_back_and_made_again(
    sparse: Dataset,
    name: str,
    change: Callable[[Session], None],
    entry: object,
    words: str,
    at_tip: bool,
) -> None:
    with small_world(10):
        session = Session(tight(SMALL, sparse), sparse)
        line = line_of(session)
        session.advance(30 if at_tip else 50)
        session.seek(30)
        change(session)
        made = session.branch.journal[-1]
        assert entry in (None, made)
        assert made.words().startswith(words)
        named = "λ 0.3 → 2" if name == "rate" else made.words()
        assert session.undo_words == named
        assert (session.step, session.tip, len(session.branches)) == (30, 30, 2 - at_tip)
        changed = line.changed(made)
        assert bits(session.network) == bits(changed.network(30))
        session.advance(20)
        assert bits(session.network) == bits(changed.network(50))
        assert bits(session.network) != bits(line.network(50))
        np.testing.assert_array_equal(session.history.loss(0, 50), changed.series(50)[0])

        with_it = session.branch
        assert session.undo().reason is StopReason.COUNT
        assert (session.step, session.redo_words) == (30, named)
        assert session.undo_words == ""
        assert session.branch is not with_it
        assert with_it in session.branches  # what was trained with it stays
        assert with_it.tip == 50
        assert session.branch.journal == [START]
        assert bits(session.network) == bits(line.network(30))
        session.advance(20)
        assert bits(session.network) == bits(line.network(50))

        session.redo()
        assert (session.step, session.branch, session.redo_words) == (30, with_it, "")
        session.advance(20)
        assert bits(session.network) == bits(changed.network(50))
        for step in (29, 30, 31, 40):
            session.seek(step)
            assert bits(session.network) == bits(changed.network(step))


def test_that_changes_before_step_0_may_come_in_any_order(session: Session) -> None:
    line = line_of(session)
    session.skip()
    session.set_learning_rate(0.05)
    session.edit_weight("W1", 0, 0, 1.0)
    session.set_learning_rate(0.06)
    session.skip()
    for change in session.branch.journal:
        line = line.changed(change)
    assert line.rate(0) == 0.06
    assert session.branch.journal[0] == RateChange(0, 0.06)
    session.advance(40)
    assert bits(session.network) == bits(line.network(40))
    session.seek(3)
    assert bits(session.network) == bits(line.network(3))


def test_that_in_the_midst_of_an_update_the_rate_is_that_of_the_next_step(
    session: Session,
) -> None:
    line = line_of(session)
    session.advance(10)
    session.advance_to(Phase.UPDATE, 4)
    half = bits(session.network)
    assert half == bits(line.half_updated(10, 4))
    session.set_learning_rate(0.9)
    assert (session.step, session.phase, session.row) == (10, Phase.UPDATE, 4)
    assert bits(session.network) == half
    assert session.learning_rate == 0.3
    session.finish_step()
    assert session.learning_rate == 0.9
    session.advance(5)
    line = line.changed(RateChange(11, 0.9))
    assert bits(session.network) == bits(line.network(16))
    # The same again, where it has a future.
    session.seek(12)
    session.advance_to(Phase.UPDATE, 1)
    session.set_learning_rate(0.1)
    assert (session.step, session.row, session.tip, len(session.branches)) == (12, 1, 13, 2)
    session.finish_step()
    session.advance(3)
    assert bits(session.network) == bits(line.changed(RateChange(13, 0.1)).network(16))


def test_that_before_the_first_row_of_the_update_the_rate_is_that_of_this_step(
    session: Session,
) -> None:
    line = line_of(session)
    session.advance(10)
    session.advance_to(Phase.UPDATE)
    session.set_learning_rate(0.9)
    assert (session.phase, session.learning_rate) == (Phase.UPDATE, 0.9)
    session.advance_row()
    changed = line.changed(RateChange(10, 0.9))
    assert bits(session.network) == bits(changed.half_updated(10, 1))


@pytest.mark.parametrize(
    ("name", "change", "entry", "words"), CHANGES[1:], ids=[c[0] for c in CHANGES[1:]]
)
def test_that_other_changes_in_the_midst_of_an_update_begin_the_step_again(
    session: Session, name: str, change: Callable[[Session], None], entry: object, words: str
) -> None:
    line = line_of(session)
    session.advance(30)
    session.advance_to(Phase.UPDATE, 4)
    change(session)
    assert (session.step, session.phase, session.row) == (30, Phase.DRAW, 0)
    changed = line.changed(session.branch.journal[-1])
    assert bits(session.network) == bits(changed.network(30))
    session.advance(3)
    assert bits(session.network) == bits(changed.network(33))


# ---- extremes


def test_that_a_weight_may_be_as_large_as_a_double_goes(session: Session, sparse: Dataset) -> None:
    line = line_of(session)
    session.advance(10)
    for value in (1e308, -1e308, 5e-324, Fraction(1, 3), np.float64(7), 2**1000):
        session.edit_weight("W1", 1, 2, value)  # type: ignore[arg-type]
        assert session.network.W1[1, 2] == float(value)
    session.edit_weight("W1", 1, 2, 1e308)
    line = line.changed(session.branch.journal[-1])
    outcome = session.advance(100)
    if outcome.reason is StopReason.NOT_FINITE:
        assert np.isfinite(session.network.W1).all()
    assert bits(session.network) == bits(line.network(session.step))
    session.undo()
    assert (session.step, session.network.W1[1, 2]) == (10, 2.0**1000)


def test_that_comparing_with_the_largest_weights_is_quiet(session: Session) -> None:
    session.advance(10)
    session.edit_weight("W1", 0, 0, 1e308)
    session.advance(1)
    session.back()
    session.edit_weight("W1", 0, 0, -1e308)
    found = session.compare(0, 1, 10)
    assert found.W1[0, 0] == -math.inf


def test_that_decimal_weights_are_as_good_as_decimal_rates(session: Session) -> None:
    session.set_learning_rate(Decimal("0.25"))  # type: ignore[arg-type]
    session.edit_weight("W1", 0, 0, Decimal("0.25"))  # type: ignore[arg-type]
    assert (session.learning_rate, session.network.W1[0, 0]) == (0.25, 0.25)


def test_that_rows_updated_again_with_another_rate_are_those_of_that_rate(session: Session) -> None:
    line = line_of(session)
    session.advance(10)
    session.advance_to(Phase.UPDATE, 4)
    assert bits(session.network) == bits(line.half_updated(10, 4))
    session.back_phase()
    session.set_learning_rate(0.9)
    session.advance_to(Phase.UPDATE, 4)
    changed = line.changed(RateChange(10, 0.9))
    assert bits(session.network) == bits(changed.half_updated(10, 4))


def test_that_a_change_with_which_nothing_was_trained_is_undone_and_redone_on_its_branch(
    session: Session,
) -> None:
    session.advance(10)
    session.set_learning_rate(0.9)
    for move, rate in ((session.undo, 0.3), (session.redo, 0.9), (session.undo, 0.3)):
        move()
        assert [branch.number for branch in session.branches] == [0]
        assert (session.step, session.learning_rate) == (10, rate)


def test_that_a_branch_on_which_nothing_was_trained_goes_with_its_change_and_comes_back(
    sparse: Dataset, session: Session
) -> None:
    session.advance(20)
    session.seek(10)
    session.set_learning_rate(0.9)
    session.skip()
    made, journal = session.branch.number, list(session.branch.journal)
    for _ in range(2):
        session.undo()
        session.undo()
        assert [branch.number for branch in session.branches] == [0]
        assert (session.step, session.tip, session.learning_rate) == (10, 20, 0.3)
        session.redo()
        session.redo()
        assert [branch.number for branch in session.branches] == [0, made]
        assert (session.step, session.tip, session.branch.fork) == (10, 10, 10)
        assert session.branch.journal == journal
    session.advance(10)
    assert bits(session.network) == bits(Line(SMALL, sparse, in_order(journal)).network(20))
    session.undo()
    session.undo()
    assert [branch.number for branch in session.branches][:2] == [0, made]  # it was trained on


def test_that_an_empty_branch_that_was_named_or_branched_off_from_stays(session: Session) -> None:
    session.advance(20)
    for keep in (
        lambda: session.rename_branch(session.branch.number, "large steps"),
        lambda: session.branch_off(GradientRule.AS_PRINTED, "printed"),
    ):
        session.switch_branch(0, 10)
        session.set_learning_rate(0.9)
        made = session.branch.number
        keep()
        while session.undo_words:
            session.undo()
        assert made in [branch.number for branch in session.branches]
