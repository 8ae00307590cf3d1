"""Segmented: a few buttons in a row of which exactly one is down."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget

STYLE = """
QToolButton {
    padding: 2px 7px;
    border: 1px solid palette(mid);
    background: palette(button);
    color: palette(button-text);
}
QToolButton:checked { background: palette(highlight); color: palette(highlighted-text); }
QToolButton:disabled { background: palette(window); color: palette(placeholder-text); }
QToolButton:focus { border-color: palette(text); }
"""


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
        self.setStyleSheet(STYLE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        for value, text, explanation in choices:
            button = QToolButton(self)
            button.setObjectName(f"{name}_{value}")
            button.setText(text)
            button.setToolTip(explanation)
            button.setAccessibleName(explanation)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("value", value)
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
