"""A slider over a logarithmic scale: Qt's own counts evenly, and in 32 bits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QSlider, QWidget

from bpviz.ui.core import formatting
from bpviz.ui.kit.controls import preferred_numbers


class LogSlider(QSlider):
    """A slider whose positions are notches, ten a decade, from `low` to `high` (both > 0).

    Parameters
    ----------
    low, high : float
        Rounded to the nearest notch.
    unlimited : bool
        Whether there is one more position above `high`, which has no number.
    spoken : callable
        What assistive technology says of a number, None for unlimited: a position means nothing.
    """

    number_changed = Signal(object)
    """The number at the new position, whoever moved it; None for unlimited."""

    def __init__(
        self,
        low: float,
        high: float,
        parent: QWidget | None = None,
        *,
        unlimited: bool = False,
        spoken: Callable[[float | None], str] = formatting.number,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._last = preferred_numbers.nearest(high)
        self._spoken = spoken
        self.setRange(preferred_numbers.nearest(low), self._last + unlimited)
        self.setSingleStep(1)
        self.setPageStep(preferred_numbers.PER_DECADE)
        self.set_number(None if unlimited else low)
        self.valueChanged.connect(self._tell)

    def number(self) -> float | None:
        """Return the number at the position, None for unlimited."""
        position = self.value()
        return None if position > self._last else preferred_numbers.value_of(position)

    def set_number(self, number: float | None) -> None:
        """Move to the position nearest to `number` > 0, or to unlimited, without a signal."""
        with QSignalBlocker(self):
            nearest = self._last + 1 if number is None else preferred_numbers.nearest(number)
            self.setValue(nearest if number is None else min(nearest, self._last))
        self.setAccessibleDescription(self._spoken(self.number()))
        self.update()

    @Slot()
    def _tell(self) -> None:
        self.setAccessibleDescription(self._spoken(self.number()))
        self.number_changed.emit(self.number())
