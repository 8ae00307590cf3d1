"""Where a key leads in a list of samples that stands in lines."""

from __future__ import annotations

from PySide6.QtCore import Qt

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
