"""Whole numbers as people type them, and a sentence where it is none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from bpviz.ui.core.formatting import count
from bpviz.ui.kit.controls.integer_edit import LARGEST, StepEdit, parse_whole


@pytest.fixture
def edit(qtbot: Any) -> StepEdit:
    edit = StepEdit(1, LARGEST)
    qtbot.addWidget(edit)
    edit.show()
    return edit


@given(st.integers(0, LARGEST))
def test_that_every_number_is_read_back_as_it_is_written(number: int) -> None:
    assert parse_whole(str(number)) == number
    assert parse_whole(count(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("6e4", 60_000), ("1.5e6", 1_500_000), ("1,5E6", 1_500_000), (" 42 ", 42), ("0e0", 0)],
)
def test_that_powers_of_ten_are_understood(text: str, number: int) -> None:
    assert parse_whole(text) == number


@given(st.text(max_size=40))
def test_that_any_text_is_a_number_or_none(text: str) -> None:
    number = parse_whole(text)
    assert number is None or isinstance(number, int)


@pytest.mark.parametrize("text", ["", "abc", "1.5", "-3", "0", "1e-3", "9" * 60, "1e999", "1,000"])
def test_that_bad_input_gets_one_sentence_and_enters_nothing(
    qtbot: Any, edit: StepEdit, text: str
) -> None:
    complaints: list[str] = []
    edit.complained.connect(complaints.append)
    edit.setText(text)
    with qtbot.assertNotEmitted(edit.entered):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert len(complaints) == 1
    assert complaints[0].endswith(".")
    assert edit.number() is None


def test_that_return_enters_a_number_of_64_bits(qtbot: Any, edit: StepEdit) -> None:
    qtbot.keyClicks(edit, str(LARGEST))
    with qtbot.waitSignal(edit.entered, timeout=1000) as entered:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert entered.args == [LARGEST]


def test_that_a_complaint_goes_once_the_text_is_right_or_given_up(
    qtbot: Any, edit: StepEdit
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
