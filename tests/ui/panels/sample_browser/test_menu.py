"""What can be done with a sample of the browser by its menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from bpviz.datasets.dataset import Part
from bpviz.training.breakpoints import Breakpoint
from bpviz.training.commands import (
    AddBreakpoint,
    ChangeBreakpoint,
    HoldSample,
    RemoveBreakpoint,
    SelectSample,
    TrainNext,
    TrainOwn,
)
from bpviz.training.infos import BreakpointInfo
from bpviz.ui.core.sample_filter import SampleFilter
from bpviz.ui.panels.sample_browser.panel import BrowserPanel
from tests.ui.panels.sample_browser.browsing import (
    DATA,
    click,
    frame_of,
    listed_by,
    make_panel,
    make_pictures,
    place_of,
    view_of,
)
from tests.ui.shown_panels import Sent


@pytest.fixture
def panel(qtbot: QtBot, sent: Sent) -> BrowserPanel:
    return make_panel(qtbot, sent)


def test_that_the_menu_of_a_training_sample_has_everything(panel: BrowserPanel, sent: Sent) -> None:
    panel.show_frame(frame_of(DATA))
    menu = panel.build_menu(6)
    assert menu is not None
    for action in (menu.look, menu.train, menu.keep, menu.breaks):
        action.trigger()
    assert sent == [
        SelectSample(6),
        TrainNext(6),
        HoldSample(6),
        AddBreakpoint(Breakpoint.sample(6)),
    ]
    menu.copy.trigger()
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert [float(value) for _, value in rows[:16]] == DATA.x(6).tolist()
    assert rows[16][0] == "class"


def test_that_the_menu_takes_back_what_is_so_already(panel: BrowserPanel, sent: Sent) -> None:
    notes = (BreakpointInfo(4, Breakpoint.sample(6)), BreakpointInfo(5, Breakpoint.sample(7)))
    panel.show_frame(frame_of(DATA, held=6, breakpoints=notes))
    menu = panel.build_menu(6)
    assert menu is not None
    assert menu.keep.isChecked()
    assert menu.breaks.isChecked()
    menu.keep.trigger()
    menu.breaks.trigger()
    assert sent == [HoldSample(None), RemoveBreakpoint(4)]


def test_that_the_menu_arms_a_breakpoint_again(panel: BrowserPanel, sent: Sent) -> None:
    notes = (BreakpointInfo(4, Breakpoint.sample(6), enabled=False),)
    panel.show_frame(frame_of(DATA, breakpoints=notes))
    menu = panel.build_menu(6)
    assert menu is not None
    assert not menu.breaks.isChecked()
    menu.breaks.trigger()
    assert sent == [ChangeBreakpoint(4, enabled=True)]


def test_that_steps_cannot_keep_to_a_test_sample(panel: BrowserPanel, sent: Sent) -> None:
    panel.show_frame(frame_of(DATA, held=2))
    panel.controls.part.button(Part.TEST).click()
    menu = panel.build_menu(2)
    assert menu is not None
    for action in (menu.keep, menu.breaks):
        assert not action.isEnabled()
        assert not action.isChecked()
        assert "test sample" in action.toolTip()
    menu.look.trigger()
    menu.train.trigger()
    assert sent[0] == SelectSample(2, Part.TEST)
    assert isinstance(sent[1], TrainOwn)


def test_that_the_whole_list_can_be_copied(panel: BrowserPanel) -> None:
    frame = frame_of(DATA)
    panel.show_frame(frame)
    panel.set_filter(SampleFilter(wrong=True))
    menu = panel.build_menu(listed_by(panel)[0])
    assert menu is not None
    menu.copy_list.trigger()
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert rows[0] == ["index", "class", "predicted", "loss", "grad_W1", "grad_W2"]
    assert [int(row[0]) for row in rows[1:]] == listed_by(panel)
    assert frame.scan is not None
    assert [float(row[3]) for row in rows[1:]] == frame.scan.losses[listed_by(panel)].tolist()


@pytest.mark.parametrize("by_key", [False, True])
def test_that_a_right_click_or_the_menu_key_opens_it(
    panel: BrowserPanel, sent: Sent, monkeypatch: pytest.MonkeyPatch, by_key: bool
) -> None:
    opened: list[QMenu] = []  # the offscreen platform cannot open one
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: opened.append(menu))
    panel.show_frame(frame_of(DATA))
    click(panel, 5)
    viewport = view_of(panel).viewport()
    at = place_of(panel, 5 if by_key else 3)
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))
    (menu,) = opened
    assert menu.actions()[0].text() == ("Show sample 5" if by_key else "Show sample 3")
    assert menu.actions()[1].toolTip()
    menu.close()


def test_that_no_menu_opens_beside_the_samples(
    panel: BrowserPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: opened.append(menu))
    panel.show_frame(frame_of(make_pictures(1)))
    viewport = view_of(panel).viewport()
    at = viewport.rect().bottomRight() - QPoint(2, 2)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))
    assert opened == []
