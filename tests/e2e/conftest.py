"""The real window with the real trainer behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from bpviz.app import create_window
from bpviz.training.events import Frame, State
from bpviz.ui.window.main_window import MainWindow

PATIENCE_MS = 90_000
"""For what includes compiling on a machine that has never done it."""


class Person:
    """Somebody in front of a window: looks, waits, presses keys."""

    def __init__(self, qtbot: Any, *argv: str) -> None:
        self.qtbot = qtbot
        self.window: MainWindow = create_window(list(argv))
        self.window.resize(1280, 800)
        self.window.show()
        # Whoever tests waits for no eye: chosen once, a speed stays, whatever the data.
        self.window.toolbar.speed_edit.set_number(None)
        self.window.toolbar.speed_edit.number_changed.emit(None)

    @property
    def frame(self) -> Frame:
        frame = self.window.frame
        assert frame is not None
        return frame

    def wait(self, ready: Callable[[Frame], bool]) -> Frame:
        """Wait until what is shown is `ready`."""

        def seen() -> bool:
            return self.window.frame is not None and ready(self.window.frame)

        self.qtbot.waitUntil(seen, timeout=PATIENCE_MS)
        return self.frame

    def wait_for(self, state: State) -> Frame:
        return self.wait(lambda frame: frame.state is state)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.qtbot.keyClick(self.window, key, modifier)

    def find(self, name: str) -> Any:
        found = self.window.findChild(QObject, name)
        if found is None:  # in a panel that has not been in sight
            self.window.panel_set.make_all()
            found = self.window.findChild(QObject, name)
        assert found is not None, name
        return found

    def trigger(self, name: str) -> None:
        action = self.find(name)
        assert isinstance(action, QAction)
        action.trigger()


@pytest.fixture
def person(qtbot: Any) -> Iterator[Callable[..., Person]]:
    """Make windows; close and delete them afterwards."""
    people: list[Person] = []

    def make(*argv: str) -> Person:
        people.append(Person(qtbot, *argv))
        return people[-1]

    yield make
    for one in people:
        one.window.close()
        one.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
