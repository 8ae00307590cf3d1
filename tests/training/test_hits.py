"""Where breakpoints stopped a branch: by step, once each, bounded."""

from __future__ import annotations

from unittest.mock import patch

from bpviz.training import hits as module
from bpviz.training.hits import Hits
from bpviz.training.notes import HitNote


def hit(step: int, number: int = 1) -> HitNote:
    return HitNote(step, number, f"{step}")


def filled(*steps: int) -> Hits:
    hits = Hits()
    for step in steps:
        hits.add(hit(step))
    return hits


def test_that_they_come_by_step_and_once_each() -> None:
    hits = filled(7, 3, 9, 3)
    hits.add(hit(3, 2))
    assert [(note.step, note.number) for note in hits.notes()] == [(3, 1), (3, 2), (7, 1), (9, 1)]


def test_that_the_notes_are_the_same_object_until_one_is_new() -> None:
    hits = filled(7, 3)
    notes = hits.notes()
    hits.add(hit(3))
    assert hits.notes() is notes
    hits.add(hit(4))
    assert len(hits.notes()) == 3
    assert len(notes) == 2


def test_that_a_copy_has_those_before_a_step_and_goes_its_own_way() -> None:
    hits = filled(3, 5, 7)
    copy = hits.cut(5)
    assert [note.step for note in copy.notes()] == [3]
    assert [note.step for note in hits.cut(4).notes()] == [3]
    assert [note.step for note in hits.cut(8).notes()] == [3, 5, 7]
    copy.add(hit(5))
    copy.add(hit(3))
    copy.add(hit(6))
    assert [note.step for note in copy.notes()] == [3, 5, 6]
    assert [note.step for note in hits.notes()] == [3, 5, 7]


def test_that_the_oldest_are_forgotten_and_the_newest_shown() -> None:
    with patch.object(module, "_KEPT", 6), patch.object(module, "_SHOWN", 4):
        hits = filled(*range(10))
        assert [note.step for note in hits.notes()] == [6, 7, 8, 9]
        hits.add(hit(4))
        assert [note.step for note in hits._hits] == [4, 5, 6, 7, 8, 9]
        hits.add(hit(2))  # older than all that are kept
        hits.add(hit(2))
        assert [note.step for note in hits._hits] == [4, 5, 6, 7, 8, 9]
        assert len(hits._known) == 6


def test_that_all_can_be_forgotten() -> None:
    hits = filled(1, 2)
    assert len(hits.notes()) == 2
    hits.clear()
    assert hits.notes() == ()
    hits.add(hit(1))
    assert len(hits.notes()) == 1


def test_that_the_newest_10_000_are_kept_and_1_000_shown() -> None:
    hits = filled(*range(10_003))
    assert [hits._hits[0].step, len(hits._hits)] == [3, 10_000]
    assert [hits.notes()[0].step, len(hits.notes())] == [9003, 1000]
