"""A gradient check beside the training: in slices, cancellable, and of no effect on the run."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import DataRequest, Dataset, Part
from bpviz.network import GradientRule, gradient_check
from bpviz.training import Settings
from bpviz.training import commands as c
from bpviz.training.events import State
from bpviz.training.pairs.custom_pair import CustomPair
from bpviz.training.quantities import Need
from bpviz.training.step.phases import Phase
from bpviz.worker import checking, jobs
from tests.worker.play import Box, Script, play

SETTINGS = Settings(n_hidden=4, learning_rate=0.5)
NEW = c.NewRun(DataRequest("sparse"), SETTINGS)
QUIET = c.Subscribe(frozenset({Need.HISTORY}), history_buckets=100)

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


@pytest.fixture
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slice is one row, so that every check takes many turns."""
    monkeypatch.setattr(jobs, "SLICE", 0.0)


def stand_at(box: Box, step: int) -> Script:
    yield [QUIET, NEW, c.Advance(step)]
    while not box.frames or box.frame.step != step or box.frame.state is not State.PAUSED:
        yield []


def until_checked(box: Box, turns: int = 60) -> Script:
    for _ in range(turns):
        yield []
        if box.frame.check is not None and box.frame.checking is None:
            return
    raise AssertionError("the check did not come to its end")


def test_that_the_check_is_of_the_pair_of_the_step_at_hand() -> None:
    def script(box: Box) -> Script:
        yield from stand_at(box, 30)
        yield [c.CheckGradient()]
        yield from until_checked(box)
        frame, note = box.frame, box.frame.check
        assert note is not None
        assert note.result is not None
        assert frame.preview is not None
        assert (note.step, note.part, note.sample) == (30, Part.TRAIN, frame.sample)
        assert note.rule is GradientRule.EXACT
        right = gradient_check(frame.network, frame.preview.x, frame.preview.y)
        np.testing.assert_array_equal(note.result.numeric_W1, right.numeric_W1)
        np.testing.assert_array_equal(note.result.relative_error_W2, right.relative_error_W2)
        assert note.is_of(frame.network, frame.preview)
        assert note.worst is not None
        assert (note.worst.matrix, note.worst.row, note.worst.column) == right.worst

    play(script)


def test_that_the_sample_looked_at_is_checked_with_its_part(sparse: Dataset) -> None:
    test = sparse.test
    assert test is not None

    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.SelectSample(5, Part.TEST), c.CheckGradient()]
        yield from until_checked(box)
        note = box.frame.check
        assert note is not None
        assert (note.part, note.sample) == (Part.TEST, 5)
        np.testing.assert_array_equal(note.trace.x, test.x(5))
        assert note.is_of(box.frame.network, box.frame.selected_trace)
        assert not note.is_of(box.frame.network, box.frame.preview)

    play(script)


def test_that_an_own_pair_that_the_step_trains_on_is_checked() -> None:
    pair = CustomPair(np.arange(7.0) / 7, np.eye(3)[2], 2, "a drawing as 2")

    def script(box: Box) -> Script:
        yield from stand_at(box, 3)
        yield [c.TrainOwn(pair), c.CheckGradient()]
        yield from until_checked(box)
        note = box.frame.check
        assert note is not None
        assert note.own == "a drawing as 2"
        np.testing.assert_array_equal(note.trace.x, pair.x)

    play(script)


def test_that_in_the_midst_of_an_update_the_weights_before_it_are_checked() -> None:
    def script(box: Box) -> Script:
        yield from stand_at(box, 3)
        while box.frame.phase is not Phase.UPDATE:
            yield [c.AdvancePhase()]
            yield []
        yield [c.AdvanceRow(), c.AdvanceRow(), c.CheckGradient()]
        yield from until_checked(box)
        frame, note = box.frame, box.frame.check
        assert (frame.phase, frame.row) == (Phase.UPDATE, 2)
        assert note is not None
        assert note.network is frame.network_before
        assert note.result is not None
        assert note.result.max_relative_error < 1e-6

    play(script)


@pytest.mark.parametrize(
    ("of_run", "asked", "used"),
    [
        (GradientRule.EXACT, None, GradientRule.EXACT),
        (GradientRule.AS_PRINTED, None, GradientRule.AS_PRINTED),
        (GradientRule.AS_PRINTED, GradientRule.EXACT, GradientRule.EXACT),
        (GradientRule.EXACT, GradientRule.AS_PRINTED, GradientRule.AS_PRINTED),
    ],
)
def test_that_the_rule_is_that_of_the_run_or_the_one_asked_for(
    of_run: GradientRule, asked: GradientRule | None, used: GradientRule
) -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.SetGradientRule(of_run), c.Advance(20), c.CheckGradient(asked)]
        yield from until_checked(box)
        note = box.frame.check
        assert note is not None
        assert note.result is not None
        assert note.rule is used
        wrong = used is GradientRule.AS_PRINTED
        assert (note.result.max_relative_error > 0.01) is wrong

    play(script)


