"""Panels that are made when they come in sight, and are then as if they had always been there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from bpviz.training.commands import CheckGradient
from bpviz.ui.core.panel import Panel
from bpviz.ui.core.selection import Selection
from bpviz.ui.kit.heatmap.view import Heatmap
from bpviz.ui.panels.gradient_check.panel import GradientCheckPanel
from bpviz.ui.window.layouts import LAYOUTS
from bpviz.ui.window.panel_place import PanelPlace
from tests.ui.conftest import Stage
from tests.ui.window.panels import PANELS


def made(stage: Stage) -> set[str]:
    """Return the panels that are anywhere in the window."""
    return {panel.objectName() for panel in stage.window.findChildren(Panel)}


def test_that_a_window_makes_the_panels_that_can_be_seen_and_no_others(fresh: Stage) -> None:
    assert made(fresh) == set(PANELS)
    fresh.offer(step=7, tip=9)
    assert made(fresh) == set(PANELS)


def test_that_a_panel_is_there_as_soon_as_its_tab_comes_forward(stage: Stage) -> None:
    for name in ("evaluation_panel", "graph_panel"):
        stage.window.docks.show_panel(name)
        (panel,) = (each for each in stage.window.findChildren(Panel) if each.objectName() == name)
        assert panel.isVisible()
        assert panel.size() == stage.window.panel_set.places[name].size()


def test_that_every_layout_has_all_panels_that_are_in_sight(stage: Stage) -> None:
    for layout in LAYOUTS:
        stage.window.docks.arrange(layout)
        QApplication.processEvents()
        seen = {dock.objectName() for dock in stage.window.docks.in_sight()}
        there = {name.replace("_panel", "_dock") for name in made(stage)}
        assert seen <= there


def test_that_a_place_that_is_painted_asks_for_its_panel(fresh: Stage) -> None:
    place = PanelPlace("loss_panel")
    asked: list[str] = []
    place.in_sight.connect(asked.append)
    fresh.qtbot.addWidget(place)
    place.show()
    fresh.qtbot.waitUntil(lambda: asked == ["loss_panel"])


def test_that_a_panel_made_later_knows_what_the_others_were_told(stage: Stage) -> None:
    stage.window.panel_set.select(Selection("W2", 1, 2))
    stage.child("action_present").setChecked(True)
    assert "rule_panel" not in made(stage)
    stage.window.docks.show_panel("rule_panel")
    picture = stage.child("rule_printed")
    assert isinstance(picture, Heatmap)
    assert stage.child("rule_readout").isHidden()  # as presentations have it
    stage.offer(step=7, tip=9)
    assert stage.window.panel_set.rule._frame is stage.window.frame
    assert stage.window.panel_set.selected == Selection("W2", 1, 2)
    stage.child("action_present").setChecked(False)
    assert not stage.child("rule_readout").isHidden()


def test_that_a_panel_made_later_has_the_weight_framed_that_is_selected(stage: Stage) -> None:
    stage.window.panel_set.select(Selection("W2", 1, 2))
    stage.window.docks.show_panel("gradient_check_panel")
    view = stage.child("errors2")
    assert view.marks.selection == (1, 2)


def test_that_a_gradient_check_to_be_filled_is_filled_once_somebody_sees_it(fresh: Stage) -> None:
    fresh.window.restore_layout(fresh.window.layout_state())
    fresh.offer(step=7, tip=9)
    assert fresh.mailbox.asked(CheckGradient) == []
    assert fresh.window.findChild(GradientCheckPanel) is None
    fresh.window.docks.show_panel("gradient_check_panel")
    fresh.offer(step=8, tip=9)
    assert len(fresh.mailbox.asked(CheckGradient)) == 1


def test_that_a_gradient_check_that_left_the_window_is_not_filled_any_more(fresh: Stage) -> None:
    fresh.window.restore_layout(fresh.window.layout_state())
    fresh.window.docks.close_panel("gradient_check_panel")
    fresh.window.docks.show_panel("gradient_check_panel")
    fresh.offer(step=8, tip=9)
    assert fresh.mailbox.asked(CheckGradient) == []


def _tabbed_through(window: QWidget) -> list[str]:
    """Return the docks that Tab comes to, each once for a stay there, from the window on."""
    window.setFocus()
    docks: list[str] = []
    first: QWidget | None = None
    while True:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        at: QObject | None = QApplication.focusWidget()
        if at is first:
            return docks
        first = first or QApplication.focusWidget()
        while at is not None and not isinstance(at, QDockWidget):
            at = at.parent()
        name = "" if at is None else at.objectName().replace("_dock", "_panel")
        if not docks or docks[-1] != name:
            docks.append(name)


def test_that_tab_goes_through_the_panels_in_their_order_whenever_they_were_made(
    stage: Stage,
) -> None:
    for name in ("evaluation_panel", "breakpoints_panel"):  # behind others at a start
        stage.window.docks.show_panel(name)
    order = _tabbed_through(stage.window)
    panels = [name for name in order if name]
    assert len(panels) == len(set(panels))
    assert panels == [name for name in stage.window.panel_set.panels if name in panels]
    assert {"evaluation_panel", "breakpoints_panel"} < set(panels)
