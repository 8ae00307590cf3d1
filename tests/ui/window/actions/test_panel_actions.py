"""Keys lead to every panel and every control, and the list of keys names them."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from bpviz.paths import resources
from bpviz.ui.window.actions.action_group import keys_of
from bpviz.ui.window.help.help_dialog import key_list
from bpviz.ui.window.layouts import LAYOUTS
from tests.ui.conftest import Stage
from tests.ui.window.actions.test_focus_return import chosen, seen

Key, Held = Qt.Key, Qt.KeyboardModifier
BOTH = Held.ControlModifier | Held.ShiftModifier
DOZEN = 12


def at(stage: Stage) -> str:
    """The panel that has the focus, or the toolbar."""
    focus = QApplication.focusWidget()
    for name, dock in stage.window.docks.docks.items():
        if focus is not None and dock.isAncestorOf(focus):
            return name
    return "toolbar" if stage.window.toolbar.isAncestorOf(focus) else ""


def reached(stage: Stage, keys: list[tuple[Key, Held]]) -> set[QWidget]:
    """What `keys` from the window on, and then Tab or its reverse, lead to within a dozen."""
    found = set()
    for on in (Key.Key_Tab, Key.Key_Backtab):
        stage.window.setFocus()
        for key, held in keys:
            stage.press(key, modifier=held)
        for _ in range(len(keys), DOZEN + 1):
            focus = QApplication.focusWidget()
            assert focus is not None
            assert not stage.window.docks.covered(focus)
            found.add(focus)
            stage.press(on)
    return found


def test_that_every_control_is_a_dozen_keys_from_the_window_at_most(stage: Stage) -> None:
    for layout in LAYOUTS:
        chosen(stage, layout)
        found = reached(stage, []) | reached(stage, [(Key.Key_L, Held.ControlModifier)])
        for held in (Held.ControlModifier, BOTH):
            for count in range(1, len(stage.window.docks.in_sight()) + 2):  # and the toolbar
                found |= reached(stage, [(Key.Key_F6, held)] * count)
        assert [each.objectName() for each in seen(stage) if each not in found] == [], layout


def test_that_next_and_previous_go_through_what_is_in_sight_and_the_toolbar(stage: Stage) -> None:
    chosen(stage, "overview")
    stage.window.setFocus()
    went = []
    for _ in range(len(stage.window.docks.in_sight()) + 2):
        stage.press(Key.Key_F6, modifier=Held.ControlModifier)
        went.append(at(stage))
    assert went == [
        "setup_panel", "weights1_panel", "sample_panel", "weights2_panel", "loss_panel",
        "gradients_panel", "timeline_panel", "toolbar", "setup_panel",
    ]  # fmt: skip
    stage.press(Key.Key_F6, modifier=BOTH)
    assert at(stage) == "toolbar"


def test_that_keys_to_panels_leave_the_window_to_itself(stage: Stage) -> None:
    """PySide can make a window the child of a label, with which all that it had made is gone."""
    chosen(stage, "debug")
    for key, held in ((Key.Key_F6, Held.ControlModifier), (Key.Key_F6, BOTH)):
        for _ in range(9):
            stage.press(key, modifier=held)
    assert shiboken6.ownedByPython(stage.window)
    assert all(map(shiboken6.isValid, stage.window.toolbar.actions()))


def test_that_each_panel_has_a_key_of_its_own_that_shows_it(stage: Stage) -> None:
    chosen(stage, "check")
    keys = [
        (Key(Key.Key_0 + i), held)
        for held in (Held.AltModifier, Held.AltModifier | Held.ShiftModifier, BOTH)
        for i in (*range(1, 10), 0)
    ]
    panels = stage.window.panel_set.panels
    assert len(panels) <= len(keys)
    for name, (key, held) in zip(panels, keys, strict=False):
        stage.window.setFocus()
        stage.press(key, modifier=held)
        assert stage.window.docks.docks[name] in stage.window.docks.in_sight()
        assert at(stage) in (name, ""), name
        stage.press(Key.Key_Escape)
        assert QApplication.focusWidget() is stage.window


def test_that_a_panel_chosen_in_the_palette_keeps_the_focus(stage: Stage) -> None:
    stage.press(Key.Key_P, modifier=BOTH)
    palette = QApplication.activeModalWidget()
    assert palette is not None
    stage.qtbot.waitUntil(palette.isActiveWindow)
    stage.qtbot.keyClicks(palette.focusWidget(), "go to loss")
    stage.press(Key.Key_Return, palette.focusWidget())
    stage.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    stage.window.activateWindow()
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    assert at(stage) == "loss_panel"


def test_that_access_keys_lead_to_the_controls_of_setup(stage: Stage) -> None:
    chosen(stage, "overview")
    for letter, name in (
        ("A", "dataset_edit"),
        ("Z", "setup_hidden_size_edit"),
        ("S", "seed_edit"),
    ):
        stage.window.setFocus()
        stage.press(getattr(Key, f"Key_{letter}"), modifier=Held.AltModifier)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.objectName() == name


@pytest.mark.parametrize("language", ["source", "translation"])
def test_that_no_access_key_of_setup_or_the_menus_is_there_twice(language: str) -> None:
    contexts = ElementTree.parse(resources() / "translations" / "bpviz_de.ts").getroot()
    letters = [
        text[text.index("&") + 1].upper()
        for context in contexts.iter("context")
        if context.findtext("name") in ("SetupPanel", "DataOptions", "MainWindow")
        for message in context.iter("message")
        for text in [message.findtext(language) or ""]
        if "&" in text
    ]
    assert len(letters) == 20
    assert len(set(letters)) == len(letters), sorted(letters)


def test_that_the_list_of_keys_names_them_all(stage: Stage) -> None:
    window = stage.window
    actions = [*window.actions_of_panels.moves, *window.actions_of_panels.panels]
    dialog = key_list(window, actions)
    text = dialog.findChild(QLabel, "key_list_text").text()
    for action in actions:
        assert f"<b>{keys_of(action)}</b>" in text
    assert "<b>Alt+A</b></td><td style='padding:3px 0'>Data set" in text
    assert "<b>Alt+P</b></td><td style='padding:3px 0'>Stop when loss levels off" in text
