"""Questions about the past, answered beside a run that goes on."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.training import commands as c
from bpviz.training.contributions import Contributions, UnitContributions
from bpviz.training.run import replayed
from bpviz.worker import asking
from tests.training.oracle import bits
from tests.worker.executors import AtOnce
from tests.worker.play import Box, Script, play
from tests.worker.trainer.turns import NEW, QUIET, until_paused

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Carry questions out in the turn in which they begin."""
    monkeypatch.setattr(asking, "ThreadPoolExecutor", lambda *_: AtOnce())


def until_answered(box: Box) -> Script:
    yield []
    for _ in range(10**6):
        if not box.frame.asked.what:
            return
        yield []
    raise AssertionError("it was never answered")


def trained(box: Box, steps: int) -> Script:
    yield [QUIET, NEW, c.Advance(steps)]
    yield from until_paused(box)


@pytest.mark.usefixtures("at_once")
def test_that_contributions_and_trails_are_those_of_the_session_and_nothing_moves() -> None:
    def script(box: Box) -> Script:
        yield from trained(box, 300)
        yield [c.EditWeight("W1", 1, 2, 0.5), c.Advance(100)]
        yield from until_paused(box)
        before = box.frame
        yield [c.AskContributions("W1", 1, 2, 10, 380)]
        yield from until_answered(box)
        found = box.frame.asked.contributions
        assert isinstance(found, Contributions)
        assert (found.start, found.stop, found.branch) == (10, 380, 0)
        assert found.edits != 0.0
        total = found.by_sample.sum() + found.edits + found.remainder
        assert total == pytest.approx(found.change, abs=1e-13)
        sample = int(np.abs(found.by_sample).argmax())
        yield [c.AskTrail(sample=sample)]
        yield from until_answered(box)
        trail = box.frame.asked.trail
        assert trail is not None
        assert trail.total[-1] == pytest.approx(found.by_sample[sample], abs=1e-13)
        yield [c.AskContributions("W1", 1, None, 0, 400, unit=True)]
        yield from until_answered(box)
        unit = box.frame.asked.contributions
        assert isinstance(unit, UnitContributions)
        assert (unit.W1.row, unit.W2.column) == (1, 1)
        assert box.frame.asked.trail is None  # it was of another question
        after = box.frame
        assert (after.step, after.tip, after.jumps) == (before.step, before.tip, before.jumps)
        assert bits(after.network) == bits(before.network)

    play(script)


@pytest.mark.usefixtures("at_once")
def test_that_a_difference_is_found_between_branches_of_two_runs() -> None:
    def script(box: Box) -> Script:
        yield from trained(box, 200)
        yield [c.AskDifference((0, 50), (0, 200))]
        yield from until_answered(box)
        found = box.frame.asked.difference
        assert found is not None
        assert found.W1 is not None
        assert found.flips is not None
        yield [NEW, c.Advance(30)]
        yield from until_paused(box)
        assert box.frame.asked.difference is found  # its branch is kept with the run before
        number = box.frame.branch
        yield [c.AskDifference((0, 200), (number, 30))]
        yield from until_answered(box)
        other = box.frame.asked.difference
        assert other is not None
        assert (other.first, other.second) == ((0, 200), (number, 30))
        yield [c.DeleteBranches((0,))]
        yield []
        assert box.frame.asked.difference is None

    play(script)


@pytest.mark.usefixtures("at_once")
def test_that_an_answer_goes_with_its_run_and_with_an_edit_where_it_ends() -> None:
    def script(box: Box) -> Script:
        yield from trained(box, 100)
        ask = c.AskContributions("W1", 0, 0, 0, 100)
        yield [ask]
        yield from until_answered(box)
        yield [c.Seek(40)]
        yield []
        assert box.frame.asked.contributions is not None  # the past is what it was
        yield [c.Seek(100), c.EditWeight("W1", 0, 0, 3.0)]
        yield []
        yield []
        assert box.frame.asked.contributions is None
        yield [ask]
        yield from until_answered(box)
        found = box.frame.asked.contributions
        assert isinstance(found, Contributions)
        assert found.after == 3.0
        yield [NEW]
        yield []
        yield []
        assert box.frame.asked.contributions is None

    play(script)


@pytest.mark.usefixtures("at_once")
def test_that_what_there_is_not_is_refused_and_what_was_found_stays() -> None:
    def script(box: Box) -> Script:
        yield from trained(box, 50)
        yield [c.AskTrail(sample=3)]  # of nothing
        yield []
        yield [c.AskContributions("W1", 0, 0, 0, 50)]
        yield from until_answered(box)
        for wrong in (
            c.AskContributions("W1", 99, 0, 0, 50),
            c.AskContributions("W1", 0, 0, 0, 51),
            c.AskContributions("W1", 0, 0, 30, 20),
            c.AskDifference((0, 51), (0, 0)),
            c.AskDifference((7, 0), (0, 0)),
        ):
            yield [wrong]
            yield []
            assert box.frame.asked.contributions is not None

    box = play(script, problems=5)
    assert all("must be a whole number" in p.message for p in box.told[:4])
    assert "no branch number 7" in box.told[4].message


@pytest.mark.usefixtures("at_once")
def test_that_a_problem_that_shows_on_the_way_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def script(box: Box) -> Script:
        yield from trained(box, 50)
        for error in (MemoryError(), ZeroDivisionError("oh")):

            def broken(*_: object, error: Exception = error) -> None:
                raise error

            with monkeypatch.context() as patch:
                patch.setattr(replayed.Replayed, "go_to", broken)
                yield [c.AskContributions("W1", 0, 0, 0, 50)]
                yield from until_answered(box)
            assert box.frame.asked.problem
            assert box.frame.asked.asked == "AskContributions"

    box = play(script, problems=2)
    assert box.told[0].message.startswith("Not enough memory")
    assert "ZeroDivisionError" in box.told[1].details


def test_that_a_question_on_its_thread_tells_how_far_it_is_and_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(replayed, "SLICE", 2e4)
    monkeypatch.setattr(asking, "_SPACING", 0.0)

    def script(box: Box) -> Script:
        yield from trained(box, 200_000)
        ask = c.AskContributions("W1", 1, 2, 0, 200_000)
        yield [ask]
        seen: set[float] = set()
        for _ in range(10**6):
            yield []
            if box.frame.asked.fraction:
                seen.add(box.frame.asked.fraction)
            if seen:
                break
        assert all(0 < fraction <= 1 for fraction in seen)
        yield [c.CancelQuestion()]
        yield []
        assert box.frame.asked.fraction is None
        for _ in range(20):
            yield []
        assert box.frame.asked.contributions is None
        yield [ask, c.AskDifference((0, 3), (0, 9))]  # which takes its place
        yield from until_answered(box)
        assert box.frame.asked.contributions is None
        assert box.frame.asked.difference is not None

    box = play(script, problems=1)
    assert box.told[0].remark
    assert box.told[0].message.startswith("The contributions were given up")
