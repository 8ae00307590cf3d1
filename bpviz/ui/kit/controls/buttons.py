"""Buttons, and what every control has: a name, and words for assistive technology and the mouse."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

Control = TypeVar("Control", bound=QWidget)


def named(control: Control, name: str, label: str, tooltip: str) -> Control:
    """Return `control`, named for tests, labelled for assistive technology, and explained."""
    control.setObjectName(name)
    control.setAccessibleName(label)
    control.setToolTip(tooltip)
    return control


def flat_button(name: str, text: str, tooltip: str, *, checkable: bool = True) -> QToolButton:
    """Return a small flat button, as in the line above a plot; without `checkable` it only acts."""
    button = named(QToolButton(), name, text, tooltip)
    button.setText(text)
    button.setCheckable(checkable)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def flat_push(name: str, text: str, tooltip: str) -> QToolButton:
    """Return a small flat button that acts and does not stay down."""
    return flat_button(name, text, tooltip, checkable=False)


def push_button(name: str, text: str, tooltip: str, label: str = "") -> QPushButton:
    """Return a button that Tab and Space reach, and Enter anywhere else does not press.

    Parameters
    ----------
    label : str
        For assistive technology, where `text` says too little.
    """
    button = named(QPushButton(text), name, label or text, tooltip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoDefault(False)
    return button
