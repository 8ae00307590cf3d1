"""A document with a later recipe: whatever was done in between, it is the run as it stood then."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bpviz.datasets import DataRequest, load
from bpviz.training import Session
from bpviz.training.document.archive import read, write
from bpviz.training.document.errors import DocumentError
from bpviz.training.document.later import with_later
from bpviz.training.document.numbering import numbered_from
from bpviz.training.quantities import TRAIN_CURVE
from scripts.kill_loop import REQUEST, SETTINGS, Op, do, told_of

DATA = load(REQUEST)

STEPS = st.integers(0, 90)
OPS = st.one_of(
    st.tuples(st.just("advance"), st.sampled_from((1, 13, 60, 700))),
    st.tuples(st.just("seek"), STEPS),
    st.tuples(st.just("rate"), st.sampled_from((0.01, 0.02, 0.05))),
    st.tuples(st.just("weight"), st.just("W1"), st.integers(0, 2), st.just(1), st.floats(-1, 1)),
    st.tuples(st.just("rule"), st.sampled_from(("exact", "as_printed"))),
    st.tuples(st.sampled_from(("skip", "own", "undo", "redo", "row"))),
    st.tuples(st.just("switch"), st.integers(0, 2)),
    st.tuples(st.just("delete"), st.integers(0, 2)),
)


def done(session: Session, ops: list[Op]) -> None:
    for name, *values in ops:
        if name == "delete":
            if values[0] != session.branch.number and session.has_branch(values[0]):
                session.delete_branch(values[0])
        elif name != "seek" or values[0] <= session.tip:
            do(session, [name, *values])


@settings(max_examples=150)
@example([["advance", 60], ["seek", 40], ["rate", 0.02]], [["undo"]])  # the branch goes with it
@example([["advance", 60], ["seek", 40], ["rate", 0.02]], [["undo"], ["weight", "W1", 0, 1, 0.5]])
@given(before=st.lists(OPS, max_size=8), after=st.lists(OPS, max_size=8))
def test_that_arrays_count_as_far_as_they_are_those_of_the_later_run(
    before: list[Op], after: list[Op]
) -> None:
    session = Session(SETTINGS, DATA)
    done(session, before)
    document = session.document()
    done(session, after)
    later = with_later(document, session.document(whole=False).recipe)
    found, remarks = Session.restored(later, DATA)
    assert remarks == ()
    assert told_of(found) == told_of(session)
    for each in (found, session):  # and so it is where it goes on
        done(each, [["advance", 40], ["rate", 0.03], ["advance", 9]])
    assert told_of(found) == told_of(session)


def test_that_a_long_run_is_not_computed_again_from_its_beginning() -> None:
    session = Session(SETTINGS, DATA)
    session.advance(300_000)
    with tempfile.TemporaryDirectory() as folder:
        write(session.document(), Path(folder) / "run.bpviz")
        document = read(Path(folder) / "run.bpviz")
    session.seek(100_000)
    session.set_learning_rate(0.01)
    session.advance(1_000)
    session.switch_branch(0, 300_000)
    session.edit_weight("W1", 0, 0, 0.5)
    session.advance(500)
    later = numbered_from(with_later(document, session.document(whole=False).recipe), 7)
    shares: list[float] = []
    found, _ = Session.restored(later, DATA, shares.append)
    assert [branch.number for branch in found.branches] == [7, 8]
    assert told_of(found)["weights"] == told_of(session)["weights"]
    assert found.branches[0].record.exact_from >= 280_000  # older steps are in buckets, from before
    assert min(shares) > 0.9 * 299_999 / 401_500


def test_that_what_was_measured_of_weights_that_were_set_since_is_left_out() -> None:
    session = Session(SETTINGS, DATA)
    curves = session.branch.curves
    for step in (0, 10, 20):
        session.advance(step - session.step)
        curves[TRAIN_CURVE].add(step, 1.0, None)
    document = session.document()
    session.edit_weight("W1", 0, 0, 0.5)
    found, _ = Session.restored(with_later(document, session.document(whole=False).recipe), DATA)
    assert found.branch.curves[TRAIN_CURVE].shown().steps.tolist() == [0, 10]


def test_that_a_recipe_of_another_run_is_refused_and_data_stays_where_it_was_found() -> None:
    one, other = Session(SETTINGS, DATA), Session(SETTINGS, DATA)
    for session, rate in ((one, 0.01), (other, 0.02)):
        session.advance(5)
        session.set_learning_rate(rate)
        session.advance(5)
    with pytest.raises(DocumentError, match="those of another run"):
        with_later(one.document(), other.document().recipe)
    elsewhere = replace(one.document().recipe, data=DataRequest("elsewhere.csv"))
    assert with_later(one.document(), elsewhere).recipe.data == REQUEST
