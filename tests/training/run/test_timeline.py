"""A branch's journal: which λ holds when, and what a fork takes along."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bpviz.training.evaluation.rule_infos import RuleScan
from bpviz.training.infos import HitInfo
from bpviz.training.journal.entries import RateChange
from bpviz.training.journal.journal import NEVER, Journal
from bpviz.training.quantities import COSINES, TEST_CURVE, TRAIN_CURVE
from bpviz.training.run.timeline import Branch


def test_that_a_rate_holds_from_its_step_to_the_next_change() -> None:
    journal = Journal([RateChange(0, 0.1), RateChange(5, 0.2), RateChange(9, 0.3)])
    found = [(journal.rate(step), journal.end(step)) for step in (0, 4, 5, 8, 9, 10**15)]
    assert found == [(0.1, 5), (0.1, 5), (0.2, 9), (0.2, 9), (0.3, NEVER), (0.3, NEVER)]


def test_that_a_change_takes_the_place_of_one_at_the_same_step() -> None:
    journal = start = Journal([RateChange(0, 0.1)])
    for change in ((5, 0.2), (5, 0.3), (9, 0.4), (9, 0.5)):
        journal = journal.noted(RateChange(*change))
    assert journal == [RateChange(0, 0.1), RateChange(5, 0.3), RateChange(9, 0.5)]
    assert start.noted(RateChange(0, 2.0)) == [RateChange(0, 2.0)]


def test_that_a_fork_shares_the_past_and_nothing_of_the_future() -> None:
    journal = Journal([RateChange(0, 0.1), RateChange(3, 0.2), RateChange(5, 0.3)])
    old = Branch.first(0, journal)
    slots = old.record.slots(10)
    slots[:, :8] = np.arange(8)
    old.record.end += 8
    for step in (2, 4, 6):
        old.curves[TRAIN_CURVE].add(step, 1.0 * step, 0.5)
        old.curves[TEST_CURVE].add(step, 2.0 * step, None)
        old.curves[COSINES].add(RuleScan(step, 1, 0.5, 0.25, 0.75, 0.0))
    old = replace(old, hits=old.hits.with_all(HitInfo(step, 1, "hit") for step in (2, 4, 6)))
    new = old.forked(1, 4, old.record.raw(0, 4))
    assert (new.number, new.parent, new.fork, new.tip) == (1, old.lineage, 4, 4)
    assert new.journal == old.journal[:2]
    np.testing.assert_array_equal(new.record.raw(0, 4)[0], [0, 1, 2, 3])
    assert new.curves[TRAIN_CURVE].shown().steps.tolist() == [2, 4]
    assert new.curves[TEST_CURVE].shown().loss.tolist() == [4.0, 8.0]
    assert new.curves[COSINES].shown().steps.tolist() == [2, 4]
    assert [note.step for note in new.hits.shown] == [2]
    assert old.forked(2, 3, old.record.raw(0, 3)).journal == old.journal[:2]
    new.journal.noted(RateChange(4, 9.0))
    new.curves[TRAIN_CURVE].add(5, 0.0, 0.0)
    assert old.tip == 8
    assert len(old.journal) == 3
    assert old.curves[TRAIN_CURVE].shown().steps.tolist() == [2, 4, 6]
