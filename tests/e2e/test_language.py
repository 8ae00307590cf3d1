"""The window speaks another language at once, in the midst of a run, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bpviz.training.events import State
from bpviz.ui.window.language import speak
from bpviz.ui.window.layouts import LAYOUTS
from bpviz.ui.window.main_window import MainWindow
from tests.e2e.conftest import Person

WORDS: dict[str, Callable[[Any], str]] = {
    "accessible name": lambda widget: str(widget.accessibleName()),
    "tooltip": lambda widget: str(widget.toolTip()),
}


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    speak(qapp, "en")
    QLocale.setDefault(before)


def switch(one: Person, mode: str) -> MainWindow:
    """Choose a language in the menu; return the window that speaks it."""
    old, shown = one.window, []
    old.replaced.connect(shown.append)
    one.trigger(f"action_language_{mode}")
    one.qtbot.waitUntil(lambda: bool(shown) and shown[0].isVisible())
    one.window = shown[0]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    one.qtbot.waitUntil(lambda: not shiboken6.isValid(old))
    return one.window


def seen(window: MainWindow) -> dict[str, QRect]:
    """Return where the panels are that can be seen."""
    docks = window.docks.docks.items()
    return {name: dock.geometry() for name, dock in docks if not dock.visibleRegion().isEmpty()}


def said(window: MainWindow) -> dict[tuple[str, str], str]:
    """Return what is said of every action and of every widget that has a name."""
    window.panel_set.make_all()
    window._pump.show_to_all()  # some only speak of what they have seen
    found = {}
    for action in window.findChildren(QAction):
        if action.objectName():
            found[action.objectName(), "text"] = action.text()
    for widget in window.findChildren(QWidget):
        for kind, words in WORDS.items():
            if widget.objectName():
                found[widget.objectName(), kind] = words(widget)
    return found


def test_that_a_window_that_changes_its_language_says_all_that_one_begun_in_it_says(
    person: Callable[..., Person],
) -> None:
    begun = person("--dataset", "iris", "--language", "de")
    begun.wait(lambda frame: frame.state is State.PAUSED and frame.scan is not None)
    right = said(begun.window)
    begun.window.hide()
    one = person("--dataset", "iris", "--language", "en")
    one.wait(lambda frame: frame.state is State.PAUSED and frame.scan is not None)
    english = said(one.window)
    switch(one, "de")
    now = said(one.window)
    assert now.keys() == right.keys()
    assert {key: (now[key], words) for key, words in right.items() if words != now[key]} == {}
    assert sum(english[key] != now[key] for key in english) > 500
    edit = one.find("learning_rate_edit")
    assert edit.text() == "0,3"
    switch(one, "en")
    back = said(one.window)
    assert {key: (words, back[key]) for key, words in english.items() if words != back[key]} == {}


class Shown(QObject):
    """Takes down which windows are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


def test_that_nothing_but_the_other_window_is_shown_meanwhile(
    person: Callable[..., Person], qapp: QApplication
) -> None:
    one = person("--dataset", "xor", "--language", "en")
    one.wait_for(State.PAUSED)
    shown = Shown()
    qapp.installEventFilter(shown)
    try:
        new = switch(one, "de")
    finally:
        qapp.removeEventFilter(shown)
    assert shown.windows == [new]


def test_that_the_run_goes_on_and_its_history_is_the_same(person: Callable[..., Person]) -> None:
    one = person("--dataset", "iris", "--language", "en")
    one.wait_for(State.PAUSED)
    one.trigger("action_run")
    before = one.wait(lambda frame: frame.step > 200 and frame.state is State.RUNNING)
    switch(one, "de")
    after = one.wait(lambda frame: frame.step > before.step + 200)
    assert after.state is State.RUNNING
    assert (after.run, after.branch, after.journal) == (before.run, before.branch, before.journal)
    assert one.find("action_run").isChecked()
    assert one.find("sample_follow").isChecked()
    one.trigger("action_run")
    one.wait_for(State.PAUSED)


def test_that_what_was_chosen_typed_drawn_and_zoomed_is_taken_over(
    person: Callable[..., Person],
) -> None:
    one = person("--dataset", "digits", "--language", "en")
    one.wait_for(State.PAUSED)
    one.trigger("action_step")
    one.wait(lambda frame: frame.step == 1)
    panels = one.window.panel_set.panels
    panels["weights1_panel"].quantity.button("dW").click()  # type: ignore[attr-defined]
    one.find("breakpoints_condition_edit").setCurrentIndex(1)
    heatmap = panels["weights2_panel"].view  # type: ignore[attr-defined]
    heatmap.box.scaleBy((0.5, 0.5))
    heatmap._zoomed_by_hand(None)
    sight = heatmap.box.viewRect()
    one.window.docks.show_panel("draw_panel")
    canvas = one.find("draw_canvas")
    one.qtbot.waitUntil(canvas.isVisible)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton)
    assert not canvas.drawing.blank
    heatmap.clicked.emit(2, 3)
    places = seen(one.window)
    new = switch(one, "de")
    panels = new.panel_set.panels
    assert panels["weights1_panel"].quantity.value() == "dW"  # type: ignore[attr-defined]
    assert one.find("breakpoints_condition_edit").currentIndex() == 1
    assert panels["weights2_panel"].view.box.viewRect() == sight  # type: ignore[attr-defined]
    assert panels["weights2_panel"].view.marks.selected == (2, 3)  # type: ignore[attr-defined]
    assert not one.find("draw_canvas").drawing.blank
    assert one.find("draw_canvas").isVisible()
    assert seen(new) == places
    assert one.frame.step == 1


def test_that_it_changes_while_data_is_loading_and_in_presentation(
    person: Callable[..., Person],
) -> None:
    one = person("--dataset", "xor", "--language", "en")
    switch(one, "de")
    one.wait_for(State.PAUSED)
    one.trigger("action_present")
    size = QApplication.font().pointSize()
    new = switch(one, "en")
    assert new.actions_of_view.present.isChecked()
    assert QApplication.font().pointSize() == size
    QTest.keyClick(new, Qt.Key.Key_F12)
    one.qtbot.waitUntil(lambda: not new.actions_of_view.present.isChecked())
    assert QApplication.font().pointSize() < size


@pytest.mark.parametrize("layout", [*LAYOUTS, "own"])
def test_that_a_presentation_goes_on_in_the_layout_that_it_had(
    person: Callable[..., Person], layout: str
) -> None:
    one = person("--dataset", "iris", "--language", "en")
    one.wait_for(State.PAUSED)
    if layout == "own":
        one.window.docks.show_panel("units_panel")
        one.window.own_layouts.save("Mine")
    else:
        one.trigger(f"action_layout_{layout}")
    one.trigger("action_present")
    size, before = QApplication.font().pointSize(), sorted(seen(one.window))
    new = switch(one, "de")
    assert new.actions_of_view.present.isChecked()
    one.qtbot.waitUntil(lambda: sorted(seen(new)) == before)
    assert QApplication.font().pointSize() == size
