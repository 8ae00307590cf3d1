"""Buttons: small flat ones, and those with an outline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from bpviz.ui.kit.controls.layouts import named


def flat_button(
    name: str,
    text: str,
    tooltip: str,
    *,
    checkable: bool = True,
    kind: type[QToolButton] = QToolButton,
) -> QToolButton:
    """Return a small flat button, as in the line above a plot; without `checkable` it only acts.

    A `kind` of button may paint itself otherwise than flat.
    """
    button = named(kind(), name, text, tip=tooltip)
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
    button = named(QPushButton(text), name, label or text, tip=tooltip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoDefault(False)
    return button
