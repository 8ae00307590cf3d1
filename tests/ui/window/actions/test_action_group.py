"""Keys of actions as people read them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from bpviz.ui.window.actions.action_group import BARE, keys_of
from bpviz.ui.window.language import speak


@pytest.fixture
def speaking(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    speak(qapp, request.param)
    yield
    speak(qapp, "en")


@pytest.mark.parametrize(
    ("speaking", "bare", "keys", "read"),
    [
        ("en", "Space", "F5", "Space, F5"),
        ("de", "Space", "F5", "Leertaste, F5"),
        ("en", "Right", "Ctrl+Right", "→, Ctrl+→"),
        ("de", "Right", "Ctrl+Right", "→, Strg+→"),
        ("de", "", "Shift+Down", "Umschalt+↓"),
        ("de", "+", "Ctrl+Up", "+, Strg+↑"),
    ],
    indirect=["speaking"],
)
@pytest.mark.usefixtures("speaking")
def test_that_keys_are_read_in_the_language_and_arrows_as_arrows(
    bare: str, keys: str, read: str
) -> None:
    action = QAction()
    action.setProperty(BARE, bare)
    action.setShortcut(QKeySequence(keys))
    assert keys_of(action) == read
