"""LinearEdit: a spin box for any real number, whose arrows go by equal steps."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from bpviz.ui.kit.controls.float_edit import RealEdit

LARGEST = 1e150
"""What can be typed lies between its negative and this."""


class LinearEdit(RealEdit):
    """A number whose arrows go by a hundredth of a range, below zero too.

    Parameters
    ----------
    low, high : float
        The range that is usual, low < high; what lies beyond it can be typed as well.
    """

    low, high = 0.0, 1.0  # Qt asks for a text while it is being made

    def __init__(self, low: float, high: float, value: float, parent: QWidget | None = None):
        super().__init__(-LARGEST, LARGEST, 0.0, parent)
        self.low, self.high = low, high
        self.setValue(value)

    @property
    def places(self) -> int:
        """Decimal places that tell a thousandth of the range; may be negative."""
        return 3 - math.floor(math.log10(max(self.high - self.low, 1e-300)))

    def rounded(self, value: float) -> float:
        """Return `value` with so many decimal places."""
        return round(value, self.places) + 0.0  # never −0

    def textFromValue(self, value: float) -> str:
        """Write no more decimal places than a slider could tell."""
        return super().textFromValue(self.rounded(value))

    def valueFromText(self, typed: str) -> float:
        """Read `typed`; the value itself, with all its digits, where that is what stands there."""
        value = self.value()
        return value if typed == self.textFromValue(value) else super().valueFromText(typed)

    def stepBy(self, steps: int) -> None:
        """Move by `steps` hundredths of the range."""
        self.interpretText()
        moved = self.rounded(self.value() + steps * (self.high - self.low) / 100)
        self.setValue(min(max(moved, -LARGEST), LARGEST))
        self.selectAll()

    def sizeHint(self) -> QSize:
        """Room for a sign and a few figures; the widest number that is possible needs far more."""
        metrics = self.fontMetrics()
        height = super().sizeHint().height()
        return QSize(metrics.horizontalAdvance("−00.000") + height + 4, height)

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()
