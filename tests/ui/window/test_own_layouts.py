"""Layouts of one's own: saved by name, chosen, renamed, deleted, kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QObject, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from bpviz.ui.window.own_layouts import LONGEST
from bpviz.ui.window.preferences import Preferences
from tests.ui.conftest import Stage
from tests.ui.window.panels import Key, dialog, shown


def type_name(stage: Stage, name: str) -> None:
    stage.child("action_save_layout").trigger()
    QTest.keyClicks(dialog("save_layout_dialog").findChild(QObject, "layout_name"), name)


def menu_words(stage: Stage) -> list[str]:
    (menu,) = (
        menu for menu in stage.window.menuBar().findChildren(QMenu) if menu.title() == "&View"
    )
    return [action.text() for action in menu.actions()]


def test_that_a_layout_is_saved_by_name_and_chosen_by_menu_and_key(stage: Stage) -> None:
    stage.child("action_layout_debug").trigger()
    stage.window.docks.close_panel("loss_panel")
    there = shown(stage)
    type_name(stage, "  Lecture   & lab ")
    QTest.keyClick(dialog("save_layout_dialog"), Key.Key_Return)
    assert list(stage.window.own_layouts.kept()) == ["Lecture & lab"]
    assert "Lecture && lab" in menu_words(stage)
    stage.child("action_layout_overview").trigger()
    assert shown(stage) != there
    action = stage.child("action_own_layout_0")
    assert action.shortcut().toString() == "Ctrl+6"
    action.trigger()
    assert shown(stage) == there


def test_that_a_name_is_judged_while_it_is_typed(stage: Stage) -> None:
    stage.window.own_layouts.save("Mine")
    for typed, said, possible in (
        ("", "It keeps where the panels are now", False),
        ("overview", "“overview” is a layout of bpviz. Choose another name.", False),
        ("MINE", "“Mine” is there already; it is replaced.", True),
        ("x" * 100, "It keeps", True),
    ):
        type_name(stage, typed)
        asked = dialog("save_layout_dialog")
        assert asked.findChild(QObject, "layout_name_note").text().startswith(said)
        save = asked._buttons.button(asked._buttons.StandardButton.Save)
        assert save.isEnabled() is possible
        if possible:
            save.click()
        else:
            asked.reject()
    assert list(stage.window.own_layouts.kept()) == ["MINE", "x" * LONGEST]


def test_that_layouts_are_renamed_and_deleted_together_or_not_at_all(stage: Stage) -> None:
    own = stage.window.own_layouts
    for name in ("a", "b", "c"):
        own.save(name)
    kept = own.kept()
    for confirm in (False, True):
        stage.child("action_edit_layouts").trigger()
        edit = dialog("edit_layouts_dialog")
        save = edit._buttons.button(edit._buttons.StandardButton.Save)
        edit._list.item(0).setText("b")
        assert not save.isEnabled()
        assert "Two layouts are called “b”." in edit._complaint.text()
        edit._list.item(0).setText("debug")
        assert "is a layout of bpviz" in edit._complaint.text()
        edit._list.item(0).setText(" z ")
        assert save.isEnabled()
        edit._list.setCurrentRow(1)
        edit._delete.click()
        if confirm:
            save.click()
        else:
            edit.reject()
            assert own.kept() == kept
    assert own.kept() == {"c": kept["c"], "z": kept["a"]}
    assert [action.text() for action in own.actions.values()] == ["c", "z"]
    own.set_kept({})
    assert not stage.child("action_edit_layouts").isEnabled()


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"bpviz layout\0\0\0\0\0x"])
def test_that_one_that_cannot_be_read_gives_the_default_and_one_sentence(
    stage: Stage, damage: bytes
) -> None:
    there = shown(stage)
    stage.window.own_layouts.set_kept({"Old": QByteArray(damage)})
    stage.child("action_layout_debug").trigger()
    stage.child("action_own_layout_0").trigger()
    assert shown(stage) == there
    assert stage.child("message_label").text() == (
        "The layout “Old” is damaged or of another version of bpviz; Overview is shown instead. "
        "Arrange the panels and save them under that name again."
    )
    assert list(stage.window.own_layouts.kept()) == ["Old"]


def test_that_names_and_layouts_are_kept_to_the_byte(tmp_path: Path) -> None:
    def preferences() -> Preferences:
        return Preferences(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat))

    wanted = {"Größe; = \n%": QByteArray(bytes(range(256))), "b": QByteArray()}
    first = preferences()
    assert first.own_layouts() == {}
    first.remember_own_layouts(wanted)
    first.remember_commands(["set λ 0.5", "action_undo"])
    assert first.save() is None
    assert preferences().own_layouts() == wanted
    assert preferences().recent_commands() == ["set λ 0.5", "action_undo"]
    assert preferences().complaint() is None


@pytest.mark.parametrize("stored", ["[3]", "{", "7", '{"a": 5}', "null", "[" * 9999])
def test_that_damaged_preferences_count_as_none_and_are_said(tmp_path: Path, stored: str) -> None:
    store = QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat)
    for name in ("own_layouts", "recent_commands"):
        store.setValue(name, stored)
    damaged = Preferences(store)
    assert (damaged.own_layouts(), damaged.recent_commands()) == ({}, [])
    assert "damaged" in str(damaged.complaint())
    store.clear()
    store.setValue("layout", "no bytes")
    damaged = Preferences(store)
    assert damaged.layout().isEmpty()
    assert "damaged" in str(damaged.complaint())
