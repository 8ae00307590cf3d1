"""The editors for a whole number, in 64 bits where Qt's own have 32, and for a real number."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QStyle, QStyleOptionSpinBox, QWidget

from bpviz.ui.core import counting
from bpviz.ui.core.counting import counting_changed
from bpviz.ui.core.formatting import tabular
from bpviz.ui.kit.controls import preferred_numbers
from bpviz.ui.kit.controls.number_text import (
    LARGEST,
    InputError,
    read_index,
    read_real,
    read_whole,
    written,
)

Step = Callable[[float, int], float]
"""Returns the value so many arrows above a value, or below if negative; ints for an int."""

_MARGIN = 4  # pixels between the text and the edge of its field
_LONGEST = 18  # characters for which there is room, as in Qt's own


def one_by_one(value: float, steps: int) -> float:
    """Go by 1; a `Step`."""
    return value + steps


class NumberEdit(QAbstractSpinBox):
    """A spin box that takes a number over at Enter or when the focus leaves, not while one types.

    What is not possible is refused in one sentence, which begins with the accessible name, and the
    last good value comes back; so it does at Esc.  The wheel acts only while it has the focus.
    Where there is a special value text, as in Qt it stands for the minimum, which is no number to
    be typed then; an empty text means it.

    Parameters
    ----------
    low, high, value : float
        The range, both ends included, and the first value.
    step : Step
        What the arrows do.
    unit : str
        Follows every number, such as " %", and may be typed or left out.
    widest : str
        What there has to be room for, in place of the ends of the range.
    """

    valueChanged = Signal(object)
    """The new value; Qt's own signal for int has 32 bits."""
    confirmed = Signal()
    """Somebody typed the value that stood there already."""
    refused = Signal(str)
    """One sentence that says what is wrong with what was typed or set, and what to type."""
    moving = False
    """Whether `valueChanged` comes from an arrow, a key, the wheel or a slider: not typed."""

    # Of the class: Qt may ask before the object is made and after it has lost its own.
    _value: float = 0
    _low: float = 0
    _high: float = 0
    _unit = ""
    _widest = ""
    _around: tuple[object, ...] = ()  # what `_frame` was measured with
    _frame = 0, 0
    _typed = False  # Qt's own note of it is gone at Enter already
    _step: Step = staticmethod(one_by_one)

    def __init__(
        self,
        low: float,
        high: float,
        value: float,
        parent: QWidget | None,
        *,
        step: Step,
        unit: str,
        widest: str,
    ) -> None:
        # Before Qt's part, which may ask for the arrows while it is being made.
        self._low, self._high, self._value, self._step = low, high, value, step
        self._unit, self._widest = unit, widest
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(tabular(self.font()))
        self._show()
        self.lineEdit().textEdited.connect(self._edited)
        self.editingFinished.connect(self._take_over)

    def value(self) -> float:
        """Return the value last taken over."""
        return self._value

    def minimum(self) -> float:
        """Return the lower end of the range."""
        return self._low

    def maximum(self) -> float:
        """Return the upper end of the range."""
        return self._high

    def setRange(self, low: float, high: float) -> None:
        """Let other values be possible; one beyond them becomes the nearest, without a signal."""
        self._low, self._high = low, high
        self._value = min(max(self._value, low), high)
        self.updateGeometry()
        self._show()

    def setSpecialValueText(self, text: str) -> None:
        """Let the minimum stand for what has no number; nothing if it is empty."""
        super().setSpecialValueText(text)
        self._show()

    def setValue(self, value: float) -> None:
        """Set the value and tell if it is new; refuse what is out of range."""
        if not self._low <= value <= self._high:  # or not a number
            self._judge(str(value))
            return
        is_new, self._value = value != self._value, value
        self._show()
        if is_new:
            self.valueChanged.emit(value)

    @Slot(object)
    def move_to(self, value: float) -> None:
        """Set the value as one of those that a person passes through; see `moving`."""
        self.moving = True
        try:
            self.setValue(value)
        finally:
            self.moving = False

    def stepBy(self, steps: int) -> None:
        """Go up or down."""
        self._take_over()
        self.move_to(self._moved(steps))
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Say which arrow leads anywhere."""
        leads = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self._moved(1) != self._value:
            leads |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        if self._moved(-1) != self._value:
            leads |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return leads

    def textFromValue(self, value: float) -> str:
        """Write a value as it stands here."""
        if self.specialValueText() and value == self._low:
            return self.specialValueText()
        return self.write(value) + self._unit

    def valueFromText(self, typed: str) -> float:
        """Return what `typed` means.

        Raises
        ------
        InputError
            If that is not possible here.
        """
        if self.specialValueText() and typed.strip() in ("", self.specialValueText()):
            return self._low
        return self.read(typed)

    def read(self, typed: str) -> float:
        """Return the number that `typed` means; raise an `InputError` if it means none."""
        raise NotImplementedError

    def write(self, value: float) -> str:
        """Write a number without its unit."""
        raise NotImplementedError

    def validate(self, typed: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; it is judged at the end."""
        return QValidator.State.Acceptable, typed, position

    def being_edited(self) -> bool:
        """Whether somebody has typed something that is not taken over yet."""
        return self._typed

    def sizeHint(self) -> QSize:
        """Return room for the widest text."""
        texts = [self._widest] if self._widest else map(self.textFromValue, (self._low, self._high))
        metrics = self.fontMetrics()
        room = max(metrics.horizontalAdvance(text[:_LONGEST]) for text in texts)
        # Layouts ask often: 400 times before a window is there.
        around = self.font().key(), metrics.height(), self.style(), self.hasFrame()
        if around != self._around:
            self._around, self._frame = around, self._measured()
        beside, height = self._frame
        return QSize(room + 2 * _MARGIN + beside, height)

    def _measured(self) -> tuple[int, int]:
        """Return the width of all that is beside the text, and the height."""
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        # Not `sizeFromContents`, which counts with the height that it had with another font.
        option.rect = QRect(0, 0, 1000, 100)
        control, field = QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxEditField
        beside = 1000 - self.style().subControlRect(control, option, field, self).width()
        return beside, super().sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """At Esc give up what was typed; the key does what it does elsewhere, too."""
        if event.key() == Qt.Key.Key_Escape:
            self._show()
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies behind unless a person is editing here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @property
    def first(self) -> float:
        """The least number: the minimum, unless that has a special value text."""
        return self._low + 1 if self.specialValueText() else self._low

    def _moved(self, steps: int) -> float:
        return min(max(self._step(self._value, steps), self.first), self._high)

    @Slot()
    def _edited(self) -> None:
        self._typed = True

    @Slot()
    def _take_over(self) -> None:
        typed, before = self.lineEdit().text(), self._value
        shown = self.textFromValue(before)
        if typed == shown and not self._typed:
            return
        self._show()
        # Where nothing else is typed it stays to the last digit, which may not be shown.
        value = before if typed == shown else self._judge(typed)
        if value is not None:
            self.setValue(value)
            if value == before:
                self.confirmed.emit()

    def _judge(self, typed: str) -> float | None:
        """Return what `typed` means, None if it is refused."""
        try:
            return self.valueFromText(typed)
        except InputError as wrong:
            where = f"{self.accessibleName()}: " if self.accessibleName() else ""
            self.refused.emit(f"{where}{wrong}")
            return None

    def _show(self) -> None:
        line, text = self.lineEdit(), self.textFromValue(self._value)
        self._typed = False
        if line.text() == text:
            return
        cursor, selected = line.cursorPosition(), line.hasSelectedText()
        line.setText(text)
        if selected:
            line.selectAll()
        else:
            # Where it is too long for its field, its first digits are seen.
            line.setCursorPosition(min(cursor, len(text)) if self.hasFocus() else 0)


