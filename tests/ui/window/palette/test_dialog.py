"""The palette as a person uses it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from bpviz.training.commands import Seek, SetLearningRate
from bpviz.ui.core.theme import DARK, current_theme
from tests.ui.conftest import Stage
from tests.ui.window.panels import Key, dialog


def opened(stage: Stage, typed: str = "") -> tuple[Any, Any]:
    """The palette and its line, once something was typed there."""
    stage.child("action_palette").trigger()
    palette = dialog("command_palette")
    edit = palette.findChild(QObject, "command_filter")
    QTest.keyClicks(edit, typed)
    return palette, edit


def note(palette: Any) -> str:
    return str(palette.findChild(QObject, "command_note").text())


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
    _, edit = opened(stage, "one epoch")
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up):
        QTest.keyClick(edit, key)
    QTest.keyClick(edit, Key.Key_Return)
    assert len(stage.mailbox.asked()) == 1


def test_that_the_palette_prefers_a_name_that_begins_as_typed(stage: Stage) -> None:
    palette, edit = opened(stage)
    for typed, name in (
        ("step", "step"),
        ("train on this", "train_next"),
        ("panel d", "show_debugger_panel"),
        ("eak", "break_sample"),
        ("brkpt", "break_sample"),
        ("prsentation", "present"),
        ("overview", "layout_overview"),
    ):
        edit.setText(typed)
        assert palette.current().key == f"action_{name}"
    palette.close()


def test_that_all_named_actions_are_listed_or_have_an_entry_that_does_the_same(
    stage: Stage,
) -> None:
    palette, _ = opened(stage)
    named = {
        a.objectName()
        for a in stage.window.findChildren(QAction)
        if a.objectName().startswith("action_") and not a.objectName().startswith("action_panel_")
    }
    keys = {entry.key for entry in palette.entries()}
    assert named <= keys
    for name in stage.window.docks.docks:
        for what in ("whole", "float", "close"):
            assert f"action_panel_{what} {name}" in keys
    palette.close()


def test_that_the_palette_finds_what_is_impossible_now_says_why_and_does_not_do_it(
    stage: Stage,
) -> None:
    assert not stage.child("action_undo").isEnabled()
    palette, edit = opened(stage, "undo")
    assert [entry.text for entry in palette.entries()] == ["Undo"]
    QTest.keyClick(edit, Key.Key_Down)
    QTest.keyClick(edit, Key.Key_Return)
    assert palette.isVisible()
    assert note(palette) == "There is no change to undo."
    assert stage.mailbox.asked() == []
    assert stage.window.commands.recent() == []
    palette.close()


def test_that_a_value_out_of_range_is_refused_with_the_sentence_of_its_editor(
    stage: Stage,
) -> None:
    palette, edit = opened(stage, "l 5000")
    QTest.keyClick(edit, Key.Key_Return)
    assert palette.isVisible()
    assert note(palette) == (
        "Hidden size l: “5000” is out of range. Type a whole number from 1 to 4\u202f096."
    )
    assert stage.new_runs() == []
    palette.close()


def test_that_a_name_that_nothing_has_is_said_so(stage: Stage) -> None:
    palette, edit = opened(stage, "xyzzy")
    QTest.keyClick(edit, Key.Key_Return)
    assert palette.entries() == []
    assert "xyzzy" in note(palette)
    palette.close()


def test_that_a_setting_without_its_value_asks_for_one(stage: Stage) -> None:
    palette, edit = opened(stage, "lambda")
    QTest.keyClick(edit, Key.Key_Return)
    assert edit.text() == "λ "
    QTest.keyClicks(edit, "0.5")
    QTest.keyClick(edit, Key.Key_Return)
    assert stage.mailbox.asked() == [SetLearningRate(0.5)]
    assert not palette.isVisible()


def test_that_what_was_used_last_is_on_top_with_its_value(stage: Stage) -> None:
    for typed in ("step 12000", "panel loss", "step 12000"):
        _, edit = opened(stage, typed)
        QTest.keyClick(edit, Key.Key_Return)
    palette, edit = opened(stage)
    first, second = palette.entries()[:2]
    assert (first.key, second.key) == ("set go 12000", "action_show_loss_panel")
    stage.clear()
    QTest.keyClick(edit, Key.Key_Return)
    assert stage.mailbox.asked() == [Seek(12_000)]
