"""Editors for whole numbers: 64 bits where Qt's own have 32, and no value before its last digit."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QSpinBox, QWidget

from bpviz.parsing import parse_count
from bpviz.training.settings import MAX_SEED
from bpviz.ui.core import formatting
from bpviz.ui.core.formatting import count, tabular
from bpviz.ui.core.theme import current_theme, theme_changed

_ROUND = tuple(digit * 10**power for power in range(19) for digit in (1, 2, 5))


def _sentence(typed: str, low: int, high: int, good: int) -> str:
    wrong = typed.strip()[:40]
    template = (
        QCoreApplication.translate(
            "CountEdit",
            "“{typed}” is not possible here: it must be a whole number from {low} to {high}; "
            "it stays {good}.",
        )
        if wrong
        else QCoreApplication.translate(
            "CountEdit", "A whole number from {low} to {high} is missing here; it stays {good}."
        )
    )
    return template.format(
        typed=wrong,
        low=formatting.count(low),
        high=formatting.count(high),
        good=formatting.count(good),
    )


def _read(typed: str, low: int, high: int) -> int | None:
    try:
        value = parse_count(typed)
    except ValueError:
        return None
    return value if low <= value <= high else None


class HiddenSizeEdit(QSpinBox):
    """A spin box that takes a typed number over at Enter or when the focus leaves.

    What is out of range is refused with a sentence; Qt's own would turn 5000 into 500.
    """

    refused = Signal(str)
    """One sentence that says what would be right."""

    def __init__(self, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(False)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToPreviousValue)

    def setValue(self, value: int) -> None:
        """Set the value; refuse what is out of range."""
        if self.minimum() <= value <= self.maximum():
            super().setValue(value)
        else:
            self._refuse(str(value))

    def textFromValue(self, value: int) -> str:
        """Write bare digits, the same in every locale."""
        return str(value)

    def valueFromText(self, typed: str) -> int:
        """Read `typed`; the present value where it is none."""
        value = _read(typed, self.minimum(), self.maximum())
        return self.value() if value is None else value

    def validate(self, typed: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; it is judged at the end."""
        good = _read(typed, self.minimum(), self.maximum()) is not None
        state = QValidator.State.Acceptable if good else QValidator.State.Intermediate
        return state, typed, position

    def fixup(self, typed: str) -> str:
        """Refuse what was typed, and go back to the last good value."""
        self._refuse(typed)
        return str(self.value())

    def _refuse(self, typed: str) -> None:
        self.refused.emit(_sentence(typed, self.minimum(), self.maximum(), self.value()))


class CountEdit(QAbstractSpinBox):
    """A spin box for whole numbers up to 2⁶³ − 1, taken over at Enter or when the focus leaves.

    Parameters
    ----------
    low, high : int
        The range; anything else is refused with a sentence.
    round_steps : bool
        The arrows go through 1, 2, 5, 10, 20, 50 … instead of one by one.
    """

    valueChanged = Signal(object)
    """The new value as an int: Qt's own signal for int has 32 bits."""
    refused = Signal(str)
    """One sentence that says what would be right."""

    # Of the class too: Qt may ask before the object is made and after it has lost its own.
    _value = _low = _high = 0

    def __init__(
        self,
        low: int,
        high: int = MAX_SEED,
        parent: QWidget | None = None,
        *,
        round_steps: bool = False,
    ) -> None:
        # Before Qt's part: it may ask for the arrows while it is being made.
        self._low, self._high, self._value = low, high, low
        super().__init__(parent)
        self._round = round_steps
        self._show()
        self.editingFinished.connect(self._take_over)

    def value(self) -> int:
        """Return the value last taken over."""
        return self._value

    def setValue(self, value: int) -> None:
        """Set the value and tell if it is new; refuse what is out of range."""
        if not self._low <= value <= self._high:
            self._refuse(str(value))
        elif value != self._value:
            self._value = int(value)
            self._show()
            self.valueChanged.emit(self._value)
        else:
            self._show()

    def set_range(self, low: int, high: int) -> None:
        """Let other values be possible; one beyond them becomes the nearest, without a signal."""
        self._low, self._high = low, high
        self._value = min(max(self._value, low), high)
        self._show()

    def stepBy(self, steps: int) -> None:
        """Go up or down."""
        self._take_over()
        self.setValue(min(max(self._moved(steps), self._low), self._high))
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Say which arrow leads anywhere."""
        flags = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self._value < self._high:
            flags |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        if self._value > self._low:
            flags |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return flags

    def validate(self, typed: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; it is judged at the end."""
        return QValidator.State.Acceptable, typed, position

    def being_edited(self) -> bool:
        """Whether somebody has typed something that is not taken over yet."""
        return self.hasFocus() and self.lineEdit().isModified()

    def _moved(self, steps: int) -> int:
        if not self._round:
            return self._value + steps
        if steps > 0:
            place: int = bisect_right(_ROUND, self._value) + steps - 1
        else:
            place = bisect_left(_ROUND, self._value) + steps
        return int(_ROUND[min(max(place, 0), len(_ROUND) - 1)])

    @Slot()
    def _take_over(self) -> None:
        typed = self.lineEdit().text()
        if typed == str(self._value):
            return
        value = _read(typed, self._low, self._high)
        if value is None:
            self._show()
            self._refuse(typed)
        else:
            self.setValue(value)

    def _show(self) -> None:
        self.lineEdit().setText(str(self._value))

    def _refuse(self, typed: str) -> None:
        self.refused.emit(_sentence(typed, self._low, self._high, self._value))


