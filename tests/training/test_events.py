"""What a frame makes of what it holds, and the change that a step made."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from bpviz.datasets import Dataset
from bpviz.datasets.request import DataRequest
from bpviz.training import Phase, Session, Settings
from bpviz.training.evaluation.results import Scan
from bpviz.training.evaluation.rule_infos import rows_compared
from bpviz.training.events import Frame, Problem, State
from bpviz.training.step.last_update import LastUpdate
from bpviz.training.step.partial_trace import PartialTrace
from tests.training.places import check_masked


@pytest.fixture
def session(sparse: Dataset) -> Session:
    session = Session(Settings(n_hidden=4, learning_rate=0.5), sparse)
    session.advance(5)
    return session


def frame(session: Session, **more: Any) -> Frame:
    """The least that a frame needs, as the run stands."""
    values: dict[str, Any] = {
        "run": 1, "acknowledged": 2, "state": State.PAUSED,
        "step": session.step, "tip": session.tip,
        "settings": session.settings, "learning_rate": session.learning_rate,
        "data_request": DataRequest("made up"), "dataset": session.dataset,
        "network": session.network, "sample": 0, "loss": math.nan,
        "mean_loss": math.nan, "history": None, "keyframes": session.keyframes,
    }  # fmt: skip
    return Frame(**(values | more))


def test_that_a_frame_of_a_run_between_steps_needs_to_say_no_more(session: Session) -> None:
    plain = frame(session)
    assert (plain.phase, plain.row, plain.branch, plain.hit) == (Phase.DRAW, 0, 0, ())
    assert (plain.chosen, plain.held, plain.own, plain.selected) == (False, None, None, None)
    assert (plain.steps_per_second, plain.undo, plain.redo, plain.reason) == (0.0, "", "", "")
    assert plain.dataset_name == "made up"


def test_that_between_steps_all_of_the_step_at_hand_is_shown(session: Session) -> None:
    shown = frame(session, opened=session.opened).shown
    assert shown is not None
    check_masked(shown, session.preview, Phase.UPDATE, 0)
    assert frame(session, opened=session.opened).trace is session.trace
    assert frame(session, opened=session.opened).preview is session.preview
    loading = frame(session)
    assert (loading.shown, loading.trace, loading.preview) == (None, None, None)


def test_that_inside_a_step_only_what_is_done_is_shown(session: Session) -> None:
    session.advance_to(Phase.Z2)
    part = session.trace
    assert isinstance(part, PartialTrace)
    assert frame(session, phase=Phase.Z2, opened=session.opened).shown is part


def test_that_a_step_computes_with_the_weights_before_its_update(session: Session) -> None:
    before = session.network
    assert frame(session).old_network is before
    session.advance_to(Phase.UPDATE, 2)
    half = frame(session, network_before=session.network_before)
    np.testing.assert_array_equal(half.old_network.W2, before.W2)
    assert (half.network.W2 != before.W2).any()
    np.testing.assert_array_equal(half.seen_network.W2, before.W2)
    seen = frame(session, network_before=session.network_before, switched_off=(1, 3)).seen_network
    np.testing.assert_array_equal(seen.W2, before.W2 * [1, 0, 1, 0])


def test_that_a_last_change_is_what_the_step_took_from_the_weights(session: Session) -> None:
    before = session.network
    session.advance()
    change = session.last_change
    assert isinstance(change, LastUpdate)
    np.testing.assert_array_equal(before.W2 + change.W2(), session.network.W2)
    np.testing.assert_array_equal(before.W1 + change.W1(), session.network.W1)
    with pytest.raises(ValueError, match="read-only"):
        change.x[0] = 1.0


def test_that_a_scan_has_means_and_without_classes_no_accuracy() -> None:
    losses = np.array([1.0, 2.0, 6.0])
    scan = Scan(step=1, losses=losses, magnitudes=np.empty((0, 2)))
    assert (scan.mean_loss, scan.accuracy) == (3.0, None)
    right = Scan(
        step=1, losses=losses, magnitudes=np.empty((0, 2)), correct=np.array([True, False, True])
    )
    assert right.accuracy == pytest.approx(2 / 3)


def test_that_rows_are_compared_up_to_a_quarter_of_a_million_weights() -> None:
    sizes = [(10**6, 1), (3, 10), (4096, 785), (500_000, 1000), (7, 250_000), (7, 250_001)]
    assert [rows_compared(*size) for size in sizes] == [250_000, 3, 318, 250, 1, 1]


def test_that_a_problem_needs_no_details_and_does_not_print_them() -> None:
    assert Problem("It broke.").details == ""
    assert "Traceback" not in repr(Problem("It broke.", "Traceback …"))


def test_that_an_epoch_is_as_many_steps_as_there_are_samples(session: Session) -> None:
    assert frame(session).epoch == 5 / 24
    session.advance(43)
    assert frame(session).epoch == 2.0
    assert frame(session, dataset=None).epoch == 0.0
