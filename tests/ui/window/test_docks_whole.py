"""A panel that has the whole window, floats or is closed; and which panel is at hand."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QTabBar

from bpviz.training.commands import Advance, Run
from bpviz.ui.window.dock_title import DockTitle
from tests.ui.conftest import Stage
from tests.ui.mouse import double_click
from tests.ui.window.panels import Key, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def seen(stage: Stage) -> dict[str, tuple[int, ...]]:
    """Where the panels are that can be seen, once nothing moves any more."""
    found: list[dict[str, tuple[int, ...]]] = []

    def settled() -> bool:
        window, docks = stage.window.rect(), stage.window.docks.docks.items()
        there = {n: d.geometry() for n, d in docks if d.isVisible() and not d.isFloating()}
        found.append({n: each.getRect() for n, each in there.items() if window.intersects(each)})
        return len(found) > 3 and found[-1] == found[-4]

    stage.qtbot.waitUntil(settled)
    return found[-1]


def tab_of(stage: Stage, name: str) -> tuple[QTabBar, QPoint]:
    """The tab of a panel, and its middle."""
    title = stage.window.docks.docks[name].windowTitle()
    for bar in QApplication.allWidgets():
        if isinstance(bar, QTabBar) and stage.window.isAncestorOf(bar) and bar.isVisible():
            for tab in range(bar.count()):
                if bar.tabText(tab) == title:
                    return bar, bar.tabRect(tab).center()
    raise AssertionError(name)


def clicked_twice(widget: Any, place: QPoint) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    double_click(widget, place)


def test_that_a_tab_clicked_twice_has_the_whole_window_and_its_title_gives_it_back(
    stage: Stage,
) -> None:
    before, there = seen(stage), shown(stage)
    clicked_twice(*tab_of(stage, "loss_panel"))
    assert list(seen(stage)) == ["loss_panel"]
    assert shown(stage) == {"loss_panel"}
    dock = stage.window.docks.docks["loss_panel"]
    assert dock.width() == stage.window.width()
    title = dock.titleBarWidget()
    assert isinstance(title, DockTitle)
    assert title.isVisible()
    clicked_twice(title, QPoint(30, title.height() // 2))
    assert seen(stage) == before
    assert shown(stage) == there


def test_that_the_key_does_the_same_for_the_panel_that_has_the_focus(stage: Stage) -> None:
    before = seen(stage)
    stage.child("seed_edit").setFocus()
    stage.qtbot.waitUntil(lambda: stage.window.docks.current() == "setup_panel")
    assert stage.child("action_panel_whole").text() == "Whole window: Setup"
    stage.press(Key.Key_M, modifier=CTRL)
    assert list(seen(stage)) == ["setup_panel"]
    assert stage.child("action_panel_whole").isChecked()
    stage.press(Key.Key_M, modifier=CTRL)
    assert seen(stage) == before


def test_that_a_click_into_a_panel_makes_it_the_one_at_hand(stage: Stage) -> None:
    for name in ("gradients_panel", "weights1_panel"):
        dock = stage.window.docks.docks[name]
        place = dock.mapTo(stage.window, QPoint(dock.width() // 2, dock.height() // 2))
        QTest.mouseClick(stage.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
        assert stage.window.docks.current() == name


def test_that_whatever_shows_other_panels_ends_it(stage: Stage) -> None:
    docks, before = stage.window.docks, seen(stage)
    ways = (
        lambda: docks.show_panel("loss_panel"),
        lambda: stage.child("action_show_loss_panel").trigger(),
        lambda: stage.child("action_layout_overview").trigger(),
        lambda: docks.restore(saved),
    )
    saved = docks.save()
    for way in ways:
        docks.toggle_whole("setup_panel")
        assert docks.save() == saved  # what is stored is the ordinary layout
        way()
        assert docks.whole() == ""
        assert len(seen(stage)) == len(before)
        assert "loss_panel" in shown(stage)


def test_that_presentation_comes_and_goes_around_it(stage: Stage) -> None:
    before, present = seen(stage), stage.child("action_present")
    docks = stage.window.docks
    docks.toggle_whole("setup_panel")
    present.trigger()
    assert shown(stage) == {"setup_panel"}
    docks.make_whole("loss_panel")
    assert shown(stage) == {"loss_panel"}
    present.trigger()
    assert shown(stage) == {"setup_panel"}
    assert docks.whole() == "setup_panel"
    docks.leave_whole()
    assert seen(stage) == before


def test_that_it_stays_whole_in_a_presentation_that_goes_over_to_other_data(stage: Stage) -> None:
    stage.child("action_present").trigger()
    docks = stage.window.docks
    docks.make_whole("loss_panel")
    docks.set_variants(graph=True, plane=True)
    docks.set_variants(graph=False, plane=False)
    assert docks.whole() == "loss_panel"
    assert shown(stage) == {"loss_panel"}
    stage.child("action_present").trigger()


def test_that_a_panel_floats_docks_again_and_closes_by_key(stage: Stage) -> None:
    before, dock = seen(stage), stage.window.docks.docks["weights2_panel"]
    bar, place = tab_of(stage, "weights2_panel")
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    stage.press(Key.Key_M, stage.window, CTRL | SHIFT)
    assert dock.isFloating()
    assert dock.screen().availableGeometry().contains(dock.geometry())
    assert dock.width() >= 500
    assert "weights2_panel" not in seen(stage)
    stage.press(Key.Key_M, stage.window, CTRL | SHIFT)
    assert not dock.isFloating()
    assert set(seen(stage)) == set(before)
    stage.press(Key.Key_W, stage.window, CTRL)
    assert dock.isHidden()
    stage.child("action_show_weights2_panel").trigger()
    assert "weights2_panel" in seen(stage)


def test_that_keys_act_from_a_floating_panel(stage: Stage) -> None:
    dock = stage.window.docks.docks["loss_panel"]
    stage.window.docks.toggle_floating("loss_panel")
    inside = stage.window.panel_set.panels["loss_panel"]
    seen(stage)
    dock.activateWindow()
    for key, sent in ((Key.Key_F10, Advance(1)), (Key.Key_F5, Run()), (Key.Key_Space, None)):
        stage.clear()
        stage.press(key, inside)
        assert len(stage.mailbox.asked()) == 1
        assert sent is None or stage.mailbox.asked() == [sent]
    stage.press(Key.Key_M, inside, CTRL)
    assert stage.window.docks.whole() == "loss_panel"
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    stage.press(Key.Key_M, stage.window, CTRL)
    assert dock.isFloating()


def test_that_tab_and_title_have_a_menu_for_their_panel(stage: Stage) -> None:
    docks = stage.window.docks
    bar, place = tab_of(stage, "evaluation_panel")
    title = docks.docks["setup_panel"].titleBarWidget()
    for widget, where, name in (
        (bar, place, "evaluation_panel"), (title, QPoint(20, 8), "setup_panel")
    ):  # fmt: skip
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, where, widget.mapToGlobal(where))
        QApplication.sendEvent(widget, event)
        menus = [w for w in QApplication.topLevelWidgets() if w.objectName() == "panel_menu"]
        (menu,) = (menu for menu in menus if menu.isVisible())
        assert isinstance(menu, QMenu)
        words = [action.text() for action in menu.actions()]
        assert words == ["Whole window\tCtrl+M", "Float\tCtrl+Shift+M", "Close\tCtrl+W"]
        menu.actions()[2].trigger()
        assert docks.docks[name].isHidden()
        menu.close()


def test_that_only_a_tab_that_is_pressed_can_be_dragged_away_and_no_float_onto_another(
    stage: Stage,
) -> None:
    grouped = QMainWindow.DockOption.GroupedDragging
    bar, place = tab_of(stage, "evaluation_panel")
    assert not stage.window.dockOptions() & grouped
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=place)
    assert stage.window.dockOptions() & grouped
    stage.window.docks.docks["evaluation_panel"].setFloating(True)
    assert not stage.window.dockOptions() & grouped
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=place)
    assert not stage.window.dockOptions() & grouped


def test_that_a_dock_with_a_place_of_its_own_keeps_its_title_when_its_neighbours_close(
    stage: Stage,
) -> None:
    docks = stage.window.docks
    title = docks.docks["weights2_panel"].titleBarWidget()
    assert isinstance(title, DockTitle)
    assert title.isHidden()
    docks.close_panel("units_panel")
    stage.qtbot.waitUntil(title.isVisible)


def drag(bar: QTabBar, place: QPoint, to: QPoint) -> None:
    """Drag a tab to a place, given in its bar's coordinates."""
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=place)
    for part in range(1, 11):
        QTest.mouseMove(bar, place + (to - place) * part / 10)
        QApplication.processEvents()
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=to)


def test_that_a_tab_is_dragged_to_another_place_and_a_float_never_joins_another(
    stage: Stage,
) -> None:
    window, docks = stage.window, stage.window.docks.docks
    bar, place = tab_of(stage, "evaluation_panel")
    sample = docks["sample_panel"]
    middle = window.mapToGlobal(sample.geometry().center())
    drag(bar, place, bar.mapFromGlobal(middle))
    stage.qtbot.waitUntil(lambda: not docks["evaluation_panel"].isFloating())
    assert sample in window.tabifiedDockWidgets(docks["evaluation_panel"])
    bar, place = tab_of(stage, "evaluation_panel")
    drag(bar, place, bar.mapFromGlobal(window.mapToGlobal(QPoint(400, 30))))
    assert docks["evaluation_panel"].isFloating()
    docks["evaluation_panel"].setGeometry(300, 300, 400, 300)
    bar, place = tab_of(stage, "units_panel")
    drag(bar, place, bar.mapFromGlobal(QPoint(450, 420)))
    assert window.tabifiedDockWidgets(docks["evaluation_panel"]) == []
    assert not [w for w in QApplication.allWidgets()
                if w.metaObject().className() == "QDockWidgetGroupWindow"]  # fmt: skip
