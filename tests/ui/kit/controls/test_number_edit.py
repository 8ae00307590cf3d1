"""Editors for whole numbers."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bpviz.ui.core import counting
from bpviz.ui.kit.controls.number_edit import IndexEdit, IntegerEdit
from bpviz.ui.kit.controls.number_text import InputError
from bpviz.ui.kit.controls.preferred_numbers import one_two_five

MAX = 2**63 - 1


def typed(edit: IntegerEdit, text: str) -> None:
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
    edit, changes, refusals = watched(qtbot, IntegerEdit(0))
    typed(edit, str(MAX))
    typed(edit, "60\u202f000")
    edit.setValue(MAX - 1)
    assert changes == [MAX, 60_000, MAX - 1]
    assert refusals == []


@pytest.mark.parametrize("text", [str(MAX + 1), "-1", "1.5", "many", ""])
def test_that_what_is_out_of_range_is_refused_with_one_sentence(qtbot: Any, text: str) -> None:
    edit, changes, refusals = watched(qtbot, IntegerEdit(0))
    edit.setValue(5)
    typed(edit, text)
    assert edit.value() == 5
    assert edit.lineEdit().text() == "5"
    assert changes == [5]
    assert len(refusals) == 1


def test_that_round_steps_go_through_1_2_5(qtbot: Any) -> None:
    edit, changes, _ = watched(qtbot, IntegerEdit(1, step=one_two_five))
    for _ in range(4):
        QTest.keyClick(edit, Qt.Key.Key_Up)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert changes == [2, 5, 10, 20, 10]
    edit.setValue(MAX)
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert edit.value() == MAX


def test_that_single_steps_end_at_the_range(qtbot: Any) -> None:
    edit, changes, _ = watched(qtbot, IntegerEdit(0, 1))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(edit, key)
    assert changes == [1]


def test_that_the_hidden_size_is_taken_over_when_it_is_complete(qtbot: Any) -> None:
    edit, changes, _ = watched(qtbot, IntegerEdit(1, 4096))
    edit.selectAll()
    QTest.keyClicks(edit, "100")
    assert changes == []
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert changes == [100]


@pytest.mark.parametrize("text", ["5000", "0", "-3", "1.5", "l", ""])
def test_that_a_hidden_size_out_of_range_is_not_cut_to_fit(qtbot: Any, text: str) -> None:
    edit, changes, refusals = watched(qtbot, IntegerEdit(1, 4096))
    edit.setValue(32)
    typed(edit, text)
    assert edit.value() == 32
    assert changes == [32]
    assert len(refusals) == 1


@pytest.mark.parametrize("value", [0, 4097, -1])
def test_that_code_cannot_set_it_out_of_range_either(qtbot: Any, value: int) -> None:
    edit, changes, refusals = watched(qtbot, IntegerEdit(1, 4096))
    edit.setValue(value)
    assert changes == []
    assert len(refusals) == 1


def test_that_a_refusal_says_where(qtbot: Any) -> None:
    edit, _, refusals = watched(qtbot, IntegerEdit(1, 9))
    edit.setAccessibleName("Hidden size l")
    typed(edit, "2.5")
    assert refusals == ["Hidden size l: “2.5” is not a whole number. Type one from 1 to 9."]


def test_that_esc_gives_up_what_was_typed(qtbot: Any) -> None:
    edit, changes, refusals = watched(qtbot, IntegerEdit(1, 4096))
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "77x")
    assert edit.being_edited()
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not edit.being_edited()
    assert edit.text() == "1"
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (changes, refusals) == ([], [])


def test_that_the_value_typed_again_is_confirmed_and_a_mere_return_is_not(qtbot: Any) -> None:
    edit, changes, _ = watched(qtbot, IntegerEdit(0, 9))
    confirmed: list[int] = []
    edit.confirmed.connect(lambda: confirmed.append(edit.value()))
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert confirmed == []
    for text in ("0", "00"):
        edit.selectAll()
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (confirmed, changes) == ([0, 0], [])
    assert edit.text() == "0"


def turn(edit: QWidget) -> None:
    middle = QPointF(edit.rect().center())
    wheel = QWheelEvent(
        middle, QPointF(edit.mapToGlobal(middle)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(edit, wheel)


def test_that_the_wheel_turns_only_the_editor_that_has_the_focus(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    edit, other = IntegerEdit(0, 9), IntegerEdit(0, 9)
    column = QVBoxLayout(window)
    column.addWidget(edit)
    column.addWidget(other)
    window.show()
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    turn(edit)
    turn(other)
    assert (edit.value(), other.value()) == (0, 1)


def test_that_the_minimum_can_stand_for_what_has_no_number(qtbot: Any) -> None:
    edit, changes, refusals = watched(qtbot, IntegerEdit(-1, 9))
    edit.setSpecialValueText("none")
    assert edit.text() == "none"
    typed(edit, "4")
    typed(edit, "")
    assert changes == [4, -1]
    assert edit.text() == "none"
    typed(edit, "-1")
    assert refusals == ["“-1” is out of range. Type a whole number from 0 to 9."]
    QTest.keyClick(edit, Qt.Key.Key_Up)
    QTest.keyClick(edit, Qt.Key.Key_Down)
    assert edit.value() == 0


def test_that_a_range_that_shrinks_takes_the_value_along_and_tells_nobody(qtbot: Any) -> None:
    edit, changes, refusals = watched(qtbot, IntegerEdit(0, 60_000))
    edit.setValue(59_999)
    edit.setRange(0, 99)
    assert (edit.value(), edit.text()) == (99, "99")
    assert (changes, refusals) == ([59_999], [])


def test_that_it_follows_the_size_of_the_text(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    edit = IntegerEdit(0, 9999)
    QVBoxLayout(window).addWidget(edit)
    narrow = edit.sizeHint().width()
    font = window.font()
    font.setPointSize(3 * font.pointSize())
    window.setFont(font)
    assert edit.font().pointSize() == font.pointSize()
    assert edit.sizeHint().width() > narrow


def test_that_an_index_is_shown_and_typed_as_one_counts(qtbot: Any) -> None:
    edit = IndexEdit()
    qtbot.addWidget(edit)
    edit.setRange(0, 9)
    edit.setValue(3)
    refused: list[str] = []
    edit.refused.connect(refused.append)
    for start in counting.STARTS:
        counting.count_from(start)
        assert (edit.value(), edit.lineEdit().text()) == (3, str(3 + start))
        assert edit.valueFromText(str(start)) == 0
        assert edit.valueFromText(str(9 + start)) == 9
        for beyond in (start - 1, 10 + start):
            with pytest.raises(InputError, match=f"from {start} to {9 + start}"):
                edit.valueFromText(str(beyond))
    edit.setFocus()
    edit.lineEdit().setText("7")
    edit.lineEdit().textEdited.emit("7")
    counting.count_from(0)
    assert edit.lineEdit().text() == "7"  # somebody is about to type it


def test_that_a_number_with_more_digits_than_room_shows_its_first_ones(qtbot: Any) -> None:
    edit = IntegerEdit()
    qtbot.addWidget(edit)
    edit.resize(60, 24)
    edit.show()
    edit.setValue(2**63 - 1)
    assert edit.lineEdit().cursorPosition() == 0
