"""Whole numbers as people type them, and a sentence where it is none."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from bpviz.ui.core.theme import DARK, LIGHT
from bpviz.ui.kit.controls.number_line import NumberLine
from bpviz.ui.kit.controls.number_text import LARGEST, read_whole
from tests.ui.themes import use_theme


@pytest.fixture
def edit(qtbot: Any) -> NumberLine:
    edit = NumberLine(partial(read_whole, low=1))
    qtbot.addWidget(edit)
    edit.show()
    return edit


@pytest.mark.parametrize("text", ["", "abc", "1.5", "-3", "0", "1e-3", "9" * 60, "1e999", "1,000"])
def test_that_bad_input_gets_one_sentence_and_enters_nothing(
    qtbot: Any, edit: NumberLine, text: str
) -> None:
    complaints: list[str] = []
    edit.complained.connect(complaints.append)
    edit.setText(text)
    with qtbot.assertNotEmitted(edit.entered):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert len(complaints) == 1
    assert complaints[0].endswith(".")
    assert edit.number() is None


def test_that_return_enters_a_number_of_64_bits(qtbot: Any, edit: NumberLine) -> None:
    qtbot.keyClicks(edit, str(LARGEST))
    with qtbot.waitSignal(edit.entered, timeout=1000) as entered:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert entered.args == [LARGEST]


def test_that_a_complaint_goes_once_the_text_is_right_or_given_up(
    qtbot: Any, edit: NumberLine
) -> None:
    complaints: list[str] = []
    edit.complained.connect(complaints.append)
    qtbot.keyClicks(edit, "x")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert complaints[-1]
    qtbot.keyClicks(edit, "7")  # replaces what was selected
    assert complaints[-1] == ""
    assert edit.number() == 7
    edit.setText("y")
    edit.enter()
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert complaints[-1] == ""


def test_that_it_complains_in_the_colour_for_warnings_of_each_theme(edit: NumberLine) -> None:
    roles = QPalette.ColorRole
    for theme in (DARK, LIGHT):
        edit.setText("x")
        edit.enter()
        use_theme(theme)
        assert edit.palette().color(roles.Text).name() == theme.warning
        edit.settle()
        assert edit.palette().color(roles.Text).name() == theme.text
