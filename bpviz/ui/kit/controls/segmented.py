"""Segmented: a few buttons in a row of which exactly one is down."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from bpviz.ui.kit.controls.whole_text import show_whole


class Segment(QToolButton):
    """One button, painted from the palette; a style sheet would miss changes of theme and font."""

    def sizeHint(self) -> QSize:
        """Room for the text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 18, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a box, filled with the accent while it is down."""
        role, palette = QPalette.ColorRole, self.palette()
        back, front = role.Button, role.ButtonText
        if self.isChecked():
            back, front = role.Highlight, role.HighlightedText
        elif self.underMouse() and self.isEnabled():
            back = role.Base
        painter = QPainter(self)
        painter.setPen(palette.color(role.Text if self.hasFocus() else role.Mid))
        painter.setBrush(palette.color(back))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(palette.color(front))
        room = self.width() - 4
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)


class Segmented(QWidget):
    """Choice of one value out of a few, all of them in sight.

    Parameters
    ----------
    name : str
        objectName; the button of a value is called ``{name}_{value}``.
    choices : iterable of (value, text, explanation)
        The explanation becomes tooltip and accessible name.

    Signals
    -------
    changed(str)
        A person chose another value; not sent by `set_value`.
    """

    changed = Signal(str)

    def __init__(
        self, name: str, choices: Iterable[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        for value, text, explanation in choices:
            button = Segment(self)
            button.setObjectName(f"{name}_{value}")
            button.setText(text)
            button.setToolTip(explanation)
            button.setAccessibleName(explanation)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("value", value)
            show_whole(button)
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)
        next(iter(self._buttons.values())).setChecked(True)
        self._value = next(iter(self._buttons))
        self._group.buttonToggled.connect(self._toggled)

    def value(self) -> str:
        """Return the chosen value."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose `value` without sending `changed`.

        Raises
        ------
        KeyError
            If there is no such choice.
        """
        button = self._buttons[value]
        self._value = value
        button.setChecked(True)

    def button(self, value: str) -> QToolButton:
        """Return the button of `value`."""
        return self._buttons[value]

    @Slot(QAbstractButton, bool)
    def _toggled(self, button: QAbstractButton, down: bool) -> None:
        value = str(button.property("value"))
        if down and value != self._value:
            self._value = value
            self.changed.emit(value)
