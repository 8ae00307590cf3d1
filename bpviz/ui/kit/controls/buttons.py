"""Small flat buttons for the line above a plot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton


def flat_button(
    name: str,
    text: str,
    tooltip: str,
    *,
    checkable: bool = True,
    kind: type[QToolButton] = QToolButton,
) -> QToolButton:
    """Return a flat button with a name for tests and assistive technology, and a tooltip.

    A `kind` of button may paint itself otherwise than flat.
    """
    button = kind()
    button.setObjectName(name)
    button.setText(text)
    button.setAccessibleName(text)
    button.setToolTip(tooltip)
    button.setCheckable(checkable)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
