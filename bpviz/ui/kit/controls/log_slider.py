"""A slider over a logarithmic scale: Qt's own counts evenly, and in 32 bits."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QSlider, QWidget

from bpviz.ui.kit.controls import preferred_numbers


class LogSlider(QSlider):
    """A slider whose positions are notches, ten a decade, from `low` to `high` (both > 0).

    Parameters
    ----------
    low, high : float
        Rounded to the nearest notch.
    beyond : int
        Extra positions above `high`, for what has no number, such as "unlimited".
    """

    number_changed = Signal(float)
    """The number at the new position, whoever moved it."""

    def __init__(
        self, low: float, high: float, parent: QWidget | None = None, *, beyond: int = 0
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(preferred_numbers.nearest(low), preferred_numbers.nearest(high) + beyond)
        self.setSingleStep(1)
        self.setPageStep(preferred_numbers.PER_DECADE)
        self.valueChanged.connect(self._tell)

    def number(self) -> float:
        """Return the number at the position."""
        return preferred_numbers.value_of(self.value())

    def set_number(self, number: float) -> None:
        """Move to the position nearest to `number` > 0, without a signal."""
        with QSignalBlocker(self):
            self.setValue(preferred_numbers.nearest(number))
        self.update()

    @Slot(int)
    def _tell(self, position: int) -> None:
        self.number_changed.emit(preferred_numbers.value_of(position))
