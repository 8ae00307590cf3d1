"""StepEdit: a line for a whole number of 64 bits, and a clear sentence where it is none."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from bpviz.parsing import parse_count
from bpviz.training.settings import MAX_SEED
from bpviz.ui.core.formatting import count
from bpviz.ui.core.theme import LIGHT, Theme

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
        self.theme: Theme = LIGHT
        self._complaint = ""
        self.returnPressed.connect(self.enter)
        self.textEdited.connect(self._edited)

    def set_theme(self, theme: Theme) -> None:
        """Complain in another colour."""
        self.theme = theme
        self._colour()

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

    def _colour(self) -> None:
        if self._complaint:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.Text, QColor(self.theme.warning))
            self.setPalette(palette)
        else:
            self.setPalette(QPalette())
