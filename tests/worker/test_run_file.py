"""RunFile: whether the file of a run has all of it."""

from __future__ import annotations

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings
from bpviz.worker.run_file import Mark


def test_that_a_run_that_trained_on_another_branch_and_came_back_has_changed(
    sparse: Dataset,
) -> None:
    session = Session(Settings(n_hidden=4), sparse)
    session.advance(20)
    session.seek(5)
    session.set_learning_rate(0.3)
    session.switch_branch(0, 20)
    mark = Mark.of(session)
    session.switch_branch(1)
    session.seek(2)
    session.switch_branch(0, 20)
    assert mark.is_of(session)  # to look elsewhere is no change
    session.switch_branch(1)
    session.advance(3)
    session.switch_branch(0, 20)
    assert not mark.is_of(session)


def test_that_a_run_of_which_something_else_is_watched_has_changed(sparse: Dataset) -> None:
    session = Session(Settings(n_hidden=4), sparse)
    mark = Mark.of(session)
    session.watches.add("h[1]")
    assert not mark.is_of(session)
    session.watches.remove("h[1]")
    assert mark.is_of(session)
