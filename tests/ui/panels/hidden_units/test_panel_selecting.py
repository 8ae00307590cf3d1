"""Selecting hidden units, and switching them off."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bpviz.training.commands import SwitchOff
from bpviz.ui.core.selection import Selection
from bpviz.ui.core.theme import LIGHT
from bpviz.ui.panels.hidden_units.panel import UnitsPanel
from tests.ui.panels.hidden_units.units import click, frame_of, place


def test_that_a_click_on_a_card_selects_its_row_everywhere(panel: UnitsPanel) -> None:
    chosen: list[Any] = []
    panel.weight_selected.connect(chosen.append)
    panel.show_frame(frame_of())
    click(panel, 2)
    assert chosen == [Selection("W1", 2, 0)]
    assert panel.cards.selected == 2
    panel.select(Selection("W1", 1, 300))
    click(panel, 3, "picture")
    assert chosen[-1] == Selection("W1", 3, 300)  # the column that was selected


@pytest.mark.parametrize(
    "selection", [Selection("W1", 30, 5), Selection("W2", 3, 30), Selection("W1", 0, 0)]
)
def test_that_the_unit_of_a_selected_weight_is_framed_and_in_sight(
    panel: UnitsPanel, selection: Selection
) -> None:
    panel.show_frame(frame_of(32))
    panel.cards.verticalScrollBar().setValue(400)
    panel.select(selection)
    card = panel.cards.card_rect(selection.hidden_unit)
    assert panel.cards.viewport().rect().contains(card)
    picture = panel.cards.viewport().grab().toImage()
    assert picture.pixelColor(card.topLeft() + QPoint(1, 40)).name() == LIGHT.accent
    panel.select(None)
    assert panel.cards.selected is None


def test_that_a_click_leaves_the_focus_and_so_the_space_key_where_they_are(
    panel: UnitsPanel,
) -> None:
    panel.show_frame(frame_of())
    click(panel, 1)
    assert not panel.cards.hasFocus()
    assert panel.cards.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_that_the_box_of_a_card_switches_its_unit(panel: UnitsPanel, sent: list[Any]) -> None:
    panel.show_frame(frame_of())
    click(panel, 3, "toggle")
    click(panel, 1, "toggle")
    assert sent == [SwitchOff((3,)), SwitchOff((1, 3))]
    assert panel.cards.units is not None
    assert panel.cards.units.off == {1, 3}
    click(panel, 3, "toggle")
    assert sent[-1] == SwitchOff((1,))
    panel.head.all_on.click()
    assert sent[-1] == SwitchOff(())
    assert not panel.head.all_on.isVisible()


def test_that_an_old_frame_does_not_switch_a_unit_on_again(
    panel: UnitsPanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_of(acknowledged=0))
    click(panel, 3, "toggle")
    panel.show_frame(frame_of(acknowledged=0))
    assert panel.switched_off == {3}
    panel.show_frame(frame_of(acknowledged=1, switched_off=(3, 4)))
    assert panel.switched_off == {3, 4}


def test_that_another_run_has_its_own_units_off(panel: UnitsPanel) -> None:
    panel.show_frame(frame_of(acknowledged=0))
    click(panel, 3, "toggle")
    panel.show_frame(frame_of(acknowledged=0, run=2))
    assert panel.switched_off == frozenset()


def test_that_a_press_that_ends_elsewhere_switches_nothing(
    panel: UnitsPanel, sent: list[Any]
) -> None:
    panel.show_frame(frame_of())
    port, left = panel.cards.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=place(panel, 0, "toggle"))
    QTest.mouseRelease(port, left, pos=place(panel, 0, "picture"))
    QTest.mouseClick(port, left, pos=QPoint(1, 1))
    assert not sent


def test_that_all_can_be_done_by_keys(panel: UnitsPanel, sent: list[Any]) -> None:
    chosen: list[Any] = []
    panel.weight_selected.connect(chosen.append)
    panel.show_frame(frame_of(32))
    cards = panel.cards
    cards.setFocus(Qt.FocusReason.TabFocusReason)
    columns = cards.cards().columns
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(cards, key)
    unit = columns + 1
    assert sent == [SwitchOff((unit,))]
    assert chosen == [Selection("W1", unit, 0)]
    for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(cards, Qt.Key.Key_Right, held)  # the window's
        assert cards.current == unit
    QTest.keyClick(cards, Qt.Key.Key_End)
    assert cards.current == 31
    assert cards.viewport().rect().contains(cards.card_rect(31))
    assert panel.readout.text().startswith("unit 31 · ")
    assert cards.accessibleDescription() == panel.readout.text()
    QTest.keyClick(cards, Qt.Key.Key_Space)
    assert panel.readout.text().startswith("unit 31, ablated · ")
