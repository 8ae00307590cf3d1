"""SeekThrottle: sends wishes as fast as they are carried out, and never starves them."""

from __future__ import annotations

import math
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

EVERY_MS = 33
"""Least time between two wishes."""

PATIENCE_MS = 150
"""How long a wish may take before a newer one takes its place, to begin with."""


class SeekThrottle(QObject):
    """Decides when the next of many wishes goes out.

    The trainer gives a move up when another one waits for it.  While the mouse drags on, a wish
    every few milliseconds would thus let no slow move ever come to its end, and nothing would
    be seen of the way.  So the next wish goes out when the last was carried out.  One that takes
    too long is given up, and each time that happens the next is granted twice the time: however
    slow moves are, sooner or later one arrives.  The time one took is remembered for the next.

    Whoever sends a wish calls `sent` with the number of its command, and `acknowledged` with what
    frames say.  Who does not has wishes go out at an even pace, whatever becomes of them.

    Parameters
    ----------
    clock : callable
        Returns the time in seconds.

    Signals
    -------
    due(object)
        Send this step, or whatever was wished for, now.
    """

    due = Signal(object)

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._wish: float | None = None
        self._number: int | None = None  # of the command that is under way
        self._patience = float(PATIENCE_MS)
        self._clock = clock
        self._sent_at: float | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def wish(self, value: float) -> None:
        """Take the place of the wish that waits, and go out as soon as may be."""
        self._wish = value
        self.look()

    def sent(self, number: int) -> None:
        """Note the number of the command that carries the last wish."""
        self._number = number

    def acknowledged(self, number: int) -> None:
        """Note that all commands up to `number` are carried out."""
        if self._number is not None and number >= self._number:
            self._number = None
            self._patience = max(PATIENCE_MS, 2 * self._elapsed())
            self.look()

    def flush(self) -> None:
        """Send what waits at once: the person has decided."""
        if self._wish is not None:
            self._send()

    def drop(self) -> None:
        """Forget what waits and what is under way: something else was asked for."""
        self._wish = self._number = None
        self._timer.stop()

    def waits(self) -> bool:
        """Whether a wish waits or is under way."""
        return self._wish is not None or self._number is not None

    def _elapsed(self) -> float:
        return 1e9 if self._sent_at is None else 1000 * (self._clock() - self._sent_at)

    @Slot()
    def look(self) -> None:
        """Send the wish that waits, if it is time; otherwise look again when it is."""
        if self._wish is None:
            return
        needed = EVERY_MS if self._number is None else self._patience
        left = needed - self._elapsed()
        if left > 0:
            self._timer.start(math.ceil(left))
            return
        if self._number is not None:
            self._patience *= 2
        self._send()

    def _send(self) -> None:
        value, self._wish = self._wish, None
        self._timer.stop()
        self._number = None
        self._sent_at = self._clock()
        self.due.emit(value)
