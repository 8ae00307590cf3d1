"""The palette, help and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QScrollArea,
    QTreeWidget,
    QWidget,
)

from bpviz.ui.core.theme import DARK, current_theme
from tests.ui.conftest import Stage
from tests.ui.window.panels import BEHIND, PANELS, Key, dialog


def test_that_the_palette_finds_and_does_every_command(stage: Stage) -> None:
    stage.press(Key.Key_P, modifier=Qt.KeyboardModifier.ControlModifier
                | Qt.KeyboardModifier.ShiftModifier)  # fmt: skip
    palette = dialog("command_palette")
    edit = palette.findChild(QObject, "command_filter")
    QTest.keyClicks(edit, "theme dark")
    QTest.keyClick(edit, Key.Key_Return)
    assert current_theme() is DARK
    stage.child("action_theme_light").trigger()


def test_that_arrows_move_through_the_palette_while_one_types(stage: Stage) -> None:
    stage.child("action_palette").trigger()
    palette = dialog("command_palette")
    edit = palette.findChild(QObject, "command_filter")
    QTest.keyClicks(edit, "epoch")
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up):
        QTest.keyClick(edit, key)
    QTest.keyClick(edit, Key.Key_Return)
    assert len(stage.mailbox.asked()) == 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("step", "step"),
        ("train on this", "train_next"),
        ("panel d", "show_debugger_panel"),
        ("eak", "break_sample"),
    ],
)
def test_that_the_palette_prefers_a_name_that_begins_as_typed(
    stage: Stage, typed: str, name: str
) -> None:
    stage.child("action_palette").trigger()
    palette = dialog("command_palette")
    QTest.keyClicks(palette.findChild(QObject, "command_filter"), typed)
    chosen = palette.findChild(QTreeWidget, "command_list").currentItem()
    assert chosen.data(0, Qt.ItemDataRole.UserRole).objectName() == f"action_{name}"
    palette.close()


def test_that_the_palette_finds_what_is_impossible_now_and_does_not_do_it(stage: Stage) -> None:
    assert not stage.child("action_undo").isEnabled()
    stage.child("action_palette").trigger()
    palette = dialog("command_palette")
    edit = palette.findChild(QObject, "command_filter")
    named = [a for a in stage.window.findChildren(QAction) if a.objectName().startswith("action_")]
    assert {item.data(0, Qt.ItemDataRole.UserRole) for item in palette._items()} == set(named)
    QTest.keyClicks(edit, "undo")
    assert [item.text(0) for item in palette._items() if not item.isHidden()] == ["Undo"]
    QTest.keyClick(edit, Key.Key_Down)
    QTest.keyClick(edit, Key.Key_Return)
    assert palette.isVisible()
    assert palette.chosen is None
    palette.close()


def test_that_about_cites_the_note(stage: Stage) -> None:
    stage.child("action_about").trigger()
    about = dialog("about_dialog")
    words = about.findChild(QObject, "about_dialog_text").text()
    for part in ("Felix Reinbott", "Backpropagation", "2020", "MIT"):
        assert part in words
    about.close()


def test_that_the_list_of_keys_names_every_key(stage: Stage) -> None:
    stage.child("action_keys").trigger()
    keys = dialog("key_list")
    words = keys.findChild(QObject, "key_list_text").text()
    for part in ("Space, F5", "F10", "Shift+F10", "Ctrl+→", "Ctrl+R", "F12", "F1", "Ctrl+Shift+P"):
        assert part in words
    keys.close()


@pytest.mark.parametrize("points", [9, 24])
@pytest.mark.parametrize("name", ["about_dialog", "key_list"])
def test_that_all_of_a_help_page_can_be_read_at_any_size_of_text(
    stage: Stage, name: str, points: int
) -> None:
    before = QApplication.font()
    large = QFont(before)
    large.setPointSize(points)
    QApplication.setFont(large)
    try:
        stage.child("action_keys" if name == "key_list" else "action_about").trigger()
        page = dialog(name)
        QApplication.processEvents()
        text, pane = page.findChild(QLabel, f"{name}_text"), page.findChild(QScrollArea)
        assert page.height() <= page.screen().availableSize().height()
        assert text.height() >= text.heightForWidth(text.width())
        assert text.width() <= pane.viewport().width()
        page.close()
    finally:
        QApplication.setFont(before)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_that_help_explains_what_has_the_focus(stage: Stage) -> None:
    from bpviz.ui.window.help.help_dialog import explain

    edit = stage.child("learning_rate_edit")
    edit.setFocus()
    assert "W − λ·∂W" in explain(edit)
    stage.press(Key.Key_F1)
    texts = [w for w in QApplication.topLevelWidgets() if w.inherits("QWhatsThat")]
    assert len(texts) == 1
    texts[0].close()


def test_that_no_two_actions_share_a_key(stage: Stage) -> None:
    keys = [
        key.toString()
        for action in stage.window.findChildren(QAction)
        if action.objectName().startswith("action_")
        for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_that_the_context_menu_beside_the_panels_lists_them(stage: Stage) -> None:
    menu = stage.window.createPopupMenu()
    assert len(menu.actions()) == len(PANELS) + len(BEHIND) + 1
    menu.deleteLater()


def test_that_whatever_takes_the_focus_has_a_name_and_explains_itself(stage: Stage) -> None:
    stage.window.docks.arrange("overview")
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in stage.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and widget.window() is stage.window  # a list that pops up speaks through its box
        and not (widget.accessibleName() and (widget.toolTip() or widget.whatsThis()))
    ]
    assert nameless == []
