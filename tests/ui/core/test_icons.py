"""Icons: in the colours of the theme, for as long as what they stand on."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QToolButton

from bpviz.ui.core.icons import set_icon
from bpviz.ui.core.theme import DARK, LIGHT
from tests.ui.themes import use_theme


def colours(icon: QIcon, mode: QIcon.Mode, state: QIcon.State) -> set[str]:
    """Colours of an icon's opaque pixels."""
    image = icon.pixmap(48, mode, state).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    found = (image.pixelColor(x, y) for x, y in places)
    return {colour.name() for colour in found if colour.alpha() == 255}


def test_that_icons_of_buttons_and_actions_follow_the_theme(qtbot: Any) -> None:
    button, action = QToolButton(), QAction("run")
    qtbot.addWidget(button)
    set_icon(button, "dismiss")
    set_icon(action, "run", "pause")
    for theme in (LIGHT, DARK, LIGHT):
        use_theme(theme)
        for target in (button, action):
            for state in (QIcon.State.Off, QIcon.State.On):
                assert colours(target.icon(), QIcon.Mode.Normal, state) == {theme.text}
                assert colours(target.icon(), QIcon.Mode.Disabled, state) == {theme.border}


def test_that_an_icon_goes_with_what_it_stands_on(qtbot: Any) -> None:
    button = QToolButton()
    set_icon(button, "dismiss")
    button.deleteLater()
    QApplication.sendPostedEvents(button, QEvent.Type.DeferredDelete.value)
    use_theme(DARK)  # an error would fail the test
