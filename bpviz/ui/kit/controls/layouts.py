"""Rows and columns of widgets, and the names of a widget, each in one call."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QSplitter, QWidget

from bpviz.ui.kit.controls.flow_layout import FlowLayout

Part = QWidget | QLayout
Margins = tuple[int, int, int, int]
Named = TypeVar("Named", bound=QWidget)

NONE: Margins = (0, 0, 0, 0)
EDGE: Margins = (8, 6, 8, 6)
"""Pixels at the left, the top, the right and the bottom of a panel."""


def _box(
    direction: QBoxLayout.Direction,
    *parts: Part,
    into: QWidget | None = None,
    margins: Margins = NONE,
    spacing: int | None = None,
    stretch: Part | None = None,
) -> QBoxLayout:
    """Return a layout of `parts`, of which one, `stretch`, takes all spare room.

    Parameters
    ----------
    into : QWidget, optional
        What the layout fills.
    spacing : int, optional
        Pixels between the parts; as usual unless given.
    """
    layout = QBoxLayout(direction)
    if into is not None:
        into.setLayout(layout)
    layout.setContentsMargins(*margins)
    if spacing is not None:
        layout.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QLayout):
            layout.addLayout(part, int(part is stretch))
        else:
            layout.addWidget(part, int(part is stretch))
    return layout


hbox = partial(_box, QBoxLayout.Direction.LeftToRight)
"""Parts beside each other."""

vbox = partial(_box, QBoxLayout.Direction.TopToBottom)
"""Parts below each other."""


def flow(*parts: QWidget, spacing: int = 8) -> QWidget:
    """Return a widget with parts beside each other, in as many lines as it takes."""
    layout = FlowLayout(spacing)
    for part in parts:
        layout.addWidget(part)
    return widget_of(layout)


def widget_of(layout: QLayout) -> QWidget:
    """Return a widget that `layout` fills."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def splitter(name: str, *parts: QWidget) -> QSplitter:
    """Return parts below each other, whose shares a person changes; none can be dragged away."""
    found = QSplitter(Qt.Orientation.Vertical)
    found.setObjectName(name)
    found.setChildrenCollapsible(False)
    for part in parts:
        found.addWidget(part)
    return found


def named(widget: Named, name: str, title: str = "", tip: str = "", about: str = "") -> Named:
    """Return `widget` with a name for tests, and for people what it is and what it does.

    Parameters
    ----------
    name, title : str
        objectName, and the accessible name where it has no text of its own.
    tip, about : str
        Tooltip, and "What's this?".
    """
    widget.setObjectName(name)
    widget.setAccessibleName(title)
    widget.setToolTip(tip)
    widget.setWhatsThis(about)
    return widget
