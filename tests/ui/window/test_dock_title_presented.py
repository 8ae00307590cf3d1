"""Presentation mode in layouts that have a timeline: it is seen whole, in the room that it has."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from bpviz.ui.window.dock_title import DockTitle
from tests.ui.conftest import Stage


@pytest.mark.parametrize("size", [(1280, 800), (1600, 1000)])
@pytest.mark.parametrize("layout", ["check", "debug"])
def test_that_the_timeline_is_seen_whole_while_presenting(
    fresh: Stage, size: tuple[int, int], layout: str
) -> None:
    fresh.offer(step=7, tip=9)
    fresh.child("action_present").trigger()
    QApplication.processEvents()
    fresh.window.resize(*size)
    fresh.child(f"action_layout_{layout}").trigger()
    timeline = fresh.window.panel_set.timeline
    fresh.qtbot.waitUntil(lambda: timeline.go_bar.height() >= timeline.go_bar.sizeHint().height())
    for part in (timeline.slider, timeline.moves, timeline.status, timeline.go_bar):
        assert part.isVisible()
        assert timeline.rect().contains(part.geometry())
    assert timeline.moves.height() >= timeline.moves.sizeHint().height()
    fresh.child("action_present").trigger()


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_that_only_a_timeline_that_is_presented_in_its_place_has_no_title_bar(
    stage: Stage,
) -> None:
    dock = stage.window.docks.docks["timeline_panel"]
    title = dock.titleBarWidget()
    assert isinstance(title, DockTitle)
    assert title.isVisible()
    stage.child("action_present").trigger()
    stage.child("action_layout_check").trigger()
    stage.qtbot.waitUntil(title.isHidden)
    dock.setFloating(True)
    stage.qtbot.waitUntil(title.isVisible)
    dock.setFloating(False)
    stage.qtbot.waitUntil(title.isHidden)
    stage.child("action_present").trigger()
    stage.qtbot.waitUntil(title.isVisible)
    QApplication.processEvents()
    assert title.height() > 10
