"""What an adviser says in the status bar."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bpviz.network import Network
from bpviz.training.advice import Kind
from bpviz.training.events import Progress
from bpviz.ui.window.advice_line import PANELS
from bpviz.ui.window.layouts import PANELS as ALL_PANELS
from tests.ui.conftest import Stage


def alike(stage: Stage, **overrides: object) -> None:
    """A frame of a network whose hidden units are all alike, far behind the beginning."""
    network = Network(np.zeros((4, 784)), np.zeros((10, 4)))
    overrides.setdefault("step", 1500)
    stage.offer(network=network, tip=9999, **overrides)


def test_that_every_advice_has_a_panel_that_shows_it() -> None:
    assert set(PANELS) == set(Kind)
    assert set(PANELS.values()) <= set(ALL_PANELS)


def test_that_it_stands_in_the_status_bar_and_moves_no_panel(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    fixed = [stage.child(name) for name in ("weights1_panel", "timeline_dock", "status_bar")]
    before = [each.geometry() for each in fixed]
    alike(stage)
    advice = stage.child("advice")
    assert advice.isVisible()
    assert "All weights are still 0" in advice.sentence()
    assert advice.sentence() in stage.child("advice_text").toolTip()
    assert stage.child("advice_text").text() in (advice.sentence(), "Hidden units all alike")
    QApplication.processEvents()
    assert [each.geometry() for each in fixed] == before
    assert advice.sentence() in caplog.text


def test_that_it_brings_its_panel_forward_also_by_keys(stage: Stage) -> None:
    alike(stage)
    stage.child("action_layout_check").trigger()
    assert stage.child("weights1_panel").visibleRegion().isEmpty()
    stage.child("advice_show").setFocus()
    stage.press(Qt.Key.Key_Space)
    stage.qtbot.waitUntil(lambda: not stage.child("weights1_panel").visibleRegion().isEmpty())


def test_that_what_was_dismissed_stays_away_in_this_run_and_comes_in_the_next(
    stage: Stage,
) -> None:
    alike(stage)
    stage.click(stage.child("advice_dismiss"))
    alike(stage, step=1600)
    assert not stage.child("advice").isVisible()
    alike(stage, step=1700, run=2)
    assert stage.child("advice").isVisible()


@pytest.mark.parametrize("later", [{"step": 3}, {"step": 1600, "run": 2}])
def test_that_it_goes_with_what_it_was_about(stage: Stage, later: dict[str, int]) -> None:
    alike(stage)
    stage.offer(tip=9999, **later)
    assert not stage.child("advice").isVisible()


def test_that_it_waits_while_something_long_is_under_way(stage: Stage) -> None:
    alike(stage)
    alike(stage, progress=Progress("Going to the step", 0.3))
    assert not stage.child("advice").isVisible()
    alike(stage)
    assert stage.child("advice").isVisible()


def test_that_it_can_be_switched_off(stage: Stage) -> None:
    alike(stage)
    stage.child("action_advice").trigger()
    assert not stage.child("advice").isVisible()
    alike(stage, run=2)
    assert not stage.child("advice").isVisible()
    stage.child("action_advice").trigger()
    alike(stage, run=3)
    assert stage.child("advice").isVisible()
