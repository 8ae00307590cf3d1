"""The numbers that somebody follows."""

from __future__ import annotations

import pytest

from bpviz.datasets import Dataset
from bpviz.training import Session, Settings, SettingsError, Watch


def test_that_watches_stand_in_the_order_in_which_they_were_added(sparse: Dataset) -> None:
    session = Session(Settings(n_hidden=4), sparse)
    added = [session.watches.add(each) for each in ("h[1]", Watch.norm("W1"), "h[1]", "loss")]
    assert added == [Watch.of_unit("h", 1), Watch.norm("W1"), Watch.of_unit("h", 1), Watch.loss()]
    assert [str(note.watch) for note in session.watches] == ["h[1]", "norm W1", "loss"]
    assert session.watches.notes() is session.watches.notes()
    session.watches.remove("norm W1")
    assert [str(note.watch) for note in session.watches] == ["h[1]", "loss"]
    session.watches.clear()
    assert len(session.watches) == 0


def test_that_what_another_run_has_not_is_kept_and_says_why(sparse: Dataset) -> None:
    large, small = Session(Settings(n_hidden=9), sparse), Session(Settings(n_hidden=4), sparse)
    for text in ("h[8]", "h[3]"):
        large.watches.add(text)
    small.watches.restore(large.state.watches)
    lost, kept = small.watches.notes()
    assert (kept.watch, kept.problem) == (Watch.of_unit("h", 3), "")
    assert lost.watch == Watch.of_unit("h", 8)
    assert lost.problem == "The row or unit of h is 8; it must be a whole number from 0 to 3."
    large.watches.restore(small.state.watches)
    assert not any(note.problem for note in large.watches)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("h[4]", "The row or unit of h is 4; it must be a whole number from 0 to 3."),
        ("age", "it must be a number of the run such as"),
        (7, "The watch is 7; it must be a Watch"),
    ],
)
def test_that_what_is_no_number_of_the_run_is_refused(
    sparse: Dataset, what: str, words: str
) -> None:
    session = Session(Settings(n_hidden=4), sparse)
    with pytest.raises(SettingsError, match=words.replace("[", r"\[")):
        session.watches.add(what)
    with pytest.raises(SettingsError, match=r"h\[1\] is not watched"):
        session.watches.remove("h[1]")
    assert len(session.watches) == 0
