"""The entry of every context menu that asks for a figure of the panel it was opened in."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.ui.core.formatting import translator

_tr = translator("FigureMenu")


def add_figure(menu: QMenu, widget: QWidget) -> None:
    """Let a menu offer a figure of the panel that a widget is, or stands in, if it is in one."""
    above: QWidget | None = widget
    while above is not None:
        wanted = getattr(above, "figure_wanted", None)  # a panel's
        if isinstance(wanted, SignalInstance):
            action = menu.addAction(_tr("Figure…"))
            action.setObjectName("menu_figure")
            action.triggered.connect(wanted)
            return
        above = above.parentWidget()
