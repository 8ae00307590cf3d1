"""The status bar."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QFont

from bpviz.training.evaluation.results import Evaluations
from bpviz.training.events import Progress, State
from tests.ui.conftest import Stage
from tests.ui.frames import make_regression
from tests.ui.window.panels import figures_there


def test_that_no_figure_of_the_status_bar_is_cut(stage: Stage) -> None:
    for width in (1280, 700, 500, 300):
        stage.window.status.resize(width, 24)
        assert sum(figure.minimumWidth() for figure in figures_there(stage)) < width
    assert stage.child("status_frames_rate").isHidden()


@pytest.mark.parametrize("size", [10, 24])
def test_that_every_number_of_the_status_bar_has_room(stage: Stage, size: int) -> None:
    font = QFont(stage.window.font())
    font.setPointSize(size)
    status = stage.window.status
    status.resize(1280, 50)
    status.fit_text(font)
    for step, loss in ((10, 0.001234), (99_999_999_999, 1.234e-15), (7, 12345.0)):
        stage.offer(step=step, tip=step, mean_loss=loss)
        for figure in figures_there(stage):
            wide = figure.fontMetrics().horizontalAdvance(figure.text())
            assert wide + 2 * figure.GAP <= figure.width(), figure.text()
        assert stage.child("status_loss").isVisible()
    for width in range(400, 1300, 50):
        status.setFixedSize(width, 50)  # the window's layout would have it back at any time
        stage.offer(step=10, tip=10)
        status.fit_text(font)
        stage.offer(step=88 * 10**15, tip=88 * 10**15)
        assert sum(figure.width() for figure in figures_there(stage)) < width


def test_that_figures_give_way_to_progress(stage: Stage) -> None:
    status = stage.window.status
    status.resize(900, 24)
    before = figures_there(stage)
    stage.offer(
        progress=Progress("Going to a step that is far away from where the run stands", 0.1)
    )
    during = figures_there(stage)
    assert len(during) < len(before)
    assert stage.child("status_step") in during
    stage.offer()
    assert figures_there(stage) == before


def test_that_progress_does_not_cut_the_state(stage: Stage) -> None:
    status, state = stage.window.status, stage.child("status_state")
    what = "Compiling the kernels, once per machine: comparison of gradient rules (7 of 10)"
    stage.offer(state=State.RUNNING, compiling=Progress(what, 0.6))
    for width in range(900, 1500, 7):
        status.resize(width, 24)
        status.layout().activate()
        assert state.width() > state.fontMetrics().horizontalAdvance("Running")


def test_that_the_status_bar_writes_where_the_run_stands(stage: Stage) -> None:
    curve = Evaluations(np.array([0, 40, 90]), np.ones(3), np.array([0.1, 0.5, 0.9]))
    stage.offer(
        step=48, tip=90, mean_loss=0.0321, test_curve=curve, state=State.RUNNING,
        steps_per_second=351_234.4,
    )  # fmt: skip
    words = {n: stage.child(f"status_{n}").text() for n in ("step", "epoch", "loss", "accuracy")}
    assert words == {
        "step": "step 48", "epoch": "epoch 4.00", "loss": "loss 0.03210", "accuracy": "test 50.0 %"
    }  # fmt: skip
    assert stage.child("status_steps_rate").text() == "351\u202f234 steps/s"
    assert stage.child("status_state").text() == "Running"
    stage.offer(step=0)
    assert stage.child("status_loss").text() == "loss –"
    assert stage.child("status_accuracy").text() == "test –"
    curve = Evaluations(np.array([0, 40]), np.array([2.0, 0.07043]), np.full(2, np.nan))
    stage.offer(dataset=make_regression(), step=48, tip=90, test_curve=curve)
    assert stage.child("status_accuracy").text() == "test 0.07043"


def test_that_progress_is_shown_while_it_lasts(stage: Stage) -> None:
    bar = stage.child("status_progress")
    stage.offer(dataset_loaded=False, run=2, progress=Progress("Loading MNIST", 0.25))
    assert bar.isVisible()
    assert bar.value() / bar.maximum() == 0.25
    stage.offer(run=2)
    assert not bar.isVisible()


def test_that_it_and_the_timeline_tell_the_same_step_in_every_picture(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("bpviz.ui.core.frame_dispatcher.monotonic", lambda: now[0])
    steps, figure = set(), stage.child("status_step")
    for step in range(8, 58):
        now[0] += 0.016
        stage.offer(step=step, tip=step, state=State.RUNNING)
        steps.add(figure.text())
        assert stage.child("timeline_position").whole().startswith(f"{figure.text()} of ")
    assert 5 < len(steps) < 20
