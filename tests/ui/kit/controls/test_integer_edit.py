"""Editors for whole numbers."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bpviz.ui.kit.controls.integer_edit import CountEdit, HiddenSizeEdit

MAX = 2**63 - 1


def typed(edit: CountEdit | HiddenSizeEdit, text: str) -> None:
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    edit.lineEdit().insert(text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def watched(qtbot: Any, edit: Any) -> tuple[Any, list[int], list[str]]:
    qtbot.addWidget(edit)
    changes: list[int] = []
    refusals: list[str] = []
    edit.valueChanged.connect(changes.append)
    edit.refused.connect(refusals.append)
    return edit, changes, refusals


def test_that_64_bits_are_kept(qtbot: Any) -> None:
    edit, changes, refusals = watched(qtbot, CountEdit(0))
    typed(edit, str(MAX))
    typed(edit, "60\u202f000")
    edit.setValue(MAX - 1)
    assert changes == [MAX, 60_000, MAX - 1]
    assert refusals == []


@pytest.mark.parametrize("text", [str(MAX + 1), "-1", "1.5", "many", ""])
def test_that_what_is_out_of_range_is_refused_with_one_sentence(qtbot: Any, text: str) -> None:
    edit, changes, refusals = watched(qtbot, CountEdit(0))
    edit.setValue(5)
    typed(edit, text)
    assert edit.value() == 5
    assert edit.lineEdit().text() == "5"
    assert changes == [5]
    assert len(refusals) == 1


def test_that_round_steps_go_through_1_2_5(qtbot: Any) -> None:
    edit, changes, _ = watched(qtbot, CountEdit(1, round_steps=True))
    for _ in range(4):
        QTest.keyClick(edit, Qt.Key.Key_Up)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert changes == [2, 5, 10, 20, 10]
    edit.setValue(MAX)
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert edit.value() == MAX


def test_that_single_steps_end_at_the_range(qtbot: Any) -> None:
    edit, changes, _ = watched(qtbot, CountEdit(0, 1))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(edit, key)
    assert changes == [1]


def test_that_the_hidden_size_is_taken_over_when_it_is_complete(qtbot: Any) -> None:
    edit, changes, _ = watched(qtbot, HiddenSizeEdit(1, 4096))
    edit.selectAll()
    QTest.keyClicks(edit, "100")
    assert changes == []
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert changes == [100]


@pytest.mark.parametrize("text", ["5000", "0", "-3", "1.5", "l", ""])
def test_that_a_hidden_size_out_of_range_is_not_cut_to_fit(qtbot: Any, text: str) -> None:
    edit, changes, refusals = watched(qtbot, HiddenSizeEdit(1, 4096))
    edit.setValue(32)
    typed(edit, text)
    assert edit.value() == 32
    assert changes == [32]
    assert len(refusals) == 1


@pytest.mark.parametrize("value", [0, 4097, -1])
def test_that_code_cannot_set_it_out_of_range_either(qtbot: Any, value: int) -> None:
    edit, changes, refusals = watched(qtbot, HiddenSizeEdit(1, 4096))
    edit.setValue(value)
    assert changes == []
    assert len(refusals) == 1
