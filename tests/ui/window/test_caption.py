"""The caption of a presentation: what a step at walking speed computes, in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from bpviz.network import GradientRule
from bpviz.training.events import State
from bpviz.training.step.phases import PHASES, Phase, rows_in
from bpviz.ui.core import counting
from bpviz.ui.window.caption import sentence
from bpviz.ui.window.toolbar import WALKING
from bpviz.worker import slow_motion
from tests.ui.conftest import Stage
from tests.ui.frames import make_frame, make_network, make_table


def said(stage: Stage) -> str:
    caption = stage.child("status_caption")
    return str(caption.text()) if caption.isVisible() else ""


def test_that_walking_is_as_fast_as_the_trainer_walks() -> None:
    assert WALKING == slow_motion.FASTEST


def test_that_it_speaks_in_a_presentation_wherever_a_step_is_seen_inside(stage: Stage) -> None:
    stage.offer(step=8, phase=Phase.Z1)
    assert said(stage) == ""
    stage.child("action_present").trigger()
    stage.offer(step=8, phase=Phase.Z1)
    assert "z1 = W₁x" in said(stage)
    assert not stage.child("status_state").isVisible()
    stage.offer(step=9)
    assert said(stage) == ""
    assert stage.child("status_state").isVisible()
    stage.offer(step=9, phase=Phase.F)
    stage.child("action_present").trigger()
    stage.offer(step=9, phase=Phase.F)
    assert said(stage) == ""


@pytest.mark.parametrize(("speed", "speaks"), [(0.1, True), (2.5, True), (4.0, False)])
def test_that_between_two_steps_it_speaks_at_walking_speed_alone(
    stage: Stage, speed: float, speaks: bool
) -> None:
    stage.child("action_present").trigger()
    stage.window.toolbar.set_speed(speed)
    stage.offer(step=8, state=State.RUNNING)
    assert bool(said(stage)) is speaks


def test_that_it_has_room_for_each_sentence_at_1280_by_800(stage: Stage) -> None:
    stage.child("action_present").trigger()
    QApplication.processEvents()
    stage.window.resize(1280, 800)
    caption = stage.child("status_caption")
    for phase in PHASES[1:]:
        stage.offer(step=8, phase=phase)
        stage.qtbot.waitUntil(lambda: bool(caption.text()) and not caption.elided)


@given(st.sampled_from(PHASES), st.data())
def test_that_every_place_of_a_step_has_a_sentence_with_its_row(
    phase: Phase, data: st.DataObject
) -> None:
    network = make_network(3, 5, 2)
    frame = make_frame(make_table(n=3, d=2), network=network)
    rows = rows_in(phase, 5, 2)
    row = data.draw(st.integers(0, rows - 1))
    words = sentence(frame, phase, row)
    assert words.endswith(".")
    assert "{" not in words
    if rows > 1:
        matrix, index = ("W₁", row) if phase is Phase.GRAD_W1 else ("W₂", row)
        if phase is Phase.UPDATE and row >= 2:
            matrix, index = "W₁", row - 2
        assert words.startswith(f"Row {index} of ")
        assert matrix in words
        counting.count_from(1)
        assert sentence(frame, phase, row).startswith(f"Row {index + 1} of ")
        counting.count_from(0)


def test_that_the_printed_rule_is_not_called_how_the_loss_changes() -> None:
    frame = make_frame(
        make_table(n=3, d=2), network=make_network(3, 5, 2), gradient_rule=GradientRule.AS_PRINTED
    )
    assert "as printed" in sentence(frame, Phase.GRAD_W1, 1)
    assert "as printed" not in sentence(frame, Phase.GRAD_W2, 1)
