"""PenNavigation: where the keyboard has the pen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from bpviz.ui.kit.controls.keys import ARROWS

STEP = 1 / 28
"""How far a key moves the pen, in sides of the canvas: one pixel of MNIST."""

SMALL_STEP = STEP / 4

CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)

_MOVES: dict[int, tuple[int, int]] = {
    **ARROWS,
    # Where they lie on the number pad.
    Qt.Key.Key_Home: (-1, -1),
    Qt.Key.Key_PageUp: (1, -1),
    Qt.Key.Key_End: (-1, 1),
    Qt.Key.Key_PageDown: (1, 1),
}
_ALLOWED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class PenNavigation:
    """The pen as the keys move it.

    Attributes
    ----------
    place : (float, float)
        x and y on the canvas, 0 … 1.
    down : bool
        Whether Space has put it down.
    shown : bool
        Whether somebody uses the keys, and needs to see it.
    """

    def __init__(self) -> None:
        self.place = 0.5, 0.5
        self.down = self.shown = False

    def press(self, event: QKeyEvent) -> bool:
        """Move it if the key is one of those that do; return whether it was."""
        move = _MOVES.get(event.key())
        if move is None or event.modifiers() & ~_ALLOWED:
            return False
        small = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = SMALL_STEP if small else STEP
        x, y = (min(max(at + step * by, 0.0), 1.0) for at, by in zip(self.place, move, strict=True))
        self.place = x, y
        self.shown = True
        return True

    def leave(self, place: tuple[float, float]) -> None:
        """The mouse has the pen now, and leaves it at `place`."""
        x, y = (min(max(at, 0.0), 1.0) for at in place)
        self.place = x, y
        self.down = self.shown = False
