"""Branches that begin with a gradient rule: they leave everything else as it was."""

from __future__ import annotations

import pytest

from bpviz.datasets import Dataset
from bpviz.network import GradientRule, trace
from bpviz.training import Session, Settings
from bpviz.training.journal.entries import RuleChange
from bpviz.training.step.phases import Phase
from tests.training.oracle import bits, line_of

EXACT, PRINTED = GradientRule.EXACT, GradientRule.AS_PRINTED


@pytest.mark.parametrize("start", [0, 7])
@pytest.mark.parametrize("own", [EXACT, PRINTED])
@pytest.mark.parametrize("rule", [EXACT, PRINTED])
def test_that_a_branch_is_the_run_that_has_followed_its_rule_from_there(
    sparse: Dataset, start: int, own: GradientRule, rule: GradientRule
) -> None:
    session = Session(Settings(n_hidden=4, gradient_rule=own), sparse)
    session.advance(start)
    session.branch_off(rule, "a name")
    session.advance(40)
    alone = Session(Settings(n_hidden=4, gradient_rule=own), sparse)
    alone.advance(start)
    alone.set_gradient_rule(rule)
    alone.advance(40)
    assert bits(session.network) == bits(alone.network)
    assert (
        session.history.loss(0, start + 40).tolist() == alone.history.loss(0, start + 40).tolist()
    )


def test_that_two_branches_off_the_newest_step_leave_it_as_it_is(sparse: Dataset) -> None:
    session = Session(Settings(n_hidden=4), sparse)
    session.advance(9)
    before, weights = session.branch, bits(session.network)
    for rule in (PRINTED, EXACT):
        session.switch_branch(before.number, 9)
        made = session.branch_off(rule, str(rule))
        assert (made.parent, made.fork, made.tip) == (before.lineage, 9, 9)
        assert made.name == str(rule)
        assert session.gradient_rule is rule
        assert bits(session.network) == weights
        session.advance(3)
    assert (before.tip, len(before.journal)) == (9, 1)
    session.switch_branch(before.number, 9)
    assert bits(session.network) == weights
    assert session.gradient_rule is EXACT


def test_that_it_begins_the_step_at_hand_again(sparse: Dataset) -> None:
    session = Session(Settings(n_hidden=4), sparse)
    session.advance(2)
    session.advance_to(Phase.UPDATE, 3)
    session.branch_off(PRINTED, "printed")
    assert (session.phase, session.row) == (Phase.DRAW, 0)


def test_that_what_lay_ahead_does_not_come_along(sparse: Dataset) -> None:
    session = Session(Settings(n_hidden=4), sparse)
    session.advance(10)
    session.set_learning_rate(0.4)
    session.advance(10)
    session.seek(5)
    made = session.branch_off(EXACT, "exact")
    session.advance(15)
    assert [change.step for change in made.journal] == [0, 5]
    assert bits(session.network) == bits(line_of(session).network(20))


def test_that_undo_leads_back_and_redo_to_it_again(sparse: Dataset) -> None:
    session = Session(Settings(n_hidden=4), sparse)
    session.advance(5)
    before = session.branch
    made = session.branch_off(PRINTED, "printed")
    session.advance(8)
    assert "as printed" in session.undo_words
    session.undo()
    assert (session.branch, session.step) == (before, 5)
    session.redo()
    assert (session.branch, session.step, session.tip) == (made, 5, 13)


def test_that_a_step_opened_before_is_computed_anew_with_the_new_rule(sparse: Dataset) -> None:
    session = Session(Settings(n_hidden=4), sparse)
    session.advance(3)
    before = session.preview
    session.branch_off(PRINTED, "printed")
    right = trace(session.network, before.x, before.y, PRINTED)
    assert session.preview.gradient_rule is PRINTED
    assert session.preview.delta1.tolist() == right.delta1.tolist() != before.delta1.tolist()


def test_that_a_rate_for_the_step_after_the_newest_does_not_come_along(sparse: Dataset) -> None:
    """In the midst of an update λ is changed for the next one; on the branch the step is new."""
    session = Session(Settings(n_hidden=4, learning_rate=0.3), sparse)
    session.advance(3)
    session.advance_to(Phase.UPDATE, 2)
    session.set_learning_rate(0.9)
    made = session.branch_off(PRINTED, "printed")
    session.advance(5)
    assert [change.step for change in made.journal] == [0, 3]
    assert session.learning_rate == 0.3
    changed = line_of(session).changed(RuleChange(3, PRINTED))
    assert bits(session.network) == bits(changed.network(8))
