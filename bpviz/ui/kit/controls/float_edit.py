"""A spin box for real numbers that reads "0,3", "0.3" and "1e-3" alike in every locale."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from bpviz.parsing import parse_number
from bpviz.ui.kit.controls import preferred_numbers

_DECIMALS = 323  # QDoubleSpinBox rounds to so many decimals: with all of them it rounds nothing


class RealEdit(QDoubleSpinBox):
    """A spin box for a finite number of ``low … high``; its arrows go by notches.

    Text is taken over at Enter or when the focus leaves, never while somebody types.  What is not
    possible is refused with a sentence, and the last good value comes back.
    """

    refused = Signal(str)
    """One sentence that says what is wrong with what was typed or set."""
    moving = False
    """Whether `valueChanged` comes from an arrow, a key, the wheel or a slider: not typed."""

    def __init__(self, low: float, high: float, value: float, parent: QWidget | None = None):
        super().__init__(parent)
        self.setDecimals(_DECIMALS)
        self.setRange(low, high)
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(False)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToPreviousValue)
        super().setValue(value)

    def sentence(self, typed: str, good: str) -> str:
        """Say why `typed` was refused, and that it stays at `good`."""
        return self.tr("“{typed}” is not possible here; it stays {good}.").format(
            typed=typed, good=good
        )

    def setValue(self, value: float) -> None:
        """Set the value; anything that is not possible is refused."""
        if self._good(value):
            super().setValue(value)
        else:
            self._refuse(f"{value:g}")

    def textFromValue(self, value: float) -> str:
        """Write the shortest text that means `value`, with this locale's decimal mark."""
        short = f"{value:.4g}"
        plain = short if float(short) == value else repr(value)
        mantissa, _, exponent = plain.partition("e")
        plain = f"{mantissa}e{int(exponent)}" if exponent else plain.removesuffix(".0")
        comma = self.locale().decimalPoint() == ","
        return plain.replace(".", ",") if comma else plain

    def valueFromText(self, typed: str) -> float:
        """Read `typed`; the present value where it is no number."""
        try:
            return parse_number(typed)
        except ValueError:
            return self.value()

    def validate(self, typed: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; it is judged at the end."""
        try:
            good = self._good(parse_number(typed))
        except ValueError:
            good = False
        state = QValidator.State.Acceptable if good else QValidator.State.Intermediate
        return state, typed, position

    def fixup(self, typed: str) -> str:
        """Refuse what was typed, and go back to the last good value."""
        self._refuse(typed.strip()[:40])
        return self.textFromValue(self.value())

    def stepBy(self, steps: int) -> None:
        """Move by `steps` notches, about a tenth of a decade each."""
        self.interpretText()
        moved = preferred_numbers.moved(self.value(), steps) if self.value() > 0 else 1e-6
        self.move_to(min(max(moved, self.minimum()), self.maximum()))
        self.selectAll()

    @Slot(float)
    def move_to(self, value: float) -> None:
        """Set the value as one of those that a person passes through; see `moving`."""
        self.moving = True
        try:
            self.setValue(value)
        finally:
            self.moving = False

    def being_edited(self) -> bool:
        """Whether somebody has typed something that is not taken over yet."""
        return self.hasFocus() and self.lineEdit().isModified()

    def _good(self, value: float) -> bool:
        return math.isfinite(value) and self.minimum() <= value <= self.maximum()

    def _refuse(self, typed: str) -> None:
        self.refused.emit(self.sentence(typed, self.textFromValue(self.value())))


class ToleranceEdit(RealEdit):
    """A number from 0 to below 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0.0, math.nextafter(1.0, 0.0), 1e-3, parent)

    def sentence(self, typed: str, good: str) -> str:
        """Say what a tolerance is."""
        return self.tr(
            "“{typed}” is not a tolerance: it must be a number from 0 to below 1; it stays {good}."
        ).format(typed=typed, good=good)


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
