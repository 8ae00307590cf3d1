"""Where keys lead in a list that stands in lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from bpviz.ui.kit.controls.keys import neighbour, plain, presses, walked

KEY = Qt.Key
SIZES = st.tuples(st.integers(1, 60), st.integers(1, 9), st.integers(1, 5))


def go(key: Qt.Key, place: int | None, n: int, per_line: int = 4, page: int = 2) -> int | None:
    return walked(key, place, n, per_line=per_line, page=page)


@given(SIZES, st.data())
def test_that_up_and_down_keep_to_the_column(
    sizes: tuple[int, int, int], data: st.DataObject
) -> None:
    n, per_line, page = sizes
    lines = [list(range(n))[i : i + per_line] for i in range(0, n, per_line)]
    place = data.draw(st.integers(0, n - 1))
    line = next(i for i, each in enumerate(lines) if place in each)
    column = lines[line].index(place)
    for key, further in (
        (KEY.Key_Up, -1),
        (KEY.Key_Down, 1),
        (KEY.Key_PageUp, -page),
        (KEY.Key_PageDown, page),
    ):
        goal = lines[max(0, min(line + further, len(lines) - 1))]
        there = goal[column] if column < len(goal) else goal[-1]
        assert go(key, place, n, per_line, page) == there


@given(SIZES)
def test_that_right_goes_through_all_samples(sizes: tuple[int, int, int]) -> None:
    n, per_line, page = sizes
    seen = [0]
    while (following := go(KEY.Key_Right, seen[-1], n, per_line, page)) != seen[-1]:
        assert following is not None
        seen.append(following)
    assert seen == list(range(n))


@given(SIZES)
def test_that_down_goes_through_all_lines(sizes: tuple[int, int, int]) -> None:
    n, per_line, page = sizes
    place, lines = 0, [0]
    while (following := go(KEY.Key_Down, place, n, per_line, page)) != place:
        assert following is not None
        place = following
        lines.append(place // per_line)
    assert lines == list(range((n - 1) // per_line + 1))


def test_that_the_edges_are_ends() -> None:
    assert go(KEY.Key_Left, 0, 10) == 0
    assert go(KEY.Key_Right, 9, 10) == 9
    assert go(KEY.Key_Up, 2, 10) == 2
    assert go(KEY.Key_Down, 8, 10) == 8
    assert go(KEY.Key_Down, 6, 10) == 9  # there is no third in the last line
    assert go(KEY.Key_Home, 7, 10) == 0
    assert go(KEY.Key_End, 0, 10) == 9
    assert go(KEY.Key_PageDown, 1, 10) == 9
    assert go(KEY.Key_PageUp, 9, 10) == 1


def test_that_one_begins_with_what_is_in_sight() -> None:
    assert walked(KEY.Key_Down, None, 100, per_line=4, page=2, first=40) == 40
    assert walked(KEY.Key_Down, None, 10, per_line=4, page=2, first=40) == 9


def test_that_other_keys_and_empty_lists_lead_nowhere() -> None:
    assert go(KEY.Key_Space, 0, 10) is None
    assert go(KEY.Key_Down, None, 0) is None
    assert go(KEY.Key_Home, None, 0) is None


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifier)


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        (KEY.Key_Right, 4, 5),
        (KEY.Key_Right, 10, 10),
        (KEY.Key_Left, 0, 0),
        (KEY.Key_Down, 1, 5),
        (KEY.Key_Down, 7, 10),  # the last line is shorter
        (KEY.Key_Down, 9, 9),
        (KEY.Key_Up, 9, 5),
        (KEY.Key_Up, 2, 2),
        (KEY.Key_PageDown, 1, 9),
        (KEY.Key_PageUp, 9, 1),
        (KEY.Key_Home, 7, 0),
        (KEY.Key_End, 2, 10),
    ],
)
def test_that_keys_walk_through_eleven_cards_in_four_columns(
    key: Qt.Key, start: int, end: int
) -> None:
    assert go(key, start, 11) == end


def test_that_enter_and_space_press_unless_a_modifier_is_held() -> None:
    control, keypad = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
    assert plain(press(KEY.Key_Right, keypad))
    assert not plain(press(KEY.Key_Right, control | keypad))
    assert presses(press(KEY.Key_Space))
    assert presses(press(KEY.Key_Enter, keypad))
    assert not presses(press(KEY.Key_Space, control))
    assert not presses(press(KEY.Key_A))


@given(st.integers(-1, 5), st.integers(-1, 6))
def test_that_an_arrow_goes_to_the_neighbour_within_the_table(row: int, column: int) -> None:
    rows, columns = (-1, 5), (-1, 6)
    there = {
        KEY.Key_Left: (row, max(column - 1, -1)),
        KEY.Key_Right: (row, min(column + 1, 6)),
        KEY.Key_Up: (max(row - 1, -1), column),
        KEY.Key_Down: (min(row + 1, 5), column),
    }
    for key, cell in there.items():
        assert neighbour(key, (row, column), rows, columns) == cell
