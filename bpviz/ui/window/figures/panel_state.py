"""What is chosen in a panel as a text, so that a panel of another program shows the same."""

from __future__ import annotations

import json
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from bpviz.ui.core.panel import Panel


def state_of(panel: Panel) -> str:
    """Return the switches that are pressed and the choices made in a panel."""
    state: dict[str, int] = {}
    for name, widget in _named(panel):
        if isinstance(widget, QComboBox):
            state[name] = widget.currentIndex()
        elif isinstance(widget, QAbstractButton) and widget.isCheckable():
            state[name] = int(widget.isChecked())
    return json.dumps(state)


def bring_to(panel: Panel, state: str) -> None:
    """Choose in a panel what was chosen in another one of its kind; what means nothing is nothing.

    As when a person does it, whoever listens hears of it.
    """
    try:
        wanted = dict(json.loads(state))
    except (ValueError, TypeError):
        return
    for name, widget in _named(panel):
        value = wanted.get(name)
        if not isinstance(value, int):
            continue
        if isinstance(widget, QComboBox) and 0 <= value < widget.count():
            if value != widget.currentIndex():
                widget.setCurrentIndex(value)
                widget.activated.emit(value)
        elif isinstance(widget, QAbstractButton) and widget.isCheckable():
            among_others = widget.autoExclusive() or widget.group() is not None
            if widget.isChecked() != bool(value) and (value or not among_others):
                widget.click()


def _named(panel: Panel) -> Iterator[tuple[str, QWidget]]:
    for widget in panel.findChildren(QWidget):
        if widget.objectName():
            yield widget.objectName(), widget
