"""Asking the past in the real window: which samples made a weight, and what lies between steps."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt

from bpviz.training.commands import Advance, EditWeight, Run
from bpviz.training.contributions import Contributions
from bpviz.training.events import State
from bpviz.ui.core.selection import Selection
from tests.e2e.conftest import Person


def test_that_a_weight_comes_apart_into_what_each_sample_added(
    person: Callable[..., Person],
) -> None:
    one = person("--dataset", "digits", "--hidden", "8", "--seed", "1")
    one.wait_for(State.PAUSED)
    panel = one.find("contributions_panel")
    panel.send(Advance(3000))
    one.wait(lambda frame: frame.step == 3000 and frame.state is State.PAUSED)
    panel.send(EditWeight("W1", 3, 20, 0.5))
    panel.send(Run())
    one.wait(lambda frame: frame.step > 20_000)
    one.window.panel_set.select(Selection("W1", 3, 20))
    one.press(Qt.Key.Key_F8)  # while it trains, and the panel was never seen
    frame = one.wait(lambda frame: frame.asked.contributions is not None)
    found = frame.asked.contributions
    assert isinstance(found, Contributions)
    assert (found.matrix, found.row, found.column, found.start) == ("W1", 3, 20, 0)
    total = found.by_sample.sum() + found.edits + found.remainder
    assert total == pytest.approx(found.change, abs=1e-12)
    assert found.edits != 0.0
    one.trigger("action_run")
    one.wait_for(State.PAUSED)
    one.qtbot.waitUntil(lambda: panel.samples.isVisible())
    raised = panel.samples.sides[0].view.shown.indices
    assert raised[0] == np.argmax(found.by_sample)
    panel.samples.sides[0].view.go_to(int(raised[0]))
    frame = one.wait(lambda frame: frame.asked.trail is not None)
    assert frame.selected == raised[0]
    assert frame.asked.trail is not None
    last = int(frame.asked.trail.steps[-1])
    one.find("contributions_page_time").click()
    panel.time.table.clicked.emit(panel.time.table.steps.index(0, 0))
    frame = one.wait(lambda frame: frame.step == last)
    assert frame.sample == raised[0]  # it is about to act again

    other = one.find("positions_panel")
    one.window.docks.show_panel("positions_panel")
    one.qtbot.waitUntil(lambda: other.head.first.number() is not None)
    other.head.button.click()
    frame = one.wait(lambda frame: frame.asked.difference is not None)
    difference = frame.asked.difference
    assert difference is not None
    assert difference.second == (frame.branch, last)
    assert difference.flips is not None
    assert len(difference.flips) > 0
