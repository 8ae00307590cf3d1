"""The value of a breakpoint as people type it: reading, writing, and what it is at first."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from bpviz.datasets.dataset import Dataset
from bpviz.parsing import parse_number
from bpviz.training.breakpoints import BARE, COUNTED, Condition
from bpviz.training.events import Frame
from bpviz.training.settings import MAX_SEED
from bpviz.ui.core.formatting import MINUS, count, tabular
from bpviz.ui.core.shown_pair import ShownPair
from bpviz.ui.core.theme import current_theme, theme_changed
from bpviz.ui.kit.controls.integer_edit import parse_whole

Value = float | int


class InputError(ValueError):
    """What was typed is not possible; the message is one translated sentence."""


translate = QCoreApplication.translate


def _quoted(typed: str) -> str:
    return typed if len(typed) <= 24 else typed[:23] + "…"


def read_value(condition: Condition, typed: str, data: Dataset | None) -> Value:
    """Return the value that `typed` means for `condition`.

    A real number may have either decimal mark and an exponent; a whole one has 64 bits.

    Raises
    ------
    Unreadable
        If it means none, or the data set has no such sample or class.
    """
    typed = typed.strip()
    if condition in BARE:
        return 0
    return _read_count(condition, typed, data) if condition in COUNTED else _read_real(typed)


def _read_real(typed: str) -> float:
    if not typed:
        raise InputError(
            translate(
                "BreakpointValue", "Type the value to compare with, a number such as 0.5 or 1e-3."
            )
        )
    plain = typed.lower().replace(MINUS, "-").replace("∞", "inf")
    if plain in ("inf", "+inf", "-inf"):  # cannot be reached, and is legal
        return float(plain)
    try:
        return parse_number(typed)
    except ValueError as error:
        if "too large" in str(error):
            sentence = translate(
                "BreakpointValue", "“{typed}” is beyond the largest number there is, about 1.8e308."
            )
        else:
            sentence = translate(
                "BreakpointValue", "“{typed}” is not a number; type one such as 0.5 or 1e-3."
            )
        raise InputError(sentence.format(typed=_quoted(typed))) from None


def _read_count(condition: Condition, typed: str, data: Dataset | None) -> int:
    value = parse_whole(typed)
    if value is None:
        sentence = (
            translate(
                "BreakpointValue", "“{typed}” is not a whole number; type one such as {example}."
            )
            if typed
            else translate("BreakpointValue", "Type a whole number, such as {example}.")
        )
        raise InputError(sentence.format(typed=_quoted(typed), example=count(500)))
    if condition is Condition.EVERY:
        if not 1 <= value <= MAX_SEED:
            raise InputError(
                translate(
                    "BreakpointValue",
                    "The number of steps must be from {low} to {high}; {value} is not.",
                ).format(low=count(1), high=count(MAX_SEED), value=_quoted(count(value)))
            )
    elif condition is Condition.SAMPLE:
        most = MAX_SEED if data is None else data.n_samples - 1
        if not 0 <= value <= most:
            raise InputError(
                translate(
                    "BreakpointValue",
                    "There is no sample {value}: the samples are counted from 0 to {most}.",
                ).format(value=_quoted(count(value)), most=count(most))
            )
    return value


def read_ignore(typed: str) -> int:
    """Return the number of hits to ignore that `typed` means.

    Raises
    ------
    Unreadable
        If it means none.
    """
    value = parse_whole(typed.strip())
    if value is None or not 0 <= value <= MAX_SEED:
        raise InputError(
            translate(
                "BreakpointValue",
                "“{typed}” hits cannot be ignored; it must be a whole number from 0 to {most}.",
            ).format(typed=_quoted(typed.strip()), most=count(MAX_SEED))
        )
    return value


def value_text(value: Value) -> str:
    """Write `value` as briefly as `read_value` understands it without loss."""
    if isinstance(value, int):
        return str(value)
    if math.isfinite(value) and value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def default_value(condition: Condition, frame: Frame) -> Value:
    """Return a sensible value to begin with, for the run as `frame` has it."""
    usual = frame.mean_loss if math.isfinite(frame.mean_loss) else frame.loss
    trace = frame.preview
    match condition:
        case Condition.LOSS_ABOVE:
            return _round(2 * usual)
        case Condition.LOSS_BELOW:
            return _round(usual / 2)
        case Condition.GRADIENT_W1_ABOVE:
            return _round(math.nan if trace is None else 2 * trace.grad_W1_norm)
        case Condition.GRADIENT_W2_ABOVE:
            return _round(math.nan if trace is None else 2 * trace.grad_W2_norm)
        case Condition.SAMPLE:
            pairs = ShownPair.of(frame), ShownPair.of_step(frame)
            return next((p.index for p in pairs if p is not None and p.trains), 0)
        case Condition.SATURATED:
            return 0.5
        case Condition.LOSS_JUMP:
            return 2.0
        case Condition.EVERY:
            return frame.dataset.n_samples if frame.dataset is not None else 1000
    return 0


def _round(value: float) -> float:
    """Return `value` with two significant digits; 1 where that is no use as a threshold."""
    return float(f"{value:.2g}") if math.isfinite(value) and value > 0 else 1.0


class ValueEdit(QLineEdit):
    """A line for a value; `mark_invalid` says what is wrong with it, and leaves it to be corrected.

    Signals
    -------
    corrected()
        Somebody has typed since the last complaint.
    """

    corrected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = False
        self.setFont(tabular(self.font()))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.textEdited.connect(self._edited)
        theme_changed.connect(self._colour)

    def mark_invalid(self) -> None:
        """Mark what stands there as wrong, and select it."""
        self._wrong = True
        self._colour()
        self.selectAll()

    def settle(self) -> None:
        """Take the mark away."""
        self._wrong = False
        self._colour()

    @Slot()
    def _edited(self) -> None:
        if self._wrong:
            self.settle()
            self.corrected.emit()

    def _colour(self) -> None:
        palette = QPalette()
        if self._wrong:
            palette.setColor(QPalette.ColorRole.Text, QColor(current_theme().warning))
        self.setPalette(palette)
