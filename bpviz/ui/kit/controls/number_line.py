"""NumberLine: a line for a number, in which what is wrong stays to be corrected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from bpviz.ui.core.formatting import tabular
from bpviz.ui.kit.controls.number_text import InputError


class NumberLine(QLineEdit):
    """A line that may be empty, and takes its number at Return.

    Parameters
    ----------
    read : callable
        Returns the number that a text means; raises an `InputError` if it means none.
    digits : int, optional
        So many it has room for, whatever the font; as wide as it comes unless given.

    Signals
    -------
    entered(object)
        The number, after Return.
    complained(str)
        Why what stands there is no such number; an empty string once it is all right again.
    """

    entered = Signal(object)
    complained = Signal(str)

    _complaint = ""  # of the class: Qt tells of its palette before the object is made

    _digits = 0

    def __init__(
        self, read: Callable[[str], float], parent: QWidget | None = None, *, digits: int = 0
    ) -> None:
        super().__init__(parent)
        self.read = read
        self._digits = digits
        if digits:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(tabular(self.font()))
        self.returnPressed.connect(self.enter)
        self.textEdited.connect(self._edited)

    def sizeHint(self) -> QSize:
        """Room for the digits."""
        size = super().sizeHint()
        if self._digits:
            metrics = self.fontMetrics()
            wide = metrics.horizontalAdvance("0") * self._digits + metrics.height()
            size.setWidth(max(wide, metrics.horizontalAdvance(self.placeholderText()) + 16))
        return size

    @property
    def complains(self) -> bool:
        """Whether what stands there is to be corrected."""
        return bool(self._complaint)

    def number(self) -> float | None:
        """Return the number that stands there, None if it is none."""
        return None if self._problem() else self.read(self.text())

    def taken(self) -> float | None:
        """Return the number; if it is none, complain, select it to be corrected, and return None.

        0 is a number.
        """
        self._complain(self._problem())
        if self._complaint:
            self.selectAll()
            return None
        return self.read(self.text())

    @Slot()
    def enter(self) -> None:
        """Take the number as if Return had been pressed."""
        number = self.taken()
        if number is not None:
            self.entered.emit(number)

    def settle(self) -> None:
        """Complain no longer."""
        self._complain("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up and leaves the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.settle()
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Complain in the colour of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._complaint:
            self._colour()

    @Slot()
    def _edited(self) -> None:
        # What is half typed is not wrong yet; only an old complaint is kept up to date.
        if self._complaint:
            self._complain(self._problem() if self.text().strip() else "")

    def _problem(self) -> str:
        try:
            self.read(self.text())
        except InputError as wrong:
            return str(wrong)
        return ""

    def _complain(self, complaint: str) -> None:
        if complaint or self._complaint:
            self._complaint = complaint
            self._colour()
            self.complained.emit(complaint)

    def _colour(self) -> None:
        palette = QPalette()
        if self._complaint:
            palette.setColor(
                QPalette.ColorRole.Text, self.palette().color(QPalette.ColorRole.BrightText)
            )
        if palette.color(QPalette.ColorRole.Text) != self.palette().color(QPalette.ColorRole.Text):
            self.setPalette(palette)
