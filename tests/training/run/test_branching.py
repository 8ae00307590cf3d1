"""Branches: switched, named, deleted, compared, and forked a thousand times."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.training import Breakpoint, Outcome, Phase, Session, Settings, SettingsError, StopReason
from bpviz.training.journal.entries import RateChange
from tests.training.conftest import small_world
from tests.training.oracle import Line, bits, line_of, tight
from tests.training.run import parts

SMALL = Settings(n_hidden=4, learning_rate=0.5)


@pytest.fixture
def session(sparse: Dataset) -> Session:
    """Branch 0 of 50 steps; branch 1 leaves it at 30 and has 45; branch 2 leaves that at 40."""
    with small_world(8):
        session = Session(tight(SMALL, sparse, 8), sparse)
        session.advance(50)
        session.seek(30)
        session.set_learning_rate(0.1)
        session.advance(15)
        session.seek(40)
        session.edit_weight("W2", 0, 0, 2.0)
        session.advance(60)
        yield session


def test_that_a_fork_is_none_of_the_branches_until_somebody_stands_on_it(sparse: Dataset) -> None:
    """Made by the part alone: nobody has changed anything, so both are the same run."""
    with small_world(8):
        run = parts.trained(tight(SMALL, sparse, 8), sparse, 50)
        branching, line, before = parts.parts_of(run).branching, parts.line_of(run), run.state
        child = branching.forked(run.branch, 30)
        assert run.state is before
        assert (child.number, child.fork, child.tip) == (1, 30, 30)
        assert child.parent is before.branch.lineage
        np.testing.assert_array_equal(child.record.raw(0, 30), line.series(30))
        assert branching.stand_on(child, 12) == Outcome(StopReason.COUNT, 12)
        assert branching.branches == (before.branch, child)
        assert branching.branch is child
        assert (run.state.tip, branching.next_branch) == (30, 2)
        for number, step in ((0, 50), (1, 30), (0, 3), (1, 29)):
            branching.switch_branch(number, step)
            assert bits(run.engine.network()) == bits(line.network(step))
        assert np.abs(branching.compare(0, 1).W1).max() == 0


@pytest.mark.parametrize("at_fork", [True, False])
def test_that_a_new_branch_begins_with_a_keyframe_where_an_engine_stands_there(
    sparse: Dataset, at_fork: bool
) -> None:
    run = parts.trained(SMALL, sparse, 50)
    branching, left = parts.parts_of(run).branching, run.branch
    child = branching.forked(left, 50 if at_fork else 30)
    run.stand(replace(run.state.with_branch(child), number=child.number, tip=child.tip))
    branching.settle(left, run.engine)
    assert run.replayer.pool.steps(child.number).tolist() == ([50] if at_fork else [])


def lines_of(session: Session) -> list[Line]:
    line = line_of(session)
    one = line.changed(RateChange(30, 0.1))
    return [line, one, one.changed(session.branch_of(2).journal[-1])]


def test_that_branches_know_where_they_left_and_how_far_they_go(session: Session) -> None:
    zero, one, two = session.branches
    assert [(b.number, b.fork, b.tip, b.name) for b in session.branches] == [
        (0, 0, 50, "Branch 1"),
        (1, 30, 45, "Branch 2"),
        (2, 40, 100, "Branch 3"),
    ]
    assert (zero.parent, one.parent, two.parent) == (None, zero.lineage, one.lineage)
    assert session.branch is two
    assert session.next_branch == 3
    assert Session(SMALL, session.dataset, 7).next_branch == 8


def test_that_one_can_stand_anywhere_on_any_branch(session: Session) -> None:
    lines = lines_of(session)
    for number in (0, 2, 1, 2, 0):
        for step in (None, 0, 30, 40, session.branch_of(number).tip):
            stood = session.step
            outcome = session.switch_branch(number, step)
            there = min(stood, session.branch_of(number).tip) if step is None else step
            assert outcome == Outcome(StopReason.COUNT, there)
            assert (session.branch.number, session.phase) == (number, Phase.DRAW)
            assert bits(session.network) == bits(lines[number].network(there))
            np.testing.assert_array_equal(
                session.history.loss(0, session.tip), lines[number].series(session.tip)[0]
            )
    assert len(session.branches) == 3


def test_that_what_does_not_exist_is_refused_and_nothing_moves(session: Session) -> None:
    before = (session.step, session.branch, bits(session.network))
    for number in (3, -1, None, "1", 0.5):
        for call in (
            session.switch_branch, session.delete_branch, lambda n: session.rename_branch(n, "a"),
            lambda n: session.network_at(n, 0), lambda n: session.compare(0, n),
        ):  # fmt: skip
            with pytest.raises(SettingsError, match=f"There is no branch number {number}."):
                call(number)  # type: ignore[arg-type, no-untyped-call]
    for step in (-1, 46, 1.0, "3"):
        with pytest.raises(SettingsError, match=r"The step on that branch is .* from 0 to 45"):
            session.switch_branch(1, step)  # type: ignore[arg-type]
        with pytest.raises(SettingsError, match="The step on that branch"):
            session.compare(2, 1, step)  # type: ignore[arg-type]
    assert (session.step, session.branch, bits(session.network)) == before


def test_that_a_switch_that_is_given_up_stays_where_it_was(session: Session) -> None:
    before = (session.step, session.branch, bits(session.network))
    outcome = session.switch_branch(0, 50, lambda done, total: False)
    assert outcome == Outcome(StopReason.CANCELLED, 100)
    assert (session.step, session.branch, bits(session.network)) == before


def test_that_names_are_one_line_of_sixty_characters_at_most(session: Session) -> None:
    session.rename_branch(1, "  a  smaller\nλ ")
    assert session.branch_of(1).name == "a smaller λ"
    session.rename_branch(1, "x" * 60)
    for name, words in (
        ("", "is empty. Use 1 to 60 characters"),
        ("   ", "is empty. Use 1 to 60 characters"),
        ("x" * 61, "has 61 characters. Use at most 60"),
    ):
        with pytest.raises(SettingsError, match=f"The name of the branch {words}"):
            session.rename_branch(1, name)
    assert session.branch_of(1).name == "x" * 60


def test_that_the_branch_one_stands_on_cannot_be_deleted(session: Session) -> None:
    before = bits(session.network)
    with pytest.raises(SettingsError) as info:
        session.delete_branch(2)
    assert str(info.value) == (
        "Branch 3 is the current branch. Switch to another branch before you delete it."
    )
    assert bits(session.network) == before
    assert len(session.branches) == 3


@pytest.mark.parametrize("gone", [(0,), (1,), (0, 1), (1, 0)])
def test_that_those_that_left_a_deleted_branch_stay_exact(
    session: Session, gone: tuple[int, ...]
) -> None:
    lines = lines_of(session)
    for number in gone:
        session.delete_branch(number)
        with pytest.raises(SettingsError, match="There is no branch"):
            session.switch_branch(number)
    left = [number for number in (0, 1, 2) if number not in gone]
    assert [branch.number for branch in session.branches] == left
    for number in left:
        for step in (*range(0, session.branch_of(number).tip, 7), session.branch_of(number).tip):
            session.switch_branch(number, step)
            assert bits(session.network) == bits(lines[number].network(step))
            np.testing.assert_array_equal(
                session.history.loss(0, session.tip), lines[number].series(session.tip)[0]
            )
    session.switch_branch(left[-1], session.branch_of(left[-1]).tip)
    session.advance(100)
    assert bits(session.network) == bits(lines[left[-1]].network(session.step))


def test_that_deleting_gives_the_keyframes_back_that_nobody_needs(sparse: Dataset) -> None:
    with small_world(8):
        session = Session(SMALL, sparse)
        session.advance(800)
        session.seek(80)
        session.set_learning_rate(0.1)
        assert len(session._run.replayer.pool.steps(0)) == 101
        session.delete_branch(0)
        session.forget_deleted()
        assert session._run.replayer.pool.steps(0).tolist() == list(range(0, 81, 8))
        session.restore_branches()
        assert [branch.number for branch in session.branches] == [1]


def test_that_what_was_deleted_in_one_go_comes_back_as_it_was(session: Session) -> None:
    lines, before = lines_of(session), session.branches
    words, kept = session.undo_words, [session._run.replayer.pool.steps(n).tolist() for n in (0, 1)]
    session.delete_branch(1, 0)
    assert [branch.number for branch in session.branches] == [2]
    session.advance(10)
    session.restore_branches()
    assert session.branches[:2] == before[:2]
    assert session.undo_words == words
    assert [session._run.replayer.pool.steps(n).tolist() for n in (0, 1)] == kept
    for number in (0, 1):
        session.switch_branch(number, session.branch_of(number).tip)
        assert bits(session.network) == bits(lines[number].network(session.step))
    session.restore_branches()  # nothing is left to
    assert len(session.branches) == 3


def test_that_of_several_none_is_deleted_where_one_cannot_be(session: Session) -> None:
    for numbers in ((0, 2), (0, 7), (2, 1)):
        with pytest.raises(SettingsError):
            session.delete_branch(*numbers)
        assert len(session.branches) == 3


def test_that_a_change_made_since_is_not_lost_where_branches_come_back(session: Session) -> None:
    session.delete_branch(0)
    session.set_learning_rate(0.7)
    session.restore_branches()
    assert len(session.branches) == 3
    assert session.undo_words == "λ 0.1 → 0.7"


def test_that_a_run_is_untouched_until_something_is_trained_changed_or_named(
    sparse: Dataset,
) -> None:
    def touched(act: Callable[[Session], object]) -> bool:
        session = Session(SMALL, sparse)
        act(session)
        return not session.untouched

    looks = (
        lambda s: None,
        lambda s: s.advance_row(),
        lambda s: s.preview,
        lambda s: s.compare(0, 0),
    )
    assert not any(map(touched, looks))
    for act in (
        lambda s: s.advance(1),
        lambda s: (s.advance(1), s.seek(0)),
        lambda s: s.set_learning_rate(0.1),
        lambda s: s.edit_weight("W1", 0, 0, 1.0),
        lambda s: (s.edit_weight("W1", 0, 0, 1.0), s.undo()),
        lambda s: s.train_next(1),
        lambda s: s.rename_branch(0, "mine"),
    ):
        assert touched(act)


def test_that_deleting_forgets_the_changes_that_led_there(session: Session) -> None:
    session.delete_branch(0)  # the change of λ left it
    assert session.undo_words.startswith("W₂[0, 0]")
    session.undo()
    assert (session.branch.number, session.step, session.undo_words) == (1, 40, "")


def test_that_two_branches_are_compared_at_the_same_step(session: Session) -> None:
    lines = lines_of(session)
    stood = (session.step, session.branch.number, bits(session.network))
    for first, second, step in ((0, 1, 45), (1, 0, 45), (0, 2, 50), (2, 1, 45)):
        found = session.compare(first, second)
        assert (found.first, found.second, found.step) == (first, second, step)
        one, other = lines[first].network(step), lines[second].network(step)
        np.testing.assert_array_equal(found.W1, other.W1 - one.W1)
        np.testing.assert_array_equal(found.W2, other.W2 - one.W2)
        assert np.abs(found.W1).max() > 0
        assert not found.W1.flags.writeable
        assert not found.W2.flags.writeable
        means = [lines[number].series(step)[0].mean() for number in (first, second)]
        np.testing.assert_allclose(found.mean_losses, means, rtol=1e-12)
    assert np.abs(session.compare(0, 2, 30).W1).max() == 0
    assert np.abs(session.compare(1, 1).W2).max() == 0
    assert (session.step, session.branch.number, bits(session.network)) == stood


def test_that_a_fork_takes_the_hits_before_it_along(sparse: Dataset) -> None:
    session = Session(SMALL, sparse)
    session.breakpoints.add(Breakpoint.every(10))
    while session.step < 45:
        session.advance(45 - session.step)
    session.seek(30)
    session.set_learning_rate(0.1)
    old, new = session.branches
    assert [hit.step for hit in old.hits.shown] == [10, 20, 30, 40]
    assert [hit.step for hit in new.hits.shown] == [10, 20]
    session.advance(25)
    assert [hit.step for hit in session.branch.hits.shown] == [10, 20, 30]
    session.advance(25)
    assert len(session.branch_of(0).hits.shown) == 4


def test_that_a_thousand_forks_are_made_and_each_is_exact(sparse: Dataset) -> None:
    """With 300 kB at most for each."""
    session = Session(SMALL.replace(learning_rate=0.01), sparse)
    line = line_of(session)
    session.advance(1000)
    tracemalloc.start()
    for i in range(1000):
        session.advance(2)
        session.back(1)
        session.set_learning_rate(0.01 + 1e-5 * (i + 1))
    used, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(session.branches) == 1001
    assert (session.step, session.tip) == (2000, 2000)
    assert used < 300e6
    for i in range(1000):
        line = line.changed(RateChange(1001 + i, 0.01 + 1e-5 * (i + 1)))
    assert bits(session.network) == bits(line.network(2000))
    for number in (0, 1, 500, 999):
        branch = session.branch_of(number)
        assert branch.tip == 1002 + number
        session.switch_branch(number, branch.tip - 1)
        assert bits(session.network) == bits(line.network(branch.tip - 1))


def test_that_one_letter_is_a_name(session: Session) -> None:
    session.rename_branch(1, "λ")
    assert session.branch_of(1).name == "λ"


@pytest.mark.parametrize("fork", [1, 2])
def test_that_a_branch_that_leaves_at_its_first_steps_has_those_before_as_well(
    sparse: Dataset, fork: int
) -> None:
    """Its first keyframe lies where it left: that is no place to go to step 0 from."""
    session = Session(SMALL, sparse)
    session.advance(9)
    session.seek(fork)
    session.set_learning_rate(0.1)
    line = line_of(session).changed(RateChange(fork, 0.1))
    session.advance(6)
    for step in (0, 4, 1, 2, 0, 1):
        session.seek(step)
        assert session.step == step
        assert bits(session.network) == bits(line.network(step))
        change = session.last_change
        assert (None if change is None else change.step) == (step - 1 if step else None)


def test_that_a_branch_made_from_afar_keeps_no_weights_of_where_the_run_stood(
    sparse: Dataset,
) -> None:
    """An undone change makes one, of a branch on which the run stands later or not at all."""
    session = Session(SMALL, sparse)
    line = line_of(session)
    session.advance(10)
    session.set_learning_rate(0.1)
    session.advance(20)
    session.undo()  # from step 30
    assert (session.branch.number, session.step, session.keyframes.tolist()) == (1, 10, [])
    session.advance(30)
    for step in (33, 30, 31, 10, 11):
        session.seek(step)
        assert bits(session.network) == bits(line.network(step))
    session.switch_branch(0, 10)
    session.edit_weight("W2", 0, 0, 3.0)
    other = session.branch.number
    session.advance(5)
    session.switch_branch(1, 10)
    session.undo()  # from step 10 of another branch
    assert session.step == 10
    session.advance(9)
    assert session.branch.number not in (1, other)
    for step in (14, 11, 10, 19):
        session.seek(step)
        changed = line.changed(RateChange(10, 0.1))
        assert bits(session.network) == bits(changed.network(step))


def test_that_where_the_run_stands_a_branch_begins_with_a_copy_of_its_weights(
    sparse: Dataset,
) -> None:
    session = Session(SMALL, sparse)
    session.advance(30)
    session.seek(12)
    session.set_learning_rate(0.1)
    assert session.keyframes.tolist() == [12]
    session.advance(9)
    session.seek(12)
    session.edit_weight("W1", 0, 0, 3.0)  # only the new branch has it
    assert session.keyframes.tolist() == [12]
    session.advance(5)
    session.seek(12)
    session.set_learning_rate(0.2)  # a copy here would be one after the edit
    assert session.keyframes.tolist() == []


def test_that_branches_that_share_a_place_have_the_same_mean_loss_there(sparse: Dataset) -> None:
    """Even where neither keeps each of those steps any more."""
    with small_world():
        session = Session(SMALL, sparse)
        session.advance(9000)
        losses = session.history.loss(1000, 2000)
        session.seek(2000)
        session.set_learning_rate(0.01)
        session.advance(9000)
        means = session.compare(0, 1, 2000).mean_losses
    assert means[0] == means[1] == pytest.approx(losses.mean(), rel=1e-12)
    assert not session.compare(0, 1, 2000).W1.any()