class IndexEdit(QSpinBox):
    """A spin box that takes a typed number at Enter, and the wheel only while it has the focus.

    Attributes
    ----------
    typing : bool
        Whether there is something typed that has not been taken over yet.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setFont(tabular(self.font()))
        self.typing = False
        self.lineEdit().textEdited.connect(self._text_edited)

    @Slot(str)
    def _text_edited(self, _text: str) -> None:
        self.typing = True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies behind unless the person is editing here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


LARGEST = MAX_SEED
"""Largest count there is, 2⁶³ − 1."""

_POWER = re.compile(r"(\d+)(?:[.,](\d+))?e\+?(\d{1,3})", re.IGNORECASE)


def parse_whole(text: str) -> int | None:
    """Return the whole number that `text` means, None if it means none.

    Spaces may stand between groups of digits; ``6e4`` and ``1.5e6`` are understood.
    """
    try:
        return parse_count(text)
    except ValueError:
        pass
    power = _POWER.fullmatch(text.strip())
    if power is None:
        return None
    whole, fraction, exponent = power[1], (power[2] or "").rstrip("0"), int(power[3])
    if len(fraction) > exponent or len(whole) > 40:
        return None
    zeros = min(exponent - len(fraction), 100)
    return int(whole + fraction + "0" * zeros)


class StepEdit(QLineEdit):
    """A number of steps, from `low` to `high`.

    Signals
    -------
    entered(object)
        The number, an int, after Return.
    complained(str)
        Why what stands there is no such number; an empty string once it is all right again.
    """

    entered = Signal(object)
    complained = Signal(str)

    def __init__(self, low: int = 0, high: int = LARGEST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.low, self.high = low, high
        self._complaint = ""
        self.returnPressed.connect(self.enter)
        self.textEdited.connect(self._edited)
        theme_changed.connect(self._colour)

    def number(self) -> int | None:
        """Return the number that stands there, None if it is none or out of range."""
        return None if self.complaint() else parse_whole(self.text())

    def complaint(self) -> str:
        """Return why the text is not a number of the range, empty if it is."""
        text = self.text().strip()
        example = count(60000)
        if not text:
            return self.tr("Type a whole number, such as {example}.").format(example=example)
        value = parse_whole(text)
        if value is not None and value < 0:
            return self.tr("The number must not be negative; the least is {low}.").format(
                low=count(self.low)
            )
        if value is None:
            return self.tr("“{text}” is not a whole number; type one such as {example}.").format(
                text=text if len(text) <= 24 else text[:23] + "…", example=example
            )
        if not self.low <= value <= self.high:
            return self.tr("The number must be from {low} to {high}.").format(
                low=count(self.low), high=count(self.high)
            )
        return ""

    def enter(self) -> None:
        """Take the number as if Return had been pressed."""
        complaint = self.complaint()
        self._complain(complaint)
        if complaint:
            self.selectAll()
        else:
            self.entered.emit(parse_whole(self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up and leaves the line."""
        if event.key() == Qt.Key.Key_Escape:
            self._complain("")
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def _edited(self) -> None:
        # What is half typed is not wrong yet; only an old complaint is kept up to date.
        if self._complaint:
            self._complain(self.complaint() if self.text().strip() else "")

    def _complain(self, complaint: str) -> None:
        if complaint != self._complaint:
            self._complaint = complaint
            self._colour()
            self.complained.emit(complaint)

    @Slot()
    def _colour(self) -> None:
        if self._complaint:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.Text, QColor(current_theme().warning))
            self.setPalette(palette)
        else:
            self.setPalette(QPalette())
