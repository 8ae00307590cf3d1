"""How the keys walk through a grid of cards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

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
