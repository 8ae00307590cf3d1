"""Switching between arrangements, over and over."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from bpviz.ui.window.layouts import LAYOUTS
from tests.ui.conftest import Stage


def places(stage: Stage) -> dict[str, QRect]:
    """Where each panel is that can be seen, once nothing moves any more."""
    docks = stage.window.docks.docks.items()
    found: list[dict[str, QRect]] = []

    def settled() -> bool:
        seen = {name: x.geometry() for name, x in docks if not x.visibleRegion().isEmpty()}
        found.append(seen)
        return len(found) > 3 and found[-1] == found[-4]

    stage.qtbot.waitUntil(settled)
    return found[-1]


def switch(stage: Stage, name: str) -> None:
    stage.child(f"action_layout_{name}").trigger()


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_that_an_arrangement_is_the_same_each_time(stage: Stage) -> None:
    first = {}
    for name in LAYOUTS:
        switch(stage, name)
        first[name] = places(stage)
    assert len({frozenset(seen) for seen in first.values()}) == len(LAYOUTS)
    stage.window.docks.docks["loss_panel"].setFloating(True)
    stage.window.docks.docks["timeline_panel"].close()
    for name in reversed(LAYOUTS):
        switch(stage, name)
        assert places(stage) == first[name]


def test_that_an_arrangement_fits_a_window_of_another_size(stage: Stage) -> None:
    for name in ("debug", "overview"):
        switch(stage, name)
        places(stage)
    stage.window.resize(1000, 700)
    places(stage)
    for name in ("debug", "overview"):
        switch(stage, name)
        again = places(stage)
        stage.window.docks._built.clear()
        switch(stage, name)
        assert places(stage) == again


def of_window(stage: Stage) -> Counter[str]:
    widgets = [x for x in QApplication.allWidgets() if stage.window.isAncestorOf(x)]
    return Counter(QWidget.metaObject(x).className() for x in widgets)


def test_that_switching_leaves_nothing_behind_even_where_no_event_loop_runs(stage: Stage) -> None:
    def round_() -> Counter[str]:
        for name in ("debug", "check", "overview"):
            switch(stage, name)
            QApplication.processEvents()
        return of_window(stage)

    round_()
    before = round_()
    assert before["QMainWindowTabBar"] >= 4
    for _ in range(4):
        after = round_()
    assert after == before


def test_that_the_bars_of_the_present_are_those_that_are_dressed(stage: Stage) -> None:
    for name in ("debug", "overview"):
        switch(stage, name)
        QApplication.processEvents()
    bars = [x for x in QApplication.allWidgets() if isinstance(x, QTabBar) and x.isVisible()]
    bars = [x for x in bars if x.metaObject().className() == "QMainWindowTabBar"]
    assert sorted(x.objectName() for x in bars) == [f"dock_tabs_{n}" for n in range(len(bars))]


def test_that_a_message_stays_while_one_switches(stage: Stage) -> None:
    for name in ("debug", "overview"):
        switch(stage, name)
    assert stage.window.messages.isHidden()
    stage.window.messages.show_message("Choose a smaller λ.")
    for name in ("debug", "overview"):
        switch(stage, name)
        assert not stage.window.messages.isHidden()
    stage.window.messages.show_message("")