@pytest.mark.usefixtures("small_slices")
def test_that_a_check_shows_its_progress_and_is_cancelled_at_once() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.CheckGradient()]
        yield from until_checked(box)
        before = box.frame.check
        yield [c.Advance(5)]
        yield []
        yield [c.CheckGradient()]
        seen = []
        for _ in range(4):
            yield []
            seen.append(box.frame.checking)
            assert box.frame.check is before
        assert all(part is not None and part < 1 for part in seen)
        assert seen == sorted(set(seen))
        yield [c.CancelCheck()]
        yield []
        assert box.frame.checking is None
        assert box.frame.check is before
        for _ in range(20):
            yield []
        assert box.frame.check is before

    play(script)


@pytest.mark.usefixtures("small_slices")
def test_that_a_new_run_ends_the_check_and_forgets_the_one_before() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.CheckGradient()]
        yield from until_checked(box)
        yield [c.CheckGradient()]
        yield []
        assert box.frame.checking is not None
        yield [c.NewRun(DataRequest("xor"), SETTINGS)]
        for _ in range(20):
            yield []
            assert (box.frame.check, box.frame.checking) == (None, None)

    play(script)


@pytest.mark.usefixtures("small_slices")
def test_that_checks_leave_every_bit_of_a_run_alone() -> None:
    def run(commands: list[c.Command]) -> Box:
        def script(box: Box) -> Script:
            yield [QUIET, NEW, c.Advance(100_000), *commands]
            while box.frame.state is not State.PAUSED:
                yield []
            yield []

        return play(script)

    alone, checked = run([]), run([c.CheckGradient(), c.SweepWeight(("W2", 1, 2))])
    assert checked.frame.step == alone.frame.step == 100_000
    assert any(frame.check is not None or frame.checking for frame in checked.frames)
    assert checked.frame.network.W1T.tobytes() == alone.frame.network.W1T.tobytes()
    assert checked.frame.network.W2.tobytes() == alone.frame.network.W2.tobytes()
    assert checked.frame.mean_loss == alone.frame.mean_loss


def test_that_a_check_asked_for_while_running_is_of_the_step_of_then() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, NEW, c.Run()]
        yield []
        yield [c.CheckGradient()]
        yield []
        asked = box.frame.step
        while box.frame.check is None:
            yield []
        note = box.frame.check
        assert 0 < note.step <= asked
        assert box.frame.state is State.RUNNING
        yield [c.Pause()]
        yield []
        yield [c.Seek(note.step)]
        yield []
        assert note.is_of(box.frame.network, box.frame.preview)
        assert box.frame.check is note
        yield [c.EditWeight("W1", 0, 0, 0.25)]
        yield []
        assert not note.is_of(box.frame.network, box.frame.preview)

    play(script)


def test_that_the_weight_of_the_sweep_is_the_worst_until_one_is_chosen() -> None:
    def script(box: Box) -> Script:
        yield from stand_at(box, 9)
        yield [c.CheckGradient()]
        yield from until_checked(box)
        note = box.frame.check
        assert note is not None
        assert note.sweep is note.worst
        yield [c.SweepWeight(("W1", 2, 3))]
        yield []
        note = box.frame.check
        assert note is not None
        assert note.sweep is not None
        assert (note.sweep.matrix, note.sweep.row, note.sweep.column) == ("W1", 2, 3)
        assert note.sweep.curve.analytic == note.trace.grad_W1[2, 3]
        yield [c.Advance(1), c.CheckGradient()]
        yield []
        yield from until_checked(box)
        note = box.frame.check
        assert note is not None
        assert note.step == 10
        assert note.sweep is note.chosen is not None
        for nothing in (None, ("W1", 99, 0), ("W2", -1, 0)):
            yield [c.SweepWeight(nothing)]
            yield []
            assert box.frame.check is not None
            assert box.frame.check.sweep is box.frame.check.worst

    play(script)


def test_that_a_huge_network_is_compared_at_a_row_and_at_random(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(checking, "MOST", 20)

    def script(box: Box) -> Script:
        yield from stand_at(box, 9)
        yield [c.CheckGradient(row=("W1", 2))]
        yield from until_checked(box)
        note = box.frame.check
        assert note is not None
        assert note.result is not None
        assert not note.result.complete
        assert (note.result.W1.rows == 2).sum() == 7
        assert 7 <= note.result.checked <= 9
        yield [c.CheckGradient(row=("W2", 99)), c.SweepWeight(("W1", 0, 0))]
        yield from until_checked(box)
        assert box.frame.check is not None
        assert box.frame.check.chosen is not None  # though it may not have been drawn

    play(script)


def test_that_weights_too_large_for_a_gradient_are_refused_in_one_sentence() -> None:
    def script(box: Box) -> Script:
        yield [QUIET, c.NewRun(DataRequest("xor"), SETTINGS.replace(sigma2="identity"))]
        yield [c.EditWeight("W2", 0, 1, 1e200), c.CheckGradient(), c.SweepWeight(("W1", 0, 0))]
        yield []
        note = box.frame.check
        assert note is not None
        assert note.result is None
        assert note.sweep is None
        assert str(note.problem).startswith("The gradient cannot be checked: loss is not finite")
        assert box.frame.state is State.PAUSED
        yield [c.Undo(), c.CheckGradient()]
        yield []
        yield from until_checked(box)
        assert box.frame.check is not None
        assert box.frame.check.result is not None

    play(script)
