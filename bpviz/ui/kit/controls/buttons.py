"""Buttons: small flat ones, and those with an outline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from bpviz.ui.kit.controls.layouts import named
from bpviz.ui.kit.controls.segmented import Segment


def flat_button(
    name: str,
    text: str,
    tooltip: str,
    *,
    checkable: bool = True,
    kind: type[QToolButton] | None = None,
) -> QToolButton:
    """Return a small button, as in the line above a plot.

    One that is `checkable` looks like a segment, so that one sees whether it is down; another
    one only acts, and is flat unless `kind` says otherwise.
    """
    kind = kind or (Segment if checkable else QToolButton)
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
