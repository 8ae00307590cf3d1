"""The page that a first start begins with."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from bpviz.datasets import DataRequest, catalog
from bpviz.training.commands import CancelLoading, CheckGradient, NewRun, Pause, Run, SetSpeed
from bpviz.training.events import State
from bpviz.ui.window.help.welcome_page import WAYS
from bpviz.ui.window.layouts import has_place
from tests.ui.conftest import Stage


def opened(stage: Stage) -> Any:
    stage.child("action_welcome").trigger()
    page = stage.child("welcome_page")
    stage.qtbot.waitUntil(page.isVisible)
    return page


def test_that_ways_lead_to_data_and_panels_that_there_are() -> None:
    assert [way.name for way in WAYS] == ["digits", "xor", "draw", "mistake"]
    for way in WAYS:
        assert way.dataset in catalog.NAMES
        assert has_place(way.arrangement, way.panel)


def test_that_it_covers_the_panels_and_leaves_the_bars(stage: Stage) -> None:
    page = opened(stage)
    stage.qtbot.waitUntil(lambda: stage.child("weights1_panel").visibleRegion().isEmpty())
    for bar in ("toolbar", "status_bar"):
        assert not page.geometry().intersects(stage.child(bar).geometry())
    stage.window.resize(900, 600)
    stage.qtbot.waitUntil(lambda: page.width() == stage.window.width() and page.height() < 600)


@pytest.mark.usefixtures("large_letters")
def test_that_every_way_can_be_read_in_large_letters(stage: Stage) -> None:
    page = opened(stage)
    for button in page.buttons:
        stage.qtbot.waitUntil(lambda b=button: b.height() >= b.heightForWidth(b.width()))
        assert button.line.height() >= button.line.heightForWidth(button.line.width())


@pytest.mark.parametrize("focus", ["welcome_xor", "learning_rate_edit"])
def test_that_escape_leaves_it_and_cancels_nothing(fresh: Stage, focus: str) -> None:
    page = opened(fresh)
    fresh.child(focus).setFocus()
    fresh.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert fresh.mailbox.asked(CancelLoading) == []
    fresh.qtbot.waitUntil(lambda: QApplication.focusWidget() is fresh.window)


def test_that_its_button_leaves_it_with_nothing_changed(stage: Stage) -> None:
    page = opened(stage)
    stage.click(stage.child("welcome_close"))
    assert not page.isVisible()
    assert stage.mailbox.asked() == []


def test_that_the_first_way_has_the_focus_when_the_window_is_activated(stage: Stage) -> None:
    """A window that opens takes the focus for itself before that."""
    opened(stage)
    stage.window.setFocus()
    QApplication.sendEvent(stage.window, QEvent(QEvent.Type.WindowActivate))
    first = stage.child("welcome_digits")
    stage.qtbot.waitUntil(lambda: stage.window.focusWidget() is first)
    stage.child("welcome_xor").setFocus()
    QApplication.sendEvent(stage.window, QEvent(QEvent.Type.WindowActivate))
    QApplication.processEvents()
    assert stage.window.focusWidget() is stage.child("welcome_xor")


def test_that_the_first_way_has_the_focus_and_space_takes_it(stage: Stage) -> None:
    page = opened(stage)
    assert stage.window.focusWidget() is stage.child("welcome_digits")
    stage.press(Qt.Key.Key_Space, stage.child("welcome_digits"))
    assert not page.isVisible()
    assert stage.mailbox.asked(Run) == [Run()]
    assert stage.new_runs() == []  # the digits are there already


def test_that_xor_step_by_step_stands_and_is_slow(stage: Stage) -> None:
    opened(stage)
    stage.offer(state=State.RUNNING, step=50, tip=50, acknowledged=99)
    stage.clear()
    stage.click(stage.child("welcome_xor"))
    kinds = [type(each) for each in stage.mailbox.asked()]
    assert kinds[0] is Pause
    assert Run not in kinds
    (new,) = stage.new_runs()
    assert (new.data.source, new.settings.n_hidden, new.settings.learning_rate) == ("xor", 8, 1.0)
    assert stage.mailbox.asked(SetSpeed)[-1] == SetSpeed(1.0)
    assert not stage.child("graph_panel").visibleRegion().isEmpty()
    assert not stage.child("debugger_panel").visibleRegion().isEmpty()


def test_that_a_way_brings_settings_that_work_and_a_slow_speed_does_not_stay(
    stage: Stage,
) -> None:
    stage.click(opened(stage) and stage.child("welcome_xor"))
    stage.request.change(n_hidden=1, seed=4)
    stage.clear()
    opened(stage)
    stage.click(stage.child("welcome_draw"))
    assert isinstance(stage.mailbox.asked()[0], SetSpeed)
    assert stage.mailbox.asked(SetSpeed) == [SetSpeed(None)]
    (new,) = (each for each in stage.mailbox.asked() if isinstance(each, NewRun))
    assert (new.data.source, new.settings.n_hidden, new.settings.seed) == ("mnist", 32, 0)
    assert not stage.child("draw_panel").visibleRegion().isEmpty()


def test_that_the_mistake_in_the_note_has_its_panel_in_front(stage: Stage) -> None:
    opened(stage)
    stage.click(stage.child("welcome_mistake"))
    assert not stage.child("rule_panel").visibleRegion().isEmpty()
    assert stage.mailbox.asked(Run) == []


def test_that_it_is_the_run_of_that_way_whose_gradient_is_checked(stage: Stage) -> None:
    stage.request.choose(DataRequest("xor"))
    stage.offer(acknowledged=1)
    opened(stage)
    stage.click(stage.child("welcome_mistake"))
    _, asked = stage.new_runs()
    assert asked.data.source == "mnist"
    number = stage.mailbox.posted.index(asked) + 1
    stage.offer(acknowledged=number - 1)
    assert stage.mailbox.asked(CheckGradient) == []
    stage.offer(acknowledged=number)
    assert len(stage.mailbox.asked(CheckGradient)) == 1


def test_that_arrows_up_and_down_stay_in_a_column(stage: Stage) -> None:
    page = opened(stage)
    for width, below in ((1280, "welcome_draw"), (500, "welcome_xor")):
        stage.window.resize(width, 800)
        stage.qtbot.waitUntil(lambda w=width: stage.window.width() == w == page.width())
        page.buttons[0].setFocus()
        for key, name in ((Qt.Key.Key_Down, below), (Qt.Key.Key_Up, "welcome_digits")):
            stage.press(key)
            assert QApplication.focusWidget().objectName() == name


@pytest.mark.parametrize(
    ("key", "last"),
    [
        (Qt.Key.Key_Down, "welcome_close"),
        (Qt.Key.Key_Right, "welcome_close"),
        (Qt.Key.Key_Up, ""),
        (Qt.Key.Key_Left, "welcome_digits"),
    ],
)
def test_that_arrows_never_leave_the_page_for_a_run_that_nobody_sees(
    stage: Stage, key: Qt.Key, last: str
) -> None:
    page = opened(stage)
    stage.clear()
    for begin in (*page.buttons, page.close_button):
        begin.setFocus()
        for _ in range(6):
            stage.press(key)
            focus = QApplication.focusWidget()
            assert focus is not None
            assert page.isAncestorOf(focus)
        assert not last or focus.objectName() == last
    assert not stage.mailbox.asked()
