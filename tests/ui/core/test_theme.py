"""The theme in force: who has its colours, and when."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from bpviz.ui.core.theme import (
    DARK,
    LIGHT,
    MUTED,
    WARNING,
    Theme,
    current_theme,
    theme_changed,
)
from tests.ui.themes import use_theme


class Listener(QWidget):
    """Notes what it and its label look like when it is told of another theme."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel("g", self)
        self.label.setForegroundRole(MUTED)
        self.seen: list[tuple[Theme, str, str]] = []
        theme_changed.connect(self.look)

    def look(self) -> None:
        ink = self.label.palette().color(self.label.foregroundRole()).name()
        self.seen.append((current_theme(), self.palette().window().color().name(), ink))


def test_that_whoever_is_told_has_the_palette_already_shown_or_not(qtbot: Any) -> None:
    shown, hidden = Listener(), Listener()
    for each in (shown, hidden):
        qtbot.addWidget(each)
    shown.show()
    use_theme(DARK)
    use_theme(DARK)  # nothing new
    use_theme(LIGHT)
    for each in (shown, hidden):
        assert each.seen == [(t, t.window, t.muted) for t in (DARK, LIGHT)]


def test_that_nobody_is_told_who_is_gone(qtbot: Any) -> None:
    gone = Listener()
    gone.deleteLater()
    QApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)
    use_theme(DARK)
    assert gone.seen == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("rich", [False, True])
def test_that_a_label_is_written_in_the_colour_of_its_role(
    qtbot: Any, theme: Theme, rich: bool
) -> None:
    label = QLabel("<b>███</b>" if rich else "███")
    qtbot.addWidget(label)
    for role, colour in ((MUTED, theme.muted), (WARNING, theme.warning)):
        label.setForegroundRole(role)
        use_theme(DARK if theme is LIGHT else LIGHT)
        use_theme(theme)
        image = label.grab().toImage()
        ink = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
        assert colour in ink
        assert theme.text not in ink


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_that_the_palette_of_the_application_is_the_theme(qapp: Any, theme: Theme) -> None:
    use_theme(theme)
    assert current_theme() is theme
    roles = QPalette.ColorRole
    for role, colour in ((roles.Window, theme.window), (roles.WindowText, theme.text)):
        assert QApplication.palette().color(role) == QColor(colour)


def test_that_a_test_finds_the_light_theme_whatever_came_before(qapp: Any) -> None:
    assert current_theme() is LIGHT
    assert QApplication.palette().window().color().name() == LIGHT.window
