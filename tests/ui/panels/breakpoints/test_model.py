"""The table of breakpoints tells only of what changed, and keeps selection and order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex

from bpviz.training.breakpoints import Breakpoint
from bpviz.training.infos import BreakpointInfo
from bpviz.ui.panels.breakpoints.model import BreakpointModel


def make(*numbers: int) -> tuple[BreakpointInfo, ...]:
    return tuple(BreakpointInfo(n, Breakpoint.every(n)) for n in numbers)


class Heard:
    """What a model tells."""

    def __init__(self, model: BreakpointModel) -> None:
        self.events: list[tuple[Any, ...]] = []
        model.dataChanged.connect(self.data)
        model.rowsInserted.connect(self.inserted)
        model.rowsRemoved.connect(self.removed)
        model.modelReset.connect(self.reset)

    def data(self, first: QModelIndex, last: QModelIndex) -> None:
        self.events.append(("data", first.row(), last.row()))

    def inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.events.append(("inserted", first, last))

    def removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.events.append(("removed", first, last))

    def reset(self) -> None:
        self.events.append(("reset",))


@pytest.fixture
def model(qtbot: Any) -> BreakpointModel:
    model = BreakpointModel()
    model.set_notes(make(1, 2, 3, 4, 5))
    return model


def test_that_a_new_one_is_inserted_and_others_stay(model: BreakpointModel) -> None:
    acknowledged = Heard(model)
    model.set_notes(make(1, 2, 3, 4, 5, 6))
    assert acknowledged.events == [("inserted", 5, 5)]


def test_that_missing_ones_are_removed_from_the_end_on(model: BreakpointModel) -> None:
    acknowledged = Heard(model)
    model.set_notes(make(2, 5))
    assert acknowledged.events == [("removed", 2, 3), ("removed", 0, 0)]
    assert model.notes == make(2, 5)


def test_that_only_changed_rows_are_told(model: BreakpointModel) -> None:
    acknowledged = Heard(model)
    changed = list(model.notes)
    changed[2] = replace(changed[2], hits=9)
    model.set_notes(tuple(changed))
    model.set_notes(tuple(changed))
    assert acknowledged.events == [("data", 2, 2)]


def test_that_marks_are_told_where_they_come_and_go(model: BreakpointModel) -> None:
    acknowledged = Heard(model)
    model.set_notes(model.notes, (2,))
    model.set_notes(model.notes, (3,))
    model.set_notes(model.notes, (3,))
    assert acknowledged.events == [("data", 1, 1), ("data", 1, 2)]


def test_that_heights_are_told_when_words_change_and_not_when_counts_do(
    model: BreakpointModel, qtbot: Any
) -> None:
    with qtbot.assertNotEmitted(model.heights_changed):
        model.set_notes(tuple(replace(note, hits=3) for note in model.notes))
    with qtbot.waitSignal(model.heights_changed):
        model.set_notes(tuple(replace(note, problem="It cannot act.") for note in model.notes))


@given(st.lists(st.permutations(range(1, 7)).flatmap(
    lambda order: st.integers(0, 6).map(lambda n: order[:n])
), max_size=5))  # fmt: skip
def test_that_any_sequence_of_lists_ends_with_the_last(lists: list[list[int]]) -> None:
    model = BreakpointModel()
    for numbers in lists:
        model.set_notes(make(*numbers))
        assert model.notes == make(*numbers)
        assert model.rowCount() == len(numbers)
