"""Panels that share a place: their tabs are read whole, or reached by arrows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar

from bpviz.ui.window.presentation_mode import points_for
from tests.ui.conftest import Stage
from tests.ui.frames import make_network, make_table


def tab_bars(stage: Stage) -> list[QTabBar]:
    """Return the bars of docks that share a place, once they are dressed."""
    found = [
        each
        for each in QApplication.allWidgets()
        if isinstance(each, QTabBar) and stage.window.isAncestorOf(each) and each.isVisible()
    ]
    assert found
    return found


@pytest.mark.parametrize("width", [1280, 1600])
@pytest.mark.parametrize("drawable", [False, True])
def test_that_no_title_is_cut_while_presenting(stage: Stage, width: int, drawable: bool) -> None:
    if drawable:
        stage.offer(dataset=make_table(n=3, d=1), network=make_network(3, 4, 1), step=7)
    stage.child("action_present").trigger()
    QApplication.processEvents()  # the screen's own size comes first
    stage.window.resize(width, width * 5 // 8)
    fitting = points_for("present", stage.window.size())
    stage.qtbot.waitUntil(lambda: QApplication.font().pointSize() == fitting)
    QApplication.processEvents()
    for bar in tab_bars(stage):
        for tab in range(bar.count()):
            title = bar.tabRect(tab)
            assert title.width() >= bar.fontMetrics().horizontalAdvance(bar.tabText(tab))
            stage.qtbot.waitUntil(lambda b=bar, i=tab: b.rect().contains(b.tabRect(i)))


def test_that_tabs_beyond_the_room_are_reached_by_arrows_not_shortened(stage: Stage) -> None:
    stage.child("action_layout_explore").trigger()
    stage.window.resize(700, 500)
    QApplication.processEvents()
    for bar in tab_bars(stage):
        assert bar.elideMode() is Qt.TextElideMode.ElideNone
        assert bar.usesScrollButtons()


def test_that_only_tabs_have_short_titles_and_only_while_presenting(stage: Stage) -> None:
    dock = stage.window.docks.docks["rule_panel"]
    action = stage.child("action_show_rule_panel")
    whole = dock.windowTitle()
    stage.child("action_present").trigger()
    assert len(dock.windowTitle()) < len(whole)
    assert action.text() == whole
    stage.child("action_present").trigger()
    assert dock.windowTitle() == whole
    assert action.text() == whole
