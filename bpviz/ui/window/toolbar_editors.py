"""The editor for λ, which must be a finite number above 0."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QStyle, QStyleOptionSpinBox, QWidget

from bpviz.training.events import Frame
from bpviz.training.journal.entries import RateChange
from bpviz.training.step.phases import Phase
from bpviz.ui.core import formatting
from bpviz.ui.kit.controls.float_edit import RealEdit
from bpviz.ui.kit.controls.log_slider import LogSlider

LONG = "0.12345678"
_MARGIN = 4  # pixels between the text and the edge of its field


def rate_to_set(frame: Frame) -> float:
    """Return the λ that a person changes at this place.

    In the midst of an update that is the λ of the step after it: the update at hand keeps its own.
    """
    if frame.phase is Phase.UPDATE and frame.row > 0:
        for note in reversed(frame.journal):
            if note.step <= frame.step:
                break
            if isinstance(note.change, RateChange) and note.step == frame.step + 1:
                return note.change.learning_rate
    return frame.learning_rate


class LearningRateEdit(RealEdit):
    """A spin box for λ without a limit in either direction, but above 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(1e-300, 1e308, 0.1, parent)

    def wide_enough(self) -> int:
        """Return the width with which a rate of eight decimals is not cut, in pixels."""
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        # Not `sizeFromContents`, which counts with the height that it had with another font.
        option.rect = QRect(0, 0, 1000, 100)
        control, field = QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxEditField
        beside = 1000 - self.style().subControlRect(control, option, field, self).width()
        return self.fontMetrics().horizontalAdvance(LONG) + 2 * _MARGIN + beside

    def sentence(self, typed: str, good: str) -> str:
        """Say what λ must be."""
        if not typed:
            return self.tr(
                "λ is empty: it must be a finite number above 0, such as 0.1 or 1e-3; "
                "it stays {good}."
            ).format(good=good)
        return self.tr(
            "“{typed}” is not a learning rate: λ must be a finite number above 0, such as 0.1 "
            "or 1e-3; it stays {good}."
        ).format(typed=typed, good=good)


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
