"""What a journal says of a step, against looking through all of it."""

from __future__ import annotations

import itertools
import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from bpviz.datasets import load
from bpviz.network import GradientRule
from bpviz.training import Settings
from bpviz.training.journal.entries import (
    Change,
    Hold,
    Pin,
    RateChange,
    RuleChange,
    Skip,
    WeightEdit,
)
from bpviz.training.journal.journal import NEVER, Journal
from tests.training.oracle import Line, in_order

steps = st.integers(0, 12)
samples = st.integers(0, 3)
changes = st.one_of(
    st.builds(RateChange, steps, st.sampled_from([0.1, 0.2, 0.3])),
    st.builds(RuleChange, steps, st.sampled_from(GradientRule)),
    st.builds(Pin, steps, samples),
    st.builds(Hold, steps, st.one_of(st.none(), samples)),
    st.builds(Skip, steps, samples),
    st.builds(
        WeightEdit,
        steps,
        st.sampled_from(["W1", "W2"]),
        st.just(0),
        st.integers(0, 1),
        st.just(1.0),
    ),
)
START = RateChange(0, 0.1)


def _step(change: Change) -> int:
    return change.step


def entered(several: list[Change]) -> tuple[Journal, Line]:
    journal = Journal([START])
    line = Line(Settings(n_hidden=2), load("xor"), [START])
    for change in sorted(several, key=lambda c: c.step):
        journal = journal.noted(change)
        line = line.changed(change)
    return journal, line


@given(st.lists(changes, max_size=14))
def test_that_it_finds_what_is_in_force_at_each_step(several: list[Change]) -> None:
    journal, line = entered(several)
    assert in_order(journal) == in_order(line.journal)
    assert [c.step for c in journal] == sorted(c.step for c in journal)
    for step in range(15):
        assert journal.rate(step) == line.rate(step)
        assert journal.rule(step) is line.rule(step)
        assert journal.held(step) == line.held(step)
        assert journal.pinned(step) == line.pinned(step)
        assert journal.draw(step) == step + sum(
            isinstance(c, Skip) and c.step <= step for c in line.journal
        )
        edits = [c for c in line.journal if isinstance(c, WeightEdit) and c.step == step]
        assert in_order(list(journal.edits(step))) == in_order(list(edits))


@given(st.lists(changes, max_size=14))
def test_that_nothing_changes_before_the_end_it_names(several: list[Change]) -> None:
    journal = entered(several)[0]
    for step in range(15):
        end = journal.end(step)
        assert end > step
        assert (end == NEVER) == (
            all(c.step <= step for c in several) and journal.pinned(step) is None
        )
        for later in range(step + 1, min(end, 15)):
            assert journal.pinned(later) is journal.pinned(step) is None
            assert list(journal.edits(later)) == []
            assert journal.draw(later) - later == journal.draw(step) - step
            for what in (journal.rate, journal.rule, journal.held):
                assert what(later) == what(step)


def test_that_the_settings_rule_holds_until_another_is_chosen() -> None:
    journal = Journal([START, RuleChange(5, GradientRule.EXACT)], GradientRule.AS_PRINTED)
    assert journal.rule(4) is GradientRule.AS_PRINTED
    assert journal.rule(5) is GradientRule.EXACT


def test_that_every_change_says_itself_in_words() -> None:
    for change, words in (
        (RateChange(3, 0.25), "λ = 0.25"),
        (RuleChange(3, GradientRule.EXACT), "gradient rule: exact"),
        (RuleChange(3, GradientRule.AS_PRINTED), "gradient rule: as printed in the note"),
        (WeightEdit(3, "W1", 0, 2, 1e308), "W₁[0, 2] = 1e+308"),
        (WeightEdit(3, "W2", 1, 0, -0.5), "W₂[1, 0] = -0.5"),
        (Pin(3, 7), "train on sample 7"),
        (Hold(3, 7), "keep training on sample 7"),
        (Hold(3, None), "draw samples again"),
        (Skip(3, 7), "skip sample 7"),
    ):
        assert change.words() == words


def test_that_an_entry_takes_the_same_memory_at_any_length() -> None:
    journal = Journal([START])
    for step in range(1, 20_001):
        journal = journal.noted(RateChange(step, 0.5))
    tracemalloc.start()
    kept = []
    for step in range(20_001, 20_101):
        journal = journal.noted(RateChange(step, 0.25))
        kept.append(journal)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size < 100 * 8_000  # a copy of the entries would take twenty times as much
    assert [len(version) for version in kept] == list(range(20_002, 20_102))


@given(st.lists(changes, max_size=8), st.lists(changes, max_size=8), st.lists(changes, max_size=8))
def test_that_versions_that_part_do_not_see_one_another(
    shared: list[Change], one: list[Change], other: list[Change]
) -> None:
    journal, line = entered(shared)
    grown = [(journal, line), (journal, line)]
    for pair in itertools.zip_longest(*(sorted(each, key=_step) for each in (one, other))):
        for at, change in enumerate(pair):
            if change is not None:
                found, right = grown[at]
                grown[at] = found.until(change.step).noted(change), right.changed(change)
    for found, right in ((journal, line), *grown):
        assert in_order(found) == in_order(right.journal)
        assert [found.rate(step) for step in range(15)] == [right.rate(s) for s in range(15)]
        assert [found.pinned(step) for step in range(15)] == [right.pinned(s) for s in range(15)]


@given(st.lists(changes, max_size=14), st.integers(0, 13), st.integers(0, 13))
def test_that_what_comes_after_a_step_and_pins_at_it_can_be_left_out(
    several: list[Change], step: int, later: int
) -> None:
    journal, _ = entered(several)
    cut = journal.until(step)
    assert list(cut) == [change for change in journal if change.step <= step]
    assert list(cut.unpinned(step)) == [
        change for change in cut if not (isinstance(change, Pin) and change.step == step)
    ]
    assert cut.at(step) == tuple(change for change in journal if change.step == step)
    added = RateChange(cut[-1].step + later, 0.75)
    assert added in cut.noted(added)
    assert [c.step for c in cut.noted(added)] == sorted(c.step for c in cut.noted(added))
    same = cut.in_common(journal)
    assert list(cut)[:same] == list(journal)[:same]


def test_that_what_gives_way_again_and_again_costs_no_copies() -> None:
    """As where weights are set twice at one step, or λ is dragged after many were set."""
    journal = Journal([START])
    for column in range(3000):
        journal = journal.noted(WeightEdit(5, "W1", 0, column, 1.0))
    tracemalloc.start()
    kept = []
    for column in range(300):
        journal = journal.noted(WeightEdit(5, "W1", 0, column, 2.0))
        kept.append(journal)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size < 300 * 3_000  # a copy of the entries would take ten times as much
    assert len(journal) == 3001
    values = [edit.value for edit in journal.edits(5)]
    assert sorted(values) == [1.0] * 2700 + [2.0] * 300
    assert [len(version) for version in kept] == [3001] * 300
    assert sum(edit.value for edit in kept[9].edits(5)) == 3000 + 10