def _by_notches(value: float, steps: int) -> float:
    if value > 0:
        return preferred_numbers.moved(value, steps)
    return 1e-6 if steps > 0 else value


class IntegerEdit(NumberEdit):
    """A whole number; see `NumberEdit`."""

    def __init__(
        self,
        low: int = 0,
        high: int = LARGEST,
        parent: QWidget | None = None,
        *,
        step: Step = one_by_one,
        unit: str = "",
    ) -> None:
        super().__init__(low, high, low, parent, step=step, unit=unit, widest="")

    def value(self) -> int:
        """Return the value last taken over."""
        return int(self._value)

    def read(self, typed: str) -> int:
        """Return the whole number that `typed` means; raise an `InputError` if it means none."""
        return read_whole(typed, int(self.first), int(self._high), self._unit)

    def write(self, value: float) -> str:
        """Write bare digits, the same in every locale."""
        return str(value)


class IndexEdit(IntegerEdit):
    """An index: its value counts from 0, what stands there and is typed as `counting` has it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        counting_changed.connect(self._recount)

    def read(self, typed: str) -> int:
        """Return the index that `typed` means; raise an `InputError` if it means none."""
        return read_index(typed, int(self._high))

    def write(self, value: float) -> str:
        """Write bare digits, the same in every locale."""
        return str(counting.shown(int(value)))

    @Slot()
    def _recount(self) -> None:
        """Show the same index otherwise; what somebody is typing stays, and means another one."""
        self.updateGeometry()
        if not self.being_edited():
            self._show()


class FloatEdit(NumberEdit):
    """A finite number, with either decimal mark and an exponent; see `NumberEdit`.

    Parameters
    ----------
    step : Step
        Ten notches a decade where nothing else is said.
    allowed : str
        Translated words for the range where "from … to …" would not do: "above 0".
    places : int, optional
        No more decimal places are written; may be negative.
    """

    _allowed = ""
    _places: int | None = None

    def __init__(
        self,
        low: float,
        high: float,
        value: float,
        parent: QWidget | None = None,
        *,
        step: Step = _by_notches,
        unit: str = "",
        widest: str = "",
        allowed: str = "",
        places: int | None = None,
    ) -> None:
        self._allowed, self._places = allowed, places
        super().__init__(low, high, value, parent, step=step, unit=unit, widest=widest)

    def rounded(self, value: float) -> float:
        """Return `value` with no more decimal places than are written."""
        return value if self._places is None else round(value, self._places) + 0.0  # never −0

    def read(self, typed: str) -> float:
        """Return the number that `typed` means; raise an `InputError` if it means none."""
        return read_real(typed, self._low, self._high, allowed=self._allowed, unit=self._unit)

    def write(self, value: float) -> str:
        """Write the shortest text that means `value`, with the locale's decimal mark."""
        return written(self.rounded(float(value)))


def free_edit(low: float, high: float) -> FloatEdit:
    """Return an editor for any number, whose arrows go by a hundredth of a range.

    Parameters
    ----------
    low, high : float
        The range that is usual, low < high; what lies beyond it can be typed as well.
    """
    # They tell a thousandth of the range.
    places = 3 - math.floor(math.log10(max(high - low, 1e-300)))

    def step(value: float, steps: int) -> float:
        return round(value + steps * (high - low) / 100, places) + 0.0  # never −0

    return FloatEdit(-1e150, 1e150, 0.0, step=step, places=places, widest="−00.000")
