"""Spin boxes for real numbers whose range depends on the data set and may begin at 0."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from bpviz.ui.kit.controls.float_edit import RealEdit


class RangeEdit(RealEdit):
    """A number of a range that can change; its arrows go through round places.

    Parameters
    ----------
    places : tuple of float
        Where the arrows stop, rising; beside them at both ends of the range.
    """

    def __init__(self, places: tuple[float, ...], parent: QWidget | None = None) -> None:
        self._places = places
        super().__init__(places[0], places[-1], places[0], parent)

    def sentence(self, typed: str, good: str) -> str:
        """Say which numbers are possible."""
        return self.tr(
            "“{typed}” is not possible here: it must be a number from {low} to {high}; it stays "
            "{good}."
        ).format(
            typed=typed,
            low=self.textFromValue(self.minimum()),
            high=self.textFromValue(self.maximum()),
            good=good,
        )

    def stepBy(self, steps: int) -> None:
        """Go to a place above or below."""
        self.interpretText()
        if steps > 0:
            place = bisect_right(self._places, self.value()) + steps - 1
        else:
            place = bisect_left(self._places, self.value()) + steps
        moved = self._places[min(max(place, 0), len(self._places) - 1)]
        self.setValue(min(max(moved, self.minimum()), self.maximum()))
        self.selectAll()


class NoiseEdit(RangeEdit):
    """A standard deviation; its arrows go by 0.01 up to 0.1, then by 0.05."""

    def __init__(self, parent: QWidget | None = None) -> None:
        fine = tuple(i / 100 for i in range(10))
        super().__init__((*fine, *(i / 20 for i in range(2, 201))), parent)


class PercentEdit(RangeEdit):
    """A share in per cent, with or without its sign; its arrows go by 5."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tuple(float(i) for i in range(0, 101, 5)), parent)

    def textFromValue(self, value: float) -> str:
        """Write the number and the sign."""
        return self.tr("{number} %").format(number=super().textFromValue(value))

    def valueFromText(self, typed: str) -> float:
        """Read a number with or without the sign."""
        return super().valueFromText(_bare(typed))

    def validate(self, typed: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; it is judged at the end."""
        return super().validate(_bare(typed), position)[0], typed, position


def _bare(typed: str) -> str:
    return typed.strip().removesuffix("%")
