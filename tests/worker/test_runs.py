"""Runs: which of them stay, and how their branches are numbered, deleted and brought back."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset
from bpviz.training import Settings, SettingsError
from bpviz.worker.run_file import Mark
from bpviz.worker.runs import KEPT, WORTH, Runs
from tests.training.oracle import bits

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)


@pytest.fixture
def runs(sparse: Dataset) -> Runs:
    """A run of 20 and 30 steps on two branches, then one of 10 steps."""
    made = Runs()
    first = begin(made, sparse)
    first.advance(20)
    first.seek(5)
    first.set_learning_rate(0.1)
    first.advance(25)
    begin(made, sparse, n_hidden=5).advance(10)
    return made


def begin(runs: Runs, data: Dataset, **changes: object):  # type: ignore[no-untyped-def]
    return runs.begin(DataRequest("sparse"), data, SETTINGS.replace(**changes))


def numbers(runs: Runs) -> list[list[int]]:
    return [[branch.number for branch in run.session.branches] for run in runs.all()]


def test_that_runs_that_were_only_looked_at_leave_nothing(runs: Runs, sparse: Dataset) -> None:
    assert numbers(runs) == [[0, 1], [2]]
    for hidden in range(1, 2 * KEPT):
        assert begin(runs, sparse, n_hidden=hidden).branch.number == 3
        assert numbers(runs) == [[0, 1], [2], [3]]
    runs.return_to(runs.old[0])
    assert numbers(runs) == [[2], [0, 1]]
    begin(runs, sparse).set_learning_rate(0.2)  # that is a change
    begin(runs, sparse)
    assert numbers(runs) == [[2], [0, 1], [3], [4]]


def test_that_a_run_that_no_file_has_goes_last_and_not_without_a_word(sparse: Dataset) -> None:
    said: list[str] = []
    runs = Runs(said.append)
    for hidden in range(1, KEPT + 2):
        begin(runs, sparse, n_hidden=hidden).advance(5)
        if hidden != 3:
            runs.all()[-1].took(hidden - 1, WORTH)
    run = runs.old[1]
    run.file.mark = Mark.of(run.session)
    for hidden, left in ((20, [1, 3, 4, 5]), (21, [3, 4, 5, 20]), (22, [4, 5, 20, 21])):
        begin(runs, sparse, n_hidden=hidden).advance(5)
        assert [each.session.settings.n_hidden for each in runs.old] == left
    assert [words.split(" is gone")[0] for words in said] == [
        f"The oldest run, {sparse.title} with l = {hidden}," for hidden in (1,)
    ]


def test_that_runs_that_gave_way_are_counted_until_a_file_has_them(runs: Runs) -> None:
    assert runs.unsaved == 1
    runs.return_to(runs.old[0])
    assert runs.unsaved == 1
    run = runs.old[0]
    run.file.mark = Mark.of(run.session)
    assert runs.unsaved == 0
    runs.return_to(run)
    assert runs.unsaved == 1


def test_that_branches_of_any_runs_are_deleted_in_one_go_and_brought_back(runs: Runs) -> None:
    old = runs.old[0]
    weights = bits(old.session.network_at(0, 20)), bits(old.session.network_at(1, 30))
    runs.delete_branches([1])  # the one that the old run stands on
    assert numbers(runs) == [[0], [2]]
    runs.delete_branches([0])
    assert numbers(runs) == [[2]]
    runs.restore_branches()
    assert numbers(runs) == [[0], [2]]  # one go, the last one
    runs.restore_branches()
    assert numbers(runs) == [[0], [2]]
    assert bits(old.session.network_at(0, 20)) == weights[0]


def test_that_a_whole_run_comes_back_to_its_place(runs: Runs, sparse: Dataset) -> None:
    begin(runs, sparse).advance(3)
    before = runs.all()
    for gone in ([0, 1], [0, 1, 2], [2, 0]):
        runs.delete_branches(gone)
        runs.restore_branches()
        assert runs.all() == before
        assert numbers(runs) == [[0, 1], [2], [3]]


def test_that_no_two_branches_have_the_same_number(runs: Runs, sparse: Dataset) -> None:
    runs.return_to(runs.old[0])  # which began before the other one did
    fork(runs)
    assert numbers(runs) == [[2], [0, 1, 3]]
    runs.return_to(runs.old[0])
    fork(runs)
    begin(runs, sparse)
    assert numbers(runs) == [[0, 1, 3], [2, 4], [5]]


def test_that_an_old_run_without_steps_keeps_its_number(runs: Runs, sparse: Dataset) -> None:
    last = begin(runs, sparse)
    last.advance(1)
    last.restart()
    last.set_learning_rate(0.9)  # a branch that begins at step 0
    begin(runs, sparse)
    runs.delete_branches([3])
    begin(runs, sparse)  # now it is gone for good
    begin(runs, sparse)
    assert numbers(runs) == [[0, 1], [2], [4], [5]]


def fork(runs: Runs) -> None:
    assert runs.current is not None
    runs.current.session.seek(3)
    runs.current.session.set_learning_rate(0.9)


def test_that_none_is_deleted_where_one_cannot_be(runs: Runs) -> None:
    for gone in ([0, 2], [0, 17]):
        with pytest.raises(SettingsError):
            runs.delete_branches(gone)
        assert numbers(runs) == [[0, 1], [2]]


def test_that_what_was_deleted_is_given_up_with_the_next_run(runs: Runs, sparse: Dataset) -> None:
    old = runs.old[0].session
    runs.delete_branches([0])
    begin(runs, sparse)
    runs.restore_branches()
    assert [branch.number for branch in old.branches] == [1]
    old.restore_branches()
    assert [branch.number for branch in old.branches] == [1]


def test_that_a_return_to_an_old_run_gives_up_nothing_that_was_deleted(
    runs: Runs, sparse: Dataset
) -> None:
    begin(runs, sparse).advance(3)
    before = {run: [branch.number for branch in run.session.branches] for run in runs.all()}
    for gone in ([1], [2], [0, 2]):
        runs.delete_branches(gone)
        runs.return_to(runs.old[0])
        assert runs.deleted
        assert not runs.deletion_last  # of this run something else would be
        fork(runs)
        after = [number for each in numbers(runs) for number in each]
        assert not set(after) & set(gone)
        assert len(set(after)) == len(after)
        runs.restore_branches()
        for run, there in before.items():
            assert set(there) <= {branch.number for branch in run.session.branches}
        assert len(runs.all()) == 3


def test_that_what_was_deleted_before_the_rest_of_a_run_is_given_up(
    runs: Runs, sparse: Dataset
) -> None:
    old = runs.old[0].session
    runs.delete_branches([1])
    runs.delete_branches([0])
    old.restore_branches()
    assert [branch.number for branch in old.branches] == [0]


def test_that_a_deletion_is_undone_before_changes_that_were_made_earlier(runs: Runs) -> None:
    assert runs.current is not None
    session = runs.current.session
    session.set_learning_rate(0.25)
    change = session.undo_words
    assert change
    assert (runs.undo_words, runs.deletion_last) == (change, False)
    runs.delete_branches([0])
    assert runs.undo_words == "deletion of “Branch 1”"
    session.advance(2)  # that is no change
    session.set_learning_rate(0.75)
    assert (runs.undo_words, runs.deletion_last) == (session.undo_words, False)
    session.undo()
    assert runs.deletion_last
    runs.restore_branches()
    assert (runs.undo_words, runs.deletion_last, runs.deleted) == (change, False, False)
    runs.delete_branches([0, 1])
    assert runs.undo_words == "deletion of 2 branches"


def test_that_any_two_branches_are_compared(runs: Runs, sparse: Dataset) -> None:
    found = runs.compare(0, 1, None)
    assert (found.step, np.abs(found.W1).max() > 0) == (20, True)
    found = runs.compare(1, 2, None)
    assert (found.first, found.second, found.step) == (1, 2, 10)
    assert found.W1 is found.W2 is None  # of other shapes
    assert [change.words() for change in found.changes[0]] == ["λ = 0.1"]
    assert found.changes[1] == ()
    assert found.dataset is sparse
    other = begin(runs, sparse, seed=3)
    other.advance(12)
    found = runs.compare(3, 0, None)
    np.testing.assert_array_equal(
        found.W1, runs.old[0].session.network_at(0, 12).W1 - other.network.W1
    )
    assert found.mean_losses[0] == pytest.approx(other.history.loss(0, 12).mean())
    with pytest.raises(SettingsError, match="from 0 to 12"):
        runs.compare(0, 3, 13)
