"""Help and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QScrollArea,
    QWidget,
)

from tests.ui.conftest import Stage
from tests.ui.window.panels import BEHIND, PANELS, Key, dialog


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
    pane = keys.findChild(QScrollArea)
    assert keys.focusWidget() is pane  # so that Page Down scrolls it at once
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
    stage.window.panel_set.make_all()
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
    stage.window.panel_set.make_all()
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in stage.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and widget.window() is stage.window  # a list that pops up speaks through its box
        and not (widget.accessibleName() and (widget.toolTip() or widget.whatsThis()))
    ]
    assert nameless == []
