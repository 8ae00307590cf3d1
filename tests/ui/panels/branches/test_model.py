"""BranchModel: the order of a family, whatever it looks like."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex

from bpviz.training.infos import BranchInfo
from bpviz.ui.panels.branches.model import BranchModel, BranchRole, family_order, rails
from tests.ui.frames import make_frame


def families() -> st.SearchStrategy[tuple[BranchInfo, ...]]:
    def made(parents: list[int], gone: set[int]) -> tuple[BranchInfo, ...]:
        notes = [BranchInfo(0, "first")]
        notes += [
            BranchInfo(i, f"b{i}", min(parent, i - 1), i, 2 * i)
            for i, parent in enumerate(parents, start=1)
        ]
        return tuple(note for note in notes if note.number == 0 or note.number not in gone)

    numbers = st.integers(0, 12)
    return st.builds(made, st.lists(numbers, max_size=12), st.sets(numbers, max_size=6))


@given(notes=families())
def test_that_every_branch_appears_once_below_its_parent(notes: tuple[BranchInfo, ...]) -> None:
    ordered = family_order(notes)
    assert sorted(note.number for note, _ in ordered) == sorted(note.number for note in notes)
    depths = {note.number: depth for note, depth in ordered}
    seen: set[int] = set()
    for note, depth in ordered:
        if note.parent in depths and note.parent is not None:
            assert note.parent in seen
            assert depth == depths[note.parent] + 1
        else:
            assert depth == 0
        seen.add(note.number)


def test_that_a_circle_of_parents_ends() -> None:
    notes = (BranchInfo(0, "a", 1), BranchInfo(1, "b", 0), BranchInfo(2, "c", 2))
    assert [note.number for note, _ in family_order(notes)] == [0, 1, 2]


def test_that_rails_reach_down_to_the_last_sibling() -> None:
    assert rails([0, 1, 2, 1, 1, 2]) == [
        frozenset({}),
        frozenset({1}),
        frozenset({1}),
        frozenset({1}),
        frozenset({}),
        frozenset({}),
    ]
    assert rails([]) == []


@given(frames=st.lists(families(), min_size=1, max_size=5))
def test_that_indexes_follow_their_branches_through_any_change(
    frames: list[tuple[BranchInfo, ...]],
) -> None:
    model = BranchModel()
    frame: Any = make_frame(n_hidden=2)
    followed: dict[int, QPersistentModelIndex] = {}
    for notes in frames:
        model.show_frame(replace(frame, branches=notes, branch=0))
        expected = [note.number for note, _ in family_order(notes)]
        assert model.numbers() == expected
        for number, index in list(followed.items()):
            if number in expected:
                assert index.row() == expected.index(number)
            else:
                assert not index.isValid()
                del followed[number]
        for row, number in enumerate(expected):
            followed.setdefault(number, QPersistentModelIndex(model.index(row, 0)))
            assert model.index(row, 0).data(BranchRole.NUMBER) == number
