"""The panel is filled when its layout is opened, and a person's own choice comes first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bpviz.network import GradientRule
from bpviz.training.commands import CancelCheck, CheckGradient
from bpviz.training.events import Frame, State
from tests.ui.frames import make_frame
from tests.ui.panels.gradient_check.checks import Desk, Left, checked, small

ASKED = [CheckGradient(None, None)]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def take(desk: Desk, frame: Frame) -> None:
    """Let a frame come as it does from the trainer."""
    desk.panel.note_frame(frame)
    desk.show(frame)


def under_way(**overrides: Any) -> Frame:
    return replace(small(step=3, **overrides), checking=0.25)


def test_that_it_checks_what_is_shown_once(desk: Desk) -> None:
    take(desk, small(step=3))
    assert desk.sent == []
    desk.panel.fill()
    assert desk.sent == ASKED
    take(desk, under_way())
    take(desk, checked(small(step=3)))
    take(desk, small(step=4))
    assert desk.sent == ASKED


def test_that_it_waits_for_data_and_then_checks(desk: Desk) -> None:
    desk.panel.fill()
    take(desk, make_frame(dataset_loaded=False))
    assert desk.sent == []
    take(desk, small(step=0))
    assert desk.sent == ASKED


def test_that_it_waits_for_the_run_that_is_asked_for(desk: Desk) -> None:
    take(desk, small(step=3, acknowledged=4))
    desk.panel.fill(since=5)
    take(desk, small(step=4, acknowledged=4))
    take(desk, small(step=4, acknowledged=5, state=State.LOADING))
    assert desk.sent == []
    take(desk, small(step=0, acknowledged=5))
    assert desk.sent == ASKED


def test_that_a_check_of_the_present_step_stays(desk: Desk) -> None:
    take(desk, checked(small(step=3)))
    desk.panel.fill()
    assert desk.sent == []
    assert desk.text("verdict").startswith("Agrees to ")


def test_that_one_of_another_step_or_rule_is_made_anew(desk: Desk) -> None:
    old = checked(small(step=3))
    take(desk, replace(small(step=9), check=old.check))
    desk.panel.fill()
    assert desk.sent == ASKED
    take(desk, checked(small(step=9), GradientRule.AS_PRINTED))
    desk.panel.fill()
    assert desk.sent == ASKED * 2


def test_that_one_under_way_or_on_its_way_goes_on(desk: Desk) -> None:
    take(desk, under_way())
    desk.panel.fill()
    take(desk, small(step=3, acknowledged=0))
    desk.panel.check()
    desk.panel.fill()
    assert desk.sent == ASKED


def test_that_hiding_it_ends_what_began_by_itself(desk: Desk) -> None:
    take(desk, small(step=3, acknowledged=0))
    desk.panel.fill()
    desk.panel.hide()  # before the trainer has heard of it
    assert desk.sent == [*ASKED, CancelCheck()]
    desk.panel.show()
    desk.panel.fill()
    desk.sent.clear()
    take(desk, under_way())
    desk.panel.hide()
    assert desk.sent == [CancelCheck()]
    take(desk, small(step=5))
    assert desk.sent == [CancelCheck()]


def test_that_hiding_it_costs_nothing_where_nothing_is_under_way(desk: Desk) -> None:
    take(desk, small(step=3))
    desk.panel.fill()
    take(desk, checked(small(step=3)))
    desk.panel.hide()
    assert desk.sent == ASKED


def test_that_a_check_that_a_person_asked_for_outlives_the_layout(desk: Desk) -> None:
    take(desk, small(step=3))
    desk.panel.fill()
    desk.panel.check()
    take(desk, under_way())
    desk.panel.hide()
    assert desk.sent == ASKED * 2


def test_that_cancelling_it_is_the_last_word(desk: Desk) -> None:
    take(desk, small(step=3))
    desk.panel.fill()
    take(desk, under_way())
    QTest.mouseClick(desk.panel.head.button, Left)
    for step in (3, 4):
        take(desk, small(step=step, state=State.RUNNING))
    desk.panel.hide()
    assert desk.sent == [*ASKED, CancelCheck()]
