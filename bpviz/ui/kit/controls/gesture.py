"""Gesture: which values belong together because a person passed through them in one go."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractSlider

PAUSE_MS = 600
"""Longer than a held key or arrow waits before it repeats: a rest that ends a gesture."""


class Gesture(QObject):
    """Counts gestures: a drag of `slider`, a key or an arrow that is held, a turn of the wheel.

    Attributes
    ----------
    number : int
        Of the gesture at hand, counted from 1.

    Signals
    -------
    ended()
        Nothing more belongs to that number.
    """

    ended = Signal()

    def __init__(self, slider: QAbstractSlider, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self._slider = slider
        self._open = False
        self._rest = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._rest.timeout.connect(self.end)
        slider.sliderPressed.connect(self.end)
        slider.sliderReleased.connect(self.end)

    def go_on(self) -> None:
        """Take a value that is about to be set as part of a gesture, which it may begin."""
        if not self._open:
            self._open = True
            self.number += 1
        if self._slider.isSliderDown():  # whoever holds it still has not let it go
            self._rest.stop()
        else:
            self._rest.start()

    @Slot()
    def end(self) -> None:
        """Let the next value begin another gesture."""
        self._rest.stop()
        if self._open:
            self._open = False
            self.ended.emit()
