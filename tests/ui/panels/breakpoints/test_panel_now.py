"""The same breakpoint twice, and what each of them watches now."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bpviz.training.breakpoints import Breakpoint, Condition
from bpviz.training.commands import AddBreakpoint, ChangeBreakpoint
from bpviz.ui.core.formatting import number
from bpviz.ui.kit.breakpoints.values import MOST_WEIGHTS, present_value
from bpviz.ui.panels.breakpoints.model import Column
from bpviz.ui.panels.breakpoints.panel import BreakpointsPanel
from tests.ui.frames import make_frame
from tests.ui.panels.breakpoints.hands import (
    ABOVE,
    IMAGES,
    JUMP,
    cell,
    child,
    notes,
    offer,
    open_editor,
    type_in,
)
from tests.ui.shown_panels import Sent


def test_that_the_same_breakpoint_twice_is_one_and_that_is_said(
    panel: BreakpointsPanel, sent: Sent
) -> None:
    offer(panel, breakpoints=notes(JUMP, ABOVE))
    type_in(panel, Condition.LOSS_ABOVE, "0.50")
    assert sent == []
    assert "in the list already" in child(panel, "breakpoints_complaint").text()
    assert panel.list.selected() == (2,)
    for left in ({"step": 11, "tip": 11}, {"run": 9}, {"breakpoints": ()}):
        offer(panel, **{"breakpoints": notes(JUMP, ABOVE), **left})
        assert not child(panel, "breakpoints_complaint").isVisible()
        offer(panel, breakpoints=notes(JUMP, ABOVE))
        type_in(panel, Condition.LOSS_ABOVE, "0.50")
        offer(panel, breakpoints=notes(JUMP, ABOVE))
        assert child(panel, "breakpoints_complaint").isVisible()
    QTest.keyClicks(child(panel, "breakpoints_value_edit"), "0.5")
    assert not child(panel, "breakpoints_complaint").isVisible()
    type_in(panel, Condition.LOSS_ABOVE, "0.51")
    assert sent == [AddBreakpoint(Breakpoint.loss_above(0.51))]


def test_that_adding_one_that_is_switched_off_switches_it_on(
    panel: BreakpointsPanel, sent: Sent
) -> None:
    offer(panel, breakpoints=notes(ABOVE, enabled=False))
    type_in(panel, Condition.LOSS_ABOVE, "0.5")
    assert sent == [ChangeBreakpoint(1, enabled=True)]
    assert "switched on again" in child(panel, "breakpoints_complaint").text()


def test_that_none_is_edited_into_the_same_as_another(panel: BreakpointsPanel, sent: Sent) -> None:
    offer(panel, breakpoints=notes(ABOVE, Breakpoint.loss_above(2)))
    line = open_editor(panel, 1, Column.CONDITION, "breakpoints_edit_value")
    line.selectAll()
    QTest.keyClicks(line, "0.5")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sent == []
    assert "in the list already" in child(panel, "breakpoints_complaint").text()
    assert "2" in cell(panel, 1, Column.CONDITION)


def test_that_each_row_tells_what_it_watches_now(panel: BreakpointsPanel) -> None:
    watched = (
        ABOVE,
        Breakpoint.gradient_above(1, "W1"),
        Breakpoint.gradient_above(1, "W2"),
        Breakpoint.sample(3),
        Breakpoint.label(0),
        Breakpoint.every(10),
        JUMP,
    )
    frame = make_frame(IMAGES, breakpoints=notes(*watched), step=12)
    panel.show_frame(frame)
    trace = frame.preview
    assert trace is not None
    assert IMAGES.labels is not None
    row = [cell(panel, k, Column.NOW) for k in range(len(watched))]
    assert row == [
        number(float(((trace.f - trace.y) ** 2).sum())),
        number(float(np.linalg.norm(np.outer(trace.delta1, trace.x)))),
        number(float(np.linalg.norm(np.outer(trace.delta2, trace.h)))),
        str(frame.sample),
        panel.list.stops.classes[int(IMAGES.labels[frame.sample])],
        "12",
        "",
    ]
    assert not panel.list.isColumnHidden(Column.NOW)
    header = panel.list.horizontalHeader()
    assert header.visualIndex(Column.NOW) == header.visualIndex(Column.CONDITION) + 1


def test_that_one_that_cannot_be_hit_here_tells_nothing(panel: BreakpointsPanel) -> None:
    offer(panel, breakpoints=notes(ABOVE, problem="never"))
    assert cell(panel, 0, Column.NOW) == ""


def test_that_a_running_network_that_is_large_is_not_computed_for_the_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from bpviz.training.events import State

    frame = dataclasses.replace(make_frame(IMAGES), state=State.RUNNING)
    size = frame.network.W1.size + frame.network.W2.size
    assert size < MOST_WEIGHTS
    assert present_value(Condition.LOSS_ABOVE, frame, ())
    monkeypatch.setattr("bpviz.ui.kit.breakpoints.values.MOST_WEIGHTS", size - 1)
    assert present_value(Condition.LOSS_ABOVE, frame, ()) == ""
    assert present_value(Condition.SAMPLE, frame, ()) == str(frame.sample)
