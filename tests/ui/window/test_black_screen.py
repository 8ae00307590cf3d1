"""The black screen of a presentation: B, and any key or click brings the window back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Stage

Key = Qt.Key


@pytest.fixture
def shown(stage: Stage) -> Stage:
    """A presentation."""
    stage.child("action_present").trigger()
    QApplication.processEvents()
    stage.clear()
    return stage


def black(stage: Stage) -> bool:
    """Whether every pixel of the window is black."""
    image = stage.window.grab().toImage()
    places = [(x, y) for x in range(0, image.width(), 40) for y in range(0, image.height(), 40)]
    return all(image.pixelColor(*place).lightness() == 0 for place in places)


def test_that_b_blacks_the_screen_and_any_key_does_no_more_than_bring_it_back(
    shown: Stage,
) -> None:
    before = QApplication.focusWidget()
    assert not black(shown)
    for key in (Key.Key_B, Key.Key_Space, Key.Key_F12, Key.Key_Right, Key.Key_Tab):
        shown.press(Key.Key_B)
        assert black(shown)
        shown.press(key)
        assert not black(shown), key
        assert shown.mailbox.asked() == []
        assert shown.window.isFullScreen()
        assert QApplication.focusWidget() is before


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_that_panels_that_float_are_dark_as_well(shown: Stage) -> None:
    docks = shown.window.docks
    dock, inside = docks.docks["loss_panel"], shown.window.panel_set.panels["loss_panel"]
    docks.toggle_floating("loss_panel")
    docks.toggle_floating("timeline_panel")
    docks.docks["timeline_panel"].close()
    dock.activateWindow()
    shown.qtbot.waitUntil(dock.isActiveWindow)
    place = dock.geometry()
    shown.press(Key.Key_B, inside)
    assert black(shown)
    assert not dock.isVisible()
    shown.qtbot.waitUntil(shown.window.isActiveWindow)
    shown.press(Key.Key_Space)
    assert not black(shown)
    assert dock.isVisible()
    assert dock.geometry() == place
    assert docks.docks["timeline_panel"].isHidden()
    assert shown.mailbox.asked() == []
    shown.press(Key.Key_B)
    shown.child("action_present").trigger()
    assert not dock.isFloating()


def test_that_a_click_brings_it_back_and_nothing_else(shown: Stage) -> None:
    shown.press(Key.Key_B)
    cover = shown.child("black_screen")
    button = shown.child("button_run")
    QTest.mouseClick(
        cover, Qt.MouseButton.LeftButton, pos=button.mapTo(shown.window, button.rect().center())
    )
    assert not black(shown)
    assert shown.mailbox.asked() == []


def test_that_a_key_held_for_another_leaves_it_black(shown: Stage) -> None:
    shown.press(Key.Key_B)
    shown.press(Key.Key_Control)
    assert black(shown)


def test_that_it_covers_a_screen_that_becomes_larger(shown: Stage) -> None:
    shown.press(Key.Key_B)
    shown.window.resize(1500, 900)
    QApplication.processEvents()
    assert black(shown)


def test_that_b_means_nothing_outside_of_a_presentation(stage: Stage) -> None:
    stage.press(Key.Key_B)
    assert stage.child("black_screen").isHidden()


def test_that_it_ends_with_the_presentation(shown: Stage) -> None:
    shown.press(Key.Key_B)
    shown.child("action_present").trigger()
    assert shown.child("black_screen").isHidden()
