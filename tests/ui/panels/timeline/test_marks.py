"""Marks: what they say, which of them share a place, and that ten thousand cost little."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpviz.network.rules import GradientRule
from bpviz.training.infos import BranchInfo, HitInfo, JournalInfo
from bpviz.training.journal.entries import Hold, Pin, RateChange, RuleChange, Skip, WeightEdit
from bpviz.ui.core.formatting import count
from bpviz.ui.panels.timeline.axis import StepRange
from bpviz.ui.panels.timeline.marks import (
    MOST_TEXTS,
    MarkCache,
    MarkKind,
    MarkRow,
    continued,
    fork_marks,
    hit_marks,
    journal_marks,
)
from tests.ui.frames import make_frame


def note(change: Any) -> JournalInfo:
    return JournalInfo(change.step, change.words(), change)


def rates(*steps: int) -> MarkRow:
    return MarkRow(journal_marks([note(RateChange(step, 0.3)) for step in steps], 0.1))


@pytest.mark.parametrize(
    ("change", "kind", "words"),
    [
        (RateChange(7, 0.3), MarkKind.RATE, "From step 7: λ = 0.3"),
        (RuleChange(7, GradientRule.EXACT), MarkKind.RULE, "From step 7: gradient rule: exact"),
        (Pin(7, 3), MarkKind.SAMPLE, "From step 7: train on sample 3"),
        (Pin(7, 60, "a {x} as 3"), MarkKind.SAMPLE, "From step 7: train on a {x} as 3"),
        (Hold(7, 60, "it"), MarkKind.SAMPLE, "From step 7: keep training on it"),
        (Hold(7, None), MarkKind.SAMPLE, "From step 7: draw samples again"),
        (Skip(7, 3), MarkKind.SAMPLE, "From step 7: skip sample 3"),
        (WeightEdit(7, "W1", 1, 2, 0.5), MarkKind.WEIGHT, "From step 7: W₁[1, 2] = 0.5"),
    ],
)
def test_that_every_kind_of_entry_has_its_mark_and_words(
    change: Any, kind: MarkKind, words: str
) -> None:
    (mark,) = journal_marks([note(change)], 0.1)
    assert (mark.kind, mark.step, mark.sentence()) == (kind, 7, words)


def test_that_a_hit_names_its_breakpoint() -> None:
    (mark,) = hit_marks([HitInfo(1234, 2, "loss > 2")])
    assert mark.kind is MarkKind.HIT
    assert mark.sentence() == f"Step {count(1234)}: stopped by breakpoint 2: loss > 2"


def test_that_forks_of_the_current_branch_and_of_its_children_are_marked() -> None:
    branches = (
        BranchInfo(0, "main", None, 0, 100),
        BranchInfo(1, "one", 0, 40, 90, "λ = 1"),
        BranchInfo(2, "two", 1, 60, 70),
        BranchInfo(3, "three", 2, 65, 80),
    )
    marks = fork_marks(make_frame(branches=branches, branch=1, step=50))
    assert [(mark.step, mark.branch) for mark in marks] == [(40, 1), (60, 2)]
    assert marks[0].sentence() == "Step 40: one begins here: it forks from main"
    assert marks[1].sentence() == "Step 60: two forks here"


def test_that_marks_too_near_to_tell_apart_become_one_with_all_their_texts() -> None:
    spots = rates(10, 11, 12, 500).spots(StepRange(0, 1000), 1000)
    assert [(spot.x, spot.high - spot.low) for spot in spots] == [(10.0, 3), (500.0, 1)]
    assert len(spots[0].sentences()) == 3
    near = rates(10, 11, 12, 500).spots(StepRange(0, 20), 1000)
    assert [spot.x for spot in near] == [500.0, 550.0, 600.0]


def test_that_only_marks_in_the_range_have_a_place() -> None:
    spots = rates(10, 20, 30, 40).spots(StepRange(20, 30), 1000)
    assert [spot.marks[0].step for spot in spots] == [20, 30]
    assert MarkRow().spots(StepRange(0, 10), 100) == []
    assert len(rates(0, 0, 0).spots(StepRange(0, 0), 100)) == 1


def test_that_the_greatest_of_several_is_drawn() -> None:
    changes = (RateChange(5, 1.0), WeightEdit(5, "W2", 0, 0, 1.0), Pin(5, 1))
    (spot,) = MarkRow(journal_marks([note(c) for c in changes], 0.1)).spots(StepRange(0, 9), 100)
    assert spot.face().kind is MarkKind.WEIGHT


def test_that_clicks_go_through_the_marks_of_a_place_one_by_one() -> None:
    (spot,) = rates(10, 11, 11, 13).spots(StepRange(0, 1000), 100)
    steps, step = [], 700
    for _ in range(5):
        step = spot.next_step(step)
        steps.append(step)
    assert steps == [10, 11, 13, 10, 11]


def test_that_the_texts_of_a_place_are_limited() -> None:
    (spot,) = rates(*range(100)).spots(StepRange(0, 10**6), 100)
    lines = spot.sentences()
    assert len(lines) == MOST_TEXTS
    assert lines[-1] == f"and {100 - MOST_TEXTS + 1} more"
    (few,) = rates(*range(MOST_TEXTS)).spots(StepRange(0, 10**6), 100)
    assert len(few.sentences()) == MOST_TEXTS


def test_that_ten_thousand_marks_share_the_places_that_the_width_has() -> None:
    row = rates(*range(0, 10**6, 100))
    spots = row.spots(StepRange(0, 10**6), 1900)
    faces = [spot.face() for spot in spots]
    assert sum(spot.high - spot.low for spot in spots) == 10_000
    assert len(faces) <= 1900 / 5 + 1


def test_that_marks_stay_the_same_objects_while_nothing_happens() -> None:
    record = MarkCache()
    journal = (note(RateChange(3, 0.3)),)
    branches = (BranchInfo(0, "main", None, 0, 9), BranchInfo(1, "one", 0, 4, 7))
    record.show(make_frame(journal=journal, branches=branches, step=5))
    before = record.rows
    equal = (note(RateChange(3, 0.3)),)
    grown = (BranchInfo(0, "main", None, 0, 12), BranchInfo(1, "one", 0, 4, 7))
    record.show(make_frame(journal=equal, branches=grown, step=6))
    assert all(a is b for a, b in zip(record.rows, before, strict=True))
    assert record.branches is grown
    record.show(make_frame(journal=(), hits=(HitInfo(2, 1, "x"),), branches=grown, branch=1))
    assert [len(row.marks) for row in record.rows] == [0, 1, 1]
    assert [mark.step for mark in record.marks()] == [2]


@given(
    st.lists(
        st.one_of(
            st.builds(RateChange, st.just(0), st.sampled_from([0.1, 0.5, 2.0]), st.integers(0, 3)),
            st.builds(Skip, st.just(0), st.just(4)),
        ),
        max_size=12,
    )
)
def test_that_a_gesture_is_one_mark_and_every_other_entry_has_its_own(
    changes: list[RateChange | Skip],
) -> None:
    numbered = [replace(change, step=step) for step, change in enumerate(changes)]

    def gesture(change: RateChange | Skip) -> object:
        own = not isinstance(change, RateChange) or change.gesture == 0
        return change if own else change.gesture

    groups = [list(group) for _, group in groupby(numbered, gesture)]
    marks = journal_marks([note(change) for change in numbered], 9.0)
    assert [mark.step for mark in marks] == [group[0].step for group in groups]
    before = 9.0
    for mark, group in zip(marks, groups, strict=True):
        last = group[-1]
        if not isinstance(last, RateChange):
            assert mark.words() == "skip sample 4"
        elif len(group) == 1:
            assert mark.words() == f"λ = {last.learning_rate:.4g}"
        else:
            assert mark.words() == f"λ: {before:.4g} → {last.learning_rate:.4g}"
        before = last.learning_rate if isinstance(last, RateChange) else before


@given(st.data())
def test_that_marks_that_are_continued_are_those_made_at_once(data: st.DataObject) -> None:
    changes = st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 2), st.booleans()), min_size=0, max_size=12
    )

    def notes(first: int) -> list[JournalInfo]:
        step, made = first, []
        for apart, gesture, rate in data.draw(changes):
            step += apart
            change = RateChange(step, 0.1 + step, gesture) if rate else Skip(step, 0)
            made.append(note(change))
        return made

    old: tuple[JournalInfo, ...] = ()
    row = MarkRow()
    for _ in range(4):
        kept = old[: data.draw(st.integers(0, len(old)))]
        new = (*kept, *notes(kept[-1].step if kept else 0))
        row = continued(row, old, new, 0.5)
        right = MarkRow(journal_marks(new, 0.5))
        assert [(mark.step, mark.kind, str(mark.source.text)) for mark in row.marks] == [
            (mark.step, mark.kind, str(mark.source.text)) for mark in right.marks
        ]
        assert row.steps.tolist() == right.steps.tolist()
        assert row.kinds.tolist() == right.kinds.tolist()
        old = new
