"""A row of buttons of which exactly one is down."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.kit.controls.segmented import Segmented


@pytest.fixture
def choice(qtbot: QtBot) -> Segmented:
    choice = Segmented("pick", (("a", "A", "the first"), ("b", "B", "the second")))
    qtbot.addWidget(choice)
    choice.show()
    return choice


def test_that_a_click_changes_the_value_once(choice: Segmented, qtbot: QtBot) -> None:
    seen: list[str] = []
    choice.changed.connect(seen.append)
    for value in ("b", "b", "a"):
        qtbot.mouseClick(choice.button(value), Qt.MouseButton.LeftButton)
        assert choice.value() == value
        assert [choice.button(v).isChecked() for v in "ab"] == [value == v for v in "ab"]
    assert seen == ["b", "a"]


def test_that_setting_the_value_is_silent(choice: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.changed):
        choice.set_value("b")
    assert choice.value() == "b"
    with pytest.raises(KeyError):
        choice.set_value("c")


def test_that_the_buttons_take_the_colours_of_the_palette(choice: Segmented) -> None:
    for theme in (LIGHT, DARK):
        choice.setPalette(theme.palette())
        QApplication.processEvents()
        image = choice.button("a").grab().toImage()
        assert image.pixelColor(3, 3).name() == theme.accent
        image = choice.button("b").grab().toImage()
        assert image.pixelColor(3, 3).name() in (theme.raised, theme.base)


def test_that_buttons_are_as_large_as_their_text(choice: Segmented) -> None:
    small = choice.sizeHint()
    font = choice.font()
    font.setPointSize(3 * font.pointSize())
    choice.setFont(font)
    QApplication.processEvents()
    assert choice.sizeHint().height() > 2 * small.height()
