"""The speed control: from a step in ten seconds to as fast as the machine can."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from bpviz.ui.core import formatting
from bpviz.ui.kit.controls.log_slider import LogSlider

SLOWEST = 0.1
"""Steps per second at which each phase can be talked over."""

FASTEST = 1e6
"""The largest speed that has a number; the position after it is unlimited."""


def speed_text(speed: float | None) -> str:
    """Write steps per second for people: "1 step/s", "1 000 steps/s", "unlimited"."""
    if speed is None:
        return QCoreApplication.translate("SpeedEdit", "unlimited")
    if speed == 1:
        return QCoreApplication.translate("SpeedEdit", "1 step/s")
    shown = formatting.count(round(speed)) if speed == round(speed) else formatting.number(speed, 2)
    return QCoreApplication.translate("SpeedEdit", "{speed} steps/s").format(speed=shown)


class SpeedEdit(LogSlider):
    """A slider from 0.1 steps/s over 1 000 000 steps/s to unlimited, its last position."""

    speed_changed = Signal(object)
    """Steps per second as a float, or None for unlimited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SLOWEST, FASTEST, parent, beyond=1)
        self.setValue(self.maximum())
        self.valueChanged.connect(self._tell_speed)
        self._describe()

    def speed(self) -> float | None:
        """Return the speed in steps per second; None is unlimited."""
        return None if self.value() == self.maximum() else self.number()

    def set_speed(self, speed: float | None) -> None:
        """Move to `speed` > 0 without a signal."""
        with QSignalBlocker(self):
            if speed is None:
                self.setValue(self.maximum())
            else:
                self.set_number(min(max(speed, SLOWEST), FASTEST))
        self._describe()

    @Slot(int)
    def _tell_speed(self, _position: int) -> None:
        self._describe()
        self.speed_changed.emit(self.speed())

    def _describe(self) -> None:
        """Say the speed to assistive technology, for which a position means nothing."""
        self.setAccessibleDescription(speed_text(self.speed()))
