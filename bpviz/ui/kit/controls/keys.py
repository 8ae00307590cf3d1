"""Which keys walk, and where they lead in what stands in lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

KEEPS_FOCUS = "keeps_focus"
"""Property of a widget with keys of its own, such as Delete, that a click leaves the focus to."""

ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""How far right and down each arrow goes."""

_PAGES: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def plain(event: QKeyEvent) -> bool:
    """Whether a key is pressed without Ctrl, Shift and their like; it may be of the number pad."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def presses(event: QKeyEvent) -> bool:
    """Whether a key does something with what is at hand: Enter or Space alone."""
    return event.key() in (*ENTER, Qt.Key.Key_Space) and plain(event)


def walked(
    key: int, place: int | None, count: int, *, per_line: int, page: int, first: int = 0
) -> int | None:
    """Return the place, 0 … `count` − 1, that a key leads to; None for one that does not walk.

    Left and right go on in the line before or after; up and down keep to the column, and stay
    where there is no line further; from the last but one line one comes to the end of the last.

    Parameters
    ----------
    key : int
        ``Qt.Key``.
    place : int or None
        Where one stands; None begins with `first`, unless the key goes to an end.
    count : int
        Of what stands in lines.
    per_line : int
        Of them in a line, at least 1.
    page : int
        Lines that PageUp and PageDown go, at least 1.
    first : int
        Place of the first one in sight.
    """
    last = count - 1
    if count <= 0 or key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return None if count <= 0 else 0 if key == Qt.Key.Key_Home else last
    right, down = ARROWS.get(key, (0, _PAGES.get(key, 0) * page))
    if not right and not down:
        return None
    if place is None:
        return min(max(first, 0), last)
    if right:
        return min(max(place + right, 0), last)
    line, column = divmod(place, per_line)
    line = min(max(line + down, 0), last // per_line)
    return min(line * per_line + column, last)


def neighbour(
    key: int, cell: tuple[int, int], rows: tuple[int, int], columns: tuple[int, int]
) -> tuple[int, int]:
    """Return the row and column that an arrow leads to, within the first and last of each."""
    right, down = ARROWS[key]
    row, column = cell
    return min(max(row + down, rows[0]), rows[1]), min(max(column + right, columns[0]), columns[1])
