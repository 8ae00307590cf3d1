"""What is chosen in a panel as a text, so that a panel of another program shows the same."""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from bpviz.ui.core.panel import Panel


@runtime_checkable
class _Zoomed(Protocol):
    """A plot whose zoom can be told as a few numbers."""

    def zoom(self) -> list[float] | None:
        """Return what is in sight; None where all of it is."""

    def bring_zoom(self, zoom: list[float]) -> None:
        """Show that; raises ValueError where it means nothing."""


def state_of(panel: Panel) -> str:
    """Return the switches that are pressed, the choices made and the zooms in a panel."""
    state: dict[str, int | list[float]] = {}
    for name, widget in _named(panel):
        if isinstance(widget, QComboBox):
            state[name] = widget.currentIndex()
        elif isinstance(widget, QAbstractButton) and widget.isCheckable():
            state[name] = int(widget.isChecked())
        elif isinstance(widget, _Zoomed):
            zoom = widget.zoom()
            if zoom is not None:
                state[name] = zoom
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
        if isinstance(value, list) and isinstance(widget, _Zoomed):
            if all(isinstance(part, int | float) and math.isfinite(part) for part in value):
                with contextlib.suppress(ValueError):
                    widget.bring_zoom(value)
            continue
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
