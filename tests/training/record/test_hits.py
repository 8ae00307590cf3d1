"""Where breakpoints stopped a branch: by step, once each, bounded."""

from __future__ import annotations

from unittest.mock import patch

from bpviz.training.infos import HitInfo
from bpviz.training.record import hits as module
from bpviz.training.record.hits import Hits


def hit(step: int, number: int = 1) -> HitInfo:
    return HitInfo(step, number, f"{step}")


def filled(*steps: int) -> Hits:
    hits = Hits()
    for step in steps:
        hits = hits.with_all([hit(step)])
    return hits


def test_that_they_come_by_step_and_once_each() -> None:
    hits = filled(7, 3, 9, 3).with_all([hit(3, 2), hit(9)])
    assert [(note.step, note.number) for note in hits.shown] == [(3, 1), (3, 2), (7, 1), (9, 1)]


def test_that_nothing_new_gives_the_same_object_and_something_new_another() -> None:
    hits = filled(7, 3)
    assert hits.with_all([hit(3)]) is hits
    assert hits.shown is hits.shown
    assert len(hits.with_all([hit(4)]).shown) == 3
    assert len(hits.shown) == 2


def test_that_those_before_a_step_go_their_own_way() -> None:
    hits = filled(3, 5, 7)
    cut = hits.cut(5)
    assert [note.step for note in cut.shown] == [3]
    assert [note.step for note in hits.cut(4).shown] == [3]
    assert [note.step for note in hits.cut(8).shown] == [3, 5, 7]
    assert [note.step for note in cut.with_all(map(hit, (5, 3, 6))).shown] == [3, 5, 6]
    assert [note.step for note in hits.shown] == [3, 5, 7]


def test_that_the_oldest_are_forgotten_and_the_newest_shown() -> None:
    with patch.object(module, "_KEPT", 6), patch.object(module, "_SHOWN", 4):
        hits = filled(*range(10))
        assert [note.step for note in hits.shown] == [6, 7, 8, 9]
        hits = hits.with_all([hit(4)])
        assert [note.step for note in hits.all] == [4, 5, 6, 7, 8, 9]
        hits = hits.with_all([hit(2), hit(2)])  # older than all that are kept
        assert [note.step for note in hits.all] == [4, 5, 6, 7, 8, 9]


def test_that_the_newest_10_000_are_kept_and_1_000_shown() -> None:
    hits = filled(*range(10_003))
    assert [hits.all[0].step, len(hits.all)] == [3, 10_000]
    assert [hits.shown[0].step, len(hits.shown)] == [9003, 1000]
