"""Where a key leads in a list of samples that stands in lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
SIDEWAYS = frozenset(_SIDEWAYS)
"""The keys that go to the neighbour in the same line."""


def destination(
    key: int, place: int | None, n: int, *, per_line: int, page: int, first: int
) -> int | None:
    """Return the place, 0 … `n` − 1, that a key leads to; None if it leads nowhere.

    Left and right go on in the line before or after; up and down keep to the column, and stay
    where there is no line further; from the last but one line one comes to the end of the last.

    Parameters
    ----------
    key : int
        ``Qt.Key``.
    place : int or None
        Where one stands; None begins with `first`.
    n : int
        Samples in the list.
    per_line : int
        Of them in a line, at least 1.
    page : int
        Lines that are in sight, at least 1.
    first : int
        Place of the first sample in sight.
    """
    last = n - 1
    if n <= 0:
        return None
    if key == Qt.Key.Key_Home:
        return 0
    if key == Qt.Key.Key_End:
        return last
    known = Qt.Key(key) if key in (*_SIDEWAYS, *_LINES, *_PAGES) else None
    if known is None:
        return None
    if place is None:
        return min(max(first, 0), last)
    if known in _SIDEWAYS:
        return min(max(place + _SIDEWAYS[known], 0), last)
    line, column = divmod(place, per_line)
    further = _LINES[known] if known in _LINES else _PAGES[known] * page
    goal = min(max(line + further, 0), last // per_line)
    return place if goal == line else min(goal * per_line + column, last)


KEYPAD = Qt.KeyboardModifier.KeypadModifier
PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def presses(event: QKeyEvent) -> bool:
    """Whether a key does something with the card at hand: Enter or Space alone."""
    return event.key() in PRESS and not event.modifiers() & ~KEYPAD


def walked(event: QKeyEvent, place: int, count: int, columns: int, lines: int) -> int | None:
    """Return the place that a key leads to from `place`; None for a key that does not walk.

    Parameters
    ----------
    count : int
        Cards in the grid.
    columns : int
        Cards beside each other.
    lines : int
        Lines of cards that a page is high.
    """
    key = event.key()
    if not count or event.modifiers() & ~KEYPAD:
        return None
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return 0 if key == Qt.Key.Key_Home else count - 1
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        return min(max(place + (1 if key == Qt.Key.Key_Right else -1), 0), count - 1)
    down = {
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_PageUp: -lines,
        Qt.Key.Key_PageDown: lines,
    }.get(Qt.Key(key))
    if down is None:
        return None
    line, column = divmod(place, columns)
    last = (count - 1) // columns
    return min(min(max(line + down, 0), last) * columns + column, count - 1)
