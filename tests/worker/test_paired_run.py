"""Both gradient rules on trial: two branches from one start, bit for bit runs of their own."""

from __future__ import annotations

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.network import GradientRule
from bpviz.training import Session
from bpviz.training import commands as c
from bpviz.training.events import State
from bpviz.training.quantities import Need
from bpviz.worker import paired_run as module
from tests.training.oracle import bits
from tests.worker.play import Box, Script, play
from tests.worker.trials import (
    EXACT,
    PRINTED,
    SETTINGS,
    STEPS,
    WATCH,
    begin,
    ended,
    names,
    put_on_trial,
    trial_of,
    until,
)

pytestmark = pytest.mark.usefixtures("every_turn", "shelf")


@pytest.mark.parametrize("own", [EXACT, PRINTED])
def test_that_each_branch_is_a_run_of_its_own_with_that_rule(
    sparse: Dataset, own: GradientRule
) -> None:
    settings = SETTINGS.replace(gradient_rule=own)

    def script(box: Box) -> Script:
        yield from begin(box, settings=settings)
        yield from put_on_trial(box)
        frame = box.frame
        assert (frame.state, frame.step, frame.progress) == (State.PAUSED, STEPS, None)
        assert names(frame) == ["Branch 1", "as printed", "exact"]
        assert [note.tip for note in frame.branches] == [0, STEPS, STEPS]
        assert frame.gradient_rule is EXACT
        exact, printed = trial_of(frame).sides
        assert frame.branch == exact.branch
        for side, rule in ((exact, EXACT), (printed, PRINTED)):
            yield [c.SwitchBranch(side.branch)]
            yield []
            alone = Session(SETTINGS.replace(gradient_rule=rule), sparse)
            alone.advance(STEPS)
            assert bits(box.frame.network) == bits(alone.network)
            assert side.loss is not None
            assert side.loss.loss.mean() == pytest.approx(alone.history.loss(0, STEPS).mean())
            assert side.mean_loss == pytest.approx(alone.history.mean_loss(STEPS))

    play(script)


def test_that_from_here_both_begin_with_the_weights_at_hand(sparse: Dataset) -> None:
    def script(box: Box) -> Script:
        yield from begin(box, c.Advance(30))
        yield [c.AdvancePhase(), c.AdvancePhase(), c.EditWeight("W2", 1, 2, 0.75)]
        yield []
        yield from put_on_trial(box, from_start=False)
        frame = box.frame
        assert (trial_of(frame).start, frame.step) == (30, 30 + STEPS)
        assert names(frame)[1:] == ["as printed from step 30", "exact from step 30"]
        alone = Session(SETTINGS, sparse)
        alone.advance(30)
        alone.edit_weight("W2", 1, 2, 0.75)
        alone.advance(STEPS)
        assert bits(frame.network) == bits(alone.network)

    play(script)


def test_that_the_curves_have_points_along_both_branches() -> None:
    def script(box: Box) -> Script:
        yield from begin(box)
        yield from put_on_trial(box)
        for side in trial_of(box.frame).sides:
            for steps in (side.cosines.steps, side.test.steps):
                assert {0, STEPS} <= set(steps.tolist())
                assert len(steps) >= module.STAGES
            assert np.isfinite(side.cosines.mean).all()
        one, other = trial_of(box.frame).sides
        assert one.cosines.mean[0] == other.cosines.mean[0]  # the same weights
        assert one.cosines.mean[-1] != other.cosines.mean[-1]

    play(script)


def test_that_once_more_says_so_and_more_steps_train_both_on(sparse: Dataset) -> None:
    def script(box: Box) -> Script:
        yield from begin(box)
        yield from put_on_trial(box)
        yield [c.CompareRules(STEPS)]
        yield []
        assert f"Both branches have already reached step {STEPS}" in box.frame.reason
        assert len(box.frame.branches) == 3
        yield from put_on_trial(box, STEPS + 150)
        assert [note.tip for note in box.frame.branches] == [0, STEPS + 150, STEPS + 150]
        alone = Session(SETTINGS, sparse)
        alone.advance(STEPS + 150)
        assert bits(box.frame.network) == bits(alone.network)

    play(script)


def test_that_another_start_or_another_rate_is_another_trial() -> None:
    def script(box: Box) -> Script:
        yield from begin(box)
        yield from put_on_trial(box, 20)
        yield [c.SetLearningRate(0.25)]
        yield []
        yield from put_on_trial(box, 20)
        assert names(box.frame)[1:] == ["as printed", "exact", "as printed (2)", "exact (2)"]
        yield from put_on_trial(box, 20, from_start=False)
        assert (trial_of(box.frame).start, box.frame.step) == (20, 40)
        assert len(box.frame.branches) == 7

    play(script)


def test_that_a_branch_that_is_deleted_takes_the_trial_with_it() -> None:
    def script(box: Box) -> Script:
        yield from begin(box)
        yield from put_on_trial(box)
        yield [c.DeleteBranches((trial_of(box.frame).sides[1].branch,))]
        yield []
        assert box.frame.trial is None
        yield [c.RestoreBranches()]
        yield []
        printed = trial_of(box.frame).sides[1].branch
        yield [c.DeleteBranches((printed,))]
        yield []
        assert box.frame.trial is None
        yield from put_on_trial(box, 20)
        assert names(box.frame)[-2:] == ["as printed", "exact (2)"]

    play(script)


def test_that_undo_leads_back_to_the_start() -> None:
    def script(box: Box) -> Script:
        yield from begin(box, c.Advance(12))
        yield from put_on_trial(box, from_start=False)
        yield [c.Undo()]
        yield []
        assert (box.frame.branch, box.frame.step) == (0, 12)
        yield [c.Redo()]
        yield []
        assert box.frame.branch == trial_of(box.frame).sides[0].branch

    play(script)


def test_that_nobody_who_looks_costs_nothing() -> None:
    def script(box: Box) -> Script:
        yield from begin(box)
        yield [c.Subscribe(frozenset({Need.HISTORY})), c.CompareRules(STEPS)]
        yield from until(box, lambda frame: frame.state is State.PAUSED and frame.step == STEPS)
        assert box.frame.trial is None
        yield [WATCH]
        yield from until(box, ended)
        assert STEPS not in trial_of(box.frame).sides[1].cosines.steps

    play(script)


def test_that_another_rate_at_the_very_start_is_another_trial() -> None:
    def script(box: Box) -> Script:
        yield from begin(box, c.Advance(12))
        yield from put_on_trial(box, 20, from_start=False)
        yield [c.SwitchBranch(0, 12), c.SetLearningRate(0.25)]
        yield []
        assert len(box.frame.branches) == 3  # nothing was trained there since
        yield from put_on_trial(box, 20, from_start=False)
        assert len(box.frame.branches) == 5
        assert box.frame.learning_rate == 0.25

    play(script)
